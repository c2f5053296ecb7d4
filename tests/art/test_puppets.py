"""The companions as puppets: every one has the same parts, and wears every pose."""

from functools import cache
from io import BytesIO
from math import dist
from statistics import mean

import pytest
from PIL import Image, ImageChops, ImageStat

from game.art import puppet_reader
from game.art.draw_process import here
from game.art.puppet_renderer import _laid as placed
from game.art.puppet_renderer import draw
from game.core.assembly import Lying, assembled, carried
from game.core.feelings import POSE_OF
from game.core.poses import POSES
from game.core.puppet import PARTS, Point
from game.paper import contact_sheet
from game.paper.contact_sheet import companions
from game.paper.options import PaperOptions
from tests.support.colours import saturation

PINNED = {"head": "body", "tail": ("body", "head"), "thing": "body", "arm": "body", "leg": "", "body": ""}
NAMES = puppet_reader.puppet_names()
LINES = ("easy", "level", "down", "round", "wide")  # of a mouth
OFFERED = tuple(POSE_OF.values())  # what a child chooses among
EQUAL = 0.15  # by so much a companion's feelings may differ from their mean
AS_FAR = 0.35  # the same for how far the paper goes: a long arm that comes to the mouth goes far whatever the rest does
COVERED = 0.1  # of what is carried so much may lie under the arms
SEEN = 16  # of 255: a change that the eye sees


def test_the_companions_are_those_that_can_be_chosen_the_door_keeper_and_three_that_are_no_animals():
    animals = {"bear", "cat", "elephant", "fox", "hedgehog", "otter", "owl", "rabbit", "turtle"}
    assert set(NAMES) == animals | {"paper-lantern", "paper-boat", "paper-kite"}


@pytest.mark.parametrize("name", NAMES)
def test_parts_have_the_common_names_in_the_order_of_the_paper_and_are_pinned_alike(name):
    parts = puppet_reader.puppet(name).parts
    assert [part.name for part in parts] == [known for known in PARTS if known in {part.name for part in parts}]
    assert {"body", "head", "leg-left", "leg-right", "thing", "arm-left", "arm-right"} <= {part.name for part in parts}
    assert {f"eyes-{state}" for state in ("open", "shut", "down")} <= {part.name for part in parts}
    mouth = [part.pivot for part in parts if part.name == "mouth"]
    lips = {part.name: part.pivot for part in parts if part.name.startswith("lips-")}
    assert lips == {f"lips-{line}": pivot for line in LINES for pivot in mouth}, (
        f"{name}.svg: a mouth needs the groups {', '.join(f'lips-{line}' for line in LINES)}, each with its data-pivot"
    )
    for part in parts:
        assert part.on in PINNED.get(part.name.partition("-")[0], "head"), part.name
        assert (part.tip is not None) == part.name.startswith("arm"), part.name
    assert puppet_reader.puppet(name).feels.keys() <= set(OFFERED), "data-feels names what is no feeling"


@pytest.mark.parametrize("name", NAMES)
def test_left_and_right_are_each_others_mirror(name):
    parts = {part.name: part for part in puppet_reader.puppet(name).parts}
    for left, part in parts.items():
        if left.endswith("-left"):
            other = parts[left.removesuffix("left") + "right"]
            assert other.pivot == (-part.pivot[0], part.pivot[1]) and (other.on, other.lift) == (part.on, part.lift)


@pytest.mark.parametrize("name", NAMES)
def test_every_pose_shows_one_state_of_the_eyes_and_of_a_mouth_or_a_head_from_behind(name):
    for pose in POSES.values():
        shown = [one.part.name for one in assembled(puppet_reader.puppet(name), pose)]
        assert len(set(shown)) == len(shown)
        assert sum(part.startswith("eyes-") for part in shown) == ("head" not in pose.behind)
        assert sum(part.startswith("lips-") for part in shown) == ("mouth" in shown)


@pytest.mark.parametrize("name", NAMES)
def test_it_stands_on_the_ground_and_wears_its_poses(name):
    poses = ("sitting", "hiding", "turned-away")
    made = [draw(name, POSES[pose], 0.25) for pose in poses]
    assert len({image.tobytes() for image in made}) == len(poses)
    left, top, right, bottom = made[0].getbbox()
    assert 104 <= bottom <= 110, "the ground is at 366 of a box that begins at -60"
    assert right - left > 40 and bottom - top > 70


@pytest.mark.parametrize("name", NAMES)
def test_the_arms_leave_what_is_carried_to_be_seen(name):
    size = (240, 230)
    thing, *arms = (
        placed(name, lying(name, "carrying")[part], "front", size).getchannel("A")
        for part in ("thing", "arm-left", "arm-right")
    )
    covered = ImageChops.multiply(thing, ImageChops.lighter(*arms))
    assert ImageStat.Stat(covered).sum[0] < COVERED * ImageStat.Stat(thing).sum[0]


