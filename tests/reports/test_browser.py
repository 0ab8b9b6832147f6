"""The HTML report in a real Chromium, and before the Nu Html Checker; each check is seen failing too."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from provenance.model import Report, cut
from provenance.reports import render

pytestmark = pytest.mark.browser

SCRIPT = Path(__file__).parents[1] / "node" / "browser.mjs"
CLEAN = {"executed": 0, "handlers": 0, "addresses": 0, "requests": 0, "controls": 0}
BROKEN = """<!DOCTYPE html><html><head><title>x</title>
<style>p { color: #bbb; } a:focus { outline: none }</style></head>
<body><p>Faint words</p><img src="x.png"><div style="width: 2000px">wide</div><a href="#" tabindex="2">late</a>
<a href="#" tabindex="1">early</a><details><summary>more</summary><b>folded</b></details></main></body></html>"""
ATTACK = """<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><script>alert(1)</script>
<img src="http://127.0.0.1:9/x" onerror="alert(2)" alt=""><a href="javascript:alert(3)">\u202eclick</a></body></html>"""


@pytest.fixture(scope="session")
def pages(tmp_path_factory, report, checked) -> list[str]:
    """Every kind of page that the report has."""
    folder = tmp_path_factory.mktemp("pages")
    reports = {
        "review": report,
        "draft": checked,
        "empty": Report(documents=()),
        "long": long(report, 30),
        "large": long(report, 120),
    }
    reports["hostile"] = hostile(report)
    for name, one in reports.items():
        (folder / f"{name}.html").write_text(render(one, "html"), encoding="utf-8")
    return [str(folder / f"{name}.html") for name in reports]


def long(report: Report, count: int) -> Report:
    """Folded pages, and a word that fits on no line; twice `count` findings."""
    conflict, agreement = report.findings[1], report.findings[0]
    word = "grain-harbour".replace("-", "") * 30
    found = [conflict.model_copy(update={"id": f"a{n}", "message": word}) for n in range(count)]
    found += [agreement.model_copy(update={"id": f"b{n}"}) for n in range(count)]
    return report.model_copy(update={"findings": tuple(found)})


def wide(report: Report) -> Report:
    """A fact that a dozen documents state: a table wider than a telephone."""
    home, first = report.documents[0], report.claims[0]
    documents = [home.model_copy(update={"id": f"w{n}", "publisher": f"Gazette of Port {n}"}) for n in range(12)]
    claims = []
    for one in documents:
        span = first.span.model_copy(update={"document": one.id})
        moved = {"id": f"c-{one.id}", "span": span, "sentence": first.sentence.model_copy(update={"document": one.id})}
        claims.append(first.model_copy(update=moved))
    ids = tuple(one.id for one in documents)
    stated = {
        "values": ("At least 42",),
        "claims": tuple(one.id for one in claims),
        "documents": ids,
        "origins": ids,
        "claim_origins": ids,
    }
    facts = tuple(fact.model_copy(update=stated) for fact in report.facts)
    return Report(documents=tuple(documents), claims=tuple(claims), facts=facts)


def hostile(report: Report) -> Report:
    """Every word that a report takes over, replaced by an attack: tags, addresses, controls, half characters."""
    attack = '</q></style></title><script>alert(1)</script><img src=//127.0.0.1:9 onerror=alert(2)>" onload="alert(3) '
    attack += "javascript:alert(4) \u202etxet\u202c \x00\ud800\u2066 <svg/onload=alert(5)> &lt;b&gt; {{ 7*7 }} ]]><!--"
    document = report.documents[0].model_copy(
        update={"text": attack, "title": attack, "publisher": attack, "author": attack, "url": attack, "path": attack}
    )
    words = cut(attack, 0, len(attack), document.id)
    claim = report.claims[0].model_copy(update={"span": words, "sentence": words, "quantities": (), "times": ()})
    slots = tuple(
        one.model_copy(update={"slot": attack, "a": attack, "b": attack, "reason": attack})
        for one in report.findings[1].slots
    )
    texts = {"id": attack, "rule": attack, "message": attack, "reasons": (attack,), "place": attack, "slots": slots}
    finding = report.findings[1].model_copy(update=texts | {"a": words, "b": words, "claims": (claim.id, claim.id)})
    fact = report.facts[1].model_copy(
        update={"label": attack, "claims": (claim.id,), "origins": (attack,), "claim_origins": (attack,)}
    )
    return Report(
        documents=(document, *report.documents[1:]), claims=(claim,), findings=(finding,), facts=(fact,),
        unread=(attack,), configuration=attack, checkpoint=attack, coverage={attack: {attack: attack}},
    )  # fmt: skip


@pytest.fixture(scope="session")
def look(node_modules, program):
    """Opens pages in Chromium for one check."""
    node = program("node")
    chromium = program("chromium")

    def look(check: str, pages: list[str], **job: object) -> list[object]:
        arguments = [node, str(SCRIPT), chromium, json.dumps({"check": check, "pages": pages, **job})]
        environment = os.environ | {"NODE_PATH": str(node_modules)}
        done = subprocess.run(arguments, env=environment, capture_output=True, text=True, timeout=180, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return look


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "broken.html"
    path.write_text(BROKEN, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("width", [1200, 400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everyone_can_read_it(look, pages, scheme, width):
    assert look("accessible", pages, scheme=scheme, width=width, open=True) == [[]] * len(pages)


def test_a_page_that_not_everyone_can_read_is_found(look, broken):
    [found] = look("accessible", [broken])
    assert {line.partition(":")[0] for line in found} >= {"color-contrast", "html-has-lang", "image-alt"}


def test_hostile_text_is_inert(look, pages):
    assert look("inert", pages, open=True) == [CLEAN] * len(pages)


def test_hostile_text_that_gets_through_is_found(look, tmp_path):
    (tmp_path / "attack.html").write_text(ATTACK, encoding="utf-8")
    [found] = look("inert", [str(tmp_path / "attack.html")])
    assert found == {"executed": 2, "handlers": 1, "addresses": 1, "requests": 1, "controls": 1}


@pytest.mark.parametrize("width", [1200, 400, 320])
def test_nothing_sticks_out(look, pages, width):
    assert look("overflow", pages, width=width, open=True) == [""] * len(pages)


def test_what_sticks_out_is_found(look, broken):
    assert look("overflow", [broken], width=400) != [""]


def test_the_keyboard_goes_in_reading_order_and_shows_where_it_is(look, pages):
    assert look("keyboard", pages) == [[]] * len(pages)


def test_a_keyboard_astray_is_found(look, broken):
    [faults] = look("keyboard", [broken])
    assert {fault.partition(":")[0] for fault in faults} == {"out of order", "not visible"}


def test_what_is_folded_is_printed(look, pages):
    whole = [page for page in pages if not page.endswith("large.html")]
    assert look("unprinted", whole) == [0] * len(whole)
    assert look("unprinted", sorted(set(pages) - set(whole))) != [0]  # a large report says what it does not print


def test_what_is_not_printed_is_found(look, broken):
    assert look("unprinted", [broken]) == [1]


@pytest.fixture
def faults(node_modules, program):
    """What the Nu Html Checker says of pages."""
    jar = str(node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar")

    def faults(pages: list[str]) -> list[str]:
        arguments = [program("java"), "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", *pages]
        done = subprocess.run(arguments, capture_output=True, text=True, timeout=180, check=True)
        messages = json.loads(done.stdout)["messages"]
        return [f"{m['type']}: {m['message']} {m.get('extract', '')}" for m in messages]

    return faults


def test_the_pages_are_valid(faults, pages):
    assert faults(pages) == []


def test_an_invalid_page_is_found(faults, broken):
    assert len(faults([broken])) >= 2
