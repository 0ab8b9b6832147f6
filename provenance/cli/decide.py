"""`provenance decide`: what a person decided about a finding."""

import datetime

import click

from provenance.cli import common

_VERDICTS = ("accepted", "mistaken", "to-correct", "open")
"""The keys of `provenance.policy.decisions.VERDICTS`; help does not load it."""


@click.command("decide")
@click.argument("finding", metavar="FINDING")
@click.option("--verdict", type=click.Choice(_VERDICTS), required=True, help="What you decided; see above.")
@click.option("--reason", required=True, metavar="TEXT", help="Why.")
@click.option("--by", required=True, metavar="NAME", help="Who decides.")
@common.store_option
def command(finding: str, verdict: str, reason: str, by: str, store: str | None) -> int:
    """Write down what was decided about a finding.

    \b
    Examples:
      provenance decide 4f3a92c1 --verdict accepted --reason "the text gives both counts" --by "Ines Moreau"
      provenance decide 4f3a92c1 --verdict open --reason "a third source turned up" --by "L. Sand"

    FINDING is the id of a finding of the last `review` of the store, or of a `check --store`, or its first characters,
    as the reports show them.

    \b
    Verdicts:
      accepted    the finding is right, and may stay as it is
      mistaken    the finding is wrong: the passages do not say what it holds against them
      to-correct  the finding is right, and the draft or the record is to be corrected
      open        nothing is decided: takes back what was decided before

    After "accepted" and "mistaken" the finding no longer fails a run, until one of its passages or sources changes:
    then the decision is stale, and says so. Decisions are never changed or removed; a later one takes the place of an
    earlier one. Prints the checkpoint of the journal: whoever keeps it can tell whether the past was rewritten.
    """
    from provenance.store import database, deciding

    now = datetime.datetime.now(datetime.UTC)
    ruling = deciding.ruling(verdict, reason, by, now)
    with database.open(common.store(store, common.config())) as opened:
        made = opened.decide(finding, ruling)
        _, checkpoint = opened.decisions()
    common.write(f"decision {made.number}: {made.finding} {made.verdict} by {made.by}\n{checkpoint}", None)
    named = f" --store {store}" if store else ""
    common.say(f"next: provenance review{named}, or provenance log show{named}")
    return 0
