"""Step 8 of the pipe: the chosen evidence becomes a finished document."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from briefer.annex import make_annex
from briefer.model import (
    Article,
    Brief,
    BriefSpec,
    Choice,
    Citation,
    Draft,
    Evidence,
    Excerpt,
    Genre,
    KeyPoint,
    Lexicon,
    Mark,
    Method,
    Place,
    Quote,
    QuoteKind,
    Repair,
    Section,
    Source,
    Span,
    Theme,
    Waiver,
)
from briefer.text.brackets import find_shown, leave_out_told
from briefer.text.hygiene import clean_text
from briefer.text.similarity import SeenTexts
from briefer.text.stories import CONTINUED_SHARE, Told
from briefer.text.trimming import find_parts, join_parts

_MOST_HELD = 1_000
"""So many sentences of a theme, the strongest ones, are held against its key points."""
_MOST_NAMED = 5
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")

Cuts = Mapping[Evidence, tuple[Span, ...]]
"""What is left out of trimmed evidence."""


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """The evidence chosen for one theme's section; `found` is all there was, printed or not."""

    theme: Theme
    found: tuple[Evidence, ...]
    summary: tuple[Evidence, ...]
    evidence: tuple[Evidence, ...]
    commentary: tuple[Evidence, ...]


def compose_brief(
    draft: Draft,
    articles: Sequence[Article],
    *,
    key_points: Sequence[Evidence],
    sections: Sequence[SectionPlan],
    cuts: Cuts,
    method: Method,
) -> Brief:
    """Quote the chosen evidence, number its sources and add what the analyst wrote.

    `articles` are all that the brief could draw on; those it quotes come first among the sources,
    in the order in which a reader meets them.
    """
    printed = [*key_points, *(found for plan in sections for found in _in_printing_order(plan))]
    numbers = _number_sources(printed, articles)
    by_id = {article.id: article for article in articles}
    quotes: dict[Evidence, Quote] = {}
    for number, found in enumerate(printed, start=1):
        article = by_id[found.excerpt.sentence.article_id]
        told = " ".join(quote.text for quote in quotes.values())
        excerpt = replace(found.excerpt, repairs=leave_out_told(found.excerpt.repairs, told))
        quote = _quote(number, excerpt, article, numbers, cuts.get(found, ()))
        quotes[found] = replace(quote, rewording=_find_rewording(draft, found))
    titles = {plan.theme.name: plan.theme.title for plan in sections}
    dates = [article.published.value for article in articles if article.published]
    spec = draft.spec
    return Brief(
        title=clean_words(spec.title) or join_titles([plan.theme.title for plan in sections]),
        audience=clean_words(spec.audience),
        handling=clean_words(spec.handling),
        language="en",
        as_of=spec.as_of,
        period=spec.period,
        oldest=min(dates, key=lambda found: found.earliest, default=None),
        newest=max(dates, key=lambda found: found.latest, default=None),
        bottom_line=clean_paragraphs(draft.bottom_line),
        key_points=tuple(
            KeyPoint(titles[found.score.theme], quotes[found], origins, is_retold)
            for found, origins, is_retold in zip(
                key_points,
                _count_origins(key_points, sections, by_id),
                _find_retold(key_points, sections, by_id),
                strict=True,
            )
        ),
        sections=tuple(
            _section(plan, key_points, quotes, draft.assessment_of(plan.theme.name)) for plan in sections
        ),
        sources=_list_sources(numbers, by_id, tuple(quotes.values())),
        method=method,
        limits=_state_limits(articles, method, spec),
        paper=spec.paper,
        spec=spec,
        waivers=tuple(Waiver(waiver.rule, clean_words(waiver.reason)) for waiver in draft.waivers),
        choices=tuple(_without_dropped_words(choice) for choice in draft.choices),
        left_out=draft.left_out,
        annex=make_annex(tuple(quotes.values()), by_id, words=spec.annex_words),
    )


def _without_dropped_words(choice: Choice) -> Choice:
    """The choice without words that the analyst did not want to pass on."""
    return replace(choice, words="") if choice.mark is Mark.DROPPED else choice


def join_titles(titles: Sequence[str]) -> str:
    """One title of several themes: "Arms sales, airstrikes, energy"; acronyms keep their capitals.

    Of many the first ones are named.
    """
    named = titles if len(titles) <= _MOST_NAMED else titles[: _MOST_NAMED - 1]
    rest = [title if title[1:2].isupper() else title[:1].lower() + title[1:] for title in named[1:]]
    more = len(titles) - len(named)
    return ", ".join([*named[:1], *rest]) + (f" and {more} further themes" if more else "")


