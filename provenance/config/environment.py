"""Settings in the environment: PROVENANCE_FAIL_ON for `fail_on`."""

import os
from collections.abc import Mapping
from typing import Any

from provenance.config.settings import PATHS, Config
from provenance.errors import ConfigError, did_you_mean

PREFIX = "PROVENANCE_"
NAMES = {
    f"{PREFIX}{key.upper()}": key
    for key in ("sources", "ledger", "drafts", "store", "select", "ignore", "fail_on", "waiver_files", "baseline")
}
"""Variable to key; tables have none."""
_OTHERS = tuple(PREFIX + name for name in ("DEBUG", "CONFIG", "NODE", "SKIP_NOTHING", "WRITE_CASES", "MERKLE_VECTORS"))
"""Not settings; all but the first two are those of the tests."""


def given(environ: Mapping[str, str]) -> dict[str, Any]:
    """Key to value for each variable that is set and not empty: lists of paths are separated as in PATH, lists of
    rules by commas. Raises ConfigError for a variable that looks like a misspelt one.
    """
    values: dict[str, Any] = {}
    for name in sorted(environ):
        if name.startswith(PREFIX) and name not in NAMES and name not in _OTHERS:
            _refuse_misspelt(name)
        if name in NAMES and environ[name].strip():
            values[NAMES[name]] = _value(NAMES[name], environ[name])
    return values


def _value(key: str, text: str) -> Any:
    if not isinstance(Config.model_fields[key].default, tuple):
        return text.strip()
    parts = text.split(os.pathsep if key in PATHS else ",")
    return [part.strip() for part in parts if part.strip()]


def _refuse_misspelt(name: str) -> None:
    # The prefix is left out: with it, every name would be near to every other.
    if near := did_you_mean(name.removeprefix(PREFIX), [known.removeprefix(PREFIX) for known in NAMES]):
        remedy = near.replace('"', f'"{PREFIX}', 1)
        raise ConfigError("no such setting", place=name[:80], remedy=remedy)
