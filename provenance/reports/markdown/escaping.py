"""Words of a source as Markdown that says just these words."""

import re

from provenance.reports.visible import one_line

_MARKUP = re.compile(r"[\\`*_\[\]<>|~$]|&(?=[#\w])")
# Hosts make links of these in plain words, where a backslash does not help; an invisible break as an entity does.
_LIVE = re.compile(r"@(?=\w)|#(?=\d)|(?<=GH-)(?=\d)|(?<=:)(?=//)|(?<=\bwww)(?=\.)|:(?=[\w+-]{1,40}:)", re.IGNORECASE)
_AT_START = re.compile(r"^(\s*)(#|\+|-|=|\d+(?=[.)]))")
_BREAK = "&#8203;"


def escape(text: str) -> str:
    """`text` on one line as words alone: no markup, HTML, table cell, link, mention, issue number or emoji code."""
    words = _MARKUP.sub(lambda match: "\\" + match.group(), one_line(text))
    return _LIVE.sub(lambda match: match.group() + _BREAK, words)


def quoted_start(words: str) -> str:
    """Escaped words as the start of a line, where they can open no list and no heading."""
    match = _AT_START.match(words)
    if match is None:
        return words
    place = match.end() if match.group(2).isdigit() else match.start(2)
    return words[:place] + "\\" + words[place:]