def clean_words(text: str | None) -> str:
    """The analyst's words as one line that is safe to print; empty where there are none."""
    return " ".join(clean_text(text or "").split())


def clean_paragraphs(text: str) -> str:
    """The analyst's text, safe to print: one line for each paragraph, with a blank line between."""
    paragraphs = (" ".join(paragraph.split()) for paragraph in _PARAGRAPH_BREAK.split(clean_text(text)))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def digest_text(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def digest_lexicon(lexicon: Lexicon) -> str:
    """SHA-256 of the terms and exclusions, in hexadecimal: the same for two lexicons that find the same."""
    return digest_text(json.dumps(asdict(lexicon), sort_keys=True))


def make_source(number: int, article: Article, quotes: tuple[int, ...] = ()) -> Source:
    """An article as the list of sources has it; `quotes` numbers those taken from it."""
    return Source(
        number=number,
        article_id=article.id,
        file=article.path.as_posix(),
        sha256=article.sha256,
        text_sha256=digest_text(article.text),
        title=article.title.value if article.title else None,
        authors=article.authors.value if article.authors else (),
        outlet=article.outlet.value if article.outlet else None,
        published=article.published.value if article.published else None,
        genre=article.genre.value if article.genre else None,
        url=article.url.value if article.url else None,
        language=article.language.value if article.language else None,
        quotes=quotes,
    )


def _in_printing_order(plan: SectionPlan) -> tuple[Evidence, ...]:
    return (*plan.summary, *plan.evidence, *plan.commentary)


def _number_sources(printed: Sequence[Evidence], articles: Sequence[Article]) -> Mapping[str, int]:
    cited = [found.excerpt.sentence.article_id for found in printed]
    ordered = dict.fromkeys([*cited, *(article.id for article in articles)])
    return {article_id: number for number, article_id in enumerate(ordered, start=1)}


def _count_origins(
    key_points: Sequence[Evidence], plans: Sequence[SectionPlan], articles: Mapping[str, Article]
) -> tuple[int, ...]:
    """For each key point the number of origins that say the same in a sentence of its theme.

    Articles that say it word for word alike had it from one place, and are one origin.
    """
    said = {found.score.theme: SeenTexts() for found in key_points}
    wordings: dict[tuple[str, int], dict[str, set[str]]] = {}
    places = []

    def note(place: tuple[str, int], article_id: str, words: str) -> None:
        key = " ".join(words.casefold().split())
        wordings.setdefault(place, {}).setdefault(key, set()).add(article_id)

    for found in key_points:
        words = articles[found.excerpt.sentence.article_id].words(found.excerpt.span)
        place = found.score.theme, said[found.score.theme].add(words)
        note(place, found.excerpt.sentence.article_id, words)
        places.append(place)
    for plan in plans:
        seen = said.get(plan.theme.name)
        for found in plan.found if seen else ():
            article_id = found.excerpt.sentence.article_id
            words = articles[article_id].words(found.excerpt.span)
            number = seen.find(words) if seen else None
            if number is not None:
                note((plan.theme.name, number), article_id, words)
    return tuple(_count_apart(wordings[place].values()) for place in places)


def _find_retold(
    key_points: Sequence[Evidence], plans: Sequence[SectionPlan], articles: Mapping[str, Article]
) -> Iterator[bool]:
    """For each key point whether another article has a sentence on its theme that may say as much."""
    told: dict[str, tuple[Told, tuple[tuple[str, str], ...]]] = {}
    for plan in plans:
        if any(found.score.theme == plan.theme.name for found in key_points):
            texts = tuple(
                (
                    found.excerpt.sentence.article_id,
                    articles[found.excerpt.sentence.article_id].words(found.excerpt.span),
                )
                for found in sorted(plan.found, key=lambda found: -found.strength)[:_MOST_HELD]
            )
            told[plan.theme.name] = Told([words for _, words in texts]), texts
    for found in key_points:
        own = articles[found.excerpt.sentence.article_id].words(found.excerpt.span)
        seen, texts = told.get(found.score.theme, (None, ()))
        kinships = seen.rate_kinship(own) if seen else ()
        yield any(
            kinship >= CONTINUED_SHARE and article_id != found.excerpt.sentence.article_id and words != own
            for kinship, (article_id, words) in zip(kinships, texts, strict=True)
        )


def _count_apart(groups: Iterable[set[str]]) -> int:
    """How many groups are left when those that share an article are joined."""
    apart: list[set[str]] = []
    for group in groups:
        joined = group.union(*(other for other in apart if other & group))
        apart = [*(other for other in apart if not other & group), joined]
    return len(apart)


def _quote(
    number: int, excerpt: Excerpt, article: Article, numbers: Mapping[str, int], cuts: Sequence[Span]
) -> Quote:
    parts = find_parts(article.text, excerpt.span, cuts)
    repairs = find_shown(excerpt.repairs, parts)
    return Quote(
        number=number,
        text=join_parts(article.text, excerpt.span, parts, repairs),
        citation=Citation(numbers[article.id], excerpt.sentence.paragraph, article.id, excerpt.span),
        kind=_kind(excerpt, parts, repairs),
        parts=parts,
        sentence=excerpt.sentence.span,
        lines=article.paragraphs[excerpt.sentence.paragraph - 1].lines,
        genre=article.genre.value if article.genre else None,
        published=article.published.value if article.published else None,
        repairs=repairs,
    )


def _kind(excerpt: Excerpt, parts: Sequence[Span], repairs: Sequence[Repair]) -> QuoteKind:
    if parts != (excerpt.span,):
        return QuoteKind.TRIMMED
    return QuoteKind.REPAIRED if repairs else QuoteKind.VERBATIM


def _find_rewording(draft: Draft, found: Evidence) -> str:
    place = Place(found.excerpt.sentence.article_id, found.excerpt.sentence.span)
    for choice in draft.choices:
        if choice.is_printed and (choice.printed_under, choice.place) == (found.score.theme, place):
            return clean_paragraphs(choice.rewording)
    return ""


def _section(
    plan: SectionPlan, key_points: Sequence[Evidence], quotes: Mapping[Evidence, Quote], assessment: str
) -> Section:
    return Section(
        theme=plan.theme.name,
        title=plan.theme.title,
        lexicon_sha256=digest_lexicon(plan.theme.lexicon),
        summary=tuple(quotes[found] for found in plan.summary),
        evidence=tuple(quotes[found] for found in plan.evidence),
        commentary=tuple(quotes[found] for found in plan.commentary),
        key_points=tuple(
            number for number, found in enumerate(key_points, start=1) if found.score.theme == plan.theme.name
        ),
        sentence_count=len(plan.found),
        source_count=len({found.excerpt.sentence.article_id for found in plan.found}),
        assessment=clean_paragraphs(assessment),
    )


def _list_sources(
    numbers: Mapping[str, int], articles: Mapping[str, Article], quotes: Sequence[Quote]
) -> tuple[Source, ...]:
    used: dict[str, list[int]] = {}
    for quote in quotes:
        used.setdefault(quote.citation.article_id, []).append(quote.number)
    return tuple(
        make_source(number, articles[article_id], tuple(used.get(article_id, ())))
        for article_id, number in numbers.items()
    )


def _state_limits(articles: Sequence[Article], method: Method, spec: BriefSpec) -> tuple[str, ...]:
    """What a reader must know before relying on the brief: about our method, never about the world."""
    limits = [
        "Every sentence is quoted word for word from a source. That a source says it does not make it true: "
        "nothing here has been checked against the facts.",
        "The sources are the files that were given. What they leave out is not in this brief.",
        "Sentences were found by weighted word lists. One that speaks to a theme in other words is missed.",
    ]
    total = method.articles_read
    if method.undated:
        limits.append(
            f"{_of(method.undated, total)} undated: no date of publication was found, and none was guessed."
        )
    late = sum(1 for article in articles if article.id in spec.late and article.published)
    if late:
        limits.append(
            f"{_of(late, total)} older than the period: they came in when it had been reported on, or a"
            " sentence of theirs was pinned."
        )
    opinion = sum(1 for article in articles if article.genre and article.genre.value is Genre.OPINION)
    if opinion:
        limits.append(f"{_of(opinion, total)} opinion. What opinion says is set apart as commentary.")
    unknown = sum(1 for article in articles if article.genre is None)
    if unknown:
        limits.append(
            f"{_of(unknown, total)} of undetermined genre: nothing in them says whether they report or argue."
        )
    foreign = sorted({article.language.value for article in articles if article.language} - {"en"})
    if foreign:
        limits.append(
            f"Some articles are not in English ({', '.join(foreign)}); the built-in word lists are, and find "
            "little or nothing in them."
        )
    return tuple(limits)


def _of(count: int, total: int) -> str:
    return f"{count} of {total} {'article' if total == 1 else 'articles'} {'is' if count == 1 else 'are'}"
