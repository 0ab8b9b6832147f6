"""The words a reader meets, one place for all formats: what each relation, state and verdict is called and means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from provenance.model import Decision, Relation, SlotComparison, StatementState, Verdict
from provenance.text.quoting import quoted, unpaired


@dataclass(frozen=True, slots=True)
class Word:
    """How a thing is called: on one item, as a heading, and what it means in a sentence."""

    label: str
    heading: str
    meaning: str

    def counted(self, count: int) -> str:
        """ "1 conflict", "2 conflicts", "0 superseded"."""
        return f"{count:,} {(self.label if count == 1 else self.heading).lower()}"


RELATIONS: Final[dict[Relation | None, Word]] = {
    "conflicts": Word(
        "Conflict",
        "Conflicts",
        "The passages speak of the same thing and say something different about it.",
    ),
    None: Word("To look at", "To look at", "Something a person should look at, with the reason beside it."),
    "supersedes": Word(
        "Superseded",
        "Superseded",
        "A newer passage gives a newer state of the same thing; the older one was not wrong when written.",
    ),
    "corroborates": Word("Agreement", "Agreements", "The passages say the same thing."),
    "related": Word(
        "Related",
        "Related",
        "The passages speak of the same thing, but of different sides of it: neither agreement nor conflict.",
    ),
    "unrelated": Word("Unrelated", "Unrelated", "The passages were compared and speak of different things."),
}
"""In the order in which sections are shown."""

STATES: Final[dict[StatementState, Word]] = {
    "contradicted": Word("Contradicted", "Contradicted", "A source says something different."),
    "unsupported": Word("Unsupported", "Unsupported", "No source given says this: the backup is missing."),
    "partly": Word("Partly supported", "Partly supported", "A source says some of this, not all."),
    "supported": Word("Supported", "Supported", "A source says this."),
    "not_checkable": Word("Not checkable", "Not checkable", "Holds nothing that a source could confirm or contradict."),
}
"""In the order in which a fact-checker works: what needs a hand comes first."""

VERDICTS: Final[dict[Verdict, tuple[str, str]]] = {
    "same": ("=", "agrees"),
    "compatible": ("≈", "fits"),
    "different": ("≠", "differs"),
    "unknown": ("?", "not known"),
}
"""Verdict on one slot: sign and word."""

QUOTATIONS: Final[dict[str, str]] = {
    "verbatim": "word for word",
    "altered": "words were changed",
    "truncated": "words were left out",
    "spliced": "joined from several places",
    "wrong_speaker": "somebody else said it",
    "not_found": "not found in the sources",
}


def number_of(count: int, singular: str, plural: str = "") -> str:
    """ "1 claim", "2 claims", "1,024 claims"."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def decided(decision: Decision) -> str:
    """ "accepted by Ines Moreau, 2021-05-08: both counts are in the text"."""
    return f"{decision.verdict} by {decision.by}, {decision.day}: {decision.reason}"


def reason(slot: SlotComparison) -> str:
    """Why a slot has its verdict, for where its two values stand beside it."""
    return unpaired(slot.reason, slot.a, slot.b)


def beside(slot: SlotComparison) -> str:
    """The values of a slot and why it has its verdict: "“17”, “19”: two exact values that differ"."""
    values = ", ".join(dict.fromkeys(quoted(value) for value in (slot.a, slot.b) if value))
    return ": ".join(part for part in (values, reason(slot)) if part) or "–"


def reach(documents: Sequence[str], origins: Sequence[str]) -> str:
    """How many documents tell a fact, and how many independent origins they have: "4 documents, 1 origin"."""
    return f"{number_of(len(documents), 'document')}, {number_of(len(origins), 'origin')}"


def humane(key: str) -> str:
    """A key of a summary as words: "not_checked" becomes "not checked"."""
    return key.replace("_", " ")


def items_of(values: Mapping[str, Any]) -> list[tuple[str, list[str]]]:
    """A dict of a report (its coverage, say) as headings with lines, whatever its keys."""
    return [(humane(str(key)), _lines(value)) for key, value in values.items()]


def _lines(value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return [f"{humane(str(key))}: {', '.join(_lines(item))}" for key, item in value.items()]
    if isinstance(value, (list, tuple)):
        return [", ".join(_lines(item)) for item in value]
    return [str(value)]
