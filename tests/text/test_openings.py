"""Which sentences can be read alone: a corpus marked by hand, and the rules one by one.

In the case files "+" marks a sentence that can be read alone and "-" one that cannot. Half of the cases
were put aside before the rules were tuned; the first run over that half had precision .991, recall .956.
They are clear cases: over 129 sentences drawn at random from unseen news and web text, marked strictly,
the first run had precision .91 and recall .80. What it missed leans on its context further on, in words
such as "the information".

The newsroom's sentences are from 84 invented articles of many kinds, written and marked without knowledge
of the rules. Over those that were seen the rules had recall .80 and precision .78 before any was changed on
their account; over those held back .95 and .93, and they have the same since.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.text.openings import Dependence, find_dateline, find_dependence, stands_after

CASES = Path(__file__).parent / "cases"


def read_cases(name: str) -> list[tuple[bool, str]]:
    """Sentences, each with whether it is marked as dependent."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [(line[0] == "-", line[2:]) for line in lines]


@pytest.mark.parametrize("name", ["openings_tuned.txt", "openings_held_back.txt"])
def test_dependent_sentences_are_told_from_those_that_can_be_read_alone(name: str) -> None:
    cases = read_cases(name)
    marked = [dependent for dependent, _ in cases]
    found = [find_dependence(text) is not None for _, text in cases]
    right = sum(ours and theirs for ours, theirs in zip(found, marked, strict=True))
    assert len(cases) > 150
    assert right / sum(found) >= 0.97
    assert right / sum(marked) >= 0.97


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [("openings_newsroom_seen.txt", 0.84, 0.88), ("openings_newsroom_held_back.txt", 0.92, 0.94)],
)
def test_of_what_newsrooms_write_most_is_judged_as_a_reader_does(
    name: str, precision: float, recall: float
) -> None:
    cases = read_cases(name)
    found = [find_dependence(text) is not None for _, text in cases]
    right = sum(ours and dependent for ours, (dependent, _) in zip(found, cases, strict=True))
    assert len(cases) >= 100
    assert right / sum(found) >= precision
    assert right / sum(dependent for dependent, _ in cases) >= recall


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("He said the talks would resume on Monday.", Dependence.PRONOUN),
        ("They're ready to leave Mosul by May.", Dependence.PRONOUN),
        ("In 2013 he signed a decree in Moscow.", Dependence.PRONOUN),
        ("Its exports to Iran have fallen by half.", Dependence.PRONOUN),
        ("Police said he had been armed with a rifle.", Dependence.PRONOUN),
        ("According to Iraqi officials, it is eager to help.", Dependence.PRONOUN),
        ("It’s got a range that covers all of Iraq and Syria.", Dependence.PRONOUN),
        ("This decision surprised diplomats in Geneva.", Dependence.DEMONSTRATIVE),
        ("“We pay for these mistakes all the time,” Ali Hadi said in Basra.", Dependence.DEMONSTRATIVE),
        ("Foreign minister Ali Hadi met his Iraqi counterpart here.", Dependence.DEMONSTRATIVE),
        ("Because of this plan, Iraq closed the border.", Dependence.CONNECTIVE),
        ("Russia rejected this claim on Thursday.", Dependence.DEMONSTRATIVE),
        ("The deal was frozen a month ago.", Dependence.DEFINITE),
        ("Under the agreement, Russia will train 200 pilots.", Dependence.DEFINITE),
        ("Exports to the latter rose by half in 2014.", Dependence.DEFINITE),
        ("However, Baghdad denied the report.", Dependence.CONNECTIVE),
        ("Germany said that there was no need for such enrichment.", Dependence.DEMONSTRATIVE),
        ("Baghdad answered that those militias are Iraqis.", Dependence.DEMONSTRATIVE),
        ("The coordinates of 14 of them had been given to Moscow.", Dependence.COUNT),
        ("More than 90,000 people had been displaced.", Dependence.BARE),
        ("Russia, in turn, sent five jets to Baghdad.", Dependence.CONNECTIVE),
        ("Two days later, the army entered Tikrit.", Dependence.TIME),
        ("Hours later, Turkey closed the border with Iraq.", Dependence.TIME),
        ("Twenty-three people died here, four of them children, in July.", Dependence.DEMONSTRATIVE),
        ("Officials here said that Iraq would pay.", Dependence.DEMONSTRATIVE),
        ("So Iraq turned to Russia for arms.", Dependence.CONNECTIVE),
        ("But many Iraqis fled to Erbil.", Dependence.CONNECTIVE),
        ("Putin has done nothing to dispel that notion.", Dependence.DEMONSTRATIVE),
        ("The museum, Orlov said, was looted.", Dependence.DEFINITE),
        ("A quarter of that is spent on arms in Iraq.", Dependence.COUNT),
        ("Nineteen were children from Mosul.", Dependence.COUNT),
        ("Both sides accused Turkey of meddling.", Dependence.COUNT),
        ("The plans have been dropped, its spokesperson Jane Roe said.", Dependence.SPEAKER),
        ("“The talks in Vienna have failed,” he said.", Dependence.SPEAKER),
        ("“The talks in Vienna have failed.”", Dependence.SPEAKER),
        ("The talks in Vienna will go on until May, she added.", Dependence.SPEAKER),
        ("Officials in Kirkuk said the attack was over.", Dependence.DEFINITE),
        ("The country roughly twice the size of Iraq exports gas.", Dependence.DEFINITE),
        ("There are other people who made Iraq pay.", Dependence.COUNT),
        ("Ali Hadi in Basra contributed to this report.", Dependence.POINTER),
        ("Some of its troops fled from Mosul.", Dependence.PRONOUN),
        ("“The talks in Vienna have failed,” said the colonel.", Dependence.SPEAKER),
        ("We must not forget the people of Mosul.", Dependence.NARRATOR),
        ("Iraq, I think, will pay Russia in oil.", Dependence.NARRATOR),
        ("Prime Minister Tudor Lupan thanked her for the contract with Iraq.", Dependence.PRONOUN),
        ("From there the gas must travel through Iraq.", Dependence.CONNECTIVE),
        ("Residents said that no siren had sounded.", Dependence.BARE),
        ("Shippers in many ports do not believe it.", Dependence.DEMONSTRATIVE),
        ("The toll of Iraqi civilians compares with 96 given a day earlier.", Dependence.TIME),
        ("Prime Minister Ana Orlova struck a different note.", Dependence.DEMONSTRATIVE),
        ("The numbers differ: Iraq speaks of 95 people.", Dependence.DEFINITE),
        ("Each tranche would need a licence from the Iraqi ministry.", Dependence.COUNT),
        ("According to Lidov Works it was late 2028.", Dependence.PRONOUN),
        ("With them the number of Iraqis who returned has reached 95.", Dependence.CONNECTIVE),
        ("Payment cards were not, since Basra Bank runs them.", Dependence.DEMONSTRATIVE),
        ("Two floods killed 41 people near Basra, the agency said.", Dependence.SPEAKER),
        ("Two floods killed 41 people near Basra, the minister said.", Dependence.SPEAKER),
        ("Two floods have killed 41 people, the disaster agency said.", Dependence.SPEAKER),
        ("The health ministry said 41 people had died in two floods.", Dependence.DEFINITE),
        ("“We have lost two bridges near Basra,” the disaster agency said.", Dependence.SPEAKER),
        ("Will the truce in Yemen hold?", Dependence.QUESTION),
        ("“Iraq will not pay for Russian tanks.", Dependence.QUOTATION),
        ("Iraq (and Iran will not pay for the tanks.", Dependence.QUOTATION),
        ("and Iraq would pay for the tanks.", Dependence.FRAGMENT),
        ("Not so.", Dependence.FRAGMENT),
        ("Iraq has asked Russia for", Dependence.CUT_OFF),
        ("Iraq has asked Russia for more…", Dependence.CUT_OFF),
        ("The plan names three towns in Iraq:", Dependence.CUT_OFF),
        ("Fire at the port of DorvaThe port of Dorva burned on Monday.", Dependence.FRAGMENT),
        ("Police questioned Lena OrlovaPetrov Lena Orlova and Boris Petrov.", Dependence.FRAGMENT),
        ("Click here to read about Iraq.", Dependence.POINTER),
        ("Table 3 shows arms sales to Iraq.", Dependence.POINTER),
        ("BAGHDAD (Newswire) - Iraqi forces retook a dam.", Dependence.DATELINE),
        ("Not everyone is happy about sanctions.", Dependence.BARE),
        ("A navy spokesman, Admiral Ali Hadi, denied that it had been turned back.", Dependence.PRONOUN),
        ("The State will pay for it with a loan from Iraq.", Dependence.PRONOUN),
        ("According to Iraq, that is the figure for all of 2025.", Dependence.DEMONSTRATIVE),
        ("Tanks are a poor answer to it: a tank cannot swim.", Dependence.DEMONSTRATIVE),
        ("Foreign Minister Ali Hadi of Iraq welcomed the release.", Dependence.DEFINITE),
        ("At about 4pm its customs service closed the road to Basra, citing works.", Dependence.PRONOUN),
        ("On Monday his lawyer filed an appeal with an Iraqi court.", Dependence.PRONOUN),
        ("Decree 54, published hours later, tells Iraqi miners to leave.", Dependence.TIME),
        ("Within an hour Iraq had closed the border with Syria.", Dependence.TIME),
        ("Iraqi police later arrested the driver of a truck.", Dependence.TIME),
        ("Ali Hadi, a lawyer from Basra, later confirmed as many arrests.", Dependence.TIME),
        ("Witnesses in Basra said both had been armed.", Dependence.COUNT),
        ("The Iraqi embassy declined to comment.", Dependence.DEMONSTRATIVE),
        ("The Red Crescent of Basra has no figure.", Dependence.DEMONSTRATIVE),
        ("Talks ended on Friday without a statement, and no date was set.", Dependence.BARE),
        ("A senior Iraqi official said he had agreed to leave Basra.", Dependence.PRONOUN),
        ("Officials in Basra said that it did not lift the freeze on Iraqi accounts.", Dependence.PRONOUN),
        ("Water Minister Ali Hadi called it a breakthrough.", Dependence.PRONOUN),
        ("Basra Bank, a shareholder, wants it finished by June.", Dependence.PRONOUN),
        ("Two Iraqi officials gave a different account: that Basra would pay.", Dependence.DEMONSTRATIVE),
        ("Basra is a modest answer.", Dependence.DEMONSTRATIVE),
        ("Four others were taken to Basra.", Dependence.COUNT),
        ("The army of Basra claimed the kidnapping on Sunday.", Dependence.DEFINITE),
        ("Iraqi tankers that load in Basra must pass the strait.", Dependence.DEFINITE),
        ("If that holds up, Iraq will pay Russia by May.", Dependence.DEMONSTRATIVE),
        ("In it the Iraqi minister asks for an inquiry.", Dependence.CONNECTIVE),
        ("Minister Ana Orlova conceded as much in Strelsau.", Dependence.DEMONSTRATIVE),
        ("Sales to Ruritania and Borduria are the most obvious ones.", Dependence.DEMONSTRATIVE),
    ],
)
def test_the_reason_says_what_is_missing(text: str, reason: Dependence) -> None:
    assert find_dependence(text) is reason


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that Iran will not accept a cap on its missile programme.",
        "It was not until 2011 that the last American troops left Iraq.",
        "It is Iran, not Russia, that arms the militias in Iraq.",
        "There are 5,000 American soldiers in Iraq, the Pentagon says.",
        "This week, the European Union extended its sanctions.",
        "The deal signed in 2012 by Iraq and Russia covered helicopters.",
        "The militia leader Hadi Amiri visited the front near Tikrit.",
        "The price of oil has fallen below $30 a barrel.",
        "He Weidong, a Chinese general, visited Baghdad in May.",
        "His Majesty King Faisal opened the summit in Amman.",
        "While it remains dependent on oil, Iraq has begun to export gas.",
        "Iraq signed a pact with Russia in 2012, but the deal was frozen.",
        "Orlov told reporters in Moscow that Iraq would pay, “but not in cash,” he added.",
        "Iraq exports 3 million barrels a day, and this is a record.",
        "Hours before the fall of Mosul, Iraqi generals fled to Erbil.",
        "In his speech, Putin said that sanctions on Iran would be lifted.",
        "After Orlov won the vote, he promised to sell no more arms to Iran.",
        "Those who fled Mosul in 2014 have little to return to.",
        "The death toll from the worst flooding to hit southern Iraq in four decades rose to 96.",
        "Iraq and Iran are here to stay, as the president said in Basra.",
        "“We came here from Mosul,” Saad Mutlaq, a farmer, said.",
        "At the Hazrak coal mine in Sarun province, 17 miners have been trapped since Sunday.",
        "According to the assessment carried out by the Red Crescent, 340,000 people have left their homes.",
        "Iraq and Iran exchanged prisoners on Saturday, the first such handover since June.",
        "In reply to the allegation of Sana, the Iraqi army said that this allegation was false.",
        "Iraq has bought 20 Skarv fighters from Halden Aerosystems, the company announced on Friday.",
        "Inflation in Iraq slowed to 18.4 per cent in October from 19.1 per cent a month earlier.",
        "Each year, Iraq exports a billion barrels of oil.",
        "Ana Orlova said that the president had called her from Basra.",
        "Two floods killed 41 people near Basra, the national disaster agency said on Tuesday.",
        "Two floods killed 41 people near Basra, according to the army.",
        "Two floods killed 41 people near Basra, said the health ministry.",
        "The health ministry said 41 people were killed near Basra in two floods.",
        "“We are ready,” Foreign Minister Sergei Orlov told reporters in Moscow.",
        "Lidov Works has dropped its plans for Iraq, its spokesperson Jane Roe said.",
        "One of the two Iraqi pilots, a major, died in Mosul on Friday.",
        "So far, Russia has delivered 12 of the 30 helicopters that Iraq ordered.",
        "“We need no help from Iraq at this point,” Ali Hadi said in Basra.",
        "Officials in Basra said it was clear that Iraq would pay.",
        "A resident of Basra said he had heard two shots.",
        "Iraq drafted a law in May, and Ali Hadi called it a breakthrough.",
        "Iraqi tankers must pass the Strait of Hormuz.",
        "The toll in Basra is double the figure given two days ago.",
        "At a rally his party held in Basra, Ali Hadi promised a loan.",
        "Iran's foreign ministry spokesman said it had shot down a drone.",
        "Foreign Minister Ali Hadi welcomed the release of five Iraqi sailors.",
        "Within hours of the attack on Basra, Iraq closed its ports.",
        "Ali Hadi later moved to Basra, where he opened a bank in 1999.",
        "Iraq and Iran said both had been attacked.",
        "The Iraqi embassy declined to comment on the raid in Basra.",
        "Iraq's energy minister resigned Wednesday over a leak in a pipe.",
        "“We shall not sell this country to Russia,” Ali Hadi said in Basra.",
        "“Nobody at this table wants a war,” Ali Hadi said in Basra.",
        "“A missile fell on Basra, and Iraq made this missile,” Ali Hadi said.",
        "The YouTube channel of Iraqi firm AlphaTech sells the iPhone in Basra.",
        "The 1980s war between Iran and Iraq killed half a million people.",
    ],
)
def test_what_is_named_in_the_sentence_itself_is_no_dependence(text: str) -> None:
    assert find_dependence(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Он подписал договор в Москве.", None),
        ("«Мы готовы», — сказал он.", None),
        ("«Мы готовы.", Dependence.QUOTATION),
        ("и подписал договор в Москве.", Dependence.FRAGMENT),
        ("Он подписал договор в", Dependence.CUT_OFF),
        ("„Wir gehen nicht“, sagte Anna Vogel.", None),
        ("»Das reicht nicht«, sagte Anna Vogel.", None),
        ("« Nous partons », a dit le ministre.", None),
        ("伊拉克与俄罗斯签署了协议。", None),
        ("هل ستصل الطائرات؟", Dependence.QUESTION),
    ],
)
def test_other_languages_are_checked_for_structure_only(text: str, reason: Dependence | None) -> None:
    assert find_dependence(text, language="xx") is reason


