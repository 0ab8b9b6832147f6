"""Each rule as texts that can be run: one that gives the rule, and one close to it that does not."""

import tomllib
from datetime import date
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal

from provenance.model.base import Model
from provenance.model.ledger import Record, RecordedQuantity, RecordedValue
from provenance.model.values import Approximation

NAMES = ("first", "second", "third")
"""What the sources of a case are called."""


class ExampleRecord(Model):
    """A recorded claim: its quote, and where it stands."""

    quote: str
    source: str = "first"
    start: int | None = None
    """None means where the quote stands in its source, or the beginning where it does not."""
    value: str | None = None
    noun: str = ""
    approximation: Approximation = "exact"

    def record(self, text: str) -> Record:
        """The record as the ledger has it, in a source that says `text`."""
        start = max(text.find(self.quote), 0) if self.start is None else self.start
        quantity = {"value": self.value, "noun": self.noun, "approximation": self.approximation}
        values = () if self.value is None else (RecordedValue(quantity=RecordedQuantity.model_validate(quantity)),)
        return Record(
            id="example",
            source=self.source,
            claim="An example.",
            quote=self.quote,
            start=start,
            end=start + len(self.quote),
            values=values,
        )


class Case(Model):
    """Texts that are reviewed together; or a draft, or a record, that is checked against them."""

    sources: tuple[str, ...]
    published: tuple[date, ...] = ()
    """Of each source in turn."""
    draft: str | None = None
    record: ExampleRecord | None = None

    @property
    def texts(self) -> list[tuple[str, str]]:
        """What there is to read, each with what it is called."""
        named = [(name, text) for name, text in zip(NAMES, self.sources, strict=False)]
        dated = [
            (f"{name}, {self.published[n].isoformat()}" if self.published else name, text)
            for n, (name, text) in enumerate(named)
        ]
        if self.draft is not None:
            return [("draft", self.draft), *dated]
        if self.record is not None:
            at = "" if self.record.start is None else f" at {self.record.start}"
            value = "" if self.record.value is None else f" = {self.record.value} {self.record.noun}"
            return [(f"record of {self.record.source}{at}", f"{self.record.quote}{value}"), *dated]
        return dated


@cache
def _cases() -> MappingProxyType[str, MappingProxyType[str, Case]]:
    tables = tomllib.loads(resources.files(__package__).joinpath("examples.toml").read_text("utf-8"))
    return MappingProxyType(
        {
            code: MappingProxyType({which: Case.model_validate(case) for which, case in found.items()})
            for code, found in tables.items()
        }
    )


def case(code: str, which: Literal["example", "counter_example"]) -> Case | None:
    """The case of a rule; None where there is none."""
    return _cases().get(code, MappingProxyType({})).get(which)
