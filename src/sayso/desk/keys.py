"""Who somebody is: by a token of the store, or by having followed the link that the server printed."""

from __future__ import annotations

import hmac
import secrets
import threading

from ..app.serving import Stores
from ..app.tokens import digest_of, holder_of

_MOST_SESSIONS = 1_000


class Keys:
    """The tokens of a store, and sessions that last as long as the server does.

    A link is good for one visit. It is printed where only who started the server reads it, and makes a session under
    the name of `owner`.
    """

    def __init__(self, stores: Stores, owner: str) -> None:
        self._stores = stores
        self._owner = owner
        self._links: set[str] = set()
        self._sessions: list[str] = []
        self._turn = threading.Lock()

    def new_link(self) -> str:
        """Return the secret of a new link."""
        secret = secrets.token_urlsafe(32)
        with self._turn:
            self._links.add(digest_of(secret))
        return secret

    def follow(self, secret: str) -> str | None:
        """Return the token of a new session where a link with this secret was made and not yet followed."""
        asked, token = digest_of(secret), secrets.token_urlsafe(32)
        with self._turn:
            found = [one for one in self._links if hmac.compare_digest(one, asked)]
            if not found:
                return None
            self._links.difference_update(found)
            self._sessions = [*self._sessions[-_MOST_SESSIONS:], digest_of(token)]
        return token

    def name_of(self, token: str) -> str | None:
        """Return whose token this is, None where it is nobody's. Raises StoreError."""
        asked = digest_of(token)
        fitting = sum(
            hmac.compare_digest(one, asked) for one in self._sessions
        )  # all, however early one fits
        if fitting:
            return self._owner
        return holder_of(self._stores.reading, token)
