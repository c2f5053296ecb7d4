"""What is set holds for all windows, and what was not read yet by anybody stays away from children."""

import pytest
from msgspec.structs import replace

from game.desk.model import DeskModel
from game.records import settings
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


@pytest.mark.parametrize("wrong", [b'"switch":"2"', b'"paper":7', b'"later":[1]'])
def test_one_wrong_value_puts_no_other_back(tmp_path, wrong):
    (tmp_path / settings.FILE).write_bytes(b'{"language":"de",%s,"off":["brought"]}' % wrong)
    assert settings.read(tmp_path) == Settings("de", off=("brought",))


@pytest.mark.parametrize("damaged", [b"", b'{"off":["brought"', b'{"x":%s1%s}' % (b"[" * 90_000, b"]" * 90_000), b"[]"])
def test_damaged_settings_are_put_aside_before_they_are_written_anew(tmp_path, damaged):
    (tmp_path / settings.FILE).write_bytes(damaged)
    assert settings.read(tmp_path) == Settings()
    for language in ("de", "es"):
        settings.change(tmp_path, lambda now, language=language: replace(now, language=language))
    assert settings.read(tmp_path) == Settings("es")
    assert [path.read_bytes() for path in tmp_path.glob("*.damaged-*")] == [damaged]
