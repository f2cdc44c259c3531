"""Two weeks of news from countries that there are not, and the briefs of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefer.model import Brief, BriefSpec
from briefer.workspace import Workspace

Week = Mapping[str, tuple[str, ...]]
"""Articles by file: outlet, day, title and paragraphs of each."""

THEMES = ("arms-sales", "airstrikes", "energy")

FIRST = {
    "watch-0502.md": (
        "Harbour Watch",
        "2031-05-02",
        "Depot struck at Klow",
        "At least 12 people were killed in airstrikes on a missile depot at Klow, the army of Borduria said.",
        "Ruritania offered to sell Borduria forty main battle tanks for 640 million crowns.",
    ),
    "post-0503.md": (
        "Zenda Post",
        "2031-05-03",
        "Gas talks open",
        "Syldavia and Ruritania opened talks on the Lidov gas field.",
        "Syldavia exports 30 million barrels of oil a year through the port of Zenda.",
    ),
}
SECOND = {
    "watch-0509.md": (
        "Harbour Watch",
        "2031-05-09",
        "Klow toll rises",
        "The airstrikes on a missile depot at Klow killed at least 27 people, Borduria's ministry said.",
        "Borduria's parliament suspended all arms purchases from Grunewald until an inquiry ends.",
    ),
    "mail-0510.md": (
        "Strelsau Mail",
        "2031-05-10",
        "Tank deal at risk",
        "Ruritania had offered to sell Borduria forty main battle tanks for 640 million crowns.",
        "Ruritania withdrew its offer of forty main battle tanks to Borduria.",
    ),
}
OLD = "At least 12 people were killed in airstrikes on a missile depot at Klow, the army of Borduria said."
AMOUNT = "at least 27 people"


def write_week(folder: Path, *weeks: Week) -> Path:
    """The articles of some weeks as files, with what is known of them."""
    folder.mkdir()
    notes = []
    for name, (outlet, published, title, *paragraphs) in (item for week in weeks for item in week.items()):
        (folder / name).write_text("\n\n".join([f"# {title}", *paragraphs]) + "\n", encoding="utf-8")
        notes += [f'[files."{name}"]', f'outlet = "{outlet}"', f'published = "{published}"']
        notes += [f'title = "{title}"', 'genre = "reporting"', ""]
    (folder / "sources.toml").write_text("\n".join(notes), encoding="utf-8")
    return folder


def brief_weeks(folder: Path, *weeks: Week, before: Brief | None = None) -> Brief:
    """The brief of some weeks; that of a week after another is told as No. 13 after No. 12."""
    write_week(folder, *weeks)
    workspace = Workspace(folder.parent / "home")
    reading = workspace.read([folder])
    day = date(2031, 5, 10) if before else date(2031, 5, 3)
    spec = BriefSpec(themes=THEMES, as_of=day)
    draft = workspace.drafts.new([folder], spec)
    brief = workspace.draft(reading, workspace.survey(reading.articles, spec), draft, before=before)
    return replace(brief, edition=13 if before else 12)
