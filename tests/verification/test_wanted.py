"""The keys that a draft asks for: quickly left out words have none of them."""

from hypothesis import example, given
from hypothesis import strategies as st

from provenance.extraction.lexicon import rows
from provenance.verification.lookup.tokens import keys, lowered
from provenance.verification.lookup.wanted import Wanted

_STEMS = (
    "part",
    "parti",
    "party",
    "us",
    "use",
    "di",
    "dy",
    "die",
    "runn",
    "agree",
    "stopp",
    "ten",
    "nine",
    "go",
    "kill",
)
_ENDINGS = ("", "s", "es", "ies", "ied", "y", "e", "ed", "ing", "ings", "er", "ers", "ee", "ly", "'s", "n't", ".")
WORDS = st.one_of(
    st.builds("".join, st.tuples(st.sampled_from(_STEMS), st.sampled_from(_ENDINGS))),
    st.sampled_from(sorted({word for row in rows("irregular.tsv") for word in row})),
    st.from_regex(r"[a-gy]{1,8}|[0-9]{1,3}(,[0-9]{3})?|[$%é]", fullmatch=True),
)


@given(st.lists(WORDS, max_size=8), st.lists(WORDS, max_size=8), st.sampled_from((0.0, 0.03, 0.5)))
@example(["parties"], ["party", "partied"], 0.0)
@example(["10", "use"], ["ten", "tens", "used", "us"], 0.0)
@example(["sue"], ["suing"], 0.0)
@example(["go"], ["went"], 0.0)
def test_no_word_is_left_out_that_has_a_key(asked: list[str], words: list[str], least: float) -> None:
    asked, words = lowered(" ".join(asked)), lowered(" ".join(words))
    wanted = {key for word in asked for key in keys(word, least)}
    found = Wanted(asked, least)
    assert {word: found[word] for word in words} == {
        word: tuple(key for key in keys(word, least) if key in wanted) for word in words
    }


def test_a_word_that_begins_otherwise_is_not_taken_to_its_stem() -> None:
    keys.cache_clear()
    assert Wanted(["harbour"])["station"] == ()
    assert keys.cache_info().misses == 1
