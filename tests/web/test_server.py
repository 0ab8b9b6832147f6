import re
import sys

import pytest

from provenance.errors import UsageError
from provenance.web.page import Page
from provenance.web.server import Server

from .asking import Answer, ask, get


def _target(server: Server) -> str:
    return f"/?token={server.access.token}"


def _is_bare(answer: Answer) -> bool:
    """A refusal says its status and nothing else; it names no software, version, path or line."""
    told = (answer.body + repr(answer.headers).encode()).lower()
    leaks = (b"python", b"server", b"http/", b"traceback", b"/usr", b".py", sys.version.split()[0].encode())
    return len(answer.body) < 40 and not any(leak in told for leak in leaks) and "set-cookie" not in answer.headers


def test_the_token_opens_the_page(server: Server, page: Page) -> None:
    answer = get(server.access.port, _target(server))
    assert (answer.status, answer.body) == (200, page.body)
    assert b"42 dockers were injured" in answer.body
    assert b"24 dockers were injured" in answer.body
    assert answer.headers["set-cookie"].endswith("; HttpOnly; SameSite=Strict")


def test_the_cookie_opens_it_again(server: Server) -> None:
    cookie = get(server.access.port, _target(server)).headers["set-cookie"].partition(";")[0]
    again = get(server.access.port, "/", f"Cookie: {cookie}")
    assert again.status == 200
    assert "set-cookie" not in again.headers


@pytest.mark.parametrize("target", ["/", "/?token=", "/?token=wrong", "/?token=%FF", "/nothing", "/../../etc/passwd"])
def test_without_token_or_cookie_nobody_gets_in(server: Server, target: str) -> None:
    answer = get(server.access.port, target)
    assert answer.status == 403
    assert _is_bare(answer)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "[::1]:1"])
def test_a_wrong_host_is_refused_even_with_the_token(server: Server, host: str) -> None:
    for method in ("GET", "HEAD", "POST", "BREW"):
        answer = get(server.access.port, _target(server), method=method, host=host)
        assert answer.status == 403
        assert "set-cookie" not in answer.headers


def test_no_host_or_two_are_refused(server: Server) -> None:
    port, line = server.access.port, f"GET {_target(server)} HTTP/1.1\r\n"
    host = f"Host: 127.0.0.1:{port}\r\n"
    assert ask(port, f"{line}\r\n".encode()).status == 403
    assert ask(port, f"{line}{host}Host: evil.example\r\n\r\n".encode()).status == 403
    assert ask(port, f"{line}{host}\r\n".encode()).status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"])
def test_only_reading_is_allowed(server: Server, method: str) -> None:
    answer = get(server.access.port, _target(server), method=method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")
    assert _is_bare(answer)


def test_head_is_get_without_the_body(server: Server, page: Page) -> None:
    answer = get(server.access.port, _target(server), method="HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["content-length"] == str(len(page.body))


@pytest.mark.parametrize("path", ["/seeds/", "/favicon.ico", "/%2e%2e/", "/index.html", "//evil.example/", "http://x/"])
def test_there_is_one_page_and_no_listing(server: Server, path: str) -> None:
    answer = get(server.access.port, f"{path}{_target(server)[1:]}")
    assert answer.status == 404
    assert _is_bare(answer)


@pytest.mark.parametrize(
    "raw", [b"\r\n", b"nonsense\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n"]
)
def test_broken_requests_learn_nothing(server: Server, raw: bytes) -> None:
    assert _is_bare(ask(server.access.port, raw))


def test_headers_of_every_answer(server: Server) -> None:
    port = server.access.port
    for answer in (get(port, _target(server)), get(port, "/"), get(port, "/", method="POST"), get(port, "/", host="x")):
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        assert not any(name.startswith("access-control") or name == "server" for name in answer.headers)


def test_the_policy_lets_no_script_run(page: Page) -> None:
    assert "default-src 'none'" in page.policy
    assert "script" not in page.policy
    assert "unsafe" not in page.policy
    # The page names the same digest for itself.
    assert re.findall(r"sha256-[^']+", page.policy) == re.findall(r"sha256-[^']+", page.body.decode())


def test_it_listens_on_the_loopback_address_alone(server: Server) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"
    assert server.access.url.startswith("http://127.0.0.1:")


def test_a_port_in_use_is_said_in_one_line(server: Server, page: Page) -> None:
    with pytest.raises(UsageError, match=rf"^port {server.access.port} cannot be used: .*--port.*$"):
        Server(page, server.access.port)
