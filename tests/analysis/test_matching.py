"""Where terms are mentioned."""

from hypothesis import given
from hypothesis import strategies as st

from briefer.analysis.matching import build_matcher, phrase_forms
from briefer.model import Lexicon, Term, Theme


def make_theme(*terms: Term | str, excluded: tuple[str, ...] = (), name: str = "theme") -> Theme:
    placed = tuple(Term(term, 1) if isinstance(term, str) else term for term in terms)
    return Theme(name, name, name, Lexicon(placed, excluded))


def mentions(text: str, *terms: Term | str, excluded: tuple[str, ...] = ()) -> list[str]:
    """The words of the text that mention a term."""
    found = build_matcher([make_theme(*terms, excluded=excluded)]).find_mentions(text)
    return [text[mention.span.start : mention.span.end] for mention in found]


def exact(phrase: str) -> Term:
    return Term(phrase, 1, exact=True)


def near(phrase: str, *words: str) -> Term:
    return Term(phrase, 1, near=words)


class TestStems:
    def test_a_phrase_is_found_in_all_its_inflections(self) -> None:
        for text in ("an arms deal", "Arms deals", "the ARMS DEAL's price"):
            assert len(mentions(text, "arms deal")) == 1

    def test_a_term_is_never_found_inside_a_word(self) -> None:
        assert mentions("A charm offensive on the farmsteads", "arms", "harm") == []

    def test_a_phrase_is_not_longer_than_the_text(self) -> None:
        assert mentions("They sell arms", "arms", "arms deal") == ["arms"]

    def test_british_and_american_spellings_are_one(self) -> None:
        for term, text in [
            ("defence ministry", "the Defense Ministry"),
            ("missile program", "its missile programmes"),
            ("labor camp", "a labour camp"),
            ("fuelled", "fueled"),
        ]:
            assert len(mentions(text, term)) == 1

    def test_who_does_a_thing_and_what_is_like_it_are_not_the_thing(self) -> None:
        for term, text in [
            ("firefight", "the firefighters came"),
            ("terrorism", "a reign of terror"),
            ("repulsed", "a repulsive joke"),
            ("explosion", "a box of explosives"),
            ("prison", "the prisoners"),
        ]:
            assert mentions(text, term) == []

    def test_a_verb_that_only_ends_like_one_who_does_keeps_its_inflections(self) -> None:
        for word in ("deliver", "surrender", "arrive", "receive"):
            stem = word.removesuffix("e")
            for text in (word, f"{word}s", f"{stem}ed", f"{stem}ing"):
                assert mentions(text, word) == [text]

    def test_words_in_cyrillic_are_found_too(self) -> None:
        assert mentions("Новые санкции против банков", "санкция") == ["санкции"]


class TestSpelling:
    def test_a_hyphen_in_a_term_leaves_the_spelling_open(self) -> None:
        for text in ("air strikes", "air-strikes", "airstrikes", "air\u2011strikes"):
            assert mentions(text, "air-strike") == [text]

    def test_an_open_term_does_not_match_the_joined_word(self) -> None:
        assert mentions("pushbacks", "push back") == []

    def test_a_compound_is_read_as_its_two_words_in_every_spelling(self) -> None:
        terms = (Term("air-strike", 3), Term("strike", 1), near("target", "air"))
        for text in ("air strikes on a target", "air-strikes on a target", "airstrikes on a target"):
            assert len(mentions(text, *terms)) == 3
        assert mentions("Counterterrorism officers", "terrorism") == ["terrorism"]

    def test_a_phrase_does_not_reach_across_a_pause(self) -> None:
        for text in (
            "nuclear, power",
            "nuclear (power",
            "nuclear \u2014 power",
            "nuclear: power",
            "nuclear; power",
        ):
            assert mentions(text, "nuclear power") == []

    def test_a_phrase_reaches_across_a_line_end_and_quotation_marks(self) -> None:
        for text in ("nuclear\npower", "\u201cnuclear\u201d power"):
            assert len(mentions(text, "nuclear power")) == 1


class TestExact:
    def test_dots_do_not_matter_but_case_does(self) -> None:
        assert mentions("The U.S. and the US told us", exact("US")) == ["U.S.", "US"]

    def test_the_plural_of_a_number_or_an_acronym_is_the_same_term(self) -> None:
        assert mentions("F-16s, F16s and the F-16's engine; two MPs", exact("F-16"), exact("MP")) == [
            "F-16s",
            "F16s",
            "F-16's",
            "MPs",
        ]

    def test_a_term_without_capitals_matches_in_any_case_but_in_one_form(self) -> None:
        assert mentions("Arms and the armed man: arms", exact("arms")) == ["Arms", "arms"]

    def test_a_headline_in_capitals_does_not_turn_common_words_into_acronyms(self) -> None:
        assert mentions("WHO IS BEHIND THE ISIS RAID ON US", exact("IS"), exact("US"), exact("ISIS")) == [
            "ISIS"
        ]


