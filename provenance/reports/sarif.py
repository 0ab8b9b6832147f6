"""SARIF 2.1.0: for code scanning and every other tool that shows results in files.

The rules are those of the registry; the second passage is a related location that the message links. Results are kept
apart by `partialFingerprints`: GitHub's line hash, and the finding's own id, which holds no line number.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final
from urllib.parse import quote as percent

from provenance.model import Document, Report, Severity
from provenance.policy.rules import Rule, rules
from provenance.reports import listing
from provenance.reports.held import told as notice_told
from provenance.reports.linehash import line_hashes
from provenance.reports.listing import Item
from provenance.reports.places import File, Files, Place, Places, Region
from provenance.reports.plain import dump
from provenance.reports.visible import one_line
from provenance.reports.wording import number_of
from provenance.version import VERSION

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS: Final = 25_000
"""As many as GitHub takes of one run; those left out are the least severe, and a notification tells how many."""
_MOST_TEXT = 1024  # code points of a rule's descriptions
_LEVELS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "note": "note", "info": "note"}
_PROBLEMS: Final[dict[Severity, str]] = {
    "error": "error", "warning": "warning", "note": "recommendation", "info": "recommendation",
}  # fmt: skip
_DRIVE = re.compile(r"[A-Za-z]:/")
_NOTIFICATIONS: Final = (
    ("cut", "ResultsLeftOut", "Results were left out, because a run may hold so many and no more."),
    ("unread", "InputNotRead", "An input could not be read, and was not checked."),
    ("notice", "AboutTheRun", "Something to know about the settings of the run."),
    ("document", "AboutADocument", "Something to know about a document as read."),
)
_BASELINES: Final = {"new": "new", "known": "unchanged"}


def render(report: Report, *, files: Files | None = None, most: int = MOST_RESULTS, indent: int | None = None) -> str:
    """The report as one SARIF log with one run; at most `most` results, the most severe ones."""
    items = listing.listing(report, files)
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, items, Places(report, files), most)]}
    return dump(log, indent=indent) + "\n"


def _run(report: Report, items: Sequence[Item], places: Places, most: int) -> dict[str, Any]:
    shown = items[:most]
    numbers = {rule.code: number for number, rule in enumerate(rules())}
    results = _Results(report, shown, numbers)
    return {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "defaultSourceLanguage": "en",
        "artifacts": [_artifact(document, places) for document in report.documents],
        "invocations": [
            {
                "executionSuccessful": not report.unread,
                "toolExecutionNotifications": _notifications(report, len(items), most),
            }
        ],
        "results": [results.result(item) for item in shown],
    }


def _driver() -> dict[str, Any]:
    return {
        "name": "provenance",
        "fullName": f"provenance {VERSION}",
        "version": VERSION,
        "semanticVersion": VERSION,
        "rules": [_rule(rule) for rule in rules()],
        "notifications": [_kind(*told) for told in _NOTIFICATIONS],
    }


def _kind(id_: str, name: str, text: str) -> dict[str, Any]:
    described = {"shortDescription": {"text": text}, "fullDescription": {"text": text}, "help": {"text": text}}
    return {"id": id_, "name": name, **described}


def _rule(rule: Rule) -> dict[str, Any]:
    told = (
        ("Example", rule.example),
        ("Not this", rule.counter_example),
        ("What to do", rule.remedy),
        ("Measured", rule.measured),
    )
    parts = [rule.explanation, *(f"{word}: {text}" for word, text in told if text)]
    markdown = [rule.explanation, *(f"**{word}:** {text}" for word, text in told if text)]
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary[:_MOST_TEXT]},
        "fullDescription": {"text": rule.explanation[:_MOST_TEXT]},
        "help": {"text": "\n\n".join(parts), "markdown": "\n\n".join(markdown)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["fact-checking"], "problem.severity": _PROBLEMS[rule.severity]},
    }


def _artifact(document: Document, places: Places) -> dict[str, Any]:
    return {
        "location": {"uri": uri(places.uri(document.id))},
        "mimeType": document.media_type,
        "hashes": {"sha-256": document.sha256},
        "properties": {"document": document.id, "reader": f"{document.reader} {document.reader_version}"},
    }


def _notifications(report: Report, count: int, most: int) -> list[dict[str, Any]]:
    told = []
    if count > most:
        text = (
            f"{number_of(count - most, 'finding')} of {count:,} left out, the least severe ones: "
            f"a run holds at most {most:,} results. The formats json and html hold all."
        )
        told.append(_notification("cut", "warning", text))
    told += [_notification("unread", "error", line) for line in report.unread]
    told += [_notification("notice", "warning", notice_told(notice)) for notice in report.notices]
    for document in report.documents:
        told += [_notification("document", "note", f"{document.path or document.id}: {w}") for w in document.warnings]
    return told


def _notification(id_: str, level: str, text: str) -> dict[str, Any]:
    return {"descriptor": {"id": id_}, "level": level, "message": {"text": one_line(text)}}


class _Results:
    """Findings as results; knows what they share: line hashes, the numbers of rules and artifacts."""

    def __init__(self, report: Report, items: Sequence[Item], rule_numbers: dict[str, int]) -> None:
        self._rules = rule_numbers
        self._artifacts = {document.id: number for number, document in enumerate(report.documents)}
        self._hashes = _hashes(items)
        self._are_some_suppressed = any(_suppressions(item) for item in items)

    def result(self, item: Item) -> dict[str, Any]:
        """One result object."""
        finding = item.finding
        related = _related(item)
        rule = {} if finding.rule not in self._rules else {"ruleIndex": self._rules[finding.rule]}
        number = self._artifacts.get(finding.a.document)
        return {
            "ruleId": finding.rule,
            **rule,
            "level": _LEVELS[finding.severity],
            "message": {"text": _message(item)},
            "locations": [{"physicalLocation": _physical(item.a, number)}],
            **({"relatedLocations": related} if related else {}),
            "partialFingerprints": self._fingerprints(item),
            **self._state(item),
            **({} if finding.score is None else {"rank": round(100 * min(max(finding.score, 0.0), 1.0), 2)}),
        }

    def _fingerprints(self, item: Item) -> dict[str, str]:
        known = self._hashes.get(item.a.file, {}).get(item.a.region.start_line) if item.a.file else None
        return {
            **({"primaryLocationLineHash": known} if known else {}),
            "provenance/finding/v1": item.finding.id,
        }

    def _state(self, item: Item) -> dict[str, Any]:
        """Suppressions, which all results of a run have or none, and what the baseline knows."""
        state: dict[str, Any] = {}
        if self._are_some_suppressed:
            state["suppressions"] = _suppressions(item)
        if item.finding.baseline is not None:
            state["baselineState"] = _BASELINES[item.finding.baseline]
        return state


def _suppressions(item: Item) -> list[dict[str, str]]:
    """What a person has waived or settled; what the baseline knows is told by its state."""
    if item.finding.waived is None and item.finding.decision is None:
        return []
    return [{"kind": "external", "status": "accepted", "justification": item.held}]


def _hashes(items: Iterable[Item]) -> dict[File, dict[int, str]]:
    """The line hashes that the results need, for the files whose own text is known."""
    lines: dict[File, set[int]] = defaultdict(set)
    for item in items:
        if item.a.file is not None and item.a.file.own is not None:
            lines[item.a.file].add(item.a.region.start_line)
    return {file: line_hashes(file.own or "", wanted) for file, wanted in lines.items()}


def _message(item: Item) -> str:
    """As `listing.sentence`, with links to the related locations; nothing in a source can be a link."""
    finding = item.finding
    text = _inert(f"{listing.headline(finding)}.{listing.own_words(finding)}")
    number = 0
    if finding.b is not None and item.b is not None:
        number += 1
        text += f" [{_link_text(item.b)}]({number}): {_inert(listing.quoted(finding.b.quote))}"
    if item.record is not None:
        text += f" Recorded in [{_link_text(item.record)}]({number + 1})."
    return text


def _related(item: Item) -> list[dict[str, Any]]:
    others = []
    if item.finding.b is not None and item.b is not None:
        others.append((item.b, "The other passage."))
    if item.record is not None:
        others.append((item.record, "The record."))
    return [
        {"id": number, "physicalLocation": _physical(place), "message": {"text": text}}
        for number, (place, text) in enumerate(others, 1)
    ]


def _inert(text: str) -> str:
    """Words that hold no embedded link, which would be `[words](1)`."""
    return text.replace("](", "] (")


def _link_text(place: Place) -> str:
    return str(place).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _physical(place: Place, artifact: int | None = None) -> dict[str, Any]:
    index = {} if artifact is None else {"index": artifact}
    return {"artifactLocation": {"uri": uri(place.uri), **index}, "region": _region(place.region)}


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.start_line,
        "startColumn": region.start_column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def uri(path: str) -> str:
    """A path as a URI reference: percent-encoded, relative where it is relative, without "./" in front."""
    drive = _DRIVE.match(path)
    parts = [part for part in path[drive.end() if drive else 0 :].split("/") if part not in ("", ".")]
    encoded = "/".join(percent(part, safe="", errors="replace") for part in parts) or "unnamed"
    return f"file:///{drive[0] if drive else ''}{encoded}" if drive or path.startswith("/") else encoded
