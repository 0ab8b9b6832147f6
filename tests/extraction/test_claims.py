"""Claims: what they hold, and laws on any text."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.extraction.claims import extract
from provenance.model import Claim, Document, Span
from provenance.readers import read, read_all
from provenance.text import sentences

PIECES = [
    "22 were killed and 40 wounded",
    "The army shelled the town of Arlen",
    "which has 20,000 inhabitants",
    "more than 300 civilians and fighters",
    "the mayor, who declined to be named, said that",
    "“We lost 40 homes,”",
    '"No deal," she said',
    "(9 miles)",
    "on 3 May 2019",
    "including three children",
    "as the rebels withdrew",
    "\n\n",
    ", ",
    "; ",
    ". ",
    "? ",
    "and",
    "that",
    "''",
    "(",
    ")",
    "é́",
    "\u2028",
    "🙂",
]
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=25).map(" ".join)
)
LAWS = settings(max_examples=60, deadline=None)


def spans(claim: Claim) -> list[Span]:
    return [claim.span, claim.sentence, *values(claim)]


def values(claim: Claim) -> list[Span]:
    """The places of a claim's values."""
    found = [q.span for q in claim.quantities] + [t.span for t in claim.times]
    return found + [n.span for n in claim.names]


@LAWS
@given(TEXTS)
def test_every_span_slices_exactly(text: str) -> None:
    for claim in extract(text):
        assert all(text[s.start : s.end] == s.quote for s in spans(claim))
        assert claim.span.quote.strip() == claim.span.quote != ""


@LAWS
@given(TEXTS)
def test_claims_are_ordered_disjoint_and_inside_their_sentences(text: str) -> None:
    found = extract(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for claim in found:
        assert claim.sentence.contains(claim.span)
        assert all(claim.span.start <= s.start < claim.span.end for s in spans(claim)[2:])


@LAWS
@given(TEXTS)
def test_claims_are_valid_models_with_a_type_and_a_reason(text: str) -> None:
    for claim in extract(text):
        assert Claim.model_validate(claim.model_dump()) == claim
        assert claim.types
        assert len(claim.reasons) >= len(claim.types)


@LAWS
@given(TEXTS)
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    assert extract(text) == extract(text)


STORY = """The army shelled the town of Arlen on Monday, killing 12 people.

The mayor, Anna Berg, said that 300 families had left. She denied that the port was closed.

“We lost 40 homes,” Berg told the Daily Post. “Nobody helped us.”
"""
PARAGRAPHS = [
    "A ferry sank near Corby in 2011.",
    "Prices rose by 3 percent, the bank said.",
    "22 were killed and 40 wounded.",
    "Is the harbour open?",
    "Eastern Hills",
    "“The plan is dead,” a minister said.",
]


def shape(claim: Claim, offset: int = 0) -> tuple[object, ...]:
    """A claim without what may change: who "she" is, and the number of equal words before it."""
    speech = claim.attribution
    source = speech.source.quote if speech and speech.source else None
    slots = (claim.polarity, claim.modality, claim.types, claim.frame)
    quotes = tuple(span.quote for span in values(claim))
    return (claim.span.start - offset, claim.span.quote, claim.sentence.quote, quotes, *slots, source)


@LAWS
@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=3))
def test_a_paragraph_at_the_end_changes_no_other_claim(added: list[str]) -> None:
    before, after = extract(STORY), extract(STORY + "\n" + "\n\n".join(added))
    assert [shape(c) for c in after if c.span.start < len(STORY)] == [shape(c) for c in before]
    assert [c.id for c in after][: len(before)] == [c.id for c in before]


@LAWS
@given(st.lists(st.sampled_from(PARAGRAPHS[:5]), min_size=1, max_size=3))
def test_an_unrelated_paragraph_at_the_start_changes_no_other_claim(added: list[str]) -> None:
    start = "\n\n".join(added) + "\n\n"
    after = [shape(c, len(start)) for c in extract(start + STORY) if c.span.start >= len(start)]
    assert after == [shape(c) for c in extract(STORY)]


SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
@pytest.mark.parametrize("added", [PARAGRAPHS[0], PARAGRAPHS[5]])
def test_a_paragraph_between_two_of_an_article_changes_no_other_claim(seed: Path, added: str) -> None:
    lines = read(seed).text.splitlines()
    whole = [shape(c)[1:] for c in extract("\n".join(lines))]
    for at in range(1, len(lines)):
        if lines[at - 1].strip() and lines[at].strip():
            text = "\n".join([*lines[:at], "", added, "", *lines[at:]])
            alien = range(text.index(added), text.index(added) + len(added))
            assert [shape(c)[1:] for c in extract(text) if c.span.start not in alien] == whole


