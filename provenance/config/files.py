"""Finding and reading settings files, and putting environment and command line over them."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from provenance.config import environment
from provenance.config.faults import fault, unknown
from provenance.config.places import line_of, lines
from provenance.config.settings import KEYS, PATHS, Config
from provenance.errors import ConfigError, remedy_for

FILE = "provenance.toml"
PYPROJECT = "pyproject.toml"
MAX_BYTES = 1_000_000
_TABLE = ("tool", "provenance")


def find(start: Path) -> Path | None:
    """The settings file for `start`: the nearest parent folder that has one; provenance.toml before pyproject.toml."""
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder / FILE
        if (folder / PYPROJECT).is_file() and _table(folder / PYPROJECT, _text(folder / PYPROJECT)) is not None:
            return folder / PYPROJECT
    return None


def load(
    start: Path,
    *,
    environ: Mapping[str, str] | None = None,
    given: Mapping[str, Any] | None = None,
    file: Path | None = None,
) -> Config:
    """Settings that hold in the folder `start`: `given` on the command line, before `environ`, before the file.

    The file is `file`, or PROVENANCE_CONFIG, or the nearest one. Raises ConfigError.
    """
    environ = environ or {}
    named = file or (Path(environ["PROVENANCE_CONFIG"]) if environ.get("PROVENANCE_CONFIG") else None)
    found = named or find(start.resolve())
    config = Config() if found is None else read(found)
    config = _over(config, environment.given(environ), lambda key: f"{environment.PREFIX}{key.upper()}")
    config = _over(config, {k: v for k, v in (given or {}).items() if v}, lambda key: f"--{key.replace('_', '-')}")
    return _with_waiver_files(config)


def read(file: Path) -> Config:
    """Settings of one file, without its waiver files; raises ConfigError with the file, the line and the key."""
    text = _text(file)
    table = _table(file, text)
    if table is None:
        raise ConfigError("no [tool.provenance] table", place=_shown(file), remedy=f"Add one, or use {FILE}")
    places = _lines(file, text)
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in KEYS or name in values:
            raise unknown(key, (), _at(file, line_of(places, (key,))))
        values[name] = value
    places |= {(str(path[0]).replace("-", "_"), *path[1:]): line for path, line in places.items() if path}
    config = _validated({**values, "file": file}, _shown(file), places)
    update = {key: _rooted(getattr(config, key), file.parent) for key in PATHS}
    update["waivers"] = tuple(
        waiver.model_copy(update={"place": _at(file, line_of(places, ("waivers", index)))})
        for index, waiver in enumerate(config.waivers)
    )
    update["places"] = {key.replace("-", "_"): _at(file, line_of(places, (key,))) for key in table}
    return config.model_copy(update=update)


def _over(config: Config, values: Mapping[str, Any], place: Callable[[str], str]) -> Config:
    """The settings with `values` in place of their own; `place` says where each key was given."""
    for key, value in values.items():
        checked = _validated({key: value}, place(key), {})
        update = {key: getattr(checked, key), "places": {**config.places, key: place(key)}}
        config = config.model_copy(update=update)
    return config


def _with_waiver_files(config: Config) -> Config:
    """The settings with the waivers of other files beside their own."""
    waivers = list(config.waivers)
    for file in config.waiver_files:
        text = _text(file)
        table, places = _parsed(file, text), lines(text)
        for key in table:
            if key != "waivers":
                raise ConfigError(
                    f'unknown key "{key[:80]}"', place=_at(file, line_of(places, (key,))), remedy="Use [[waivers]]"
                )
        held = _validated({"waivers": table.get("waivers", [])}, _shown(file), places).waivers
        waivers += [
            waiver.model_copy(update={"place": _at(file, line_of(places, ("waivers", index)))})
            for index, waiver in enumerate(held)
        ]
    return config.model_copy(update={"waivers": tuple(waivers)})


def _validated(values: dict[str, Any], file: str, places: dict[tuple[str | int, ...], int]) -> Config:
    try:
        return Config.model_validate(values)
    except ValidationError as error:
        raise fault(error, file, places) from None


def _rooted(value: Any, folder: Path) -> Any:
    if isinstance(value, tuple):
        return tuple(folder / path for path in value)
    return None if value is None else folder / value


def _at(file: Path, line: int | None) -> str:
    return f"{_shown(file)}:{line}" if line else _shown(file)


def _shown(file: Path) -> str:
    """The file as one would name it from here."""
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)


def _lines(file: Path, text: str) -> dict[tuple[str | int, ...], int]:
    """Lines of the keys, without the name of the table that they stand in."""
    found = lines(text)
    if file.name != PYPROJECT:
        return found
    return {path[2:]: line for path, line in found.items() if path[:2] == _TABLE}


def _text(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", place=_shown(file), remedy=remedy_for(error)) from None
    if len(data) > MAX_BYTES:
        raise ConfigError(f"larger than {MAX_BYTES} bytes", place=_shown(file))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"is not TOML: {error}", place=_shown(file)) from None


def _parsed(file: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"is not TOML: {error}", place=_shown(file)) from None


def _table(file: Path, text: str) -> dict[str, Any] | None:
    parsed = _parsed(file, text)
    if file.name != PYPROJECT:
        return parsed
    tool = parsed.get("tool")
    table = tool.get("provenance") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError("tool.provenance is not a table", place=_shown(file))
    return table
