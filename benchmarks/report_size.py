"""Size of the HTML report, and how soon it opens: generated reports of growing size, in a real Chromium.

    python benchmarks/report_size.py [--node FOLDER] [--most 2000]

FOLDER is what `.ci/node FOLDER` made; without it, only size and writing time are measured.
"""

import argparse
import hashlib
import json
import subprocess
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from provenance.model import Claim, Document, Fact, Finding, Quantity, Report, SlotComparison, Span
from provenance.reports import render

SCALES = (20, 200, 2_000)
"""Documents; two and a half findings for each."""
SENTENCES = 22
"""A document is about 3,000 code points long, as a news article is."""
OPEN = Path(__file__).parent / "report_size.mjs"


def document(number: int) -> Document:
    lines = [
        f"On day {line} of the flood in district {number % 97}, {100 + (number * 7 + line) % 53} houses were "
        f"under water, the council of ward {line} said; boats came from {line + 2} towns."
        for line in range(SENTENCES)
    ]
    text = "\n".join(lines)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=f"d{number:05}", text=text, sha256=digest, text_sha256=digest, path=f"sources/{number:05}.txt",
        title=f"The flood, report {number}", publisher=f"Paper {number % 40}",
        url=f"https://paper{number % 40}.example/{number}",
        media_type="text/plain", reader="plain", reader_version="1",
    )  # fmt: skip


def claim(source: Document, line: int) -> Claim:
    start = sum(len(part) + 1 for part in source.text.split("\n")[:line])
    sentence = source.text[start : source.text.index("\n", start)]
    span = Span(document=source.id, start=start, end=start + len(sentence), quote=sentence)
    at = sentence.index(", ") + 2
    figure = sentence[at : sentence.index(" houses")]
    value = Decimal(figure)
    place = Span(document=source.id, start=start + at, end=start + at + len(figure), quote=figure)
    quantity = Quantity(span=place, text=figure, value=value, low=value, high=value, noun="houses")
    return Claim(id=f"{source.id}-{line}", span=span, sentence=span, quantities=(quantity,), types=("figure",))


def report(documents: int) -> Report:
    sources = [document(number) for number in range(documents)]
    claims = {source.id: [claim(source, line) for line in range(SENTENCES - 1)] for source in sources}
    findings, facts = [], []
    for number in range(documents * 5 // 2):
        line, a = number % 5, sources[number % documents]
        b = sources[(number % documents + 1 + number // documents) % documents]
        left, right = claims[a.id][line], claims[b.id][line]
        is_conflict = number % 5 == 0
        findings.append(finding(number, left, right, is_conflict))
        if number % 2 == 0:
            facts.append(fact(number, left, right, is_conflict))
    every = tuple(one for found in claims.values() for one in found)
    return Report(documents=tuple(sources), claims=every, findings=tuple(findings), facts=tuple(facts))


def finding(number: int, a: Claim, b: Claim, is_conflict: bool) -> Finding:
    left, right = a.quantities[0].text, b.quantities[0].text
    verdict = "different" if is_conflict else "compatible"
    slots = (
        SlotComparison(slot="quantity", verdict=verdict, a=left, b=right, reason="two exact values of one count"),
        SlotComparison(slot="place", verdict="same", a="the district", b="the district", reason="identical"),
        SlotComparison(slot="time", verdict="unknown", a="", b="", reason="no date on both sides"),
    )
    return Finding(
        id=hashlib.sha256(str(number).encode()).hexdigest(),
        rule="PV301" if is_conflict else "PV303",
        severity="error" if is_conflict else "info",
        relation="conflicts" if is_conflict else "corroborates",
        score=0.9,
        message=f"the figures on houses: {left!r} and {right!r}",
        reasons=(),
        a=a.span,
        b=b.span,
        claims=(a.id, b.id),
        slots=slots,
    )


def fact(number: int, a: Claim, b: Claim, is_conflict: bool) -> Fact:
    values = tuple(dict.fromkeys((a.quantities[0].text, b.quantities[0].text)))
    origins = (a.span.document, b.span.document)
    return Fact(
        id=f"f{number}", label=f"houses under water: {', '.join(values)}", claims=(a.id, b.id), values=values,
        relation="conflicts" if is_conflict else "corroborates", documents=origins, origins=origins,
        claim_origins=origins,
    )  # fmt: skip


def opened(page: Path, node: Path) -> dict[str, float]:
    """Milliseconds until the page is parsed, painted and loaded, and its elements; the median of three."""
    arguments = [node / "bin" / "node", OPEN, node / "bin" / "chromium", page]
    done = subprocess.run(
        arguments, env={"NODE_PATH": str(node / "node_modules")}, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--node", type=Path)
    parser.add_argument("--most", type=int, default=SCALES[-1])
    arguments = parser.parse_args()
    if arguments.node is None:
        print("no --node FOLDER (made by `.ci/node FOLDER`): the time to open is not measured")
    print(f"{'documents':>9} {'findings':>9} {'facts':>6} {'written s':>9} {'MB':>6} {'parsed ms':>9} "
          f"{'painted ms':>10} {'loaded ms':>9} {'elements':>9}")  # fmt: skip
    for documents in SCALES:
        if documents > arguments.most:
            break
        one = report(documents)
        started = time.perf_counter()
        text = render(one, "html")
        written = time.perf_counter() - started
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "report.html"
            page.write_text(text, encoding="utf-8")
            seen = opened(page, arguments.node.resolve()) if arguments.node else {}
        cells = [f"{seen[key]:,.0f}" if key in seen else "-" for key in ("parsed", "painted", "loaded", "elements")]
        size = len(text.encode()) / 1e6
        print(f"{documents:9,} {len(one.findings):9,} {len(one.facts):6,} {written:9.1f} {size:6.1f} "
              f"{cells[0]:>9} {cells[1]:>10} {cells[2]:>9} {cells[3]:>9}")  # fmt: skip


if __name__ == "__main__":
    main()