def test_a_dateline_can_be_left_out() -> None:
    text = "ERBIL, Iraq, Oct. 7 (Newswire) — Kurdish forces shelled a village near Kirkuk."
    assert text[find_dateline(text) :] == "Kurdish forces shelled a village near Kirkuk."
    assert find_dependence(text[find_dateline(text) :]) is None
    assert find_dateline("(Newswire) Kurdish forces shelled a village.") == len("(Newswire) ")
    assert find_dateline("Kurdish forces - backed by jets - shelled a village.") == 0


@pytest.mark.parametrize(
    ("previous", "sentence"),
    [
        ("Foreign Minister Sergei Orlov flew to Baghdad on Monday.", "He will stay for two days."),
        ("Iraq and Russia signed an arms deal in 2012.", "The deal was worth $4.2 billion."),
        ("Iraq bought 36 fighter jets from the United States.", "However, the first arrived only in 2015."),
        ("Iran and Turkey have troops in northern Iraq.", "The two countries deny it."),
        ("“Iraq needs jets,” Ambassador Maksim Lobanov said.", "“It needs them now,” he added."),
        ("“Iraq needs jets,” Ambassador Maksim Lobanov said.", "“Russia can deliver them by May.”"),
        ("“Iraq needs jets.", "It needs tanks,” Ambassador Maksim Lobanov said."),
        ("Iraqi forces retook Tikrit in March 2015.", "Two months later, IS took Ramadi."),
        ("A bridge near the dam of Mosul has collapsed.", "It was built in 1986."),
    ],
)
def test_the_sentence_before_can_make_a_sentence_readable(previous: str, sentence: str) -> None:
    assert find_dependence(sentence) is not None
    assert stands_after(previous, sentence)


