"""Quotations that go on: after the reporting words, into the next sentence, into the next paragraph."""

from provenance.extraction.attribution_view import Cue, Range, View
from provenance.extraction.attribution_model import Report
from provenance.extraction.attribution_tokens import Marks

MIN_WORDS = 4
"""A quotation without reporting words must be this long; shorter ones are titles and scare quotes."""


def complete_quotations(v: View, reports: list[Report]) -> list[Report]:
    """The reports with one more for each long quotation that nobody was found to say.

    It goes to the speaker of the quotation before it where the two stand together (same paragraph, or a paragraph that
    follows and begins with it); otherwise its speaker stays unknown.
    """
    covered = _covered(v, reports)
    added: list[Report] = []
    for pair in v.tokens.marks:
        content = _whole(v, pair)
        if content is None or pair.depth or covered[content[0]] or covered[content[1] - 1]:
            continue
        before = _before(v, reports + added, pair)
        source, cue = (before.source, before.cue) if before else (None, Cue(pair.open, pair.open, pair.open, ""))
        added.append(Report(cue, source, content, None))
    return sorted(reports + added, key=_order)


def _order(report: Report) -> int:
    spans = [r[0] for r in (report.left, report.right) if r is not None]
    return min([*spans, report.cue.head])


def _covered(v: View, reports: list[Report]) -> list[bool]:
    steps = [0] * (v.count + 1)
    for report in reports:
        for part in (report.left, report.right):
            if part is not None:
                steps[part[0]] += 1
                steps[part[1]] -= 1
    total, flags = 0, []
    for step in steps:
        total += step
        flags.append(total > 0)
    return flags


def _whole(v: View, pair: Marks) -> Range | None:
    """The quotation as a token range, marks included, when it is a statement of its own."""
    last = min(pair.close, v.count - 1) if pair.closed else pair.close - 1
    words = sum(1 for i in range(pair.open + 1, last + 1) if v.tokens.shape[i] != "p")
    if words < MIN_WORDS or v.tokens.shape[pair.open + 1] not in "CAd":
        return None
    return (pair.open, last + 1)


def _before(v: View, reports: list[Report], pair: Marks) -> Report | None:
    """The report whose speaker goes on speaking at `pair`."""
    t = v.tokens
    best = None
    end = -1
    for report in reports:
        for last in [p[1] for p in (report.left, report.right) if p is not None] + [report.cue.last]:
            if end < last <= pair.open and report.cue.last > report.cue.first:
                best, end = report, last
    if best is None:
        return None
    gap = t.paragraph[pair.open] - t.paragraph[end - 1]
    opens = pair.open == 0 or t.paragraph[pair.open - 1] != t.paragraph[pair.open]
    if gap == 0 or (opens and gap <= 2):
        return best
    return None
