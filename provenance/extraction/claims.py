"""Sentences and values to claims."""

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from provenance.errors import UsageError
from provenance.extraction import clauses, frames, heads, inventory, senses, stance, worthiness
from provenance.extraction.inventory import Values
from provenance.extraction.lexicon import Mention, mentions
from provenance.extraction.sentence import Sentence
from provenance.extraction.tagging import tag
from provenance.extraction.tokens import Token, tokenize
from provenance.model import Attribution, Claim, Document, Frame, Name, Span
from provenance.readers.dateline import is_dateline
from provenance.text import sentences

_MONTH = "March"
_PASSIVE = frozenset({"was", "were", "been", "wasn't", "weren't"})
"""Words before what was done to something."""
Range = tuple[int, int]
"""Half-open: token indexes for parts of a sentence, code points of the sentence for places in it."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """The claims of a document, in order of place, and every value that stands in it, claimed or not."""

    claims: list[Claim]
    values: Values


def extract(document_or_text: Document | str, *, published: date | str | None = None) -> list[Claim]:
    """The claims of a document or text, in order of place, each with its span, values, speaker and stance.

    `published` resolves relative dates; a document's own date is used when it is left out. Nothing raises on any text;
    UsageError for a date that is none.
    """
    return extract_all(document_or_text, published=published).claims


def extract_all(document: Document | str, *, published: date | str | None = None) -> Extraction:
    """As `extract`, with the values of the whole text beside the claims."""
    text, name, known = (document, "", None) if isinstance(document, str) else _of(document)
    reference = day(published) or known
    spans = sentences.split(text, name)
    values = inventory.find(text, name, reference).without([s for s in spans if is_dateline(s.quote)])
    claims: list[Claim] = []
    numbered: Counter[str] = Counter()
    for span, held in zip(spans, inventory.by_sentence(spans, values), strict=True):
        if not worthiness.is_furniture(span.quote):
            claims += _claims(span, held, numbered, text)
    return Extraction(claims, values)


def whole(document: Document) -> list[Claim]:
    """Each sentence with a verb as one claim, worth checking or not; questions and furniture are left out."""
    values = inventory.find(document.text, document.id, document.published)
    spans = sentences.split(document.text, document.id)
    numbered: Counter[str] = Counter()
    return [
        _plain(span, held, numbered)
        for span, held in zip(spans, inventory.by_sentence(spans, values), strict=True)
        if not worthiness.is_furniture(span.quote) and set(tag(tokenize(span.quote))) & {"V", "X"}
    ]


def _plain(span: Span, held: Values, numbered: Counter[str]) -> Claim:
    judged = stance.judge(span.quote, 0, len(span.quote))
    return Claim(
        id=_id(span, numbered),
        span=span,
        sentence=span,
        quantities=tuple(held.quantities),
        times=tuple(held.times),
        names=tuple(held.names),
        polarity=judged.polarity,
        modality=judged.modality,
        reasons=judged.reasons,
    )


def day(value: date | str | None) -> date | None:
    """A date given as such or as YYYY-MM-DD; raises UsageError for anything else."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{value[:40]!r} is not a date", remedy="Write it as YYYY-MM-DD") from None


def _of(document: Document) -> tuple[str, str, date | None]:
    return document.text, document.id, document.published


def _within(span: Span, start: int, end: int) -> Span:
    """The part of a span between two of its code points."""
    quote = span.quote[start:end]
    return Span.made(document=span.document, start=span.start + start, end=span.start + end, quote=quote)


