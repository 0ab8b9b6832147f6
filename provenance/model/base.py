"""What every public noun shares: frozen, no unknown fields, a JSON schema."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """Base of the public models."""

    model_config = ConfigDict(frozen=True, extra="forbid")
