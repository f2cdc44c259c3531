import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.model import LineKind
from briefer.text.cleaning import Cleaned, clean_dump, split_blocks
from briefer.text.cleaning.shapes import shows_picture
from briefer.text.hygiene import clean_text

HEADLINE = "Ministry to buy ten transport aircraft"
FIRST = (
    "The ministry of defence said on Monday that it would buy ten transport aircraft from a foreign company. "
    "Officials added that the first of them would be delivered in spring."
)
SECOND = (
    "Members of the opposition criticised the deal, which they said had not been put before parliament. "
    "The government rejected the criticism and published a summary of the contract."
)
THIRD = (
    "Analysts expect the purchase to change the balance between the two air forces of the region, although "
    "both sides have said that they want no confrontation."
)
FOURTH = "The company has sold aircraft to eleven countries since 1998, most of them in the south."
BODY = (FIRST, SECOND, THIRD, FOURTH)


def clean(*lines: str) -> Cleaned:
    return clean_dump("\n\n".join(lines))


def body(cleaned: Cleaned) -> tuple[str, ...]:
    return tuple(block.text for block in cleaned.body())


def kind_of(cleaned: Cleaned, text: str) -> LineKind | None:
    return next(kind for block, kind in zip(cleaned.blocks, cleaned.kinds, strict=True) if block.text == text)


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [*BODY, HEADLINE, "", "By Jane Roe", "Share this article", "Tags: war", "* * *", FIRST[:60]]
        ),
        st.text(st.characters(codec="utf-8"), max_size=80),
    ),
    max_size=30,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_every_line_is_body_or_kept_as_removed(lines: list[str], end: str) -> None:
    raw = clean_text(end.join(lines)).split("\n")
    cleaned = clean_dump("\n".join(raw))
    seen = [line.line for line in cleaned.removed()]
    for paragraph in cleaned.paragraphs():
        assert paragraph.lines is not None
        seen += range(paragraph.lines.first, paragraph.lines.last + 1)
    assert sorted(line for line in seen if line) == [n for n, line in enumerate(raw, start=1) if line.strip()]


@given(LINES)
def test_paragraphs_part_the_text_without_gaps(lines: list[str]) -> None:
    cleaned = clean_dump(clean_text("\n".join(lines)))
    text = cleaned.text()
    parts = [text[p.span.start : p.span.end] for p in cleaned.paragraphs()]
    assert "\n\n".join(parts) == text


def test_plain_paragraphs_stay_as_they_are() -> None:
    assert body(clean(*BODY)) == BODY
    assert body(clean(FIRST)) == (FIRST,)


def test_paragraphs_wrapped_by_hand_are_joined_and_keep_their_lines() -> None:
    text = """Ministry to buy aircraft

The ministry of defence said on Monday that it would buy
ten transport aircraft from a company in a neighbouring
country, and that the first would come in spring.

Members of the opposition criticised the deal, which had
not been put before parliament, and called for a vote on
it before the end of the month of May.
"""
    cleaned = clean_dump(text)
    assert [(p.lines.first, p.lines.last) for p in cleaned.paragraphs() if p.lines] == [(3, 5), (7, 9)]
    assert body(cleaned)[0].endswith("and that the first would come in spring.")


