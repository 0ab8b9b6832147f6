"""The maps of the rooms in their docstrings."""

import re
from pathlib import Path

import pytest

from provenance import matching, verification


@pytest.mark.parametrize("room", [matching, verification], ids=["matching", "verification"])
def test_the_docstring_names_each_module_once(room) -> None:
    named = re.findall(r"`(\w+)`", room.__doc__)
    held = {f.stem for f in Path(room.__file__).parent.glob("*.py")} | {
        f.parent.name for f in Path(room.__file__).parent.glob("*/__init__.py")
    }
    assert sorted(named) == sorted(held - {"__init__"})