def _claims(sentence: Span, values: Values, numbered: Counter[str], text: str) -> Iterator[Claim]:
    """The claims of one sentence of `text`; `numbered` counts equal words so far in the document."""
    tokens = tokenize(sentence.quote)
    found = events(tokens, sentence, values.names, senses.Context(tokens, text))
    known = found or values.quantities or values.times or values.names or values.quoted or values.attributions
    if not (known or any(t.lower in _PASSIVE for t in tokens)):
        return  # nothing to check
    offset = sentence.start
    parsed = Sentence(
        tokens,
        tag(tokens),
        found,
        values=[(span.start - offset, span.end - offset) for span in values.spans()],
        times=[_inside(t.span, sentence) for t in values.times],
        figures=[q.span.start - offset for q in values.quantities],
    )
    head = bisect_left(parsed.starts, heads.length(sentence.quote))
    previous: Frame | None = None
    for first, end in clauses.split(parsed, _idle(parsed, values.attributions, sentence)):
        if end <= head:
            continue
        claim = _claim(sentence, parsed, (max(first, head), end), values, previous, numbered)
        if claim is not None:
            previous = claim.frame
            yield claim


def _inside(span: Span, sentence: Span) -> Range:
    return span.start - sentence.start, span.end - sentence.start


def _idle(parsed: Sentence, speech: Sequence[Attribution], sentence: Span) -> set[int]:
    """Tokens that only say who speaks, where what is said can stand without them: quoted, or with a verb or figure."""
    idle: set[int] = set()
    starts, tags = parsed.starts, parsed.tags
    for said in speech:
        if said.cue is None or said.content is None or not _only_reports(said, said.cue):
            continue
        content = _tokens_in(starts, said.content, sentence)
        if said.kind == "indirect" and not _says(tags, content):
            continue
        source = _tokens_in(starts, said.source, sentence)
        cue = _tokens_in(starts, said.cue, sentence)
        named = source if "#" not in tags[source.start : source.stop] else range(0)
        told = range(max(cue.stop, source.stop), content.start)
        aside = range(source.stop, cue.start) if source else range(0)  # "a source, who asked not to be named, said"
        if _does_more(parsed, aside):
            aside = named = range(0)
        bare = not any(t in "E#" for t in tags[aside.start : aside.stop])
        passed = [*cue, *named, *(() if _says(tags, told) else told), *(aside if bare else ())]
        idle |= {i for i in passed if i not in content}
    return idle


def _does_more(parsed: Sentence, aside: range) -> bool:
    """Whether the tokens between who speaks and the cue tell what else was done: "closed the road and said …"."""
    if not aside or parsed.lower[aside[-1]] not in ("and", "but"):
        return False
    first = next((i for i in aside if parsed.tags[i] != "R"), aside[0])
    return parsed.tags[first] in "VX" and parsed.lower[first] not in clauses.words.REPORT


def _says(tags: str, part: range) -> bool:
    """Whether tokens hold a finite verb or a number, so that they say something of their own."""
    return any(t in "VX#" for t in tags[part.start : part.stop])


def _only_reports(said: Attribution, cue: Span) -> bool:
    """Whether the cue adds nothing to what is said; that of a direct quotation never does."""
    return said.kind == "direct" or _is_report(cue.quote)


@lru_cache(maxsize=4096)
def _is_report(cue: str) -> bool:
    return all(t.lower in clauses.words.REPORT or t.lower in clauses.words.DAY for t in tokenize(cue))


def _tokens_in(starts: Sequence[int], span: Span | None, sentence: Span) -> range:
    """The tokens of a sentence, given by where they start, that begin inside a span."""
    if span is None:
        return range(0)
    start, end = _inside(span, sentence)
    return range(bisect_left(starts, start), bisect_left(starts, end))


def _claim(
    sentence: Span,
    parsed: Sentence,
    part: Range,
    values: Values,
    previous: Frame | None,
    numbered: Counter[str],
) -> Claim | None:
    """The claim that the tokens `part` of a sentence make, or None when they are not worth checking."""
    start, end = parsed.tokens[part[0]].start, parsed.tokens[part[1] - 1].end
    held = _held(values, sentence.start + start, sentence.start + end)
    found = [m for m in parsed.mentions if part[0] <= m.first < part[1]]
    inside = _within(sentence, start, end)
    said = _speech(sentence, inside, values.attributions, parsed)
    types = worthiness.types(inside.quote, held, found, said) or worthiness.done(parsed, part, inside.quote)
    if not worthiness.is_statement(parsed, part, sentence.quote, types):
        return None
    judged = stance.judge(sentence.quote, start, end)
    return Claim.made(
        id=_id(inside, numbered),
        span=inside,
        sentence=sentence,
        quantities=tuple(held.quantities),
        times=tuple(held.times),
        names=tuple(held.names),
        attribution=said,
        polarity=judged.polarity,
        modality=judged.modality,
        types=tuple(types),
        frame=frames.frame(sentence, parsed, part, held.names, found, previous),
        reasons=(*(f"{kind}: {why}" for kind, why in types.items()), *judged.reasons, *_heard(said)),
    )


