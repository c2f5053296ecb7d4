"""A chosen landscape becomes the page: what is laid there lies at the same place on the papers."""

from msgspec.structs import replace

from game.core.ids import Option, Sticker
from game.core.picture import HEIGHT, STANDING, WIDTH, Backdrop, Picture, Spot, Stamp, find, hit
from game.core.table import Move
from game.mechanics import decorate
from game.mechanics.decorate import BASE, PAGE
from game.play import screens
from tests.support.story import LIBRARY, Story

SHORE, BELOW = Spot(BASE, 500, 400, 10, 10), Spot(BASE, 600, 700, 10, 10)
PLACES = ("meadow-place", "beach-place", "forest-place", "evening-place")


def entered(story: Story, place: str) -> Story:
    """The child has chosen this place and goes on."""
    story.tap(Option(place))
    story.tap(screens.ONWARD)
    return story


def test_the_chosen_place_fills_the_page_with_its_own_light_and_places():
    for place in PLACES:
        with Story().at("my-calm-place", 0) as story:
            entered(story, place)
            table = story.here.table
            assert story.picture.things[0] == Backdrop(place)
            assert table.layout == LIBRARY.layout(place) and table.layout.supplies and table.layout.companion
            assert all(thing.art != place for thing in story.picture.things if isinstance(thing, Stamp)), "no frame"


def test_what_is_laid_lies_at_the_same_share_of_the_picture_on_a_paper():
    with Story().at("my-calm-place", 0) as story:
        entered(story, "beach-place")
        story.carry(story.options()[0], SHORE)
        laid = find(story.picture, Sticker(number=0))
        (row,) = story.rows
        made = row.pictures[0].art
    assert isinstance(made, Picture) and made.things[0].art == "beach-place"
    sticker = made.things[1]
    middle = sticker.x - made.width / 2, sticker.y - made.height / 2
    assert abs(laid.x - SHORE.x) < 1 and abs(laid.y - SHORE.y) < 1
    assert laid.lift == STANDING, "its shadow lies on the ground"
    for on_page, on_paper in zip((laid.x - WIDTH / 2, laid.y - HEIGHT / 2), middle, strict=True):
        assert abs(on_page / WIDTH - on_paper / made.width) < 0.001


def test_a_finger_on_the_land_means_something_only_while_there_is_something_to_lay():
    with Story().at("my-calm-place", 0) as story:
        entered(story, "meadow-place")
        assert hit(story.picture, *PAGE.around) is None
        story.tap(story.options()[0])
        assert hit(story.picture, *PAGE.around) == BASE


def test_what_was_laid_before_places_were_pages_is_still_there():
    """A record's shares of the base's width, up to the edges that a framed landscape had."""
    with Story().at("my-calm-place", 0) as story:
        entered(story, "forest-place")
        table, state = story.here.table, decorate.State()
        for x, y in ((0.482, 0.324), (-0.482, -0.324), (0.1, 0)):
            state = decorate.after(table, state, Move("stick", table.offered[0].id, "", x, y))
        (row,) = decorate.told(table, state)
    made = row.pictures[0].art
    shares = [((t.x / made.width) - 0.5, (t.y - made.height / 2) / made.width) for t in made.things[1:]]
    assert [(round(x, 3), round(y, 3)) for x, y in shares] == [(0.482, 0.324), (-0.482, -0.324), (0.1, 0)]


def test_what_is_no_scene_and_what_was_decorated_before_lies_on_the_step_s_own_scene():
    with Story().at("pick-a-worry-stone", 1) as story:
        assert story.here.table.scene == story.session.activities["pick-a-worry-stone"].steps[1].scene
        table = story.here.table
    assert decorate._form(table) == decorate.STONE
    wide = replace(table, step=replace(table.step, everywhere=True))
    assert decorate._form(wide) == decorate.WIDE


def test_what_is_drawn_off_the_land_is_taken_off():
    with Story().at("my-calm-place", 0) as story:
        entered(story, "evening-place")
        story.carry(story.options()[0], SHORE)
        assert len(story.here.state.stuck) == 1
        laid = find(story.picture, Sticker(number=0))
        story.carry(laid, BELOW)
        assert story.here.state.stuck == ()
