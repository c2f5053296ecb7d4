"""The plates of the desk: a colour, an edge and round corners in each state, painted once."""

import pygame
import pytest
from pygame_gui.core import ObjectID

from game.desk.form import Tile
from game.desk.manager import Manager
from game.desk.messages import LeaveOut
from game.desk.plates import KEPT, PlateButton, plate
from game.desk.theme import LOOKS, TONES
from game.desk.view import FormView
from game.glass.window import Window

SIZE = (200, 60)


@pytest.fixture
def manager():
    window = Window((640, 400))
    view = FormView((640, 400), 1, False, lambda *_: None)
    yield view.manager
    view.close()
    window.close()


def button(manager: Manager, look: str) -> PlateButton:
    return PlateButton(pygame.Rect((20, 20), SIZE), "", manager, object_id=ObjectID(f"#{look}", f"@{look}"))


def shown(colour: pygame.Color) -> pygame.Color | None:
    """What is seen of a colour: nothing of one that lets all of what lies behind it through."""
    return colour if colour.a else None


@pytest.mark.parametrize("look", LOOKS)
def test_a_button_has_the_colours_of_its_look_and_of_what_happens_to_it(look, manager):
    made, (fill, over, edge) = button(manager, look), map(pygame.Color, LOOKS[look])
    seen = {"before": made.image.copy()}
    made.on_hovered()
    made.update(0.01)
    seen["over"] = made.image.copy()
    made.on_unhovered()
    made.update(0.01)
    assert [shown(seen[state].get_at((100, 30))) for state in seen] == [shown(fill), shown(over)]
    assert shown(made.image.get_at((100, 30))) == shown(fill)
    for surface in seen.values():
        assert shown(surface.get_at((100, 0))) == shown(surface.get_at((0, 30))) == shown(edge)
        assert surface.get_at((0, 0)).a == surface.get_at((199, 59)).a == 0


def test_buttons_that_look_alike_share_their_plates(manager):
    one, other = (button(manager, "main").drawable_shape.get_surface("normal") for _ in range(2))
    assert one is other and one is not button(manager, "plain").drawable_shape.get_surface("normal")
    assert KEPT * SIZE[0] * SIZE[1] * 4 < 20_000_000


def test_a_plate_is_round_and_alike_at_all_four_corners_and_nowhere_dark():
    made = plate(SIZE, tuple(pygame.Color("#fffaf0")), 16)
    turned = (pygame.transform.flip(made, across, down) for across, down in ((True, False), (False, True)))
    assert {pygame.image.tobytes(one, "RGBA") for one in turned} == {pygame.image.tobytes(made, "RGBA")}
    assert made.get_at((0, 0)).a == 0 and made.get_at((16, 0)).a == made.get_at((0, 16)).a == 255
    assert {tuple(made.get_at((x, y)))[:3] for x in range(20) for y in range(20)} == {(255, 250, 240)}


@pytest.mark.parametrize("size", [(1, 1), (3, 40), (40, 3)])
def test_a_plate_may_be_smaller_than_its_corners(size):
    assert plate(size, (9, 9, 9, 255), 16).get_bounding_rect().size == size


@pytest.mark.parametrize("out", [True, False])
def test_a_page_that_is_left_out_is_grey_on_the_glass_and_its_corner_is_crossed(out):
    page = pygame.Surface((120, 160), pygame.SRCALPHA)
    page.fill("#2b6cb0")
    window = Window((640, 400))
    view = FormView((640, 400), 1, False, lambda *_: page)
    view.show(Tile(LeaveOut("letter"), "Letter", (b"a page",), faint=out, side=200))
    view.paint(window.surface, 0.1)
    (picture,) = [p.get_abs_rect() for p in view._elements[next(iter(view._elements))][1:2]]
    red, _, blue, _ = window.surface.get_at(picture.center)
    assert (blue - red < 40) == out, "paper lies on it"
    corner = window.surface.get_at((picture.right - 3, picture.top + 14))
    assert (corner == pygame.Color(TONES["trouble"])) == out
    view.close()
    window.close()
