"""What the API answers is what its schema says, whatever it is asked: requests made up from the schema itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from served import story_in, token_for
from serving import served

EXAMPLES = 3
UNREADABLE = """
[[operations]]
include-name = "POST /api/v1/documents"
checks.positive_data_acceptance.expected-statuses = [200, 201, 413, 422, 403]
"""
"""A page without an article fits the schema and is yet no document, which no schema could say."""
SECONDS = 40
"""What is not tried by then is left out, so that the tests come to an end on a slow machine as well."""


@pytest.mark.slow
def test_no_request_from_the_schema_is_answered_otherwise(tmp_path: Path) -> None:
    path = story_in(tmp_path)
    token = token_for(path)["Authorization"]
    with served("--db", str(path), "--rate", "0") as desk:
        (tmp_path / "schemathesis.toml").write_text(UNREADABLE, encoding="utf-8")
        command = [
            str(Path(sys.executable).with_name("schemathesis")),
            "run",
            f"{desk.address}/api/v1/openapi.json",
            f"--header=Authorization: {token}",
            "--phases=coverage,fuzzing",
            f"--max-examples={EXAMPLES}",
            f"--max-time={SECONDS}",
            "--checks=all",
            "--generation-database=none",
            "--request-timeout=30",
            "--seed=1",
            "--no-color",
        ]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        code, said = desk.interrupt()
    assert done.returncode == 0, done.stdout[-8000:]
    assert (code, "Traceback" in said) == (0, False), said