def test_reasons_tell_who_speaks_and_by_which_words() -> None:
    story = "The Northern Observatory for Rights said 40 people died. The Observatory said 9 were children."
    assert [claim.reasons[-1] for claim in extract(story)] == [
        "speech: cue 'said', source 'The Northern Observatory for Rights', that is Northern Observatory for Rights",
        "speech: cue 'said', source 'The Observatory', that is Northern Observatory for Rights",
    ]


def test_who_acts_does_not_tell_of_the_act() -> None:
    (claim,) = extract("The mayor said that both sides agreed on a truce of 40 pages.")
    assert claim.attribution is not None
    assert claim.attribution.speaker == "The mayor"


def test_ids_depend_on_words_and_occurrence_alone() -> None:
    once, twice = extract("Nine men died."), extract("Rain fell on Arlen.\n\nNine men died.\n\nNine men died.")
    ids = [c.id for c in twice if c.span.quote == "Nine men died"]
    assert ids[0] == once[0].id
    assert len(set(ids)) == 2


def test_a_claim_holds_the_values_of_its_own_words_only() -> None:
    first, second = extract("22 soldiers were killed and 40 civilians wounded.")
    assert [str(q.value) for q in first.quantities] == ["22"]
    assert [str(q.value) for q in second.quantities] == ["40"]
    assert first.sentence == second.sentence


def test_relative_dates_follow_the_day_of_publication() -> None:
    text = "The port of Arlen was closed yesterday."
    assert extract(text, published="2021-05-04")[0].times[0].start == date(2021, 5, 3)
    document = read(text.encode(), id="a", published=date(2021, 5, 4), media_type="text/plain")
    assert isinstance(document, Document)
    assert extract(document)[0].times[0].start == date(2021, 5, 3)
    assert extract(document)[0].span.document == "a"


def test_who_speaks_and_how_it_is_put_go_with_the_claim() -> None:
    claim = extract("The mayor, Anna Berg, denied that 300 families had left.")[0]
    assert claim.polarity == "denied"
    claim = extract("The mayor said that 300 families had left.")[0]
    assert claim.span.quote == "300 families had left"
    assert claim.attribution is not None
    assert claim.attribution.source is not None
    assert claim.attribution.source.quote == "The mayor"


def test_what_a_speaker_adds_is_no_part_of_who_speaks() -> None:
    text = '"The bomber was alone" said Anna Berg head of the council adding that 15 of the wounded were in hospital.'
    assert any("15" in c.span.quote for c in extract(text))


def test_over_long_sentences_are_cut() -> None:
    text = "20 men fled and the army took towns " * 400
    pieces = {c.sentence.start: c.sentence for c in extract(text)}
    assert all(len(s.quote) <= sentences.LONGEST for s in pieces.values())
    assert len(pieces) > 5
    unbroken = "x" * 5000 + " 20 men died."
    assert all(unbroken[c.span.start : c.span.end] == c.span.quote for c in extract(unbroken))


def seed_claims() -> list[Claim]:
    folder = Path(__file__).parent.parent.parent / "seeds"
    return [claim for document in read_all([str(folder)]).documents for claim in extract(document)]


def test_claims_that_the_seed_articles_must_give() -> None:
    found = seed_claims()

    def holding(*words: str) -> Claim:
        (claim,) = [c for c in found if all(word in c.span.quote for word in words)]
        return claim

    (count,) = holding("350 thousand civilians").quantities
    assert (count.approximation, str(count.value), count.noun) == ("about", "350000", "civilians")
    truce = holding("ceasefire", "two months")
    assert "P2M" in {t.value for t in truce.times}
    factions = {n.text for n in holding("controlled by various").names}
    assert {"Jaish al-Islam", "Ahmad al-Abdou Martyr Forces"} <= factions
    assert holding("47,000 civilians and fighters").span.quote.endswith("from eastern Ghouta have reached Idlib")
    assert holding("consists of the cities and towns").span.quote.endswith(
        "Jeroud, Rahiba, Nasiriyah, al-Atna and al-Dumayr"
    )


def test_what_the_speaker_did_before_speaking_is_told_of_the_speaker() -> None:
    done, said = extract("Mayor Jon Bright closed the bridge at Lund and said it would stay shut until May.")
    assert (done.frame.actor, done.attribution) == ("Mayor Jon Bright", None)
    assert done.span.quote == "Mayor Jon Bright closed the bridge at Lund"
    assert said.attribution is not None
