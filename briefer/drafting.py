"""Steps 5 to 8 of the pipe: from what articles say to a brief, top to bottom on one page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import count

from briefer import __version__
from briefer.analysis.choices import Settled, StaleChoice, find_stale_choices, settle_choices
from briefer.analysis.key_points import select_key_points
from briefer.analysis.overtaken import Known, sift_overtaken
from briefer.analysis.selection import (
    Printed,
    keep_strong,
    part_opinion,
    rate_evidence,
    select_evidence,
    words_of,
)
from briefer.changes import compare_briefs, find_news, leave_out_told
from briefer.composition import SectionPlan, compose_brief
from briefer.errors import NothingInPeriod, NothingReadable, NothingToReport
from briefer.model import (
    Article,
    Brief,
    Curation,
    Draft,
    Evidence,
    Method,
    Reading,
)
from briefer.summarising import choose_sentences
from briefer.summary import Summariser
from briefer.surveying import Survey, articles_in_period, focus_survey
from briefer.text.brackets import words_of_source
from briefer.text.words import count_words

_KEY_POINT_SHARE = 0.25
_SUMMARY_SHARE = 0.5
_LONGEST_SUMMARY = 130  # words: a paragraph of about five sentences
_WORDS_PER_KEY_POINT = 40
_FEWEST_KEY_POINTS, _MOST_KEY_POINTS = 3, 5


def draft_brief(
    reading: Reading,
    survey: Survey,
    draft: Draft,
    *,
    summariser: Summariser,
    before: Brief | None = None,
    allow_silence: bool = False,
    on_progress: Callable[[int, int], None] | None = None,
) -> Brief:
    """The brief that a draft comes to, on its themes in their order, or else on those of the survey.

    For readers of the brief `before` it says what is new: what that one printed is not printed again
    unless it is pinned, nor what says the same, nor what that one found and passed over.

    `survey` is of the articles of `reading`, or of those that the draft may use. What the analyst pinned
    opens the key points and what was kept opens its section, whatever the budget; sentences chosen by
    score fill up what is left of it.

    `on_progress` is told after each theme how many steps are done, and of how many; what it raises ends
    the drafting.

    Raises:
        NothingToReport: no printable sentence of any article speaks to any theme, and none was chosen;
            with a brief `before` that is worth reporting, unless no article may be used. With
            `allow_silence` the brief says so itself.
    """
    survey = focus_survey(survey, draft)
    spec = draft.spec
    step = _stepper(len(survey.themes) + 2, on_progress)
    settled = settle_choices(draft, survey.articles, survey.evidence)
    if _is_silent(survey, settled) and not (allow_silence or (before and survey.articles)):
        raise _explain_silence(reading, survey)
    articles = {article.id: article for article in survey.articles}
    news = find_news(before, survey.evidence, articles)
    sifted = sift_overtaken(news.evidence, articles, known=_list_known(before))
    survey = replace(survey, evidence=sifted.current)
    settled = replace(settled, kept=leave_out_told(before, settled.kept, articles).evidence)
    chosen = [*settled.pinned, *(found for kept in settled.kept.values() for found in kept)]
    printed = Printed()
    # What is dropped counts as said, so that neither it nor its like is chosen.
    for excerpt in (*settled.dropped, *(found.excerpt for found in chosen)):
        printed.add(excerpt, words_of(excerpt, articles))
    left = max(spec.words - _count_quoted(chosen, articles), 0)
    step()
    key_points = settled.pinned
    for evidence in (_both(news.revising, sifted.current), sifted.current):
        more = _fill_key_points(
            evidence, key_points, articles, printed, sifted.overtaken, words=left, of=spec.words
        )
        left -= _count_quoted(more, articles)
        key_points = (*key_points, *more)
    step()
    brief = compose_brief(
        draft,
        survey.articles,
        key_points=key_points,
        sections=plan_sections(survey, settled, printed, words=left, summariser=summariser, step=step),
        cuts=settled.cuts,
        method=replace(
            _describe_method(reading, survey, draft, settled, summariser),
            overtaken=len({found.excerpt.sentence for found in sifted.by}),
        ),
    )
    if before:
        return replace(brief, changes=compare_briefs(before, brief, news=news))
    return brief


def find_stale(reading: Reading, survey: Survey, draft: Draft) -> tuple[StaleChoice, ...]:
    """The choices of a draft that cannot be followed: their articles or words are not there any more."""
    survey = focus_survey(survey, draft)
    return find_stale_choices(draft, reading.articles, survey.articles, survey.evidence)


def _stepper(total: int, on_progress: Callable[[int, int], None] | None) -> Callable[[], None]:
    """Tells at each call that one more of `total` steps is done."""
    done = count(1)

    def step() -> None:
        if on_progress:
            on_progress(next(done), total)

    return step


def _fill_key_points(
    pools: Mapping[str, Sequence[Evidence]],
    taken: Sequence[Evidence],
    articles: Mapping[str, Article],
    printed: Printed,
    overtaken: Mapping[Evidence, Sequence[Evidence]],
    *,
    words: int,
    of: int,
) -> tuple[Evidence, ...]:
    """Key points chosen by score beside those that are `taken`; themes that have none choose first."""
    budget = max(round(of * _KEY_POINT_SHARE), _FEWEST_KEY_POINTS * _WORDS_PER_KEY_POINT)
    return select_key_points(
        list(pools.values()),
        articles,
        printed,
        limit=max(min(budget // _WORDS_PER_KEY_POINT, _MOST_KEY_POINTS) - len(taken), 0),
        words=min(max(budget - _count_quoted(taken, articles), 0), words),
        beside=taken,
        overtaken=overtaken,
    )


def plan_sections(
    survey: Survey,
    settled: Settled,
    printed: Printed,
    *,
    words: int,
    summariser: Summariser,
    step: Callable[[], None],
) -> tuple[SectionPlan, ...]:
    """Choose summary, evidence and commentary for every theme, at most `words` words beside what is kept.

    The theme with the least to show chooses first, so that a rich theme does not take its few
    sentences; words that it leaves over go to the others.
    """
    articles = {article.id: article for article in survey.articles}
    plans: dict[str, SectionPlan] = {}
    scarce_first = sorted(survey.themes, key=lambda theme: len(survey.evidence[theme.name]))
    for index, theme in enumerate(scarce_first):
        share = words // (len(scarce_first) - index)
        pool = survey.evidence[theme.name]
        reporting = keep_strong(part_opinion(pool, articles)[0])
        chosen = choose_sentences(
            [found.excerpt for found in reporting],
            [rate_evidence(found, articles) for found in reporting],
            survey.articles,
            printed,
            words=min(round(share * _SUMMARY_SHARE), _LONGEST_SUMMARY),
            summariser=summariser,
        )
        summary = tuple(reporting[sentence.index] for sentence in chosen)
        rest = share - _count_quoted(summary, articles)
        evidence = select_evidence(pool, articles, printed, words=rest)
        shown = (*settled.kept[theme.name], *evidence)
        plans[theme.name] = SectionPlan(
            theme, settled.found[theme.name], summary, *part_opinion(shown, articles)
        )
        words -= _count_quoted((*summary, *evidence), articles)
        step()
    return tuple(plans[theme.name] for theme in survey.themes)


def _list_known(before: Brief | None) -> tuple[Known, ...]:
    """What readers were told by the brief before."""
    return tuple(
        Known(words_of_source(quote), quote.published) for quote in (before.quotes() if before else ())
    )


def _both(
    pools: Mapping[str, Sequence[Evidence]], others: Mapping[str, Sequence[Evidence]]
) -> Mapping[str, tuple[Evidence, ...]]:
    return {
        theme: tuple(found for found in pool if found in kept)
        for theme, pool in pools.items()
        for kept in (frozenset(others.get(theme, ())),)
    }


def _count_quoted(evidence: Sequence[Evidence], articles: Mapping[str, Article]) -> int:
    return sum(count_words(words_of(found.excerpt, articles)) for found in evidence)


def _describe_method(
    reading: Reading, survey: Survey, draft: Draft, settled: Settled, summariser: Summariser
) -> Method:
    in_period = articles_in_period(reading.articles, draft.spec)
    unloaded = reading.unloaded
    return Method(
        files_found=reading.files_found,
        files_skipped=len(reading.failures),
        duplicates=len(reading.duplicates) + unloaded.duplicates,
        outside_period=len(reading.articles) - len(in_period) + unloaded.outside_period,
        articles_read=len(survey.articles) + unloaded.articles,
        undated=sum(1 for article in survey.articles if article.published is None) + unloaded.undated,
        lines_removed=sum(len(article.removed) for article in survey.articles) + unloaded.lines_removed,
        sentences=survey.sentence_count + unloaded.sentences,
        summariser=summariser.name,
        template=draft.spec.template,
        version=__version__,
        curation=Curation(
            pinned=len(settled.pinned),
            kept=sum(map(len, settled.kept.values())),
            dropped=len(settled.dropped),
            left_out=len(in_period) - len(survey.articles),
        ),
    )


def _is_silent(survey: Survey, settled: Settled) -> bool:
    """Whether there is nothing that could be printed."""
    pools = survey.evidence.values()
    is_chosen = settled.pinned or any(settled.kept.values())
    return not is_chosen and all(found.excerpt.dependence for pool in pools for found in pool)


def _explain_silence(reading: Reading, survey: Survey) -> NothingToReport:
    if not survey.articles and not reading.unloaded.articles:
        if reading.articles:
            return NothingInPeriod()
        return NothingToReport("Nothing to report: there is no article in what was read.")
    found = sum(map(len, survey.evidence.values()))
    if found:
        return NothingReadable(found)
    names = ", ".join(theme.name for theme in survey.themes) or "any theme"
    return NothingToReport(f"Nothing to report: no sentence that was read speaks to {names}.")
