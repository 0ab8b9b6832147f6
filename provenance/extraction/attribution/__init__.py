"""Reported speech: who says what, by which words.

`find` reads words (`tokens`, `lexicon`) and quotation marks (`marks`) as a `view`; a small linear `model` decides
which words report (`features`, `rivals`), who is the source (`patterns` settle some) and what is reported (`content`
after the cue, `left` before it). `quotes` that go on are completed, so are the `turns` of transcripts; `speakers` are
resolved within the document, from its `mentions`. Scheme of source, cue and content: Pareti 2012; Newell, Margolin and
Ruths 2018 (PolNeAR).
"""

from functools import lru_cache

from provenance.extraction.attribution import lexicon, model, speakers
from provenance.extraction.attribution.model import Report
from provenance.extraction.attribution.quotes import complete_quotations
from provenance.extraction.attribution.tokens import Tokens
from provenance.extraction.attribution.turns import complete_turns, interviewed
from provenance.extraction.attribution.view import Range, View
from provenance.model.claim import Attribution, SpeechKind
from provenance.model.span import Span, cut
from provenance.text import sentences


def find(text: str, document: str = "") -> list[Attribution]:
    """The attributions of `text`, in order of their cues; opinions, beliefs and intentions too.

    What is reported in two parts, around its cue, gives two attributions with the same source and cue.
    """
    return list(_found(text, document))


@lru_cache(maxsize=4)
def _found(text: str, document: str) -> tuple[Attribution, ...]:
    v = viewed(text)
    reports = complete_turns(v, complete_quotations(v, model.find(v, lexicon.cues(), model.load())))
    names = speakers.resolve(v, reports)
    found = []
    for report, speaker in zip(reports, names, strict=True):
        parts: list[Range | None] = [part for part in (report.left, report.right) if part is not None]
        found += [_attribution(v, report, content, speaker, document) for content in parts or [None]]
    return tuple(found)


@lru_cache(maxsize=1)
def viewed(text: str) -> View:
    """The tokens of `text` with what attribution needs to know of them; kept, because quotations look at them next."""
    tokens = Tokens(text, list(sentences.ranges(text)))
    return View(tokens, *lexicon.describe(tokens.words, tokens.sentences))


def _attribution(
    v: View, report: Report, content: Range | None, speaker: speakers.Speaker, document: str
) -> Attribution:
    t = v.tokens
    cue = (report.cue.first, report.cue.last) if report.cue.last > report.cue.first else None
    return Attribution.made(
        source=_span(t, report.source, document),
        cue=_span(t, cue, document),
        content=_span(t, content, document),
        speaker=interviewed(t.text, speaker.name),
        kind=_kind(v, content),
        chain=speaker.chain,
    )


def _span(t: Tokens, where: Range | None, document: str) -> Span | None:
    if where is None:
        return None
    return cut(t.text, t.starts[where[0]], t.ends[where[1] - 1], document)


def _kind(v: View, content: Range | None) -> SpeechKind:
    """Direct when all words stand inside marks, mixed when some do."""
    if content is None or v.quoted[content[1]] == v.quoted[content[0]]:
        return "indirect"
    t = v.tokens
    # What is said inside somebody's quotation is no quotation of its own.
    if not any(t.marks[q].open >= content[0] for q in set(t.quote[slice(*content)]) if q >= 0):
        return "indirect"
    inside = [v.inside[i] for i in range(*content) if t.shape[i] != "p"]
    if not any(inside):
        return "indirect"
    return "direct" if all(inside) else "mixed"
