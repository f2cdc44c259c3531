"""A theme file that a person wrote, read strictly: whatever is wrong is told with the way out."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from briefer.analysis.matching import phrase_forms
from briefer.errors import InvalidFile, hint_at
from briefer.model import Lexicon, Term, Theme
from briefer.tables import Refused, check_keys, join_place, spell_string
from briefer.text.words import FUNCTION_WORDS, find_words
from briefer.toml import parse_toml

MAX_NAME, MAX_TITLE, MAX_DESCRIPTION, MAX_PHRASE = 40, 80, 300, 80  # characters
MAX_PHRASE_WORDS = 8
MAX_BYTES = 1_000_000

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_GROUP_MARK = "@"
_THEME_KEYS = ("name", "title", "description", "exclude", "groups", "terms")
_TERM_KEYS = ("weight", "exact", "near", "within")
_MAX_WITHIN = 50  # words: no sentence worth quoting is longer to either side
_SCALE = "Give a number above 0 and up to 10: 3 is unmistakable, 2 strong, 1 suggestive, 0.5 weak."


def read_theme(path: Path) -> Theme:
    """Read one theme file.

    Raises:
        InvalidFile: The file cannot be read, is not TOML, or says something that a theme cannot mean.
    """
    return parse_theme(path, read_tables(path))


def read_tables(path: Path) -> dict[str, Any]:
    """The tables of a TOML file.

    Raises:
        InvalidFile: The file cannot be read or is not TOML.
    """
    try:
        if not path.is_file():
            raise InvalidFile(path, "", "no such file", "Check the path; a theme is one TOML file.")
        if path.stat().st_size > MAX_BYTES:
            raise InvalidFile(path, "", f"larger than {MAX_BYTES:,} bytes", "Split it into several themes.")
        raw = path.read_bytes()
    except OSError as error:
        raise InvalidFile(path, "", error.strerror or str(error), "Make the file readable.") from error
    return parse_toml(path, raw, way_out="Put phrases in quotes, one term in each line.")


def parse_theme(path: Path, tables: Mapping[str, Any]) -> Theme:
    """The theme that the tables of `path` describe.

    Raises:
        InvalidFile: They say something that a theme cannot mean.
    """
    try:
        return _theme(tables)
    except Refused as refused:
        raise InvalidFile(path, refused.where, refused.problem, refused.way_out) from None


def find_claimed_name(tables: Mapping[str, Any]) -> str | None:
    """The name that a theme file gives itself, whatever else is wrong with it."""
    name = tables.get("name")
    return name if isinstance(name, str) and _NAME.fullmatch(name) else None


def _theme(tables: Mapping[str, Any]) -> Theme:
    check_keys("", tables, _THEME_KEYS)
    name = _line("name", tables.get("name"), MAX_NAME)
    if not _NAME.fullmatch(name):
        raise Refused("name", f"{name!r} cannot be typed as a name", 'Write it like "arms-sales".')
    title = _line("title", tables.get("title"), MAX_TITLE)
    description = _line("description", tables.get("description"), MAX_DESCRIPTION)
    groups = _groups(tables.get("groups", {}))
    terms = _terms(tables.get("terms"), groups)
    return Theme(name, title, description, Lexicon(terms, _phrases("exclude", tables.get("exclude", []))))


def _line(where: str, value: object, limit: int) -> str:
    """One line of text that is safe to print, composed as Unicode asks (NFC)."""
    if value is None:
        raise Refused(where, "missing", f'Write {where} = "..." at the top of the file.')
    if not isinstance(value, str):
        raise Refused(where, "not a text", "Put it in quotes.")
    text = unicodedata.normalize("NFC", value).strip()
    if not text:
        raise Refused(where, "empty", "Write a few words in it.")
    if not text.isprintable():
        code = next(ord(character) for character in text if not character.isprintable())
        raise Refused(where, f"holds the unprintable character U+{code:04X}", "Delete or replace it.")
    if len(text) > limit:
        raise Refused(where, f"longer than {limit} characters", "Shorten it.")
    return text


def _groups(value: object) -> dict[str, tuple[str, ...]]:
    """The words of each group, by its name."""
    if not isinstance(value, dict):
        raise Refused(
            "groups", "not a table", 'Write lines such as hardware = ["missile", "tank"] under [groups].'
        )
    groups = {}
    for name, words in value.items():
        where = join_place("groups", name)
        if not _NAME.fullmatch(name):
            raise Refused(where, "cannot be written as a name", 'Call it like "hardware", in small letters.')
        groups[name] = _near_words(where, words)
    return groups


def _terms(value: object, groups: Mapping[str, Sequence[str]]) -> tuple[Term, ...]:
    """The terms with their groups written out. Every group must be used."""
    if not isinstance(value, dict) or not value:
        raise Refused("terms", "the theme has no terms", 'Write lines such as "arms deal" = 3 under [terms].')
    unused = set(groups)
    terms = tuple(_term(phrase, settings, groups, unused) for phrase, settings in value.items())
    _refuse_twins("terms", [term.phrase for term in terms if not term.exact])
    _refuse_twins("terms", [term.phrase for term in terms if term.exact], exact=True)
    for name in groups:
        if name in unused:
            way_out = f'Write near = ["{_GROUP_MARK}{name}"] in a term, or delete the group.'
            raise Refused(join_place("groups", name), "no term uses this group", way_out)
    return terms


def _term(key: str, value: object, groups: Mapping[str, Sequence[str]], unused: set[str]) -> Term:
    """The term that one line describes. The groups that it names are taken from `unused`."""
    where = join_place("terms", key)
    phrase = _phrase(where, key)
    settings = value if isinstance(value, dict) else {"weight": value}
    check_keys(where, settings, _TERM_KEYS)
    exact = settings.get("exact", False)
    if not isinstance(exact, bool):
        raise Refused(f"{where}.exact", "neither true nor false", "Write exact = true, or leave it out.")
    if not (exact and phrase != phrase.lower()) and _is_everywhere(phrase):
        way_out = "Add a word, or write an acronym in capitals with exact = true."
        raise Refused(where, "stands in every text", way_out)
    near: tuple[str, ...] = ()
    if "near" in settings:
        named, own = _part_groups(f"{where}.near", settings["near"], groups)
        near = _near(f"{where}.near", named, own, groups)
        unused.difference_update(named)
    within = _within(f"{where}.within", settings["within"], near) if "within" in settings else None
    return Term(phrase, _weight(f"{where}.weight", settings.get("weight")), exact, near, within)


def _weight(where: str, value: object) -> float:
    if value is None:
        raise Refused(where, "missing", _SCALE)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 10:
        raise Refused(where, f"{ascii(value)[:30]} is no weight", _SCALE)
    return float(value)


def _within(where: str, value: object, near: Sequence[str]) -> int:
    if not near:
        raise Refused(where, "within of nothing", 'Name the words with near = ["..."], or leave it out.')
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= _MAX_WITHIN:
        way_out = f"Give a whole number of words from 1 to {_MAX_WITHIN}, or leave it out."
        raise Refused(where, f"{ascii(value)[:30]} is no number of words", way_out)
    return value


def _part_groups(where: str, value: object, groups: Collection[str]) -> tuple[list[str], list[object]]:
    """The groups that a list names, and whatever else stands in it."""
    if not isinstance(value, list):
        raise Refused(where, "not a list", f'Write {where.rpartition(".")[2]} = ["...", "..."].')
    named, own = [], []
    for entry in value:
        if not (isinstance(entry, str) and entry.startswith(_GROUP_MARK)):
            own.append(entry)
            continue
        name = entry.removeprefix(_GROUP_MARK)
        if name not in groups:
            marked = [f"{_GROUP_MARK}{group}" for group in groups]
            hint = hint_at(entry, marked, otherwise=f"Define {name} under [groups].")
            raise Refused(where, f"no group is called {name!r}", hint)
        if name in named:
            raise Refused(where, f"names the group {name!r} twice", "Keep one of the two.")
        named.append(name)
    return named, own


def _near(
    where: str, named: Sequence[str], own: Sequence[object], groups: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """The words of the named groups, of which two may share some, and then the term's own."""
    own_words = _near_words(where, own) if own or not named else ()
    words: list[str] = []
    matched: set[tuple[str, ...]] = set()
    for phrase in chain.from_iterable(groups[name] for name in named):
        forms = phrase_forms(phrase).keys()
        if matched.isdisjoint(forms):
            words.append(phrase)
        matched.update(forms)
    near = (*words, *own_words)
    _refuse_twins(where, near)
    return near


