import pytest

from briefer.model import Basis, Found, Genre, PartialDate
from briefer.text.cleaning import clean_dump
from briefer.text.provenance import Provenance, find_provenance
from tests.readers.files import PARAGRAPHS

HEADLINE = "Ministry to buy ten transport aircraft"


def read(above: str = HEADLINE, below: str = "", *, opening: str = "") -> Provenance:
    first, *others = PARAGRAPHS
    return find_provenance(clean_dump("\n\n".join([above, opening + first, *others, below])))


def names(found: Found[tuple[str, ...]] | None) -> tuple[str, ...]:
    return found.value if found else ()


AUTHORS = {
    ("By Jane Roe\nOctober 7, 2015", ""): (("Jane Roe",), Basis.BYLINE),
    ("Jane Roe", ""): (("Jane Roe",), Basis.BYLINE),
    (
        "Jane Roe in Valley City and John Doe in Hill\nWed 7 Oct 2015 19.42 GMT\n\nShare on Facebook\n"
        "Share on WhatsApp\nCopy link\n412 comments\n\nListen to this article",
        "",
    ): (("Jane Roe", "John Doe"), Basis.BYLINE),
    ("By Jane Roe, political editor, and John Doe", ""): (("Jane Roe", "John Doe"), Basis.BYLINE),
    ("Jane Roe\n\nJane Roe", ""): (("Jane Roe",), Basis.BYLINE),
    ("Jane Roe Major | John Doe Minor\n7 October 2015", ""): (
        ("Jane Roe Major", "John Doe Minor"),
        Basis.BYLINE,
    ),
    ("By: Jane Roe - Reporter / @janeroe\nBy: John Doe - Correspondent\n7 October 2015", ""): (
        ("Jane Roe", "John Doe"),
        Basis.BYLINE,
    ),
    (
        "Two hangars stand empty and pilots wait in the car park. The number is expected to rise.\n\n"
        "Jane Roe Hallows\nHill - 7 OCT 2015 - 23:47 PET",
        "",
    ): (("Jane Roe Hallows",), Basis.BYLINE),
    ("By\nJane Roe", ""): (("Jane Roe",), Basis.BYLINE),
    ("Jane ROE | 14.09.2013", ""): (("Jane Roe",), Basis.BYLINE),
    ("Text by: Jane Roe with AFP", ""): (("Jane Roe",), Basis.BYLINE),
    ("", "The interview was conducted by Jane Roe."): (("Jane Roe",), Basis.BYLINE),
    ("Guest contributor\nJane Roe and John Doe\nMay 5, 2016", ""): (("Jane Roe", "John Doe"), Basis.BYLINE),
    ("Jane Roe\n\nPh.D. in History, Research Fellow, Institute of Studies", ""): (
        ("Jane Roe",),
        Basis.BYLINE,
    ),
    ("", "Jane Roe is a senior fellow at the Institute for Aircraft Studies."): (("Jane Roe",), Basis.BIO),
    ("", "Dr. Omar al-Khatib, a former diplomat, is a professor at the University."): (
        ("Omar al-Khatib",),
        Basis.BIO,
    ),
    ("", "(Reporting by Jane Roe in Baghdad; Editing by Mary Major)"): (("Jane Roe",), Basis.BYLINE),
    ("", "— Jane Roe"): (("Jane Roe",), Basis.BYLINE),
    ("By JANE ROE - 2015-10-07", ""): (("Jane Roe",), Basis.BYLINE),
    ("By Jane Roe on Wednesday, October 7th, 2015", ""): (("Jane Roe",), Basis.BYLINE),
    ("Oct 7, 2015 / By Jane Roe", ""): (("Jane Roe",), Basis.BYLINE),
    ("By Jane Roe Jane Roe", ""): (("Jane Roe",), Basis.BYLINE),
    ("By Jane Roe Updated 3pm", ""): (("Jane Roe",), Basis.BYLINE),
    ("By Jane MacDonald and Mary McLeod", ""): (("Jane MacDonald", "Mary McLeod"), Basis.BYLINE),
}
NO_AUTHORS = [
    ("The Ministry\nWed 7 Oct 2015 19.42 GMT\n\nShare on Facebook\n\nCopy link", ""),
    ("By Valley Times Staff", ""),
    ("Agence France-Presse", ""),
    ("Middle East\n\nBreaking News", ""),
    ("Photo: Jane Roe", ""),
    ("Jane Roe, Associated Press", ""),
    ("Valley Actress, Jane Roe Is Flying In New Pictures", ""),
    ("Meal Plans for A Little More Time", ""),
    ("Jane Roe/Reuters", ""),
    ("Valley's Roe, Doe to face Hill in singles at Davis Cup", ""),
    ("BLACK DEATH FEARS", ""),
    ("Buy Now\n\nBuy Now", ""),
    ("", "— Valley Hotspur (@ValleyOfficial) November 20, 2019"),
    ("", "Related Articles\n\nWhy the opposition lost the vote\nBy Mary Major"),
    ("", "Edited by Mary Major"),
]


