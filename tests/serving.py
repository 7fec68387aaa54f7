"""A real server in a process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

PATIENCE = 60.0
"""Seconds within which a server has to be there, on a machine that does much else."""


class Served(NamedTuple):
    """A server: its address, the link of its first line, and the process."""

    address: str
    link: str | None
    process: subprocess.Popen[str]

    def interrupt(self) -> tuple[int, str]:
        """Press Ctrl-C, and return the exit code with what it said on standard error."""
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said


@contextmanager
def served(*options: str, folder: Path | None = None) -> Iterator[Served]:
    """`sayso serve` with options, on a free port; killed at the end where it has not ended by then."""
    source = Path(__file__).parents[1] / "src"
    command = [sys.executable, "-m", "sayso", "--ui", "en", "serve", "--port", "0", *options]
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={key: value for key, value in os.environ.items() if key != "SAYSO_DB"}
        | {"PYTHONPATH": str(source)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield _opened(process)
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def _opened(process: subprocess.Popen[str]) -> Served:
    assert process.stdout is not None
    first = process.stdout.readline()
    found = re.search(r"http://\S+", first)
    assert found, f"{first}{process.communicate()[1]}"
    address = found[0].rstrip("/")
    is_local = "127.0.0.1" in address
    link = re.search(r"http://\S+", process.stdout.readline()) if is_local else None
    return Served(address, link[0] if link else None, process)


def until(told: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait until `told()` is true."""
    end = time.monotonic() + seconds
    while not told():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)
