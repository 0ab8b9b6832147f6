"""Models to and from the columns of a row."""

import hashlib
import json as json_format
from datetime import datetime
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from provenance.errors import StoreError

M = TypeVar("M", bound=BaseModel)
REMEDY = "Restore the store from a copy"


def stamp(now: datetime | None) -> str | None:
    """A moment as text, in ISO 8601."""
    return None if now is None else now.isoformat()


def digest(text: object) -> str:
    """SHA-256 of a column as UTF-8, hexadecimal; a damaged column may hold anything."""
    return hashlib.sha256(str(text).encode("utf-8", "surrogatepass")).hexdigest()


def damaged(what: str) -> StoreError:
    """The error for a row that is not as it was written."""
    return StoreError(f"{what} in the store is damaged", remedy=REMEDY)


def parse(model: type[M], json: str, json_sha256: str, **columns: Any) -> M:
    """The model of a JSON column and of the columns kept beside it; raises StoreError where the column is damaged."""
    name = f"a {model.__name__.lower()}"
    if digest(json) != json_sha256:
        raise damaged(name)
    try:
        if not columns:
            return model.model_validate_json(json)
        return model.model_validate({**json_format.loads(json), **columns})
    except (ValueError, TypeError, RecursionError, ValidationError) as error:
        detail = str(error).splitlines()[0]
        raise StoreError(f"{name} in the store cannot be read ({detail})", remedy=REMEDY) from None
