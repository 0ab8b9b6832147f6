"""Deciding on the page: as a person's browser does it, and as nobody else can."""

import json
import os
import re
import subprocess
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

import pytest

from provenance import pipeline, readers
from provenance.config import Config
from provenance.model import Report
from provenance.store import database
from provenance.store.deciding import ruling
from provenance.web.desk import Desk
from provenance.web.server import Server

from .asking import Answer, ask, get
from .conftest import serving

SOURCES = {
    "a<b>": b"On 3 May 2021 the fire at Lowhaven harbour destroyed five warehouses.\n",
    "other": b"On 3 May 2021 the fire at Lowhaven harbour destroyed three warehouses.\n",
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    documents = [readers.read(data, id=name, media_type="text/plain") for name, data in SOURCES.items()]
    report = pipeline.review(documents)
    assert [f.severity for f in report.findings] == ["error"]
    with database.open(tmp_path / "s.sqlite", create=True) as store:
        store.add(documents, report.claims)
    return Desk(report, str(tmp_path / "s.sqlite"), Config())


@pytest.fixture
def server(desk: Desk) -> Iterator[Server]:
    with serving(desk) as running:
        yield running


class Browser:
    """What a browser with the page open sends; each part can be left out or another one."""

    def __init__(self, server: Server, desk: Desk) -> None:
        self.port, self.desk = server.access.port, desk
        self.host = f"127.0.0.1:{self.port}"
        self.cookie = get(self.port, f"/?token={server.access.token}").headers["set-cookie"].partition(";")[0]

    def page(self, path: str) -> Answer:
        return get(self.port, path, f"Cookie: {self.cookie}")

    def form(self, **fields: str) -> dict[str, str]:
        finding = self.desk.report.findings[0].id
        given = {
            "csrf": self.desk.csrf,
            "finding": finding,
            "verdict": "accepted",
            "reason": "both are told",
            "by": "Ines",
        }
        return given | fields

    def post(self, body: bytes | None = None, path: str = "/decisions", **headers: str | None) -> Answer:
        data = urlencode(self.form()).encode() if body is None else body
        sent: dict[str, str | None] = {
            "Host": self.host, "Origin": f"http://{self.host}", "Cookie": self.cookie,
            "Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(data)),
        }  # fmt: skip
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = [f"POST {path} HTTP/1.1", *(f"{n}: {v}" for n, v in sent.items() if v is not None), "", ""]
        return ask(self.port, "\r\n".join(lines).encode() + data)


@pytest.fixture
def browser(server: Server, desk: Desk) -> Browser:
    return Browser(server, desk)


def reasons(desk: Desk) -> list[str]:
    with database.open(desk.store, read_only=True) as store:
        return [decision.reason for decision in store.decisions()[0]]


def test_a_person_decides_and_the_report_shows_it(browser: Browser, desk: Desk):
    assert b'href="/decisions"' in browser.page("/").body
    page = browser.page("/decisions")
    assert page.status == 200
    assert "form-action 'self'" in page.headers["content-security-policy"]
    assert "form-action 'none'" in browser.page("/").headers["content-security-policy"]
    assert page.body.count(b"<form") == 1
    assert b"&#34;" not in page.body.partition(b"</style>")[0], "the style sheet is no text"
    answer = browser.post()
    finding = desk.report.findings[0].id
    assert (answer.status, answer.headers["location"]) == (303, f"/decisions#f-{finding}")
    assert reasons(desk) == ["both are told"]
    for path in ("/", "/decisions"):
        shown = browser.page(path).body.decode()
        assert "both are told" in shown
        assert "Ines" in shown


def test_a_form_says_whose_passages_it_is_about_and_where_they_stand(tmp_path: Path):
    documents = [
        readers.read(data, id=name, media_type="text/plain", publisher=name.title(), published="2021-05-04")
        for name, data in (("gazette", SOURCES["other"]), ("mail", SOURCES["a<b>"]))
    ]
    report = pipeline.review(documents)
    with database.open(tmp_path / "s.sqlite", create=True) as store:
        store.add(documents, report.claims)
    page = Desk(report, str(tmp_path / "s.sqlite"), Config()).forms().body.decode()
    assert "gazette · Gazette, 2021-05-04 · line 1" in page


def test_what_is_undecided_comes_first_with_its_whole_sentences(tmp_path: Path):
    speakers = ("Moreau", "Sand", "Ruiz")
    texts = [
        f"On 3 May 2021 the fire at Lowhaven harbour destroyed {n} warehouses, {who} said."
        for n, who in zip((3, 5, 8), speakers, strict=True)
    ]
    documents = [readers.read(t.encode(), id=f"n{i}", media_type="text/plain") for i, t in enumerate(texts)]
    report = pipeline.review(documents)
    ids = [finding.id for finding in report.findings if finding.severity == "error"]
    assert len(ids) > 1
    with database.open(tmp_path / "s.sqlite", create=True) as store:
        store.add(documents, report.claims)
        store.save_findings(report)
        store.decide(ids[0], ruling("accepted", "by phone", "L. Sand", datetime.now(UTC)))
    page = Desk(report, str(tmp_path / "s.sqlite"), Config()).forms().body.decode()
    assert re.findall(r'<article id="f-(\w+)"', page) == [*ids[1:], ids[0]]
    assert all(text in page for text in texts)


def test_what_others_decide_meanwhile_is_shown(browser: Browser, desk: Desk):
    assert b"by phone" not in browser.page("/").body
    with database.open(desk.store) as store:
        store.save_findings(desk.report)
        store.decide(desk.report.findings[0].id, ruling("open", "by phone", "L. Sand", datetime.now(UTC)))
    assert b"by phone" in browser.page("/").body


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": None}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1"}, 403),
        ({"Host": "evil.example", "Origin": "http://evil.example"}, 403),
        ({"Cookie": None}, 403),
        ({"Cookie": "provenance=x"}, 403),
        ({"Content_Type": "text/plain"}, 400),
        ({"Content_Type": "multipart/form-data; boundary=x"}, 400),
        ({"Content_Length": None}, 400),
        ({"Content_Length": "-1"}, 400),
        ({"Content_Length": "100000"}, 400),
        ({"Transfer_Encoding": "chunked"}, 400),
    ],
)
def test_requests_that_no_form_of_ours_sends(browser: Browser, desk: Desk, headers: dict, status: int):
    answer = browser.post(**headers)
    assert answer.status == status
    assert len(answer.body) < 40
    assert reasons(desk) == []


