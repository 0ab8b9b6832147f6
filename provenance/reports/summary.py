"""The first line of a report: how much was checked, and what came of it."""

from dataclasses import dataclass

from provenance.model import Relation, StatementState
from provenance.reports.view import View
from provenance.reports.wording import RELATIONS, STATES, number_of


@dataclass(frozen=True, slots=True)
class Part:
    """One count of the line; with the relation or the state that it counts, where it is something to notice."""

    text: str
    relation: Relation | None = None
    state: StatementState | None = None
    is_to_notice: bool = False


def parts(view: View) -> list[Part]:
    """What was read, then records, statements or relations, whichever the run was about."""
    return [*_counts(view), *_held(view)]


def _counts(view: View) -> list[Part]:
    if not view.records and not view.statements:
        claims = Part(number_of(len(view.report.claims), "claim"))
        return [Part(number_of(len(view.sources), "document")), claims, *_relations(view), *_rest(view)]
    line = [Part(number_of(len(view.drafts), "draft"))] if view.drafts else []
    line.append(Part(number_of(len(view.sources) - len(view.drafts), "source")))
    if view.statements:
        line += [Part(number_of(len(view.statements), "statement")), *_states(view)]
    if view.records:
        line.append(Part(records(view), is_to_notice=bool(view.faulty)))
    return line + (_rest(view) if view.records else [])


def title(view: View) -> str:
    """What the report is about, as a heading."""
    if view.statements:
        return "The draft against its sources"
    return "Recorded claims against their sources" if view.records else "What the documents say"


def records(view: View) -> str:
    """ "16 recorded claims, all stand", "16 recorded claims, 2 do not stand as recorded"."""
    total, faulty = view.records, view.faulty
    if faulty:
        which = "it" if total == 1 else f"{faulty:,}"
        does = "does" if faulty == 1 else "do"
        return f"{number_of(total, 'recorded claim')}, {which} {does} not stand as recorded"
    return f"{number_of(total, 'recorded claim')}, {'it stands' if total == 1 else 'all stand'}"


def _relations(view: View) -> list[Part]:
    shown: tuple[Relation, ...] = ("conflicts", "supersedes", "corroborates")
    return [Part(RELATIONS[r].counted(view.counts[r]), relation=r, is_to_notice=bool(view.counts[r])) for r in shown]


def _states(view: View) -> list[Part]:
    return [
        Part(word.counted(view.states[state]), state=state, is_to_notice=True)
        for state, word in STATES.items()
        if view.states[state]
    ]


def _held(view: View) -> list[Part]:
    """Findings that are in the report and do not count."""
    waived = sum(finding.waived is not None for finding in view.report.findings)
    known = sum(finding.waived is None and finding.baseline == "known" for finding in view.report.findings)
    others = [f for f in view.report.findings if f.waived is None and f.baseline != "known"]
    settled = sum(finding.decision is not None for finding in others)
    counts = ((waived, "waived"), (known, "known"), (settled, "settled by a decision"))
    return [Part(f"{count:,} {word}") for count, word in counts if count]


def _rest(view: View) -> list[Part]:
    """Findings without a relation that no statement tells."""
    count = sum(finding.relation is None and finding.id not in view.told for finding in view.report.findings)
    return [Part(RELATIONS[None].counted(count), is_to_notice=True)] if count else []
