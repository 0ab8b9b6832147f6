"""Models as plain JSON values, for the formats that programs read."""

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

SCHEMA_VERSION = "1.0"
"""Of the JSON that `review` and `check` write: major when a reader must change, minor when something is added."""

# Lone surrogates cannot be written as UTF-8, and some readers of lines break at U+0085, U+2028 and U+2029;
# as \uXXXX they are the same JSON string.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def plain(value: Any) -> Any:
    """`value` as dicts, lists, strings, numbers and None: Decimals as strings, dates in ISO form."""
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted((plain(item) for item in value), key=repr)  # a set has no order of its own
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def dump(value: Any, indent: int | None = None) -> str:
    """`value` as JSON text that always encodes as UTF-8; the same value gives the same bytes."""
    text = json.dumps(plain(value), ensure_ascii=False, allow_nan=False, indent=indent)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
