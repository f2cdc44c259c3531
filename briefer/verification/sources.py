"""The ledger's words against the files: the same bytes, the same place, the same letters."""

from pathlib import PurePosixPath

from briefer.model import Article, Entry, EntryKind, Ledger, LedgerSource, Repair, RepairKind, Span
from briefer.model.briefs import OMISSION
from briefer.model.verdicts import Shelf, Unreadable, VerdictKind
from briefer.text.brackets import find_shown, take_out
from briefer.text.likeness import Likeness, compare, key_of, make_key
from briefer.text.repairing import spell_person
from briefer.text.times import find_times
from briefer.text.trimming import join_parts
from briefer.verification.before import Before
from briefer.verification.judging import Judgement, cited, judge_likeness, shown


class Sources:
    """What was found of the sources, as the ledger names them."""

    def __init__(self, ledger: Ledger, shelf: Shelf, before: Ledger | None = None) -> None:
        articles = shelf.articles
        self._unreadable = shelf.unreadable
        self._sources = {source.number: source for source in ledger.sources}
        self._earlier_sources = (
            {source.number: source for source in ledger.before.sources} if ledger.before else {}
        )
        self._before = Before(ledger.before, before)
        self._printed = {
            (entry.source, entry.sentence)
            for entry in ledger.entries
            if entry.kind not in (EntryKind.AMOUNT, EntryKind.EARLIER)
        }
        self._articles = articles
        self._by_digest = {article.sha256: article for article in articles}
        self._keys = {article.sha256: key_of(article.text) for article in articles}

    def file_of(self, entry: Entry) -> str | None:
        """The file that an entry is from, as the ledger names it."""
        source = self._find_source(entry)
        return source.file if source else None

    def judge(self, entry: Entry) -> Judgement:
        """What the source of an entry, or another article, says of it."""
        source = self._find_source(entry)
        if source is None:
            return Judgement(VerdictKind.MISSING, f"the ledger has no source {cited(entry).split(' ¶')[0]}")
        if entry.kind is EntryKind.AMOUNT and (entry.source, entry.sentence) not in self._printed:
            return Judgement(VerdictKind.MISATTRIBUTED, "the brief does not print its sentence")
        article = self._by_digest.get(source.sha256)
        if article is None and entry.kind is EntryKind.EARLIER:
            return self._before.judge(entry, source)
        if article is None:
            return self._judge_absent(entry, source)
        there = _words_at(article, entry)
        likeness = compare(there, entry.words) if there else Likeness.OTHER
        if likeness is Likeness.OTHER:
            return self._judge_elsewhere(entry, article, there)
        if there.split() != entry.words.split():
            likeness = Likeness.NORMALISED
        return (
            _judge_place(entry, article)
            or _judge_repairs(entry, article)
            or judge_likeness(likeness, f"the source {source.file}")
        )

    def _find_source(self, entry: Entry) -> LedgerSource | None:
        sources = self._earlier_sources if entry.kind is EntryKind.EARLIER else self._sources
        return sources.get(entry.source)

    def _judge_absent(self, entry: Entry, source: LedgerSource) -> Judgement:
        unreadable = self._find_unreadable(source)
        if unreadable:
            is_same = unreadable.sha256 == source.sha256
            which = "is the file that was quoted" if is_same else "is not the file that was quoted"
            return Judgement(
                VerdictKind.UNREADABLE if is_same else VerdictKind.SOURCE_CHANGED,
                f"{unreadable.path.as_posix()} {which}, but cannot be read: {unreadable.reason}",
            )
        changed = self._find_by_name(source.file)
        if changed:
            still = self._holds(changed, entry)
            where = "the words still stand in it" if still else "the words do not stand in it any more"
            return Judgement(
                VerdictKind.SOURCE_CHANGED, f"{source.file} is not the file that was quoted; {where}"
            )
        others = [article.path.as_posix() for article in self._articles if self._holds(article, entry)]
        elsewhere = f"; the same words stand in {others[0]}" if others else ""
        return Judgement(VerdictKind.MISSING, f"{source.file} is not among the sources{elsewhere}")

    def _judge_elsewhere(self, entry: Entry, article: Article, there: str) -> Judgement:
        """The words are not where they should be: are they anywhere?"""
        for other in (article, *self._articles):
            if self._holds(other, entry):
                paragraph = _find_paragraph(other, entry)
                place = other.path.as_posix() + (f" ¶{paragraph}" if paragraph else "")
                return Judgement(
                    VerdictKind.MISATTRIBUTED, f"its words stand in {place}, not where [{cited(entry)}] says"
                )
        has = f"has {shown(there)} there" if there else "has no such place"
        return Judgement(VerdictKind.EDITED, f"the source {article.path.as_posix()} {has}")

    def _find_by_name(self, file: str) -> Article | None:
        """The article of this path, or else of this name if one alone has it; nothing is opened by it."""
        paths = {article.path.as_posix(): article for article in self._articles}
        if file in paths:
            return paths[file]
        name = PurePosixPath(file).name
        named = [article for article in self._articles if article.path.name == name]
        return named[0] if len(named) == 1 else None

    def _find_unreadable(self, source: LedgerSource) -> Unreadable | None:
        """The file of these bytes, or else of this path, that is there and cannot be read."""
        same = [found for found in self._unreadable if found.sha256 == source.sha256]
        named = [found for found in self._unreadable if found.path.as_posix() == source.file]
        return next(iter((*same, *named)), None)

    def _holds(self, article: Article, entry: Entry) -> bool:
        """Whether all that is printed of an entry stands in an article, in its order."""
        key, place = self._keys[article.sha256], 0
        pieces = _pieces(entry)
        for piece in pieces:
            found = key.find(piece, place)
            if found < 0:
                return False
            place = found + len(piece)
        return bool(pieces)


