import pytest

from briefer.errors import InvalidFact, UnknownArticle
from briefer.library.edits import save_edit, undo_edit
from briefer.library.listing import list_articles
from briefer.library.loading import load_article
from briefer.library.opening import Library
from briefer.library.removing import bring_back, remove_articles
from briefer.model import Basis, Found, Genre, PartialDate, Period
from briefer.model.library import Arrival, Filter, Order
from tests.library.making import NOW, kept, save

URL = "https://example.com/a"


def test_an_edit_wins_over_what_was_read_and_over_later_revisions(library: Library) -> None:
    article, content = kept(outlet="The Daily Example", url=URL)
    save(library, (article, content))
    facts = {"published": "2026-03", "genre": "opinion", "authors": "A. Roe; B. Doe", "outlet": "Ours"}
    save_edit(library, article.id, facts, now=NOW)
    save(library, kept("Other words.", outlet="The Daily Example", url=URL))
    _, loaded = load_article(library, article.id)
    assert loaded.text == "Other words."
    assert loaded.published == Found(PartialDate(2026, 3), Basis.EDIT)
    assert loaded.genre == Found(Genre.OPINION, Basis.EDIT)
    assert loaded.authors == Found(("A. Roe", "B. Doe"), Basis.EDIT)
    (holding,) = list_articles(library, Filter(outlets=("OURS",)))
    assert (holding.authors, holding.published) == (("A. Roe", "B. Doe"), PartialDate(2026, 3))


def test_an_empty_value_takes_one_fact_back_and_undo_the_whole_last_edit(library: Library) -> None:
    article, content = kept(outlet="The Daily Example")
    save(library, (article, content))
    save_edit(library, article.id, {"outlet": "Valley Times", "title": "A title"}, now=NOW)
    save_edit(library, article.id, {"outlet": ""}, now=NOW)
    assert load_article(library, article.id)[0].outlet == "The Daily Example"
    undo_edit(library, article.id)
    assert load_article(library, article.id)[0].outlet == "Valley Times"
    undo_edit(library, article.id)
    assert load_article(library, article.id)[1] == article
    assert undo_edit(library, article.id) is None


@pytest.mark.parametrize(
    ("field", "value", "way_out"),
    [("published", "2026-02-30", "2015-10"), ("genre", "opnion", "'opinion'"), ("url", "x", "outlet")],
)
def test_a_value_without_meaning_is_refused_with_the_way_out(
    library: Library, field: str, value: str, way_out: str
) -> None:
    article, content = kept()
    save(library, (article, content))
    with pytest.raises(InvalidFact, match=way_out):
        save_edit(library, article.id, {field: value}, now=NOW)


def test_an_article_is_named_by_the_beginning_of_any_of_its_ids(library: Library) -> None:
    first, second = kept(url=URL), kept("Other words.", url=URL)
    assert save(library, first, second) == (Arrival.NEW, Arrival.REVISED)
    for identity in (first[0].id, second[0].id[:4], second[0].id.upper()):
        assert load_article(library, identity)[0].id == second[0].id


@pytest.mark.parametrize("prefix", ["", "zz", "0" * 12, "%", "_", "\0", "é"])
def test_what_names_no_article_or_several_is_refused(library: Library, prefix: str) -> None:
    save(library, kept(), kept("Other words."))
    with pytest.raises(UnknownArticle):
        load_article(library, prefix)


def test_all_are_removed_or_none_and_brought_back(library: Library) -> None:
    first, second = kept(), kept("Other words.")
    save(library, first, second)
    with pytest.raises(UnknownArticle):
        remove_articles(library, [first[0].id, "ffff"], now=NOW)
    assert len(list_articles(library)) == 2
    remove_articles(library, [first[0].id], now=NOW)
    assert [holding.id for holding in list_articles(library)] == [second[0].id]
    (removed,) = list_articles(library, Filter(is_removed=True))
    assert (removed.id, removed.removed_at) == (first[0].id, NOW)
    bring_back(library, [first[0].id])
    assert len(list_articles(library)) == 2


def test_lists_are_filtered_and_sorted(library: Library) -> None:
    save(
        library,
        kept("One.", name="a.txt", published="2026-03-02", outlet="Valley Times", title="B"),
        kept("Two.", name="b.txt", published="2026", outlet="Az Example", language="ru"),
        kept("Three.", name="c.txt", title="A"),
    )

    def names(wanted: Filter = Filter(), order: Order = Order.PUBLISHED) -> list[str]:  # noqa: B008
        return [holding.path.stem for holding in list_articles(library, wanted, order=order)]

    assert names() == ["b", "a", "c"]
    assert names(order=Order.ADDED) == ["c", "b", "a"]
    assert names(order=Order.OUTLET) == ["b", "a", "c"]
    assert names(order=Order.TITLE) == ["c", "a", "b"]
    april = Period(NOW.date().replace(month=4, day=1), None)
    assert names(Filter(period=april)) == ["b"]
    assert names(Filter(period=april, keep_undated=True)) == ["b", "c"]
    assert names(Filter(is_undated=True)) == ["c"]
    assert names(Filter(languages=("RU",))) == ["b"]
    assert names(Filter(outlets=("example",))) == ["b"]
    assert names(Filter(outlets=("no such outlet",))) == []
