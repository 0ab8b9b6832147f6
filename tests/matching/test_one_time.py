"""Two times of one thing: when it was built, how long it took, at which hour, which rank, which plea."""

import pytest

import provenance
from provenance.matching import signatures
from provenance.matching.comparison import times
from provenance.matching.signature import dated
from provenance.model import Document

from .made import conflicts

_FIRE = "A fire destroyed the paper mill in Velbeck on Tuesday night. "
_TRIAL = "The trial of the former banker Ivo Lang ended in Velbeck on Tuesday. "


def clash(opening: str, a: str, b: str) -> bool:
    return bool(conflicts(a, b, opening=opening, days="2024-03-06"))


@pytest.mark.parametrize(
    ("opening", "a", "b"),
    [
        (_FIRE, "The mill was built in 1987.", "The mill was built in 1978 and had passed an inspection in March."),
        (_FIRE, "The company was founded in 1961.", "The company was founded in 1958."),
        (_FIRE, "It took firefighters six hours to put out the flames.", "The flames were out after three hours."),
        (_FIRE, "The alarm was raised at 11 p.m.", "The alarm was raised at 1 a.m."),
        (_TRIAL, "Lang was sentenced to six years in prison.", "Lang was jailed for four years."),
        (_TRIAL, "Lang pleaded not guilty.", "Lang pleaded guilty."),
        (_TRIAL, "Some 4,200 jobs will be lost at the bank.", "At the bank 5,200 staff will lose their jobs."),
        (_TRIAL, "Keld Rovers are third in the table.", "Keld Rovers are second in the table."),
        (_TRIAL, "Lang rose in the 12th minute of the hearing.", "Lang rose in the 21st minute of the hearing."),
        (_TRIAL, "The union will not go on strike.", "The union will strike from Monday."),
    ],
)
def test_two_times_lengths_hours_and_ranks_of_one_thing_clash(opening: str, a: str, b: str) -> None:
    assert clash(opening, a, b)
    assert clash(opening, b, a)


@pytest.mark.parametrize(
    ("opening", "a", "b"),
    [
        (_FIRE, "The mill was built in 1987.", "The mill was sold in 1978 and was inspected in March."),
        (_FIRE, "The alarm was raised at 11 p.m.", "The alarm was raised at 11.10 p.m."),
        (_FIRE, "The mill burned after five hours of rain.", "The owner came to the mill two hours after midnight."),
        (_TRIAL, "The plan was not approved.", "The plan was rejected."),
        (_TRIAL, "Lang will not speak on Monday.", "Lang spoke on Friday."),
    ],
)
def test_other_things_and_other_words_are_no_clash(opening: str, a: str, b: str) -> None:
    assert not clash(opening, a, b)


_DIVIDED = "The town of Adun has been divided since July 2012."
BEGUN = [
    (_DIVIDED, "Fighting flared in Adun, divided between two armies since mid-2012.", True),
    ("Keld has seen the worst of the war since its outbreak in March 2011.", "The war began in 2011.", True),
    (_DIVIDED, "Fighting flared in Adun, divided between two armies since mid-2014.", False),
    (_DIVIDED, "Keld has led the league of Adun since mid-2012.", False),
    ("The town of Adun was divided in July 2012.", "Adun is divided between two armies since mid-2012.", False),
]


def reports(*texts: str) -> list[Document]:
    return [
        provenance.read(text.encode(), id=name, published="2016-07-06", media_type="text/plain")
        for name, text in zip("ab", texts, strict=True)
    ]


@pytest.mark.parametrize(("a", "b", "together"), BEGUN)
def test_what_began_at_one_time_is_told_of_one_thing(a: str, b: str, together: bool) -> None:
    documents = reports(a, b)
    left, right = signatures(documents, [c for d in documents for c in provenance.extract(d)])
    assert any(times.began_together(x, y) for x in left for y in right) == together
    assert any(times.began_together(y, x) for x in left for y in right) == together


def test_claims_that_date_one_beginning_agree_in_whatever_words() -> None:
    findings = provenance.review(reports(*BEGUN[0][:2])).findings
    assert [(f.relation, f.message) for f in findings] == [
        ("corroborates", "the sources agree on the time: “July 2012” and “mid-2012”")
    ]


def test_a_beginning_of_this_week_is_news_and_no_background() -> None:
    document = provenance.read(
        b"The siege that began in 2013 goes on. The assault on Keld began on Monday.",
        id="a",
        published="2016-07-06",
        media_type="text/plain",
    )
    claims = provenance.extract(document)
    assert [bool(dated.begun(c, document.published)) for c in claims] == [True, False]


def test_one_number_of_two_years_does_not_agree() -> None:
    opening = "The council of Velbeck discussed crime on Tuesday. "
    last_year, then = "Crime rose by 14 percent last year.", "Crime had risen by 14 percent in 2020."
    documents = [
        provenance.read((opening + text).encode(), id=name, published="2024-03-06", media_type="text/plain")
        for name, text in (("a", last_year), ("b", then))
    ]
    assert not any("14 percent" in reason for f in provenance.review(documents).findings for reason in f.reasons)
