"""What a reader of one sentence alone must be told, where the same article tells it beyond doubt.

"He said", "the minister said", "Orlov", "PMF" and "on Tuesday" are understood by a reader of the whole
article. Here a repair is found for them only where one antecedent fits and nothing else might: whoever
else is named near by, a "her" beside a "he", an unnamed "official", a name of which it is not known whose
it is, or quotation marks that are open, and no repair is made. English only.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefer.model import Article, Paragraph, Repair, RepairKind, Span
from briefer.text.acronyms import find_acronyms
from briefer.text.calendar import MONTHS, WEEKDAYS
from briefer.text.opening_words import ADVERBIAL_OPENERS, SPEECH, VERBS
from briefer.text.people import (
    Gender,
    NameRun,
    People,
    Person,
    is_national,
    is_other_name,
    iter_runs,
    name_words,
    read_people,
    surname_of,
)
from briefer.text.people_words import FEMALE_TITLES, MALE_TITLES, PERSON_NOUNS, PLACES, ROLES
from briefer.text.quotations import QUOTED, find_quoted
from briefer.text.sentences import find_sentences
from briefer.text.times import PAST, find_times
from briefer.text.words import FUNCTION_WORDS

_SPEAKING = rf"(?:(?:also|then|has|had|later)\s)?{SPEECH}\b"
_WHO = r"(?:he|she|the\s(?:[a-z]+\s){0,2}?[a-z]+)"
_REFERENCES = (
    re.compile(r"(?P<who>He|She|His|Her)(?=\s[a-z])(?!\s(?:who|that|or)\b)"),
    re.compile(
        rf"(?P<who>The\s(?:[a-z]+\s){{0,2}}?(?:{'|'.join(sorted(ROLES))}))(?=\s[a-z]+)(?!\s(?:of|for|who|from|in|and|at|to)\b)"
    ),
    re.compile(r"(?P<opening>[A-Z][\w’'-]*(?:\s[\w’',-]+){0,9}?),\s(?P<who>he|she)\s(?=[a-z])(?!who\b|or\b)"),
)
_ATTRIBUTION = re.compile(
    rf"(?<=[”\"’'])\s(?P<who>{_WHO})\s(?={_SPEAKING})|,\s(?P<plain>he|she)\s(?={_SPEAKING}[.,]|{_SPEAKING}\s(?:on|in|at)\s[^,.]{{1,40}}[.]$)"
)
_PRONOUNS = re.compile(
    r"\b(?P<male>he|his|him|himself)\b|\b(?P<female>she|her|hers|herself)\b", re.IGNORECASE
)
_NOUN = re.compile(rf"\b(?:{'|'.join(sorted(PERSON_NOUNS))})\b(?!-)")
_TURN_OF_TALK = re.compile(r"[A-Z][A-Z.'’-]*(?:\s[A-Z][A-Z.'’-]*){0,4}:\s")
"""Who speaks in a transcript is not whom the talk is about."""
_SPOKE = re.compile(rf"(?:,\s[^,.“”\"]{{1,80}},)?\s{_SPEAKING}")
_SPOKEN_BY = re.compile(rf"[,”\"’']\s{SPEECH}\s(?:[a-z-]+\s){{0,3}}$")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|from|to|into|across|inside|outside|over|of|the|The|towards?|through)\s$"
)
_CALENDAR = frozenset([*MONTHS, *WEEKDAYS])
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])(?=\s(?!of\b|and\b|in\b|at\b|on\b)[a-z0-9])")
_NEXT_WORD = re.compile(r"\s(?P<word>[a-z]+(?:[’']t\b)?)(?:\s(?P<next>[a-z]+))?")
_PRESENT = re.compile(rf"\b(?:{'|'.join(sorted(VERBS))})\b|\b[a-z]{{3,}}s\s(?:an?|the|his|her|its|their)\s")
_WORDS_OF_A_SUBJECT = 6
_SENTENCES_BACK = 3
_REACH = 1_000
_LONGEST = 1_500
"""Characters; nobody prints a longer sentence."""
_PARAGRAPHS_BACK = 2
_MOST_NAMES = 3
_SHORT_TITLES = {
    "gen": "general", "lt": "lieutenant", "col": "colonel", "maj": "major", "capt": "captain",
    "adm": "admiral", "sen": "senator", "gov": "governor", "rep": "representative", "prof": "professor",
}  # fmt: skip
_QUALIFIED = frozenset("former ex late deputy vice assistant acting designate elect".split())
"""Who holds such an office is not the one who is called by the office alone."""
_DETERMINERS = frozenset("the a an his her its their no that".split())
_BEFORE_VERBS = frozenset(
    "never often twice once again nearly later first then still ever always just even already".split()
)
_DEEDS = frozenset(
    """meeting building hearing briefing ruling killing shooting filing funding painting bombing landing
    closing opening wedding recording holding standing backing following training planning""".split()
)
"""Nouns in "-ing" of which a name may say which: "the Orlov hearing"."""
_HONORIFICS = frozenset("mr mrs ms dr".split())
_UNUSABLE = re.compile(r"[\[\]()“”\"«»\n;:]")


@dataclass(frozen=True, slots=True)
class _Reference:
    """Someone whom a sentence speaks of; `person` is None where it is not known who. `run` is the name."""

    start: int
    end: int
    person: Person | None


def find_repairs(article: Article, shown: Span) -> tuple[Repair, ...]:
    """What is to be supplied to the words at `shown`, one sentence or more, in order.

    Nothing where the source has square brackets of its own, which could not be told from ours.
    """
    words = article.words(shown)
    english = article.language is None or article.language.value == "en"
    paragraph = _paragraph_at(article, shown.start)
    if (
        not english
        or paragraph is None
        or "[" in words
        or _is_quotation_open(article.text, paragraph, shown.start)
    ):
        return ()
    people = read_people(article.text)
    found = [*_find_reference(article, paragraph, shown, people)]
    found += _find_names(article.text, shown, people)
    found += [*find_acronyms(article.text, shown), *find_times(article, shown)]
    repairs: list[Repair] = []
    for repair in sorted(found, key=lambda repair: repair.explained):
        if not repairs or repairs[-1].explained.end < repair.explained.start:
            repairs.append(repair)
    return tuple(repairs)


def spell_person(text: str, words: Span, explained: str) -> str:
    """The words of an introduction as they stand in the brackets behind what they explain."""
    said = " ".join(text[words.start : words.end].split())
    return f"{said}’s" if is_possessive(explained) else said


def is_possessive(words: str) -> bool:
    """Whether it is "his" or "her", or a name with what makes it one's own: "Orlov’s", "Lukas’"."""
    return words.lower() in ("his", "her") or words.endswith(("’s", "'s", "’", "'"))


