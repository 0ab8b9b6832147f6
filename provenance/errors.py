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
    """A claim record that breaks the ledger's schema."""


class StoreError(UnreadableError):
    """A store file that is no store, is damaged, or is newer than this program."""


class MissingExtraError(ProvenanceError):
    """An optional library is not installed."""


class NothingCheckedError(ProvenanceError):
    """The input was readable, but held nothing to check."""

    exit_code = 3
