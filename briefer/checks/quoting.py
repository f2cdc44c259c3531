"""Rules on quotes: each is cited, is its source's own words, and can be read where it stands."""

import re
from collections.abc import Iterator

from briefer.checks.rules import Breach, Case, Rule, iter_quotes
from briefer.model import Quote, QuoteKind, Severity, Span
from briefer.model.briefs import OMISSION
from briefer.text.brackets import read_through, words_of_source
from briefer.text.hygiene import clean_line
from briefer.text.openings import find_dependence, stands_after
from briefer.text.sentences import find_sentences
from briefer.text.similarity import SeenTexts
from briefer.text.trimming import join_parts

_MARK = re.escape(OMISSION)
_NUMBER = re.compile(
    r"[$€£¥]?\s?\d+(?:[.,]\d+)*(?:\s?(?:%|(?:per\s?cent|(?:m|b|tr)illion|thousand|hundred|bn|mn?|km|kg)\b))?"
)


def _find_uncited(case: Case) -> Iterator[Breach]:
    used = {source.number: source.quotes for source in case.brief.sources}
    for where, quote in iter_quotes(case.brief):
        citation = quote.citation
        if citation.paragraph < 1 or not citation.article_id:
            yield where, f"{_name(quote)} is cited to no paragraph of an article."
        elif quote.number not in used.get(citation.source, (quote.number,)):
            yield where, f"Source {citation.source} does not list {_name(quote)} among the sentences used."


def _find_unlisted(case: Case) -> Iterator[Breach]:
    listed = {source.number: source.article_id for source in case.brief.sources}
    for where, quote in iter_quotes(case.brief):
        number = quote.citation.source
        if number not in listed:
            yield where, f"{_name(quote)} cites source {number}, which the list of sources does not have."
        elif listed[number] != quote.citation.article_id:
            yield where, f"{_name(quote)} cites source {number}, but is from another article."


def _find_edited(case: Case) -> Iterator[Breach]:
    for where, quote in iter_quotes(case.brief):
        if not _is_unedited(quote, case.texts.get(quote.citation.article_id)):
            yield where, f"{_name(quote)} is not what stands at its place in the source."
    for paragraph in case.brief.annex:
        text = case.texts.get(paragraph.citation.article_id)
        for piece in paragraph.pieces:
            if piece.span and not _is_at(piece.text, piece.span, text):
                where = f"annex, source {paragraph.citation.source} ¶{paragraph.citation.paragraph}"
                yield where, f"“{clean_line(piece.text, limit=50)}” is not what stands at its place."


def _is_at(words: str, span: Span, text: str | None) -> bool:
    """Whether words stand at a place; without the text of the article, whether they can by their length."""
    return words == text[span.start : span.end] if text is not None else len(words) == span.end - span.start


def _is_unedited(quote: Quote, text: str | None) -> bool:
    """Whether the quote is its parts; without the text of its article, whether it can be by their lengths."""
    shown, parts = quote.citation.span, quote.parts
    edges = [shown.start, *(edge for part in parts for edge in (part.start, part.end)), shown.end]
    whole = quote.kind is not QuoteKind.TRIMMED
    if edges != sorted(edges) or not parts or whole is not (parts == (shown,)):
        return False
    if text is not None:
        return shown.end <= len(text) and quote.text == join_parts(text, shown, parts, quote.repairs)
    opening = rf"{_MARK} ?" if parts[0].start > shown.start else ""
    closing = rf" {_MARK}" if parts[-1].end < shown.end else ""
    between = rf" {_MARK} ?".join(f".{{{part.end - part.start}}}" for part in parts)
    words = words_of_source(quote)
    return re.fullmatch(opening + between + closing, words, re.DOTALL) is not None


def _find_strange_numbers(case: Case) -> Iterator[Breach]:
    for where, quote in iter_quotes(case.brief):
        text = case.texts.get(quote.citation.article_id)
        if text is not None:
            span = quote.citation.span
            known = _find_numbers(text[span.start : span.end])
            for number in _find_numbers(words_of_source(quote)):
                if number not in known:
                    yield where, f"{number} does not stand in what {_name(quote)} is cited to."


