"""The second look at cues, beside the others of their sentence."""

from provenance.extraction import attribution
from provenance.extraction.attribution import rivals
from provenance.extraction.attribution.rivals import Candidate


def test_the_rival_is_the_likeliest_other_word_of_the_sentence() -> None:
    v = attribution.viewed("Officials said they hope the town is safe. Guards left.")
    said, hope = v.words.index("said"), v.words.index("hope")
    weak, strong = list(rivals.rows(v, [Candidate(said, "say", 2.0), Candidate(hope, "hope", 0.5)]))
    assert ("R", 3, "hope") in weak
    assert ("L", 4, "say") in strong


def test_a_word_alone_in_its_sentence_has_no_rival() -> None:
    v = attribution.viewed("Officials said the town is safe. Guards claim otherwise.")
    said, claim = v.words.index("said"), v.words.index("claim")
    for row in rivals.rows(v, [Candidate(said, "say", 2.0), Candidate(claim, "claim", 2.0)]):
        assert row[-1] == ""


def test_rows_are_alike_in_length_and_order() -> None:
    v = attribution.viewed("Officials said they hope the town is safe, activists claim.")
    found = [Candidate(i, v.words[i], 0.3 * i) for i in (1, 3, 10)]
    assert [len(row) for row in rivals.rows(v, found)] == [10, 10, 10]
