"""One draws on a white sheet, on a picture in its place, or on one that lies on it: seen, told, and kept together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from game.art.library import Library
from game.core.gesture import drag
from game.core.ids import Area, Option
from game.core.picture import Picture, Stamp, Strokes, find
from game.core.table import Move, Offered, Table
from game.mechanics import draw
from game.play.scan_targets import goals
from game.play.screens import ONWARD
from tests.support.story import Story, read_activities

LEAF = Offered("broad-leaf", "broad-leaf", "Broad leaf")
FIRST = "  - choose: thing\n    pictures: [star, kite]\n    up to: 2\n"
LATER = "  - draw: mine\n    from: first.thing\n    on: body-outline\n"
LINE = ((100, 100), (200, 160))


@pytest.mark.parametrize(("paper", "offered", "art"), [("broad-leaf", (LEAF,), "broad-leaf"), ("", (), draw.PAPER)])
def test_the_drawing_lies_on_that_picture(paper, offered, art):
    table = Table("draw", "mine", draw.Step(draw="mine", paper=paper), "a-table", "fox", offered=offered)
    state = draw.after(table, draw.State(), Move("draw", "crayon-ink", points=LINE))
    seen = [t for t in draw.view(table, draw.State(), ()).things if isinstance(t, Stamp) and t.art == art]
    assert len(seen) == 1 and seen[0].means is None, "the paper is drawn on, not chosen"
    (made,) = draw.told(table, state)[0].pictures
    assert made.art.things[0].art == art and made.id == "mine"
    assert draw.told(table, draw.State()) == (), "a leaf on which nothing is drawn is nothing made"


def drawing(story: Story) -> list:
    """What was drawn, as papers show it, from the lowest: pictures by name, strokes."""
    (row,) = story.rows
    return [t.art if isinstance(t, Stamp) else type(t) for t in row.pictures[0].art.things]


def over(story: Story) -> list[Stamp]:
    """What lies on the sheet before the child."""
    return drawn_over(story.picture)


def drawn_over(picture: Picture) -> list[Stamp]:
    """What lies on the sheet of this picture; there is something."""
    found = [t for t in picture.things if isinstance(t, Stamp) and t.id and t.id.name == "drawn-over"]
    assert found
    return found


def on_the_sheet(story: Story) -> list:
    """The same by what it shows."""
    return [stamp.art for stamp in over(story)]


def a_line(story: Story) -> None:
    story.perform(draw.demo(story.here.table, Option("crayon-ink")))


def put_back(story: Story) -> None:
    """A tap on the only stroke takes it away."""
    (stroke,) = story.here.state.lines
    sheet = draw.sheet_of(story.here.table)
    x, y = stroke.points[0]
    story.tap(Stamp("", sheet.x - sheet.width / 2 + x, sheet.y - sheet.height / 2 + y, 1))


@pytest.mark.parametrize(("chosen", "seen"), [(["kite"], ["kite"]), ([], ["body-outline"])])
def test_a_line_goes_over_what_was_chosen_earlier_else_over_what_the_file_says(tmp_path, chosen, seen):
    with Story(loaded=read_activities(tmp_path, first=FIRST, later=LATER)) as story:
        story.go("first")
        for name in chosen:
            story.tap(name)
        story.go("later")
        assert on_the_sheet(story) == seen
        a_line(story)
        assert drawing(story) == [draw.PAPER, *seen, Strokes]


TWICE = "  - draw: then\n    on: body-outline\n  - draw: now\n    from: then\n    on: body-outline\n"


def inks(picture: Picture) -> list[str]:
    """The colours of all strokes in a picture, from the lowest, in pictures that lie in it, too."""
    found: list[str] = []
    for thing in picture.things:
        if isinstance(thing, Strokes):
            found += [line.colour for line in thing.lines]
        elif isinstance(thing, Stamp) and isinstance(thing.art, Picture):
            found += inks(thing.art)
    return found


@pytest.mark.parametrize(("more", "pale"), [("", True), ("    corner: yes\n", False)])
def test_a_drawing_under_another_is_pale_on_the_sheet_and_on_papers_and_a_small_one_is_as_it_was(tmp_path, more, pale):
    """In full colour the first and the second could not be told apart."""
    with Story(loaded=read_activities(tmp_path, body=TWICE + more)) as story:
        story.go("body")
        a_line(story)
        (ink,) = inks(story.rows[0].pictures[0].art)
        story.tap(ONWARD)
        (beneath,) = over(story)
        (lies,) = inks(beneath.art)
        assert (lies != ink) is pale and int(lies[1:3], 16) >= int(ink[1:3], 16)
        assert [t.art for t in beneath.art.things if isinstance(t, Stamp)] == [draw.PAPER, "body-outline"]
        a_line(story)
        assert inks(story.rows[0].pictures[0].art) == [lies, ink]


def test_several_lie_side_by_side_on_the_sheet(tmp_path):
    with Story(loaded=read_activities(tmp_path, first=FIRST, later=LATER)) as story:
        story.go("first")
        story.tap("kite")
        story.tap("star")
        story.go("later")
        sheet, lying = draw.sheet_of(story.here.table), sorted(over(story), key=lambda stamp: stamp.x)
        edges = [edge for stamp in lying for edge in (stamp.x - stamp.width / 2, stamp.x + stamp.width / 2)]
        assert len(lying) == 2 and edges == sorted(edges)
        assert (edges[0], edges[-1]) == (sheet.x - sheet.width / 2, sheet.x + sheet.width / 2)


@pytest.mark.parametrize("quiet", [False, True])
@pytest.mark.parametrize("many", [1, 2, 4])
def test_in_a_corner_it_leaves_room_for_a_letter_on_the_sheet_and_on_paper(many, quiet):
    offered = tuple(Offered(name, name, name) for name in ("kite", "star", "boat", "fox")[:many])
    step = draw.Step(draw="mine", on="kite", corner=True)
    table = Table("draw", "mine", step, "riverbank", "fox", offered=offered, quiet=quiet)
    sheet, drawn = draw.sheet_of(table), draw.after(table, draw.State(), Move("draw", "crayon-ink", points=LINE))
    (made,) = draw.told(table, drawn)[0].pictures
    shown, on_paper = drawn_over(draw.view(table, drawn, ())), drawn_over(made.art)
    assert len(shown) == len(on_paper)
    for lying, x, y in ((shown, sheet.x, sheet.y), (on_paper, sheet.width / 2, sheet.height / 2)):
        for stamp in lying:
            assert x + sheet.width / 8 < stamp.x - stamp.width / 2 < stamp.x + stamp.width / 2 < x + sheet.width / 2
            assert y - sheet.height / 2 < stamp.y - stamp.height / 2 < stamp.y + stamp.height / 2 < y


def whole(stamp: Stamp, shape: float) -> tuple[float, float, float, float]:
    """Left, top, right and lower edge of a picture of this shape, as it lies whole in its place."""
    wide = min(stamp.width, stamp.height * shape)
    return stamp.x - wide / 2, stamp.y - wide / shape / 2, stamp.x + wide / 2, stamp.y + wide / shape / 2


def edges_of(picture: Picture) -> list[tuple[float, float]]:
    """The corners of all that lies on the sheet, and how far the ink of each stroke reaches."""
    corners = [
        (t.x + a * t.width / 2, t.y + b * t.height / 2) for t in drawn_over(picture) for a in (-1, 1) for b in (-1, 1)
    ]
    lines = [line for t in picture.things if isinstance(t, Strokes) for line in t.lines]
    ink = [(x + a * n.width / 2, y + a * n.width / 2) for n in lines for x, y in n.points for a in (-1, 1)]
    return corners + ink


@given(
    shape=st.floats(1 / 3, 3),
    many=st.integers(1, 4),
    quiet=st.booleans(),
    corner=st.booleans(),
    way=st.lists(st.tuples(st.integers(0, 1280), st.integers(0, 800)), min_size=1, max_size=4),
)
def test_all_that_lies_and_is_drawn_on_a_sheet_of_any_shape_is_on_it_on_the_screen_and_on_paper(
    shape, many, quiet, corner, way
):
    """A letter is upright: its picture hung off the sheet, and lines went on beyond it."""
    sheet = Offered("letter", "letter", "Letter", shape=shape)
    offered = (sheet, *(Offered(name, name, name) for name in ("kite", "star", "boat", "fox")[:many]))
    step = draw.Step(draw="mine", paper="letter", on="kite", corner=corner)
    table = Table("draw", "mine", step, "riverbank", "fox", offered=offered, quiet=quiet)
    spot = find(draw.view(table, draw.State(), ()), draw.PAPER_SPOT)
    state, hand = draw.State(), None
    for touch in drag(((spot.x, spot.y), *way)):
        found = draw.touch(table, state, hand, replace(touch, on=draw.PAPER_SPOT))
        state, hand = (draw.after(table, state, found), None) if isinstance(found, Move) else (state, found)
        if hand:
            shown = draw.view(table, state, (hand,))
            paper = whole(next(t for t in shown.things if isinstance(t, Stamp) and t.art == "letter"), shape)
            assert all(inside(paper, *point) for point in edges_of(shown))
    (made,) = draw.told(table, state)[0].pictures
    paper = whole(made.art.things[0], shape)
    assert all(inside(paper, *point) for point in edges_of(made.art))
    assert paper == pytest.approx((0, 0, made.art.width, made.art.height), abs=1e-6), "the page has the whole sheet"


def inside(box: tuple[float, float, float, float], x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def letters(folder, size: tuple[int, int]) -> Library:
    """A library with letter paper of this size."""
    (folder / "pictures").mkdir(exist_ok=True)
    Image.new("RGB", size, "#fff0f0").save(folder / "pictures/letter.png")
    return Library(folder / "pictures", folder / "safe")


def test_a_letter_of_hers_is_upright_and_once_written_on_it_stays_as_it_is(tmp_path):
    library = letters(tmp_path, (60, 80))
    loaded = read_activities(tmp_path, library, later="  - draw: mine\n    paper: letter\n")
    with Story(loaded=loaded, library=library) as story:
        story.go("later")
        sheet = draw.sheet_of(story.here.table)
        assert (sheet.width + 40) / (sheet.height + 40) == pytest.approx(60 / 80)
        story.library = letters(tmp_path, (80, 60))
        story.reopen()
        story.go("later")
        assert draw.sheet_of(story.here.table).width > sheet.width, "nothing was written on it"
        a_line(story)
        before = drawing(story)
        story.library = letters(tmp_path, (60, 80))
        story.reopen()
        story.go("later")
        assert drawing(story) == before and draw.sheet_of(story.here.table).width > sheet.width


def test_what_was_drawn_on_one_picture_is_never_shown_on_another(tmp_path):
    """On a later choice the line stays with its picture; once it is taken away, the new one lies there."""
    with Story(loaded=read_activities(tmp_path, first=FIRST, later=LATER)) as story:
        story.go("later")
        a_line(story)
        story.go("first")
        story.tap("kite")
        story.go("later")
        assert on_the_sheet(story) == ["body-outline"] and drawing(story) == [draw.PAPER, "body-outline", Strokes]
        put_back(story)
        assert on_the_sheet(story) == ["kite"] and story.rows == ()
        before = story.visit
        story.reopen()
        assert story.visit == before, "a journal is replayed to the same sheet"


def test_without_a_choice_and_without_a_picture_the_step_is_left_out(tmp_path):
    bare = "  - draw: mine\n    from: first.thing\n  - choose: next\n    pictures: [fox, owl]\n"
    with Story(loaded=read_activities(tmp_path, first=FIRST, later=bare)) as story:
        story.go("later")
        assert story.here.table.result == "next"


def test_keys_and_switch_draw_over_a_picture_as_on_a_bare_sheet(tmp_path):
    """What lies on the sheet hides no place where a line can begin, and is nothing that could be taken."""
    plain = "  - draw: mine\n"
    found = []
    for number, steps in enumerate((plain, LATER)):
        (folder := tmp_path / str(number)).mkdir()
        with Story(loaded=read_activities(folder, first=FIRST, later=steps)) as story:
            story.go("later")
            found.append(goals(story.visit, story.picture, ()))
    assert found[0] == found[1]
    assert any(goal.means == Area("paper") and goal.draws for goal in found[1])
