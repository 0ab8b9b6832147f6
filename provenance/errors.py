"""One tree of errors; each names the value, the place and the remedy.

ProvenanceError
├── UsageError          a wrong argument or option
├── ConfigError         provenance.toml or [tool.provenance]
├── UnreadableError     a source, ledger or store that cannot be read
│   ├── LedgerError     a claim record that breaks the schema
│   └── StoreError      a store file that is no store, or is damaged
├── MissingExtraError   an optional library is not installed
└── NothingCheckedError the input was readable, but held nothing to check
"""

import difflib
import errno
from collections.abc import Iterable, Sequence

_LONGEST_WORD = 64
"""difflib is quadratic: nobody mistypes a longer name."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`Did you mean "severity"?`, or nothing where no known word is near."""
    near = difflib.get_close_matches(word[:_LONGEST_WORD], sorted(known), n=1)
    return f'Did you mean "{near[0]}"?' if near else ""


def remedy_for(error: OSError | ValueError) -> str:
    """What to do about a file that the system refuses: its permissions, the room on the disk, another file."""
    number = getattr(error, "errno", None)
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "Change its permissions or those of its folder, or choose another file"
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "Make room on the disk, or choose another file"
    return "Check the path" if number == errno.ENOENT else "Choose another file"


class ProvenanceError(Exception):
    """Base of every error that a user can cause and mend; exits with `exit_code`."""

    exit_code = 2

    def __init__(self, message: str, *, place: str = "", remedy: str = "") -> None:
        self.message = message
        self.place = place
        self.remedy = remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        """One line: place, what happened, what to do next."""
        line = f"{self.place}: {self.message}" if self.place else self.message
        line = f"{line}. {self.remedy}" if self.remedy else line
        return " ".join(line.split())


class UsageError(ProvenanceError):
    """A wrong argument or option."""


class ConfigError(ProvenanceError):
    """A configuration file that cannot be used."""


class UnreadableError(ProvenanceError):
    """A source, ledger or store that cannot be read."""


class LedgerError(UnreadableError):
    """Claim records that break the ledger's schema: all of them at once, one line each."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(" ".join(problem.split()) for problem in problems)
        super().__init__(self.problems[0] if self.problems else "the ledger cannot be read")

    def __str__(self) -> str:
        """Every problem on a line of its own."""
        return "\n".join(self.problems) or self.message


class StoreError(UnreadableError):
    """A store file that is no store, is damaged, or is newer than this program."""


class MissingExtraError(ProvenanceError):
    """An optional library is not installed."""


class NothingCheckedError(ProvenanceError):
    """The input was readable, but held nothing to check."""

    exit_code = 3
