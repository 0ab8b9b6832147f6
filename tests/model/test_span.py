"""Spans: where one stands in another."""

from provenance.model import Span, cut

TEXT = "Two ships sank. Nine sailors died off Lund in May."


def span(words: str) -> Span:
    return cut(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def test_a_span_tells_where_another_one_stands_in_it() -> None:
    sentence, count, place = span(TEXT[16:]), span("Nine"), span("Lund")
    assert sentence.where(place) == (22, 26)
    assert sentence.before(place) == "Nine sailors died off "
    assert sentence.before(place, 4) == "off "
    assert sentence.before(place, 40) == "Nine sailors died off "
    assert sentence.after(place, 3) == " in"
    assert sentence.after(place) == " in May."
    assert sentence.between(count, place) == " sailors died off "
