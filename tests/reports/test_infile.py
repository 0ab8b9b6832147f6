import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reports.infile import find

HTML = """<nav>The ferry sank</nav>
<p>On Monday the <a href="/x">ferry</a>
   sank &ndash; it &amp; all &quot;crew&quot;.</p>"""


@pytest.mark.parametrize(
    ("quote", "text", "found"),
    [
        ("the ferry sank – it & all", HTML, 'the <a href="/x">ferry</a>\n   sank &ndash; it &amp; all'),
        ('all "crew".', HTML, "all &quot;crew&quot;."),
        ("some 40 houses burned", "**some 40** [houses](//x.org) burned.", "some 40** [houses](//x.org) burned"),
        ("snake case", "a snake_case", "snake_case"),
        ("no such words", HTML, None),
        ("sank ferry", HTML, None),
        ("***", "a *** b", None),
    ],
)  # fmt: skip
def test_words_are_found_through_markup(quote, text, found):
    place = find(quote, text, 0, len(text))
    assert (place and text[slice(*place)]) == found


def test_the_same_words_again_are_told_apart_by_those_before():
    text = "two died; <b>two</b> died; two died"
    assert [find("two died", text, 0, len(text), before)[0] for before in range(4)] == [0, 13, 27, 27]


def test_a_long_passage_is_found_by_its_ends():
    words = " ".join(f"w{n}" for n in range(500))
    text = "<p>" + words.replace(" ", " <i>") + "</p>"
    assert text[slice(*find(words, text, 0, len(text)))].endswith("w499")


@given(st.text('ab.<>*[]&" “\n', max_size=40), st.text('ab.<>*[]&" “\n', max_size=200))
def test_what_is_found_has_the_words(quote, text):
    place = find(quote, text, 0, len(text))
    if place is not None:
        assert 0 <= place[0] < place[1] <= len(text)


def test_marks_without_end_take_no_time_without_end():
    for hostile in ("<" * 50_000, "*" * 50_000, "[a](" * 20_000, "< >" * 20_000, "&nbsp;" * 10_000, "a " * 30_000):
        assert find("a a a a a b", hostile, 0, len(hostile)) is None
