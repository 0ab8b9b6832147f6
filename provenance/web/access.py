"""Who may see the page: only requests to the exact address, and only with this start's token or its cookie.

Any page in the same browser can send requests to a loopback port, and a name that it owns can be made to resolve to
127.0.0.1 (DNS rebinding). So the Host header must be the address that was printed, and the secret comes with the URL
once and with a cookie after that, which no other site's request carries.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qs

LOOPBACK: Final = "127.0.0.1"
_BYTES: Final = 32
_HTTP_PORT: Final = 80


def _secret() -> str:
    return secrets.token_urlsafe(_BYTES)


@dataclass(frozen=True, slots=True)
class Access:
    """The secrets of one start; token and cookie differ, because browsers send a cookie to every port of a host."""

    port: int
    token: str = field(default_factory=_secret, repr=False)
    session: str = field(default_factory=_secret, repr=False)

    @property
    def url(self) -> str:
        """The address for the person who started the page."""
        return f"http://{LOOPBACK}:{self.port}/?token={self.token}"

    @property
    def cookie(self) -> str:
        """The Set-Cookie header; gone when the browser closes, out of reach of scripts and of other sites' requests."""
        return f"{self._name}={self.session}; Path=/; HttpOnly; SameSite=Strict"

    @property
    def _name(self) -> str:
        # Two pages on two ports share the browser's cookies for the host.
        return f"provenance-{self.port}"

    def is_addressed(self, hosts: Sequence[str]) -> bool:
        """Is there one Host header, and does it name this address with its port?"""
        names = (LOOPBACK, "localhost")
        allowed = [f"{name}:{self.port}" for name in names] + [n for n in names if self.port == _HTTP_PORT]
        return len(hosts) == 1 and hosts[0] in allowed

    def is_own_origin(self, origins: Sequence[str], hosts: Sequence[str]) -> bool:
        """Was the request sent by a page of this very address? Browsers say so with every form that is posted."""
        return len(origins) == 1 and self.is_addressed(hosts) and origins[0] == f"http://{hosts[0]}"

    def has_token(self, query: str) -> bool:
        """Does the query hold the token, once?"""
        given = parse_qs(query).get("token", [])
        return len(given) == 1 and same_secret(given[0], self.token)

    def has_cookie(self, headers: Sequence[str]) -> bool:
        """Does a Cookie header hold this start's cookie?"""
        pairs = (pair.strip().partition("=") for header in headers for pair in header.split(";"))
        return any(name == self._name and same_secret(value, self.session) for name, _, value in pairs)


def same_secret(given: str, secret: str) -> bool:
    """Equality in a time that tells nothing of where the two differ."""
    return secrets.compare_digest(given.encode("utf-8", "surrogatepass"), secret.encode())