@pytest.mark.parametrize(("lines", "expected"), AUTHORS.items())
def test_authors_are_found_with_their_basis(
    lines: tuple[str, str], expected: tuple[tuple[str, ...], Basis]
) -> None:
    above, below = lines
    authors = read(f"{HEADLINE}\n\n{above}", below).authors
    assert authors is not None
    assert (authors.value, authors.basis) == expected


@pytest.mark.parametrize(("above", "below"), NO_AUTHORS)
def test_nobody_is_made_an_author(above: str, below: str) -> None:
    assert names(read(f"{HEADLINE}\n\n{above}", below).authors) == ()


@pytest.mark.parametrize(
    ("below", "outlet", "basis"),
    [
        ("The views expressed here are the author's own, do not reflect the policy of Valley Times.",
         "Valley Times", Basis.DISCLAIMER),
        ("Disclaimer: Views of writers are their own and do not reflect Harbour Review's point-of-view.",
         "Harbour Review", Basis.DISCLAIMER),
        ("First published in Harbour Review", "Harbour Review", Basis.NOTICE),
        ("This article was first published in Harbour Review on 3 May 2014.", "Harbour Review", Basis.NOTICE),
        ("Originally appeared on the Valley Times website", "Valley Times", Basis.NOTICE),
        ("© 2015 Valley Times. All rights reserved.", "Valley Times", Basis.NOTICE),
        ("Copyright Valley Times 2015", "Valley Times", Basis.NOTICE),
        ("© Copyright Valley Times Company 2015", "Valley Times", Basis.NOTICE),
        ("© 2015 Valley Times.Harbour Holding, Inc. All rights reserved.", "Valley Times", Basis.NOTICE),
        ("Jane Roe is a columnist for Valley Times.", "Valley Times", Basis.BIO),
    ],
)  # fmt: skip
def test_the_outlet_is_found_where_only_small_print_names_it(below: str, outlet: str, basis: Basis) -> None:
    assert read(below=below).outlet == Found(outlet, basis)


@pytest.mark.parametrize(
    "above",
    [
        f"{HEADLINE} | Valley Times\n\n{HEADLINE}",
        f"Valley Times :: {HEADLINE}\n\n{HEADLINE}",
        f"Valley Times – In conversation\n\nValley Times\n\n{HEADLINE}",
    ],
)
def test_the_outlet_that_the_page_is_named_for_is_found(above: str) -> None:
    found = read(above)
    assert found.outlet == Found("Valley Times", Basis.HEADLINE)
    assert found.title == Found(HEADLINE, Basis.HEADLINE)
    assert found.authors is None


@pytest.mark.parametrize(
    "above",
    [
        f"THE VALLEY HERALD\nCity & Country\n\n{HEADLINE}\n\nBy Jane Roe",
        f"World | Aircraft\n\n{HEADLINE}",
        f"Ministry   Aircraft   Sport   Weather\n\n{HEADLINE}\n\nBy Jane Roe",
        f"Log in | Subscribe to the ministry\n\n{HEADLINE}",
        f"VALLEY  |  07.10.2015  22:10\n\n{HEADLINE}",
    ],
)
def test_neither_a_newspaper_nor_a_menu_is_the_title(above: str) -> None:
    assert read(above).title == Found(HEADLINE, Basis.HEADLINE)


