"""What every public noun shares: frozen, no unknown fields, a JSON schema."""

from functools import cache
from typing import Self

from pydantic import BaseModel, ConfigDict

# The slots of every pydantic model, written past `__setattr__`: that takes half the time.
_set_values, _set_names, _set_extra, _set_private = (
    vars(BaseModel)[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


class Model(BaseModel):
    """Base of the public models."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def made(cls, **values: object) -> Self:
        """The noun with these values, unchecked: for what the rooms work out themselves, by the thousand.

        Every field must be given, in the order of the class, in its final type. It takes half the time of checking,
        and a third of that of `model_construct`, which fills in what is left out.
        """
        new = object.__new__(cls)
        _set_values(new, values)
        _set_names(new, _names(cls))
        _set_extra(new, None)
        _set_private(new, None)
        return new


@cache
def _names(noun: type[BaseModel]) -> set[str]:
    """The fields of a noun: one set for all that are made, since nothing may change them."""
    return set(noun.model_fields)
