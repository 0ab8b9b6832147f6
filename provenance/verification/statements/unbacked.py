"""Words of a statement that its backing says nothing of: one figure or one event in common does not back all of it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from provenance.extraction import opposites
from provenance.extraction import tokens as written
from provenance.extraction.attribution.lexicon import senses
from provenance.extraction.lexicon import ancestors, mentions, noun_class
from provenance.extraction.tagging import tag
from provenance.extraction.thesaurus import notions, synonym
from provenance.matching.signature.words import nation
from provenance.model import Name, Span
from provenance.text.closed_classes import BEING
from provenance.values import names, quantities
from provenance.verification.comparison import lists
from provenance.verification.lookup.tokens import Token, tokenize

TELLING = 0.3
"""Weight from which a word tells something by itself: less has nearly every verb that takes its sense from others."""
_ENDINGS = (
    *("ation", "ition", "wide", "ment", "ance", "ence", "ally", "ion", "ity", "ive", "ure", "ate"),
    *("al", "ly", "or", "er", "e", "y"),
)
"""Endings of words that are drawn from others, longest first."""
_STEM = 4
"""Letters that a word has at least before such an ending."""
_VERBS = frozenset("VPBG")
_COMPLEMENT = 0.1
"""The same of what stands behind a form of "be", and is all that its clause says."""
_BEHIND = 2
"""Words behind which it stands at most."""


@dataclass(frozen=True)
class Told:
    """What some text tells, whatever its words."""

    text: str

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words."""
        return tokenize(self.text)

    @cached_property
    def names(self) -> list[Name]:
        """The names in it."""
        return names.find(self.text)

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(t.key for t in self.tokens)

    @cached_property
    def _kinds(self) -> list[tuple[str, frozenset[str]]]:
        """Each family and notion told, with the keys of the words that tell it."""
        return [(kind, frozenset(t.key for t in self.tokens[a : b + 1])) for kind, a, b in _kinds(self.tokens)]

    @cached_property
    def _nations(self) -> frozenset[str]:
        return frozenset(nation(t.word) or t.word.lower() for t in self.tokens if t.is_capital)

    def tells(self, token: Token, kinds: Collection[str], others: frozenset[str]) -> bool:
        """Whether a word stands here, or one akin to it that is not one of the `others` of its statement, by key."""
        if token.key in self._keys or any(kind in kinds and not keys <= others for kind, keys in self._kinds):
            return True
        if token.is_capital and (nation(token.word) or token.word.lower()) in self._nations:
            return True
        if token.is_capital and any(t.is_capital and names.compare(token.word, t.word).same for t in self.tokens):
            return True
        if any(opposites.converse(token.base, t.base) for t in self.tokens):
            return True  # whether the roles are those of the other end is asked elsewhere
        rest = [t for t in self.tokens if t.key not in others]
        return any((t.weight and _stem(token.base) == _stem(t.base)) or _is_of_kind(token, t) for t in rest)

    def means(self, token: Token, kinds: Collection[str]) -> bool:
        """Whether a word stands here, or one of the same meaning or happening."""
        if token.is_capital or token.key in self._keys:
            return self.tells(token, (), frozenset())
        return any(kind in kinds for kind, _ in self._kinds) or any(
            t.weight and _stem(token.base) == _stem(t.base) for t in self.tokens
        )

    def shares_a_word(self, other: "Told") -> bool:
        """Whether a word that tells something stands in both texts."""
        return any(t.weight and t.key in other._keys for t in self.tokens)

    def shares(self, other: "Told") -> bool:
        """Whether a telling word of one text stands in the other, or one akin to it."""
        kinds = _kinds(self.tokens)
        for i, token in enumerate(self.tokens):
            if token.weight and other.tells(token, {kind for kind, a, b in kinds if a <= i <= b}, frozenset()):
                return True
        return any(_is_of_kind(b, a) for a in self.tokens for b in other.tokens)


def find(
    span: Span, idle: Iterable[Span], passages: Sequence[Told], around: Told, *, least: float = TELLING
) -> list[Token]:
    """Telling words of a statement that no passage has, nor, but for verbs, the text `around` them.

    Numbers, units and what lies in `idle` stretches are looked at elsewhere.
    """
    tokens = tokenize(span.quote, span.start)
    kinds = _kinds(tokens)
    keys = frozenset(t.key for t in tokens)
    verbs = _verbs(span)
    counted = _counted(span)
    skipped = [*idle, *(_placed(q.span, span) for q in quantities.find(span.quote))]
    open_ = []
    for i, token in enumerate(tokens):
        needed = min(least, _COMPLEMENT) if _completes(tokens, i) else least
        if token.weight < needed or token.is_number or lists.denies(token) or _only_says(tokens, i):
            continue
        if any(s.start <= token.start < s.end for s in skipped):
            continue
        own = {kind for kind, a, b in kinds if a <= i <= b}
        told = passages[: 1 if token.is_capital or token.start in counted or token.start in verbs else None]
        if not (token.start in verbs or token.start in counted):
            told = (*told, around)
        if any(text.tells(token, own, keys - {token.key}) for text in told):
            continue
        if not (token.is_capital and _is_named(span, token, around)):
            open_.append(token)
    return open_


