"""The application prints nothing that the checks refuse, says why, and knows every way out."""

from pathlib import Path

from briefer.model import Waiver
from tests.tui.sitting import Sitting, sit

REFUSED = "With high confidence, prices will likely rise."


async def write_what_is_refused(at: Sitting) -> None:
    """Write an assessment that breaks a rule gravely."""
    await at.to_theme("arms-sales")
    await at.press("space e")
    await at.type(REFUSED)
    await at.press("escape")


def test_a_refused_brief_is_told_and_printed_once_it_is_put_right(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await write_what_is_refused(at)
        assert "1 error: f shows" in at.shown()
        await at.press("p")
        assert "The checks refuse this brief" in at.notices()
        assert "mixed-confidence" in at.shown()
        assert "Make two sentences" in at.shown()
        assert not list(tmp_path.glob("*.pdf"))
        await at.press("u")
        assert "mixed-confidence" not in at.shown()
        await at.press("p")
        assert list(tmp_path.glob("*.pdf"))

    sit([clips], story, home=tmp_path / "home")


def test_a_rule_is_waived_with_a_reason_which_is_printed_and_can_be_undone(
    clips: Path, tmp_path: Path
) -> None:
    async def story(at: Sitting) -> None:
        await write_what_is_refused(at)
        await at.press("2 end enter ctrl+a ctrl+k")
        await at.type("brief.md")
        await at.press("enter p w")
        await at.type("The minister asks for it in one sentence")
        await at.press("enter")
        waiver = Waiver("mixed-confidence", "The minister asks for it in one sentence")
        assert at.draft.waivers == (waiver,)
        assert "The brief can be printed" in at.shown()
        assert "mixed-confidence is waived" in at.shown()
        await at.press("p")
        assert waiver.reason in (tmp_path / "brief.md").read_text("utf-8")
        await at.press("u")
        assert not list(at.draft.waivers)
        assert "Not printed until" in at.shown()

    async def come_back(at: Sitting) -> None:
        assert at.draft.waivers == ()
        await at.press("f w")
        await at.type("A reason")
        await at.press("enter w ctrl+a ctrl+k enter")
        assert at.draft.waivers == ()

    sit([clips], story, home=tmp_path / "home")
    sit([clips], come_back, home=tmp_path / "home")


def test_what_is_refused_is_printed_unchecked_where_that_is_asked_for(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await write_what_is_refused(at)
        await at.press("f P")
        assert "Printed" in at.notices()

    sit([clips], story, home=tmp_path / "home")
    assert (tmp_path / "brief.pdf").exists()


def test_a_finding_leads_to_the_text_the_sentence_the_field_or_the_article(
    clips: Path, tmp_path: Path
) -> None:
    async def story(at: Sitting) -> None:
        await write_what_is_refused(at)
        await at.press("f enter")
        assert REFUSED in at.shown()
        await at.press("escape")
        at.app.desk.action_set("title")
        await at.settle()
        await at.type("TODO")
        await at.press("enter")
        for rule, then in (("placeholder", "Left empty, it is made of the themes."), ("unnamed", "Jets")):
            await at.press("f")
            await to_finding(at, rule)
            await at.press("enter")
            assert then in at.shown()
            await at.press("escape")

    (clips / "sources.toml").unlink()
    sit([clips], story, home=tmp_path / "home")


async def to_finding(at: Sitting, rule: str) -> None:
    """Put the cursor on the first finding of a rule whose name begins like this."""
    for _ in range(20):
        if f"╭─ {rule}" in at.shown():
            return
        await at.press("down")
    raise AssertionError(f"no finding of {rule}: {at.shown()}")
