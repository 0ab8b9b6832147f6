"""What is wrong with a settings file, in one line: the place, the value, what to write instead."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from provenance.config.places import Path, line_of
from provenance.config.settings import KEYS, Config, Thresholds, WaiverTable
from provenance.errors import ConfigError, did_you_mean

_TABLES: dict[str, type[BaseModel]] = {"thresholds": Thresholds, "waivers": WaiverTable}


def unknown(key: str, path: Path, place: str) -> ConfigError:
    """A key that no setting has; `path` is of the table that it stands in."""
    model = _TABLES.get(str(path[0])) if path else None
    known = [name for name in model.model_fields if name != "place"] if model else list(KEYS)
    inside = f" in {path[0]}" if path else ""
    remedy = did_you_mean(key, known) or f"Keys are: {', '.join(known)}"
    return ConfigError(f'unknown key "{key[:80]}"{inside}', place=place, remedy=remedy)


def fault(error: ValidationError, file: str, lines: Mapping[Path, int]) -> ConfigError:
    """One fault that the model found, a misspelt key first, with line, value and an example."""
    errors = error.errors(include_url=False)
    first = next((one for one in errors if one["type"] == "extra_forbidden"), errors[0])
    path: Path = tuple(first["loc"])
    line = line_of(dict(lines), path)
    place = f"{file}:{line}" if line else file
    if first["type"] == "extra_forbidden":
        return unknown(str(path[-1]), path[:-1], place)
    named = dotted(path)
    if first["type"] == "missing":
        return ConfigError(f"{named} is missing", place=place, remedy=_remedy(path))
    message = first["msg"].removeprefix("Value error, ")
    if first["type"] == "value_error":
        return ConfigError(f"{named}: {message}", place=place, remedy=_remedy(path))
    return ConfigError(f"{named} is {toml(first['input'])[:80]}; {_wanted(first)}", place=place, remedy=_remedy(path))


def dotted(path: Path) -> str:
    """`waivers[0].expires`."""
    words = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path if part not in _UNIONS)
    return words.removeprefix(".")


_UNIONS = ("date", "str", "constrained-str")
"""Names that pydantic puts into a place for the branches of a union."""
_WANTED = {
    "tuple_type": "it must be a list",
    "list_type": "it must be a list",
    "dict_type": "it must be a table",
    "model_type": "it must be a table",
    "string_type": "it must be a text in quotes",
    "path_type": "it must be a path in quotes",
    "float_type": "it must be a number",
    "float_parsing": "it must be a number without quotes",
    "string_pattern_mismatch": "it must not be blank",
    "string_too_short": "it must not be empty",
    "greater_than_equal": "it must be from 0 to 1",
    "less_than_equal": "it must be from 0 to 1",
}


def _wanted(detail: ErrorDetails) -> str:
    if detail["type"] == "literal_error":
        expected: str = detail["ctx"]["expected"]
        return "it must be one of " + expected.replace("'", "").replace(" or ", ", ")
    if detail["loc"][-1] == "finding" and "string" in detail["type"]:
        return "it must be the id of a finding, or its first eight digits or more"
    return _WANTED.get(detail["type"], detail["msg"][:1].lower() + detail["msg"][1:])


def _remedy(path: Path) -> str:
    """An example of the setting, as it would be written."""
    field = Config.model_fields.get(str(path[0])) if path else None
    if field is None or not field.examples:
        return ""
    return f"Write, for example: {path[0]} = {toml(field.examples[0])}"


def toml(value: Any) -> str:
    """A value as TOML writes it inline."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (str, bool, int, float)) else str(value)