def test_a_line_changed_after_the_file_was_wrapped_leaves_its_paragraph_whole() -> None:
    wrapped = [textwrap.wrap(paragraph, 70) for paragraph in BODY]
    wrapped[0][1:2] = [wrapped[0][1] + " in the valley and on the hill"]
    wrapped[2][1:2] = textwrap.wrap(wrapped[2][1], 40)
    cleaned = clean_dump("\n\n".join([HEADLINE, *("\n".join(lines) for lines in wrapped)]))
    assert body(cleaned) == tuple(" ".join(lines) for lines in wrapped)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share this article", LineKind.NAV),
        ("(votes: 12, rating: 4.5)", LineKind.NAV),
        ("Loading, please wait...", LineKind.NAV),
        ("5 min read", LineKind.NAV),
        ("* * *", LineKind.NAV),
        ("Читать на русском", LineKind.NAV),
        ("Photo: Jane Roe", LineKind.CAPTION),
        ("A soldier stands guard at the base in Valley City, May 3, 2014.", LineKind.CAPTION),
        ("A transport aircraft in flight (AP Photo/Jane Roe)", LineKind.CAPTION),
        ("The crater from above, in false colour (Space Agency/Valley Institute)", LineKind.CAPTION),
        ("Read more: Ten things to know about aircraft", LineKind.RELATED),
        ("Related Articles", LineKind.RELATED),
        ("This site uses cookies to improve your experience.", LineKind.NOTICE),
        ("Subscribe to continue reading", LineKind.NOTICE),
        ("First published in Valley Times", LineKind.NOTICE),
        ("© 2015 Valley Times. All rights reserved.", LineKind.NOTICE),
        ("Tags: aircraft, defence, trade", LineKind.TAGS),
        ("#aircraft #defence", LineKind.TAGS),
        ("Last Update: Wednesday, 20 May 2020 KSA 09:46 - GMT 06:46", LineKind.DATE_STAMP),
        ("By Jane Roe", LineKind.BYLINE),
        ("(Reporting by Jane Roe; editing by John Doe)", LineKind.BYLINE),
        ("John Doe contributed to this report.", LineKind.BYLINE),
        ("Disclaimer: Views expressed by writers in this section are their own.", LineKind.DISCLAIMER),
        (
            "The opinions expressed here are those of the author and not of this newspaper.",
            LineKind.DISCLAIMER,
        ),
        ("Мнение автора может не совпадать с мнением редакции", LineKind.DISCLAIMER),
        (
            "The Hill Institute does not hold institutional positions. Responsibility for the views "
            "expressed lies with the authors. The programme receives funding from the Ministry of Defence.",
            LineKind.DISCLAIMER,
        ),
        ("This paper was made possible by a grant from the Harbour Foundation.", LineKind.NOTICE),
        ("Join Valley Monitor's Telegram channel and get the latest news delivered to you.", LineKind.NOTICE),
        ("Have a question about this story? Contact the newsroom.", LineKind.NOTICE),
        ("Follow The Valley Post Views on Facebook for the latest opinions by experts.", LineKind.NOTICE),
        (
            "Meridian Hill is a non-profit. If you value independent thought, please consider a donation. "
            "£5 £10 £25 Other",
            LineKind.NOTICE,
        ),
        ("Jane Roe is a senior fellow at the Institute for Aircraft Studies.", LineKind.BIO),
        ("The writer is a former diplomat and an analyst of air power.", LineKind.BIO),
    ],
)
def test_furniture_below_the_body_is_named_and_never_quoted(line: str, kind: LineKind) -> None:
    cleaned = clean(HEADLINE, *BODY, line)
    assert body(cleaned) == BODY
    assert kind_of(cleaned, line) is kind


@pytest.mark.parametrize(
    "sentence",
    [
        "Reuters reported on Tuesday that the first aircraft had already left the factory in the south.",
        "Share prices of the company fell by three per cent after the news of the contract came out.",
        "Hakim Roe is the head of the committee and a law professor, and he told reporters he would resign.",
        "The views of the ministers do not reflect those of the public, a poll showed on Thursday.",
        "By Friday the opposition had collected the signatures that it needed for a debate in parliament.",
        "Photographs of the aircraft were published by a magazine on Wednesday, officials said.",
        "More than forty aircraft have been ordered since the beginning of 2015, according to the ministry.",
        "The agreement was signed in the capital on May 21, 2015.",
        "Do you have an opinion on what the ministry has bought, and why?",
        "“Become a member of the alliance and you pay €2bn a year for it,” the minister said on Monday.",
        "That is all the ministry has to say on the purchase, which cost more than €3bn, before the vote.",
        "The deal costs more than the ministry had planned to spend on aircraft in the south.[2]",
        "The conversation was short, the minister said, and nobody in it had spoken of a contract.",
        "“No aircraft”, read the banner that members of the opposition unrolled in the chamber.",
        "The magazine that broke the news is published by the Anchor Media Group, which has sold it twice.",
        "The opposition does not hold official positions in the committee that is to judge the purchase.",
        "Follow the money, Facebook told its investors, and the purchase of ten aircraft makes sense.",
        "This paper has been supported by the ministry for years, the editor of the Valley Times admitted.",
        "The ministry is a member of the board that is to decide on the purchase before the end of May.",
    ],
)
def test_body_that_resembles_furniture_stays(sentence: str) -> None:
    assert sentence in body(clean(HEADLINE, FIRST, sentence, SECOND, THIRD))
    assert sentence in body(clean(HEADLINE, FIRST, SECOND, THIRD, sentence))


