"""What sayso says to a person, in English or Ukrainian.

English messages stand in the code; `locale/uk/LC_MESSAGES/sayso.po` holds their Ukrainian. Labels of a
statement's fields (act "deny", certainty "probable") are in the catalogues of both, under the field's name.
Each `sayso.mo` is compiled from the file beside it with `pybabel compile -d src/sayso/cli/locale -D sayso`.
"""

from __future__ import annotations

import gettext
import locale
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

DOMAIN = "sayso"
LOCALE_DIR = Path(__file__).parent / "locale"
FACES = ("en", "uk")

_OPTION = "--ui"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class Messages:
    """The messages of one face. Calling it translates a message and fills in its {names}."""

    def __init__(self, face: str) -> None:
        """Load the messages of `face`, one of FACES."""
        self.face = face
        self._catalogue = gettext.translation(DOMAIN, LOCALE_DIR, [face], fallback=True)

    def __call__(self, message: str, **values: object) -> str:
        """Return `message` in this face, with `values` in place of its {names}."""
        if not message:  # which is the name of the catalogue's own header
            return ""
        translated = self._catalogue.gettext(message)
        return translated.format(**values) if values else translated

    def plural(self, one: str, many: str, count: int) -> str:
        """Return the form of a message that goes with `count`, which replaces its {count}."""
        return self._catalogue.ngettext(one, many, count).format(count=count)

    def label(self, field: str, value: str) -> str:
        """Return what a person calls the `value` of a statement's `field`, for instance act "deny"."""
        return self._catalogue.pgettext(field, value)


def face_of(wish: str | None, environment: Mapping[str, str]) -> str:
    """Return the face to speak: the option's, else SAYSO_LANG's, else the locale's, else English."""
    system = next((environment[name] for name in _LOCALE_VARIABLES if environment.get(name)), None)
    system = system or locale.getlocale()[0] or ""
    for candidate in (wish, environment.get("SAYSO_LANG"), system):
        if candidate:
            # "uk_UA.UTF-8" and Windows' "Ukrainian_Ukraine" both begin with the code.
            code = candidate[:2].lower()
            return code if code in FACES else FACES[0]
    return FACES[0]


def take_face(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return the wish of `--ui` wherever it stands among `arguments`, and the arguments with it in front.

    So `sayso read --ui uk` works like `sayso --ui uk read`; what follows a bare "--" is left alone.
    """
    rest, wish = list(arguments), None
    end = rest.index("--") if "--" in rest else len(rest)
    for index, argument in enumerate(rest[:end]):
        if argument == _OPTION and index + 1 < end:
            wish = rest[index + 1]
            del rest[index : index + 2]
            break
        if argument.startswith(f"{_OPTION}="):
            wish = argument.partition("=")[2]
            del rest[index]
            break
    return wish, rest if wish is None else [f"{_OPTION}={wish}", *rest]


def speak_everywhere(face: str) -> None:
    """Make the command-line framework's own messages ("Usage", "Options") speak `face` as well.

    It asks the process's gettext, which reads the face from the environment.
    """
    gettext.bindtextdomain(DOMAIN, LOCALE_DIR)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = face
