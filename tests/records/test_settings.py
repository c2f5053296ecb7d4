"""What is set holds for all windows, and what was not read yet by anybody stays away from children."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from game.app import start
from game.app.room_options import AS_SET
from game.desk.model import DeskModel
from game.records import settings
from game.records.open_visit import Preparation
from game.records.settings import Settings
from game.records.store import Store


@pytest.fixture
def two(tmp_path) -> tuple[DeskModel, DeskModel]:
    """Two windows that were opened at the same time."""
    (tmp_path / "activities").mkdir()
    models = (DeskModel(Store(tmp_path), lambda: "2026-01-12", Settings(), tmp_path / "activities") for _ in range(2))
    one, other = models
    return one, other


def test_two_windows_do_not_undo_each_other(two, tmp_path):
    one, other = two
    one.alter(lambda now: now.without("brought"))
    other.change(sound=True)
    other.alter(lambda now: now.without("copied"))
    one.change(paper="letter")
    assert settings.read(tmp_path) == Settings(sound=True, paper="letter", off=("brought", "copied"))
    assert one.settings.off == other.settings.off == ("brought", "copied")
    other.alter(lambda now: now.using("brought"))
    assert settings.read(tmp_path).off == ("copied",)


def test_what_another_window_keeps_away_is_away_here_with_the_file(two, tmp_path):
    one, other = two
    assert not other.loaded.activities
    one.alter(lambda now: now.without("brought"))
    (tmp_path / "activities" / "brought.yaml").write_text("title: Brought\n")
    other.look_at_the_folder()
    assert other.settings.off == ("brought",)


@pytest.fixture
def activities(tmp_path) -> Path:
    """A folder with an activity of ours, and two of a therapist's own."""
    folder = tmp_path / "activities"
    folder.mkdir()
    for name in ("backpack", "our-song", "brought", "workbook"):
        (folder / f"{name}.yaml").write_text("title: x\n")
    return folder


@pytest.mark.parametrize("wrong", [b'"switch":"2"', b'"paper":7', b'"later":[1]'])
def test_one_wrong_value_puts_no_other_back(tmp_path, activities, wrong):
    (tmp_path / settings.FILE).write_bytes(b'{"language":"de",%s,"off":["brought"]}' % wrong)
    assert settings.read(tmp_path, activities) == Settings("de", off=("brought",))


UNREADABLE = [b"", b'{"off":["brought"', b'{"x":%s1%s}' % (b"[" * 90_000, b"]" * 90_000), b"[]"]


@pytest.mark.parametrize("damaged", UNREADABLE)
def test_damaged_settings_are_put_aside_before_they_are_written_anew(tmp_path, activities, damaged):
    (tmp_path / settings.FILE).write_bytes(damaged)
    off = ("brought", "our-song")
    assert settings.read(tmp_path, activities) == Settings(off=off, lost=off)
    for language in ("de", "es"):
        settings.change(tmp_path, lambda now, language=language: replace(now, language=language), activities)
    assert settings.read(tmp_path, activities) == Settings("es", off=off, lost=off)
    assert [path.read_bytes() for path in tmp_path.glob("*.damaged-*")] == [damaged]


@pytest.mark.parametrize("wrong", [b"{}", b"7", b'["brought",8]'])
def test_where_what_was_off_cannot_be_read_all_that_is_her_own_waits(tmp_path, activities, wrong):
    (tmp_path / settings.FILE).write_bytes(b'{"language":"de","off":%s}' % wrong)
    assert settings.read(tmp_path, activities) == Settings(
        "de", off=("brought", "our-song"), lost=("brought", "our-song")
    )


def test_of_an_activity_that_is_gone_nobody_has_to_say_whether_it_is_used(tmp_path, activities):
    (tmp_path / settings.FILE).write_bytes(b'{"off":7}')
    settings.change(tmp_path, lambda now: now.said("brought", False), activities)
    assert settings.read(tmp_path, activities) == Settings(off=("our-song", "brought"), lost=("our-song",))
    (activities / "our-song.yaml").unlink()
    assert not settings.read(tmp_path, activities).lost


def test_a_file_that_may_not_be_read_keeps_all_that_is_her_own_away(tmp_path, activities):
    (tmp_path / settings.FILE).mkdir()
    assert settings.read(tmp_path, activities).off == ("brought", "our-song")


def test_where_nothing_was_ever_set_and_where_nothing_is_her_own_nothing_waits(tmp_path, activities):
    assert settings.read(tmp_path, activities) == Settings()
    (tmp_path / settings.FILE).write_bytes(b"[")
    for name in ("brought", "our-song"):
        (activities / f"{name}.yaml").unlink()
    assert settings.change(tmp_path, lambda now: replace(now, language="de"), activities) == Settings("de")


def test_a_child_s_room_that_opens_without_a_desk_keeps_them_away_too(tmp_path, activities, monkeypatch):
    (tmp_path / settings.FILE).write_bytes(b"[")
    said = []
    monkeypatch.setattr(start, "ACTIVITIES", activities)
    monkeypatch.setattr(start, "_run", lambda store, kiosk, opened, room: opened())
    monkeypatch.setattr(start, "open_visit", lambda *told: said.append(told[-1]))
    start.play(tmp_path, "", True, "middle", Preparation(), AS_SET)
    assert said[0].off == ("brought", "our-song")
