"""The lines of a PDF with their places, as JSON: `pdf_lines.py SECONDS BYTES MOST_PAGES`, the file on standard input.

A program of its own, run by `readers.pdf`: what a hostile file does to the parser, it does to this process, which has
little time and memory. It imports nothing of this project.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any


def main(seconds: int, memory: int, most_pages: int) -> dict[str, Any]:
    """`title`, `author`, `count` of pages, and for each page its lines as [text, left, bottom, right, top] in points.

    Lines whose place is not known have the text alone. `fault` alone where the file cannot be read: "password" or
    "damaged".
    """
    _limit(seconds, memory)
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        count = len(pdf)
        pages = [list(_lines(pdf[number].get_textpage())) for number in range(min(count, most_pages))]
    except pypdfium2.PdfiumError as error:
        return {"fault": "password" if "password" in str(error).lower() else "damaged"}
    about = pdf.get_metadata_dict()
    return {"title": about.get("Title", ""), "author": about.get("Author", ""), "count": count, "pages": pages}


def _limit(seconds: int, memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has none; the caller's clock remains
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    if sys.platform == "linux":  # elsewhere the limit counts what the system maps, or is refused
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _lines(page: Any) -> Iterator[tuple[str, float, float, float, float] | tuple[str]]:
    text = page.get_text_range()
    placed = len(text) == page.count_chars()  # characters beyond the first plane shift what follows them
    at = 0
    for line in text.split("\r\n"):
        words = line.strip()
        first = at + len(line) - len(line.lstrip())
        at += len(line) + 2
        if not words:
            continue
        if not placed:
            yield (words,)
            continue
        left, bottom, _, top = page.get_charbox(first, loose=True)
        right = page.get_charbox(first + len(words) - 1, loose=True)[2]
        yield words, left, bottom, right, top


if __name__ == "__main__":
    sys.stdout.buffer.write(json.dumps(main(*map(int, sys.argv[1:4]))).encode())
