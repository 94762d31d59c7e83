"""What the command lists: codes, schemas, formats."""

import json

from command_desk import Run, records_of


def test_codes_and_schemas_are_printed(run: Run) -> None:
    """The contract must be at hand without reading the source."""
    assert "encrypted" in run("codes")[1]
    kinds = records_of(run("codes", "--group", "kind", "--to", "json")[1])
    assert "unread" in {record["code"] for record in kinds}
    names = run("schema")[1].split()
    assert "facts" in names
    for name in names:
        assert json.loads(run("schema", name)[1])["$id"]


def test_formats_name_readers_and_writers(run: Run) -> None:
    """Whoever has a .wps file wants to know whether it can be read before trying."""
    records = records_of(run("formats", "--to", "json")[1])
    assert {"direction": "read", "name": "text"}.items() <= next(
        record for record in records if record["name"] == "text"
    ).items()
    assert any(record["direction"] == "write" and ".json" in record["suffixes"] for record in records)
    assert ".pdf" in run("formats")[1]
