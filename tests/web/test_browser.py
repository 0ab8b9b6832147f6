"""The page in a real Chromium: it renders, and its console stays empty."""

import re
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from provenance.web.page import Page
from provenance.web.server import Server

CHROMIUM = next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]


def _shown(url: str, profile: Path) -> tuple[str, list[str]]:
    """The document as the browser built it, and the lines of its console."""
    switches = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
    )
    logging = ("--enable-logging=stderr", f"--user-data-dir={profile}", "--virtual-time-budget=2000", "--dump-dom")
    command = [str(CHROMIUM), *switches, *logging, url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return done.stdout, re.findall(r":CONSOLE[:(].*", done.stderr)


def test_the_page_renders_and_the_console_is_empty(server: Server, tmp_path: Path) -> None:
    dom, console = _shown(server.access.url, tmp_path)
    assert "42 dockers were injured" in dom
    assert console == []


def test_a_script_in_the_page_would_not_run_and_would_be_seen_here(page: Page, tmp_path: Path) -> None:
    """The other test can fail: a script planted in the page is refused, and the refusal stands in the console."""
    planted = page.body.replace(b"</body>", b"<script>document.title = 'ran'</script></body>")
    with Server(Page(planted, page.policy)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        dom, console = _shown(server.access.url, tmp_path)
        server.shutdown()
        thread.join()
    assert "<title>ran</title>" not in dom
    assert any("Content Security Policy" in line for line in console)
