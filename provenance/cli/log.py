"""`provenance log`: the journal of decisions."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from provenance.cli import common
from provenance.errors import UsageError, remedy_for

if TYPE_CHECKING:
    from provenance.model import Decision
    from provenance.store.checkpoint import Checkpoint


@click.group("log")
def command() -> None:
    """Show the journal of decisions, or verify it.

    \b
    Examples:
      provenance log show
      provenance log verify
      provenance log verify --checkpoint march-report.txt

    Every decision is an entry that holds the hash of the one before it, and can neither be changed nor removed through
    the program. See docs/journal.md for what that proves and what it does not.
    """


@command.command("show")
@common.store_option
@click.option("--format", "format_", type=click.Choice(("text", "jsonl")), default="text", show_default=True)
def show(store: str | None, format_: str) -> int:
    """Show every decision, oldest first.

    \b
    Examples:
      provenance log show
      provenance log show --format jsonl --store newsroom.sqlite

    A decision is marked stale where the text of a source in the store is another one than it was. Whether a finding is
    still found is what the next report tells.
    """
    from provenance.policy.decisions import outdated
    from provenance.reports.plain import dump
    from provenance.store import database

    with database.open(common.store(store, common.config()), read_only=True) as opened:
        decisions, _ = opened.decisions()
        texts = {document.id: document.text_sha256 for document in opened.documents()}
    shown = [decision.model_copy(update={"stale": outdated(decision, texts)}) for decision in decisions]
    text = "".join(dump(d) + "\n" for d in shown) if format_ == "jsonl" else _table(shown)
    common.write(text, None)
    if not shown:
        common.say("no decisions yet; next: provenance decide FINDING")
    return 0


def _table(decisions: "Sequence[Decision]") -> str:
    from provenance.reports.visible import one_line

    lines = []
    for one in decisions:
        lines.append(f"{one.number:>4}  {one.day}  {one.finding[:8]}  {one.rule}  {one.verdict}  by {one_line(one.by)}")
        lines.append(f"      {one_line(one.message)}")
        lines.append(f"      because: {one_line(one.reason)}")
        lines += [f"      stale: {one_line(reason)}" for reason in one.stale]
    return "".join(line + "\n" for line in lines)


@command.command("verify")
@common.store_option
@click.option("--checkpoint", metavar="FILE|TEXT", help='A checkpoint kept from earlier: a file that holds it, or "-".')
@click.option("--proof", metavar="FILE", help="Verify this proof of one decision, without the store.")
def verify(store: str | None, checkpoint: str | None, proof: str | None) -> int:
    """Verify that the journal is whole and only grew.

    \b
    Examples:
      provenance log verify
      provenance log verify --checkpoint march-report.txt
      provenance log verify --proof decision-7.json --checkpoint march-report.txt

    Without a checkpoint, only what is damaged or was changed carelessly is found: whoever can write the whole file can
    also write another journal. A checkpoint that you kept elsewhere, such as the end of an old report, shows that too.

    Exit codes: 0 the journal is whole, 1 it is damaged or was rewritten, 2 it cannot be read.
    """
    from provenance.reports.wording import number_of
    from provenance.store import database
    from provenance.store.checkpoint import Checkpoint

    kept = Checkpoint.parse(_given(checkpoint)) if checkpoint is not None else None
    if proof is not None:
        return _verify_proof(_given(proof), kept)
    with database.open(common.store(store, common.config()), read_only=True) as opened:
        faults, now = opened.verify_journal(kept)
    since = f"; it begins with the {kept.size} of the checkpoint" if kept else ""
    told = faults or [f"the journal is whole: {number_of(now.size if now else 0, 'decision')}{since}"]
    common.write("".join(f"{line}\n" for line in told) + (str(now) if now else ""), None)
    return int(bool(faults))


def _verify_proof(text: str, kept: "Checkpoint | None") -> int:
    from provenance.reports.visible import visible
    from provenance.store import proofs

    proof = proofs.parse(text)
    faults = proofs.faults(proof, kept)
    against = "your checkpoint" if kept else "the proof's own checkpoint"
    told = faults or [f"entry {proof.number} is proved by {against}", visible(proof.entry)]
    common.write("".join(f"{line}\n" for line in told), None)
    return int(bool(faults))


@command.command("prove")
@click.argument("number", type=click.IntRange(1), metavar="NUMBER")
@common.store_option
@click.option("--since", metavar="FILE|TEXT", help="A checkpoint that the other side kept: nothing before it changed.")
def prove(number: int, store: str | None, since: str | None) -> int:
    """Prove that a decision is in the journal, and show no other.

    \b
    Examples:
      provenance log prove 7 > decision-7.json
      provenance log prove 7 --since march-report.txt > decision-7.json

    Whoever has a checkpoint of this journal can verify the proof with `provenance log verify --proof`.
    """
    from provenance.reports.plain import dump
    from provenance.store import database
    from provenance.store.checkpoint import Checkpoint

    kept = Checkpoint.parse(_given(since)) if since is not None else None
    with database.open(common.store(store, common.config()), read_only=True) as opened:
        common.write(dump(opened.prove(number, kept), indent=2) + "\n", None)
    return 0


def _given(checkpoint: str) -> str:
    """The text that an option names: standard input, that of a file, or what was given itself."""
    if checkpoint == common.STDIN:
        return sys.stdin.buffer.read().decode("utf-8", "replace")
    try:
        return Path(checkpoint).read_text("utf-8", errors="replace")
    except OSError as error:
        if len(checkpoint.split()) > 1:
            return checkpoint
        raise UsageError(f"cannot be read: {error.strerror}", place=checkpoint, remedy=remedy_for(error)) from None
