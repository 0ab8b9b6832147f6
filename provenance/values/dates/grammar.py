"""Compiles grammar.tsv.

Words that belong to the same classes share one character, so a text becomes a short string of such codes and each rule
a regular expression over them. Rules are tried where their first code stands; the longest match wins, then the earlier
line.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from provenance import wordlists
from provenance.values.dates.lexicon import COMMON_SHAPES, HERE, SHAPES, WORDS, spellings

_PIECE = re.compile(r"(?P<look>\(\?(?:<=|<!|=|!))|(?P<name>[a-z]+):|(?P<word>[A-Za-z0-9]+)|(?P<op>[()|?*+]|\{\d,\d\})")
_FIRST_CODE = 0xE000
_CACHED_LENGTH = 48
"""Longer runs of known words are rare; parsing them again costs less than keeping them."""


class Rule(NamedTuple):
    """One line of the grammar."""

    regex: str
    resolver: str
    argument: str
    heads: frozenset[str]
    """Codes of which every run that the rule matches in holds at least one."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text first holds one of the heads: few texts need all rules."""
        return _compiled(self.regex)


_compiled = lru_cache(maxsize=None)(re.compile)


class Hit(NamedTuple):
    """A rule that matches codes[start:end]."""

    start: int
    end: int
    rule: Rule


def _read_rules() -> list[tuple[str, str, str]]:
    parts: dict[str, str] = {}
    rules = []
    for line in wordlists.lines(HERE / "grammar.tsv"):
        if "\t" not in line:
            name, _, body = line.partition(" = ")
            parts[name] = f"({_expand(body, parts)})"
            continue
        pattern, resolver, *argument = line.split("\t")
        rules.append((_expand(pattern, parts), resolver, argument[0] if argument else ""))
    return rules


def _expand(pattern: str, parts: dict[str, str]) -> str:
    return re.sub(r"[A-Z]+[A-Z0-9]*", lambda m: parts.get(m.group(), m.group()), pattern)


