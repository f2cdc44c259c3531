"""Sentences of the brief before against that brief, where their sources are not at hand."""

from briefer.ledger import digest_printed
from briefer.model import Entry, Ledger, LedgerBefore, LedgerSource
from briefer.model.verdicts import VerdictKind
from briefer.text.brackets import take_out
from briefer.verification.judging import Judgement

_WAYS_OUT = "give the folder that has it, or the brief before"


class Before:
    """The brief before as a ledger names it, and the one that was given as such, if one was."""

    def __init__(self, named: LedgerBefore | None, given: Ledger | None) -> None:
        self._is_named = bool(named and given and digest_printed(given) == named.sha256)
        self._given = given

    def judge(self, entry: Entry, source: LedgerSource) -> Judgement:
        """What the brief before says of a sentence that is printed as its own."""
        if self._given is None:
            problem = f"its source {source.file} is not among the files; {_WAYS_OUT}"
            return Judgement(VerdictKind.UNPROVED, problem)
        if not self._is_named:
            problem = "the brief that was given as the one before is another one than the ledger names"
            return Judgement(VerdictKind.UNPROVED, problem)
        digests = {known.number: known.sha256 for known in self._given.sources}
        for printed in self._given.entries:
            words = take_out(printed.words, printed.repairs)
            is_place = (printed.source, printed.paragraph, printed.span, printed.spans, words) == (
                entry.source,
                entry.paragraph,
                entry.span,
                entry.spans,
                entry.words,
            )
            if is_place and digests.get(printed.source) == source.sha256:
                return Judgement(
                    VerdictKind.EARLIER,
                    f"the brief before prints it so; {source.file} is not among the files",
                )
        return Judgement(VerdictKind.EDITED, "the brief before does not print it so")
