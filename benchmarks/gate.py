"""Quality floors that only rise: reads the annotated documents beside the project and compares with floors.toml.

    python -m benchmarks.gate            fail where a figure is under its floor
    python -m benchmarks.gate --raise    lift every floor to the present figure
    python -m benchmarks.gate --lower    set every floor to the present figure, down as well: say why in the commit

A figure is the F1 of `sayso score` for one set of documents. Without these nothing is checked, and said so.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from pathlib import Path

from sayso import languages
from sayso.app.scoring import score_gold

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = ROOT / "benchmarks" / "floors.toml"
MEASURES = ("who-said-what", "content")
_SET = "set "

Figures = dict[str, dict[str, float]]


def main() -> int:
    """Return 0 where every floor holds or nothing can be checked, 1 otherwise."""
    parser = argparse.ArgumentParser(description="Compare quality with its floors.")
    change = parser.add_mutually_exclusive_group()
    change.add_argument(
        "--raise", dest="rise", action="store_true", help="lift floors to the present figures"
    )
    change.add_argument(
        "--lower", action="store_true", help="set floors to the present figures, down as well"
    )
    wanted = parser.parse_args()
    if not (GOLD / "dev").is_dir():
        print("skipped: no annotated documents at ../shared/gold")
        return 0
    figures = measure()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    under = report(figures, floors)
    if wanted.lower:
        write(figures)
        return 0
    if wanted.rise:
        write(highest(figures, floors))
    return 1 if under else 0


def measure() -> Figures:
    """Return set and language -> measure -> F1, for the languages that have a pack."""
    found: Figures = {}
    annotated = {
        json.loads(path.read_text(encoding="utf-8")).get("lang") for path in (GOLD / "dev").glob("*.json")
    }
    for lang in sorted(annotated & set(languages.available())):
        for name, figures in score_gold(GOLD / "dev", lang=lang).parts.items():
            if name.startswith(_SET):
                key = f"{name.removeprefix(_SET).removesuffix(f'-{lang}')}-{lang}"
                found[key] = {measure: round(figures.scores[measure].f1, 3) for measure in MEASURES}
    return dict(sorted(found.items()))


def report(figures: Figures, floors: Figures) -> list[str]:
    """Print every figure beside its floor; return the names of those under it."""
    under = []
    for name, measures in figures.items():
        for measure, figure in measures.items():
            floor = floors.get(name, {}).get(measure, 0.0)
            verdict = "UNDER" if figure < floor else "above" if figure > floor else ""
            print(f"{name:16} {measure:14} {figure:.3f}  floor {floor:.3f}  {verdict}".rstrip())
            if figure < floor:
                under.append(f"{name} {measure}")
    return under


def highest(figures: Figures, floors: Figures) -> Figures:
    """Return for each measure the higher of figure and floor."""
    return {
        name: {
            measure: max(figure, floors.get(name, {}).get(measure, 0.0))
            for measure, figure in measures.items()
        }
        for name, measures in (floors | figures).items()
    }


def write(figures: Figures) -> None:
    """Write floors.toml anew."""
    lines = ["# F1 that must not be undercut. Written by `python -m benchmarks.gate --raise`."]
    for name, measures in sorted(figures.items()):
        lines += ["", f"[{name}]", *(f"{measure} = {figure:.3f}" for measure, figure in measures.items())]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
