"""`provenance ledger`: records into the ledger."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from provenance.cli import common, reporting

if TYPE_CHECKING:
    from provenance.config import Config
    from provenance.model import Document
    from provenance.model.ledger import Record

_FOLDER = "claims"


@click.group("ledger")
def command() -> None:
    """Record claims that the newsroom stands by.

    \b
    Examples:
      provenance ledger add seeds/report.txt --quote "some 40 houses burned"
      provenance ledger add report.txt --quote "40 houses" --by "Ana Ruiz" --reason "Read against the file."

    Records are YAML; `provenance check claims/ --sources seeds/` verifies them.
    """


@command.command("add")
@click.argument("source", metavar="DOC")
@click.option("--quote", required=True, metavar="WORDS", help="The passage, word for word.")
@click.option("--claim", default="", metavar="WORDS", help="What it says in your own words (default: the passage).")
@click.option("--id", "name", metavar="NAME", help="Short name of the record (default: made of the claim).")
@click.option("--prefix", default="", metavar="WORDS", help="Words before the quote, where it stands more than once.")
@click.option("--suffix", default="", metavar="WORDS", help="Words behind it.")
@click.option("--by", metavar="PERSON", help="Who read it and accepts it; needs --reason.")
@click.option("--reason", metavar="WORDS", help="Why it is accepted; needs --by.")
@click.option(
    "--ledger", metavar="PATH", help="YAML file, or folder of such (default: that of the settings, or claims)."
)
def add(source: str, quote: str, claim: str, name: str | None, prefix: str, suffix: str, **options: Any) -> int:
    """Record a passage of DOC with the values it holds and who says so.

    \b
    Examples:
      provenance ledger add seeds/report.txt --quote "some 40 houses burned"
      provenance ledger add report.txt --quote "it rose" --prefix "On Monday " --ledger claims/report.yaml

    The source must have these words, once; the record holds them in its own characters, with their place. It is
    shown as written: read the values, and correct the file where they are not what you stand by.
    """
    from provenance.store import ledger
    from provenance.verification.ledger.recording import record

    decision = _decision(options["by"], options["reason"])
    document = _document(source)
    made = record(document, quote, claim=claim, prefix=prefix, suffix=suffix)
    valid = _valid(made, {"id": name or made.id, "decision": decision})
    file = _file(options["ledger"], common.config(), document)
    written = ledger.append(valid, file)
    common.write(ledger.dump(written), None)
    common.say(f"recorded in {file}; next: provenance check {file} --sources {source}")
    return 0


def _document(source: str) -> "Document":
    from provenance.errors import UsageError

    reading = common.read([source])
    if len(reading.documents) != 1:
        if reading.unread:
            raise UsageError("nothing was recorded: DOC could not be read")
        raise UsageError(f"is {len(reading.documents)} documents", place=source, remedy="Name one file")
    return reading.documents[0]


def _decision(by: str | None, reason: str | None) -> Any:
    from provenance.errors import UsageError
    from provenance.model.ledger import Decision

    if by is None and reason is None:
        return None
    if not (by and by.strip() and reason and reason.strip()):
        raise UsageError("a decision needs --by and --reason", remedy="Give both, or neither")
    return Decision(verdict="accepted", by=by, reason=reason, on=reporting.today())


def _valid(made: "Record", fields: dict[str, Any]) -> "Record":
    """The record with these fields; an id that cannot be one is a UsageError."""
    from pydantic import ValidationError

    from provenance.errors import UsageError

    try:
        return type(made).model_validate({**dict(made), **fields})
    except ValidationError:
        remedy = "Small letters, digits, dots, dashes; at most 100"
        raise UsageError(f"{fields['id'][:80]!r} is no name for a record", remedy=remedy) from None


def _file(named: str | None, config: "Config", document: "Document") -> Path:
    """The file to write: as named, or one called like the document in the ledger's folder, which is made."""
    from provenance.errors import UsageError

    path = Path(named) if named else Path(next(iter(config.ledger), _FOLDER))
    if path.suffix not in (".yaml", ".yml"):
        path = path / f"{Path(document.path or document.id).stem}.yaml"
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        remedy = "Make it, or name another with --ledger"
        message = f"the ledger's folder cannot be made: {error.strerror}"
        raise UsageError(message, place=str(path.parent), remedy=remedy) from None
    return path
