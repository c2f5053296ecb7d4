"""Films of the demonstration: the first seconds of a screen, once, as they were."""

import pygame
import pytest
from PIL import Image

from game.child.demo.film import BEAT, LASTS, WIDTH, Film
from game.system.errors import Trouble


class Screen:
    """A surface that changes its colour after each whole second; its clock goes only when somebody waits."""

    def __init__(self):
        self.now, self.surface = 0.0, pygame.Surface((1280, 800))

    def wait(self, seconds: float) -> None:
        self.now += seconds

    def __call__(self) -> pygame.Surface:
        self.surface.fill((25 * int(self.now + 0.01), 0, 0))
        return self.surface


def test_ten_seconds_of_a_screen_are_saved_as_long_as_each_picture_stood(tmp_path):
    screen, film = Screen(), Film(tmp_path / "films")
    film.take("our-road-1", screen.wait, screen)
    assert screen.now == pytest.approx(LASTS)
    with Image.open(tmp_path / "films" / "our-road-1.webp") as saved:
        assert (saved.size, saved.n_frames) == ((WIDTH, 400), LASTS)
        for number in range(saved.n_frames):
            saved.seek(number)
            saved.load()
            assert saved.info["duration"] == BEAT * (1000 // BEAT)


def test_a_screen_is_filmed_once_and_only_where_it_is_wanted(tmp_path):
    screen, film = Screen(), Film(tmp_path, ("trail",))
    film.take("our-road-1", screen.wait, screen)
    assert screen.now == 0 and not any(tmp_path.iterdir())
    for _ in range(2):
        film.take("trail", screen.wait, screen)
    assert screen.now == pytest.approx(LASTS)
    assert [path.name for path in tmp_path.iterdir()] == ["trail.webp"]


def test_what_was_wanted_and_never_there_is_known(tmp_path):
    screen, film = Screen(), Film(tmp_path, ("trail", "trial"))
    for name in ("our-road-1", "trail"):
        film.take(name, screen.wait, screen)
    assert (film.missed, list(film.seen)) == (("trial",), ["our-road-1", "trail"])
    assert Film(tmp_path).missed == ()


def test_a_film_that_cannot_be_saved_is_told_with_its_own_folder(tmp_path):
    screen, film = Screen(), Film(tmp_path / "films")
    film.folder.rmdir()
    with pytest.raises(Trouble, match=f"cannot be saved in '{film.folder}': no such file"):
        film.take("trail", screen.wait, screen)
