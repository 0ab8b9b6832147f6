"""Finds time expressions: tokens → runs of known words → grammar → resolvers."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from provenance.model import Span, TimeRef
from provenance.values.dates import absolute, anaphora, clock, counted, distances, holidays, relative, year_parts
from provenance.values.dates.context import Answer, Context, Found
from provenance.values.dates.grammar import HEADS, INNER, RESOLVERS, Hit, parse
from provenance.values.dates.narrowing import narrow
from provenance.values.dates.tokens import Tokens, tokenize

Resolver = Callable[[Found], Answer | None]
_MODULES = (absolute, year_parts, relative, anaphora, distances, counted, clock, holidays)
_HEAD = re.compile(f"[{HEADS}][{INNER}]*")
"""From a token that tells of a time to the end of the tokens that can stand in expressions."""
_INNER = frozenset(INNER)


def _resolver(name: str) -> Resolver:
    for module in _MODULES:
        found: Resolver | None = vars(module).get(name)
        if found is not None and found.__module__ == module.__name__:
            return found
    raise LookupError(f"grammar.tsv names no resolver of ours: {name}")


def find(text: str, reference: date | None = None, *, document: str = "") -> list[TimeRef]:
    """Time expressions of `text` in order, without overlaps; offsets in code points, `start` and `end` half-open days.

    Relative expressions ("Sunday", "last week") are resolved against `reference`, the publication date or dateline;
    without it they are found and stay unresolved.
    """
    tokens = tokenize(text)
    context = Context(tokens, reference)
    found = []
    for hit in _hits(tokens):
        result = _resolve(hit, context)
        if result is not None:
            start, end = tokens.span(hit.start, hit.end)
            found.append(_time_ref(text[start:end], start, document, result))
    return found


def _hits(tokens: Tokens) -> Iterator[Hit]:
    """Matches of the grammar, run by run; a run goes with the token on either side, which rules may look at."""
    codes = tokens.codes
    for tail in _HEAD.finditer(codes):
        offset = tail.start() - 1
        while codes[offset] in _INNER:
            offset -= 1
        for hit in parse(codes[offset : tail.end() + 1]):
            yield Hit(hit.start + offset, hit.end + offset, hit.rule)


def _resolve(hit: Hit, context: Context) -> Answer | None:
    match = hit.rule.pattern.match(context.tokens.codes, hit.start)
    groups: dict[str, tuple[int, int]] = {}
    for name, text in match.groupdict().items() if match else ():
        if text is not None and match is not None:
            plain = name.rpartition("_")[0]
            key = plain if plain not in groups else f"{plain}2"
            groups[key] = match.span(name)
    context.position = hit.start
    found = Found(context, hit.start, hit.end, groups, hit.rule.argument)
    try:
        answer = _BY_NAME[hit.rule.resolver](found)
    except (ValueError, OverflowError):  # a date that no calendar has: 31 June, 9000 years ago
        return None
    if answer is None or answer.start is None or answer.end is None:
        return answer
    start, end = narrow(found.all_words, answer.start, answer.end, context.reference)
    return answer._replace(start=start, end=end)


_BY_NAME = {name: _resolver(name) for name in RESOLVERS}


def _time_ref(quote: str, start: int, document: str, answer: Answer) -> TimeRef:
    span = Span.made(document=document, start=start, end=start + len(quote), quote=quote)
    return TimeRef.made(
        span=span,
        text=quote,
        kind=answer.kind,
        value=answer.value,
        start=answer.start,
        end=answer.end,
        relative_to=answer.relative_to,
    )
