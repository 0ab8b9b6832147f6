"""What every public noun shares: frozen, no unknown fields, a JSON schema."""

from typing import Self

from pydantic import BaseModel, ConfigDict

_set = object.__setattr__


class Model(BaseModel):
    """Base of the public models."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def made(cls, **values: object) -> Self:
        """The noun with these values, unchecked: for what the rooms work out themselves, by the thousand.

        Every field must be given, in the order of the class, in its final type. It takes half the time of checking,
        and a third of that of `model_construct`, which fills in what is left out.
        """
        new = cls.__new__(cls)
        _set(new, "__dict__", values)
        _set(new, "__pydantic_fields_set__", set(values))
        _set(new, "__pydantic_extra__", None)
        _set(new, "__pydantic_private__", None)
        return new
