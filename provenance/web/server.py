"""The server of the review page: the standard library's, bound to the loopback address, with one page to give.

Read-only: GET and HEAD. What it refuses, it refuses in three plain words, without version, path or traceback.
"""

import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any, Final, cast

from provenance.errors import UsageError
from provenance.web.access import LOOPBACK, Access
from provenance.web.page import HEADERS, Page

_SECONDS: Final = 30
"""How long a connection may be silent."""
_METHODS: Final = ("GET", "HEAD")


class Server(ThreadingHTTPServer):
    """Serves one page until it is shut down; `access.url` is where. Raises UsageError for a port it cannot have."""

    daemon_threads = True
    # Two servers on one port would share the browsers between them.
    allow_reuse_port = False

    def __init__(self, page: Page, port: int = 0) -> None:
        """`port` 0 takes any free one."""
        self.page = page
        try:
            super().__init__((LOOPBACK, port), _Handler)
        except OSError as error:
            remedy = "Choose another with --port, or leave it out for any free one"
            raise UsageError(f"port {port} cannot be used: {error.strerror}", remedy=remedy) from None
        self.access = Access(self.server_address[1])

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
        if not access.is_addressed(self.headers.get_all("Host", [])):
            return self._refuse(HTTPStatus.FORBIDDEN)
        if self.command not in _METHODS:
            return self._refuse(HTTPStatus.METHOD_NOT_ALLOWED)
        fresh = access.has_token(query)
        if not fresh and not access.has_cookie(self.headers.get_all("Cookie", [])):
            return self._refuse(HTTPStatus.FORBIDDEN)
        if path != "/":
            return self._refuse(HTTPStatus.NOT_FOUND)
        return self._send(HTTPStatus.OK, "text/html", server.page, cookie=access.cookie if fresh else None)

    do_HEAD = do_GET

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Where the standard library would explain itself to the client, three words."""
        # It calls a method without a do_… "not implemented"; Host and method are judged above.
        if code == HTTPStatus.NOT_IMPLEMENTED:
            self.do_GET()
        else:
            self._refuse(HTTPStatus(code))

    def _refuse(self, status: HTTPStatus) -> None:
        self._send(status, "text/plain", Page(f"{status.value} {status.phrase}\n".encode()))

    def _send(self, status: HTTPStatus, media_type: str, page: Page, cookie: str | None = None) -> None:
        # Not send_response, which adds the server's version.
        self.send_response_only(status)
        self.send_header("Content-Type", f"{media_type}; charset=utf-8")
        self.send_header("Content-Length", str(len(page.body)))
        self.send_header("Content-Security-Policy", page.policy)
        for name, value in HEADERS:
            self.send_header(name, value)
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", ", ".join(_METHODS))
        if cookie is not None:
            self.send_header("Set-Cookie", cookie)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page.body)
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the request line holds the token."""
