"""What sentences inherit from the text around them, and what that does to relations between documents."""

from datetime import date

import provenance
from provenance import matching
from provenance.extraction.claims import extract
from provenance.matching.signature.signatures import Signature
from provenance.model import Document

LEAD = (
    "A blast at the market of Keld killed nine people on Monday.\n\nPolice closed the market.\n\n"
    "The mayor spoke in Keld.\n\n"
)


def document(text: str, name: str = "a", published: str = "2021-05-03") -> Document:
    return provenance.read(text.encode(), id=name, published=published, media_type="text/plain")


def signatures(text: str) -> list[Signature]:
    d = document(text)
    return matching.signatures([d], extract(d))[0]


def relations(a: str, b: str) -> list[str]:
    return [f.relation for f in provenance.review([document(a, "a"), document(b, "b")]).findings]


def test_another_place_opens_another_frame() -> None:
    last = signatures(LEAD + "In the town of Merat four people died in a fire.\n")[-1]
    assert not last.main
    assert [k.text for k in last.places] == ["Merat"]


def test_the_area_is_what_the_text_is_about_even_in_another_frame() -> None:
    text = LEAD + "In the town of Merat four people died in a fire.\n\nSome 9,000 people live {}.\n"
    assert "Keld" in {k.text for k in signatures(text.format("in the area"))[-1].places}
    assert "Keld" not in {k.text for k in signatures(text.format("in tents"))[-1].places}


def test_sentences_of_the_main_frame_inherit_place_and_day() -> None:
    last = signatures(LEAD + "The ministry said 12 people were killed.\n")[-1]
    assert last.main
    assert "Keld" in {k.text for k in last.places}
    assert last.days == ((date(2021, 5, 3), date(2021, 5, 4)),)


def test_a_dateline_is_no_day_of_the_event() -> None:
    first = signatures("3 May 2021 A blast in Keld killed nine people.\n")[0]
    assert first.said_days == ()


def test_a_bare_headline_takes_the_bound_of_the_text() -> None:
    headline = signatures("Blast kills 18 in Keld\n\nA blast in Keld killed at least 18 people on Monday.\n")[0]
    assert headline.figures[0].compared.approximation == "at_least"


def test_two_small_places_in_one_large_one_do_not_conflict() -> None:
    a = "Air raids on the village of Orva in Velis province killed 18 people on Monday.\n"
    b = "Air raids on the village of Tamir in Velis province killed 26 people on Monday.\n"
    assert "conflicts" not in relations(a, b)


def test_bodies_in_one_place_are_no_rival_of_a_toll() -> None:
    a = "The blast in Keld killed 40 people on Monday, the ministry said.\n"
    b = "A reporter saw 12 bodies in the hospital of Keld after the blast on Monday.\n"
    assert "conflicts" not in relations(a, b)
