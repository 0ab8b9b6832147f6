"""JUnit XML: a test suite for each document, a test case for each statement, record or claim in it.

A case fails on a finding at or above `fail_on`; it is an error where the check could not be made, and skipped where
all its findings are waived or known. Findings below stand in the case's output.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree

from provenance.model import Finding, Report, Severity
from provenance.policy.exit_code import counts, is_severe
from provenance.reports.listing import Item, headline, listing, sentence
from provenance.reports.places import Files, Places
from provenance.reports.visible import one_line, visible
from provenance.text.overlaps import Overlaps
from provenance.version import VERSION

UNCHECKED: Final = frozenset(("PV103", "PV105"))
"""Rules that say that a check could not be made: which passage, or which source, is meant is not known."""
_LONGEST_NAME = 120  # code points


@dataclass(slots=True)
class _Case:
    suite: str
    name: str
    items: list[Item] = field(default_factory=list)


def render(report: Report, *, files: Files | None = None, fail_on: Severity = "error") -> str:
    """The report as one `testsuites` element."""
    cases = _cases(report, files)
    suites: dict[str, list[_Case]] = defaultdict(list)
    for case in cases:
        suites[case.suite].append(case)
    root = ElementTree.Element("testsuites", name="provenance")
    if report.unread:
        root.append(_unread(report.unread))
    for name, held in suites.items():
        root.append(_suite(name, held, fail_on))
    for total in ("tests", "failures", "errors"):
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _cases(report: Report, files: Files | None) -> list[_Case]:
    """What was checked, in the report's order, each with its findings; what belongs to none is a case of its own."""
    places = Places(report, files)
    checked = [s for s in report.statements if s.state != "not_checkable"]
    statements = [(s.span, _Case(places.uri(s.span.document), _short(s.span.quote))) for s in checked]
    records = {name: _Case("recorded claims", name) for name in report.records}
    claims = {}
    if not report.statements and not report.records:
        claims = {c.id: _Case(places.uri(c.span.document), _short(c.span.quote)) for c in report.claims}
    others = []
    stated = Overlaps(span for span, _ in statements)
    for item in listing(report, files):
        around = stated.with_span(item.finding.a)[:1]
        homes = _homes(item.finding, records, claims) or [statements[n][1] for n in around]
        if not homes:
            homes = [_Case(item.a.uri, f"{item.finding.rule} {_short(item.finding.a.quote)}")]
            others += homes
        for case in homes:
            case.items.append(item)
    return [*(case for _, case in statements), *records.values(), *claims.values(), *others]


def _homes(finding: Finding, *known: dict[str, _Case]) -> list[_Case]:
    return [cases[name] for cases in known for name in dict.fromkeys(finding.claims) if name in cases]


def _suite(name: str, cases: Sequence[_Case], fail_on: Severity) -> ElementTree.Element:
    suite = ElementTree.Element("testsuite", name=visible(name))
    properties = ElementTree.SubElement(suite, "properties")
    ElementTree.SubElement(properties, "property", name="provenance", value=VERSION)
    for case in cases:
        suite.append(_testcase(case, fail_on))
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(attribute, str(sum(1 for case in suite.iter("testcase") if case.find(tag) is not None)))
    suite.set("tests", str(len(cases)))
    return suite


def _unread(lines: Sequence[str]) -> ElementTree.Element:
    """Inputs that could not be read: a check that could not be made each."""
    count = str(len(lines))
    suite = ElementTree.Element("testsuite", name="inputs", tests=count, failures="0", errors=count, skipped="0")
    for line in lines:
        case = ElementTree.SubElement(suite, "testcase", name=_short(line), classname="inputs")
        ElementTree.SubElement(case, "error", type="unread", message=one_line(line))
    return suite


def _testcase(case: _Case, fail_on: Severity) -> ElementTree.Element:
    element = ElementTree.Element("testcase", name=case.name, classname=visible(case.suite))
    severe: list[Item] = []
    mild: list[Item] = []
    for item in case.items:
        (severe if is_severe(item.finding, fail_on) else mild).append(item)
    failing = [i for i in severe if counts(i.finding)]
    for item in failing:
        element.append(_fault("error" if item.finding.rule in UNCHECKED else "failure", item))
    if severe and not failing:
        element.append(_skipped(severe[0]))
    if mild:
        ElementTree.SubElement(element, "system-out").text = visible("\n".join(map(sentence, mild)))
    return element


def _fault(tag: str, item: Item) -> ElementTree.Element:
    fault = ElementTree.Element(tag, type=visible(item.finding.rule), message=headline(item.finding))
    fault.text = f"{visible(str(item.a))}: {sentence(item)}"
    return fault


def _skipped(item: Item) -> ElementTree.Element:
    return ElementTree.Element("skipped", type=visible(item.finding.rule), message=item.held)


def _short(words: str) -> str:
    line = one_line(words).strip()
    return line if len(line) <= _LONGEST_NAME else f"{line[:_LONGEST_NAME]}…"
