"""Compiles grammar.tsv: each token class set becomes one character, each rule a regular expression over such characters."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from provenance.values.dates.lexicon import SHAPES, WORDS, data_lines, spellings

_PIECE = re.compile(r"(?P<look>\(\?(?:<=|<!|=|!))|(?P<name>[a-z]+):|(?P<word>[A-Za-z0-9]+)|(?P<op>[()|?*+]|\{\d,\d\})")
_FIRST_CODE = 0xE000
_CACHED_LENGTH = 48
"""Longer runs of known words are rare; parsing them again costs less than keeping them."""


class Rule(NamedTuple):
    """One line of the grammar."""

    pattern: re.Pattern[str]
    resolver: str
    argument: str


class Hit(NamedTuple):
    """A rule that matches codes[start:end]."""

    start: int
    end: int
    rule: Rule


def _read_rules() -> list[tuple[str, str, str]]:
    parts: dict[str, str] = {}
    rules = []
    for line in data_lines("grammar.tsv"):
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
    named = {name for names in WORDS.values() for name in names} | set(SHAPES)
    for piece in (m for pattern in patterns for m in _PIECE.finditer(pattern)):
        word = piece["word"]
        if word and word not in named:
            for spelling in spellings(word, False):
                classes.setdefault(spelling, set()).add(word)
    for shape in SHAPES:
        classes[f"\0{shape}"] = {shape}
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


@dataclass(slots=True)
class _Compiler:
    """Recursive descent over a pattern of our own grammar file: gives the regular expression and the codes it can start with."""

    pieces: list[re.Match[str]]
    members: dict[str, str]
    position: int = 0
    names: dict[str, int] = field(default_factory=dict)

    def alternatives(self) -> tuple[str, set[str], bool]:
        regex, first, empty = self.sequence()
        while self.peek() == "|":
            self.position += 1
            more, more_first, more_empty = self.sequence()
            regex, first, empty = f"{regex}|{more}", first | more_first, empty or more_empty
        return regex, first, empty

    def sequence(self) -> tuple[str, set[str], bool]:
        regex, first, empty = "", set[str](), True
        while self.peek() not in ("", "|", ")"):
            part, part_first, part_empty = self.item()
            regex += part
            if empty:
                first |= part_first
                empty = part_empty
        return regex, first, empty

    def item(self) -> tuple[str, set[str], bool]:
        piece = self.pieces[self.position]
        self.position += 1
        opening, name = "(?:", piece["name"]
        if name:
            self.names[name] = number = self.names.get(name, 0) + 1
            opening = f"(?P<{name}_{number}>"
            piece = self.pieces[self.position]
            self.position += 1
        if piece["word"]:
            codes = self.members[piece["word"]]
            regex, first, empty = f"{opening}[{codes}])" if name else f"[{codes}]", set(codes), False
        else:
            inner, first, empty = self.alternatives()
            self.position += 1
            if piece["look"]:
                return f"{piece['look']}{inner})", set(), True
            regex = f"{opening}{inner})"
        while self.peek()[:1] in ("?", "*", "+", "{") and self.peek():
            operator = self.pieces[self.position].group()
            self.position += 1
            regex, empty = f"{regex}{operator}", empty or operator in "?*" or operator.startswith("{0")
        return regex, first, empty

    def peek(self) -> str:
        return self.pieces[self.position].group() if self.position < len(self.pieces) else ""


def _compile() -> tuple[dict[str, str], dict[str, tuple[Rule, ...]]]:
    lines = _read_rules()
    codes, members = _class_codes([pattern for pattern, _, _ in lines])
    index: dict[str, list[Rule]] = {}
    for pattern, resolver, argument in lines:
        compiler = _Compiler(list(_PIECE.finditer(pattern)), members)
        regex, first, _ = compiler.alternatives()
        rule = Rule(re.compile(regex), resolver, argument)
        for code in first:
            index.setdefault(code, []).append(rule)
    return codes, {code: tuple(rules) for code, rules in index.items()}


RESOLVERS = tuple(sorted({resolver for _, resolver, _ in _read_rules()}))
"""Names of the resolvers that the rules use."""
CODES, _INDEX = _compile()
"""Spelling → code; shapes stand under "\\0" and their name."""


def parse(codes: str) -> tuple[Hit, ...]:
    """Leftmost longest expressions in a run of token codes that a boundary token opens and closes."""
    return _parse_cached(codes) if len(codes) <= _CACHED_LENGTH else _parse(codes)


def _parse(codes: str) -> tuple[Hit, ...]:
    hits: list[Hit] = []
    position = 1
    while position < len(codes) - 1:
        best: Hit | None = None
        for rule in _INDEX.get(codes[position], ()):
            match = rule.pattern.match(codes, position, len(codes))
            if match and match.end() > (best.end if best else position):
                best = Hit(position, match.end(), rule)
        if best:
            hits.append(best)
        position = best.end if best else position + 1
    return tuple(hits)


_parse_cached = lru_cache(maxsize=1 << 14)(_parse)
