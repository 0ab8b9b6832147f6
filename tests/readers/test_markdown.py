from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import UnreadableError
from provenance.readers.markdown import parse


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("## A *small* heading ##", "A small heading"),
        ("- [x] an item", "an item"),
        ("> > quoted words", "quoted words"),
        ("12. twelfth", "twelfth"),
        ("see [the page](https://a.org/x_(y) 'title') and ![a map](m.png)", "see the page and a map"),
        ("a [reference][1] and a note[^2]", "a reference and a note"),
        ("**bold** and __bold__ and ***both*** and `code`", "bold and bold and both and code"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        (r"not \*emphasis\*", "not *emphasis*"),
        ("AT&amp;T <b>now</b> <https://a.org>", "AT&T now https://a.org"),
        ("| a | b |", "a\tb"),
        ("|---|:-:|", ""),
        ("---", ""),
        ("[1]: https://a.org", ""),
        ("[^2]: The note.", "The note."),
        ("2018 saw 5 % growth", "2018 saw 5 % growth"),
        ("- 5 degrees", "5 degrees"),
    ],
)
def test_markup_is_left_out(line: str, words: str) -> None:
    assert parse(f"x\n\n{line}".encode()).text == f"x\n\n{words}"


def test_lines_keep_their_numbers() -> None:
    source = "---\ntitle: T\n---\n\n# One\n\n<!-- two\nlines -->\n```\ncode *kept*\n```\n\nLast **word**.\r\n"
    assert parse(source.encode()).text.split("\n") == [
        *[""] * 4,
        "One",
        *[""] * 4,
        "code *kept*",
        "",
        "",
        "Last word.\r",
        "",
    ]


def test_front_matter() -> None:
    parsed = parse(
        b"---\ntitle: 'The deal'\nauthors: [A B, C D]\nsource: Daily\ndate: 2018-04-10T08:00\nfoo: 1\n---\nBody"
    )
    assert (parsed.title, parsed.author, parsed.publisher) == ("The deal", "A B, C D", "Daily")
    assert parsed.published == date(2018, 4, 10)
    assert parsed.text.strip() == "Body"


def test_bad_front_matter_is_a_warning() -> None:
    assert "no valid YAML (line 2)" in parse(b"---\ntitle: [a\n---\nBody").warnings[0]
    assert "'spring' is no full date" in parse(b"---\ndate: spring\n---\nBody").warnings[0]


def test_the_first_heading_is_the_title() -> None:
    assert parse(b"Intro\n# The *deal*\n# Other").title == "The deal"


@settings(max_examples=80)
@given(st.text(alphabet="ab \n\r*_`[]()<>!#-|~\\&;:=\"'^1.", max_size=80))
def test_any_text_keeps_its_number_of_lines(text: str) -> None:
    try:
        parsed = parse(text.encode())
    except UnreadableError:
        return
    assert parsed.text.count("\n") == text.count("\n")
