"""What a newsroom has recorded and stands by: a claim, its verbatim quote, where it stands, the values it holds."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, field_validator, model_validator
from pydantic.json_schema import SkipJsonSchema

from provenance.model.base import Model
from provenance.model.values import Approximation

LedgerVerdict = Literal["accepted", "disputed", "withdrawn"]
MAX_DIGITS = 60
Words = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]


class Recorded(Model):
    """Base of what stands in a ledger file; `place` is where."""

    place: SkipJsonSchema[str] = Field(
        default="",
        exclude=True,
        repr=False,
        description="`file:line:column` in the ledger; set by its reader, never written into it.",
    )


class RecordedQuantity(Recorded):
    """A number with what it counts, as the newsroom understands the quote."""

    value: Decimal | None = Field(
        default=None, allow_inf_nan=False, max_digits=MAX_DIGITS, description="The stated number, written out: 350000."
    )
    low: Decimal | None = Field(
        default=None,
        allow_inf_nan=False,
        max_digits=MAX_DIGITS,
        description="Lower bound, for a range or a vague count.",
    )
    high: Decimal | None = Field(
        default=None,
        allow_inf_nan=False,
        max_digits=MAX_DIGITS,
        description="Upper bound, for a range or a vague count.",
    )
    approximation: Approximation = Field(default="exact", description="How the quote hedges the number.")
    unit: str = Field(default="", description="Canonical unit: USD, %, km; absent for a plain count.")
    noun: str = Field(
        default="", description="The counted noun as the quote writes it; absent means that it is not checked."
    )

    @model_validator(mode="after")
    def _has_a_number(self) -> Self:
        if self.value is None and self.low is None and self.high is None:
            raise ValueError("a quantity needs a value, or a low or high bound")
        return self


class RecordedValue(Recorded):
    """One value of the quote: a quantity, a time or a name."""

    quantity: RecordedQuantity | None = None
    time: Words | None = Field(default=None, description="TIMEX3 value: 2018-02, P2M.")
    name: Words | None = None

    @model_validator(mode="after")
    def _is_one_of_them(self) -> Self:
        if sum(item is not None for item in (self.quantity, self.time, self.name)) != 1:
            raise ValueError("a value is exactly one of quantity, time, name")
        return self


class Decision(Recorded):
    """What a named person decided about the record, and why."""

    verdict: LedgerVerdict
    by: Words
    reason: Words
    on: date

    @field_validator("on", mode="before")
    @classmethod
    def _is_a_day(cls, value: object) -> object:
        # Left to itself, pydantic reads a bare number as seconds since 1970.
        return date.fromisoformat(value) if isinstance(value, str) else value


class Record(Recorded):
    """One claim of the ledger."""

    id: str = Field(
        pattern=r"^[a-z0-9][a-z0-9._-]*$",
        max_length=100,
        description="Short name of the claim, unique in the whole ledger: civilians-in-area.",
    )
    source: Words = Field(description="File name or document id of the source, as sources.yaml lists it.")
    claim: Words = Field(description="The statement in the newsroom's own words.")
    quote: Words = Field(description="The passage, verbatim: the source's text from start to end.")
    start: int = Field(ge=0, description="Offset of the quote in the source's text, in Unicode code points.")
    end: int = Field(ge=0, description="End of the quote, exclusive.")
    prefix: str = Field(default="", description="Words before the quote, where it stands more than once.")
    suffix: str = Field(default="", description="Words after the quote, where it stands more than once.")
    values: tuple[RecordedValue, ...] = ()
    speaker: Words | None = Field(default=None, description="Whom the source names as saying so.")
    decision: Decision | None = None
    meta: dict[str, Any] = Field(default={}, description="Free notes; never read by a check.")

    @model_validator(mode="after")
    def _quote_fits(self) -> Self:
        if self.end - self.start != len(self.quote):
            length = self.end - self.start
            raise ValueError(f"start and end span {length} code points, but the quote has {len(self.quote)}")
        return self
