"""PDF files for tests: lines of Helvetica at given places, as small as the format allows."""

from collections.abc import Sequence

WIDTH = 500
"""Points that a page is wide and high."""


Line = tuple[int, int, str] | tuple[int, int, str, int]
"""Left, bottom, words, and the size of the letters where it is not 10."""


def pdf(*pages: Sequence[Line], title: str = "", trailer: bytes = b"") -> bytes:
    """A PDF whose pages hold the lines."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        drawn = b"".join(_line(*line) for line in page)
        box = f"/MediaBox [0 0 {WIDTH} {WIDTH}] /Resources << /Font << /F 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {5 + 2 * number} 0 R >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    objects.append(f"<< /Title ({title}) >>".encode())
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R %s >>" % (len(objects) + 1, len(objects), trailer)
    return written + head + table + end + b"\nstartxref\n%d\n%%%%EOF\n" % len(written)


def column(*lines: str, left: int = 40, top: int = 400, step: int = 12) -> list[Line]:
    """Lines one under the other."""
    return [(left, top - number * step, words) for number, words in enumerate(lines)]


def _line(left: int, bottom: int, words: str, size: int = 10) -> bytes:
    shown = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    return b"BT /F %d Tf %d %d Td (%s) Tj ET\n" % (size, left, bottom, shown)
