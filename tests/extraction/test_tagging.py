"""Parts of speech, as far as clauses and frames need them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.extraction.tagging import is_passive, tag
from provenance.extraction.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("The army shelled the town", "TNVTN"),
        ("The town was shelled by the army", "TNXPITN"),
        ("Shelling of the town", "GITN"),
        ("Army shells town", "NVN"),
        ("Rebels seize village near Corby", "SVNIE"),
        ("Men trapped in the mine were saved", "SPITNXP"),
        ("He wants to leave", "HVoB"),
        ("She went to Corby", "HVIE"),
        ("It's raining", "XG"),
        ("They didn't fall in May", "HXBIE"),
        ("The IS camp", "TEN"),
        ("labor unions do not", "NSXn"),
        ("Norland to broker new deal", "EoBJN"),
    ],
)
def test_tags_of_own_phrases(text: str, tags: str) -> None:
    assert tag(tokenize(text)) == tags


@pytest.mark.parametrize(
    ("text", "passive"),
    [("The town was shelled", True), ("They have shelled", False), ("The town wasn't badly hit", True)],
)
def test_passive_is_a_participle_after_be(text: str, passive: bool) -> None:
    tokens = tokenize(text)
    assert is_passive(tokens, tag(tokens), len(tokens) - 1) is passive


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(
        st.text(max_size=50), st.lists(st.sampled_from(["to", "the", "men", "Ran", "was", "held", ","])).map(" ".join)
    )
)
def test_one_tag_a_token_on_any_text(text: str) -> None:
    tokens = tokenize(text)
    tags = tag(tokens)
    assert len(tags) == len(tokens)
    assert set(tags) <= set("VXxPBGNSE#TJRHWICon,q")