@pytest.mark.parametrize(
    "headline",
    [
        "Ministry Bans Foreign Press",
        "Ministry Arrests Independent Reporter",
        "Aircraft Sales Hit New Record",
        "Aircraft Sale Under Review",
        "Ministry Arrests Reporter",
    ],
)
def test_a_headline_that_ends_as_newspapers_do_is_none(headline: str) -> None:
    found = read(f"{headline}\n\nBy Jane Roe\n\n7 October 2015")
    assert found.title == Found(headline, Basis.HEADLINE)
    assert found.outlet is None


@pytest.mark.parametrize(
    "above",
    [
        f"{HEADLINE} | Aircraft | Valley Times\n\nAircraft\n\n{HEADLINE}",
        f"Jane Roe | Valley Times\n\n{HEADLINE}\n\nJane Roe\n\n7 October 2015",
        f"WORLD\n\n{HEADLINE}\n\nSign up for World's weekly newsletter",
        f"Defence\n\n{HEADLINE}\n\nThe air force told Defence that it would wait.",
        f"Hill Institute for Aircraft Policy\n\n{HEADLINE}\n\nBy Jane Roe",
    ],
)
def test_neither_a_section_nor_an_author_is_the_outlet(above: str) -> None:
    assert read(above).outlet in (None, Found("Valley Times", Basis.HEADLINE))


@pytest.mark.parametrize(
    ("above", "outlet"),
    [
        (f"The Valley Herald\n\n{HEADLINE}\n\n7 October 2015", "The Valley Herald"),
        (f"{HEADLINE}\n\nValley Evening Post\n\nOctober 7, 2015", "Valley Evening Post"),
        (f"{HEADLINE}\n\nValley Evening Post | 7 October 2015", "Valley Evening Post"),
        (f"The Guardian\n\n{HEADLINE}", "The Guardian"),
    ],
)
def test_a_newspaper_that_stands_beside_the_headline_is_the_outlet(above: str, outlet: str) -> None:
    assert read(above).outlet == Found(outlet, Basis.HEADLINE)


def test_the_outlet_is_never_the_author() -> None:
    found = read(f"harbour observer\n\n{HEADLINE}\n\nBy Harbour Observer", "© Harbour Observer")
    assert found.outlet == Found("Harbour Observer", Basis.HEADLINE)
    assert found.authors is None


def test_a_place_beside_the_author_is_no_author() -> None:
    found = read(f"{HEADLINE}\n\nBy Jane Roe | Buenos Arenas\n\n7 October 2015", opening="BUENOS ARENAS — ")
    assert names(found.authors) == ("Jane Roe",)


def test_a_newspaper_that_its_page_names_again_is_no_author() -> None:
    found = read(
        f"Harbour Dispatch | News of the sea\n\n{HEADLINE}", "Harbour Dispatch is a monthly journal."
    )
    assert found.authors is None
    assert found.outlet == Found("Harbour Dispatch", Basis.HEADLINE)


SHARED = "Share on Facebook\n\nShare on X\n\nCopy link\n\n41 comments"


