"""What the commands that put and take the icon say."""

import os
import shutil
import subprocess
import sys

from tests.paths import PROJECT


def test_the_commands_say_what_they_did(tmp_path):
    there = os.environ | {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "share"), "LC_ALL": "C"}
    (tmp_path / "Desktop").mkdir()
    shutil.rmtree(tmp_path / "share", ignore_errors=True)

    def run(*words: str) -> tuple[int, str, str]:
        command = [sys.executable, str(PROJECT / "main.py"), *words]
        done = subprocess.run(command, env=there, capture_output=True, text=True)
        return done.returncode, done.stdout, done.stderr

    if sys.platform == "linux":
        seen = [tmp_path / "share/applications/good-goodbye.desktop", tmp_path / "Desktop/good-goodbye.desktop"]
        assert run("install") == (0, "".join(f"Good Goodbye has an icon now: {path}\n" for path in seen), "")
        assert run("uninstall") == (0, "The icons are taken away again. Your records are untouched.\n", "")
        assert run("uninstall") == (0, "There is no icon of Good Goodbye to take away.\n", "")
        assert [path.name for path in tmp_path.rglob("*")] == ["Desktop"]
