"""sources.yaml: what is known about the files of a folder, with a digest that shows when a file has changed.

```yaml
talks.txt:
  title: Talks begin
  publisher: The Daily
  published: 2018-04-10
  sha256: 7e6dca14…
```
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from provenance.errors import UnreadableError

FILE_NAME = "sources.yaml"


@dataclass(frozen=True, slots=True)
class Source:
    """What sources.yaml says of one file; None where it says nothing."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources.yaml of a folder: entries by file name, and what is wrong with it."""

    entries: dict[str, Source]
    errors: tuple[UnreadableError, ...] = ()


def load(folder: Path) -> Sources:
    """The entries of a folder's sources.yaml, none without such a file; entries with errors are left out whole."""
    path = folder / FILE_NAME
    if not path.is_file():
        return Sources({})
    from provenance.readers.sources_file import parse  # most folders have none, and YAML takes 10 ms to import

    return parse(path)
