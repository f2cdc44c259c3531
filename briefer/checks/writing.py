"""Rules on what the analyst wrote: how likely, how sure, and whose words."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefer.checks.rules import Breach, Case, Rule, iter_quotes, iter_written, iter_written_sentences
from briefer.model import Severity
from briefer.text.hygiene import clean_line


def _split_terms(text: str) -> tuple[str, ...]:
    return tuple(" ".join(term.split()) for term in text.split(","))


ICD_203_TERMS = _split_terms(
    """almost no chance, remote chance, remote possibility, very unlikely, highly improbable, unlikely,
    improbable, improbably, roughly even chance, roughly even odds, likely, probable, probably, very likely,
    highly probable, almost certain, almost certainly, nearly certain"""
)
"""The words of Intelligence Community Directive 203 (2015), section D.6.e, for how likely something is.

Its bare "remote" stands here with a noun: most often the word is of places.
"""

_OTHER_TERMS = _split_terms(
    """possibly, perhaps, maybe, conceivably, conceivable, presumably, plausible, plausibly, doubtful, might,
    may well, might well, could well, in all likelihood, in all probability, good chance, fair chance,
    strong chance, slim chance, little chance, every chance, real possibility, distinct possibility,
    serious possibility, strong possibility, extremely likely, extremely unlikely, highly likely,
    highly unlikely, quite likely, most likely, fairly likely, rather likely, less likely than not,
    more likely than not, better than even, virtually certain, virtually impossible, certain to,
    certainly will, bound to, cannot be ruled out, cannot rule out, can not be ruled out, odds are,
    chances are, a toss-up"""
)
_ADJECTIVES = "military|naval|economic|financial|full|sheer|industrial|political|the|its|their|his|her"
_NOT_LIKELIHOOD = re.compile(rf"\b(?:{_ADJECTIVES}) might\b|\bmight (?:of|and)\b", re.IGNORECASE)
_CONFIDENCE = re.compile(
    r"\b(?:very |fairly )?(?:high|moderate|medium|low|great|little|full|complete|limited)"
    r"(?:(?:-to-| to )(?:moderate|medium|high))?(?: (?:degree|level)s? of)?[ -]confidence\b"
    r"(?! (?:vote|trick))"
    r"|\b(?:we|I) (?:are|am|remain|feel) (?:\w+ )?confident\b"
    r"|\bconfidence (?:levels?|in (?:this|that|our|the) (?:judge?ment|assessment|analysis)s?)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»")
_FEWEST_QUOTED_WORDS = 4  # fewer may be a name or a term of art
_AMOUNT = re.compile(
    r"(?P<sign>[$€£¥]\s?)?(?P<digits>\d+(?:[.,]\d+)*)"
    r"(?:\s?(?P<unit>%|(?:per\s?cent|(?:m|b|tr)illion|thousand|bn|mn?|tonnes?|km|barrels)\b))?"
)
_UNITS = {"%": "percent", "per cent": "percent", "bn": "billion", "m": "million", "mn": "million"}
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TBC|TBD|TK|XX+|lorem ipsum)\b|\?\?\?|<[a-z][a-z ]+>|\[(?:insert|add|check|name|date)\b",
)
_LONGEST_HANDLING = 48  # characters that the head of a page has room for


def _find_mixed(case: Case) -> Iterator[Breach]:
    terms = _terms_pattern((*case.likelihood, *ICD_203_TERMS))
    for where, sentence in iter_written_sentences(case.brief):
        sure, likely = _CONFIDENCE.search(sentence), terms.search(sentence)
        if sure and likely:
            yield where, f"It says both how sure it is (“{sure[0]}”) and how likely (“{likely[0]}”)."


def _find_foreign_terms(case: Case) -> Iterator[Breach]:
    terms = _terms_pattern((*case.likelihood, *ICD_203_TERMS, *_OTHER_TERMS))
    for where, sentence in iter_written_sentences(case.brief):
        # Blanked with as many characters, so that what remains is found where it stands.
        plain = _NOT_LIKELIHOOD.sub(lambda match: "_" * len(match[0]), sentence)
        for match in terms.finditer(_CONFIDENCE.sub("_", plain)):
            term = " ".join(match[0].casefold().split())
            if term not in case.likelihood:
                yield where, f"“{term}” is not among the words for how likely something is."


@lru_cache(maxsize=8)
def _terms_pattern(terms: Sequence[str]) -> re.Pattern[str]:
    """Any of the terms as whole words; the longest wins, so that "likely" is not seen in "very likely"."""
    ordered = sorted(set(terms), key=lambda term: (-len(term), term))
    spelled = ("\\s+".join(map(re.escape, term.split())) for term in ordered)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spelled)})(?![\w-])", re.IGNORECASE)


def _find_uncited_quotations(case: Case) -> Iterator[Breach]:
    printed = [_plain(quote.text) for _, quote in iter_quotes(case.brief)]
    for where, text in iter_written(case.brief):
        for match in _QUOTED.finditer(text):
            words = next(found for found in match.groups() if found)
            if len(words.split()) >= _FEWEST_QUOTED_WORDS and not any(
                _plain(words) in quote for quote in printed
            ):
                yield where, f"“{clean_line(words, limit=50)}” stands in no quote of this brief."


def _find_unsupported_amounts(case: Case) -> Iterator[Breach]:
    known = {amount for _, quote in iter_quotes(case.brief) for amount, _ in _iter_amounts(quote.text)}
    for where, sentence in iter_written_sentences(case.brief):
        for amount, words in _iter_amounts(sentence):
            if amount not in known:
                yield where, f"{words} stands in no quote of this brief."


def _iter_amounts(text: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Numbers with a currency sign or a unit, as digits and unit, with the words as they stand."""
    for match in _AMOUNT.finditer(text):
        unit = " ".join((match["unit"] or "").lower().split())
        if match["sign"] or unit:
            yield (match["digits"].replace(",", ""), _UNITS.get(unit, unit)), " ".join(match[0].split())