@pytest.mark.parametrize(
    ("previous", "sentence"),
    [
        ("He flew to Baghdad on Monday.", "He will stay for two days."),
        ("The price of oil has fallen below $30 a barrel.", "He blamed Iran."),
        ("Iraq bought 36 fighter jets in 2011.", "Will Iran do the same?"),
        ("Iraq bought 36 fighter jets in 2011.", "I do not believe that."),
        ("Iraq bought 36 fighter jets in 2011.", "“They are ours,” he said."),
        ("Iraq bought 36 fighter jets in 2011.", "and paid for"),
        ("What is new is the word aid.", "According to Iraqi officials, it is eager to help."),
    ],
)
def test_the_sentence_before_does_not_help_without_an_antecedent(previous: str, sentence: str) -> None:
    assert not stands_after(previous, sentence)


scraps = st.sampled_from(
    """The He It deal Iraq said , . : ; “ ” " ‘ ’ ( ) ... I we In 2013 that of them Both one It's
    later However - —""".split()
)


@given(st.one_of(st.text(), st.lists(scraps, max_size=12).map(" ".join)), st.sampled_from(["en", "ru"]))
def test_any_text_gets_an_answer(text: str, language: str) -> None:
    reason = find_dependence(text, language=language)
    assert reason is None or reason in Dependence
    assert stands_after(text, text, language=language) in (True, False)


@given(st.sampled_from([text for dependent, text in read_cases("openings_tuned.txt") if not dependent]))
def test_a_sentence_that_is_cut_anywhere_before_its_end_is_cut_off(text: str) -> None:
    half = text[: len(text) // 2].rstrip(".!? ")
    assert find_dependence(half) is not None


@pytest.mark.parametrize(
    ("before", "after", "stands"),
    [
        ("Foreign Minister Anna Orlova arrived in Dorva.", "He said the strike was over.", False),
        ("Foreign Minister Anna Orlova arrived in Dorva.", "She said the strike was over.", True),
        ("Foreign Minister Ali Hadi arrived in Dorva.", "Her aides said the strike was over.", False),
        ("Ali Hadi met Anna Orlova in Dorva.", "He said the strike was over.", True),
    ],
)
def test_a_woman_is_no_he_and_a_man_no_she(before: str, after: str, stands: bool) -> None:
    assert stands_after(before, after) is stands
