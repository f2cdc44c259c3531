"""Every state that a draft was in, so that nothing an analyst does is final."""

from dataclasses import dataclass

from briefer.model.drafts import Draft

_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class History:
    """A draft, the ones before it (latest last) and the ones that were undone (next first)."""

    now: Draft
    past: tuple[Draft, ...] = ()
    future: tuple[Draft, ...] = ()

    def edit(self, draft: Draft) -> "History":
        """The history with a new state; what was undone before it is forgotten."""
        if draft == self.now:
            return self
        return History(draft, (*self.past[-_LONGEST:], self.now))

    def undo(self) -> "History":
        """One state back, where there is one."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.now, *self.future))

    def redo(self) -> "History":
        """One state forward again, where there is one."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.now), self.future[1:])