@cache
def drawn(name: str, pose: str) -> Image.Image:
    """As large as all that is compared here."""
    return draw(name, POSES[pose], 0.3)


def on_ground(image: Image.Image) -> Image.Image:
    ground = Image.new("RGBA", image.size, (236, 214, 180, 255))
    return Image.alpha_composite(ground, image)


def colourful(image: Image.Image) -> float:
    return saturation(image, image.getchannel("A").point(lambda alpha: 255 * (alpha > 127)))


def unequal(found: dict[str, float], bound: float) -> dict[str, float]:
    """What differs by more than that from the mean of this companion, as a share of it."""
    shares = {feeling: value / mean(found.values()) for feeling, value in found.items()}
    return {feeling: round(share, 2) for feeling, share in shares.items() if abs(share - 1) > bound}


@pytest.mark.parametrize("name", NAMES)
def test_of_all_feelings_none_is_larger_or_brighter(name):
    made = {feeling: drawn(name, feeling) for feeling in OFFERED}
    inked = {feeling: ImageStat.Stat(image.getchannel("A")).sum[0] for feeling, image in made.items()}
    for what in (inked, {feeling: colourful(image) for feeling, image in made.items()}):
        assert unequal(what, EQUAL) == {}


@pytest.mark.parametrize("name", NAMES)
def test_of_all_feelings_none_moves_more_paper(name):
    """The area that changes from sitting to the feeling; the time is the same for all."""
    sitting = on_ground(drawn(name, "sitting"))
    changed = {
        feeling: ImageChops.difference(on_ground(drawn(name, feeling)), sitting)
        .convert("L")
        .point(lambda level: 255 * (level > SEEN))
        .histogram()[255]
        for feeling in OFFERED
    }
    assert unequal(changed, EQUAL) == {}


@pytest.mark.parametrize("name", NAMES)
def test_of_all_feelings_none_moves_further(name):
    """How far the paper goes from sitting to the feeling, on average: of each part the way of the corners of its paint,
    weighed by how much paint that is."""
    sitting, paint = lying(name, "sitting"), painted_parts(name)
    ways = {}
    for feeling in OFFERED:
        there = lying(name, feeling)
        parts = there.keys() & sitting.keys() & paint.keys()
        whole = sum(paint[part][0] for part in parts)
        ways[feeling] = sum(paint[part][0] * way(sitting[part], there[part], paint[part][1]) for part in parts) / whole
    assert unequal(ways, AS_FAR) == {}


def lying(name: str, pose: str) -> dict[str, Lying]:
    return {one.part.name: one for one in assembled(puppet_reader.puppet(name), POSES[pose])}


def way(before: Lying, after: Lying, corners: list[Point]) -> float:
    return mean(dist(carried(before, corner), carried(after, corner)) for corner in corners)


@cache
def painted_parts(name: str) -> dict[str, tuple[float, list[Point]]]:
    """How much paint a part has, and the corners of its box in the units of the drawing."""
    left, top, width, height = puppet_reader.view_box(name)
    found = {}
    for part in puppet_reader.puppet(name).parts:
        svg = puppet_reader.part_svg(name, part.name, "front")
        paint = Image.open(BytesIO(here(svg, round(width / 4), round(height / 4)))).convert("RGBA").getchannel("A")
        if box := paint.getbbox():
            corners = [(left + 4 * x, top + 4 * y) for x in box[::2] for y in box[1::2]]
            found[part.name] = ImageStat.Stat(paint).sum[0], corners
    return found


@pytest.mark.parametrize("name", NAMES)
def test_parts_that_share_a_row_of_the_sheet_are_narrow_enough(name):
    _, _, width, _ = puppet_reader.view_box(name)
    paint, shared = painted_parts(name), [row for row in puppet_reader.sheet_rows(name) if len(row) > 1]
    assert [len(row) for row in shared] in ([3], [len(LINES), 3])
    for row in shared:
        far = [abs(x) for part, _ in row for x, _ in paint[part][1]]
        assert max(far) <= width / len(row) / 2, f"{name}.svg: a part is wider than its share of the box"


def test_the_sheet_has_every_companion_in_every_pose(monkeypatch):
    monkeypatch.setattr(contact_sheet, "POSED", 0.1)  # as small as it can be seen
    monkeypatch.setattr(contact_sheet, "puppet_names", lambda: ("fox", "paper-kite"))
    made = companions()
    assert [family["heading"] for family in made.data["families"]] == ["Fox", "Paper kite"]
    spanish = companions(PaperOptions(language="es"))
    assert [family["heading"] for family in spanish.data["families"]] == ["Zorro", "Cometa de papel"]
    for family in made.data["families"]:
        assert [picture["name"] for picture in family["pictures"]] == list(POSES)
        for picture in family["pictures"]:
            with Image.open(BytesIO(made.pictures[picture["file"]])) as drawn:
                assert drawn.getbbox()