def _class_codes(patterns: list[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Spelling or shape → code, class → its codes. Words that belong to the same classes share a code."""
    classes = {spelling: set(names) for spelling, names in WORDS.items()}
    classes |= {f"\0{shape}": {shape, "COMMON"} if shape in COMMON_SHAPES else {shape} for shape in SHAPES}
    named = {name for names in classes.values() for name in names}
    for piece in (m for pattern in patterns for m in _PIECE.finditer(pattern)):
        word = piece["word"]
        if word and word not in named:
            for spelling in spellings(word):
                classes.setdefault(spelling, set()).add(word)
    codes: dict[frozenset[str], str] = {}
    members: dict[str, str] = {}
    by_word = {}
    for word, names in classes.items():
        key = frozenset(names)
        if key not in codes:
            codes[key] = chr(_FIRST_CODE + len(codes))
            for name in key:
                members[name] = members.get(name, "") + codes[key]
        by_word[word] = codes[key]
    return by_word, members


class Part(NamedTuple):
    """A compiled piece of a pattern."""

    regex: str
    first: frozenset[str]
    """Codes it can begin with."""
    empty: bool
    """Whether it can match nothing."""
    head: frozenset[str] | None
    """Telling codes of which every match holds at least one; None where common words alone can match."""


_NOTHING = Part("", frozenset(), True, None)


@dataclass(slots=True)
class _Compiler:
    """Recursive descent over one pattern of our own grammar file."""

    pieces: list[tuple[str, str]]
    """Kind and text of each piece; an empty one ends them."""
    words: dict[str, Part]
    """What each class matches: one of its codes."""
    position: int = 0
    names: dict[str, int] = field(default_factory=dict)
    inner: set[str] = field(default_factory=set)
    """Classes that the pattern takes in, as against those it only looks at."""
    looking: bool = False
    seen: frozenset[str] | None = None
    """Telling codes that the pattern looks at, for one that takes in none."""

    def alternatives(self) -> Part:
        result = self.sequence()
        while self.peek() == "|":
            self.position += 1
            more = self.sequence()
            head = None if result.head is None or more.head is None else result.head | more.head
            result = Part(f"{result.regex}|{more.regex}", result.first | more.first, result.empty or more.empty, head)
        return result

    def sequence(self) -> Part:
        result = _NOTHING
        while self.peek() not in ("", "|", ")"):
            part = self.item()
            if result is _NOTHING:
                result = part
                continue
            first = result.first | part.first if result.empty else result.first
            head = result.head if result.head is not None else part.head
            result = Part(result.regex + part.regex, first, result.empty and part.empty, head)
        return result

    def item(self) -> Part:
        kind, text = self.take()
        opening = "(?:"
        if kind == "name":
            self.names[text] = number = self.names.get(text, 0) + 1
            opening = f"(?P<{text}_{number}>"
            kind, text = self.take()
        if kind == "word":
            result = self.words[text]
            if not self.looking:
                self.inner.add(text)
        elif kind == "look":
            self.looking = True
            result = self.alternatives()
            self.looking = False
            self.take()
            if self.seen is None and text in ("(?=", "(?<="):
                self.seen = result.head
            return Part(f"{text}{result.regex})", frozenset(), True, None)
        else:
            result = self.alternatives()
            self.take()
        result = Part(f"{opening}{result.regex})", result.first, result.empty, result.head)
        while self.peek()[:1] in ("?", "*", "+", "{"):
            operator = self.take()[1]
            optional = operator in "?*" or operator.startswith("{0")
            head = None if optional else result.head
            result = Part(result.regex + operator, result.first, result.empty or optional, head)
        return result

    def peek(self) -> str:
        return self.pieces[self.position][1]

    def take(self) -> tuple[str, str]:
        piece = self.pieces[self.position]
        self.position += 1
        return piece


def _compile() -> tuple[dict[str, str], dict[str, list[Rule]], str, str]:
    codes, members = _class_codes([pattern for pattern, _, _ in _LINES])
    common = frozenset(members["COMMON"])
    words = {}
    for name, found in members.items():
        first = frozenset(found)
        words[name] = Part(f"[{found}]", first, False, first if common.isdisjoint(first) else None)
    index: dict[str, list[Rule]] = {}
    inner: set[str] = set()
    heads: set[str] = set()
    for pattern, resolver, argument in _LINES:
        pieces = [(m.lastgroup or "", m[m.lastgroup or 0]) for m in _PIECE.finditer(pattern)]
        compiler = _Compiler([*pieces, ("", "")], words)
        part = compiler.alternatives()
        head = part.head or compiler.seen
        if head is None:
            raise ValueError(f"common words alone match this rule of grammar.tsv: {pattern}")
        inner |= compiler.inner
        heads |= head
        rule = Rule(part.regex, resolver, argument, head)
        for code in part.first:
            index.setdefault(code, []).append(rule)
    return codes, index, "".join(sorted({code for name in inner for code in members[name]})), "".join(sorted(heads))


_LINES = _read_rules()
RESOLVERS = tuple(sorted({resolver for _, resolver, _ in _LINES}))
"""Names of the resolvers that the rules use."""
CODES, _INDEX, INNER, HEADS = _compile()
"""Spelling → code; shapes stand under "\\0" and their name. INNER: the codes that can stand inside an expression.
HEADS: those of which every expression holds one."""


def parse(codes: str) -> tuple[Hit, ...]:
    """Leftmost longest expressions in a run of token codes that a boundary token opens and closes."""
    return _parse_cached(codes) if len(codes) <= _CACHED_LENGTH else _parse(codes)


def _parse(codes: str) -> tuple[Hit, ...]:
    hits: list[Hit] = []
    held = frozenset(codes)
    position = 1
    while position < len(codes) - 1:
        best: Hit | None = None
        for rule in _INDEX.get(codes[position], ()):
            if rule.heads.isdisjoint(held):
                continue
            match = rule.pattern.match(codes, position, len(codes))
            if match and match.end() > (best.end if best else position):
                best = Hit(position, match.end(), rule)
        if best:
            hits.append(best)
        position = best.end if best else position + 1
    return tuple(hits)


_parse_cached = lru_cache(maxsize=1 << 14)(_parse)
