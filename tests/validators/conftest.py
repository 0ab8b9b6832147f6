"""Reports of any size, to hold against schemas and other programs' rules."""

import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from provenance.model import Document, Finding, Notice, Report, SlotComparison, Statement, Waiver, cut
from provenance.policy.rules import rules

SCHEMAS = Path(__file__).parents[1] / "schemas"
LINE = "On day {0} the ferry carried {0} passengers, “{0} more” than before: é 😀 <b>&amp;</b> ]]> [x](1) ‮. \x1b\n"


def document(id_: str, lines: int, path: str) -> Document:
    text = "".join(LINE.format(number) for number in range(lines))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=id_, text=text, sha256=digest, text_sha256=digest, path=path, media_type="text/plain", reader="plain",
        reader_version="1", warnings=("a guess\nwas made",),
    )  # fmt: skip


@pytest.fixture(scope="session")
def sized() -> Callable[[int], Report]:
    """A report with so many findings, of every rule and severity, waived and known ones among them."""

    def make(count: int) -> Report:
        a, b = document("a", max(count, 1), "drafts/a b.md"), document("b", 50, "sources/b:ü.txt")
        starts = [0]
        for number in range(count):
            starts.append(starts[-1] + len(LINE.format(number)))
        findings = [_finding(number, a, b, starts[number]) for number in range(count)]
        stated = [Statement(span=f.a, state="contradicted") for f in findings[:50]]
        notice = Notice(kind="waiver_unused", message="waives nothing", place="provenance.toml: waivers[0]")
        return Report(
            documents=(a, b),
            findings=tuple(findings),
            statements=tuple(stated),
            notices=(notice,),
            unread=("a.pdf: no",),
        )

    return make


def _finding(number: int, a: Document, b: Document, start: int) -> Finding:
    rule = rules()[number % len(rules())]
    waiver = Waiver(reason="by phone", by="A. Editor", expires=date(2030, 1, 1)) if number % 7 == 3 else None
    return Finding(
        id=hashlib.sha256(str(number).encode()).hexdigest(),
        rule=rule.code,
        severity=rule.severity,
        score=0.5 if number % 2 else None,
        message="a source says otherwise ::error:: \n::error::x",
        reasons=("12 is not 15", "the same day"),
        a=cut(a.text, start, start + 40, "a"),
        b=cut(b.text, 3, 90, "b") if number % 3 else None,
        slots=(SlotComparison(slot="quantity", verdict="different", a="12", b="15", reason="12 is not 15"),),
        place="claims/x.yaml:3:1" if number % 5 == 4 else "",
        waived=waiver,
        baseline=("new", "known", None)[number % 3],
    )


@pytest.fixture(scope="session")
def schema() -> Callable[[str], Any]:
    """A JSON schema of tests/schemas by name."""
    return lambda name: json.loads((SCHEMAS / name).read_text("utf-8"))
