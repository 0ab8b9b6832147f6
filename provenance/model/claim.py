"""A factual statement with the passage it stands on."""

from typing import Literal

from provenance.model.base import Model
from provenance.model.span import Span
from provenance.model.values import Name, Quantity, TimeRef

SpeechKind = Literal["direct", "indirect", "mixed"]
Polarity = Literal["affirmed", "denied"]
Modality = Literal["asserted", "planned", "expected", "possible", "conditional", "asked", "ordered", "hypothetical"]
ClaimType = Literal["figure", "date", "quotation", "name", "event", "comparison", "legal_risk", "statement"]


class Attribution(Model):
    """Who says what: reported speech of any kind, opinions too."""

    source: Span | None
    """The words that name the speaker; None when nobody is named."""
    cue: Span | None
    """The reporting words ("said", "according to")."""
    content: Span | None
    """What is reported."""
    speaker: str | None = None
    """The speaker, resolved within the document ("he" → "Abdul Karim")."""
    kind: SpeechKind
    chain: tuple[str, ...] = ()
    """Who passes it on, outermost first: "X told Reuters" → ("Reuters",)."""


class Frame(Model):
    """Who did what to whom, as far as rules on tokens reach; words as written, empty where unknown."""

    actor: str = ""
    action: str = ""
    """Predicate as written ("were killed")."""
    family: str = ""
    """Predicate family of the action (a key of the families file), or empty."""
    undergoer: str = ""
    place: str = ""


class Claim(Model):
    """A factual statement: its passage, its values, who says it and whether it is asserted."""

    id: str
    """Stable: a digest of document id, quote and occurrence, without offsets."""
    span: Span
    """The claim's own words (clause), inside `sentence`."""
    sentence: Span
    """The whole sentence that the claim stands in."""
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeRef, ...] = ()
    names: tuple[Name, ...] = ()
    attribution: Attribution | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    types: tuple[ClaimType, ...] = ()
    frame: Frame = Frame()
    reasons: tuple[str, ...] = ()
    """Which rule made each decision, one line each."""