@pytest.mark.parametrize(
    ("above", "below", "outlet"),
    [
        (f"Skip to main content\nTHE HARBOUR POST\nHome > World\n\n{HEADLINE}\n\n{SHARED}",
         "© 2015 Harbour News & Media Ltd. All rights reserved.", "The Harbour Post"),
        (f"The Daily Anchor — Valley City — Independent since 1903\n\n{HEADLINE}", "", "The Daily Anchor"),
        (f"Harbour Courier | Reporting from Valley City, Hill Town\n\n{HEADLINE}\n\nBy Jane Roe", "",
         "Harbour Courier"),
        (HEADLINE, "Sail & Steam © 2015. All rights reserved.", "Sail & Steam"),
        (f"SAIL & STEAM\n\n{HEADLINE}", "Sail & Steam is published by Anchor Media BV.", "Sail & Steam"),
        (HEADLINE, "Hill Bugle is a member of the Independent Press Standards Organisation.", "Hill Bugle"),
        (f"sail & steam\nNews from the sea\n\n{HEADLINE}",
         "The letters, which were leaked to Sail & Steam, show that it was known.", "Sail & Steam"),
        (f"VPB NEWS\n\n{HEADLINE}", "", "VPB News"),
        (f"HARBOUR TIDES\nViews from the sea\n\n{HEADLINE}", "Copyright Harbour Tides. Site by Lagoon.",
         "Harbour Tides"),
        (f"Harbour Energy Brief\nDaily intelligence\n\n{HEADLINE}",
         "Copyright © 2015. Harbour Energy Brief Ltd. All rights reserved.", "Harbour Energy Brief"),
        (f"EQUINOX\nideas from the other half\n\n{HEADLINE}", "Equinox is a non-profit.", "Equinox"),
        (f"the hill & harbour review\n\n{HEADLINE}\n\nFriday 25 September 2015",
         "The Hill & Harbour Review acknowledges the owners of the land.", "The Hill & Harbour Review"),
        (f"harbour observer\nEnglish edition\n\n{HEADLINE}",
         "Sign up to get more coverage from Harbour Observer English Edition", "Harbour Observer"),
        (f"H A R B O U R   D I S P A T C H\nReporting the sea\n\n{HEADLINE}",
         "Sign up for Harbour Dispatch's free weekly newsletter.", "Harbour Dispatch"),
        (f"Hill Institute for Aircraft Policy\nResearch  Experts  Events\n\nPOLICY BRIEF\n\n{HEADLINE}", "",
         "Hill Institute for Aircraft Policy"),
        (f"ANCHOR REVIEW\n\n{HEADLINE}\n\nThe ANCHOR alliance wants ten more", "", "ANCHOR Review"),
    ],
)  # fmt: skip
def test_the_newspaper_at_the_top_of_a_page_comes_before_the_company_at_its_foot(
    above: str, below: str, outlet: str
) -> None:
    found = read(above, below)
    assert found.outlet is not None
    assert found.outlet.value == outlet
    assert found.title == Found(HEADLINE, Basis.HEADLINE)


@pytest.mark.parametrize(
    ("above", "outlet"),
    [
        (f"Press release\n\n{HEADLINE}\n\nFrom: Valley, Hill & Harbour Office and The Rt Hon Jane Roe MP\n"
         "Published 7 October 2015", "Valley, Hill & Harbour Office"),
        (f"KINGDOM OF VALLEY\nMINISTRY OF AIRCRAFT\n\nPress release No. 12/2015\n\n{HEADLINE}",
         "Ministry of Aircraft, Kingdom of Valley"),
        (f"{HEADLINE}\n\nAnchor Aid International — Press release", "Anchor Aid International"),
        (f"{HEADLINE}\n\nInstitute for Aircraft | Commentary", "Institute for Aircraft"),
    ],
)  # fmt: skip
def test_who_issues_a_press_release_or_a_paper_is_its_outlet(above: str, outlet: str) -> None:
    assert read(above).outlet == Found(outlet, Basis.HEADLINE)


@pytest.mark.parametrize(
    "above",
    [
        f"{HEADLINE}\n\nFrom: Valley Office",
        f"{HEADLINE}\n\nMiddle East | Commentary",
        f"MINISTRY OF AIRCRAFT\n\n{HEADLINE}",
        f"Supreme Court\n\n{HEADLINE}\n\nThe contract was shown to the Supreme Court",
    ],
)
def test_an_institution_that_issues_nothing_is_not_the_outlet(above: str) -> None:
    assert read(above).outlet is None


@pytest.mark.parametrize(
    "above",
    [
        f"World News\n\n{HEADLINE}\n\n7 October 2015",
        f"HomeWorld News\n\n{HEADLINE}\n\n7 October 2015",
        f"• Valley Evening Post\n\n{HEADLINE}",
        f"The Press\n\n{HEADLINE}",
        f"Morning Edition\n\n{HEADLINE}",
        f"{HEADLINE}\n\nBook Review\n\nOctober 7, 2015",
        f"{HEADLINE}\n\nVC | 7 October 2015",
    ],
)
def test_a_section_or_a_menu_is_not_the_outlet(above: str) -> None:
    assert read(above).outlet is None


@pytest.mark.parametrize(
    "above",
    [
        f"Photo: Reuters\n\n{HEADLINE}",
        f"{HEADLINE}\n\nA plane lands at the base, May 3, 2014. REUTERS/Max Muster",
    ],
)
def test_the_credit_of_a_picture_is_not_the_outlet(above: str) -> None:
    assert read(above).outlet is None


