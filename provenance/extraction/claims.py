"""Sentences and values to claims."""

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from provenance.extraction import attribution, clauses, frames, quotations, stance, worthiness
from provenance.extraction.lexicon import Mention, mentions
from provenance.extraction.tokens import Token, tokenize
from provenance.model import Attribution, Claim, Document, Name, Quantity, Span, TimeRef, cut
from provenance.text import sentences
from provenance.values import dates, names, quantities

Range = tuple[int, int]


@dataclass(slots=True)
class Values:
    """Everything with a value in one stretch of text, in order of place."""

    quantities: list[Quantity] = field(default_factory=list)
    times: list[TimeRef] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    quoted: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Extraction:
    """The claims of a document, in order of place, and every value that stands in it, claimed or not."""

    claims: list[Claim]
    values: Values


def extract(document: Document | str, *, published: date | str | None = None) -> list[Claim]:
    """The claims of a document or text, in order of place, each with its span, values, speaker and stance.

    `published` resolves relative dates; a document's own date is used when it is left out. Nothing raises on any text.
    """
    return extract_all(document, published=published).claims


def extract_all(document: Document | str, *, published: date | str | None = None) -> Extraction:
    """As `extract`, with the values of the whole text beside the claims."""
    text, name, known = (document, "", None) if isinstance(document, str) else _of(document)
    reference = date.fromisoformat(published) if isinstance(published, str) else published or known
    spans = sentences.split(text, name)
    values = _find_values(text, name, reference)
    drafts = [
        claim
        for span, held in zip(spans, _by_sentence(spans, values), strict=True)
        if not worthiness.is_furniture(span.quote)
        for claim in _claims(span, held)
    ]
    return Extraction(_with_ids(drafts), values)


def _find_values(text: str, document: str, reference: date | None) -> Values:
    """Every quantity, time, name, attribution and quotation of `text`."""
    return Values(
        quantities.find(text, document=document),
        dates.find(text, reference=reference, document=document),
        names.find(text, document=document),
        attribution.find(text, document=document),
        [q.span for q in quotations.find(text, document=document)],
    )


def _of(document: Document) -> tuple[str, str, date | None]:
    return document.text, document.id, document.published


def _by_sentence(spans: Sequence[Span], values: Values) -> list[Values]:
    """The values of each sentence; speech and quotations stand in every sentence they reach into."""
    held = [Values() for _ in spans]
    starts = [span.start for span in spans]

    def at(offset: int) -> int:
        return max(0, bisect_right(starts, offset) - 1)

    if not spans:
        return held
    for quantity in values.quantities:
        held[at(quantity.span.start)].quantities.append(quantity)
    for time in values.times:
        held[at(time.span.start)].times.append(time)
    for name in values.names:
        held[at(name.span.start)].names.append(name)
    for span in values.quoted:
        for i in range(at(span.start), at(max(span.start, span.end - 1)) + 1):
            held[i].quoted.append(span)
    for speech in values.attributions:
        parts = [p for p in (speech.source, speech.cue, speech.content) if p is not None and p.quote]
        touched = {i for p in parts for i in range(at(p.start), at(p.end - 1) + 1)}
        for i in sorted(touched):
            held[i].attributions.append(speech)
    return held


def _claims(sentence: Span, values: Values) -> Iterator[Claim]:
    tokens = tokenize(sentence.quote)
    held = (*values.quantities, *values.times, *values.names)
    parsed = clauses.Sentence(
        tokens,
        values=[_inside(v.span, sentence) for v in held],
        figures=[_inside(q.span, sentence) for q in values.quantities],
        idle=_idle(tokens, values.attributions, sentence),
    )
    for part in clauses.split(parsed):
        claim = _claim(sentence, tokens[part[0] : part[1]], values, clauses.has_predicate(tokens, part))
        if claim is not None:
            yield claim


def _inside(span: Span, sentence: Span) -> Range:
    return span.start - sentence.start, span.end - sentence.start


def _idle(tokens: Sequence[Token], speech: Sequence[Attribution], sentence: Span) -> frozenset[int]:
    """Tokens that only say who speaks, where what is said can stand without them: it has a verb or a figure."""
    idle: set[int] = set()
    for said in speech:
        if said.cue is None or not all(t.text.lower() in clauses.words("report") for t in tokenize(said.cue.quote)):
            continue
        content = _tokens_in(tokens, said.content, sentence)
        whole = len(content) > 1 and clauses.has_predicate(tokens, (content[0], content[-1] + 1))
        if whole or any(tokens[i].text[0].isdigit() for i in content):
            around = {*_tokens_in(tokens, said.source, sentence), *_tokens_in(tokens, said.cue, sentence)}
            idle |= around - set(content)
    return frozenset(idle)


def _tokens_in(tokens: Sequence[Token], span: Span | None, sentence: Span) -> list[int]:
    if span is None:
        return []
    start, end = _inside(span, sentence)
    return [i for i, t in enumerate(tokens) if start <= t.start < end]


def _claim(sentence: Span, tokens: Sequence[Token], values: Values, predicate: bool) -> Claim | None:
    start, end = sentence.start + tokens[0].start, sentence.start + tokens[-1].end
    inside = Span(document=sentence.document, start=start, end=end, quote=sentence.quote[tokens[0].start : tokens[-1].end])
    quantities_ = tuple(q for q in values.quantities if start <= q.span.start < end)
    times = tuple(t for t in values.times if start <= t.span.start < end)
    names_ = tuple(n for n in values.names if start <= n.span.start < end)
    quoted = any(s.overlaps(inside) for s in values.quoted)
    found = events(tokens, sentence, names_)
    types = worthiness.types(inside.quote, quantities_, times, names_, found, quoted)
    if not worthiness.is_statement(tokens, sentence.quote, predicate, types):
        return None
    judged = stance.judge(sentence.quote, start - sentence.start, end - sentence.start)
    return Claim(
        id="",
        span=inside,
        sentence=sentence,
        quantities=quantities_,
        times=times,
        names=names_,
        attribution=_speech(inside, values.attributions),
        polarity=judged.polarity,
        modality=judged.modality,
        types=tuple(types),
        frame=frames.frame(sentence.quote, tokens, names_, found),
        reasons=(*(f"{kind}: {why}" for kind, why in types.items()), *judged.reasons),
    )


def events(tokens: Sequence[Token], sentence: Span, named: Sequence[Name]) -> list[Mention]:
    """The family words among `tokens` that are no part of a name ("Martyr Forces" reports no death)."""
    held = [_inside(n.span, sentence) for n in named]
    return [
        m for m in mentions([t.base for t in tokens]) if not any(a <= tokens[m.first].start < b for a, b in held)
    ]


def _speech(span: Span, speech: Sequence[Attribution]) -> Attribution | None:
    """The narrowest attribution whose content the claim stands in, by at least half of the claim."""
    fitting = [
        (a.content.end - a.content.start, i)
        for i, a in enumerate(speech)
        if a.content is not None
        and 2 * (min(a.content.end, span.end) - max(a.content.start, span.start)) >= span.end - span.start
    ]
    return speech[min(fitting)[1]] if fitting else None


def _with_ids(claims: Sequence[Claim]) -> list[Claim]:
    """Claims with ids from document, words and occurrence: offsets and later paragraphs change nothing."""
    seen: Counter[tuple[str, str]] = Counter()
    named = []
    for claim in claims:
        key = (claim.span.document, claim.span.quote)
        digest = hashlib.sha256("\0".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass")).hexdigest()
        seen[key] += 1
        named.append(claim.model_copy(update={"id": digest[:16]}))
    return named