def test_headline_deck_and_byline_stand_above_the_body() -> None:
    deck = "The opposition wants parliament to vote on the deal"
    cleaned = clean(HEADLINE, deck, "Jane Roe", "October 7, 2015", *BODY)
    assert body(cleaned) == BODY
    kinds = [LineKind.TITLE, LineKind.DECK, LineKind.BYLINE, LineKind.DATE_STAMP]
    assert list(cleaned.kinds[:4]) == kinds


def test_a_headline_that_stands_twice_is_removed_twice() -> None:
    cleaned = clean(HEADLINE, HEADLINE, *BODY)
    assert cleaned.kinds[:2] == (LineKind.TITLE, LineKind.DUPLICATE)


def test_headings_between_paragraphs_are_titles_and_not_sentences() -> None:
    cleaned = clean(HEADLINE, FIRST, SECOND, "A question of balance", THIRD, FOURTH)
    assert body(cleaned) == BODY
    assert kind_of(cleaned, "A question of balance") is LineKind.TITLE


def test_a_pull_quote_goes_and_its_paragraph_stays() -> None:
    quote = "Officials added that the first of them would be delivered in spring"
    cleaned = clean(
        HEADLINE, SECOND, quote, "Jane Roe", FIRST, THIRD, "Jane Roe is a fellow at the Air Institute."
    )
    assert body(cleaned) == (SECOND, FIRST, THIRD)
    assert kind_of(cleaned, quote) is LineKind.PULL_QUOTE
    assert kind_of(cleaned, "Jane Roe") is LineKind.BYLINE


def test_a_caption_that_stands_twice_goes_twice() -> None:
    caption = "The minister shakes hands with the head of the company in Valley City, May 21, 2015."
    cleaned = clean(HEADLINE, FIRST, SECOND, f"{caption} The two have met before.", caption, THIRD, FOURTH)
    assert body(cleaned) == BODY
    assert cleaned.kinds.count(LineKind.CAPTION) == 2


def test_an_excerpt_before_the_whole_article_goes_and_the_whole_stays() -> None:
    cleaned = clean(FIRST, FOURTH, FIRST, SECOND, THIRD, FOURTH)
    assert body(cleaned) == BODY
    assert cleaned.kinds[:2] == (LineKind.DUPLICATE, LineKind.DUPLICATE)


def test_a_copy_that_breaks_off_gives_way_to_the_whole() -> None:
    cleaned = clean(FIRST, SECOND[:90], FIRST, SECOND, THIRD, FOURTH)
    assert body(cleaned) == BODY


def test_a_whole_second_copy_goes() -> None:
    assert body(clean(*BODY, *BODY)) == BODY


def test_a_question_put_to_every_guest_stays() -> None:
    question = "What do you expect of the new contract for your own region?"
    interview = (FIRST, question, SECOND, question, THIRD, question, FOURTH)
    assert body(clean(HEADLINE, *interview)) == interview


def test_a_paragraph_that_breaks_off_stays_with_a_warning() -> None:
    cleaned = clean(HEADLINE, FIRST, SECOND, THIRD[:100], "Continue")
    assert body(cleaned)[-1] == THIRD[:100]
    assert cleaned.warnings() == ("Paragraph 3 breaks off in mid-sentence.",)


def test_all_items_of_a_list_that_is_announced_stay() -> None:
    items = ("- an end to the contract", "- a debate in parliament", "- the names of the officials")
    announced = (FIRST, "The opposition has three demands:", *items, THIRD)
    assert body(clean(HEADLINE, *announced)) == announced


def test_a_biography_goes_with_all_of_its_lines() -> None:
    lines = (
        "Jane Roe is a fellow at the Air Institute.",
        "She was an adviser to the foreign ministry before.",
    )
    cleaned = clean(HEADLINE, "Jane Roe", *BODY, "About the author", *lines)
    assert body(cleaned) == BODY
    assert cleaned.kinds[-3:] == (LineKind.BIO,) * 3


