"""What is kept of a folder of activities is what reading it again would give; else it is read again."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game.art.library import Library
from game.authoring import workbook_cache, workbook_reader
from game.authoring.workbook_cache import KEPT, cached_workbook, has_own
from game.authoring.workbook_reader import read_workbook
from game.system.language import LANGUAGES, words
from game.system.paths import ACTIVITIES
from tests.paths import PROJECT, TESTS

MISTAKES = TESTS / "mistakes"
FOLDERS = [ACTIVITIES, *sorted(path for path in MISTAKES.iterdir() if path.is_dir()), Path("gone")]
STONE = "pick-a-worry-stone"


@pytest.fixture
def records(tmp_path) -> Path:
    (tmp_path / "records").mkdir()
    return tmp_path / "records"


@pytest.fixture
def folder(tmp_path) -> Path:
    """A therapist's own copy of our activities, with a picture of its own."""
    shutil.copytree(ACTIVITIES, tmp_path / "activities")
    (tmp_path / "activities" / "pictures").mkdir(exist_ok=True)
    return tmp_path / "activities"


@pytest.fixture
def read_again(monkeypatch) -> list:
    """The folders that were read by YAML."""
    read: list = []

    def reading(folder, *more):
        read.append(folder)
        return read_workbook(folder, *more)

    monkeypatch.setattr(workbook_reader, "read_workbook", reading)
    return read


def look(folder: Path, records: Path):
    return cached_workbook(folder, Library(folder / "pictures"), records)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_it_is_just_what_was_read_mistakes_too(folder, records, read_again):
    first, again = look(folder, records), look(folder, records)
    assert first == again == read_workbook(folder, Library(folder / "pictures"))
    assert [type(step.written) for a in first.activities.values() for step in a.steps] == [
        type(step.written) for a in again.activities.values() for step in a.steps
    ]
    assert read_again == [folder]


def test_where_nothing_has_changed_no_yaml_is_loaded(records):
    look(ACTIVITIES, records)
    asked = (
        "import sys; from pathlib import Path; from game.art.library import Library;"
        "from game.authoring.workbook_cache import cached_workbook;"
        f"library = Library(Path({str(ACTIVITIES / 'pictures')!r}));"
        f"cached_workbook(Path({str(ACTIVITIES)!r}), library, Path({str(records)!r}));"
        "sys.exit('yaml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", asked], cwd=PROJECT).returncode == 0


def test_a_hidden_file_as_git_leaves_it_is_no_picture_of_the_therapists_own(folder):
    assert not has_own(ACTIVITIES, Library(ACTIVITIES / "pictures"))
    library = Library(folder / "pictures")
    library.own.mkdir(exist_ok=True)
    (library.own / ".hidden").touch()
    assert not has_own(folder, library)
    (library.own / "our-bird.png").touch()
    assert has_own(folder, library)


def test_an_edit_of_the_same_length_at_the_same_time_is_seen(folder, records):
    look(folder, records)
    path = folder / f"{STONE}.yaml"
    before = path.stat()
    path.write_text(path.read_text("utf-8").replace("jade-stone", "moon-stone", 1), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert look(folder, records).activities[STONE] == read_workbook(folder, Library()).activities[STONE]


def test_files_that_come_go_and_are_renamed_are_seen(folder, records):
    def is_right():
        return look(folder, records) == read_workbook(folder, Library(folder / "pictures"))

    look(folder, records)
    shutil.copy(folder / f"{STONE}.yaml", folder / "another.yaml")
    assert is_right()
    (folder / "another.yaml").rename(folder / "other.yaml")
    assert is_right()
    (folder / "other.yaml").unlink()
    assert is_right()
    (folder / "our-song.yaml").write_text("title: Our song\npurpose: It is ours.\ncover: our-bird\n", "utf-8")
    assert is_right()
    (folder / "our-tune.yml").write_text("title: Our tune\n", "utf-8")  # which is told, and not read
    assert is_right()
    (folder / "pictures" / "our-bird.png").write_bytes(b"")
    assert is_right()


def test_a_mistake_that_was_kept_is_said_in_any_language(records, read_again, folder):
    (folder / "our-song.yaml").write_text("title: Our song\ncover: [kite]\nscene: two-bank\n", "utf-8")
    first, again = look(folder, records), look(folder, records)
    assert len(read_again) == 1 and len(again.mistakes) == 4
    for language in LANGUAGES:
        assert [m.said(words(language)) for m in again.mistakes] == [m.said(words(language)) for m in first.mistakes]
    assert again.mistakes[0].said(words("de")) == "Eine Aktivität braucht 'purpose', was hier fehlt."


def test_other_code_reads_again(records, read_again, monkeypatch, tmp_path):
    look(ACTIVITIES, records)
    (tmp_path / "more.py").write_text("# another mechanic")
    monkeypatch.setattr(workbook_cache.mechanics, "__path__", [*workbook_cache.mechanics.__path__, str(tmp_path)])
    look(ACTIVITIES, records)
    assert len(read_again) == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: data.replace(b"jade-stone", b"rose-stone", 1),
        lambda data: data.partition(b"\n")[0] + b"\n[]",
        lambda data: b"\xff" * len(data),
    ],
)
def test_what_is_damaged_is_read_again_and_mended(records, read_again, damage):
    first = look(ACTIVITIES, records)
    kept = records / KEPT
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))
    assert kept.read_bytes() != whole
    assert look(ACTIVITIES, records) == first and len(read_again) == 2
    assert kept.read_bytes() == whole


def test_what_another_version_has_written_is_read_again(records, read_again):
    first = look(ACTIVITIES, records)
    seen = workbook_cache._seen(ACTIVITIES, Library(ACTIVITIES / "pictures"))
    for text in (b"[]", b"{}", b'{"paths": 3}', b'{"paths": [], "activities": {"a": {"steps": [{}]}}}'):
        (records / KEPT).write_bytes(workbook_cache._seal(seen, text) + b"\n" + text)
        assert look(ACTIVITIES, records) == first
    assert len(read_again) == 5


def test_nothing_is_made_where_there_are_no_records_and_nothing_breaks_where_nothing_can_be_kept(tmp_path, records):
    look(ACTIVITIES, tmp_path / "none")
    assert not (tmp_path / "none").exists()
    (records / KEPT).mkdir()
    assert look(ACTIVITIES, records) == look(ACTIVITIES, tmp_path / "none")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a person's folders apart by itself")
def test_it_is_its_owners_only(records):
    look(ACTIVITIES, records)
    assert (records / KEPT).stat().st_mode & 0o777 == 0o600
