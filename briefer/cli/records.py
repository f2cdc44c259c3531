"""The shapes that `--json` prints. Field names are stable; a fact that is not known is null."""

from collections import Counter
from pathlib import Path
from typing import Any

from briefer.analysis.key_points import KeyPointScore
from briefer.checks import Rule
from briefer.model import (
    Article,
    Duplicate,
    Evidence,
    Excerpt,
    Failure,
    Finding,
    Found,
    LineRange,
    PartialDate,
    Remark,
    Span,
    Theme,
)
from briefer.model.library import Arrival, Edit, Hit, Holding, Revision
from briefer.model.verdicts import Verdict, VerdictKind, Verification
from briefer.summarising import SummarySentence


def article_record(article: Article) -> dict[str, Any]:
    """One article that was read: `read --json` prints one of these for each."""
    return {
        "kind": "article",
        "id": article.id,
        "path": article.path.as_posix(),
        "sha256": article.sha256,
        "title": _found(article.title),
        "authors": _found(article.authors),
        "outlet": _found(article.outlet),
        "published": _date(article.published),
        "updated": _date(article.updated),
        "url": _found(article.url),
        "language": _found(article.language),
        "genre": _found(article.genre),
        "paragraphs": [
            {"n": paragraph.number, "text": article.words(paragraph.span), **_lines(paragraph.lines)}
            for paragraph in article.paragraphs
        ],
        "removed": [
            {"line": line.line, "kind": line.kind.value, "text": line.text} for line in article.removed
        ],
        "warnings": list(article.warnings),
    }


def failure_record(failure: Failure) -> dict[str, Any]:
    """One file that was left out."""
    return {"kind": "skipped", "path": failure.path.as_posix(), "reason": failure.reason}


def remark_record(remark: Remark) -> dict[str, Any]:
    return {"kind": "remark", "path": str(remark.path), "text": remark.text}


def duplicate_record(duplicate: Duplicate) -> dict[str, Any]:
    """One file that holds the same article as another."""
    return {
        "kind": "duplicate",
        "path": duplicate.path.as_posix(),
        "original": duplicate.original.as_posix(),
    }


def arrival_record(path: Path, arrival: Arrival, article: str) -> dict[str, Any]:
    """What became of one file that was brought to the library."""
    return {"kind": "arrival", "path": path.as_posix(), "arrival": arrival.value, "article": article}


def holding_record(holding: Holding) -> dict[str, Any]:
    """One article of the library, as lists show it."""
    return {
        "kind": "holding",
        "id": holding.id,
        "path": holding.path.as_posix(),
        "title": holding.title,
        "authors": list(holding.authors),
        "outlet": holding.outlet,
        "published": str(holding.published) if holding.published else None,
        "language": holding.language,
        "genre": holding.genre.value if holding.genre else None,
        "added": holding.added_at.isoformat(),
        "revisions": holding.revisions,
        "repeats": holding.repeats,
        "removed": holding.removed_at.isoformat() if holding.removed_at else None,
    }


def hit_record(hit: Hit) -> dict[str, Any]:
    """One article that a search found, with a sentence of it and where in that the words asked for stand."""
    marks = [_span(mark) for mark in hit.marks]
    return {**holding_record(hit.holding), "kind": "hit", "snippet": hit.snippet, "marks": marks}


def revision_record(revision: Revision) -> dict[str, Any]:
    """One set of bytes that an article of the library came in."""
    return {
        "id": revision.article.id,
        "sha256": revision.article.sha256,
        "added": revision.added_at.isoformat(),
        "path": revision.article.path.as_posix(),
        "newest": revision.is_newest,
    }


def edit_record(edit: Edit) -> dict[str, Any]:
    """What an analyst corrected of an article in one go."""
    return {"at": edit.at.isoformat(), "facts": dict(edit.facts)}


def excerpt_record(article: Article, excerpt: Excerpt) -> dict[str, Any]:
    """Words of an article, with where they stand: `start` and `end` count characters of the cleaned text."""
    paragraph = article.paragraphs[excerpt.sentence.paragraph - 1]
    return {
        "kind": "excerpt",
        "text": article.words(excerpt.span),
        "repairs": [
            {"kind": repair.kind.value, "words": repair.words, "behind": repair.explained.end}
            for repair in excerpt.repairs
        ],
        "article": article.id,
        "path": article.path.as_posix(),
        "paragraph": excerpt.sentence.paragraph,
        **_span(excerpt.span),
        **_lines(paragraph.lines),
    }


