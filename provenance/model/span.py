"""Where words stand in a document."""

from typing import Self

from pydantic import Field, model_validator

from provenance.model.base import Model


class Span(Model):
    """A half-open range of Unicode code points: `text[start:end] == quote` always holds."""

    document: str = ""
    """Id of the document; empty for a bare text."""
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str

    @model_validator(mode="after")
    def _length_fits(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"span {self.start}:{self.end} is not as long as its quote {self.quote!r}")
        return self

    def overlaps(self, other: "Span") -> bool:
        """Whether both spans share at least one code point of the same document."""
        return self.document == other.document and self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.document == other.document and self.start <= other.start and other.end <= self.end

    def where(self, other: "Span") -> tuple[int, int]:
        """Where another span of the document begins and ends in the quote of this one."""
        return other.start - self.start, other.end - self.start

    def before(self, other: "Span", most: int | None = None) -> str:
        """What stands in the quote before another span of the document, its last `most` code points."""
        end = other.start - self.start
        return self.quote[0 if most is None else max(0, end - most) : end]

    def after(self, other: "Span", most: int | None = None) -> str:
        """What stands in the quote after another span of the document, its first `most` code points."""
        start = other.end - self.start
        return self.quote[start : None if most is None else start + most]

    def between(self, a: "Span", b: "Span") -> str:
        """What stands in the quote between two spans of the document."""
        return self.quote[a.end - self.start : b.start - self.start]

    def within(self, document: str, offset: int) -> "Span":
        """The same words, `offset` code points further on, in `document`."""
        return Span.made(document=document, start=self.start + offset, end=self.end + offset, quote=self.quote)


def cut(text: str, start: int, end: int, document: str = "") -> Span:
    """The span of `text[start:end]`; raises ValueError when it does not lie inside the text."""
    quote = text[start:end]
    if start < 0 or end - start != len(quote):
        raise ValueError(f"{start}:{end} is no place in a text of {len(text)} code points")
    return Span.made(document=document, start=start, end=end, quote=quote)