class TestNear:
    def test_one_of_the_words_must_stand_in_the_sentence(self) -> None:
        term = near("contract", "missile", "tank")
        assert mentions("A contract for missiles", term) == ["contract"]
        assert mentions("A contract for catering", term) == []

    def test_a_pair_of_words_must_stand_together(self) -> None:
        term = near("buy", "fighter jet")
        assert mentions("Cairo buys 24 fighter jets", term) == ["buys"]
        assert mentions("Fighters buy a private jet", term) == []

    def test_the_mention_itself_is_not_near(self) -> None:
        term = near("missile test", "missile")
        assert mentions("A missile test", term) == []
        assert mentions("A missile test of a new missile", term) == ["missile test"]


class TestWithin:
    def test_the_word_must_stand_so_many_words_before_or_after(self) -> None:
        term = Term("strike", 1, near=("missile",), within=3)
        for text, found in [
            ("A missile hit in the strike", False),
            ("A missile in the strike", True),
            ("A strike by a missile", True),
            ("A strike by a big missile", False),
        ]:
            assert bool(mentions(text, term)) is found, text

    def test_a_pair_must_lie_within_whole(self) -> None:
        term = Term("strike", 1, near=("cruise missile",), within=2)
        assert mentions("A cruise missile strike", term) == ["strike"]
        assert mentions("A cruise missile they strike", term) == []

    @given(st.lists(st.sampled_from(["air", "strike", "and", "so"]), max_size=14), st.integers(1, 14))
    def test_a_wider_reach_never_loses_a_mention(self, words: list[str], within: int) -> None:
        text = " ".join(words)
        reaches = (within, within + 1, None)
        close, wider, anywhere = (
            len(mentions(text, Term("strike", 1, near=("air",), within=reach))) for reach in reaches
        )
        assert close <= wider <= anywhere


class TestExclusion:
    def test_a_word_inside_an_excluded_phrase_is_near_nothing(self) -> None:
        term = near("sold", "tank")
        assert mentions("He sold a fish tank", term, excluded=("fish tank",)) == []
        assert mentions("He sold a fish tank and a tank", term, excluded=("fish tank",)) == ["sold"]

    def test_a_mention_inside_an_excluded_phrase_does_not_count(self) -> None:
        assert mentions("A hunger strike and a strike", "strike", excluded=("hunger strike",)) == ["strike"]
        assert mentions("Strike a balance", "strike", excluded=("strike a balance",)) == []

    def test_a_mention_that_reaches_out_of_an_excluded_phrase_counts(self) -> None:
        assert mentions("a lightning strike force", "strike force", excluded=("lightning strike",)) == [
            "strike force"
        ]

    def test_an_exclusion_binds_its_own_theme_only(self) -> None:
        themes = [make_theme("aid", excluded=("first aid",), name="a"), make_theme("aid", name="b")]
        found = build_matcher(themes).find_mentions("First aid")
        assert [mention.theme for mention in found] == ["b"]


def test_overlapping_mentions_of_all_themes_are_found_in_one_pass() -> None:
    themes = [make_theme("air defence", "air", name="a"), make_theme("defence deal", "defence", name="b")]
    found = build_matcher(themes).find_mentions("An air defence deal")
    assert [(mention.theme, mention.term.phrase) for mention in found] == [
        ("a", "air defence"),
        ("a", "air"),
        ("b", "defence deal"),
        ("b", "defence"),
    ]


def test_an_empty_text_and_no_themes_give_nothing() -> None:
    assert build_matcher([make_theme("dam")]).find_mentions("") == ()
    assert build_matcher([]).find_mentions("A dam") == ()


def test_a_phrase_without_words_has_no_forms() -> None:
    assert dict(phrase_forms("--")) == {}


WORDS = st.lists(
    st.sampled_from(["arms", "deal", "air", "strike", "tank", "the", "near", "U.S."]), max_size=12
)


@given(words=WORDS, gaps=st.sampled_from([" ", "-", ", ", "\n"]))
def test_every_mention_lies_on_the_words_of_its_term(words: list[str], gaps: str) -> None:
    text = gaps.join(words)
    matcher = build_matcher(
        [make_theme("arms deal", "air-strike", "tank", exact("US"), near("deal", "tank"))]
    )
    for mention in matcher.find_mentions(text):
        place = text[mention.span.start : mention.span.end]
        assert set(phrase_forms(place.replace("\n", " "))) & set(phrase_forms(mention.term.phrase))


@given(words=WORDS, more=WORDS)
def test_a_mention_without_conditions_stays_when_the_text_grows(words: list[str], more: list[str]) -> None:
    matcher = build_matcher([make_theme("arms deal", "air-strike", "tank")])
    short, long = " ".join(words), " ".join([*words, *more])
    assert set(matcher.find_mentions(short)) <= set(matcher.find_mentions(long))
