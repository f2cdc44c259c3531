"""Sit down at the application and press keys, without a terminal."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from textual.pilot import Pilot

from briefer.model import Draft
from briefer.tui import BrieferApp

AS_OF = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
Story = Callable[["Sitting"], Awaitable[None]]


class Sitting:
    """The application and the keys that are pressed in it."""

    def __init__(self, app: BrieferApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, keys: str) -> None:
        """Press keys, parted by spaces, and wait until all that follows has happened."""
        await self.pilot.press(*keys.split())
        await self.settle()

    async def type(self, text: str) -> None:
        await self.pilot.press(*text)
        await self.settle()

    async def settle(self) -> None:
        """Wait until no worker runs and no edit waits for one."""
        quiet = 0
        while quiet < 2:  # what a worker posted last may start the next
            await self.pilot.pause()
            await self.app.workers.wait_for_complete()
            quiet = 0 if self.app.is_busy else quiet + 1
            if not quiet:
                await asyncio.sleep(0.01)

    async def wait_for(self, text: str) -> None:
        """Wait until a text is on the screen; a worker that was cancelled may take its time to say so."""
        for _ in range(1000):
            if text in self.shown():
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"{text!r} was never shown: {self.shown()}")

    def shown(self) -> str:
        """The text on the screen."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in line) for line in lines)

    def notices(self) -> str:
        """What was said in passing."""
        return "\n".join(f"{notice.title} {notice.message}" for notice in self.app._notifications)

    @property
    def draft(self) -> Draft:
        assert self.app.history is not None
        return self.app.history.now

    async def to_theme(self, name: str) -> None:
        """Put the cursor on a theme."""
        names = [theme.name for theme in self.app.desk.themes_pane.themes]
        self.app.desk.action_go("themes")
        self.app.desk.themes_pane.cursor = names.index(name)
        await self.settle()


def sit(
    paths: Sequence[Path],
    story: Story,
    *,
    size: tuple[int, int] = (120, 40),
    home: Path | None = None,
    library: str | None = None,
) -> None:
    """Open the application on `paths` or the library, wait until all is read, and live through a story."""

    async def run() -> None:
        app = BrieferApp(paths, as_of=AS_OF, home=home, library=library, clock=lambda: NOW)
        async with app.run_test(size=size, notifications=True) as pilot:
            sitting = Sitting(app, pilot)
            await sitting.settle()
            await story(sitting)
            await pilot.press("ctrl+c")

    asyncio.run(run())