def test_all_that_is_told_of_the_authors_goes_up_to_the_next_heading() -> None:
    about = (
        "ABOUT THE AUTHORS",
        "Jane Roe is Director of the Air Programme at the Hill Institute. She was a pilot for 19 years.",
        "John Doe grew up in Harbour Town and flew transport aircraft there.",
    )
    cleaned = clean(HEADLINE, *BODY, *about, "RELATED RESEARCH", "Who will fly them?")
    assert body(cleaned) == BODY
    assert [kind_of(cleaned, line) for line in about] == [LineKind.BIO] * 3


def test_a_box_about_the_author_above_the_article_takes_none_of_it() -> None:
    about = ("About the author", "Jane Roe is a senior fellow at the Institute for Aircraft Studies.")
    assert body(clean(HEADLINE, *about, *BODY))[-len(BODY) :] == BODY


def test_a_new_expert_in_the_last_paragraph_is_part_of_the_story() -> None:
    last = "Max Muster is a professor of air law. Muster told the committee that the contract was void."
    assert body(clean(HEADLINE, FIRST, SECOND, last))[-1] == last


@pytest.mark.parametrize(
    "paragraphs",
    [
        (
            "أعلنت وزارة الدفاع يوم الاثنين أنها ستشتري عشر طائرات نقل من شركة أجنبية خلال العام المقبل.",
            "وانتقد أعضاء المعارضة الصفقة التي قالوا إنها لم تعرض على البرلمان قبل التوقيع عليها في العاصمة.",
        ),
        (
            "国防部周一表示，将从一家外国公司购买十架运输机，首批飞机将于明年春季交付。",
            "反对派议员批评了这项交易，称其没有提交议会审议，政府随后公布了合同摘要。",
        ),
        (
            "Министерство обороны сообщило в понедельник, что закупит десять самолётов у компании.",
            "Представители оппозиции раскритиковали сделку, которая не обсуждалась в парламенте страны.",
        ),
    ],
)
def test_other_scripts_are_body_too(paragraphs: tuple[str, ...]) -> None:
    assert body(clean(*paragraphs)) == paragraphs


def test_a_full_page_gives_up_its_menus() -> None:
    menu = "\n".join(
        f"  • {entry}" for entry in "Home World Politics Business Sport Culture Video Contact".split()
    )
    related = (
        "Related Articles\n\nTen things to know about aircraft\nWhy the opposition lost the vote in spring"
    )
    page = "\n\n".join([menu, HEADLINE, "By Jane Roe", *BODY, "Tags: aircraft", related, menu])
    assert body(clean_dump(page)) == BODY


def test_the_samples_lose_no_paragraph_and_keep_no_furniture(seeds: Path) -> None:
    kept = {path.name[:3]: body(clean_dump(clean_text(path.read_text()))) for path in seeds.glob("*.txt")}
    assert {name: len(paragraphs) for name, paragraphs in kept.items()} == {
        "000": 9, "001": 8, "002": 4, "003": 18, "004": 21,
    }  # fmt: skip
    for paragraphs in kept.values():
        assert len(set(paragraphs)) == len(paragraphs)
        assert all(len(paragraph.split()) > 8 for paragraph in paragraphs)


def test_blocks_are_numbered_from_the_first_line() -> None:
    assert [block.first for block in split_blocks("\n\none\n\n two \nthree")] == [3, 5, 6]


def title(*lines: str) -> str | None:
    cleaned = clean(*lines)
    return next(
        (b.text for b, k in zip(cleaned.blocks, cleaned.kinds, strict=True) if k is LineKind.TITLE), None
    )


MENU = ("Home", "World", "Defence", "Search", "Valley Times", "Support our journalism")
SUMMARY = ("Summary", "First aircraft to be delivered in spring")
TEASERS = ("More on:", "Parliament in turmoil over aircraft contract that members have not seen")


