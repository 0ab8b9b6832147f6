import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.text.sentences import LONGEST, paragraphs, split

PIECES = st.lists(
    st.sampled_from(
        [
            "The men left",
            "Lt.",
            "Col.",
            " ",
            "\n",
            "\r\n",
            "\n\n",
            ".",
            "?",
            "!",
            "“",
            "”",
            '"',
            "’",
            "(",
            ")",
            "No.",
            "5",
            "p.m.",
        ]
    ),
    max_size=40,
).map("".join)


def quotes(text: str) -> list[str]:
    return [span.quote for span in split(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The convoy left at dawn.", "Nobody stopped it."],
        ["Lt. Col. J. R. Haddad spoke.", "He was brief."],
        ["Brig. Gen. Samir Khalil defected.", "So did others."],
        ["It closed at 5 p.m.", "Nobody came."],
        ["They meet at 10 a.m. Monday in the hall."],
        ["“Why now?” asked the reporter.", "Nobody answered."],
        ["It lasted a month.", "Then came winter."],
        ["The group fled Homs.", "It never came back."],
        ["He said no.", "Five men left."],
        ["See No. 5 and Fig. 3."],
        ["The U.N. Security Council met.", "The envoy left the U.S.", "They went home."],
        ["“We are here. We will stay,” he said.", "Then he left."],
        ['She said "I am here. You are not." and left.', "He stayed."],
        ["‘We came. We won,’ he said.", "The militias’ men left."],
        ["“Who did this?” Abu Omar al-Rahbi asked.", "There was no answer."],
        ["“It is great.” she said."],
        ["“It is great.”", "Daher says they will go."],
        ["“Is it great?”", "Daher says they will go."],
        ["Mr. Hamdan said: ''We left. They didn't follow.''", "He smiled.", "It rained."],
        ["Many non-U.S. citizens and U.N. staff left.", "They fled."],
        ["Three came, said Rahma Issa of Hama Co.; others of the R.S.F. stayed."],
        ["He works at Yahoo! in the north.", "Why?", "Nobody knows."],
        ["1. The first point.", "2. The second point.", "It hit 3.", "Then it fell."],
        ["• The first point", "• The second point"],
        ["He left (so they say. Or not.) at noon.", "She stayed."],
        ["Was it “over”?", "“Yes.”", "He nodded."],
    ],
)
def test_sentences_of_a_paragraph(sentences: list[str]) -> None:
    assert quotes(" ".join(sentences)) == sentences


def test_headings_are_sentences() -> None:
    assert quotes("Who holds the town?\nThe north\nRebels hold it. Some left.\r\nThe south") == [
        "Who holds the town?",
        "The north",
        "Rebels hold it.",
        "Some left.",
        "The south",
    ]


def test_hard_wrapped_lines_are_joined() -> None:
    text = (
        "The committee that was to meet on Sunday in the town hall did not\n"
        "come together, since two of its members could not pass. A second\n"
        "meeting is planned.\nAgenda\nNothing yet."
    )
    assert quotes(text) == [
        "The committee that was to meet on Sunday in the town hall did not\n"
        "come together, since two of its members could not pass.",
        "A second\nmeeting is planned.",
        "Agenda",
        "Nothing yet.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They joined the families.Others stayed.", ["They joined the families.", "Others stayed."]),
        ("“It is over.”He left.", ["“It is over.”", "He left."]),
        ("Under siege since 2013Get the news.", ["Under siege since 2013", "Get the news."]),
        ("It sold 1,000.That is a lot.", ["It sold 1,000.", "That is a lot."]),
        ("Write to Jane.Doe@mail.org or see Shop.Com now.", ["Write to Jane.Doe@mail.org or see Shop.Com now."]),
        ("He lives in St.Petersburg.", ["He lives in St.Petersburg."]),
        ("1.The first item", ["1.The first item"]),
    ],
)
def test_lost_spaces(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


def test_a_quotation_left_open_hides_nothing() -> None:
    assert quotes("“We left. We came back.\n“It was cold. It rained,” he said.") == [
        "“We left.",
        "We came back.",
        "“It was cold. It rained,” he said.",
    ]


def test_document_is_named() -> None:
    assert split("One. Two.", "a")[1].document == "a"


@settings(max_examples=80)
@given(st.one_of(st.text(), PIECES))
def test_spans_and_gaps_give_the_text_back(text: str) -> None:
    rebuilt, at = [], 0
    for span in split(text):
        assert span.start >= at
        assert text[span.start : span.end] == span.quote == span.quote.strip() != ""
        assert not text[at : span.start].strip()
        rebuilt += [text[at : span.start], span.quote]
        at = span.end
    assert not text[at:].strip()
    assert "".join(rebuilt) + text[at:] == text


@settings(max_examples=40)
@given(PIECES)
def test_no_sentence_crosses_a_paragraph(text: str) -> None:
    ranges = paragraphs(text)
    for span in split(text):
        assert sum(start <= span.start and span.end <= end for start, end in ranges) == 1


@pytest.mark.parametrize("word", ["x", "men fled  ", "“a” said X,   "])
def test_no_sentence_is_longer_than_the_limit_and_nothing_is_lost(word: str) -> None:
    text = word * 3000
    spans = split(text)
    assert max(len(s.quote) for s in spans) <= LONGEST
    assert all(s.quote == text[s.start : s.end] == s.quote.strip() for s in spans)
    kept = "".join(s.quote for s in spans)
    assert "".join(kept.split()) == "".join(text.split())


def test_a_dateline_is_a_sentence_of_its_own():
    text = "KELD, Norland, 3 May 2024 (AP) — Four people died. The cause is not known."
    assert [s.quote for s in split(text)] == [
        "KELD, Norland, 3 May 2024 (AP) —",
        "Four people died.",
        "The cause is not known.",
    ]


@pytest.mark.parametrize("stamp", ["14:52", "14:52:", "[14:52]", "14:52 GMT", "2.52pm:", "3 p.m. –", "3:15 PM"])
def test_a_time_before_an_entry_of_a_live_report_is_a_sentence_of_its_own(stamp: str) -> None:
    found = split(f"{stamp} Police say that two people died. More follows.")
    assert [s.quote for s in found] == [stamp, "Police say that two people died.", "More follows."]


@pytest.mark.parametrize("text", ["14:52 was on the clock.", "11am Saturday was the hour.", "12 Danes died."])
def test_a_time_that_a_sentence_begins_with_stays(text: str) -> None:
    assert [s.quote for s in split(text)] == [text]