def evidence_record(
    article: Article,
    evidence: Evidence,
    *,
    rank: int,
    key_point: KeyPointScore | None = None,
    overtaken_by: str | None = None,
) -> dict[str, Any]:
    """One sentence that speaks to a theme, with what each term gave to its score."""
    return {
        **excerpt_record(article, evidence.excerpt),
        "kind": "evidence",
        "theme": evidence.score.theme,
        "rank": rank,
        "score": evidence.score.score,
        "terms": [
            {"term": share.phrase, "share": share.share, "own": share.own} for share in evidence.score.shares
        ],
        "dependence": evidence.excerpt.dependence,
        "overtaken_by": overtaken_by,
        **({"key_point": _key_point(key_point)} if key_point else {}),
    }


def summary_record(article: Article, sentence: SummarySentence, *, explain: bool) -> dict[str, Any]:
    """One sentence of a summary; where `explain`, as which it was chosen and what it newly brought."""
    record = excerpt_record(article, sentence.excerpt)
    if explain:
        record["rank"] = sentence.rank
        record["gains"] = sentence.gains and [
            {"concept": gain.concept, "weight": round(gain.weight, 4)} for gain in sentence.gains
        ]
    return record


def absence_record(article: Article, theme: Theme, reason: str) -> dict[str, Any]:
    """One article that gives no printable evidence for a theme, and why."""
    return {
        "kind": "out",
        "theme": theme.name,
        "article": article.id,
        "path": article.path.as_posix(),
        "reason": reason,
    }


def theme_record(theme: Theme, *, terms: bool) -> dict[str, Any]:
    """One theme; its lexicon too where `terms`."""
    record: dict[str, Any] = {"name": theme.name, "title": theme.title, "description": theme.description}
    if terms:
        record["terms"] = [
            {
                "phrase": term.phrase,
                "weight": term.weight,
                "exact": term.exact,
                "near": list(term.near),
                "within": term.within,
            }
            for term in theme.lexicon.terms
        ]
        record["excluded"] = list(theme.lexicon.excluded)
    return record


def finding_record(finding: Finding) -> dict[str, Any]:
    """One place at which a brief breaks a rule of the checks."""
    return {
        "kind": "finding",
        "rule": finding.rule,
        "severity": finding.severity.value,
        "where": finding.where,
        "message": finding.message,
        "way_out": finding.way_out,
    }


def rule_record(rule: Rule) -> dict[str, Any]:
    """One rule of the checks: what it finds, why that matters, and the way out."""
    return {
        "kind": "rule",
        "rule": rule.id,
        "severity": rule.severity.value,
        "title": rule.title,
        "reason": rule.reason,
        "way_out": rule.way_out,
    }


def verification_record(verification: Verification) -> dict[str, Any]:
    """Whether a finished brief is proved, and the verdicts on its sentences and its other texts."""
    counts = Counter(verdict.kind.value for verdict in verification.verdicts)
    return {
        "title": verification.title,
        "proved": verification.is_proved,
        "counts": {kind.value: counts[kind.value] for kind in VerdictKind},
        "texts": verification.texts,
        "verdicts": [_verdict_record(verdict) for verdict in verification.verdicts],
        "others": [_verdict_record(verdict) for verdict in verification.others],
    }


def _verdict_record(verdict: Verdict) -> dict[str, Any]:
    return {
        "verdict": verdict.kind.value,
        "id": verdict.entry,
        "page": verdict.page,
        "cited": verdict.cited or None,
        "file": verdict.file,
        "words": verdict.words,
        "reasons": list(verdict.reasons),
    }


def _key_point(score: KeyPointScore) -> dict[str, Any]:
    return {
        "score": round(score.score, 4),
        "base": round(score.base, 4),
        "reasons": [{"name": reason.name, "factor": round(reason.factor, 4)} for reason in score.reasons],
    }


def _found(found: Found[Any] | None) -> dict[str, Any] | None:
    if found is None:
        return None
    value = list(found.value) if isinstance(found.value, tuple) else str(found.value)
    return {"value": value, "basis": found.basis.value}


def _date(found: Found[PartialDate] | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"date": str(found.value), "precision": found.value.precision.value, "basis": found.basis.value}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _lines(lines: LineRange | None) -> dict[str, int | None]:
    return {"first_line": lines.first if lines else None, "last_line": lines.last if lines else None}