@pytest.mark.parametrize(
    "above",
    [
        (*MENU, HEADLINE, "By Jane Roe", "October 7, 2015", *SUMMARY),
        (*MENU, HEADLINE, "By Jane Roe", *TEASERS),
        (*MENU, "7 October 2015", HEADLINE, "Share"),
        (f"{HEADLINE} | Valley Times", "Defence", HEADLINE, "The first of them is to be delivered in spring"),
        ("Skip to main content", "Home > World > Defence", HEADLINE, "Cite this publication", "Download PDF"),
        ("Welcome to the ministry of aircraft, delivered to you", "Learn More", HEADLINE, "By Jane Roe"),
        ("View this email in your browser", "Valley Weekly", HEADLINE),
        ("Policy Paper 2015/04", HEADLINE, "Jane Roe and John Doe", "March 2015"),
        ("Ministry Aircraft — Valley City — since 1903", HEADLINE, "By Jane Roe"),
        ("EXPLAINER", HEADLINE, "By Jane Roe", "What has the ministry bought?"),
        ("VALLEY-AIRCRAFT/CONTRACT (UPDATE 2, ADDS DELIVERED)", HEADLINE, "By Jane Roe"),
    ],
)
def test_the_headline_is_told_from_what_else_stands_above_the_body(above: tuple[str, ...]) -> None:
    assert title(*above, *BODY) == HEADLINE


def test_a_headline_that_asks_is_no_part_of_the_body() -> None:
    question = "Who pays for ten transport aircraft?"
    cleaned = clean(question, *BODY)
    assert body(cleaned) == BODY
    assert kind_of(cleaned, question) is LineKind.TITLE


def test_the_headline_of_an_explainer_stands_above_its_questions() -> None:
    headline = "Why does the ministry want to buy ten transport aircraft?"
    asked = ("What has happened?", FIRST, "Who pays?", SECOND, "Is it legal?", THIRD, "What next?", FOURTH)
    assert title("EXPLAINER", headline, "By Jane Roe", *asked) == headline


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("We have a small favour to ask. Our journalism is read by more people than ever.", LineKind.NOTICE),
        ("1. How relevant is this ad to you?", LineKind.NOTICE),
        ("Valley Times needs you. Honest journalism matters. Subscribe for $2.99/month.", LineKind.NOTICE),
        ("If you value this kind of reporting, become a member from £4 a month.", LineKind.NOTICE),
        ("You've read 3 articles this week. Everyone deserves news. Contribute today — $5", LineKind.NOTICE),
        ("The Valley appears twice a year. Take out a subscription and receive a bag.", LineKind.NOTICE),
        ("Do you have a view on the contract? Please send us a letter of up to 200 words.", LineKind.NOTICE),
        ("Valley Times © 2015. Reproduction interdite.", LineKind.NOTICE),
        ("This story was edited by Max Muster and fact-checked by Mary Major.", LineKind.NOTICE),
        ("Our Standards: The Valley Code of Conduct.", LineKind.NOTICE),
        ("That's where we will leave our coverage for tonight. Thank you for following.", LineKind.NOTICE),
        ("This story is being updated.", LineKind.NOTICE),
        ("The interview was conducted in English and has been shortened.", LineKind.NOTICE),
        ("The Centre for Anchors is free. The views expressed are the author's.", LineKind.NOTICE),
        ("Like this post? Buy me a coffee.", LineKind.NOTICE),
        ("When using materials, reference to the Valley Agency is obligatory.", LineKind.NOTICE),
        ("Something you don't understand? Write to explains@valley.example", LineKind.NOTICE),
        ("SUBSCRIBE from 2.90 a month and read us wherever you are.", LineKind.NOTICE),
        ("Share this explainer if you found it useful.", LineKind.NAV),
        ("Also by this author: The price of ten aircraft", LineKind.RELATED),
        ("Play video: The first of the aircraft lands (1:12)", LineKind.CAPTION),
        ("Jane Roe writes every Sunday. The views expressed are her own.", LineKind.BIO),
        ("— Additional reporting: Valley City bureau", LineKind.BYLINE),
        ("A lire aussi : Dix avions pour la vallée", LineKind.RELATED),
        ("Read next → The pilot who flew home", LineKind.RELATED),
        ("This release contains forward-looking statements that may turn out to be wrong.", LineKind.NOTICE),
        ("FILE - A transport aircraft lands in Valley City, June 8, 2013.", LineKind.CAPTION),
        ("The minister watches the launch in this photo released by state media.", LineKind.CAPTION),
        ("Sailors leave an aircraft in Valley City [File: Handout/Valley News Agency]", LineKind.CAPTION),
        ("A demonstrator seen during clashes in Valley City, Saturday, Feb. 19, 2011.", LineKind.CAPTION),
        ("With the minister. Photo: Jane Roe, Valley News", LineKind.CAPTION),
        (
            "A man passes the gate in Valley City, Saturday, May, 3, 2014, beside the police.",
            LineKind.CAPTION,
        ),
        ("The hall where police said it began is seen on Tuesday, Oct. 27, 2009.", LineKind.CAPTION),
        ("FOR USE FRIDAY FILE - This May 2013 photo shows the minister.", LineKind.CAPTION),
        ("An artist’s impression of the aircraft that the company plans to build.", LineKind.CAPTION),
        ("Figure 1. Aircraft sold and delivered", LineKind.CAPTION),
        ("Source: authors' compilation", LineKind.NOTICE),
        ("June 30, 2011 · 8 comments", LineKind.DATE_STAMP),
        ("DEFENCE 04 July 2018 13:20", LineKind.DATE_STAMP),
        ("March 14, 2024 6:42 PM Updated 2 hours ago", LineKind.DATE_STAMP),
        ("• Jane Roe is a Valley Times columnist", LineKind.BIO),
        ("Jane Roe lives in Valley City. Her last book was published in 2009.", LineKind.BIO),
    ],
)
def test_furniture_inside_the_body_is_named_too(line: str, kind: LineKind) -> None:
    cleaned = clean(HEADLINE, "By Jane Roe", *BODY, line)
    assert (body(cleaned), kind_of(cleaned, line)) == (BODY, kind)


