"""The ledger: claim records as YAML files in git.

A file holds a list of records, or a single one. `load` reads all files and reports every problem at once, each with
its place; `dump` writes a record as it is meant to be written by hand.
"""

import itertools
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from provenance.config.schema import WithoutNull
from provenance.errors import LedgerError, did_you_mean, remedy_for
from provenance.model.ledger import Decision, Record, RecordedQuantity, RecordedValue
from provenance.readers import yaml_nodes
from provenance.readers.yaml_nodes import Tree

MAX_BYTES = 1_000_000
"""Of one ledger file: some thousand records, read in seconds."""
SUFFIXES = (".yaml", ".yml")
_ONE: dict[str, type[BaseModel]] = {"quantity": RecordedQuantity, "decision": Decision}
_MANY: dict[str, type[BaseModel]] = {"values": RecordedValue}


def load(paths: Iterable[Path | str]) -> list[Record]:
    """Every record of the files, and of the YAML files of the folders, in their order; raises LedgerError."""
    records: list[Record] = []
    problems: list[str] = []
    for file in _files(paths, problems):
        _load_file(file, records, problems)
    seen: dict[str, str] = {}
    for record in records:
        if record.id in seen:
            problems.append(f'{record.place}: id "{record.id}" is taken by the record at {seen[record.id]}')
        seen.setdefault(record.id, record.place)
    if problems:
        raise LedgerError(problems)
    return records


def dump(record: Record) -> str:
    """The record as one item of a YAML list, ending in a line feed; `load` gives it back."""
    data = record.model_dump(mode="json", exclude_defaults=True)
    return yaml.dump([data], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


def append(record: Record, file: Path) -> Record:
    """Writes the record at the end of `file`, made where there is none; the record as written, its id free there.

    What stands in the file stays as it is, comments too. Raises LedgerError where the file is no list of records.
    """
    held = load([file]) if file.exists() else []
    text = file.read_text("utf-8-sig") if file.exists() else ""
    if held and not isinstance(yaml_nodes.parse(text).data, list):
        raise LedgerError([f"{file}: holds a single record. Make it a list (- id: …) to add another"])
    written = record.model_copy(update={"id": _free(record.id, {r.id for r in held})})
    between = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_text(text + between + dump(written), encoding="utf-8")
        part.replace(file)
    except OSError as error:
        raise LedgerError([f"{file}: cannot be written: {error.strerror}. {remedy_for(error)} with --ledger"]) from None
    return written


def _free(id: str, taken: set[str]) -> str:
    """The id, or with the first number behind it that nobody has."""
    numbered = (f"{id}-{number}" for number in itertools.count(2))
    return id if id not in taken else next(name for name in numbered if name not in taken)


def schema() -> str:
    """The JSON schema of a ledger file, for editors, as published beside this module."""
    generated = TypeAdapter(list[Record] | Record).json_schema(schema_generator=WithoutNull)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Ledger of claims"}
    return json.dumps({**head, **generated}, indent=2, sort_keys=True) + "\n"


class _Dumper(yaml.SafeDumper):
    """Writes no aliases: `load` would refuse them."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent_str(self, data: str) -> yaml.ScalarNode:
        # Unescaped, these line ends would come back as a space.
        style = '"' if any(end in data for end in "\x85\u2028\u2029") else None
        return self.represent_scalar("tag:yaml.org,2002:str", data, style)


_Dumper.add_representer(str, _Dumper.represent_str)


def _files(paths: Iterable[Path | str], problems: list[str]) -> list[Path]:
    files: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            files += sorted(child for child in path.iterdir() if child.suffix in SUFFIXES)
        elif path.is_file():
            files.append(path)
        else:
            problems.append(f"{path}: no such file or folder")
    return list(dict.fromkeys(files))


def _load_file(file: Path, records: list[Record], problems: list[str]) -> None:
    """Appends the records of `file`, and what is wrong with it."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        text = data.decode("utf-8-sig")
    except OSError as error:
        problems.append(f"{file}: cannot be read: {error.strerror}. {remedy_for(error)}")
        return
    except UnicodeDecodeError as error:
        problems.append(f"{file}: is not UTF-8 (byte {error.start})")
        return
    if len(data) > MAX_BYTES:
        problems.append(f"{file}: larger than {MAX_BYTES} bytes. Split it into several files")
        return
    tree = yaml_nodes.parse(text)
    found = [] if tree.data is None else tree.data if isinstance(tree.data, list) else [tree.data]
    for index, item in enumerate(found):
        _load_record(item, (index,) if isinstance(tree.data, list) else (), file, tree, records)
    problems += [f"{file}:{place}: {message}" for place, message in tree.problems]


def _load_record(item: Any, path: yaml_nodes.Path, file: Path, tree: Tree, records: list[Record]) -> None:
    """Appends the record, or adds to the tree's problems."""
    before = len(tree.problems)
    if not isinstance(item, dict):
        tree.problems.append((tree.place(path), "a record is a mapping with id, source, claim, quote, start, end"))
        return
    placed = _placed(item, Record, path, file, tree)
    if len(tree.problems) > before:
        return
    try:
        records.append(Record.model_validate(placed))
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            tree.problems.append((tree.place((*path, *detail["loc"])), _message(detail)))


def _placed(data: Any, model: type[BaseModel], path: yaml_nodes.Path, file: Path, tree: Tree) -> Any:
    """`data` with the place of each part that has a model; unknown and empty keys are added to the tree's problems."""
    if not isinstance(data, dict):
        return data
    known = [name for name in model.model_fields if name != "place"]
    placed: dict[str, Any] = {"place": f"{file}:{tree.place(path)}"}
    for key, value in data.items():
        inner = (*path, key)
        if key not in known:
            remedy = did_you_mean(key, known) or f"Keys are: {', '.join(known)}. Free notes go under meta."
            tree.problems.append((tree.place(inner), f'unknown key "{key[:80]}". {remedy}'))
        elif inner in tree.empty:
            tree.problems.append((tree.place(inner), f'"{key}" has no value. Give one, or remove the key.'))
        elif key in _MANY and isinstance(value, list):
            placed[key] = [_placed(part, _MANY[key], (*inner, at), file, tree) for at, part in enumerate(value)]
        else:
            placed[key] = _placed(value, _ONE[key], inner, file, tree) if key in _ONE else value
    return placed


def _message(detail: ErrorDetails) -> str:
    """One line for one fault that the model found."""
    key = ".".join(str(part) for part in detail["loc"] if not isinstance(part, int))
    if detail["type"] == "missing":
        return f'"{key}" is missing'
    message = detail["msg"].removeprefix("Value error, ")
    shown = f" {detail['input'][:80]!r}" if isinstance(detail["input"], str) else ""
    return f"{key}{shown}: {message}" if key else message
