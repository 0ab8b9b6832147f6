import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reports.linehash import line_hashes

TEXT = st.text("ab \t\n\r\U0001f600é", max_size=300)


def every(text: str) -> list[str]:
    found = line_hashes(text, range(1, 10_000))
    assert list(found) == list(range(1, len(found) + 1))
    return list(found.values())


@pytest.mark.parametrize(
    ("text", "hashes"),
    [
        # What the tests of github/codeql-action expect (src/fingerprints.test.ts, MIT licence).
        ("", ["c129715d7a2bc9a3:1"]),
        (" a\nb\n  \t\tc\n d", ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]),
        (
            "Lorem ipsum dolor sit amet.\n" * 10,
            [*(f"a7f2ff13bc495cf2:{n}" for n in range(1, 7)), "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1",
             "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"],
        ),
    ],
)  # fmt: skip
def test_hashes_are_those_of_github(text, hashes):
    assert every(text) == hashes


def rolling(text: str) -> list[str]:
    """The same, unit by unit, as the original goes about it."""
    window, starts, index, raw, line, at_start, after_cr = [0] * 100, [False] * 100, 0, 0, 0, True, False
    first, counts, told = 37**100, {}, []

    def push(unit: int) -> None:
        nonlocal raw, index
        raw = (37 * raw + unit - first * window[index]) % 2**64
        window[index] = unit
        index = (index + 1) % 100

    def tell() -> None:
        if starts[index]:
            counts[raw] = counts.get(raw, 0) + 1
            told.append(f"{raw:x}:{counts[raw]}")
            starts[index] = False

    units = text.encode("utf-16-le", "surrogatepass")
    for unit in [*(units[i] + 256 * units[i + 1] for i in range(0, len(units), 2)), 65535]:
        if unit in (9, 32) or (after_cr and unit == 10):
            after_cr = False
            continue
        after_cr, unit = unit == 13, 10 if unit == 13 else unit
        tell()
        starts[index], at_start, line = starts[index] or at_start, unit == 10, line + at_start
        push(unit)
    for _ in range(100):
        tell()
        push(0)
    return told


@given(TEXT)
def test_hashes_are_those_of_a_rolling_hash(text):
    assert every(text) == rolling(text)


@given(TEXT, st.integers(0, 60))
def test_blank_lines_above_change_no_hash_below(text, blank):
    assert every("\n" * blank + "top\n" + text)[blank:] == every("top\n" + text)


def test_only_wanted_lines_are_told():
    assert list(line_hashes("a\nb\nc\n", {2, 9})) == [2]
