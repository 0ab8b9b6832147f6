"""Quotations that go on: after the reporting words, into the next sentence, into the next paragraph."""

from itertools import accumulate

from provenance.extraction.attribution.features import PHRASE
from provenance.extraction.attribution.marks import Marks
from provenance.extraction.attribution.model import Report
from provenance.extraction.attribution.view import VERBAL, Cue, Range, View

MAX_INTRODUCTION = 40
"""Tokens of a sentence that introduces a quotation with a colon."""
_ALONE = PHRASE | {"H"}
MAX_LEAD = 6
"""Tokens before a quotation within another among which the verb stands that leads it."""
MIN_WORDS = 4
"""A quotation without reporting words must be this long; shorter ones are titles and scare quotes."""


def complete_quotations(v: View, reports: list[Report]) -> list[Report]:
    """The reports with one more for each long quotation that nobody was found to say.

    It goes to the speaker of the quotation before it where the two stand together (same paragraph, or a paragraph that
    follows and begins with it); otherwise its speaker stays unknown.
    """
    _leave_to_own_cue(v, reports)
    covered = _covered(v, reports)
    ended = sorted(((_end(r), number) for number, r in enumerate(reports)), reverse=True)
    added: list[Report] = []
    last, latest = -1, None
    for pair in v.tokens.marks:
        while ended and ended[-1][0] <= pair.open:
            last, number = ended.pop()
            latest = reports[number]
        content = _whole(v, pair)
        if content is not None and pair.depth:
            added += _nested(v, pair, content, reports)
        if content is None or pair.depth or covered[content[0]] or covered[content[1] - 1]:
            continue
        goes_on = latest is not None and _goes_on(v, last, pair)
        report = _introduced(v, pair, content)
        if report is None:
            cue = latest.cue if latest and goes_on else Cue(pair.open, pair.open, pair.open, "")
            report = Report(cue, latest.source if latest and goes_on else None, content, None)
        added.append(report)
        last, latest = content[1], report
    _hand_back(v, added, reports)
    return sorted(reports + added, key=order)


def _hand_back(v: View, added: list[Report], reports: list[Report]) -> None:
    """A paragraph left open that nobody is found to say is said by who says the next one, which takes it up."""
    spoken = {part[0]: r for r in reports for part in (r.left, r.right) if part is not None and r.source is not None}
    open_ = {r.right[0]: r for r in added if r.right is not None and r.source is None}
    following: Marks | None = None
    for pair in reversed([pair for pair in v.tokens.marks if not pair.depth]):
        silent = open_.get(pair.open)
        if silent is not None and not pair.closed and following is not None and following.continues:
            speaker = spoken.get(following.open)
            paragraphs = v.tokens.paragraph
            if speaker is not None and paragraphs[following.open] - paragraphs[pair.open] == 1:
                silent.cue, silent.source = speaker.cue, speaker.source
                spoken[pair.open] = silent
        following = pair


def _nested(v: View, pair: Marks, content: Range, reports: list[Report]) -> list[Report]:
    """The report of a quotation within another, led by words of saying: "“He told me, ‘Leave the house now.’”"."""
    stop = pair.open - (v.words[pair.open - 1] in (",", ":"))
    low = max(v.sentence(pair.open)[0], stop - MAX_LEAD)
    verb = next((i for i in range(stop - 1, low, -1) if v.classes[i][0] in VERBAL), -1)
    if stop == pair.open or verb < 0 or not v.senses[verb].endswith("communication"):
        return []
    if any(r.cue.first <= verb < r.cue.last for r in reports):
        return []
    start = end = min(v.subject(verb) + 1, verb)
    first = max(v.sentence(verb)[0], pair.open - 2 * MAX_LEAD)
    while start > first and v.classes[start - 1][0] in (_ALONE if start == end else PHRASE):
        start -= 1
        if v.classes[start][0] == "H":
            break
    return [Report(Cue(verb, verb + 1, verb, v.words[verb]), (start, end) if start < end else None, content, None)]


def _leave_to_own_cue(v: View, reports: list[Report]) -> None:
    """A quotation in a sentence after the cue belongs to the words that report it in its own sentence, if any do."""
    quote = v.tokens.quote
    own = {quote[r.left[1] - 1] for r in reports if r.left is not None}
    for report in reports:
        if report.right is None:
            continue
        start = report.right[0]
        if start >= v.sentence(report.cue.head)[1] and quote[start] >= 0 and quote[start] in own:
            report.right = None


def _introduced(v: View, pair: Marks, content: Range) -> Report | None:
    """The report of a quotation after a colon: the noun phrase that begins the sentence speaks, the rest is the cue."""
    colon = pair.open - 1
    if colon < 1 or v.words[colon] != ":":
        return None
    first = v.sentence(colon)[0]
    verb = next((i for i in range(first, colon) if v.classes[i][0] in VERBAL), colon)
    if verb == first or colon - first > MAX_INTRODUCTION or v.classes[first][0] in ("I", "q"):
        return None
    return Report(Cue(verb, colon + 1, verb, v.words[verb]), (first, verb), content, None)


def _end(report: Report) -> int:
    return max([report.cue.last, *(part[1] for part in (report.left, report.right) if part is not None)])


def order(report: Report) -> int:
    """Sorts reports by where they begin."""
    spans = [r[0] for r in (report.left, report.right) if r is not None]
    return min([*spans, report.cue.head])


def _covered(v: View, reports: list[Report]) -> list[bool]:
    steps = [0] * (v.count + 1)
    for report in reports:
        for part in (report.left, report.right):
            if part is not None:
                steps[part[0]] += 1
                steps[part[1]] -= 1
    return [depth > 0 for depth in accumulate(steps)]


def _whole(v: View, pair: Marks) -> Range | None:
    """The quotation as a token range, marks included, when it is a statement of its own."""
    last = pair.close
    words = sum(1 for i in range(pair.open + 1, last + 1) if v.tokens.shape[i] != "p")
    if words < MIN_WORDS or pair.open + 1 >= v.count or v.tokens.shape[pair.open + 1] not in "CAd":
        return None
    return (pair.open, last + 1)


def _goes_on(v: View, end: int, pair: Marks) -> bool:
    """Whether who spoke until `end` speaks at `pair` too: in the same paragraph, or at the head of the next."""
    paragraph = v.tokens.paragraph
    gap = paragraph[pair.open] - paragraph[end - 1]
    heads = pair.open == 0 or paragraph[pair.open - 1] != paragraph[pair.open]
    return gap == 0 or (heads and gap == 1)
