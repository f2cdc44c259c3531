from dataclasses import replace
from datetime import timedelta

import pytest

from briefer.library.listing import count_articles, list_articles
from briefer.library.loading import iter_originals, load_article, load_revisions
from briefer.library.opening import Library
from briefer.library.removing import remove_articles
from briefer.library.saving import save_articles
from briefer.model import Article, Basis, Found, PartialDate
from briefer.model.library import Arrival
from tests.library.making import NOW, PARAGRAPHS, kept, save

MORE = "On Tuesday the ministry withdrew from the contract and gave no reason for it in its statement."
URL = "https://example.com/world/aircraft?id=7"


def test_an_article_leaves_the_library_as_it_entered(library: Library) -> None:
    article, content = kept(title="Ten aircraft", outlet="The Daily Example", published="2026-11", url=URL)
    assert save(library, (article, content)) == (Arrival.NEW,)
    holding, loaded = load_article(library, article.id)
    assert loaded == article
    assert (holding.title, holding.added_at, holding.revisions) == ("Ten aircraft", NOW, 1)
    assert list(iter_originals(library, [article.sha256])) == [(article, content)]


def test_the_same_bytes_enter_once(library: Library) -> None:
    assert save(library, kept(), kept()) == (Arrival.NEW, Arrival.HELD)
    assert save(library, kept()) == (Arrival.HELD,)
    assert count_articles(library) == 1


def test_other_words_at_the_same_address_are_a_revision_and_both_are_kept(library: Library) -> None:
    first, second = (
        kept(url=URL),
        kept(MORE, url="http://www.example.com/world/aircraft/?id=7&utm_source=x#top"),
    )
    assert save(library, first, second) == (Arrival.NEW, Arrival.REVISED)
    holding, shown = load_article(library, first[0].id)
    assert (holding.id, shown.text, holding.revisions) == (second[0].id, MORE, 2)
    assert [revision.article for revision in load_revisions(library, second[0].id)] == [second[0], first[0]]
    assert [found[1] for found in iter_originals(library, [first[0].sha256])] == [first[1]]


def test_a_front_page_is_no_address_of_an_article(library: Library) -> None:
    assert save(library, kept(url="https://example.com/"), kept(MORE, url="https://example.com")) == (
        Arrival.NEW,
        Arrival.NEW,
    )


def test_the_same_title_and_outlet_with_an_added_paragraph_is_a_revision(library: Library) -> None:
    facts = {"title": "Ten aircraft", "outlet": "The Daily Example"}
    assert save(library, kept(**facts), kept(*PARAGRAPHS, MORE, **facts)) == (Arrival.NEW, Arrival.REVISED)


def test_a_column_of_one_title_is_another_article_each_week(library: Library) -> None:
    facts = {"title": "The week ahead", "outlet": "The Daily Example"}
    assert save(library, kept(**facts), kept(MORE, **facts)) == (Arrival.NEW, Arrival.NEW)


def test_the_same_words_in_other_bytes_are_kept_without_being_called_changed(library: Library) -> None:
    assert save(library, kept(url=URL), kept(url=URL, marked="<!-- an advertisement -->")) == (
        Arrival.NEW,
        Arrival.SAVED_AGAIN,
    )


def test_a_reprint_is_another_article_of_the_same_origin(library: Library) -> None:
    first = kept(outlet="The Daily Example", name="a.txt")
    reprint = kept(*PARAGRAPHS[:2], PARAGRAPHS[2], name="b.txt", outlet="Valley Times", marked=" (reprint)")
    other = kept(MORE, name="c.txt")
    assert save(library, first, reprint, other) == (Arrival.NEW,) * 3
    repeats = {holding.path.name: holding.repeats for holding in list_articles(library)}
    assert repeats == {"a.txt": None, "b.txt": first[0].id, "c.txt": None}


def test_a_shortened_reprint_is_of_the_same_origin_whichever_came_first(library: Library) -> None:
    whole = kept(*PARAGRAPHS, MORE, MORE.replace("Tuesday", "Friday"), name="a.txt")
    short = kept(name="b.txt", outlet="Valley Times")
    assert save(library, short, whole) == (Arrival.NEW,) * 2
    assert {holding.path.name: holding.repeats for holding in list_articles(library)} == {
        "a.txt": short[0].id,
        "b.txt": None,
    }


def test_a_changed_file_of_one_name_is_a_revision_where_nothing_says_otherwise(library: Library) -> None:
    first, changed = kept(name="clip.txt"), kept(*PARAGRAPHS, MORE, name="clip.txt")
    assert save(library, first, changed) == (Arrival.NEW, Arrival.REVISED)
    assert save(library, kept(MORE, MORE, name="clip.txt")) == (Arrival.NEW,)


def test_files_of_one_name_from_two_newspapers_are_two_articles(library: Library) -> None:
    first = kept(name="clip.txt", outlet="The Daily Example")
    other = kept(*PARAGRAPHS, MORE, name="clip.txt", outlet="Valley Times")
    assert save(library, first, other) == (Arrival.NEW, Arrival.NEW)


