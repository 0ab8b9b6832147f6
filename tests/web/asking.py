"""Requests to the review page, byte by byte."""

import socket


class Answer:
    """One HTTP answer, taken apart."""

    def __init__(self, raw: bytes) -> None:
        head, _, self.body = raw.partition(b"\r\n\r\n")
        status, *lines = head.decode("latin-1").split("\r\n")
        self.status = int(status.split()[1]) if status.startswith("HTTP/") else 0
        self.headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}


def ask(port: int, raw: bytes) -> Answer:
    """What comes back for exactly these bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(raw)
        connection.shutdown(socket.SHUT_WR)
        with connection.makefile("rb") as stream:
            return Answer(stream.read())


def get(port: int, target: str, *headers: str, method: str = "GET", host: str | None = None) -> Answer:
    """The answer to a well-formed request; `host` is the Host header when it is not the right one."""
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host or f'127.0.0.1:{port}'}", *headers, "", ""]
    return ask(port, "\r\n".join(lines).encode())
