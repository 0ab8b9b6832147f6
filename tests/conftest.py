"""What tests of several rooms need: programs that check what is written."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# No test is about time: a busy machine fails none.
settings.register_profile("provenance", deadline=None)
settings.load_profile("provenance")


def missing(what: str) -> None:
    """Skips a test for want of a program, with the reason; fails it in .ci/run, which installs them all."""
    if os.environ.get("PROVENANCE_SKIP_NOTHING"):
        pytest.fail(f"{what}, and nothing may be skipped here")
    pytest.skip(what)


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The folder with the packages of tests/node/package.json, made by `.ci/node FOLDER`, or `npm ci` in tests/node."""
    folder = Path(os.environ.get("PROVENANCE_NODE", Path(__file__).parent / "node")) / "node_modules"
    if not folder.is_dir():
        missing(f"no {folder}: run `.ci/node tests/node`, or name the folder made by it in PROVENANCE_NODE")
    return folder


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Finds a program by its name: where `.ci/node FOLDER` put it, else on the machine."""
    folder = Path(os.environ.get("PROVENANCE_NODE", Path(__file__).parent / "node")) / "bin"

    def find(name: str) -> str:
        found = shutil.which(name, path=f"{folder}{os.pathsep}{os.environ.get('PATH', '')}")
        if found is None:
            missing(f"no program {name}: run `.ci/node tests/node`, or name the folder made by it in PROVENANCE_NODE")
        return str(found)

    return find
