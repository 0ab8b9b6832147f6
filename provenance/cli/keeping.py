"""The findings of a store, kept in step with its documents."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from provenance.cli import common, reporting

if TYPE_CHECKING:
    from provenance.store.database import Store


def neighbours(store: "Store", documents: Iterable[str]) -> set[str]:
    """The documents whose findings also rest on these; to be asked for before these change."""
    from provenance.scale import refreshed

    return refreshed.neighbours(store, documents)


def say_outdated(store: "Store") -> None:
    """Tells that the index was made by another program, and how to have it made anew."""
    if store.is_outdated():
        common.say(
            f"{store.path}: its index was made by another version of the program and finds less;"
            f" `provenance rebuild --store {store.path}` makes it anew"
        )


def refresh(store: "Store", documents: Collection[str]) -> None:
    """Brings the findings in step with these documents, or says that a review is to do so."""
    from provenance.policy.outcome import excuse
    from provenance.scale import refreshed

    config = common.config()
    today = reporting.today()
    if not refreshed.refresh(
        store, documents, config, lambda report: excuse(report, config, command="review", today=today, whole=False)
    ):
        common.say("too much is concerned to renew the findings at once: the next `provenance review` does")
