"""Step 9 of the pipe: the rules of the craft that a brief is held against before it is printed.

They are built to support the practice of Intelligence Community Directives 203 (analytic standards) and
206 (sourcing). They look at form alone: that a brief breaks none of them says nothing of its truth.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefer.checks import news, quoting, sourcing, writing
from briefer.checks.rules import Case, Rule, find_subject
from briefer.checks.writing import ICD_203_TERMS
from briefer.errors import UnknownName
from briefer.model import Brief, Finding, Severity

__all__ = ["ICD_203_TERMS", "RULES", "Checked", "Rule", "check_brief", "find_subject", "get_rule"]

RULES: tuple[Rule, ...] = (*quoting.RULES, *sourcing.RULES, *news.RULES, *writing.RULES)

_GRAVEST_FIRST = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Checked:
    """A brief after the checks, with what they found that the analyst does not waive.

    `brief` keeps the waivers that it needed, and is marked as unchecked where `is_refused`.
    """

    brief: Brief
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps the brief from being printed as if all were well."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def is_refused(self) -> bool:
        return bool(self.errors)


def check_brief(
    brief: Brief, *, texts: Mapping[str, str] | None = None, likelihood: Sequence[str] = ICD_203_TERMS
) -> Checked:
    """What the rules find, gravest first, each kind in the order of the rules and of reading.

    `texts` are those of the articles by id; a quote whose article is not among them is held against its
    places alone. `likelihood` are the words with which an analyst may say how likely something is.

    Raises:
        UnknownName: the brief waives a rule that there is not.
    """
    waived = {get_rule(waiver.rule).id for waiver in brief.waivers}
    terms = tuple(" ".join(term.casefold().split()) for term in likelihood)
    case = Case(brief, texts or {}, terms)
    found = [finding for rule in RULES for finding in rule.apply(case)]
    left = [finding for finding in found if finding.rule not in waived]
    needed = {finding.rule for finding in found} & waived
    checked = Checked(
        replace(brief, waivers=tuple(waiver for waiver in brief.waivers if waiver.rule in needed)),
        tuple(sorted(left, key=lambda finding: _GRAVEST_FIRST.index(finding.severity))),
    )
    return replace(checked, brief=replace(checked.brief, unchecked=checked.is_refused))


def get_rule(name: str) -> Rule:
    """The rule of this id.

    Raises:
        UnknownName: there is none; says which there are.
    """
    for rule in RULES:
        if rule.id == name:
            return rule
    raise UnknownName("rule", name, [rule.id for rule in RULES])
