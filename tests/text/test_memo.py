"""What is known of words, kept."""

import pytest

from provenance.text import memo
from provenance.text.memo import Memo


def test_a_word_is_worked_out_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Memo(length)
    assert [lengths["a"], lengths["town"], lengths["a"]] == [1, 4, 1]
    assert asked == ["a", "town"]


def test_known_words_are_not_worked_out() -> None:
    assert Memo(len, {"town": 99})["town"] == 99


def test_no_more_words_are_kept_than_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "_KEPT", 2)
    lengths = Memo(len)
    assert [lengths[word] for word in ("a", "bb", "ccc", "ccc")] == [1, 2, 3, 3]
    assert sorted(lengths) == ["a", "bb"]
