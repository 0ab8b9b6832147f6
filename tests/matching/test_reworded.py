"""One thing in other words: figures in other units or without a number, ages, prices, stories that open otherwise."""

import pytest

import provenance
from provenance.matching import signatures
from provenance.matching.blocking import candidates
from provenance.matching.relations.signals import ratio
from provenance.matching.signature.figures import Figure
from provenance.matching.signed import link_of, signed_documents
from provenance.model import Document, Report


def _figure(text: str) -> Figure:
    document = provenance.read(text.encode(), id="a", media_type="text/plain")
    return signatures([document], provenance.extract(document))[0][0].figures[0]


@pytest.mark.parametrize(
    ("a", "b", "far"),
    [
        ("Dozens of people were hurt.", "Some 89 people were hurt.", 0),
        ("Between 500 and 1,300 people were hurt.", "They hurt 640 people.", 0),
        ("The tunnel is 3 kilometres long.", "The tunnel is 3,000 metres long.", 0),
        ("At least 20 people were hurt.", "They hurt 80 people.", 0.5),
    ],
)
def test_how_far_two_figures_lie_apart_is_told_by_what_they_say(a: str, b: str, far: float) -> None:
    x, y = _figure(a), _figure(b)
    assert ratio(x, y) == ratio(y, x) == pytest.approx(far)


def _review(a: str, b: str) -> Report:
    return provenance.review(
        [
            provenance.read(text.encode(), id=name, published="2024-05-07", media_type="text/plain")
            for name, text in (("a", a), ("b", b))
        ]
    )


def _told(a: str, b: str, relation: str) -> set[str]:
    return {f.message for f in _review(a, b).findings if f.relation == relation}


def test_an_age_is_no_projection_where_its_sentence_tells_a_plan() -> None:
    assert not _figure("The 58-year-old will appeal in May.").expected
    assert _figure("The union will call out 58 drivers in May.").expected


def test_what_a_thing_costs_is_what_is_paid_for_it() -> None:
    a = "New fares in Merat\n\nA tram ticket costs 45 crowns from June, the city of Merat said."
    b = "Merat trams dearer\n\nPassengers in Merat must pay 45 crowns for a ticket from June."
    assert any(told.endswith("agree: “45 crowns”") for told in _told(a, b, "corroborates"))


_LAW = "Parliament raises fees\n\nThe house voted on Tuesday.\n\nIt was late.\n\nOnly 12 members came.\n\n"
_TALE = "Dearer lessons ahead\n\nMany will groan at this.\n\nIt began quietly.\n\nFew took note.\n\n"


def _apart(a: str, b: str) -> float:
    documents: list[Document] = [
        provenance.read(text.encode(), id=name, media_type="text/plain") for name, text in (("a", a), ("b", b))
    ]
    left, right = signed_documents(documents, [c for d in documents for c in provenance.extract(d)]).values()
    return link_of(candidates.between(left.side, right.side), left, right).stories_apart


def test_two_figures_and_two_names_in_common_make_one_story_of_texts_that_open_otherwise() -> None:
    first = _LAW + "Ola Berg said that 31,500 pupils pay 4,250 crowns. The Citizens Union rejects it."
    other = _TALE + "According to Ola Berg, 31,500 pupils will pay 4,250 crowns. The Citizens Union grumbled."
    fewer = _TALE + "According to Ola Berg, 31,500 pupils will pay. The Citizens Union grumbled."
    assert _apart(first, other) == 0
    assert _apart(first, fewer) == 1


def test_what_a_copied_sentence_tells_may_be_told_in_other_words_besides() -> None:
    copied = "The rebels who seized the bridge at Sabel on Thursday fled when the army shelled their camp near Orvane."
    a = f"Army shells camp near Orvane\n\n{copied}"
    b = "Rebels on the run\n\nInsurgents seized the bridge on Thursday after a night of fighting.\n\n" + copied
    findings = [f for f in _review(a, b).findings if f.relation == "corroborates"]
    assert any("Insurgents" in f.a.quote + f.b.quote for f in findings if f.b)
    weak = b.replace(
        "Insurgents seized the bridge on Thursday after a night of fighting.", "There was fighting on Thursday."
    )
    assert not any("There was" in f.a.quote + f.b.quote for f in _review(a, weak).findings if f.b)