def _find_numbers(text: str) -> list[str]:
    """The amounts in a text as they are written, each once, with a currency sign or unit beside it."""
    return list(dict.fromkeys(" ".join(match[0].split()) for match in _NUMBER.finditer(text)))


def _find_unreadable(case: Case) -> Iterator[Breach]:
    languages = {source.number: source.language or "en" for source in case.brief.sources}
    for where, quote in iter_quotes(case.brief):
        lack = _find_lack(quote, languages.get(quote.citation.source, "en"))
        if lack:
            yield where, f"{_name(quote)} cannot be read alone: it leans on what stood before it ({lack})."


def _find_lack(quote: Quote, language: str) -> str | None:
    words = read_through(quote.text, quote.repairs)
    if quote.kind is QuoteKind.TRIMMED:
        words = _without_marks(words)
    lack = find_dependence(words, language=language)
    if lack is None:
        return None
    first, *rest = find_sentences(words)
    carried = rest and stands_after(words[: first.end], words[rest[0].start :], language=language)
    return None if carried else lack.value


def _without_marks(words: str) -> str:
    """A trimmed quote as it reads without its marks, opened with a capital and closed with a full stop."""
    opens, closes = words.startswith(OMISSION), words.endswith(OMISSION)
    left = " ".join(words.replace(OMISSION, " ").split())
    return (left[:1].upper() + left[1:] if opens else left) + ("." if closes else "")


def _find_repeated(case: Case) -> Iterator[Breach]:
    seen, places = SeenTexts(), list[str]()
    for where, quote in iter_quotes(case.brief):
        words = _without_marks(read_through(quote.text, quote.repairs))
        earlier = seen.find(words)
        if earlier is not None:
            yield where, f"{_name(quote)} says what {places[earlier]} says."
        seen.add(words)
        places.append(where)


def _name(quote: Quote) -> str:
    return f"“{clean_line(quote.text, limit=50)}”"


RULES = (
    Rule(
        "uncited-sentence",
        Severity.ERROR,
        "A sentence of a source that no reader could find again.",
        "A citation names an article and a paragraph, and the list of sources leads back from it.",
        "Draft the brief again from its articles.",
        _find_uncited,
    ),
    Rule(
        "unlisted-source",
        Severity.ERROR,
        "A citation whose number is not that article's in the list of sources.",
        "A reader who follows the citation would find nothing, or the wrong article.",
        "Draft the brief again from its articles.",
        _find_unlisted,
    ),
    Rule(
        "edited-quote",
        Severity.ERROR,
        "A quote that is not, word for word, what stands at its place in the source.",
        "What a brief shows as a source's words are the source's words; the only thing that an analyst may "
        "do to them is to leave some out, with a visible mark. Without the articles, lengths alone are held "
        "against each other.",
        "Put the source's words back, or say it in your own in an assessment.",
        _find_edited,
    ),
    Rule(
        "strange-number",
        Severity.ERROR,
        "A number in a quote that is not in its citation, such as $4.2 where the source says $4.2 billion.",
        "Numbers are what readers carry away, and a trimmed sentence may have lost half of one. Needs the "
        "articles.",
        "Trim the quote so that the number keeps its unit, or take it whole.",
        _find_strange_numbers,
    ),
    Rule(
        "unreadable-opening",
        Severity.WARNING,
        "A quote that opens with a pronoun, a connective or a thing that only the sentence before it names.",
        "“He rejected the deal” is true and useless where nobody knows who, and which deal.",
        "Keep another sentence, or the one before it as well.",
        _find_unreadable,
    ),
    Rule(
        "repeated-sentence",
        Severity.WARNING,
        "Two quotes that say the same.",
        "A statement that stands twice seems to be two, and takes the room of another.",
        "Drop one of the two in the draft.",
        _find_repeated,
    ),
)
