"""Settings of a project: provenance.toml, or [tool.provenance] in pyproject.toml; the nearest parent folder wins.

Unknown keys are errors, because a misspelt key would silently check less. What is given on the command line comes
before the environment (PROVENANCE_FAIL_ON), and the environment before the file.
"""

from provenance.config.files import FILE, MAX_BYTES, PYPROJECT, find, load, read
from provenance.config.schema import schema
from provenance.config.settings import KEYS, PATHS, Config, Thresholds, WaiverTable

__all__ = [
    "FILE",
    "KEYS",
    "MAX_BYTES",
    "PATHS",
    "PYPROJECT",
    "Config",
    "Thresholds",
    "WaiverTable",
    "find",
    "load",
    "read",
    "schema",
]
