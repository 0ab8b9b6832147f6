"""Who accuses and who denies: a denial is no support of what it denies."""

import pytest

import provenance

PAIRS = [
    (
        "The rebels carried out the attack on the Keld market, the government said.",
        "The rebels denied they carried out the attack on the Keld market.",
    ),
    (
        "The army accuses the Grey Front of the bombing in Merat.",
        "The Grey Front rejects the accusation that it was behind the bombing in Merat.",
    ),
    (
        "Witnesses said police opened fire on the crowd in Lisk.",
        "The governor denied that police had fired on the crowd in Lisk.",
    ),
]


@pytest.mark.parametrize(("accusation", "denial"), PAIRS)
def test_a_dispute_is_a_conflict_that_says_who_says_what(accusation: str, denial: str) -> None:
    found = provenance.compare(accusation, denial)
    assert found.relation == "conflicts"
    slot = next(s for s in found.slots if s.slot == "attribution")
    assert slot.reason.startswith("a dispute: ")
    assert "denied by" in slot.reason
    assert "told by" in slot.reason
    mirrored = provenance.compare(denial, accusation)
    assert (mirrored.relation, mirrored.score) == (found.relation, found.score)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (PAIRS[0][1], "The rebels also denied that they carried out the attack on the Keld market on Monday."),
        (PAIRS[0][0], "The mayor denied that the bridge in Lisk had been closed."),
    ],
)
def test_two_denials_or_two_matters_are_no_dispute(a: str, b: str) -> None:
    assert provenance.compare(a, b).relation != "conflicts"


@pytest.mark.parametrize(("accusation", "denial"), PAIRS)
def test_quoting_to_rebut_is_no_support(accusation: str, denial: str) -> None:
    documents = [
        provenance.read(t.encode(), id=n, media_type="text/plain")
        for n, t in (("a", accusation), ("b", denial), ("c", f"On Monday it rained. {denial}"))
    ]
    found = [f for f in provenance.review(documents).findings if f.relation == "corroborates"]
    assert all("a" not in (f.a.document, f.b.document if f.b else "") for f in found)


def test_one_speaker_who_tells_of_a_rejection_disputes_nothing() -> None:
    a = (
        "Mayor Ana Ruiz said the town had offered Ostrel a grant worth 3 million dollars in May, but the company had "
        "turned it down."
    )
    b = "Ostrel rejected a grant of $3 million offered by the town in May, Mayor Ana Ruiz said."
    assert provenance.compare(a, b).relation != "conflicts"


def test_a_dispute_is_told_by_who_denies_it_and_not_by_what_is_unknown() -> None:
    documents = [
        provenance.read(t.encode(), id=n, media_type="text/plain") for n, t in zip("ab", PAIRS[2], strict=True)
    ]
    [found] = provenance.review(documents).findings
    assert found.message == "the sources differ: a dispute: denied by The governor, told by Witnesses"


def test_a_denial_meets_nothing_that_is_told_of_who_denies() -> None:
    texts = (
        "The Orlo dam burst on Monday. The water company, Velka, denied that the dam had been badly maintained.",
        "The Orlo dam burst on Monday. The dam was built in 1978 and belongs to Velka, a company owned by the state.",
    )
    documents = [
        provenance.read(text.encode(), id=name, published="2023-09-15", media_type="text/plain")
        for name, text in zip("ab", texts, strict=True)
    ]
    assert not [f for f in provenance.review(documents).findings if f.relation == "conflicts"]
