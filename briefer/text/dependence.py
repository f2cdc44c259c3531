"""Why a sentence cannot be read alone."""

from enum import StrEnum


class Dependence(StrEnum):
    """What a sentence lacks, or is, that keeps it from being quoted without its neighbours."""

    QUOTATION = "quotation"  # a quotation or bracket is not closed, or was opened before
    FRAGMENT = "fragment"  # opens in small letters, stands in brackets, or has too few words
    CUT_OFF = "cut-off"  # has no closing mark
    QUESTION = "question"
    POINTER = "pointer"  # speaks to the reader of a page: "Click here", "See Table 3"
    DATELINE = "dateline"  # "BAGHDAD (Newswire) -"
    SPEAKER = "speaker"  # words of a speaker who is not named: "..., he said"
    NARRATOR = "narrator"  # an author's "I", "we" or "you", outside quotations
    CONNECTIVE = "connective"  # "However", "But", "For example"
    TIME = "time"  # "The next day", "Since then"
    PRONOUN = "pronoun"  # "He", "Its exports", "police said he"
    DEMONSTRATIVE = "demonstrative"  # "This decision", "These steps"
    DEFINITE = "definite"  # "The deal", "The two countries"
    NAME = "name"  # "Orlov", whom only the article names in full
    CAPTION = "caption"  # what a picture shows
    COUNT = "count"  # "Nineteen were children", "Another problem"
    BARE = "bare"  # a short sentence that names nothing
