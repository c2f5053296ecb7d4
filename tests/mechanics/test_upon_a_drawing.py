"""What is laid upon one's own drawing is told with the part of the body on which it lies, and the drawing stays."""

from pathlib import Path

import pytest

from game.core.ids import Option
from game.core.picture import Stamp, Strokes, pieces
from game.core.table import Touch
from game.mechanics import decorate
from game.paper import everything
from game.play import screens
from game.play.record import Traveller, chosen
from tests.paper.test_whole_results import told, who
from tests.support.story import Story, read_activities

STEPS = """\
  - draw: where-it-sits
    on: {on}
{says}  - decorate: where-it-sits
    with: [spiral: A knot, river-stone: A stone, blank-card: Something else]
    everywhere: yes
"""
SAYS = '    for the paper: "Where I notice it"\n'
HEAD, TUMMY, HAND, BESIDE = (0, -0.24), (0, 0.06), (-0.16, 0.12), (0.4, 0)
BESIDE_HAND, BELOW_ARM = (-0.23, 0.12), (-0.1, 0.1)  # seen from the middle of the sheet, in shares of its width


def laid(
    folder: Path, *where: tuple[str, tuple[float, float]], on: str = "body-outline", says: str = SAYS
) -> Traveller:
    """Who has drawn something, and has laid these pictures there upon it."""
    with Story(loaded=read_activities(folder, body=STEPS.format(on=on, says=says)), band="big") as story:
        story.go("body")
        story.perform(story.mechanic.demo(story.here.table, Option("crayon-ink")))
        story.tap(screens.ONWARD)
        for what, (x, y) in where:
            place = decorate.BASE_X + x * decorate.WIDE.width, decorate.BASE_Y + y * decorate.WIDE.width
            story.tap(Option(what))
            story.perform(tuple(Touch(phase, *place, 1) for phase in ("press", "release")))
        story.tap(screens.ONWARD)
        return who(story)


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ([("spiral", TUMMY)], "Where I notice it: drawn, with A knot (tummy)."),
        ([("spiral", TUMMY), ("spiral", HEAD)], "Where I notice it: drawn, with A knot (tummy and head)."),
        ([("spiral", HEAD), ("spiral", HEAD)], "Where I notice it: drawn, with A knot (head)."),
        ([("spiral", HAND)], "Where I notice it: drawn, with A knot (hands)."),
        ([("spiral", BESIDE)], "Where I notice it: drawn, with A knot."),
        ([("spiral", BESIDE_HAND), ("spiral", BELOW_ARM)], "Where I notice it: drawn, with A knot."),
        (
            [("spiral", HEAD), ("river-stone", TUMMY)],
            "Where I notice it: drawn, with A knot (head) and A stone (tummy).",
        ),
        ([], "Drew “Where I notice it” on “Body outline”."),
    ],
)
def test_it_is_told_with_the_part_on_which_it_lies(tmp_path, where, said):
    assert told(laid(tmp_path, *where)) == ["body", said]


def test_where_the_file_has_no_sentence_the_drawing_is_called_by_its_name(tmp_path):
    assert told(laid(tmp_path, ("spiral", HEAD), says="")) == ["body", "Made “Where it sits with A knot (head)”."]


def test_on_a_picture_without_such_parts_what_lies_there_is_told_alone(tmp_path):
    said = told(laid(tmp_path, ("spiral", HEAD), on="broad-leaf"))
    assert said == ["body", "Where I notice it: drawn, with A knot."]


def test_the_drawing_and_what_lay_below_it_are_still_seen(tmp_path):
    traveller = laid(tmp_path, ("spiral", HEAD))
    (made,) = chosen(traveller.record, "body", "where-it-sits")
    sheet = next(thing.art for thing in made.art.things if isinstance(thing, Stamp) and not isinstance(thing.art, str))
    assert "body-outline" in pieces(sheet) and any(isinstance(thing, Strokes) for thing in sheet.things)
    assert "A knot (head)" in everything.text(traveller)
