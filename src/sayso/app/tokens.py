"""Tokens: who holds one may write, under the name that it was made for.

A token is `sayso-ID-SECRET`. Its secret is 256 random bits, so its SHA-256 tells nothing about it: there is nothing to
guess, and the slowness of a password's hash, which makes each guess dear, would only make each request dear.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

from ..errors import DecisionError, NotThere
from ..store.tokens import Token

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["Token", "digest_of", "holder_of", "known_tokens", "new_token", "revoke"]

LONGEST_NAME = 100
_MARK = "sayso"


def new_token(store: Store, name: str) -> str:
    """Make a token for `name` and return it: it is not kept, and cannot be told again."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise DecisionError(
            "a token needs a name, which stands under decisions", hint=f"1 to {LONGEST_NAME} characters"
        )
    public, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
    store.add_token(Token(id=public, name=name, digest=digest_of(secret), made_at=_now()))
    return f"{_MARK}-{public}-{secret}"


def holder_of(store: Store, token: str) -> str | None:
    """Return the name that a token was made for, None where it is none or was revoked."""
    mark, _, rest = token.partition("-")
    name, _, secret = rest.partition("-")
    known = store.token(name) if mark == _MARK and secret else None
    # Compared in constant time, so that how long it takes tells nothing of the hash.
    if known is None or not hmac.compare_digest(known.digest, digest_of(secret)):
        return None
    return known.name


def known_tokens(store: Store) -> list[Token]:
    """Return all tokens, oldest first, revoked ones as well."""
    return store.tokens()


def revoke(store: Store, reference: str) -> int:
    """Let the token with this id, or all tokens of this name, open nothing any more; return how many those were.

    Raises NotThere where there is none that counts.
    """
    count = store.revoke_tokens(reference, _now())
    if not count:
        raise NotThere(
            f"the store {store.path} has no token {reference} that counts", hint="sayso token list shows them"
        )
    return count


def digest_of(secret: str) -> str:
    """Return the SHA-256 of a secret in hexadecimal."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