def _paragraph_at(article: Article, place: int) -> Paragraph | None:
    return next((found for found in article.paragraphs if found.span.start <= place < found.span.end), None)


def _is_quotation_open(text: str, paragraph: Paragraph, place: int) -> bool:
    before = text[paragraph.span.start : place]
    return before.count("“") + before.count("«") > before.count("”") + before.count("»") or bool(
        before.count('"') % 2
    )


def _find_reference(article: Article, paragraph: Paragraph, shown: Span, people: People) -> Iterator[Repair]:
    """Whom the pronoun or office means that the first of the sentences is about, or is spoken by."""
    text = article.text
    first = next(iter(find_sentences(article.words(shown))), None)
    sentence = Span(shown.start, shown.start + first.end) if first else shown
    who = _find_who(text, sentence)
    if who is None:
        return
    word = text[who.start : who.end]
    before = _sentences_before(article, paragraph, shown.start)
    if word.lower().startswith("the"):
        person = _find_holder(text, who, before, people)
    else:
        person = _find_antecedent(text, paragraph, sentence, who, before, people)
    if person is None or any(
        reference.person is person
        for reference in _find_references(text, sentence.start, sentence.end, people)
    ):
        return
    mention = person.introduced_before(shown.start)
    if mention is None:
        return
    owned = word.lower() in ("his", "her")
    words = (
        mention.introduction if not owned or mention.introduction.end == mention.span.end else mention.span
    )
    if _UNUSABLE.search(text, words.start, words.end):
        words = mention.span
    yield Repair(RepairKind.PERSON, who, spell_person(text, words, word), words)


