"""Bytes to text: byte order mark, UTF-8, the declared charset, then a guess; every guess leaves a warning."""

import codecs
import re

from provenance.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Python's own transformations, which no document declares in good faith, and what cannot hold its own declaration.
_NOT_FOR_TEXT = frozenset(
    (
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-le",
        "utf-32-be",
        "utf-7",
        "idna",
        "punycode",
        "undefined",
        "unicode-escape",
        "raw-unicode-escape",
    )
)
_HIGH = re.compile(rb"[\x80-\xff]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
# Accents and typographic marks stand alone or in twos; bytes beyond ASCII in longer runs are words of another script.
_LONGEST_LATIN_RUN = 2
_LATIN_SHARE = 0.7
_CONTROL_SHARE = 0.01
_SAMPLE = 256 * 1024


def decode(raw: bytes, declared: str | None = None) -> tuple[str, list[str]]:
    """Text of `raw` without its byte order mark, and one warning for each thing guessed or replaced.

    Raises UnreadableError when the bytes are no text.
    """
    text, warnings = _decode(raw, declared)
    if _SURROGATE.search(text):
        text = _SURROGATE.sub(_REPLACEMENT, text)
        warnings.append("lone surrogates were replaced by U+FFFD")
    _refuse_binary(text)
    return text, warnings


def _decode(raw: bytes, declared: str | None) -> tuple[str, list[str]]:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _strict_or_replaced(raw[len(mark) :], name)
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        where = _place(raw, error.start)
    known = _known(declared)
    if known is not None and known != "utf-8":
        text, warnings = _strict_or_replaced(raw, known)
        return text, [*warnings, f"not UTF-8 ({where}); read as {known}, which the file declares"]
    if _is_damaged_utf8(raw):
        return _strict_or_replaced(raw, "utf-8")
    name = _guess(raw)
    text, warnings = _strict_or_replaced(raw, name)
    return text, [*warnings, f"not UTF-8 ({where}); read as {name}, which is a guess"]


def _strict_or_replaced(raw: bytes, name: str) -> tuple[str, list[str]]:
    try:
        return raw.decode(name), []
    except UnicodeDecodeError as error:
        text = raw.decode(name, errors="replace")
        count = text.count(_REPLACEMENT)
        replaced = "1 place was" if count == 1 else f"{count} places were"
        warning = f"invalid {name} ({_place(raw, error.start)}); {replaced} replaced by U+FFFD"
        return text, [warning]


def _place(raw: bytes, offset: int) -> str:
    line = raw.count(b"\n", 0, offset) + 1
    return f"line {line}, byte offset {offset}, 0x{raw[offset]:02X}"


def _known(declared: str | None) -> str | None:
    """Python's name of a declared charset, None for an unknown or unfit one."""
    try:
        info = codecs.lookup((declared or "").strip().lower())
        is_text = isinstance(codecs.decode(b"", info.name), str)
    except (LookupError, ValueError, TypeError):
        return None
    return info.name if is_text and info.name.replace("_", "-") not in _NOT_FOR_TEXT else None


def _is_damaged_utf8(raw: bytes) -> bool:
    """Whether most characters beyond ASCII are whole in UTF-8."""
    text = raw.decode("utf-8", errors="replace")
    broken = text.count(_REPLACEMENT)
    beyond = sum(1 for character in text if character > "\x7f")
    return beyond - broken > broken


def _guess(raw: bytes) -> str:
    """cp1252 for a Latin script (a detector takes few accents for anything), else what charset-normalizer says."""
    runs = [len(run) for run in _HIGH.findall(raw)]
    if sum(run for run in runs if run <= _LONGEST_LATIN_RUN) >= _LATIN_SHARE * sum(runs):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE]).best()
    return best.encoding if best is not None else "cp1252"


def _refuse_binary(text: str) -> None:
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or controls > max(_CONTROL_SHARE * len(text), 8):
        raise UnreadableError("is binary, not text", remedy="Save it as text in UTF-8")
    if not text.strip("\ufeff\u200b \t\r\n\f\v\xa0"):
        raise UnreadableError("holds no text", remedy="Leave it out, or save the source again")
