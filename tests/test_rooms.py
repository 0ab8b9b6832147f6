"""The maps of the rooms in their docstrings."""

import re
from importlib import import_module
from pathlib import Path

import pytest

import provenance

HOUSE = Path(provenance.__file__).parent
ROOMS = [
    ".".join(f.parent.relative_to(HOUSE.parent).parts)
    for room in ("extraction", "matching", "verification")
    for f in sorted((HOUSE / room).rglob("__init__.py"))
]


@pytest.mark.parametrize("room", ROOMS)
def test_the_docstring_names_each_module_once(room: str) -> None:
    module = import_module(room)
    folder = Path(module.__file__).parent
    held = {f.stem for f in folder.glob("*.py")} | {f.parent.name for f in folder.glob("*/__init__.py")}
    named = [name for name in re.findall(r"`(\w+)`", module.__doc__) if name in held]
    assert sorted(named) == sorted(held - {"__init__"})
