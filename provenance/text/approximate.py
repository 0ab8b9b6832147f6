"""The passages of a text most like a quote that no longer stands in it.

Words and pairs of words that quote and text share (seeds) vote for the place where the quote would start; in the
windows with most votes the quote is matched as a whole, by edit distance in words with free ends (Sellers 1980,
bit-parallel after Myers 1999 and Hyyrö 2003). Linear in the text: the seeds are the rarest ones, and their hits and the
number of windows are bounded.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice, pairwise

from rapidfuzz.distance import Levenshtein

from provenance.text.words import Word, words

LONGEST_QUOTE = 3000
"""Words; the cost in a window grows with the square of the quote."""
_WINDOWS = 12
_NARROWEST_BAND = 16
_LONGEST_WORD = 40
_MOST_SEEDS = 400
_MOST_HITS = 20_000
_MOST_ENDS = 8
# What one word more or less costs between passages with equally many changed words: a changed last word is no lost one.
_LENGTH = 0.05


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage like the quote: half-open range in the text, and edit distance in code points."""

    start: int
    end: int
    distance: int
    likeness: float
    """1 - distance / length of the longer one: 1 is equal, 0 has nothing in common."""


def search(quote: str, text: str, prefix: str = "", suffix: str = "") -> list[Passage]:
    """Passages of `text` by falling likeness to `quote`, one for each window; none for a quote without words.

    `prefix` and `suffix` help to tell where a passage starts and ends.
    """
    needle = words(quote)
    if not needle or len(needle) > LONGEST_QUOTE:
        return []
    terms = [word.text.lower() for word in needle]
    found: dict[tuple[int, int], Passage] = {}
    for start, end in _windows(quote, needle, text):
        passage = _best(quote, terms, text, words(text, start, end), (prefix, suffix))
        if passage is not None:
            found.setdefault((passage.start, passage.end), passage)
    return sorted(found.values(), key=lambda passage: (-passage.likeness, passage.start))


def _windows(quote: str, needle: list[Word], text: str) -> list[tuple[int, int]]:
    """Ranges of the text where the quote may stand, most votes first; they cut no word."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" grows; then capitals must be as written
        lowered = text
    band = max(_NARROWEST_BAND, len(quote) // 4)
    votes: dict[int, float] = defaultdict(float)
    for seed, place, weight in _seeds(quote if lowered is text else quote.lower(), needle, lowered):
        for hit in islice(re.finditer(re.escape(seed), lowered), _MOST_HITS):
            votes[(hit.start() - place) // band] += weight
    # A quote that begins near the edge of a band votes for two bands.
    joint = {at: weight + votes.get(at + 1, 0.0) for at, weight in votes.items()}
    best = sorted(joint, key=lambda at: (-joint[at], at))[:_WINDOWS]
    return [_whole_words(text, (at - 1) * band, (at + 3) * band + len(quote)) for at in best]


def _seeds(quote: str, needle: list[Word], text: str) -> list[tuple[str, int, float]]:
    """The rarest words and pairs of words of the quote, each with its place in the quote and its weight."""
    places: dict[str, int] = {}
    for word in needle:
        places.setdefault(quote[word.start : word.end], word.start)
    for first, second in pairwise(needle):
        places.setdefault(quote[first.start : second.end], first.start)
    counted = sorted((count, seed) for seed in islice(places, _MOST_SEEDS) if (count := text.count(seed)))
    chosen: list[tuple[str, int, float]] = []
    hits = 0
    for count, seed in counted:
        if chosen and hits + count > _MOST_HITS:
            break
        chosen.append((seed, places[seed], 1 / count))
        hits += count
    return chosen


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The range, moved outwards to white space where that is near."""
    start, end = max(0, start), min(len(text), max(end, 0))
    left, right = text.rfind(" ", max(0, start - _LONGEST_WORD), start), text.find(" ", end, end + _LONGEST_WORD)
    if left < 0:
        left = max(0, start - _LONGEST_WORD)
    return left, min(len(text), end + _LONGEST_WORD) if right < 0 else right


def context(start: int, end: int, text: str, prefix: str, suffix: str) -> float:
    """Mean likeness, 0 to 1, of `prefix` and `suffix` to what stands around a place; an empty one counts as alike."""
    before = _alike(prefix, text[max(0, start - len(prefix)) : start])
    return (before + _alike(suffix, text[end : end + len(suffix)])) / 2


def _alike(recorded: str, found: str) -> float:
    return Levenshtein.normalized_similarity(recorded, found) if recorded else 1.0


def _best(quote: str, needle: list[str], text: str, window: list[Word], around: tuple[str, str]) -> Passage | None:
    """The passage of a window most like the quote: fewest words changed, then context, length, characters."""
    hay = [word.text.lower() for word in window]
    costs = _ends(needle, hay)
    if not costs or min(costs) >= len(needle):
        return None
    least = min(costs)
    best: Passage | None = None
    best_fit = 0.0
    for last in [index for index, cost in enumerate(costs) if cost == least][:_MOST_ENDS]:
        # The same, read backwards from the end, gives where the passage starts.
        backwards = _ends(needle[::-1], hay[last::-1])
        cheapest = min(backwards)
        for steps in [index for index, cost in enumerate(backwards) if cost == cheapest][:_MOST_ENDS]:
            start, end = window[last - steps].start, window[last].end
            passage = _measured(quote, text, start, end)
            fit = passage.likeness + context(start, end, text, *around) - _LENGTH * abs(steps + 1 - len(needle))
            if best is None or fit > best_fit:
                best, best_fit = passage, fit
    return best


def _measured(quote: str, text: str, start: int, end: int) -> Passage:
    distance = Levenshtein.distance(quote, text[start:end])
    return Passage(start, end, distance, 1 - distance / max(len(quote), end - start, 1))


def _ends(needle: list[str], hay: list[str]) -> list[int]:
    """For each word of `hay`: the least edits, in words, from `needle` to a passage that ends with this word."""
    size = len(needle)
    masks: dict[str, int] = defaultdict(int)
    for index, word in enumerate(needle):
        masks[word] |= 1 << index
    full, top = (1 << size) - 1, 1 << (size - 1)
    up, down, cost = full, 0, size
    costs = []
    for word in hay:
        same = masks.get(word, 0)
        diagonal = (((same & up) + up) ^ up) | same | down
        right_up = down | (full & ~(diagonal | up))
        right_down = up & diagonal
        cost += bool(right_up & top) - bool(right_down & top)
        # No carry into the first row: a passage may start anywhere.
        right_up, right_down = (right_up << 1) & full, (right_down << 1) & full
        up, down = right_down | (full & ~(diagonal | right_up)), right_up & diagonal
        costs.append(cost)
    return costs
