"""Polarity and modality of a clause: is it asserted, denied, planned, doubted, asked?

A report that is denied is not an assertion of the report: what is judged is the statement passed on. Rules on tokens,
linear in the sentence; every step leaves a reason.

`tokens` and `words` know the words; `clauses` stand side by side (`coordination`) or hang on others (`links`);
`parse` finds the verb of each, what negates and what hedges it.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from provenance.extraction.stance import words as lists
from provenance.extraction.stance.clauses import Clause
from provenance.extraction.stance.parse import Parser
from provenance.extraction.stance.words import Taker
from provenance.model.claim import Modality, Polarity

_PASSED_ON = frozenset(
    (
        "deny",
        "doubt",
        "fail",
        "plan",
        "expect",
        "possible",
        "ask",
        "order",
        "say",
        "think",
        "manage",
        "report",
        "unlikely",
        "open",
        "without",
    )
)
"""Links whose clause is what a sentence as a whole is judged by."""
_MODAL_LINKS = {"plan": "planned", "expect": "expected", "possible": "possible", "ask": "asked", "order": "ordered"}
_FREE = frozenset(("root", "adjunct", "relative"))
_PHRASES = ("?", "is to ", "are to ", "was to ", "were to ", "be to ", "has to ", "have to ")
_MARKS = re.compile("[.,;:!()\\[\\]{}\"'“”‘’«»—–/…-]")


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause is put forward."""

    polarity: Polarity
    modality: Modality
    reasons: tuple[str, ...]
    """One line a rule, with its words, outermost first; empty for a plain assertion."""


_PLAIN = Stance("affirmed", "asserted", ())


@dataclass(slots=True)
class _State:
    denied: bool = False
    modality: str = "asserted"


def judge(sentence: str, start: int, end: int) -> Stance:
    """Polarity and modality of `sentence[start:end]`, half-open code points, within its sentence.

    A range that holds several clauses is judged by its main one, and that by the statement it passes on ("denied
    that …", "failed to …", "plans to …"). Raises nothing for 0 <= start <= end <= len(sentence).
    """
    if _is_plain(sentence):
        return _PLAIN
    parser = _parse(sentence)
    target = _target(parser, start, end)
    state = _State()
    reasons: list[str] = []
    for number in _path(parser.clauses, target):
        _enter(parser.clauses, number, state, reasons)
        _local(parser.clauses[number], state, reasons)
    _condition(parser, target, state, reasons)
    return Stance("denied" if state.denied else "affirmed", state.modality, tuple(reasons))  # type: ignore[arg-type]


@lru_cache(maxsize=64)
def _is_plain(sentence: str) -> bool:
    """Whether nothing in the sentence negates, hedges, plans or asks: most sentences are done here."""
    lower = sentence.lower()
    if any(map(lower.__contains__, _PHRASES)) or lower.startswith(("had ", "were ")):
        return False
    found = lists.MARKERS.intersection(_MARKS.sub(" ", lower).split())
    return not found or (" to " not in lower and found <= lists.INFINITIVE_MARKERS)


@lru_cache(maxsize=64)
def _parse(sentence: str) -> Parser:
    """The clauses of a sentence; kept, because the claims of one sentence are judged one after the other."""
    return Parser(sentence)


def _path(clauses: list[Clause], target: int) -> list[int]:
    """From the outermost clause that bears on `target` down to it."""
    path = [target]
    while clauses[path[-1]].link not in _FREE and clauses[path[-1]].parent >= 0:
        path.append(clauses[path[-1]].parent)
    return path[::-1]


def _target(parser: Parser, start: int, end: int) -> int:
    """The clause that a range is judged by."""
    clauses = parser.clauses
    if not parser.owner:
        return 0
    first, last = 0, parser.count - 1
    if start or end < parser.length:
        starts = parser.starts()
        first, last = bisect_left(starts, start), bisect_left(starts, end) - 1
    if first > last:
        return parser.owner[max(0, first - 1)]
    # A clause without a head may have a verb that no list knows.
    owner = parser.owner[first : last + 1]
    heads = [n for n, c in enumerate(clauses) if first <= c.head <= last or (c.head < 0 and owner.count(n) > 2)]
    if not heads:
        return parser.owner[first]
    best = min(heads, key=lambda n: (_depth(clauses, n), n))
    return _statement(parser, best, first, last)


def _depth(clauses: list[Clause], number: int) -> int:
    depth = 0
    while number >= 0:
        depth += 2 if clauses[number].link in ("adjunct", "relative", "if") else 1
        number = clauses[number].parent
    return depth


def _statement(parser: Parser, number: int, first: int, last: int) -> int:
    """The statement that clause `number` passes on, as far as it lies in the range."""
    clauses = parser.clauses
    seen = 0
    while seen < len(clauses):
        seen += 1
        clause, content = clauses[number], clauses[number].content
        inside = content >= 0 and first <= _place(parser, clauses[content]) <= last
        if not inside or clauses[content].link not in _PASSED_ON:
            break
        if clause.head > clauses[content].start and not clause.verdict:  # it is the subject: "Their refusal to …"
            break
        if not _is_predicate(parser, clause, clauses[content].by_at):
            break
        if clause.negations and clauses[content].link in ("say", "open") and clauses[content].by not in lists.UNSETTLED:
            break
        number = content
    return number


