"""The JSON schema of provenance.toml, for editors and validators."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from provenance.config.settings import Config


def schema() -> str:
    """The schema as published beside this module, in provenance.schema.json."""
    generated = Config.model_json_schema(schema_generator=WithoutNull)
    properties: dict[str, Any] = generated["properties"]
    properties |= {key.replace("_", "-"): value for key, value in properties.items() if "_" in key}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps({**head, **generated, "title": "provenance.toml"}, indent=2, sort_keys=True) + "\n"


class WithoutNull(GenerateJsonSchema):
    """What a person writes has no null: an absent key is left out."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """The schema of what is not null."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """The schema without a default that is null."""
        generated = super().default_schema(schema)
        return {key: value for key, value in generated.items() if key != "default" or value is not None}
