"""Where people decide: the report with today's decisions, and the page with a form for each finding."""

import datetime
import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from provenance.config import Config
from provenance.errors import UsageError
from provenance.model import Finding, Report, Span
from provenance.policy import decisions
from provenance.reports import html
from provenance.reports.places import Files
from provenance.reports.view import View
from provenance.store import checked, database, deciding
from provenance.web.access import same_secret
from provenance.web.page import Page, styled

if TYPE_CHECKING:
    from jinja2 import Environment

PATH: Final = "/decisions"
_TEMPLATES: Final = Path(__file__).parent / "templates"
_FIELDS: Final = ("csrf", "finding", "verdict", "reason", "by")


@dataclass(slots=True)
class Desk:
    """A report that was made from a store, and the store's journal; safe to use from many threads."""

    report: Report
    store: str
    config: Config
    files: Files = field(default_factory=Files, repr=False)
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    """Stands in every form of this start; no other site can read it."""
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _shown: tuple[str, Page] | None = field(default=None, repr=False)
    """The report's page with the checkpoint that it was made at."""

    def today(self) -> Report:
        """The report with the decisions that the journal holds now, whoever wrote them."""
        with database.open(self.store, read_only=True) as opened:
            known, checkpoint = opened.decisions()
        weighed = decisions.weigh(self.report, known, self.config)
        return weighed.model_copy(update={"checkpoint": str(checkpoint)})

    def page(self) -> Page:
        """The report's page; made anew when the journal has grown."""
        report = self.today()
        with self._lock:
            if self._shown is None or self._shown[0] != report.checkpoint:
                self._shown = (str(report.checkpoint), Page.of(report, decide=PATH, files=self.files))
            return self._shown[1]

    def forms(self, error: str = "") -> Page:
        """The page with a form for each finding above "info", and for each that was decided about; those last."""
        from markupsafe import Markup

        report = self.today()
        known = {decision.finding: decision for decision in report.decisions}
        found = [f for f in _once(report.findings) if f.severity != "info" or f.id in known]
        text = (
            _environment()
            .get_template("decisions.html.j2")
            .render(
                findings=sorted(found, key=lambda f: f.id in known and not known[f.id].stale),
                decisions=known,
                sentences={claim.span: claim.sentence.quote for claim in report.claims},
                cited=_cited(found, View(report, self.files)),
                verdicts=decisions.VERDICTS,
                checkpoint=report.checkpoint,
                csrf=self.csrf,
                error=error,
                style=Markup(_style()),  # ours, and without "<"
            )
        )
        return styled(text, forms=True)

    def is_ours(self, form: Mapping[str, list[str]]) -> bool:
        """Does the form hold this start's secret, once?"""
        given = form.get("csrf", [])
        return len(given) == 1 and same_secret(given[0], self.csrf)

    def decide(self, form: Mapping[str, list[str]]) -> str:
        """Writes the decision of a form into the journal; the finding's id. Raises UsageError and StoreError."""
        given = {name: form.get(name, [""])[0] for name in _FIELDS}
        if any(len(values) != 1 for values in form.values()) or set(form) - set(_FIELDS):
            raise UsageError("the form is not one of this page")
        item = next((item for item in checked.of(self.report) if item.finding.id == given["finding"]), None)
        if item is None:
            raise UsageError("the report holds no such finding", remedy="Start again where the sources have changed")
        now = datetime.datetime.now(datetime.UTC)
        ruling = deciding.ruling(given["verdict"], given["reason"], given["by"], now)
        with database.open(self.store) as opened:
            return opened.decide(item, ruling).finding


def _cited(findings: list[Finding], view: View) -> dict[Span, str]:
    """Whose words each passage is, and where they stand: "Harbour report · Port Gazette, 2021-05-04 · line 3"."""
    return {
        span: " · ".join(part for part in (source.label, source.imprint, str(source.where(span))) if part)
        for finding in findings
        for span in (finding.a, finding.b)
        if span is not None and (source := view.by_id.get(span.document)) is not None
    }


def _once(findings: tuple[Finding, ...]) -> list[Finding]:
    return list({finding.id: finding for finding in findings}.values())


@cache
def _style() -> str:
    return (_TEMPLATES / "decisions.css").read_text(encoding="utf-8").strip()


@cache
def _environment() -> "Environment":
    return html.environment(_TEMPLATES)
