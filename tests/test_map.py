"""The map of the README and the checklists of CONTRIBUTING name nothing that is not there."""

import re
from pathlib import Path

import pytest

from game import ROOMS
from tests.paths import PROJECT

FENCED = re.compile(r"```.*?```", re.DOTALL)
NAMED = re.compile(r"`([^`\n]+)`")
FILE = re.compile(r"[\w./-]+\.(?:py|typ|svg|png)")
IN_CODE = re.compile(r"[A-Za-z_][a-z_]*[A-Za-z_.]*")  # such as `_apply`, `Session.end` or `PAGES`
THERE = re.compile(r"`(?P<name>[A-Za-z_]\w*)` in `(?P<file>[\w/]+\.py)`")  # what is said to be in that very file
MADE_UP = re.compile(r"NAME|FAMILY")


def the_map() -> str:
    text = (PROJECT / "README.md").read_text("utf-8")
    return text[text.index("## The map") : text.index("## Parts we did not write")]


@pytest.fixture(scope="module")
def paths() -> list[str]:
    """Every file of the program, of its tests and its assets, as a path with a slash before it."""
    found = (path for folder in ("game", "tests", "assets") for path in (PROJECT / folder).rglob("*"))
    return ["/" + path.relative_to(PROJECT).as_posix() for path in (*found, *PROJECT.glob("*.py"))]


@pytest.fixture(scope="module")
def words() -> set[str]:
    """Every word of the code, of the templates of papers and of the activities."""
    files = (*(PROJECT / "game").rglob("*.py"), *(PROJECT / "tests").rglob("*.py"), *PROJECT.rglob("assets/**/*.typ"))
    return {word for path in files for word in re.findall(r"\w+", path.read_text("utf-8"))}


def missing(text: str, paths: list[str], words: set[str]) -> list[str]:
    """The names of files and of code in the text that nothing has."""
    named = [name for name in dict.fromkeys(NAMED.findall(FENCED.sub("", text))) if not MADE_UP.search(name)]
    files = [name for name in named if FILE.fullmatch(name) and not any(path.endswith(f"/{name}") for path in paths)]
    code = [name for name in named if IN_CODE.fullmatch(name) and not set(re.findall(r"\w+", name)) <= words]
    return files + [name for name in code if not Path(name).suffix or not (PROJECT / name).exists()]


def test_the_map_names_nothing_that_is_not_there(paths, words):
    assert missing(the_map(), paths, words) == []
    assert missing((PROJECT / "CONTRIBUTING.md").read_text("utf-8"), paths, words) == []


def elsewhere(text: str) -> list[str]:
    """The names of which the text says that they are in a file that does not have them."""
    said = [(found["name"], found["file"]) for found in THERE.finditer(" ".join(text.split()))]
    files = {file: _text_of(file) for _, file in said}
    return [f"{name} in {file}" for name, file in said if name not in re.findall(r"\w+", files[file])]


def _text_of(file: str) -> str:
    """All that stands in the files of this name, with the folders that are said."""
    paths = (path for path in PROJECT.glob("game/**/*.py") if f"/{path.as_posix()}".endswith(f"/{file}"))
    return "".join(path.read_text("utf-8") for path in paths)


def test_what_the_map_says_is_in_a_file_is_there():
    assert elsewhere(the_map()) == elsewhere((PROJECT / "CONTRIBUTING.md").read_text("utf-8")) == []
    assert elsewhere("`turn` in `app/shell.py`, `gone` in\n`app/shell.py`") == ["gone in app/shell.py"]


def test_the_map_has_the_rooms_in_their_order():
    assert tuple(re.findall(r"^\| `(\w+)/` \|", the_map(), re.MULTILINE)) == ROOMS


def test_what_is_gone_would_be_missed(paths, words):
    text = "`room.py`, `_apply` and `Session.end`; not `state.py`, `NAME.svg`, `_commit`, `Session.open`."
    left = [path for path in paths if not path.endswith("/room.py")]
    assert missing(text, left, words - {"_apply", "end"}) == ["room.py", "_apply", "Session.end"]
