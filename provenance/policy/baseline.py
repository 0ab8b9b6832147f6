"""The baseline: findings that were there when checking began; they pass, whatever is new or changed does not.

It holds ids of findings, not places: lines inserted above change nothing, a changed digit in a passage makes a finding
new. Waived and decided findings are not in it, so that they come back when the waiver expires or the decision is stale.
"""

import json
from collections.abc import Collection, Iterable

from pydantic import ValidationError

from provenance.errors import ConfigError
from provenance.model import Finding, Notice
from provenance.model.base import Model

VERSION = "1.0"
_SHOWN = 80
"""Code points of a passage kept for whoever reads the file."""


class Known(Model):
    """One finding of a baseline; the id alone decides, the rest is for people."""

    id: str
    rule: str
    document: str
    quote: str


class Baseline(Model):
    """The file: findings by id."""

    schema_version: str = VERSION
    findings: tuple[Known, ...]


def of(findings: Iterable[Finding]) -> Baseline:
    """The baseline that knows these findings, but for those waived or decided; in the order of their ids."""
    kept = {finding.id: finding for finding in findings if finding.waived is None and finding.decision is None}
    known = (
        Known(id=id_, rule=f.rule, document=f.a.document, quote=" ".join(f.a.quote.split())[:_SHOWN])
        for id_, f in sorted(kept.items())
    )
    return Baseline(findings=tuple(known))


def dump(baseline: Baseline) -> str:
    """The file's text, one finding a line, so that a change shows as lines of a diff."""
    lines = ",\n".join("    " + json.dumps(known.model_dump()) for known in baseline.findings)
    head = f'{{\n  "schema_version": {json.dumps(baseline.schema_version)},\n  "findings": ['
    return f"{head}\n{lines}\n  ]\n}}\n" if lines else f"{head}]\n}}\n"


def parse(text: str, place: str) -> Baseline:
    """The baseline of a file's text; raises ConfigError."""
    remedy = "Write it anew with --write-baseline"
    try:
        baseline = Baseline.model_validate(json.loads(text))
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"]))
        wrong = f'"{where}" is missing or of another kind' if where else "it holds no findings"
        raise ConfigError(f"is no baseline: {wrong}", place=place, remedy=remedy) from None
    except (ValueError, RecursionError):
        raise ConfigError("is no baseline: it is not JSON", place=place, remedy=remedy) from None
    if baseline.schema_version.split(".")[0] != VERSION.split(".")[0]:
        message = f'has schema version "{baseline.schema_version[:20]}", this program reads {VERSION}'
        raise ConfigError(message, place=place, remedy=remedy)
    return baseline


def mark(
    findings: Iterable[Finding], baseline: Baseline, *, judged: Collection[str], whole: bool = True
) -> tuple[list[Finding], list[Notice]]:
    """The findings, each marked "new" or "known", and a notice for each known one that is gone.

    Nothing is told gone that this run could not give (its rule is none of `judged`), or when it looked at a part only.
    """
    ids = {known.id for known in baseline.findings}
    marked = [f.model_copy(update={"baseline": "known" if f.id in ids else "new"}) for f in findings]
    if not whole:
        return marked, []
    there = {finding.id for finding in marked}
    gone = [known for known in baseline.findings if known.id not in there and known.rule in judged]
    return marked, [
        Notice(kind="baseline_gone", message=f'known finding {k.id[:12]} ({k.rule}, {k.document}) is gone: "{k.quote}"')
        for k in gone
    ]
