"""The server of the review page: the standard library's, bound to the loopback address.

GET and HEAD change nothing. With a desk there is a second page, whose forms are posted to it: only with the cookie,
from a page of this very address, and with the secret that stands in the form. What it refuses, it refuses in three
plain words, without version, path or traceback.
"""

import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any, Final, cast
from urllib.parse import parse_qs

from provenance.errors import ProvenanceError, UsageError
from provenance.web.access import LOOPBACK, Access
from provenance.web.desk import PATH, Desk
from provenance.web.page import HEADERS, Page

_SECONDS: Final = 30
"""How long a connection may be silent."""
_METHODS: Final = ("GET", "HEAD")
_LONGEST_FORM: Final = 64 * 1024
_FORM: Final = "application/x-www-form-urlencoded"


class Server(ThreadingHTTPServer):
    """Serves the report until it is shut down; `access.url` is where. Raises UsageError for a port it cannot have."""

    daemon_threads = True
    # Two servers on one port would share the browsers between them.
    allow_reuse_port = False

    def __init__(self, page: "Page | Desk", port: int = 0) -> None:
        """A page that stays as it is, or a desk, whose report shows what was decided; `port` 0 takes any free one."""
        self.desk = page if isinstance(page, Desk) else None
        self._page = page if isinstance(page, Page) else None
        try:
            super().__init__((LOOPBACK, port), _Handler)
        except OSError as error:
            remedy = "Choose another with --port, or leave it out for any free one"
            raise UsageError(f"port {port} cannot be used: {error.strerror}", remedy=remedy) from None
        self.access = Access(self.server_address[1])

    def find(self, path: str) -> Page | None:
        """The page at a path, as it is now."""
        if self.desk is not None:
            return self.desk.page() if path == "/" else self.desk.forms() if path == PATH else None
        return self._page if path == "/" else None

    def server_bind(self) -> None:
        """As the standard library, without asking the name server who 127.0.0.1 is."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = LOOPBACK, self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no fault; anything else is told on standard error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    timeout = _SECONDS

    def do_GET(self) -> None:
        server = cast(Server, self.server)
        access, (path, _, query) = server.access, self.path.partition("?")
        if not access.is_addressed(self._headers("Host")):
            return self._refuse(HTTPStatus.FORBIDDEN)
        if self.command not in _METHODS:
            return self._refuse(HTTPStatus.METHOD_NOT_ALLOWED)
        fresh = access.has_token(query)
        if not fresh and not access.has_cookie(self._headers("Cookie")):
            return self._refuse(HTTPStatus.FORBIDDEN)
        try:
            page = server.find(path)
        except ProvenanceError:
            return self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)
        if page is None:
            return self._refuse(HTTPStatus.NOT_FOUND)
        return self._send(HTTPStatus.OK, "text/html", page, cookie=access.cookie if fresh else None)

    do_HEAD = do_GET

    def do_POST(self) -> None:
        """A decision; anything about the request that is not as our own form sends it is refused."""
        server = cast(Server, self.server)
        access, desk, path = server.access, server.desk, self.path
        hosts = self._headers("Host")
        if desk is None or not access.is_addressed(hosts):
            return self.do_GET()
        if not access.is_own_origin(self._headers("Origin"), hosts) or not access.has_cookie(self._headers("Cookie")):
            return self._refuse(HTTPStatus.FORBIDDEN)
        if path != PATH:
            return self._refuse(HTTPStatus.NOT_FOUND)
        form = self._form()
        if form is None:
            return self._refuse(HTTPStatus.BAD_REQUEST)
        if not desk.is_ours(form):
            return self._refuse(HTTPStatus.FORBIDDEN)
        return self._decide(desk, form)

    def _decide(self, desk: Desk, form: dict[str, list[str]]) -> None:
        try:
            finding = desk.decide(form)
        except UsageError as error:
            return self._send(HTTPStatus.BAD_REQUEST, "text/html", desk.forms(str(error)))
        except ProvenanceError:
            return self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)
        # The browser asks for the page anew, so that reloading it sends nothing again.
        return self._send(HTTPStatus.SEE_OTHER, "text/plain", Page(b""), location=f"{PATH}#f-{finding}")

    def _form(self) -> dict[str, list[str]] | None:
        """The fields of the request's body; None where it is none of our forms."""
        lengths = self._headers("Content-Length")
        kind = self.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if len(lengths) != 1 or not lengths[0].isascii() or not lengths[0].isdecimal() or kind != _FORM:
            return None
        length = int(lengths[0][:9])
        if length > _LONGEST_FORM or self.headers.get("Transfer-Encoding") is not None:
            return None
        try:
            text = self.rfile.read(length).decode("ascii")
            return parse_qs(text, keep_blank_values=True, strict_parsing=True, max_num_fields=10, errors="strict")
        except ValueError:
            return None

    def _headers(self, name: str) -> list[str]:
        return self.headers.get_all(name, [])

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Where the standard library would explain itself to the client, three words."""
        # It calls a method without a do_… "not implemented"; Host and method are judged above.
        if code == HTTPStatus.NOT_IMPLEMENTED:
            self.do_GET()
        else:
            self._refuse(HTTPStatus(code))

    def _refuse(self, status: HTTPStatus) -> None:
        self._send(status, "text/plain", Page(f"{status.value} {status.phrase}\n".encode()))

    def _send(
        self, status: HTTPStatus, media_type: str, page: Page, *, cookie: str | None = None, location: str | None = None
    ) -> None:
        # Not send_response, which adds the server's version.
        self.send_response_only(status)
        self.send_header("Content-Type", f"{media_type}; charset=utf-8")
        self.send_header("Content-Length", str(len(page.body)))
        self.send_header("Content-Security-Policy", page.policy)
        self.send_header("Referrer-Policy", page.referrer)
        for name, value in HEADERS:
            self.send_header(name, value)
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", ", ".join(_METHODS))
        if cookie is not None:
            self.send_header("Set-Cookie", cookie)
        if location is not None:
            self.send_header("Location", location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page.body)
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the request line holds the token."""
