"""The process beside draws what would be drawn here, holds nobody up, and may come down."""

import time
from io import BytesIO
from threading import Thread

import pytest
from PIL import Image

from game.art.draw_process import DrawProcess, here
from game.art.library import Library
from game.art.pixels import packed
from game.art.renderer import Renderer
from tests.paths import TESTS

CIRCLE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="#fa0"/></svg>'
SLOW = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><filter id="f"><feTurbulence baseFrequency="3" '
    'numOctaves="8"/></filter><rect width="10" height="10" filter="url(#f)"/></svg>'
)


def test_it_draws_the_same_again_and_again():
    beside = DrawProcess()
    for width in (10, 200, 33):
        assert beside(CIRCLE, width, width) == here(CIRCLE, width, width)


def test_pixels_are_packed_where_they_are_drawn(monkeypatch):
    beside = DrawProcess()
    found = beside(CIRCLE, 20, 10, pack=())
    assert found == here(CIRCLE, 20, 10, pack=()) == packed(here(CIRCLE, 20, 10))
    monkeypatch.setattr("game.art.pixels.packed", lambda png, boxes: pytest.fail("packed here"))
    assert beside(CIRCLE, 20, 10, pack=()) == found


def test_each_box_is_packed_beside_as_here():
    boxes = [(0, 0, 10, 10), (10, 5, 7, 5)]
    assert DrawProcess()(CIRCLE, 20, 10, pack=boxes) == packed(here(CIRCLE, 20, 10), boxes)


def test_it_lets_others_run_meanwhile():
    """Counted in turns of this thread, not in seconds: `here` would let it have none."""
    beside = DrawProcess()
    beside(CIRCLE, 10, 10)
    drawn: list[bytes] = []
    thread = Thread(target=lambda: drawn.append(beside(SLOW, 400, 400)))
    thread.start()
    turns = 0
    while not drawn:
        time.sleep(0)
        turns += 1
    thread.join()
    assert drawn[0].startswith(b"\x89PNG") and turns > 100


@pytest.mark.parametrize("svg", ["", "words", "<svg"])
def test_what_cannot_be_drawn_is_told_and_the_next_is_drawn(svg):
    beside = DrawProcess()
    with pytest.raises(ValueError):
        here(svg, 10, 10)
    with pytest.raises(ValueError):
        beside(svg, 10, 10)
    assert beside(CIRCLE, 10, 10) == here(CIRCLE, 10, 10)


def test_it_may_come_down():
    beside = DrawProcess()
    beside(CIRCLE, 10, 10)
    beside._process.kill()
    beside._process.wait()
    with pytest.raises(ValueError):
        beside(CIRCLE, 10, 10)
    assert beside(CIRCLE, 10, 10) == here(CIRCLE, 10, 10)


def test_where_no_process_may_be_begun_it_draws_here(monkeypatch):
    monkeypatch.setattr("sys.executable", "/no/such/python")
    assert DrawProcess()(CIRCLE, 10, 10) == here(CIRCLE, 10, 10)


def test_it_ends_when_nobody_is_there():
    beside = DrawProcess()
    beside(CIRCLE, 10, 10)
    process = beside._process
    process.stdin.close()
    assert process.wait(timeout=30) == 0


def test_a_size_that_resvg_stumbles_over_is_drawn_all_the_same(tmp_path):
    """A light filter of resvg 0.48 reads one row too far at 540 pixels; the picture was a child's stone."""
    svg = (TESTS / "stumbles.svg").read_text("utf-8")
    with pytest.raises(ValueError, match="540 x 540"):
        here(svg, 540, 540)
    renderer = Renderer(Library(), tmp_path)
    renderer.paper_svg = lambda art: svg
    with Image.open(BytesIO(renderer.paper_png("fox", 540))) as drawn:
        assert drawn.size == (540, 540) and drawn.getextrema()[3][1] > 200