def _near_words(where: str, value: object) -> tuple[str, ...]:
    """Words and pairs of words that may stand near a term."""
    near = _phrases(where, value)
    if not near:
        raise Refused(where, "empty", "Name a word that must stand nearby, or leave it out.")
    for phrase in near:
        if len(_words(phrase)) > 2:
            raise Refused(where, f"{phrase!r} is more than two words", "Give words and pairs of words.")
        if _is_everywhere(phrase):
            raise Refused(where, f"{phrase!r} stands in every text", "Name a telling word.")
    return near


def _is_everywhere(phrase: str) -> bool:
    return all(word.casefold() in FUNCTION_WORDS for word in _words(phrase))


def _words(phrase: str) -> tuple[str, ...]:
    """The words of the phrase in its open spelling."""
    return next(iter(phrase_forms(phrase).values()), ())


def _phrases(where: str, value: object) -> tuple[str, ...]:
    """Phrases of which no two match the same words."""
    if not isinstance(value, list):
        raise Refused(where, "not a list", f'Write {where.rpartition(".")[2]} = ["...", "..."].')
    phrases = tuple(_phrase(f"{where}[{index}]", phrase) for index, phrase in enumerate(value, start=1))
    _refuse_twins(where, phrases)
    return phrases


def _phrase(where: str, value: object) -> str:
    phrase = _line(where, value, MAX_PHRASE)
    if phrase.startswith(_GROUP_MARK):
        raise Refused(where, "a group can stand only in near", "Write the words themselves.")
    words = find_words(phrase)
    if not words:
        raise Refused(where, "holds no word", "Give a phrase of letters or digits.")
    if len(words) > MAX_PHRASE_WORDS:
        raise Refused(where, f"longer than {MAX_PHRASE_WORDS} words", "Name the words that matter.")
    return phrase


def _refuse_twins(where: str, phrases: Sequence[str], *, exact: bool = False) -> None:
    """Refuse a phrase that matches the same words as one before it."""
    seen: dict[tuple[str, ...], str] = {}
    for phrase in phrases:
        forms = phrase_forms(phrase)
        matched = forms.values() if exact else forms.keys()
        for form in matched:
            if form in seen:
                problem = f"matches the same words as {spell_string(seen[form])}"
                raise Refused(join_place(where, phrase), problem, "Keep one of the two.")
        seen.update(dict.fromkeys(matched, phrase))
