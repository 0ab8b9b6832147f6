"""Settings of a project: provenance.toml, or [tool.provenance] in pyproject.toml; the nearest parent folder wins.

Unknown keys are errors, because a misspelt key would silently check less. Paths are relative to the file that names
them.
"""

import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from provenance.errors import ConfigError, did_you_mean

SeverityName = Literal["error", "warning", "note", "info"]
FILE = "provenance.toml"
PYPROJECT = "pyproject.toml"
MAX_BYTES = 1_000_000


class Config(BaseModel):
    """Settings; the defaults are what holds without a file."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    sources: tuple[Path, ...] = ()
    """Files and folders with the source documents."""
    ledger: tuple[Path, ...] = ()
    """Files and folders with recorded claims."""
    drafts: tuple[Path, ...] = ()
    """Files and folders with the articles to check."""
    select: tuple[str, ...] = ()
    """Rule codes or their beginnings ("PV1") to report; empty means all."""
    ignore: tuple[str, ...] = ()
    """Rule codes or their beginnings to leave out; stronger than select."""
    severity: dict[str, SeverityName] = {}
    """Rule code to severity, instead of the rule's own."""
    fail_on: SeverityName = "error"
    """Lowest severity that makes a run fail."""
    file: Path | None = Field(default=None, exclude=True)
    """The file that the settings were read from; not a key of that file."""


KEYS = tuple(name for name in Config.model_fields if name != "file")
PATHS = ("sources", "ledger", "drafts")


def find(start: Path) -> Path | None:
    """The settings file for `start`: the nearest parent folder that has one; provenance.toml before pyproject.toml."""
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder / FILE
        if (folder / PYPROJECT).is_file() and _table(folder / PYPROJECT) is not None:
            return folder / PYPROJECT
    return None


def load(start: Path) -> Config:
    """Settings that hold in the folder `start`; raises ConfigError."""
    file = find(start.resolve())
    return Config() if file is None else read(file)


def read(file: Path) -> Config:
    """Settings of one file; raises ConfigError with the file and the key."""
    table = _table(file)
    if table is None:
        raise ConfigError("no [tool.provenance] table", place=str(file), remedy=f"Add one, or use {FILE}.")
    for key in table:
        if key not in KEYS:
            remedy = did_you_mean(key, KEYS) or f"Keys are: {', '.join(KEYS)}."
            raise ConfigError(f'unknown key "{key[:80]}"', place=str(file), remedy=remedy)
    try:
        config = Config.model_validate({**table, "file": file})
    except ValidationError as error:
        raise _named(error, file) from None
    rooted = {key: tuple(file.parent / path for path in getattr(config, key)) for key in PATHS}
    return config.model_copy(update=rooted)


def _table(file: Path) -> dict[str, Any] | None:
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise ConfigError(f"larger than {MAX_BYTES} bytes", place=str(file))
        parsed = tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"cannot be read ({error.strerror})", place=str(file)) from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"is not TOML: {error}", place=str(file)) from None
    if file.name != PYPROJECT:
        return parsed
    tool = parsed.get("tool")
    table = tool.get("provenance") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError("tool.provenance is not a table", place=str(file))
    return table


def _named(error: ValidationError, file: Path) -> ConfigError:
    first = error.errors(include_url=False)[0]
    key = ".".join(str(part) for part in first["loc"])
    value = repr(first["input"])[:80]
    return ConfigError(f"{key} is {value}: {first['msg']}", place=str(file))