def _find_who(text: str, sentence: Span) -> Span | None:
    words = text[sentence.start : sentence.end]
    for pattern in _REFERENCES:
        match = pattern.match(words)
        if not match:
            continue
        opening = match.groupdict().get("opening")
        if opening is not None:
            opener = opening.split()[0].lower()
            if opener not in ADVERBIAL_OPENERS or _PRONOUNS.search(opening):
                continue
        return Span(sentence.start + match.start("who"), sentence.start + match.end("who"))
    quoted = find_quoted(words)
    for match in _ATTRIBUTION.finditer(words):
        start, end = match.span("who") if match["who"] else match.span("plain")
        is_role = words[start:end].startswith("the ") and words[start:end].split()[-1] in ROLES
        named = words[start:end] in ("he", "she") or is_role
        if named and not any(span.start < start < span.end for span in quoted):
            return Span(sentence.start + start, sentence.start + end)
    return None


def _sentences_before(article: Article, paragraph: Paragraph, place: int) -> list[Span]:
    """The sentences before `place`, nearest first, as far as they may tell who is meant."""
    found: list[Span] = []
    for number in range(paragraph.number, max(paragraph.number - _PARAGRAPHS_BACK - 1, 0), -1):
        paragraph_at = article.paragraphs[number - 1].span
        end = min(paragraph_at.end, place)
        start = max(paragraph_at.start, end - _REACH)
        if end <= start:
            continue
        words = article.text[start:end]
        if not words.rstrip().endswith((".", "!", "?", "”", '"', "’", ":", "»", ")")):
            break
        parts = find_sentences(words)
        # What the reach cuts off is no whole sentence.
        whole = parts if start == paragraph_at.start else parts[1:]
        found += [Span(start + part.start, start + part.end) for part in reversed(whole)]
        if len(found) >= _SENTENCES_BACK or whole is not parts:
            break
    return found[:_SENTENCES_BACK]


def _find_antecedent(
    text: str, paragraph: Paragraph, sentence: Span, who: Span, before: Sequence[Span], people: People
) -> Person | None:
    """The only person whom a "he" or "she" can mean."""
    is_male = text[who.start : who.end].lower() in ("he", "his")
    outside = [
        reference
        for reference in _find_references(text, sentence.start, who.start, people)
        if not _is_quoted(text, sentence, reference.start)
    ]
    if outside and not _is_opposed(outside, is_male):
        return None
    speaks = re.compile(rf"\s{_SPEAKING}").match(text, who.end) is not None
    gaps = 0
    for earlier in before:
        if _has_other_gender(text, earlier, is_male) or _TURN_OF_TALK.match(text, earlier.start, earlier.end):
            return None
        references = _find_references(text, earlier.start, earlier.end, people)
        if speaks and (speaker := _find_speaker(text, earlier, references)):
            return speaker if not _is_opposed([_Reference(0, 0, speaker)], is_male) else None
        pronoun = _PRONOUNS.search(text, earlier.start, earlier.end)
        leans = pronoun is not None and all(pronoun.start() < reference.start for reference in references)
        if references:
            persons = {reference.person for reference in references}
            only = references[0].person if len(persons) == 1 else None
            is_meant = only and not leans and _is_topic(text, earlier, references[0], paragraph)
            return only if is_meant and not _is_opposed(references, is_male) else None
        if not leans:
            gaps += 1
        if gaps > 1:
            return None
    return None


def _is_topic(text: str, sentence: Span, reference: _Reference, paragraph: Paragraph) -> bool:
    """Whether a sentence is about whom it names: who is named late, a paragraph before, may stand beside it.

    "It also names an accomplice, the lawyer Orlov.": "his" in the next paragraph is somebody else's.
    """
    if sentence.start >= paragraph.span.start or _is_quoted(text, sentence, reference.start):
        return True
    before = QUOTED.sub("", text[sentence.start : reference.start])
    opening, comma, rest = before.partition(", ")
    if comma and opening.split()[:1] and opening.split()[0].lower() in ADVERBIAL_OPENERS:
        before = rest
    is_late = len(before.split()) > _WORDS_OF_A_SUBJECT
    return not (is_late or PAST.search(before) or _PRESENT.search(before))