def _plain(text: str) -> str:
    """Words alone, so that a quotation is known whatever its marks and ends."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return f" {' '.join(words)} "


def _find_placeholders(case: Case) -> Iterator[Breach]:
    brief = case.brief
    heads = (("title", brief.title), ("audience", brief.audience), ("handling", brief.handling))
    for where, text in (*heads, *iter_written(brief)):
        for match in _PLACEHOLDER.finditer(text):
            yield where, f"“{match[0]}” looks like a note to oneself."


def _find_long_handling(case: Case) -> Iterator[Breach]:
    if len(case.brief.handling) > _LONGEST_HANDLING:
        yield "handling", f"It is longer than {_LONGEST_HANDLING} characters and is cut short on later pages."


RULES = (
    Rule(
        "mixed-confidence",
        Severity.ERROR,
        "A sentence of the analyst's that says both how sure it is and how likely something is.",
        "“With high confidence, likely” says two things of two things and is read as one. ICD 203 asks that "
        "they stand in different sentences.",
        "Make two sentences: how likely it is, and how sure you are and why.",
        _find_mixed,
    ),
    Rule(
        "likelihood-word",
        Severity.WARNING,
        "A word of the analyst's for how likely something is that is not on the list.",
        "Readers take “a real possibility” for anything from one in ten to nine in ten. The list is that of "
        f"ICD 203 ({', '.join(ICD_203_TERMS)}), or likelihood-term = [...] under [check] in config.toml.",
        "Use a word of the list.",
        _find_foreign_terms,
    ),
    Rule(
        "uncited-quotation",
        Severity.WARNING,
        "Words in quotation marks in the analyst's text that no quote of the brief has.",
        "Quotation marks claim a source, and the analyst's text has no citations.",
        "Keep the sentence as evidence, or take the quotation marks away.",
        _find_uncited_quotations,
    ),
    Rule(
        "unsupported-amount",
        Severity.WARNING,
        "An amount in the analyst's text, such as $4.3 billion or 12 per cent, that no quote has.",
        "A reader looks it up among the evidence: it may be a slip of the pen, or from a source that is not "
        "cited.",
        "Correct it, or keep the sentence that it is from as evidence.",
        _find_unsupported_amounts,
    ),
    Rule(
        "placeholder",
        Severity.WARNING,
        "TODO, TBC, XXX and the like in what the analyst wrote.",
        "A note to oneself is not meant to be printed.",
        "Write what is missing.",
        _find_placeholders,
    ),
    Rule(
        "long-handling",
        Severity.WARNING,
        "A handling line that the head of a page has no room for.",
        "How a page may be passed on has to be read on the page itself.",
        "Shorten it.",
        _find_long_handling,
    ),
)
