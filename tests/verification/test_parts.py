"""Long sources are read in parts: what a draft speaks of, with what stands before it, and the beginning."""

import provenance
from provenance.verification.lookup.parts import LONG

_HEAD = ["Flood in Orvane", "ORVANE, 4 May 2018", "The river Sel rose on Friday and flooded the town of Orvane."]
_STORY = [
    "Ana Ruiz, the mayor, said on Saturday that all work would stop.",
    "The fire brigade counted the losses.",
    "“We lost 14 boats on the open lake,” she said.",
    "The brigade goes on with its search.",
]


def _far(number: int) -> str:
    return f"In the valley of Keld the harvest of field {number + 200} weighed {number + 700} tonnes of barley."


def source(*, fields: int = 400) -> provenance.model.Document:
    half = fields // 2
    lines = [*_HEAD, *map(_far, range(half)), *_STORY, *map(_far, range(half, fields))]
    return provenance.read("\n\n".join(lines).encode(), id="book", media_type="text/plain", published="2018-05-07")


def check(text: str, document: provenance.model.Document) -> provenance.model.Report:
    draft = provenance.read(text.encode(), id="draft", media_type="text/plain", published="2018-05-08")
    return provenance.check(draft, [document])


DRAFT = "They lost 19 boats on the open lake."


def test_of_a_long_source_only_the_parts_are_read_that_a_draft_speaks_of():
    long = source()
    assert len(long.text) > LONG
    read = [c for c in check(DRAFT, long).claims if c.span.document == "book"]
    told = {c.sentence.quote for c in read}
    assert {_HEAD[2], _STORY[2]} <= told
    assert len(told) < 100
    assert all(long.text[c.span.start : c.span.end] == c.span.quote for c in read)


def test_a_long_source_says_the_same_of_a_draft_as_a_short_one():
    short = source(fields=20)
    assert len(short.text) < LONG
    (statement,), (expected,) = (check(DRAFT, d).statements for d in (source(), short))
    assert statement.state == expected.state == "contradicted"
    assert statement.passages[0].quote == expected.passages[0].quote == _STORY[2]
    assert statement.slots == expected.slots


def test_who_speaks_is_known_from_the_paragraphs_before():
    read = check(DRAFT, source()).claims
    (said,) = {c.attribution.speaker for c in read if c.sentence.quote == _STORY[2] and c.attribution}
    assert said == "Ana Ruiz"