def _place(parser: Parser, clause: Clause) -> int:
    """The token of the clause's verb or, where no list knows that of a that-clause, its first."""
    return clause.start if clause.head < 0 and parser.lower[clause.start] == "that" else clause.head


def _is_predicate(parser: Parser, clause: Clause, at: int) -> bool:
    """Whether the taker at token `at` is what the clause says, not part of a phrase beside it."""
    between = parser.lower[clause.head + 1 : at] if 0 <= clause.head < at else []
    if between[:1] == ["in"] and parser.lower[clause.head] in lists.CAME_TO_NOTHING:
        between = between[1:]  # "failed in his bid"
    return not any(word == "," or (word in lists.PREPOSITION and word not in ("to", "of", "under")) for word in between)


def _enter(clauses: list[Clause], number: int, state: _State, reasons: list[str]) -> None:
    """What the link to the clause above does."""
    clause = clauses[number]
    if clause.parent < 0 or clause.link in _FREE:
        state.denied, state.modality = False, "asserted"
        return
    parent = clauses[clause.parent]
    if parent.verdict:
        _effect(parent.verdict, state)
        reasons.append(f"verdict on the report: {parent.verdict_by!r}")
        return
    _effect(clause.link, state)
    if clause.link not in ("say", "manage", "think"):
        reasons.append(f"{clause.link}: stands under {clause.by!r}")


def _effect(effect: str, state: _State) -> None:
    """Change `state`, that of the taker, into that of what it takes."""
    if effect in ("deny", "unlikely", "doubt"):
        if state.denied:
            state.modality = "possible" if effect == "deny" else "asserted"
        else:
            state.modality = {"unlikely": "expected", "doubt": "possible"}.get(effect, state.modality)
        state.denied = not state.denied
    elif effect in ("fail", "without"):
        state.denied = not state.denied
    elif effect == "report":
        state.modality = state.modality if state.denied else "possible"
    elif effect == "say":
        if state.denied:
            state.denied, state.modality = False, "possible"
    elif effect == "know":
        state.denied, state.modality = False, "asserted"
    elif effect in ("open", "if", "as_if"):
        state.denied = False
        state.modality = {"open": "possible", "if": "conditional"}.get(effect, "hypothetical")
    elif effect in _MODAL_LINKS and state.modality == "asserted":
        state.modality = _MODAL_LINKS[effect]


def _local(clause: Clause, state: _State, reasons: list[str]) -> None:
    """What stands in the clause itself."""
    negations = clause.negations
    if clause.not_until and clause.modal not in ("will", "would", "can", "could", "may", "shall", "must"):
        negations = []
    for word in negations:
        state.denied = not state.denied
        reasons.append(f"negation {word!r}")
    if clause.modality != "asserted" and state.modality == "asserted":
        ability = clause.modal in ("can", "could", "cannot") and len(negations) % 2
        if not ability:
            state.modality = clause.modality
            reasons.append(f"modality {clause.modality}: {clause.modality_by!r}")
    if clause.own:
        _effect(clause.own, state)
        reasons.append(f"{clause.own}: {clause.own_by!r}")


def _condition(parser: Parser, target: int, state: _State, reasons: list[str]) -> None:
    """Conditions that hang on the clause, questions, and predicates that speak of the clause itself."""
    clause = parser.clauses[target]
    if clause.content < 0:
        _own_predicate(parser, clause, state, reasons)
        if clause.verdict == "deny":
            _effect("deny", state)
            reasons.append(f"verdict on the report: {clause.verdict_by!r}")
    if clause.link == "root":
        if any(c.link == "if" and c.parent == target for c in parser.clauses) and state.modality != "hypothetical":
            state.modality = "conditional"
            reasons.append("conditional: under a condition")
        if parser.raw and parser.raw[-1] == "?":
            state.modality = "asked"
            reasons.append("asked: question mark")
    elif clause.link == "if" and (clause.modal == "had" or parser.clauses[clause.parent].modality == "hypothetical"):
        state.modality = "hypothetical"


def _own_predicate(parser: Parser, clause: Clause, state: _State, reasons: list[str]) -> None:
    """ "Snow is unlikely", "a storm is expected": the predicate speaks of its own clause."""
    for at, taker in clause.cues:
        before = parser.lower[at - 1] if at else ""
        predicate = before in lists.BE or before == "not" or before in lists.LIGHT_ADVERB
        if predicate and clause.head <= at and _speaks_of_itself(taker, parser.lower[at]):
            _effect(taker.effect, state)
            reasons.append(f"{taker.effect}: {parser.lower[at]!r}")
            return


def _speaks_of_itself(taker: Taker, word: str) -> bool:
    if taker.kind == "word":
        return taker.effect in ("unlikely", "expect", "possible") or (taker.effect, taker.complements) == ("deny", "ti")
    return word in lists.PASSIVE_OPEN and taker.effect in ("plan", "expect", "possible")