def test_the_token_of_the_address_does_not_write(browser: Browser, server: Server, desk: Desk):
    assert browser.post(path=f"/decisions?token={server.access.token}", Cookie=None).status == 403
    assert reasons(desk) == []


@pytest.mark.parametrize("path", ["/", "/decisions/", "/decisions?x=1", "/other"])
def test_forms_go_to_one_place(browser: Browser, desk: Desk, path: str):
    assert browser.post(path=path).status == 404
    assert reasons(desk) == []


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"csrf": "wrong"}, 403), ({"csrf": ""}, 403), ({"reason": "  "}, 400), ({"by": ""}, 400),
        ({"verdict": "true"}, 400), ({"finding": "0" * 64}, 400), ({"reason": "x" * 6000}, 400), ({"extra": "1"}, 400),
    ],
)  # fmt: skip
def test_forms_that_are_not_whole(browser: Browser, desk: Desk, fields: dict[str, str], status: int):
    assert browser.post(urlencode(browser.form(**fields)).encode()).status == status
    assert reasons(desk) == []


@pytest.mark.parametrize("body", [b"", b"nonsense", b"\xff=%ff", b"csrf=%FF&x", b"a=1&" * 50])
def test_bodies_that_are_no_forms(browser: Browser, desk: Desk, body: bytes):
    assert browser.post(body).status in (400, 403)
    assert reasons(desk) == []


def test_a_field_twice_is_no_form_of_ours(browser: Browser, desk: Desk):
    body = urlencode([*browser.form().items(), ("reason", "another")]).encode()
    assert browser.post(body).status == 400
    assert reasons(desk) == []


def test_words_are_shown_as_words(browser: Browser):
    hostile = "<script>alert(1)</script>\u202e"
    assert browser.post(urlencode(browser.form(reason=hostile, by=hostile)).encode()).status == 303
    for path in ("/", "/decisions"):
        page = browser.page(path).body.decode()
        assert "<script" not in page
        assert "\u202e" not in page
        assert "&lt;script&gt;" in page
    assert "<b>" not in re.sub(r"(?s)<style>.*?</style>", "", browser.page("/decisions").body.decode())


def test_reading_writes_nothing(browser: Browser, desk: Desk):
    before = Path(desk.store).read_bytes()
    for path in ("/", "/decisions", "/decisions?csrf=x&verdict=accepted"):
        browser.page(path)
    assert get(browser.port, "/decisions", f"Cookie: {browser.cookie}", method="HEAD").body == b""
    assert Path(desk.store).read_bytes() == before
    assert reasons(desk) == []


def test_a_store_that_is_gone(browser: Browser, desk: Desk):
    Path(desk.store).unlink()
    for answer in (browser.page("/"), browser.post()):
        assert answer.status == 503
        assert b"sqlite" not in answer.body


def test_two_tabs_and_a_program_decide_at_once(browser: Browser, desk: Desk):
    def tab(name: str) -> None:
        for number in range(5):
            assert browser.post(urlencode(browser.form(reason=f"{name} {number}")).encode()).status == 303

    threads = [threading.Thread(target=tab, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    with database.open(desk.store) as store:
        store.save_findings(Report(documents=desk.report.documents, findings=desk.report.findings))
        for number in range(5):
            id = desk.report.findings[0].id
            store.decide(id, ruling("open", f"program {number}", "L. Sand", datetime.now(UTC)))
    for thread in threads:
        thread.join()
    assert sorted(reasons(desk)) == sorted(f"{name} {n}" for name in ("one", "two", "program") for n in range(5))


@pytest.mark.browser
def test_a_real_browser_sends_what_the_server_wants(server: Server, desk: Desk, node_modules, program):
    """Among others the Origin header, which a browser makes "null" where it may name no referrer."""
    script = Path(__file__).parents[1] / "node" / "decide.mjs"
    command = [program("node"), str(script), program("chromium"), server.access.url]
    environment = os.environ | {"NODE_PATH": str(node_modules)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["status"].startswith("Decided: accepted by Ines Moreau")
    assert "both are told" in seen["report"]
    assert seen["told"] == [], "the console stays empty"
    assert reasons(desk) == ["both are told"]