def _find_holder(text: str, who: Span, before: Sequence[Span], people: People) -> Person | None:
    """The only person named before with the office that "the minister" tells."""
    office = set(text[who.start : who.end].lower().split()[1:])
    near = {
        reference.person
        for earlier in before
        for reference in _find_references(text, earlier.start, earlier.end, people)
    }
    holders = {
        person
        for person in people.iter_persons()
        if (mention := person.introduced_before(who.start))
        and mention is person.introduced
        and _holds(person, office)
    }
    return next(iter(holders)) if len(holders) == 1 and near == holders else None


def _holds(person: Person, office: set[str]) -> bool:
    held = {_SHORT_TITLES.get(word, word) for word in person.office}
    return office <= held and held & _QUALIFIED <= office


def _is_opposed(references: Sequence[_Reference], is_male: bool) -> bool:
    """Whether all of them are known to be of the other gender."""
    other = Gender.FEMALE if is_male else Gender.MALE
    return all(reference.person is not None and reference.person.gender is other for reference in references)


def _has_other_gender(text: str, sentence: Span, is_male: bool) -> bool:
    other = "female" if is_male else "male"
    return any(match[other] for match in _PRONOUNS.finditer(text, sentence.start, sentence.end))


def _is_quoted(text: str, sentence: Span, place: int) -> bool:
    words = text[sentence.start : sentence.end]
    return any(span.start < place - sentence.start < span.end for span in find_quoted(words))


def _find_speaker(text: str, sentence: Span, references: Sequence[_Reference]) -> Person | None:
    """Who alone says something in a sentence: outside quotation marks, beside a verb of speech."""
    speakers = []
    for reference in references:
        if _is_quoted(text, sentence, reference.start):
            continue
        told = _SPOKE.match(text, reference.end, sentence.end)
        if told or _SPOKEN_BY.search(text, sentence.start, reference.start):
            speakers.append(reference.person)
    outside = [reference for reference in references if not _is_quoted(text, sentence, reference.start)]
    first = outside[0].person if outside else None
    return first if speakers and set(speakers) == {first} else None


def _find_references(text: str, start: int, end: int, people: People) -> list[_Reference]:
    """Everyone whom a sentence, or the opening of one, speaks of in the singular, known or not, in order."""
    found: list[_Reference] = []
    taken: list[Span] = []
    for run in iter_runs(text, start, end):
        person = _identify(text, run, people)
        if person:
            taken.append(people.introductions.get(run.name, run.span))
            found.append(_Reference(run.span.start, taken[-1].end, person))
        elif not _is_nobody(text, run, start, people):
            found.append(_Reference(run.span.start, run.span.end, None))
    for match in _NOUN.finditer(text, start, end):
        if not any(span.start <= match.start() < span.end for span in taken):
            found.append(_Reference(match.start(), match.end(), None))
    return sorted(found, key=lambda reference: reference.start)


def _identify(text: str, run: NameRun, people: People) -> Person | None:
    """The person of a full name, or of a surname that one person alone has."""
    words = name_words(text, run.name)
    surname = surname_of(words[-1])
    named = people.by_surname.get(surname, ())
    if _is_contradicted(run, named):
        return None
    if len(words) > 1:
        called = (person for person in named if person.given == words[0] or _ends_with(text, person, words))
        return next(called, None)
    if named or run.titles or words[0] in people.small:
        return named[0] if len(named) == 1 else None
    return _find_by_given(text, run, people)


def _find_by_given(text: str, run: NameRun, people: People) -> Person | None:
    """Who alone is called so: "Maria", of whom the article speaks by that name elsewhere, too.

    Many given names are words or places as well: "Grace", "Bill", "Victoria".
    """
    name = text[run.name.start : run.name.end]
    called_so = [person for person in people.iter_persons() if person.given == surname_of(name)]
    is_place = name in people.places or _PLACE_BEFORE.search(text, max(run.name.start - 9, 0), run.name.start)
    if len(called_so) != 1 or is_place or name in _CALENDAR:
        return None
    alone = re.compile(rf"(?<!\w)(?P<before>[a-z]+),? {re.escape(name)}(?=[’']s [a-z]|,|\.| [a-z])")
    return called_so[0] if any(_calls(found["before"]) for found in alone.finditer(text)) else None


def _calls(before: str) -> bool:
    """Whether a person may be called by name right behind a word."""
    return before not in ("the", "a", "an", "this") and not _PLACE_BEFORE.fullmatch(f"{before} ")


