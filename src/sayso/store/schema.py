"""The one description of sayso's tables, for SQLite and, with the same columns, for PostgreSQL.

    documents    one capture a row; `series` gathers the revisions of one address, `current` marks the newest
    statements   one a row, in the order of the reading; every span lies in the text of its document
    pieces       the stretches of a statement's content
    relays       who passed a statement on, origin first
    quantities   the numbers read off a content
    linkings     what linking knows of a statement: its version, the profile, its blocks, and what is left to do
    link_blocks  the blocks in which statements that may belong together meet
    link_crowds  the blocks that so many stand in that they are passed over
    links        how much speaks for two statements being of one utterance, and of one claim, in hundredths; the
                 smaller key first, NULL where nothing does
    sketches     which documents were compared for reprints, and by what version
    sketch_keys  the keys by which documents that may repeat one another find each other
    reprints     pairs of documents of which one repeats the other; the smaller key first
    decisions    what people decided about statements, utterances, claims and sources, beside the machine's findings
    claims       what is told of a claim at a glance: counted from its statements, and kept in step with them
    names        how many statements of current documents bear a name of a source, the anonymous left out
    turns        one row a change of the store and when it was made; what changed names its turn
    tokens       who may write to the store over the network: names and the hashes of secrets

`lemmas` columns hold dictionary forms parted by blanks. On SQLite the FTS5 tables of `WORD_TABLES` index them
without a copy of their own; PostgreSQL can index the same columns with `to_tsvector('simple', lemmas)`.

An utterance and a claim are the statements that bear the same `utterance` or `claim`; a row of `claims` only counts
them. `documents.added`, `claims.touched` and `decisions.turn` are turns, 0 where it was before turns were kept.
Nothing here is altered without a migration in `migrations/versions`; a test compares the two.
"""

from __future__ import annotations

import sqlalchemy as sa

APPLICATION_ID = 0x73617973
"""What SQLite keeps in the file's header to tell whose file it is: "says" in ASCII."""

REVISIONS = ("0001", "0002", "0003", "0004", "0006", "0007", "0008", "0009")
"""The migrations that this version of sayso knows, oldest first."""

TO_COMPARE, TO_GROUP, SETTLED = 0, 1, 2
"""Stages of linking a statement: its links are to be found; they are, but its groups are to be worked out; all done."""

WORD_TABLES = ("document_words", "statement_words")
"""FTS5 tables over `documents(lemmas)` and `statements(lemmas, source_lemmas)`; rowid is the key."""

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _span(prefix: str = "", *, nullable: bool = False) -> list[sa.Column[object]]:
    """Describe where words stand in the text of their document."""
    return [sa.Column(f"{prefix}{end}", sa.Integer, nullable=nullable) for end in ("start", "end")]


