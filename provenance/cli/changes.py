"""What changed in git since a revision, in the working tree too."""

import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from provenance.errors import UsageError

_SECONDS = 120
"""A git that takes longer waits for something that will not come."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The files of a repository that changed since `revision`, and all that it tracks; absolute paths."""

    revision: str
    changed: frozenset[Path]
    """Also those that are gone."""
    tracked: frozenset[Path]

    def touches(self, path: Path | str | None) -> bool:
        """Whether a file is to be looked at: it changed, or git does not know it and so cannot say."""
        if path is None:
            return True
        resolved = Path(path).resolve()
        return resolved in self.changed or resolved not in self.tracked

    def inside(self, paths: Iterable[Path | str]) -> list[Path]:
        """The changed files that are one of `paths` or lie in one of them, those that are gone too."""
        roots = {Path(path).resolve() for path in paths}
        return sorted(file for file in self.changed if file in roots or not roots.isdisjoint(file.parents))


def since(revision: str) -> Changes:
    """What changed between `revision` and the files as they lie here; UsageError where git cannot tell."""
    if not revision.strip() or revision.startswith("-"):
        raise UsageError(
            f'--changed-since: "{revision[:80]}" is no revision', remedy="Name a commit, branch or tag: origin/main"
        )
    root = Path(_git(Path.cwd(), "rev-parse", "--show-toplevel", fault=_no_repository()).rstrip("\n")).resolve()
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", fault=_unknown(revision)
    ).strip()
    changed = _git(root, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", commit, "--")
    tracked = _git(root, "ls-files", "-z", "--full-name")
    return Changes(revision, _paths(root, changed), _paths(root, tracked))


def _git(folder: Path, *arguments: str, fault: UsageError | None = None) -> str:
    """What a git command prints; raises `fault`, or what git says, where it fails."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(  # a list, never a shell
            command, capture_output=True, timeout=_SECONDS, check=False, env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"}
        )
    except FileNotFoundError:
        raise UsageError("--changed-since needs git, which is not installed") from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"git {arguments[0]} did not answer within {_SECONDS} seconds") from None
    if done.returncode:
        said = os.fsdecode(done.stderr).strip().splitlines()
        raise fault or UsageError(f"git {arguments[0]} failed: {said[0][:200] if said else done.returncode}")
    return os.fsdecode(done.stdout)


def _paths(root: Path, listed: str) -> frozenset[Path]:
    return frozenset(root / name for name in listed.split("\0") if name)


def _no_repository() -> UsageError:
    return UsageError("--changed-since: this folder is in no git repository", remedy="Run it in one, or without it")


def _unknown(revision: str) -> UsageError:
    remedy = "A shallow clone must fetch it first: git fetch --unshallow, or fetch-depth: 0 in CI"
    return UsageError(f'--changed-since: git knows no revision "{revision[:80]}"', remedy=remedy)