def _words_at(article: Article, entry: Entry) -> str:
    """What an article has where an entry says that its words are; empty where there is no such place."""
    edges = [edge for span in entry.spans for edge in (span.start, span.end)]
    is_inside = (
        bool(edges)
        and edges == sorted(edges)
        and edges[0] >= entry.span.start
        and edges[-1] <= entry.span.end <= len(article.text)
    )
    return join_parts(article.text, entry.span, entry.spans, entry.repairs) if is_inside else ""


def _pieces(entry: Entry) -> list[str]:
    """What is printed of an entry of the source's words, in runs, as keys."""
    words = take_out(entry.words, entry.repairs)
    return [piece for piece in map(key_of, words.split(OMISSION)) if piece]


def _judge_repairs(entry: Entry, article: Article) -> Judgement | None:
    """What is wrong with the first bracket of ours that is not what the article says."""
    for repair in entry.repairs:
        if repair not in find_shown([repair], entry.spans) or not _is_proved(repair, entry, article):
            return Judgement(
                VerdictKind.EDITED, f"the article does not say what {shown(f'[{repair.words}]')} says in it"
            )
    return None


def _is_proved(repair: Repair, entry: Entry, article: Article) -> bool:
    """Whether the words in the brackets stand in the article, or the date follows from its own."""
    if repair.span is None:
        told = (*find_times(article, entry.span), *find_times(article, entry.sentence))
        return repair.kind is RepairKind.DATE and repair in told
    explained = article.words(repair.explained)
    return repair.kind is not RepairKind.DATE and (
        repair.span.end <= len(article.text)
        and repair.words == spell_person(article.text, repair.span, explained)
    )


def _judge_place(entry: Entry, article: Article) -> Judgement | None:
    """What is wrong with the paragraph or the lines of words that stand where they should."""
    paragraph = next(
        (found for found in article.paragraphs if found.span.start <= entry.span.start < found.span.end), None
    )
    if paragraph is None or not _overlaps(entry.sentence, entry.span):
        return Judgement(VerdictKind.MISATTRIBUTED, "the place in the ledger is in no paragraph")
    if paragraph.number != entry.paragraph:
        return Judgement(
            VerdictKind.MISATTRIBUTED, f"it stands in ¶{paragraph.number}, not in ¶{entry.paragraph}"
        )
    if paragraph.lines != entry.lines:
        return Judgement(VerdictKind.MISATTRIBUTED, "its paragraph stands in other lines of the file")
    return None


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _find_paragraph(article: Article, entry: Entry) -> int | None:
    piece = next(iter(_pieces(entry)), "")
    key = make_key(article.text)
    found = key.text.find(piece)
    if found < 0:
        return None
    place = key.places[found]
    return next(
        (part.number for part in article.paragraphs if part.span.start <= place < part.span.end), None
    )