documents = sa.Table(
    "documents",
    metadata,
    sa.Column("key", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, index=True),
    sa.Column("series", sa.Integer, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("current", sa.Boolean, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("lang", sa.Text),
    sa.Column("outlet", sa.Text),
    sa.Column("published", sa.Date, index=True),
    sa.Column("published_basis", sa.Text),
    sa.Column("year", sa.Integer),
    sa.Column("title", sa.Text),
    sa.Column("url", sa.Text, index=True),
    sa.Column("origin", sa.Text),
    sa.Column("pack", sa.Text),
    sa.Column("pack_version", sa.Text),
    sa.Column("lemmas", sa.Text, nullable=False),
    sa.Column("added", sa.Integer, nullable=False, server_default="0", index=True),
    sa.UniqueConstraint("series", "revision"),
    sa.UniqueConstraint("series", "hash"),
    sa.Index("ix_documents_outlet", "outlet", "published"),
    sa.Index("ix_documents_lang", "lang", "published"),
)

statements = sa.Table(
    "statements",
    metadata,
    sa.Column("key", sa.Integer, primary_key=True),
    sa.Column("document_key", sa.ForeignKey("documents.key", ondelete="CASCADE"), nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("id", sa.Text, nullable=False, index=True),
    sa.Column("cue", sa.Text),
    *_span("cue_", nullable=True),
    sa.Column("source", sa.Text),
    *_span("source_", nullable=True),
    sa.Column("source_name", sa.Text, nullable=False),
    sa.Column("source_role", sa.Text),
    sa.Column("source_type", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("act", sa.Text, nullable=False),
    sa.Column("polarity", sa.Text, nullable=False),
    sa.Column("certainty", sa.Text, nullable=False),
    sa.Column("said_first", sa.Date, index=True),
    sa.Column("said_last", sa.Date),
    sa.Column("said_text", sa.Text),
    *_span("said_", nullable=True),
    sa.Column("said_basis", sa.Text),
    sa.Column("utterance", sa.Text, index=True),
    sa.Column("claim", sa.Text, index=True),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("pack", sa.Text, nullable=False),
    sa.Column("pack_version", sa.Text, nullable=False),
    sa.Column("notes", sa.JSON, nullable=False),
    sa.Column("confidence", sa.Double),
    sa.Column("lemmas", sa.Text, nullable=False),
    sa.Column("source_lemmas", sa.Text, nullable=False),
    sa.UniqueConstraint("document_key", "position"),
    sa.Index("ix_statements_source_name", "source_name", "document_key"),
)


def _part(name: str, *columns: sa.Column[object]) -> sa.Table:
    """Describe a table of ordered parts of a statement."""
    statement = sa.ForeignKey("statements.key", ondelete="CASCADE")
    return sa.Table(
        name,
        metadata,
        sa.Column("statement_key", statement, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        *columns,
        sqlite_with_rowid=False,
    )


pieces = _part(
    "pieces",
    sa.Column("text", sa.Text, nullable=False),
    *_span(),
)

relays = _part("relays", sa.Column("name", sa.Text, nullable=False, index=True))

quantities = _part(
    "quantities",
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("low", sa.Double),
    sa.Column("high", sa.Double),
    sa.Column("unit", sa.Text),
    *_span(),
)

_STATEMENT = "statements.key"

linkings = sa.Table(
    "linkings",
    metadata,
    sa.Column("statement_key", sa.ForeignKey(_STATEMENT, ondelete="CASCADE"), primary_key=True),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("stage", sa.SmallInteger, nullable=False),
    sa.Column("profile", sa.LargeBinary, nullable=False),
    sa.Column("blocks", sa.LargeBinary, nullable=False),
)
# Nearly all are settled; only what is left to do is looked for.
sa.Index(
    "ix_linkings_stage",
    linkings.c.stage,
    sqlite_where=linkings.c.stage < SETTLED,
    postgresql_where=linkings.c.stage < SETTLED,
)

# Without foreign keys: checking them would cost more than the writing. `store/linking.py` keeps them in step.
link_blocks = sa.Table(
    "link_blocks",
    metadata,
    sa.Column("block", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("statement_key", sa.Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

link_crowds = sa.Table(
    "link_crowds",
    metadata,
    sa.Column("block", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("size", sa.Integer, nullable=False),
)

links = sa.Table(
    "links",
    metadata,
    sa.Column("first_key", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("second_key", sa.Integer, primary_key=True, autoincrement=False, index=True),
    sa.Column("utterance", sa.SmallInteger),
    sa.Column("claim", sa.SmallInteger),
    sqlite_with_rowid=False,
)

_DOCUMENT = "documents.key"

sketches = sa.Table(
    "sketches",
    metadata,
    sa.Column("document_key", sa.ForeignKey(_DOCUMENT, ondelete="CASCADE"), primary_key=True),
    sa.Column("version", sa.Text, nullable=False, index=True),
)

sketch_keys = sa.Table(
    "sketch_keys",
    metadata,
    sa.Column("key", sa.BigInteger, primary_key=True),
    sa.Column("document_key", sa.ForeignKey(_DOCUMENT, ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

reprints = sa.Table(
    "reprints",
    metadata,
    sa.Column("first_key", sa.ForeignKey(_DOCUMENT, ondelete="CASCADE"), primary_key=True),
    sa.Column("second_key", sa.ForeignKey(_DOCUMENT, ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

decisions = sa.Table(
    "decisions",
    metadata,
    sa.Column("key", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("other", sa.Text),
    sa.Column("value", sa.Text),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("made_at", sa.Text, nullable=False),
    sa.Column("undone_at", sa.Text),
    sa.Column("turn", sa.Integer, nullable=False, server_default="0", index=True),
)

# Without a foreign key, as claims are no rows elsewhere: `store/glances.py` keeps it in step.
claims = sa.Table(
    "claims",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("statements", sa.Integer, nullable=False),
    sa.Column("documents", sa.Integer, nullable=False),
    sa.Column("first", sa.Date),
    sa.Column("last", sa.Date),
    sa.Column("touched", sa.Integer, nullable=False, index=True),
    sa.Index("ix_claims_documents", "documents", "statements", "id"),
    sa.Index("ix_claims_last", "last", "id"),
    sqlite_with_rowid=False,
)

# `lang` is "" where it is not known, so that it can be part of the key.
names = sa.Table(
    "names",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("type", sa.Text, primary_key=True),
    sa.Column("lang", sa.Text, primary_key=True),
    sa.Column("statements", sa.Integer, nullable=False),
    sa.Column("touched", sa.Integer, nullable=False, index=True),
    sa.Index("ix_names_statements", "statements", "name", "type", "lang"),
    sqlite_with_rowid=False,
)

turns = sa.Table(
    "turns",
    metadata,
    sa.Column("turn", sa.Integer, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
)

tokens = sa.Table(
    "tokens",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("made_at", sa.Text, nullable=False),
    sa.Column("revoked_at", sa.Text),
)
