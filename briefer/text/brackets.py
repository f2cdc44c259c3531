"""Words of ours inside a quotation: in square brackets, behind the words that they explain."""

from collections.abc import Sequence
from itertools import pairwise

from briefer.model import Quote, Repair, RepairKind, Span


def find_shown(repairs: Sequence[Repair], parts: Sequence[Span]) -> tuple[Repair, ...]:
    """The repairs of words that are printed."""
    return tuple(
        repair
        for repair in repairs
        if any(part.start <= repair.explained.start and repair.explained.end <= part.end for part in parts)
    )


def leave_out_told(repairs: Sequence[Repair], told: str) -> tuple[Repair, ...]:
    """The repairs without the full names and spelt-out letters that a reader of `told` has met."""
    return tuple(repair for repair in repairs if not _is_told(repair, " ".join(told.split())))


def _is_told(repair: Repair, told: str) -> bool:
    if repair.kind is RepairKind.ACRONYM:
        return repair.words.casefold() in told.casefold()
    if repair.kind is not RepairKind.NAME:
        return False
    return _spell_name(repair) in told


def _spell_name(repair: Repair) -> str:
    """The name alone: the office stands before it, or behind it and a comma."""
    if repair.kind is RepairKind.ACRONYM:
        return repair.words
    return " ".join(repair.words.split(",")[0].split()[-2:])


def supply(text: str, shown: Span, repairs: Sequence[Repair]) -> str:
    """The words of `text` at `shown` with the repairs of any of them: "He [Sergei Orlov] signed"."""
    pieces, place = [], shown.start
    for repair in find_shown(repairs, [shown]):
        pieces += [text[place : repair.explained.end], bracket(repair)]
        place = repair.explained.end
    return "".join([*pieces, text[place : shown.end]])


def bracket(repair: Repair) -> str:
    """What is put behind the words that a repair explains, with the space before it."""
    return f" [{repair.words}]"


def take_out(words: str, repairs: Sequence[Repair]) -> str:
    """The words of a quotation as its source has them."""
    return "".join(run for run, is_ours in part_brackets(words, repairs) if not is_ours)


def words_of_source(quote: Quote) -> str:
    """The words of a quote as its source has them."""
    return take_out(quote.text, quote.repairs)


def read_through(words: str, repairs: Sequence[Repair]) -> str:
    """What a quotation says to a reader who knows the repairs: "He [General Ali Hadi]" is "Ali Hadi".

    A date stands beside the words that it explains: "on Tuesday, 6 October 2015".
    """
    for repair, place in reversed(_find_places(words, repairs)):
        end = place + len(bracket(repair))
        length = repair.explained.end - repair.explained.start
        start = place if repair.span is None else max(place - length, 0)
        said = "" if repair.span is None else _spell_name(repair)
        words = words[:start] + said + words[end:]
    return words


def part_brackets(words: str, repairs: Sequence[Repair]) -> tuple[tuple[str, bool], ...]:
    """The words of a quotation in runs, each with whether it is a bracket of ours and the space before it."""
    edges = [0]
    for repair, place in _find_places(words, repairs):
        edges += [place, place + len(bracket(repair))]
    edges.append(len(words))
    runs = ((words[start:end], index % 2 == 1) for index, (start, end) in enumerate(pairwise(edges)))
    return tuple(run for run in runs if run[0])


def _find_places(words: str, repairs: Sequence[Repair]) -> list[tuple[Repair, int]]:
    """The repairs that the words have, in their order, each with where its bracket's space stands."""
    places, start = [], 0
    for repair in repairs:
        place = words.find(bracket(repair), start)
        if place >= 0:
            places.append((repair, place))
            start = place + len(bracket(repair))
    return places
