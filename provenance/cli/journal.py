"""What the journal of a store says about the findings of a report."""

from pathlib import Path
from typing import TYPE_CHECKING

from provenance.cli import common

if TYPE_CHECKING:
    from provenance.config import Config
    from provenance.model import Report
    from provenance.policy.rules import CommandName
    from provenance.store.database import Store


def consult(
    report: "Report",
    config: "Config",
    named: str | None = None,
    *,
    command: "CommandName" = "review",
    whole: bool = True,
) -> "Report":
    """The report with the decisions of the store that is named or configured; as it is where there is none.

    The findings of a whole `check` are kept in the store, so that they can be decided about.
    """
    place = named or (str(config.store) if config.store else None)
    if place is None:
        return report
    if named is None and not Path(place).exists():
        common.say(f"no store {place}: nothing was looked up in its journal; `provenance init {place}` makes one")
        return report
    from provenance.store import connection, database

    keep = command == "check" and whole
    writes = keep and (connection.is_writable(Path(place)) or not Path(place).exists())
    with database.open(place, read_only=not writes) as store:
        if writes:
            store.save_checked(report)
        elif keep:
            not_kept(place)
        return weighed(store, report, config, whole=whole)


def not_kept(place: str) -> None:
    """Says that a store was only read."""
    common.say(f"{place} cannot be written to: the findings are not kept in it, and cannot be decided about")


def weighed(store: "Store", report: "Report", config: "Config", *, whole: bool = True) -> "Report":
    """The report with the decisions of an open store, and the checkpoint of its journal."""
    from provenance.policy import decisions

    known, checkpoint = store.decisions()
    return decisions.weigh(report, known, config, whole=whole).model_copy(update={"checkpoint": str(checkpoint)})
