"""In a terminal and out of it: colour, width, progress."""

import os
import pty
import shlex
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of Unix")


def in_terminal(*arguments: object, out: bool = True, err: bool = True, **environment: str) -> tuple[str, str, str]:
    """What `provenance ARGUMENTS…` shows on a terminal, and prints into pipes for output and errors."""
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "provenance", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=follower if out else subprocess.PIPE,
        stderr=follower if err else subprocess.PIPE,
        env=os.environ | {"TERM": "xterm-256color"} | environment,
    ) as process:
        os.close(follower)
        shown = _read(leader)
        piped = [stream.read().decode() if stream else "" for stream in (process.stdout, process.stderr)]
    os.close(leader)
    return shown, piped[0], piped[1]


def _read(leader: int) -> str:
    parts = []
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:  # Linux says so where the other end is closed
            break
        if not part:
            break
        parts.append(part)
    return b"".join(parts).decode()


@pytest.fixture
def many(tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(9):
        (folder / f"{number}.txt").write_text(f"The ferry carried {number + 300} passengers.\n", encoding="utf-8")
    return folder


def test_colour_in_a_terminal_and_none_with_no_color(sources):
    assert "\x1b[1;31m" in in_terminal("review", sources)[0]
    assert "\x1b" not in in_terminal("review", sources, NO_COLOR="1")[0]
    assert "\x1b" not in in_terminal("review", sources, TERM="dumb")[0]
    assert "\x1b" not in in_terminal("review", sources, out=False)[1]


def test_errors_and_help_have_no_colour_to_take_away():
    for arguments in (["revew"], ["--help"], ["review", "--fromat", "x"], ["explain"]):
        assert "\x1b" not in in_terminal(*arguments, NO_COLOR="1")[0]


def test_progress_on_stderr_in_a_terminal_alone(many):
    shown, out, _ = in_terminal("review", many, out=False)
    assert "provenance: extracting" in shown
    assert "extracting" not in out
    _, out, err = in_terminal("review", many, out=False, err=False)
    assert "extracting" not in out + err
    assert "\x1b" not in err


def test_columns_are_those_that_are_asked_for(sources):
    shown, _, _ = in_terminal("review", sources, COLUMNS="64", NO_COLOR="1")
    longest = max(len(line) for line in shown.splitlines())
    assert 60 <= longest <= 64


def closed(redirections: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    """What `provenance ARGUMENTS… REDIRECTIONS` of a shell says on stderr, and its exit code."""
    command = shlex.join([sys.executable, "-m", "provenance", *map(str, arguments)])
    return subprocess.run(["sh", "-c", f"{command} {redirections}"], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("redirections", "arguments", "code", "words"),
    [
        (">&-", ["explain", "PV301"], 2, "standard output is closed"),
        (">&- 2>&- <&-", ["explain", "PV301"], 2, ""),
        ("2>&-", ["review", "nope.txt"], 2, ""),
        ("<&-", ["review", "-"], 2, "standard input: is empty"),
        (">/dev/full", ["explain", "PV301"], 2, "cannot write: No space left on device"),
        (">/dev/full", ["--help"], 2, "cannot write: No space left on device"),
    ],
)
def test_streams_that_are_closed_or_full_are_told_in_a_line(redirections, arguments, code, words):
    if "/dev/full" in redirections and not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    done = closed(redirections, *arguments)
    assert done.returncode == code
    assert words in done.stderr
    assert done.stderr.count("\n") == bool(words)


def test_a_report_into_a_file_needs_no_standard_output(tmp_path):
    (tmp_path / "a.txt").write_text("The ferry carried 300 passengers.\n", encoding="utf-8")
    done = closed(">&-", "extract", tmp_path / "a.txt", "-o", tmp_path / "out.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert "300 passengers" in (tmp_path / "out.txt").read_text("utf-8")


def test_a_folder_that_is_gone_is_no_defect(tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    command = shlex.join([sys.executable, "-m", "provenance", "review", "a.txt"])
    line = f"rmdir {shlex.quote(str(gone))} && {command}"
    done = subprocess.run(["sh", "-c", line], cwd=gone, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "provenance: this folder is gone. Change to one that is there" in done.stderr.splitlines()