@pytest.mark.parametrize(
    ("above", "published", "basis"),
    [
        ("Published: 7 October 2015", "2015-10-07", Basis.DATE_STAMP),
        ("Published: 7 October 2015 Updated: 9 October 2015", "2015-10-07", Basis.DATE_STAMP),
        ("By Jane Roe\nOctober 7, 2015", "2015-10-07", Basis.DATE_STAMP),
        ("Jane Roe | 7 Oct. 2015", "2015-10-07", Basis.DATE_STAMP),
        ("7 октября 2015 г.", "2015-10-07", Basis.DATE_STAMP),
        ("By Jane Roe\n07.10.15", "2015-10-07", Basis.DATE_STAMP),
        ("Jane Roe | 31.12.15", "2015-12-31", Basis.DATE_STAMP),
        ("2015-10-07 14:30", "2015-10-07", Basis.DATE_STAMP),
        ("Posted on 7 October 2015 by Staff", "2015-10-07", Basis.DATE_STAMP),
        ("VC | Oct 07, 2015", "2015-10-07", Basis.DATE_STAMP),
        ("by Jane October 7, 2015", "2015-10-07", Basis.DATE_STAMP),
        ("By Jane Roe on Wednesday, October 7th, 2015 at 11:04 a.m.", "2015-10-07", Basis.DATE_STAMP),
        (
            "Updated Oct. 9, 2015 8:21 am ET / Original Oct. 7, 2015 8:02 am ET",
            "2015-10-07",
            Basis.DATE_STAMP,
        ),
    ],
)
def test_the_date_of_publication_is_found(above: str, published: str, basis: Basis) -> None:
    found = read(f"{HEADLINE}\n\n{above}").published
    assert found is not None
    assert (str(found.value), found.basis) == (published, basis)


def test_the_date_below_the_first_paragraph_is_that_of_publication() -> None:
    first, *others = PARAGRAPHS
    found = find_provenance(
        clean_dump("\n\n".join([HEADLINE, first, "7 October 2015", *others, PARAGRAPHS[1][:90] + "."]))
    )
    assert found.published is not None
    assert str(found.published.value) == "2015-10-07"


@pytest.mark.parametrize(
    "above",
    [
        "07/10/2015",
        "07/10/15",
        "31.13.15",
        "14.03.75",
        "14.03",
        "v. 14.03.15.2",
        "Published: 31 February 2015",
        "Published: Updated:",
        "October 7",
    ],
)
def test_a_date_that_is_not_clear_is_unknown(above: str) -> None:
    assert read(f"{HEADLINE}\n\n{above}").published is None


def test_the_date_of_an_update_is_a_warning_and_no_date() -> None:
    found = read(below="Last Update: Wednesday, 20 May 2020 KSA 09:46 - GMT 06:46")
    assert found.published is None
    assert found.warnings == (
        "The only date found, 2020-05-20, is of an update: the date of publication is not determined.",
    )


def test_a_dateline_counts_only_with_its_year() -> None:
    dated = read(opening="BAGHDAD, Oct. 7, 2015 (Valley News) - ").published
    assert dated is not None
    assert (str(dated.value), dated.basis) == ("2015-10-07", Basis.DATELINE)
    assert read(opening="BAGHDAD, Oct. 7 (Valley News) - ").published is None


