"""A sentence as contrasts read it: what each word can meet in another sentence, and what denies it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from provenance.extraction import tagging
from provenance.extraction.attribution.lexicon import senses
from provenance.extraction.lexicon import Mention, kind, mentions, stopwords
from provenance.extraction.stance import judge
from provenance.extraction.thesaurus import synonym
from provenance.extraction.tokens import Token, tokenize
from provenance.matching.contrasts import days, denials, lists
from provenance.matching.signature import namekeys, words
from provenance.model import TimeRef
from provenance.text.closed_classes import PRONOUNS
from provenance.values import names

Run = tuple[int, int]
"""Half-open range of tokens."""
BE = frozenset({"be", "is", "was", "are", "were"})
NEAR = 20
"""Tokens around a word in which what it is said of is looked for."""
_CONTENT = frozenset("VPBGNSEJR#")
_PREDICATES = frozenset("VPBG")
_NUMBER_WEIGHT = 0.6
_LEAST = 0.2
"""Weight of the commonest words that still tell something."""
_TURNS = frozenset({"but", "while", "whereas", ";"})
_POINTING = frozenset({"the", "this", "its", "his", "her"})
_REACH = 14
"""Tokens before a word in which what denies it stands."""


@dataclass(frozen=True)
class Sentence:
    """One sentence with its tokens and tags; all the rest is read at first use."""

    text: str
    tokens: Sequence[Token]
    tags: str

    @cached_property
    def content(self) -> list[int]:
        """The tokens that carry meaning."""
        return [i for i in range(len(self.tokens)) if self.tags[i] in _CONTENT and self.weight(i) > 0]

    @cached_property
    def keys(self) -> dict[int, frozenset[str]]:
        """What each of these can meet: its word, stem, name parts and families of states."""
        found = {i: set(_keys(self.tokens[i])) for i in self.content}
        for m in self._mentions:
            for i in range(m.first, m.last + 1):
                if i in found and kind(m.family) != "event":
                    found[i].add(f"f:{m.family}")
        return {i: frozenset(k) for i, k in found.items()}

    @cached_property
    def held(self) -> frozenset[str]:
        """What all of them can meet."""
        return self.keys_of(range(len(self.tokens)))

    def keys_of(self, tokens: Iterable[int]) -> frozenset[str]:
        """What some tokens can meet."""
        return frozenset(k for i in tokens if i in self.keys for k in self.keys[i])

    def word_keys(self, i: int) -> frozenset[str]:
        """What a token can meet as a word, not as a name or by its family."""
        return frozenset(k for k in self.keys[i] if k[0] in "ws")

    @cached_property
    def families(self) -> frozenset[str]:
        """The predicate families of its words."""
        return frozenset(m.family for m in self._mentions)

    @cached_property
    def _mentions(self) -> Sequence[Mention]:
        return mentions([t.base for t in self.tokens])

    def happenings(self, i: int) -> frozenset[str]:
        """The predicate families that a token belongs to."""
        return frozenset(m.family for m in self._mentions if m.first <= i <= m.last)

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
            after = [k for k in self.content if k > i][:3]
            if self.tags[i] == "X":
                verbs = [k for k in after if self.tags[k] in _PREDICATES][:1]
                is_copula = token.lower in BE or self.tags[i + 1 : i + 2] == "x"
                found += verbs or ([self.head(after[0])] if after and is_copula else [])
            elif token.lower in ("not", "no") and after[:1] == [i + 1]:
                found.append(self.head(i + 1))
        return list(dict.fromkeys(found))

    @cached_property
    def subject(self) -> range:
        """The tokens before the first verb, but for an opening "On Monday,"."""
        end = next((i for i, t in enumerate(self.tags) if t in "VXP"), 0)
        comma = self.tags.find(",", 0, end) if self.tags[:1] == "I" else -1
        return range(comma + 1, end)

    @cached_property
    def speaker(self) -> range:
        """The subject and its verb where they only say who tells the rest: "the airline said"."""
        at = self.subject.stop
        says = self.subject and self.tags[at] == "V" and senses("v").get(self.tokens[at].lower) == "v.communication"
        return range(at + 1 if says else 0)

    @cached_property
    def is_elliptic(self) -> bool:
        """Whether the sentence begins with a pronoun or "the film", "the company": its subject is named elsewhere."""
        if not self.subject or any(i in self.named for i in self.subject):
            return False
        return self.tokens[0].lower in _POINTING or any(self.tokens[i].lower in PRONOUNS for i in self.subject)

    def head(self, i: int) -> int:
        """The last word of the noun phrase that token `i` is in."""
        while i + 1 in self.keys and self.tags[i] in "NSJE#" and self.tags[i + 1] in "NSE":
            i += 1
        return i

    def weight(self, i: int) -> float:
        """How telling a word is, 0 to 1."""
        token = self.tokens[i]
        common_verb = self.tags[i] in "VPB" and token.base in stopwords() and not lists.is_one_of(token.base, "light")
        return _LEAST if common_verb else _weight(token)

    @cached_property
    def named(self) -> frozenset[int]:
        """The tokens that are part of a name."""
        found = {i for i, t in enumerate(self.tags) if t == "E"}
        for name in names.find(self.text):
            held = [i for i, t in enumerate(self.tokens) if name.span.start <= t.start < name.span.end]
            found.update(i for i in held if self.tokens[i].text[0].isupper())
        return frozenset(i for i in found if self.tokens[i].is_word)

    @cached_property
    def names(self) -> list[Run]:
        """The names, in order."""
        starts = [i for i in sorted(self.named) if i in self.keys]
        found: list[Run] = []
        for i in starts:
            if not found or found[-1][1] <= i:
                found.append(self.run(i))
        return found

    def run(self, i: int) -> Run:
        """The token `i`, or the rest of the name that it begins."""
        end = i + 1
        while i in self.named and end in self.named:
            end += 1
        return i, end

    @cached_property
    def dates(self) -> list[tuple[Run, TimeRef]]:
        """The dates that its own words tell, with their tokens."""
        found = []
        for t in days.find(self.text):
            held = [i for i, token in enumerate(self.tokens) if t.span.start <= token.start < t.span.end]
            if t.kind in ("date", "range") and held:
                found.append(((held[0], held[-1] + 1), t))
        return found

    def denied(self, i: int) -> bool | None:
        """Whether a word shortly before this one denies it; None where one might."""
        if i not in self._denied:
            self._denied[i] = self._is_denied(i)
        return self._denied[i]

    @cached_property
    def _denied(self) -> dict[int, bool | None]:
        return {}

    def _is_denied(self, i: int) -> bool | None:
        reach = range(max(0, i - _REACH), i)
        before = [self.tokens[j] for j in reach if not self._is_aside(j, i)]
        cued = any(denials.is_cue(t) for t in before)
        if any(denials.is_limited(t, following) for t, following in pairwise(before)):
            return None
        missing = self.tags[i] in "NSEJ" and denials.is_missing(self.tokens, i)
        if (
            missing
            or denials.is_unproved(self.tokens, i)
            or (self.tags[i] in "GNJ" and before and before[-1].lower == "not")
        ):
            return True
        token = self.tokens[i]
        denied = judge(self.text, token.start, token.end).polarity == "denied"
        if denied and any(denials.is_cue(t) for t in denials.unbroken(before)):
            return True
        return None if cued or (denied and len(before) == len(reach)) else False

    def _is_aside(self, j: int, i: int) -> bool:
        """Whether a word only says what a noun is, before the verb of the noun: "a treaty banning mines was signed"."""
        return self.tags[j] == "G" and self.tags[j - 1 : j] in ("N", "S") and not {*"XV,"}.isdisjoint(self.tags[j:i])

    @cached_property
    def is_partly_denied(self) -> bool:
        """Whether it denies only of all, or only of the beginning: "not all", "not initially"."""
        return any(denials.is_limited(t, following) for t, following in pairwise(self.tokens))

    def modality(self, i: int) -> str:
        """How the clause of a word is put forward: "asserted", "planned", "possible" …"""
        token = self.tokens[i]
        return judge(self.text, token.start, token.end).modality

    @cached_property
    def has_cue(self) -> bool:
        """Whether any word denies."""
        return any(map(denials.is_cue, self.tokens))

    def cut(self, run: Run) -> str:
        """The words of a half-open range of tokens, as written."""
        return self.text[self.tokens[run[0]].start : self.tokens[run[1] - 1].end]

    def near(self, i: int, reach: int) -> frozenset[str]:
        """What the words around one can meet."""
        first, last = self._clause(i)
        inserted = set() if i in self._inserted else self._inserted
        before = [j for j in range(first, i) if j not in inserted][-reach:]
        return self.keys_of([*before, *[j for j in range(i + 1, last) if j not in inserted][:reach]])

    @cached_property
    def _inserted(self) -> set[int]:
        """The tokens of relative clauses between two commas, before the verb of what they are said of."""
        commas = [j for j, tag in enumerate(self.tags) if tag == ","]
        return {
            j
            for start, end in pairwise(commas)
            if self.tags[start + 1] == "W" and self.tags[end + 1 : end + 2] in tuple("XV")
            for j in range(start, end)
        }

    def _clause(self, i: int) -> Run:
        """The tokens around one up to a "but" or "while": what stands beyond is said of another thing."""
        at = [j for j, t in enumerate(self.tokens) if j and t.lower in _TURNS]
        return max((j for j in at if j < i), default=0), min((j for j in at if j > i), default=len(self.tokens))

    def following(self, i: int, reach: int) -> list[int]:
        """The telling words among the next `reach` tokens."""
        return [k for k in range(i + 1, i + 1 + reach) if k in self.keys]


@lru_cache(maxsize=64)
def read(text: str) -> Sentence:
    """The sentence `text`, ready for contrasts."""
    tokens = tokenize(text)
    tags = _verbal(tokens, tagging.tag(tokens))
    for i, (token, particle) in enumerate(pairwise(tokens)):
        word = lists.phrasal().get((token.base, particle.lower)) if tags[i] in _PREDICATES else None
        tokens[i] = token._replace(base=word) if word else token
    return Sentence(text, tokens, tags)


def _verbal(tokens: Sequence[Token], tags: str) -> str:
    """The tags, with what follows a modal verb at once as a verb too, and a verb where the sentence has none yet.

    "Will supply gas"; "the herb lowers blood pressure".
    """
    modal = (False, *(tag == "X" and lists.is_one_of(t.lower, "modal") for t, tag in zip(tokens, tags, strict=True)))
    tags = "".join("B" if tag == "N" and after else tag for tag, after in zip(tags, modal, strict=False))
    if not {*"VXPBG"}.isdisjoint(tags):
        return tags
    verbs = (i for i, t in enumerate(tokens) if i and tags[i] == "S" and tags[i - 1] in "NE" and t.base in senses("v"))
    at = next(verbs, len(tags))
    return f"{tags[:at]}V{tags[at + 1 :]}" if at < len(tags) - 1 else tags


def _weight(token: Token) -> float:
    if not token.is_word:
        return 0.0
    if token.text[0].isdigit():
        return _NUMBER_WEIGHT
    if len(token.base) < 2 or token.base in stopwords():
        return 0.0
    return max(_LEAST, words.weight(token.base))


def _keys(token: Token) -> Iterable[str]:
    yield f"w:{synonym(token.base)}"
    yield f"s:{denials.stem(token.base)}"
    nation = words.nation(token.text)
    if nation or token.text[0].isupper():
        yield from (f"n:{part}" for part in namekeys.skeletons(nation or token.text))
