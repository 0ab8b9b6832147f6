"""Source text made safe to show: characters that hide or reorder text become visible."""

import re

# Shown: controls (but not tab and newline), bidi controls, invisible format characters, tags, lone surrogates and
# noncharacters. Left alone: ZWNJ, ZWJ, soft hyphen and variation selectors, which ordinary spelling and emoji need.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    "\uffa0\ufff0-\uffff\ufdd0-\ufdef\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f\ud800-\udfff]"
)
_OBJECTS = "\ufffc\ufffd"  # these two have glyphs of their own


def _named(match: re.Match[str]) -> str:
    character = match.group()
    return character if character in _OBJECTS else f"⟦U+{ord(character):04X}⟧"


def visible(text: str) -> str:
    """`text` with every control, bidi control and invisible character as ⟦U+202E⟧; line and page ends as newlines."""
    return _HIDDEN.sub(_named, text.replace("\r\n", "\n").replace("\f", "\n"))


def one_line(text: str) -> str:
    """`visible(text)` with each run of whitespace as one space; edges keep theirs, so that pieces can be joined."""
    return re.sub(r"\s+", " ", visible(text))
