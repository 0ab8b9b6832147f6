"""What can be set, with defaults, examples and meanings: the one place that files, schema and documents follow."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.json_schema import SkipJsonSchema

Severity = Literal["error", "warning", "note", "info"]
Score = Annotated[float, Field(ge=0, le=1, strict=True)]
Words = Annotated[str, StringConstraints(min_length=1, pattern=r"\S", max_length=2_000)]
FindingId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8,64}$")]
"""A finding's id, or at least its first eight digits."""


class Settings(BaseModel):
    """Base of what stands in a settings file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Thresholds(Settings):
    """Scores (0 to 1) that a relation needs to keep its severity; a less sure one is reported as `info`."""

    conflicts: Score = Field(default=0.0, description="Of PV301: two passages say different things.")
    supersedes: Score = Field(default=0.0, description="Of PV302: a later passage gives a newer count.")
    corroborates: Score = Field(default=0.0, description="Of PV303: two passages say the same.")
    related: Score = Field(default=0.0, description="Of PV304: two passages speak of the same matter.")


class WaiverTable(Settings):
    """A finding that may stand, named by its id, or by its rule with a document or claim."""

    reason: Words = Field(description="Why it may stand.")
    by: Words = Field(description="Who says so.")
    expires: date | str | None = Field(
        default=None,
        description="The last day on which it holds, YYYY-MM-DD; a day that cannot be read waives nothing.",
    )
    finding: FindingId | None = Field(
        default=None, description="Id of the finding, or its beginning (eight digits or more)."
    )
    rule: Words | None = Field(default=None, description='Code or name of the rule: "PV301", "conflict".')
    document: Words | None = Field(
        default=None, description="Id, path or file name of a document that the finding stands in."
    )
    claim: Words | None = Field(default=None, description="Id of a claim or record that the finding is about.")
    place: SkipJsonSchema[str] = Field(
        default="", exclude=True, description="Where it is written; set by the reader of the file."
    )

    @model_validator(mode="after")
    def _names_a_finding(self) -> Self:
        if self.finding is None and (self.rule is None or (self.document is None and self.claim is None)):
            raise ValueError("a waiver names a finding, or a rule with a document or claim")
        return self


class Config(Settings):
    """Settings; the defaults are what holds without a file."""

    sources: tuple[Path, ...] = Field(
        default=(), examples=[["sources"]], description="Files and folders with the source documents."
    )
    ledger: tuple[Path, ...] = Field(
        default=(), examples=[["claims"]], description="Files and folders with recorded claims."
    )
    drafts: tuple[Path, ...] = Field(
        default=(), examples=[["articles"]], description="Files and folders with the articles to check."
    )
    store: Path | None = Field(
        default=None, examples=["newsroom.sqlite"], description="The store that commands use when --store names none."
    )
    select: tuple[str, ...] = Field(
        default=(),
        examples=[["PV1", "PV301"]],
        description='Rule codes or their beginnings ("PV1") to report; empty means all.',
    )
    ignore: tuple[str, ...] = Field(
        default=(),
        examples=[["PV304"]],
        description="Rule codes or their beginnings to leave out; stronger than select.",
    )
    severity: dict[str, Severity] = Field(
        default={}, examples=[{"PV302": "warning"}], description="Rule code to severity, instead of the rule's own."
    )
    fail_on: Severity = Field(
        default="error", examples=["warning"], description="Lowest severity that makes a run fail."
    )
    thresholds: Thresholds = Field(
        default=Thresholds(),
        examples=[{"corroborates": 0.4}],
        description="Relation to the score below which it is only info.",
    )
    waivers: tuple[WaiverTable, ...] = Field(
        default=(),
        examples=[[{"finding": "3f8a91c2", "reason": "agency corrected it by phone", "by": "A. Editor"}]],
        description="Findings that may stand: each with a reason and a name, if need be with a last day.",
    )
    waiver_files: tuple[Path, ...] = Field(
        default=(), examples=[["waivers.toml"]], description="Further TOML files that hold [[waivers]] tables."
    )
    baseline: Path | None = Field(
        default=None,
        examples=["baseline.json"],
        description="File of findings that are known and do not fail a run;"
        " `provenance check --write-baseline` makes it.",
    )
    file: SkipJsonSchema[Path | None] = Field(
        default=None, exclude=True, description="The file that the settings were read from; not a key of that file."
    )
    places: SkipJsonSchema[dict[str, str]] = Field(
        default={},
        exclude=True,
        description='Key to where its value was given: "provenance.toml:3", "PROVENANCE_FAIL_ON", "--fail-on".',
    )

    def digest(self) -> str:
        """SHA-256 of the settings that the outcome depends on, without paths, which differ by machine."""
        values = self.model_dump(mode="json", exclude={*PATHS, *INTERNAL})
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


INTERNAL = ("file", "places")
KEYS = tuple(name for name in Config.model_fields if name not in INTERNAL)
"""What a settings file can hold."""
PATHS = ("sources", "ledger", "drafts", "store", "waiver_files", "baseline")
"""Those that are paths, relative to the file that names them."""