def _held(values: Values, start: int, end: int) -> Values:
    """The values that begin between two places of the text, and the quotations that reach in between."""
    return Values(
        quantities=[q for q in values.quantities if start <= q.span.start < end],
        times=[t for t in values.times if start <= t.span.start < end],
        names=[n for n in values.names if start <= n.span.start < end],
        quoted=[s for s in values.quoted if s.start < end and start < s.end],
    )


def events(tokens: Sequence[Token], sentence: Span, named: Iterable[Name], context: senses.Context) -> list[Mention]:
    """The family words among `tokens`, in the sense of their text, that are no part of a name.

    "Martyr Forces" reports no death, and the month of March no protest.
    """
    bases = [t.base for t in tokens]
    found = senses.meant(mentions(bases), bases, context)
    if not found:
        return found
    held = [_inside(n.span, sentence) for n in named]
    told = [m for m in found if tokens[m.first].text != _MONTH]
    return [m for m in told if not any(a <= tokens[m.first].start < b for a, b in held)]


def _speech(sentence: Span, span: Span, speech: Sequence[Attribution], parsed: Sentence) -> Attribution | None:
    """The narrowest attribution whose content the claim stands in, by at least half; one with a speaker before others.

    Where the claim itself tells of the act ("both sides agreed on a truce"), who tells of it speaks, not who acts.
    """
    fitting = [
        (a.speaker is None, a.content.end - a.content.start, i)
        for i, a in enumerate(speech)
        if a.content is not None
        and 2 * (min(a.content.end, span.end) - max(a.content.start, span.start)) >= span.end - span.start
        and not _tells(sentence, span, a, parsed)
    ]
    return speech[min(fitting)[2]] if fitting else None


def _heard(said: Attribution | None) -> Iterator[str]:
    """Why a claim is somebody's: the words that report it, who they name, and who that is."""
    if said is None:
        return
    cue = f"cue {said.cue.quote!r}" if said.cue is not None else "a quotation that goes on"
    source = f"source {said.source.quote!r}" if said.source is not None else "nobody named"
    told = said.source is None or said.speaker in (None, said.source.quote)
    yield f"speech: {cue}, {source}" + ("" if told else f", that is {said.speaker}")


def _tells(sentence: Span, span: Span, said: Attribution, parsed: Sentence) -> bool:
    """Whether a claim tells of an act, its cue and all, rather than passes on what a clause of its own states."""
    if said.cue is None or said.content is None or not span.start <= said.cue.start < span.end:
        return False
    if said.kind != "indirect" or _is_report(said.cue.quote):
        return False
    content = _tokens_in(parsed.starts, said.content, sentence)
    first = _tokens_in(parsed.starts, span, sentence).start
    cue = _tokens_in(parsed.starts, said.cue, sentence).start
    acts = cue if said.source is None else min(cue, max(first, _tokens_in(parsed.starts, said.source, sentence).start))
    before, told = parsed.tags[first:acts], parsed.tags[content.start : content.stop]
    verb = min((i for i in map(told.find, "VX") if i >= 0), default=-1)
    return any(t in "VX" for t in before) or verb < 0 or "W" in told[:verb]


def _id(span: Span, numbered: Counter[str]) -> str:
    """An id from document, words and occurrence: offsets and later paragraphs change nothing."""
    key = "\0".join((span.document, span.quote, str(numbered[span.quote])))
    numbered[span.quote] += 1
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
