import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Document, cut
from provenance.reports.fragments import link


def document(text, url="https://a.example/x"):
    return Document(
        id="d", text=text, sha256="", text_sha256="", media_type="text/plain", reader="r", reader_version="1", url=url
    )


def pointed(text, quote, **fields):
    start = text.index(quote)
    return link(document(text, **fields), cut(text, start, start + len(quote), "d"))


def test_a_passage_that_stands_once_is_given_whole():
    assert pointed("A fire. It broke out at noon.", "broke out") == "https://a.example/x#:~:text=broke%20out"


def test_signs_that_mean_something_in_a_directive_are_encoded():
    assert pointed("It was a well-known, old & big barn.", "well-known, old & big").endswith(
        "text=well%2Dknown%2C%20old%20%26%20big"
    )


def test_a_passage_that_stands_twice_gets_the_words_around_it():
    text = "In May it rose by 5 %. In June it rose by 5 % again."
    start = text.rindex("rose")
    assert link(document(text), cut(text, start, start + len("rose by 5"), "d")) == (
        "https://a.example/x#:~:text=In%20June%20it-,rose%20by%205,-%25%20again"
    )


def test_a_long_passage_is_given_by_its_ends():
    text = "one two three four five six " + "word " * 40 + "seven eight nine ten eleven twelve"
    assert pointed(text, text).endswith("text=one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve")


def test_a_passage_over_two_lines_is_a_range():
    assert pointed("The first line\nThe second one", "first line\nThe second").endswith(
        "text=first%20line,The%20second"
    )


def test_a_url_with_a_fragment_keeps_it():
    assert pointed("A fire.", "fire", url="https://a.example/x#top") == "https://a.example/x#top:~:text=fire"


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "file:///etc/passwd"])
def test_no_link_without_a_web_address(url):
    assert pointed("A fire.", "fire", url=url) is None


def test_words_that_the_document_does_not_hold_get_the_plain_address():
    assert link(document("A fire."), cut("A flood.", 2, 7, "d")) == "https://a.example/x"


@given(st.text(min_size=1, max_size=60), st.data())
def test_every_link_is_plain_ascii_and_names_words_of_the_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = link(document(text), cut(text, start, end, "d"))
    assert re.fullmatch(r"[!-~]+", found)
    directive = found.partition("text=")[2]
    for part in filter(None, re.split("-,|,-|,", directive)):
        assert unquote(part) in text.encode("utf-8", "replace").decode()