def test_what_sources_toml_says_anew_of_the_same_bytes_is_taken_over(library: Library) -> None:
    article, content = kept(outlet="The Daily Example")
    save(library, (article, content))
    corrected = replace(article, outlet=Found("Valley Times", Basis.SIDECAR))
    assert save(library, (corrected, content)) == (Arrival.CORRECTED,)
    holding, loaded = load_article(library, article.id)
    assert (holding.outlet, loaded.outlet) == ("Valley Times", Found("Valley Times", Basis.SIDECAR))


def test_what_was_removed_stays_removed_when_its_file_comes_again(library: Library) -> None:
    article, content = kept(url=URL)
    save(library, (article, content))
    remove_articles(library, [article.id], now=NOW)
    assert save(library, (article, content), kept(MORE, url=URL)) == (Arrival.REMOVED, Arrival.REMOVED)
    assert count_articles(library) == 0


def test_a_batch_is_kept_whole_or_not_at_all(library: Library) -> None:
    good, bad = kept(), kept(MORE)
    broken = replace(bad[0], title=Found("half a pair \ud800", Basis.HEADLINE))
    with pytest.raises(UnicodeEncodeError):
        save(library, good, (broken, bad[1]))
    assert count_articles(library) == 0
    assert save(library, good) == (Arrival.NEW,)


def test_a_reprint_of_an_earlier_revision_is_of_that_article(library: Library) -> None:
    first, second = kept(url=URL), kept(PARAGRAPHS[0], MORE, MORE.replace("Tuesday", "Friday"), url=URL)
    reprint = kept(marked="!", name="other.txt", outlet="Other Times")
    save(library, first, second, reprint)
    holding, _ = load_article(library, reprint[0].id)
    assert holding.repeats == second[0].id


@pytest.mark.parametrize(
    ("first", "later", "dates"),
    [
        (MORE, PARAGRAPHS[0], ({"published": "2026-11-02"}, {"published": "2026-11-05"})),
        (
            MORE,
            PARAGRAPHS[0],
            ({"published": "2026-11-02"}, {"published": "2026-11-02", "updated": "2026-11-05"}),
        ),
        (MORE, f"{PARAGRAPHS[0]}\n\nCorrection: an earlier version had another number.", ({}, {})),
    ],
    ids=["published", "updated", "corrects"],
)
@pytest.mark.parametrize("is_in_order", [True, False])
def test_of_two_revisions_the_younger_counts_whichever_was_brought_first(
    library: Library, first: str, later: str, dates: tuple[dict[str, str], ...], is_in_order: bool
) -> None:
    old, new = (
        (_date(article, **told), content)
        for (article, content), told in zip((kept(first, url=URL), kept(later, url=URL)), dates, strict=True)
    )
    brought = (old, new) if is_in_order else (new, old)
    assert save(library, *brought)[1] is (Arrival.REVISED if is_in_order else Arrival.EARLIER)
    assert load_article(library, old[0].id)[1] == new[0]
    assert [revision.article for revision in load_revisions(library, old[0].id)] == [new[0], old[0]]


def test_revisions_of_no_known_day_count_as_they_came_and_dated_ones_find_their_place(
    library: Library,
) -> None:
    days = ("2026-11-02", "2026-11-06", "2026-11-04")
    texts = (PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[2])
    brought = [
        (_date(article, published=day), content)
        for day, (article, content) in zip(days, (kept(text, url=URL) for text in texts), strict=True)
    ]
    save(library, *brought)
    found = [
        str(revision.article.published.value)
        for revision in load_revisions(library, brought[0][0].id)
        if revision.article.published
    ]
    assert found == ["2026-11-06", "2026-11-04", "2026-11-02"]


def _date(article: Article, *, published: str | None = None, updated: str | None = None) -> Article:
    days = (Found(PartialDate.from_iso(day), Basis.METADATA) if day else None for day in (published, updated))
    first, last = days
    return replace(article, published=first, updated=last)


def test_an_undated_revision_between_makes_no_older_one_the_newest(library: Library) -> None:
    days = ("2026-11-05", None, "2026-11-01")
    texts = ("The newest of the texts.", "A text of no known day.", "The oldest of the texts.")
    brought = [
        (_date(article, published=day), content)
        for day, (article, content) in zip(days, (kept(text, url=URL) for text in texts), strict=True)
    ]
    save(library, *brought)
    assert load_article(library, brought[0][0].id)[1].text == texts[0]


@pytest.mark.parametrize("vague", ["2026", "2026-11"])
def test_a_revision_of_no_known_day_is_not_taken_for_younger(library: Library, vague: str) -> None:
    (first, bytes_of_first), (second, bytes_of_second) = kept(MORE, url=URL), kept(PARAGRAPHS[0], url=URL)
    save(library, (_date(first, published=vague), bytes_of_first))
    (arrival,) = save(library, (_date(second, published="2026-11-05"), bytes_of_second))
    assert arrival is Arrival.REVISED


def test_a_clock_that_was_set_back_puts_no_revision_before_another(library: Library) -> None:
    first, second = kept(MORE, url=URL), kept(PARAGRAPHS[0], url=URL)
    save(library, first)
    save_articles(library, [second], now=NOW - timedelta(hours=1))
    assert load_article(library, first[0].id)[1].text == PARAGRAPHS[0]
