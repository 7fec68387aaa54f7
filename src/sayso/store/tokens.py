"""The tokens by which people are let write: their names and the hashes of their secrets, never the secrets."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from .schema import tokens


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """A token: its public `id`, the `name` that decisions are made by, and the SHA-256 of its secret in hexadecimal.

    Times are UTC, in ISO 8601; a revoked token opens nothing and is kept, for its name stands under decisions.
    """

    id: str
    name: str
    digest: str
    made_at: str
    revoked_at: str | None = None


def add_token(connection: sa.Connection, token: Token) -> None:
    """Keep a token."""
    connection.execute(tokens.insert(), msgspec.structs.asdict(token))


def load_tokens(connection: sa.Connection) -> list[Token]:
    """Return all tokens, oldest first, revoked ones as well."""
    rows = connection.execute(sa.select(tokens).order_by(tokens.c.made_at, tokens.c.id))
    return [Token(**row._mapping) for row in rows]


def load_token(connection: sa.Connection, name: str) -> Token | None:
    """Return the token with this id, unless it is revoked."""
    row = connection.execute(
        sa.select(tokens).where(tokens.c.id == name, tokens.c.revoked_at.is_(None))
    ).first()
    return Token(**row._mapping) if row else None


def revoke_tokens(connection: sa.Connection, reference: str, moment: str) -> int:
    """Revoke the token with an id, or all with a name; return how many that were not before."""
    meant = (tokens.c.id == reference) | (tokens.c.name == reference)
    changed = tokens.update().where(meant, tokens.c.revoked_at.is_(None)).values(revoked_at=moment)
    return connection.execute(changed).rowcount
