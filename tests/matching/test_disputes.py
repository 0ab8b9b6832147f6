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
    assert "denies it" in slot.reason
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
