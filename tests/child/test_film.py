"""Films of the demonstration: the first seconds of a screen, once, as they were."""

from types import SimpleNamespace

import pygame
import pytest
from PIL import Image

from game.child.demo import film as films
from game.child.demo.driver import Clock, RoomDriver
from game.child.demo.film import BEAT, IN_ROW, LASTS, Film, StoryStrip, watch
from game.system.errors import Trouble

BEGINS = 1  # seconds before the little story
WIDTH = 64  # pixels: a film of any width goes as long


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(films, "WIDTH", WIDTH)


class Screen:
    """A surface that changes its colour after each whole second; its clock goes only when somebody waits."""

    def __init__(self):
        self.now, self.surface = 0.0, pygame.Surface((128, 80))

    def wait(self, seconds: float) -> None:
        self.now += seconds

    @property
    def story_has_begun(self) -> bool:
        return self.now > BEGINS - 0.001

    def __call__(self) -> pygame.Surface:
        self.surface.fill((25 * int(self.now + 0.01), 0, 0))
        return self.surface


def test_ten_seconds_of_a_screen_are_saved_as_long_as_each_picture_stood(tmp_path):
    screen, film = Screen(), Film(tmp_path / "films")
    watch([film], "our-road-1", screen, screen)
    assert screen.now == pytest.approx(LASTS)
    with Image.open(tmp_path / "films" / "our-road-1.webp") as saved:
        assert (saved.size, saved.n_frames) == ((WIDTH, 40), LASTS)
        for number in range(saved.n_frames):
            saved.seek(number)
            saved.load()
            assert saved.info["duration"] == BEAT * (1000 // BEAT)


def test_a_screen_is_filmed_once_and_only_where_it_is_wanted(tmp_path):
    screen, film = Screen(), Film(tmp_path, ("trail",))
    watch([film], "our-road-1", screen, screen)
    assert screen.now == 0 and not any(tmp_path.iterdir())
    for _ in range(2):
        watch([film], "trail", screen, screen)
    assert screen.now == pytest.approx(LASTS)
    assert [path.name for path in tmp_path.iterdir()] == ["trail.webp"]


def test_it_has_enough_once_all_that_was_wanted_is_filmed(tmp_path):
    wanted, whatever_comes = Film(tmp_path, ("trail",)), Film(tmp_path / "all")
    for name, enough in (("asleep", False), ("trail", True), ("gate", True)):
        for film in (wanted, whatever_comes):
            watch([film], name, screen := Screen(), screen)
        assert (wanted.has_enough(), whatever_comes.has_enough()) == (enough, False)


def test_what_was_wanted_and_never_there_is_known(tmp_path):
    screen, film = Screen(), Film(tmp_path, ("trail", "trial"))
    for name in ("our-road-1", "trail"):
        watch([film], name, screen, screen)
    assert (film.missed, list(film.seen)) == (("trial",), ["our-road-1", "trail"])
    assert Film(tmp_path).missed == ()


def test_a_film_that_cannot_be_saved_is_told_with_its_own_folder(tmp_path):
    screen, film = Screen(), Film(tmp_path / "films")
    film.folder.rmdir()
    with pytest.raises(Trouble, match=f"cannot be saved in '{film.folder}': no such file"):
        watch([film], "trail", screen, screen)


def test_a_little_story_is_a_row_of_its_moments(tmp_path):
    times = (0.5, 1.5, 4.5, 5.5, 8.5)
    screen, strip = Screen(), StoryStrip(tmp_path, {"our-road-1": times})
    for name in ("trail", "our-road-1", "our-road-1"):
        watch([strip], name, screen, screen)
    assert [path.name for path in tmp_path.iterdir()] == ["our-road-1-story.png"]
    with Image.open(tmp_path / "our-road-1-story.png") as saved:
        wide, high = saved.width // IN_ROW, saved.height // 2
        middles = [(n % IN_ROW * wide + wide // 2, n // IN_ROW * high + high // 2) for n in range(len(times))]
        seen = [saved.getpixel(middle)[0] // 25 for middle in middles]
    assert seen == [int(BEGINS + time) for time in times]


def test_a_film_beside_a_row_of_moments_begins_before_the_story_as_if_it_were_alone(tmp_path):
    for folder, beside in ((tmp_path / "alone", False), (tmp_path / "beside", True)):
        screen, film = Screen(), Film(folder)
        strip = StoryStrip(folder, {"our-road-1": (0.5, 4.5)})
        watch([strip, film] if beside else [film], "our-road-1", screen, screen)
        assert screen.now == pytest.approx(LASTS)
    alone, both = (tmp_path / name / "our-road-1.webp" for name in ("alone", "beside"))
    assert alone.read_bytes() == both.read_bytes() and (tmp_path / "beside" / "our-road-1-story.png").exists()


class SlowGlass:
    """A glass whose little story has its pictures after three frames."""

    finished, frames = True, 0

    @property
    def room_session(self) -> SimpleNamespace:
        return SimpleNamespace(can_play=self.frames >= 3)

    def frame(self) -> None:
        self.frames += 1


def test_what_films_waits_until_the_pictures_of_the_story_are_made():
    glass = SlowGlass()
    RoomDriver(glass, Clock(), lambda name, picture: None, lambda: None).wait_for_the_story()
    assert glass.frames == 3