def _ends_with(text: str, person: Person, words: Sequence[str]) -> bool:
    """Whether a person's name ends in those words, behind the given name: "Dickson Wright"."""
    name = name_words(text, person.first.span)
    return len(name) > len(words) and name[-len(words) :] == [*words[:-1], surname_of(words[-1])]


def _is_contradicted(run: NameRun, named: Sequence[Person]) -> bool:
    """Whether a title such as "Mrs" makes it another person than the one of this surname."""
    is_female, is_male = not FEMALE_TITLES.isdisjoint(run.titles), not MALE_TITLES.isdisjoint(run.titles)
    other = Gender.MALE if is_female else Gender.FEMALE if is_male else None
    return other is not None and len(named) == 1 and named[0].gender is other


def _is_nobody(text: str, run: NameRun, opening: int, people: People) -> bool:
    """Whether a run of capitals is surely no person: a place, a body, a day, or what opens a sentence."""
    name = text[run.name.start : run.name.end]
    if run.titles or name.casefold() in people.given or surname_of(name) in people.by_surname:
        return False
    if is_other_name(name) or all(word.isupper() for word in name.split()) or is_national(name):
        return True
    if " " not in name:
        speaks = _SPOKE.match(text, run.name.end) is not None
        if run.name.start <= opening + 1 and name.lower() in people.small and not speaks:
            return True
        if name in _CALENDAR or name.casefold() in PLACES or name in people.places:
            return True
    is_placed = _PLACE_BEFORE.search(text, max(run.name.start - 9, 0), run.name.start)
    return is_placed is not None and not _SPOKE.match(text, run.name.end)


def _find_names(text: str, shown: Span, people: People) -> list[Repair]:
    """The full name and office of everyone whom the words at `shown` name by the surname alone."""
    repairs: list[Repair] = []
    told: set[Person] = set()
    quoted = find_quoted(text[shown.start : shown.end])
    for run in iter_runs(text, shown.start, shown.end):
        person = _identify(text, run, people)
        if person is None or person in told:
            continue
        told.add(person)
        mention = person.introduced_before(shown.start)
        first, *rest = name_words(text, run.name)
        is_full = bool(rest) and first == person.given
        if mention is None or is_full or not may_be_called(text, run):
            continue
        if any(span.start < run.name.start - shown.start < span.end for span in quoted):
            continue
        explained = _with_possessive(text, run.span)
        is_owner = explained != run.span
        office = set(run.titles) - _HONORIFICS
        is_behind = mention.introduction.end > mention.span.end
        words = mention.span if office or (is_owner and is_behind) else mention.introduction
        if _UNUSABLE.search(text, words.start, words.end):
            words = mention.span
        said = spell_person(text, words, text[explained.start : explained.end])
        repairs.append(Repair(RepairKind.NAME, explained, said, words))
    return repairs[:_MOST_NAMES]


def _with_possessive(text: str, name: Span) -> Span:
    mark = _POSSESSIVE.match(text, name.end)
    return Span(name.start, mark.end()) if mark else name


def may_be_called(text: str, run: NameRun) -> bool:
    """Whether a surname is not a part of another name, nor one that says of what sort a thing is."""
    before, after = text[max(run.span.start - 4, 0) : run.span.start], text[run.span.end : run.span.end + 2]
    following = _NEXT_WORD.match(text, run.span.end)
    name = text[run.name.start : run.name.end]
    if name.casefold() in PLACES or name in _CALENDAR or before.lower().endswith("the "):
        return False
    if _POSSESSIVE.match(text, run.span.end):
        return True
    return (
        after[:1] not in ("’", "'", "-", "/", "&")
        and not after[1:2].isupper()
        and (following is None or _goes_on(following["word"], following["next"]))
    )


def _goes_on(word: str, following: str | None) -> bool:
    """Whether a word may follow a person, and is no noun as in "the Orlov plan"."""
    if word.endswith(("n't", "n’t")):
        return True
    known = FUNCTION_WORDS | VERBS | _BEFORE_VERBS
    told = (
        word in known
        or word.endswith(("ed", "ly"))
        or (word.endswith("ing") and word not in _DEEDS)
        or re.fullmatch(SPEECH, word)
        or PAST.fullmatch(word)
    )
    return bool(told) or (word.endswith("s") and (following in _DETERMINERS or following == "to"))