def test_a_lead_right_below_buttons_is_no_button() -> None:
    lead = (
        "Hill, Ruritania | The price of wings, engines and wheels for Ruritania's ageing aircraft rose to "
        "64 million on Wednesday as pilots learned they would wait for a year, and a hangar was leaking."
    )
    buttons = ("Save", "Log in or Subscribe to save article", "Share", "Copy link", "Email", "LinkedIn")
    page = "\n".join(
        (
            "HARBOUR & HILL",
            "Markets  |  Companies  |  Politics  |  World",
            "World | Ruritania",
            "Print article",
            HEADLINE,
            "Jane Roe and John Doe",
            "Oct 7, 2015 – 7.15am",
            *buttons,
            lead,
            "ADVERTISEMENT",
            *BODY,
        )
    )
    assert body(clean_dump(page)) == (lead, *BODY)


def test_a_table_goes_with_all_of_its_rows() -> None:
    table = ("Table 1. Aircraft sold", "Buyer Seller Aircraft", "Valley North 10", "Hill South 7")
    cleaned = clean(HEADLINE, FIRST, *table, SECOND, THIRD, FOURTH)
    assert body(cleaned) == BODY
    assert cleaned.kinds[2:6] == (LineKind.CAPTION,) * 4


def test_nothing_below_the_end_of_a_press_release_is_its_text() -> None:
    notes = (
        "- The ministry was founded in 1931 and has 4,000 employees.",
        "The full list is on its website.",
    )
    for end in ("Notes to editors", "ENDS", "Note for Editors:"):
        cleaned = clean(HEADLINE, *BODY, end, *notes, "Media enquiries", "Telephone 020 7946 0000")
        assert body(cleaned) == BODY
        assert kind_of(cleaned, notes[0]) is LineKind.NOTICE


def test_a_sentence_with_the_mark_of_a_footnote_does_not_break_off() -> None:
    assert clean(HEADLINE, FIRST, SECOND + "[2]", THIRD + "³", FOURTH).warnings() == ()


@pytest.mark.parametrize("heading", ['"No more aircraft"', "‘Not in our name’", "'Pumps on the way'"])
def test_a_heading_may_quote(heading: str) -> None:
    assert body(clean(HEADLINE, FIRST, heading, SECOND, THIRD)) == (FIRST, SECOND, THIRD)
    said = '"We want no more aircraft."'
    assert said in body(clean(HEADLINE, FIRST, said, SECOND, THIRD))


def test_numbered_headings_are_titles_and_numbered_items_are_not() -> None:
    headings = ("1. What was bought", "2. Who pays for it")
    assert body(clean(HEADLINE, FIRST, headings[0], SECOND, headings[1], THIRD)) == (FIRST, SECOND, THIRD)
    assert body(clean(HEADLINE, FIRST, *headings, SECOND, THIRD)) == (FIRST, *headings, SECOND, THIRD)


