"""The pages of the brief as they will be printed, in the best picture that the terminal can show."""

import sys
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, ClassVar

from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget

from briefer.tui import facts
from briefer.tui.side_screen import SideScreen

if TYPE_CHECKING:
    from briefer.tui.app import BrieferApp


class PagesScreen(SideScreen):
    """One page at a time, whole or as wide as the screen."""

    PLACE = "Pages"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,right,l,space", "turn(1)", "Next page", key_display="pgdn", id="pages.next"),
        Binding("pageup,left,h", "turn(-1)", "Page before", key_display="pgup", id="pages.previous"),
        Binding("home,g", "go_to(0)", "First page", show=False, id="pages.first"),
        Binding("end,G", "go_to(-1)", "Last page", show=False, id="pages.last"),
        Binding("z", "zoom", "Zoom", id="pages.zoom"),
        Binding("down,j", "scroll(3)", "Down", show=False, id="pages.down"),
        Binding("up,k", "scroll(-3)", "Up", show=False, id="pages.up"),
        Binding("p", "print", "Print", id="pages.print"),
        Binding("escape,q,v", "back", "Back", key_display="esc", id="pages.back"),
    ]

    def __init__(self, draw: Callable[[], object] | None = None) -> None:
        """`draw` starts the drawing of other pages than those of the brief on the desk."""
        super().__init__(id="pages")
        self._draw = draw
        self.place = 0
        self._pages: tuple[bytes, ...] = ()
        self._is_wide = False

    @classmethod
    def refuse(cls, app: "BrieferApp") -> str:
        return app.refuse_drafting()

    def make_body(self) -> Widget:
        return VerticalScroll(id="page")

    def on_mount(self) -> None:
        self.show_head("Drawing the pages")
        if self._draw:
            self._draw()
        elif self.briefer.material and self.briefer.history:
            self.briefer.draw_pages(self.briefer.material, self.briefer.history.now)

    def learn(self, fact: Message) -> None:
        if isinstance(fact, facts.PagesDrawn):
            self._pages = fact.pages
            self.action_go_to(0)
        elif isinstance(fact, facts.WorkFailed):
            self.show_head(f"No pages: {fact.error}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only the brief on the desk is printed from here."""
        if action == "print" and self._draw:
            return False
        return super().check_action(action, parameters)

    def action_print(self) -> None:
        self.briefer.action_print()

    def action_back(self) -> None:
        """Leave, and stop drawing."""
        self.app.workers.cancel_group(self.app, "pages")
        self.app.pop_screen()

    def action_turn(self, by: int) -> None:
        self.action_go_to(max(0, min(self.place + by, len(self._pages) - 1)))

    def action_go_to(self, place: int) -> None:
        if not self._pages:
            return
        self.place = place % len(self._pages)
        self.show_head(f"Page {self.place + 1} of {len(self._pages)}")
        self.run_worker(self._show_page(), exclusive=True, group="page")

    def action_zoom(self) -> None:
        self._is_wide = not self._is_wide
        self.action_go_to(self.place)

    def action_scroll(self, by: int) -> None:
        self.query_one("#page").scroll_relative(y=by, animate=False)

    async def _show_page(self) -> None:
        frame = self.query_one("#page", VerticalScroll)
        picture = self._make_picture(self._pages[self.place])
        picture.styles.width = "100%" if self._is_wide else "auto"
        picture.styles.height = "auto" if self._is_wide else "100%"
        with self.app.batch_update():
            await frame.remove_children()
            await frame.mount(picture)
        frame.scroll_home(animate=False)

    def _make_picture(self, page: bytes) -> Widget:
        if "textual_image.widget" not in sys.modules:
            # On import it asks the terminal what it can show, and nobody else may read the answer.
            try:
                with self.app.suspend():
                    import textual_image.widget  # noqa: F401
            except SuspendNotSupported:
                pass
        from textual_image.widget import Image

        return Image(BytesIO(page))
