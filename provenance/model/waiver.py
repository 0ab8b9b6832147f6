"""Why a finding is let through, and what else a run has to say about its own settings."""

from datetime import date
from typing import Literal

from provenance.model.base import Model

BaselineState = Literal["new", "known"]
NoticeKind = Literal["waiver_unused", "waiver_expired", "waiver_unreadable", "baseline_gone", "scope"]


class Waiver(Model):
    """A named person's word that a finding may stand; the finding stays in the report and does not count."""

    reason: str
    by: str
    expires: date | None = None
    """The last day on which it holds."""
    place: str = ""
    """Where it is written: "provenance.toml: waivers[0]"."""


class Notice(Model):
    """Something to know about the run itself: a waiver without use, a finding that is gone, what was left out."""

    kind: NoticeKind
    message: str
    place: str = ""
    """Where it can be mended."""
