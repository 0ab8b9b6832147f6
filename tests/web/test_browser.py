"""The page in a real Chromium: it renders, and its console stays empty."""

import json
import os
import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest

from provenance.web.page import Page
from provenance.web.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def shown(node_modules, program):
    """What a browser shows of an address: title, text, and the lines of its console ("told")."""

    def show(url: str) -> dict[str, Any]:
        script = Path(__file__).parents[1] / "node" / "shown.mjs"
        command = [program("node"), str(script), program("chromium"), url]
        environment = os.environ | {"NODE_PATH": str(node_modules)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return show


def test_the_page_renders_and_the_console_is_empty(server: Server, shown) -> None:
    page = shown(server.access.url)
    assert "42 dockers were injured" in page["text"]
    assert page["told"] == []


def test_a_script_in_the_page_would_not_run_and_would_be_seen_here(page: Page, shown) -> None:
    """The other test can fail: a script planted in the page is refused, and the refusal stands in the console."""
    planted = page.body.replace(b"</body>", b"<script>document.title = 'ran'</script></body>")
    with Server(Page(planted, page.policy)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        seen = shown(server.access.url)
        server.shutdown()
        thread.join()
    assert seen["title"] != "ran"
    assert any("Content Security Policy" in line for line in seen["told"])
