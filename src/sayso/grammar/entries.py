"""Word classes whose words stand for all their inflected forms, found by their first word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .forms import Form

Entry = tuple[str, ...]
Started = Mapping[str, Sequence[Entry]]
_HELD = 100_000
_NONE: Started = {}


class Entries:
    """The entries of several word classes: sequences of words, each a spelling in lower case or a lemma."""

    def __init__(self, classes: Mapping[str, Sequence[Entry]]) -> None:
        self._lone = {
            name: frozenset(entry[0] for entry in entries if len(entry) == 1)
            for name, entries in classes.items()
        }
        self._by_first: dict[str, dict[str, list[Entry]]] = {}
        for name, entries in classes.items():
            for entry in entries:
                self._by_first.setdefault(entry[0], {}).setdefault(name, []).append(entry)
        self._started: dict[str, Started] = {}

    @property
    def names(self) -> frozenset[str]:
        """The classes."""
        return frozenset(self._lone)

    def lone(self, name: str) -> frozenset[str]:
        """Return the entries of a class that are a single word, none for a class that there is not."""
        return self._lone.get(name, frozenset())

    def starting(self, form: Form) -> Started:
        """Return the entries that may begin with a form, by their classes: few forms begin any."""
        held = self._started.get(form.text)
        if held is None:
            if len(self._started) >= _HELD:
                self._started.clear()
            held = self._started[form.text] = self._starting(form)
        return held

    def places(self, forms: Sequence[Form], places: Sequence[int]) -> dict[str, list[int]]:
        """Return, by class, which of the tokens `places` may begin an entry of it, each by its number among them."""
        found: dict[str, list[int]] = {}
        held = self._started
        for k, i in enumerate(places):
            form = forms[i]
            started = held.get(form.text)
            for name in self.starting(form) if started is None else started:
                found.setdefault(name, []).append(k)
        return found

    def _starting(self, form: Form) -> Started:
        found: dict[str, list[Entry]] = {}
        for word in {form.lower, *form.lemmas}:
            for name, entries in self._by_first.get(word, {}).items():
                found.setdefault(name, []).extend(entries)
        return found or _NONE

    def stands(self, name: str, forms: Sequence[Form], places: Sequence[int], k: int) -> bool:
        """Tell whether an entry of a class begins at the `k`-th of the tokens `places` and fits those that follow."""
        entries = self.starting(forms[places[k]]).get(name)
        if not entries:
            return False
        return any(len(entry) == 1 or _fits(entry, forms, places[k : k + len(entry)]) for entry in entries)


def _fits(entry: Entry, forms: Sequence[Form], places: Sequence[int]) -> bool:
    if len(places) < len(entry):
        return False
    read = (forms[place] for place in places)
    return all(form.lower == word or word in form.lemmas for word, form in zip(entry, read, strict=True))
