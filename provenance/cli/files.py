"""What the reports for CI need to know of files: where they stand in the repository, and their own text."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.model import Document, Report
    from provenance.reports.places import Files

_REPOSITORY = (".git", ".hg", ".jj")
_LINES_AS_IN_FILE = "markdown"
"""The reader that keeps the lines of its file: of what no finding names, only the lines are told."""


def files(report: "Report") -> "Files":
    """Paths relative to the repository that this folder is in, and the text of files that documents differ from."""
    from provenance.reports.places import Files

    root = _root(Path.cwd())
    paths = {d.path for d in report.documents if d.path} | set(_recorded(report))
    told = {span.document for f in report.findings for span in (f.a, f.b) if span is not None}
    held = texts([d for d in report.documents if d.id in told or d.reader != _LINES_AS_IN_FILE])
    return Files({path: _relative(path, root) for path in sorted(paths)}, held)


def texts(documents: "Iterable[Document]") -> dict[str, str]:
    """The files' own text, by path, of those documents that differ from it."""
    return {d.path: text for d in documents if d.path and (text := _text(d)) is not None}


def _root(start: Path) -> Path:
    """The nearest folder that is a repository; the folder itself where none is."""
    folders = (start, *start.parents)
    return next((f for f in folders if any((f / name).exists() for name in _REPOSITORY)), start)


def _recorded(report: "Report") -> Iterator[str]:
    """Files of the ledger that findings name."""
    for finding in report.findings:
        if finding.place:
            yield finding.place.rsplit(":", 2)[0]


def _relative(path: str, root: Path) -> str:
    """The path from the root, without links where that stays inside; an absolute path for a file outside."""
    absolute = Path.cwd() / path
    try:
        for candidate, base in ((absolute.resolve(), root.resolve()), (absolute, root)):
            if candidate.is_relative_to(base):
                return candidate.relative_to(base).as_posix()
        return absolute.resolve().as_posix()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name that no file can have
        return path


def _text(document: "Document") -> str | None:
    """The file's own text, where the document's differs from it; None where the file has changed or is gone."""
    import hashlib

    from provenance.errors import ProvenanceError
    from provenance.readers import encoding, load

    if document.reader == "plain" or document.path is None:
        return None
    try:
        raw = load(Path(document.path))
        is_same = hashlib.sha256(raw).hexdigest() == document.sha256
        return encoding.decode(raw)[0] if is_same else None
    except ProvenanceError:
        return None
