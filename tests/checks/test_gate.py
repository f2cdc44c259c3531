"""What the checks let be printed."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefer.errors import BriefRefused
from briefer.model import BriefSpec, Draft, Severity, Waiver
from briefer.workspace import Workspace
from tests.checks.making import HERALD, POST, REVIEW, make_sound_brief, with_key_point

ARTICLES = (HERALD, REVIEW, POST)


def test_a_sound_brief_is_released_without_the_waivers_that_it_does_not_need() -> None:
    brief = make_sound_brief()
    needless = replace(brief, waivers=(Waiver("placeholder", "never needed"),))
    assert Workspace().check(needless, ARTICLES).brief == brief


def test_no_brief_that_nobody_touched_is_refused_or_warned_of(seeds: Path) -> None:
    workspace = Workspace()
    reading = workspace.read([seeds])
    names = workspace.themes.installed.names
    as_of = date(2026, 11, 20)
    survey = workspace.survey(reading.articles, BriefSpec(tuple(names), as_of))
    for words in (200, 1800):
        for summariser in ("coverage", "lead"):
            spec = BriefSpec(tuple(names), as_of, words=words, summariser=summariser)
            brief = workspace.draft(reading, survey, Draft(spec))
            found = workspace.check(brief, reading.articles).findings
            assert {finding.severity for finding in found} <= {Severity.NOTE}


def test_an_error_is_named_and_the_others_are_counted() -> None:
    brief = replace(make_sound_brief(), bottom_line="We judge with high confidence that it is likely.")
    edited = with_key_point(brief, text=brief.key_points[0].quote.text.replace("signed", "denied"))
    errors = Workspace().check(edited, ARTICLES).errors
    assert len(errors) == 2
    refused = BriefRefused([f"{found.where}: {found.message}" for found in errors])
    assert re.search(r"refuse this brief: key point 1: .* And 1 more\.$", str(refused))


def test_a_waived_error_is_released() -> None:
    text = "We judge with high confidence that it is likely."
    waivers = (Waiver("mixed-confidence", "house style"),)
    brief = replace(make_sound_brief(), bottom_line=text, waivers=waivers)
    checked = Workspace().check(brief, ARTICLES)
    assert not checked.is_refused
    assert checked.brief == brief
