"""Verify claims and their sources: read, extract, compare, review, check."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from provenance.version import VERSION

if TYPE_CHECKING:
    from provenance.pipeline import check, compare, extract, read, review

__version__ = VERSION
__all__ = ["check", "compare", "extract", "read", "review"]
_ALONE = {"extract": "provenance.extraction.claims", "read": "provenance.readers"}
"""Verbs that need one room; the others are composed in the pipeline, which loads all of them."""


def __getattr__(name: str) -> Any:
    """The public verbs, loaded when first asked for, so that importing the package costs nothing."""
    if name in __all__:
        return getattr(import_module(_ALONE.get(name, "provenance.pipeline")), name)
    raise AttributeError(f"module 'provenance' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})