def tells_surely(span: Span, passage: Told, least: float) -> bool:
    """Whether a passage has each telling word of a statement, or one of its meaning: of one notion is not enough."""
    tokens = tokenize(span.quote, span.start)
    kinds = [one for one in _kinds(tokens) if not one[0].startswith("notion")]
    telling = [(i, t) for i, t in enumerate(tokens) if t.weight >= least and not t.is_number]
    return all(passage.means(t, {kind for kind, a, b in kinds if a <= i <= b}) for i, t in telling)


def is_open(token: Token) -> bool:
    """Whether a word denies or doubts what stands around it, or makes it a plan or a wish."""
    weak = ("doubt", "taking", "wish", "intent", "raising")
    return lists.denies(token) or any(token.base in lists.negators(kind) for kind in weak)


def _completes(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word right behind a form of "be" is what is said: "were at work"."""
    return any(t.word.lower() in BEING for t in tokens[max(0, i - _BEHIND) : i])


def wanting(span: Span, passage: str) -> tuple[str, str] | None:
    """A verb of a statement and the words of a passage in which that is wanted still: "approved", "needs approval"."""
    told = tokenize(passage)
    verbs = _verbs(span)
    done = {_stem(t.base): t.word for t in tokenize(span.quote, span.start) if t.weight and t.start in verbs}
    for i, token in enumerate(told):
        if token.base not in lists.negators("wanting"):
            continue
        for noun in told[i + 1 : i + 1 + _BEHIND]:
            if noun.base != done.get(_stem(noun.base)) and _stem(noun.base) in done:
                return done[_stem(noun.base)], passage[token.start : noun.end]
    return None


def _only_says(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word at the end only tells that somebody says so: "…, an engineer warned"."""
    return i == len(tokens) - 1 and senses("v").get(tokens[i].word.lower()) == "v.communication"


def _placed(inside: Span, span: Span) -> Span:
    return inside.model_copy(update={"start": inside.start + span.start, "end": inside.end + span.start})


def _kinds(tokens: Sequence[Token]) -> list[tuple[str, int, int]]:
    """Synonyms, families and notions that words tell, with their first and last token, both included."""
    bases = [t.base for t in tokens]
    found = mentions(bases)
    kinds = [(f"word {synonym(word)}", i, i) for i, word in enumerate(bases)]
    kinds += [(f"group {number}", i, i) for i, word in enumerate(bases) for number in lists.groups(word)]
    kinds += [(f"family {m.family}", m.first, m.last) for m in found]
    return kinds + [(f"notion {name}", first, last) for name, first, last in notions(bases, found)]


def _is_of_kind(token: Token, other: Token) -> bool:
    """Whether both name things of one kind, or the other one all of them: "pupils", "children", "people"."""
    own, wider = noun_class(token.word), noun_class(other.word)
    if token.is_capital or own is None or wider is None:
        return False
    return wider.name == own.name or wider.name in ancestors(own.name)


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """A base form without its endings: "clos" of "close" and "closure", "elect" of "election" and "electoral"."""
    while (cut := next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _STEM), "")) != "":
        word = word[: -len(cut)]
    return word


def _verbs(span: Span) -> frozenset[int]:
    """Where the verbs of a statement begin, in the text."""
    read = written.tokenize(span.quote)
    return frozenset(span.start + t.start for t, kind in zip(read, tag(read), strict=True) if kind in _VERBS)


def _counted(span: Span) -> frozenset[int]:
    """Where the words begin that tell what a share is of ("63 percent of pupils"), in the text."""
    tokens = tokenize(span.quote, span.start)
    ends = {span.start + q.span.end for q in quantities.find(span.quote) if q.unit == "%"}
    places = [i for i, t in enumerate(tokens) if t.word == "of" and i and tokens[i - 1].end in ends]
    return frozenset(next((t.start for t in tokens[i + 1 :] if t.weight), -1) for i in places)


def _is_named(span: Span, token: Token, around: Told) -> bool:
    """Whether the name that a word belongs to stands in a text in another form: "the UN", "the United Nations"."""
    at = token.start - span.start
    own = [n for n in names.find(span.quote) if n.span.start <= at < n.span.end]
    return any(names.compare(n.text, other.text).same for n in own for other in around.names)
