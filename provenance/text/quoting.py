"""Words of a text inside a sentence about them."""


def quoted(words: str) -> str:
    """`words` between curly quotation marks, on one line: what every reason and message quotes by.

    Not `repr`, which writes a hard space as an escape and changes its marks with the apostrophes inside. What has these
    marks already gets no second pair.
    """
    line = " ".join(words.split())
    return line if line.startswith("“") and line.endswith("”") else f"“{line}”"


def unpaired(reason: str, a: str, b: str) -> str:
    """A reason without the two values that it begins with, for where both are shown beside it already."""
    for first, second in ((a, b), (b, a)):
        reason = reason.removeprefix(f"{quoted(first)} and {quoted(second)}: ")
    both = f"{quoted(a)} on both sides"
    return "" if reason == both else reason.removeprefix(f"{both}; ")
