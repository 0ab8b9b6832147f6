"""A sentence word by word, as contrasts read it: what each word can meet in another sentence, and what denies it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from provenance.extraction.lexicon import kind, mentions, stopwords
from provenance.extraction.stance import judge
from provenance.extraction.tagging import tag
from provenance.extraction.tokens import Token, tokenize
from provenance.matching import opposites, words
from provenance.values import names

_CONTENT = frozenset("VPBGNSEJR#")
_PREDICATES = frozenset("VPBG")
_SHORTEST_STEM = 4
_NUMBER_WEIGHT = 0.6
_LEAST = 0.2
_BE = frozenset({"is", "was", "are", "were", "be"})
_STOPS = frozenset(",;:()")
_POINTING = frozenset({"the", "this", "its", "his", "her"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_REACH = 14
"""Tokens before a word in which what denies it stands."""
_NONE_REACH = 3
_COUNTED = 4
"""Tokens before a noun in which its number stands."""
_MEASURING = frozenset({"of", "in", "million", "billion", "$", "€", "£"})
_ZERO = frozenset({"0", "zero", "nil"})
NEAR = 20
"""Tokens around a word in which what it is said of is looked for."""


@dataclass(frozen=True)
class Worded:
    """One sentence with its tokens and tags."""

    text: str
    tokens: Sequence[Token]
    tags: str

    @cached_property
    def content(self) -> list[int]:
        """The tokens that carry meaning."""
        return [i for i in range(len(self.tokens)) if self.tags[i] in _CONTENT and self.weight(i) > 0]

    @cached_property
    def keys(self) -> dict[int, frozenset[str]]:
        """What each of these can meet."""
        found = {i: set(_keys(self.tokens[i])) for i in self.content}
        for m in mentions([t.base for t in self.tokens]):
            for i in range(m.first, m.last + 1):
                if i in found and kind(m.family) != "event":
                    found[i].add(f"f:{m.family}")
        return {i: frozenset(k) for i, k in found.items()}

    @cached_property
    def families(self) -> frozenset[str]:
        """The predicate families of its words."""
        return frozenset(m.family for m in mentions([t.base for t in self.tokens]))

    @cached_property
    def every(self) -> frozenset[str]:
        """All of them."""
        return frozenset(k for held in self.keys.values() for k in held)

    @cached_property
    def predicates(self) -> list[int]:
        """Verbs and participles that carry meaning."""
        return [i for i in self.content if self.tags[i] in _PREDICATES]

    @cached_property
    def stated(self) -> list[int]:
        """What the sentence says: its main verb, what follows "is", and nouns that a word right before them denies."""
        found = self.predicates[:1]
        for i in self.predicates[1:2]:  # "refused to resign": what is refused is said too
            found += [i] if self.tokens[i - 1].lower == "to" and i - 2 <= found[-1] else []
        for i, token in enumerate(self.tokens):
            if self.tags[i] == "X":
                after = [k for k in self.content if k > i][:3]
                verbs = [k for k in after if self.tags[k] in _PREDICATES][:1]
                found += verbs or ([self._head(after[0])] if after and token.lower in _BE else [])
        return list(dict.fromkeys(found))

    @cached_property
    def subject(self) -> frozenset[int]:
        """The tokens of the name that the sentence begins with, up to its first verb."""
        first = next((i for i, t in enumerate(self.tags) if t in "VXP"), 0)
        return frozenset(i for i in range(first) if i in self.named and i in self.keys)

    @cached_property
    def is_elliptic(self) -> bool:
        """Whether the sentence begins with a pronoun or "the film", "the company": its subject is named elsewhere."""
        first = next((i for i, t in enumerate(self.tags) if t in "VXP"), 0)
        if not first or any(i < first for i in self.named):
            return False
        return self.tokens[0].lower in _POINTING or any(t.lower in _PRONOUNS for t in self.tokens[:first])

    def _head(self, i: int) -> int:
        """The last word of the noun phrase that token `i` is in."""
        while i + 1 in self.keys and self.tags[i] in "NSJE" and self.tags[i + 1] in "NSE":
            i += 1
        return i

    def weight(self, i: int) -> float:
        """How telling a word is."""
        token = self.tokens[i]
        told = self.tags[i] in "VPB" and token.base in stopwords() and not opposites.is_one_of(token.base, "light")
        return _LEAST if told else _weight(token)

    @cached_property
    def named(self) -> frozenset[int]:
        """The tokens that are part of a name."""
        found = {i for i, t in enumerate(self.tags) if t == "E"}
        for name in names.find(self.text):
            held = [i for i, t in enumerate(self.tokens) if name.span.start <= t.start < name.span.end]
            found.update(i for i in held if self.tokens[i].text[0].isupper())
        return frozenset(i for i in found if self.tokens[i].is_word)

    def denied(self, i: int) -> bool | None:
        """Whether a word shortly before this one denies it; None where one might."""
        if i not in self._denied:
            self._denied[i] = self._is_denied(i)
        return self._denied[i]

    @cached_property
    def _denied(self) -> dict[int, bool | None]:
        return {}

    def _is_denied(self, i: int) -> bool | None:
        before = [self.tokens[j] for j in range(max(0, i - _REACH), i)]
        cued = any(_is_cue(t) for t in before)
        if self.is_none_of(i) or (self.tags[i] in "GJ" and before and before[-1].lower == "not"):
            return True
        token = self.tokens[i]
        denied = judge(self.text, token.start, token.end).polarity == "denied"
        if denied and any(_is_cue(t) for t in _unbroken(before)):
            return True
        return None if denied or cued else False

    def is_passive(self, i: int) -> bool:
        """Whether a participle follows a form of "be" closely."""
        return self.tags[i] == "P" and any(t.lower in _BE for t in self.tokens[max(0, i - _NONE_REACH) : i])

    def modality(self, i: int) -> str:
        """How the clause of a word is put forward: "asserted", "planned", "possible" …"""
        token = self.tokens[i]
        return judge(self.text, token.start, token.end).modality

    def is_none_of(self, i: int) -> bool:
        """Whether the noun `i` stands right after "without", "lack of", "delay in" …"""
        return bool({t.lower for t in self.tokens[max(0, i - _NONE_REACH) : i]} & set(opposites.listed("none_of")))

    def is_no(self, i: int) -> bool:
        """Whether the noun `i` is the whole of a noun phrase with "no": "no cargo", but not "no cargo ship"."""
        alone = self.tags[i + 1 : i + 2] not in tuple("NSE")
        return self.tags[i] in "NS" and alone and i > 0 and self.tokens[i - 1].lower == "no"

    def number_of(self, i: int) -> int | None:
        """The token of the number that counts or measures the noun `i`: "five tonnes of cargo"; None without one."""
        if self.tags[i] not in "NS" or self.tags[i + 1 : i + 2] in tuple("NSE"):
            return None
        for j in range(i - 1, max(-1, i - 1 - _COUNTED), -1):
            if self.tags[j] == "#":
                return None if self.tokens[j].lower in _ZERO else j
            if self.tags[j] not in "NSJ" and self.tokens[j].lower not in _MEASURING:
                return None
        return None

    def word(self, i: int) -> str:
        """The token `i` as written, or the whole name that it begins."""
        end = i + 1
        while i in self.named and end in self.named:
            end += 1
        return self.cut((i, end))

    def cut(self, run: tuple[int, int]) -> str:
        """The words of a half-open range of tokens, as written."""
        return self.text[self.tokens[run[0]].start : self.tokens[run[1] - 1].end]

    def near(self, i: int, reach: int = NEAR) -> frozenset[str]:
        """What the words around one can meet."""
        return frozenset(k for j in self.content if j != i and abs(j - i) <= reach for k in self.keys[j])


@cache
def _denying_stems() -> frozenset[str]:
    return frozenset(map(stem, opposites.listed("denies")))


def _is_cue(token: Token) -> bool:
    return token.lower.endswith("n't") or stem(token.base) in _denying_stems()


def _unbroken(before: Sequence[Token]) -> Sequence[Token]:
    """What stands after the last mark."""
    marks = [j for j, t in enumerate(before) if t.lower in _STOPS]
    return before[marks[-1] + 1 :] if marks else before


@lru_cache(maxsize=64)
def read(text: str) -> Worded:
    """The sentence `text`, ready for contrasts."""
    tokens = tokenize(text)
    return Worded(text, tokens, tag(tokens))


def share(a: Worded, besides: Iterable[int], held: frozenset[str]) -> float:
    """Weighted share of the content of `a`, but for the tokens `besides`, that `held` can meet; 0 to 1."""
    left = set(besides)
    total = [(a.weight(i), bool(a.keys[i] & held)) for i in a.content if i not in left]
    whole = sum(w for w, _ in total)
    return sum(w for w, met in total if met) / whole if whole else 0.0


def _weight(token: Token) -> float:
    if not token.is_word:
        return 0.0
    if token.text[0].isdigit():
        return _NUMBER_WEIGHT
    if len(token.base) < 2 or token.base in stopwords():
        return 0.0
    return max(_LEAST, words.weight(token.base))


@lru_cache(maxsize=65536)
def _skeletons(text: str) -> tuple[str, ...]:
    return names.token_skeletons(text)


def _keys(token: Token) -> Iterable[str]:
    yield f"w:{token.base}"
    yield f"s:{stem(token.base)}"
    nation = words.nation(token.text)
    if nation:
        yield from (f"n:{part}" for part in _skeletons(nation))
    elif token.text[0].isupper():
        yield from (f"n:{part}" for part in _skeletons(token.text))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its endings, so that "agreement" meets "agree" and "approval" meets "approve"."""
    word = opposites.norm(word)
    for ending in opposites.listed("ending"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
