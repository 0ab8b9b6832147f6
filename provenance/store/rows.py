"""Models to and from the columns of a row."""

import json as json_format
from datetime import datetime
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from provenance.errors import StoreError

M = TypeVar("M", bound=BaseModel)


def stamp(now: datetime | None) -> str | None:
    """A moment as text, in ISO 8601."""
    return None if now is None else now.isoformat()


def parse(model: type[M], json: str, **columns: Any) -> M:
    """The model of a JSON column and of the columns kept beside it; raises StoreError where the column is damaged."""
    try:
        if not columns:
            return model.model_validate_json(json)
        return model.model_validate({**json_format.loads(json), **columns})
    except (ValueError, TypeError, RecursionError, ValidationError) as error:
        detail = str(error).splitlines()[0]
        message = f"a {model.__name__.lower()} in the store is damaged ({detail})"
        raise StoreError(message, remedy="Restore the store from a copy.") from None
