"""What other programs rely on: names, signatures, models, and what an import costs."""

import importlib
import inspect
import pkgutil
import subprocess
import sys
from types import ModuleType

import pytest
from pydantic import BaseModel

import provenance
from provenance import model

PACKAGES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(provenance.__path__, "provenance.")
    if found.ispkg
]
LISTED = [provenance, *(package for package in PACKAGES if hasattr(package, "__all__"))]


def own(package: ModuleType) -> set[str]:
    """The names of a package that are neither private nor modules nor come from elsewhere."""
    return {
        name
        for name in dir(package)
        if not name.startswith("_")
        and not isinstance(value := getattr(package, name), ModuleType)
        and getattr(value, "__module__", package.__name__).startswith(package.__name__)
    }


@pytest.mark.parametrize("package", LISTED, ids=lambda package: package.__name__)
def test_public_names_are_those_of_all(package):
    assert len(set(package.__all__)) == len(package.__all__)
    listed = {name for name in package.__all__ if not isinstance(getattr(package, name), ModuleType)}
    assert own(package) <= set(package.__all__)
    assert all(hasattr(package, name) for name in listed)


@pytest.mark.parametrize("package", LISTED, ids=lambda package: package.__name__)
def test_public_functions_and_classes_say_what_they_do(package):
    for name in package.__all__:
        value = getattr(package, name)
        if inspect.isfunction(value) or inspect.isclass(value):
            assert inspect.getdoc(value), name


def test_a_star_import_gives_the_verbs_and_nothing_else():
    space: dict[str, object] = {}
    exec("from provenance import *", space)
    assert sorted(space.keys() - {"__builtins__"}) == ["check", "compare", "extract", "read", "review"]
    assert "review" in dir(provenance)
    with pytest.raises(AttributeError, match="reveiw"):
        provenance.reveiw  # noqa: B018


@pytest.mark.parametrize(
    ("path", "parameters"),
    [
        ("provenance.read", "path_or_bytes, *, id, title, publisher, published, url, media_type"),
        ("provenance.extract", "document_or_text, *, published"),
        ("provenance.compare", "a, b, *, published_a, published_b"),
        ("provenance.review", "documents, *"),
        ("provenance.check", "draft, documents, *"),
        ("provenance.values.quantities.find", "text"),
        ("provenance.values.dates.find", "text, reference"),
        ("provenance.values.names.compare", "a, b"),
        ("provenance.extraction.attribution.find", "text"),
        ("provenance.text.sentences.split", "text"),
        ("provenance.text.locate.locate", "quote, text, prefix, suffix, hint"),
    ],
)
def test_parameters_are_those_of_the_contract(path, parameters):
    module, _, name = path.rpartition(".")
    found = inspect.signature(getattr(importlib.import_module(module), name)).parameters.values()
    positional, _, keywords = parameters.partition(", *")
    wanted = positional.split(", ")
    plain = [p.name for p in found if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    assert plain[: len(wanted)] == wanted
    assert {name for name in keywords.split(", ") if name} <= {p.name for p in found}
    optional = [p for p in found if p.name not in wanted]
    assert all(p.default is not p.empty for p in optional)


@pytest.mark.parametrize(
    "noun", [v for n in model.__all__ if inspect.isclass(v := getattr(model, n)) and issubclass(v, BaseModel)]
)
def test_nouns_are_frozen_closed_and_have_a_schema(noun):
    assert noun.model_config["frozen"]
    assert noun.model_config["extra"] == "forbid"
    assert noun.model_json_schema()["type"] == "object"


def test_every_module_imports_alone_and_says_what_it_is_for():
    for found in pkgutil.walk_packages(provenance.__path__, "provenance."):
        if found.name != "provenance.__main__" and not found.name.startswith("provenance.scale.spark"):
            assert importlib.import_module(found.name).__doc__, found.name


HEAVY = ("pyspark", "pandas", "pyarrow", "numpy", "sqlite3", "sqlite_utils", "jinja2", "http.server", "asyncio")


@pytest.mark.parametrize(
    ("code", "also"),
    [
        ("import provenance", ("pydantic", "click", "rich", "yaml", "rapidfuzz")),
        ("from provenance.cli import run; run(['--version'])", ("pydantic", "rich", "yaml")),
        ("from provenance.cli import run; run(['review', 'a.txt', 'b.txt'])", ()),
        ("from provenance.cli import run; run(['extract', 'a.txt'])", ("provenance.matching", "provenance.pipeline")),
        (
            "from provenance.cli import run; run(['extract', 'a.txt', '--format', 'jsonl'])",
            ("rich", "provenance.policy"),
        ),
        ("import provenance; provenance.read('a.txt')", ("provenance.extraction", "provenance.matching")),
        ("from provenance.cli import run; run(['review', 'a.txt', '--format', 'json'])", ()),
    ],
)
def test_nothing_heavy_is_imported_that_is_not_used(tmp_path, code, also):
    for name, text in (("a", "Twelve sailors died in Lund."), ("b", "Twelve sailors died.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    program = f"{code}\nimport sys\nprint(*sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert "provenance" in loaded
    assert sorted(loaded & {*HEAVY, *also}) == []
