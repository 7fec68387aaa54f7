"""What is kept is good for a while, and only for its key."""

from sayso.web.kept import MOST, Kept


def test_a_value_lasts_as_long_as_its_version_or_some_seconds() -> None:
    now = [0.0]
    kept: Kept[int] = Kept(5, lambda: now[0])
    made = iter(range(100))

    def asked(key: str, version: int) -> int:
        return kept.get(key, version, lambda: next(made))

    assert asked("a", 1) == 0
    now[0] = 100
    assert asked("a", 1) == 0
    assert asked("a", 2) == 1
    now[0] = 104
    assert asked("a", 3) == 1
    now[0] = 106
    assert asked("a", 3) == 2
    assert asked("b", 3) == 3


def test_only_so_many_are_kept() -> None:
    kept: Kept[int] = Kept()
    for number in range(MOST + 1):
        kept.get(number, 0, lambda number=number: number)  # type: ignore[misc]
    assert kept.get(1, 0, lambda: -1) == 1
    assert kept.get(0, 0, lambda: -1) == -1