def test_points_below_the_headline_are_its_deck() -> None:
    points = ("* Ministry buys ten aircraft", "* Opposition could reject the deal, officials say")
    cleaned = clean(HEADLINE, "7 October 2015", *points, "By Jane Roe", *BODY)
    assert body(cleaned) == BODY
    assert [kind_of(cleaned, point) for point in points] == [LineKind.DECK] * 2
    menu = ("• Share on all of the networks", "• Album of ten pictures")
    assert kind_of(clean(HEADLINE, *menu, "By Jane Roe", *BODY), menu[0]) is LineKind.NAV


def test_the_items_of_one_list_are_all_body_or_none_is() -> None:
    findings = (
        "• The air force will own 24 aircraft by 2035, up from 17 today, if every order is delivered.",
        "• Fewer than half of them will be ready on any given day, because crews are growing more slowly.",
        "• The most likely effect is not deterrence but an increase in unreported encounters.",
    )
    above = (HEADLINE, "Dr Jane Roe and John Doe", "7 October 2015", "Download PDF (1.2 MB)   Cite   Share")
    page = "\n".join((*above, "", "KEY FINDINGS", *findings, "", "EXECUTIVE SUMMARY", *BODY))
    assert body(clean_dump(page)) == (*findings, *BODY)


def test_a_deck_stands_above_a_name_with_a_date() -> None:
    deck = "Each side says the other wanted the aircraft first. A canal is at the bottom of it."
    name = "Jane Roe          Oct 7, 2015"
    cleaned = clean(HEADLINE, deck, name, *BODY, "Jane Roe is a journalist based in Hill.")
    assert kind_of(cleaned, deck) is LineKind.DECK
    assert body(cleaned) == BODY


def test_a_row_of_buttons_is_no_deck() -> None:
    row = "Download PDF (1.2 MB)   Cite this paper"
    cleaned = clean(HEADLINE, "Jane Roe and John Doe\n7 October 2015\n" + row, *BODY)
    assert kind_of(cleaned, " ".join(row.split())) is LineKind.NAV


def test_notes_go_with_their_heading_and_leave_what_follows() -> None:
    notes = (
        "Notes",
        '[1] "Valley Declaration", 14 January 2009.',
        "[2] Interview with an official.",
    )
    assert body(clean(HEADLINE, *BODY, *notes)) == BODY


def test_offers_behind_a_paywall_go_and_an_article_that_goes_on_stays() -> None:
    offers = ("Subscribe to unlock this article", "Only $1 for 4 weeks", "See why a million readers pay.")
    assert body(clean(HEADLINE, FIRST, SECOND, THIRD[:80], *offers)) == (FIRST, SECOND, THIRD[:80])
    assert body(clean(HEADLINE, FIRST, SECOND, offers[0], THIRD, FOURTH)) == BODY


def test_a_deck_stands_above_the_byline_and_closes_like_a_sentence() -> None:
    deck = "The ministry says that it will buy them from a foreign company."
    for below in ("By Jane Roe", "Published On 5 May 2014"):
        cleaned = clean(HEADLINE, deck, "An aircraft lands [File: Handout/Valley News]", below, *BODY)
        assert body(cleaned) == BODY
        assert kind_of(cleaned, deck) is LineKind.DECK


def test_a_list_of_other_articles_inside_the_body_goes() -> None:
    teasers = ("Keep reading", "list 1 of 2", "Valley strikes radar site", "list 2 of 2", "end of list")
    assert body(clean(HEADLINE, FIRST, *teasers, SECOND, THIRD, FOURTH)) == BODY


def test_paragraphs_behind_a_box_of_other_articles_stay() -> None:
    box = ("Trending Articles", "What Happens if the Strait Closes", "Powered By Advertisement")
    assert body(clean_dump("\n".join([HEADLINE, "By Jane Roe", FIRST, *box, THIRD, FOURTH]))) == (
        FIRST,
        THIRD,
        FOURTH,
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The peace talks that opened in Valley City on Monday, February 1, 2016, broke down after four days.",
        "A fire at the refinery in Valley City on Friday, February 5, 2016, killed 23 people.",
        "The move is seen by diplomats as a sign that it will keep its base, Tuesday, February 2, 2016.",
        "An official reconstruction of the attack found that the missile had been fired from the north.",
        "An illustration of the problem came on Monday, when the ministry lost its only translator.",
    ],
)
def test_a_report_of_a_day_is_no_caption(sentence: str) -> None:
    assert not shows_picture(sentence)
