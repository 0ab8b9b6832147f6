from hypothesis import given
from hypothesis import strategies as st

from provenance.web.access import Access

ACCESS = Access(4321)


def test_every_start_has_its_own_secrets() -> None:
    secrets = [s for a in (Access(1), Access(1)) for s in (a.token, a.session)]
    assert len(set(secrets)) == 4
    assert min(map(len, secrets)) >= 43


def test_the_secrets_are_not_shown_by_repr() -> None:
    assert ACCESS.token not in repr(ACCESS)
    assert ACCESS.session not in repr(ACCESS)


def test_hosts() -> None:
    assert ACCESS.is_addressed(["127.0.0.1:4321"])
    assert ACCESS.is_addressed(["localhost:4321"])
    for wrong in (
        "evil.example",
        "evil.example:4321",
        "127.0.0.1",
        "127.0.0.1:4322",
        "127.0.0.1:4321.evil.example",
        "",
    ):
        assert not ACCESS.is_addressed([wrong])
    assert not ACCESS.is_addressed([])
    assert not ACCESS.is_addressed(["127.0.0.1:4321", "127.0.0.1:4321"])


def test_browsers_leave_port_80_out() -> None:
    assert Access(80).is_addressed(["127.0.0.1"])
    assert Access(80).is_addressed(["127.0.0.1:80"])


def test_token() -> None:
    assert ACCESS.has_token(f"token={ACCESS.token}")
    assert ACCESS.has_token(f"a=b&token={ACCESS.token}")
    for wrong in ("", "token=", f"token={ACCESS.token[:-1]}", f"token={ACCESS.token}&token=x", f"Token={ACCESS.token}"):
        assert not ACCESS.has_token(wrong)
    assert not ACCESS.has_token(f"token={ACCESS.session}")


def test_cookie() -> None:
    assert ACCESS.has_cookie([f"other=1; provenance-4321={ACCESS.session}"])
    for wrong in (f"provenance-4321={ACCESS.token}", f"provenance-4322={ACCESS.session}", "provenance-4321", ""):
        assert not ACCESS.has_cookie([wrong])
    assert not ACCESS.has_cookie([])


@given(st.text())
def test_no_text_gets_in_or_raises(text: str) -> None:
    assert not ACCESS.is_addressed([text])
    assert not ACCESS.has_token(text)
    assert not ACCESS.has_token(f"token={text}")
    assert not ACCESS.has_cookie([text, f"provenance-4321={text}"])
