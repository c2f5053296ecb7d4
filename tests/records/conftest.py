"""Records for the tests: a home with records that are put into it, and two homes between which some are brought."""

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from game.core.events import Begun, Ended
from game.core.ids import Control
from game.records.journal import Journal
from game.records.store import Store
from tests.support.story import DAY, Story


@pytest.fixture(scope="module")
def lines() -> list[bytes]:
    """A visit of a traveller who has chosen an animal and a thing."""
    with Story() as story:
        story.at("my-traveller", 1).choose(1)
        return story.session.journal.path.read_bytes().splitlines(keepends=True)


@pytest.fixture(scope="module")
def text() -> bytes:
    """A real visit as it lies on disk."""
    with Story() as story:
        story.at("when-we-are-done", 0).choose(3)
        story.tap(Control("rest"))
        return story.session.journal.path.read_bytes()


@pytest.fixture
def put(tmp_path, lines):
    """Puts a record into the home: `put(id, day, ended)`, and gives the path of its journal."""

    def put(id: str, day: str = DAY, ended: bool = False, number: int = 1) -> Path:
        begun = replace(msgspec.json.decode(lines[0], type=Begun), traveller=id, day=day, number=number)
        path = tmp_path / "home" / "travellers" / id / f"visit-{number:04}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"".join([msgspec.json.encode(begun), b"\n", *lines[1:]]))
        if ended:
            Journal(path, path.read_bytes(), path.stat().st_size).append(Ended(()))
        return path

    return put


@pytest.fixture
def store(tmp_path) -> Store:
    return Store(tmp_path / "home")


@pytest.fixture
def here(tmp_path) -> Store:
    return Store(tmp_path / "here")


@pytest.fixture
def there(tmp_path) -> Store:
    return Store(tmp_path / "there")
