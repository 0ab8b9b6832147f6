"""The words of the sources that a draft asks for: most are not, and need not be taken to their stem."""

from collections.abc import Collection, Iterator

from provenance.extraction.lexicon import is_irregular
from provenance.verification.lookup.tokens import is_compound, keys, spelt

_HEAD = 5
"""Letters with which a word and its key begin alike."""


class Wanted(dict[str, tuple[str, ...]]):
    """Word in lower case → its keys among those of some other words; worked out when a word is first met."""

    def __init__(self, words: Collection[str], least: float = 0.0) -> None:
        """The keys are those of `words`, in lower case, that are numbers or weigh at least `least`."""
        super().__init__()
        self._least = least
        self._keys = frozenset(key for word in words for key in keys(word, least))
        self._heads = frozenset(head[:_HEAD] for key in self._keys for head in _heads(key))

    def __missing__(self, word: str) -> tuple[str, ...]:
        found = tuple(key for key in keys(word, self._least) if key in self._keys) if self._may_hold(word) else ()
        self[word] = found
        return found

    def _may_hold(self, word: str) -> bool:
        """Whether a word may have one of the keys: it begins with it, but for the last letter of some keys."""
        if not word.isascii() or not word.isalpha() or is_irregular(word) or is_compound(word):
            return True
        return any(word[:length] in self._heads for length in range(1, _HEAD + 1))


def _heads(key: str) -> Iterator[str]:
    """What words begin with that have this key: "parti" and "party", "su" and "sue", "ten" for 10."""
    for form in spelt(key):
        yield form
        if form.endswith("y"):
            yield form[:-1] + "i"
        elif form.endswith("e"):
            yield form[:-1]
