"""What other sources tell otherwise than the one that backs a statement."""

from collections.abc import Sequence

from provenance.model import Opposition, Span
from provenance.values import quantities
from provenance.verification.comparison.readings import Reading
from provenance.verification.lookup.tokens import tokenize
from provenance.verification.statements.matched import Told
from provenance.verification.statements.stretches import SAME_THING, TELLING, Draft


def by_age(draft: Draft, passage: Span, told: Sequence[Opposition]) -> tuple[list[Span], list[Opposition]]:
    """Passages with counts that the draft's replaces; and what no older report than its backing `passage` says.

    A draft is newer than all its sources: whether its count is depends on where it is from.
    """
    older = [o.passage for o in told if draft.is_newer(passage.document, o.passage.document)]
    rest = (o for o in told if o.passage not in older)
    return older, [o.model_copy(update={"newer": draft.is_newer(o.passage.document, passage.document)}) for o in rest]


def passages(draft: Draft, passage: Span, read: Sequence[Reading], older: Sequence[Span]) -> tuple[Opposition, ...]:
    """Passages of other documents that say the same but for a value, where one backs the statement; no `older` ones."""
    return tuple(
        Opposition(
            passage=r.passage,
            slots=tuple(s for s in r.slots() if s.verdict == "different"),
            newer=draft.is_newer(r.passage.document, passage.document),
        )
        for r in read
        if r.passage.document != passage.document and _disputes(r) and not any(map(r.passage.overlaps, older))
    )


def _disputes(reading: Reading) -> bool:
    """Whether a passage surely tells the same thing as a statement, and cannot hold beside it.

    Another name alone is another thing, but where it stands in the same words; so is another figure of another time.
    """
    if reading.verdict != "contradicted" or reading.share < SAME_THING:
        return False
    kinds = {d.slot for d in reading.found if d.verdict == "different"}
    if kinds <= {"name"}:
        apart = not any(_share_a_word(d.a, d.b) for d in reading.found if d.verdict == "different")
        return reading.close and apart
    other_time = any(d.slot == "time" and d.b for d in reading.found)
    alike = reading.close or reading.shared >= TELLING or (kinds == {"quantity"} and reading.share == 1)
    return alike and not (other_time and "quantity" in kinds)


def _share_a_word(a: str, b: str) -> bool:
    """Whether two names may be one: "Syria Kurd", "northeastern Syria"."""
    return bool({t.key for t in tokenize(a)} & {t.key for t in tokenize(b)})


def claims(told: Told, passage: Span) -> tuple[Opposition, ...]:
    """What the claims of other documents than that of the backing say otherwise."""
    return tuple(one for one in told.against if one.passage.document != passage.document)


def once(against: Sequence[Opposition]) -> tuple[Opposition, ...]:
    """One passage for each thing that is said otherwise, the first: ten reports of one newer count are one matter."""
    held: dict[frozenset[tuple[str, str]], list[Opposition]] = {}
    for one in against:
        told_there = (o for group in held.values() for o in group if o.passage.overlaps(one.passage))
        if next(told_there, None) is None:
            held.setdefault(_matter(one), []).append(one)
    return tuple(map(_joined, held.values()))


def _joined(group: Sequence[Opposition]) -> Opposition:
    """The first of some passages that say the same, a newer one before others, with the documents of the others."""
    first = next((one for one in group if one.newer), group[0])
    others = {one.passage.document for one in group} - {first.passage.document}
    return first.model_copy(update={"others": tuple(sorted(others))})


def _matter(one: Opposition) -> frozenset[tuple[str, str]]:
    """What an opposition says otherwise: its counts, however written, where it has any, else its words."""
    counts = [s for s in one.slots if s.slot == "quantity" and s.verdict == "different"]
    return frozenset((s.slot, _count(s.b)) for s in counts or one.slots)


def _count(words: str) -> str:
    """ "Nineteen", "19 people": the range that a figure tells; other words as they are, without case and spacing."""
    found = quantities.find(words)
    if len(found) == 1:
        return f"{found[0].low} {found[0].high} {found[0].unit}"
    return " ".join(words.casefold().split())
