import pytest

from briefer.text.bylines import byline_names, line_names

BYLINES = {
    "By Jane Roe": ("Jane Roe",),
    "by: Clarissa-Jan Lim": ("Clarissa-Jan Lim",),
    "By Jane Roe and John Q. Doe, Staff Writers": ("Jane Roe", "John Q. Doe"),
    "By Jane Roe, John Doe & Max Muster": ("Jane Roe", "John Doe", "Max Muster"),
    "BY JANE ROE, STAFF REPORTER": ("Jane Roe",),
    "By Dr. Jane Roe": ("Jane Roe",),
    "By Jane Roe | BAGHDAD": ("Jane Roe",),
    "By Our Political Correspondent JANE ROE": ("Jane Roe",),
    "By Jane Roe, foreign editor, and John Doe": ("Jane Roe", "John Doe"),
    "By Jane Roe in Beirut and John Doe in Moscow": ("Jane Roe", "John Doe"),
    "By Jane Roe, Wednesday, 20 November 2019 08:05 GMT": ("Jane Roe",),
    "Monday November 18, 2019 7:45 am PST by Jane Roe": ("Jane Roe",),
    "Posted on October 7th, 2015 by John Doe in Defence": ("John Doe",),
    "| by Jane Roe": ("Jane Roe",),
    "Opinion by Jane Roe": ("Jane Roe",),
    "Written by Maria al-Khatib and Omar bin Said": ("Maria al-Khatib", "Omar bin Said"),
    "Author: J. K. Smith": ("J. K. Smith",),
    "Автор: Иван Петров": ("Иван Петров",),
    "Von Max Muster publiziert am 25. September 2018": ("Max Muster",),
    "(Reporting by Jane Roe, John Doe; editing by Mary Major)": ("Jane Roe", "John Doe"),
}
NO_BYLINES = [
    "By Reuters Staff",
    "By Our Correspondent KARACHI",
    "By Staff Reporter Valley City",
    "By The Editorial Board",
    "By Associated Press",
    "By 2020, Russia will have sold ten aircraft",
    "By Friday, Jane Roe had left",
    "Step by Step Guide",
    "Trump Urged by Senate Leaders",
    "Hit by Russian Air Force",
    "Edited by Mary Major",
    "By the way",
    "Jane Roe",
]
NAME_LINES = {
    "Jane Roe": ("Jane Roe",),
    "Jane Roe, Staff Writer": ("Jane Roe",),
    "Jane Roe and John Doe": ("Jane Roe", "John Doe"),
    "Jane Roe @janeroe / 2 days": ("Jane Roe",),
    "Jane Roe | The Conversation": ("Jane Roe",),
    "— Jane Roe": ("Jane Roe",),
    "Ludwig van Beethoven": ("Ludwig van Beethoven",),
}
NO_NAME_LINES = [
    "Bilateral relations",
    "Putin's Next Conquest",
    "World News",
    "Middle East",
    "Jane Roe, a teacher at the school, said politicians have forgotten them.",
    "ST. JOSEPH, Mich. (AP) — Health authorities are reporting a sixth case.",
    "Agence France-Presse",
    "jane roe",
    "Jane",
    "Is Jane Roe right?",
    "Key Points",
    "Alpha Stadium, Beta xCloud, Gamma Arcade: So Many Ways to Play",
]


@pytest.mark.parametrize(("line", "names"), BYLINES.items())
def test_a_byline_names_people(line: str, names: tuple[str, ...]) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize("line", NO_BYLINES)
def test_what_names_no_person_after_a_label_is_no_byline(line: str) -> None:
    assert byline_names(line) == ()


@pytest.mark.parametrize(("line", "names"), NAME_LINES.items())
def test_a_line_may_be_a_name(line: str, names: tuple[str, ...]) -> None:
    assert line_names(line) == names


@pytest.mark.parametrize("line", NO_NAME_LINES)
def test_what_is_no_name_is_left_alone(line: str) -> None:
    assert line_names(line) == ()
