import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.text.fold import fold

ODD = st.text(alphabet="ab -–—“”‘’…\u200b\u00ad\n\t\xa0é\u0301ﬁ²½①ßİ\ufeff´¨ﷺ가\U0001f600")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“It’s over” – he said…", '"It\'s over" - he said...'),
        ("a \t\r\n b\xa0c", "a b c"),
        ("a -- b — c", "a - b - c"),
        ("zero\u200bwidth so\u00adft \ufeffmark", "zerowidth soft mark"),
        ("ﬁrst ﬂoor", "first floor"),
        ("cafe\u0301", fold("café").text),
        ("ＡＢＣ １２", "ABC 12"),
        ("10² m, 5½, ①", "10² m, 5½, ①"),
        ("a \u200b b", "a b"),
    ],
)
def test_folded(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_case_is_folded_on_demand() -> None:
    assert fold("Straße IN", case=True).text == "strasse in"
    assert fold("Straße IN").text == "Straße IN"


def test_a_range_leads_back_to_the_original() -> None:
    text = "x  “ﬁrst”\u200b end"
    folded = fold(text)
    at = folded.text.index('"first"')
    start, end = folded.original(at, at + len('"first"'))
    assert text[start:end] == "“ﬁrst”"
    assert folded.original(0, 0) == (0, 0)
    assert fold("").original(0, 0) == (0, 0)


@settings(max_examples=100)
@given(st.one_of(st.text(), ODD), st.booleans())
def test_folding_twice_is_folding_once_and_the_map_is_monotone(text: str, case: bool) -> None:
    folded = fold(text, case=case)
    assert fold(folded.text, case=case).text == folded.text
    assert len(folded.text) == len(folded.offsets) == len(folded.ends)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert list(folded.ends) == sorted(folded.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.offsets, folded.ends, strict=True))


@settings(max_examples=60)
@given(ODD, st.data())
def test_the_original_of_a_range_folds_to_the_range(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    begin, stop = folded.original(start, end)
    assert folded.text[start:end] in fold(text[begin:stop]).text
