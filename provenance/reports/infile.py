"""The words of a passage in the file that they were read from, through markup and character references."""

import re

_MOST_WORDS = 60
"""Words and signs of a longer passage that are looked for, at each of its ends."""
_TOKEN = re.compile(r"[^\W_]+|[^\w\s*`~\[\]<>|\\]")
# What may stand between two words: space, HTML tags, emphasis, links and quotation marks of Markdown. No token begins
# with any of it, so that it need not be given back (`*+`), and the search takes linear time.
_MARKUP = r"(?:\s|<[^<>]{1,500}>|&nbsp;|[*_`~\[<>|\\]|\](?:\([^()\s]{0,500}\))?)"
_WRITTEN = {"&": "amp", '"': "quot", "'": "apos"}


def find(quote: str, text: str, start: int, end: int, before: int = 0) -> tuple[int, int] | None:
    """The range of `text[start:end]` that reads as `quote` without markup; None where there is none.

    Where several do, the one with `before` of them in front of it; the last one where they are fewer.
    """
    tokens = list(_TOKEN.finditer(quote))
    if not tokens:
        return None
    found = None
    for count, match in enumerate(_pattern(tokens[:_MOST_WORDS]).finditer(text, start, end)):
        found = match
        if count == before:
            break
    if found is None:
        return None
    rest = tokens[_MOST_WORDS:][-_MOST_WORDS:]
    last = _pattern(rest).search(text, found.end(), end) if rest else None
    return found.start(), (last or found).end()


def _pattern(tokens: list[re.Match[str]]) -> re.Pattern[str]:
    parts: list[str] = []
    at = tokens[0].start()
    for token in tokens:
        if parts:
            parts.append(f"{_MARKUP}{'+' if token.start() > at else '*'}+")
        parts.append("".join(map(_written, token.group())))
        at = token.end()
    return re.compile("".join(parts))


def _written(character: str) -> str:
    """A character, or the reference that HTML may write for it."""
    plain = re.escape(character)
    if character in _WRITTEN:
        return rf"(?:&{_WRITTEN[character]};|&#x?[0-9a-fA-F]{{1,6}};|{plain})"
    return plain if character.isascii() else rf"(?:{plain}|&#?\w{{1,24}};)"
