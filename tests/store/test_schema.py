"""The migrations that are shipped lead to the schema that the code describes."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from sayso.store import opening, schema


def is_own(obj: object, name: str, kind: str, reflected: bool, compare_to: object) -> bool:
    return not (kind == "table" and name.startswith(schema.WORD_TABLES))


def test_migrations_make_the_schema():
    engine = opening.open_engine(":memory:", read_only=False, wait=1)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": is_own, "compare_type": True}
        )
        assert compare_metadata(context, schema.metadata) == []
    engine.dispose()


def test_the_migrations_known_are_those_shipped():
    shipped = ScriptDirectory(str(opening._MIGRATIONS)).walk_revisions()
    assert tuple(script.revision for script in shipped)[::-1] == schema.REVISIONS