@pytest.mark.parametrize(
    ("above", "below", "genre", "basis"),
    [
        (f"Opinion\n\n{HEADLINE}", "", Genre.OPINION, Basis.HEADLINE),
        (f"Op-Ed\n\n{HEADLINE}", "", Genre.OPINION, Basis.HEADLINE),
        (f"Opinion: {HEADLINE}", "", Genre.OPINION, Basis.HEADLINE),
        (
            f"Policy Paper\n\n{HEADLINE}",
            "The opinions expressed in this paper are those of the authors.",
            Genre.ANALYSIS,
            Basis.HEADLINE,
        ),
        (f"Analysis\n\n{HEADLINE}", "", Genre.ANALYSIS, Basis.HEADLINE),
        (f"Home > Opinion > Valley\n\n{HEADLINE}", "", Genre.OPINION, Basis.HEADLINE),
        (f"EXPLAINER\n\n{HEADLINE}", "", Genre.ANALYSIS, Basis.HEADLINE),
        (f"Working Paper No. 2015/7\n\n{HEADLINE}", "", Genre.ANALYSIS, Basis.HEADLINE),
        (f"Policy Note 7 · 7 October 2015\n\n{HEADLINE}", "", Genre.ANALYSIS, Basis.HEADLINE),
        (f"Harbour Courier | Opinion\n\n{HEADLINE}", "", Genre.OPINION, Basis.HEADLINE),
        (f"{HEADLINE}\n\nOpinion by Jane Roe", "", Genre.OPINION, Basis.BYLINE),
        (
            HEADLINE,
            "The views expressed in this article are the author's own.",
            Genre.OPINION,
            Basis.DISCLAIMER,
        ),
        (f"COLUMN / Jane Roe\n\n{HEADLINE}", "", Genre.OPINION, Basis.HEADLINE),
        (f"ARGUMENT\n\n{HEADLINE}", "", Genre.OPINION, Basis.HEADLINE),
        (f"{HEADLINE}\n\nGuest column\n\nBy Jane Roe", "", Genre.OPINION, Basis.HEADLINE),
        (HEADLINE, "Jane Roe is a columnist for the review.", Genre.OPINION, Basis.BIO),
        (HEADLINE, "Jane Roe is an award-winning columnist.", Genre.OPINION, Basis.BIO),
        (
            HEADLINE,
            'Jane Roe is a sociologist at the University of Hill and the author of "Wings: A History". '
            "The views expressed are her own.",
            Genre.OPINION,
            Basis.BIO,
        ),
    ],
)
def test_the_genre_is_told_on_clear_evidence(above: str, below: str, genre: Genre, basis: Basis) -> None:
    assert read(above, below).genre == Found(genre, basis)


def test_without_evidence_nothing_is_determined() -> None:
    found = find_provenance(clean_dump("\n\n".join(PARAGRAPHS)))
    assert found == Provenance()


@pytest.mark.parametrize(
    "biography",
    [
        "Jane Roe is a former columnist who teaches at the University of Hill.",
        "Jane Roe is a correspondent in Hill. Her last book was about a columnist.",
    ],
)
def test_who_writes_no_column_gives_no_opinion(biography: str) -> None:
    assert read(below=biography).genre is None


def test_an_opinion_entry_in_a_menu_says_nothing() -> None:
    menu = "\n".join(["Home", "World", "Opinion", "Sport", "Video", "Contact", "Weather", "Search"])
    assert read(f"{menu}\n\n{HEADLINE}").genre is None


@pytest.mark.parametrize(
    "line",
    [
        "Home > World > Valley",
        "World | Opinion",
        "Institute for Aircraft | Commentary",
        "Home > Publications > Commentary",
        "Press release",
        "Interview by Jane Roe",
        "COLUMNS   BOOKS   SHOP",
        "World / Argument",
    ],
)
def test_a_label_that_says_no_genre_for_sure_says_none(line: str) -> None:
    assert read(f"{line}\n\n{HEADLINE}").genre is None


def test_the_address_on_a_line_of_its_own_is_the_url() -> None:
    found = read(below="Source: https://valley.example/news/1")
    assert found.url == Found("https://valley.example/news/1", Basis.NOTICE)


def test_the_source_of_a_table_is_not_the_outlet() -> None:
    first, *others = PARAGRAPHS
    lines = [HEADLINE, first, "Table 1. Aircraft", "Valley 10", "Source: Valley Bank", *others]
    assert find_provenance(clean_dump("\n\n".join(lines))).outlet is None


@pytest.mark.parametrize(
    ("opening", "outlet"),
    [("VALLEY CITY, October 7. /HILL/. ", "HILL"), ("Valley City (Hill News) - ", "Hill News")],
)
def test_the_agency_in_a_dateline_is_the_outlet(opening: str, outlet: str) -> None:
    assert read(opening=opening).outlet == Found(outlet, Basis.DATELINE)


def test_the_day_of_the_last_change_is_told_apart_from_that_of_publication() -> None:
    found = read(f"{HEADLINE}\n\nBy Jane Roe\n\nPublished 7 October 2015 Updated 9 October 2015")
    assert found.published == Found(PartialDate(2015, 10, 7), Basis.DATE_STAMP)
    assert found.updated == Found(PartialDate(2015, 10, 9), Basis.DATE_STAMP)
