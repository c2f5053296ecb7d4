"""The companions as puppets: every one has the same parts, and wears every pose."""

from functools import cache
from io import BytesIO
from statistics import mean

import pytest
from PIL import Image, ImageChops, ImageStat

from game.art import puppet_reader
from game.art.puppet_renderer import draw
from game.core.feelings import FEELINGS
from game.core.poses import POSES
from game.core.puppet import PARTS, lay
from game.paper import contact_sheet
from game.paper.contact_sheet import companions
from game.paper.options import PaperOptions

PINNED = {"head": "body", "tail": ("body", "head"), "thing": "body", "arm": "body", "leg": "", "body": ""}
NAMES = puppet_reader.names()
EQUAL = 0.15  # by so much feelings may differ from their mean
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
    for part in parts:
        assert part.on in PINNED.get(part.name.partition("-")[0], "head"), part.name
        assert (part.tip is not None) == part.name.startswith("arm"), part.name


@pytest.mark.parametrize("name", NAMES)
def test_left_and_right_are_each_others_mirror(name):
    parts = {part.name: part for part in puppet_reader.puppet(name).parts}
    for left, part in parts.items():
        if left.endswith("-left"):
            other = parts[left.removesuffix("left") + "right"]
            assert other.pivot == (-part.pivot[0], part.pivot[1]) and (other.on, other.lift) == (part.on, part.lift)


@pytest.mark.parametrize("name", NAMES)
def test_every_pose_shows_one_state_of_the_eyes_or_a_head_from_behind(name):
    for pose in POSES.values():
        shown = [one.part.name for one in lay(puppet_reader.puppet(name), pose)]
        assert len(set(shown)) == len(shown)
        assert sum(part.startswith("eyes-") for part in shown) == ("head" not in pose.behind)


@pytest.mark.parametrize("name", NAMES)
def test_it_stands_on_the_ground_and_wears_its_poses(name):
    poses = ("sitting", "hiding", "turned-away")
    made = [draw(name, POSES[pose], 0.25) for pose in poses]
    assert len({image.tobytes() for image in made}) == len(poses)
    left, top, right, bottom = made[0].getbbox()
    assert 104 <= bottom <= 110, "the ground is at 366 of a box that begins at -60"
    assert right - left > 40 and bottom - top > 70


@cache
def drawn(name: str, pose: str) -> Image.Image:
    """As large as all that is compared here."""
    return draw(name, POSES[pose], 0.3)


def on_ground(image: Image.Image) -> Image.Image:
    ground = Image.new("RGBA", image.size, (236, 214, 180, 255))
    return Image.alpha_composite(ground, image)


def saturation(image: Image.Image) -> float:
    inked = image.getchannel("A").point(lambda alpha: 255 * (alpha > 127))
    return ImageStat.Stat(image.convert("RGB").convert("HSV").getchannel("S"), inked).mean[0]


def shares(found: dict[str, float]) -> dict[str, float]:
    return {feeling: value / mean(found.values()) for feeling, value in found.items()}


@pytest.mark.parametrize("name", NAMES)
def test_of_all_feelings_none_is_larger_or_brighter(name):
    made = {feeling: drawn(name, feeling) for feeling in FEELINGS}
    inked = {feeling: ImageStat.Stat(image.getchannel("A")).sum[0] for feeling, image in made.items()}
    for what in (inked, {feeling: saturation(image) for feeling, image in made.items()}):
        assert {f: s for f, s in shares(what).items() if abs(s - 1) > EQUAL} == {}


def test_of_all_feelings_none_moves_more():
    """The area that changes from sitting to the feeling, seen over all companions; the time is the same for all."""
    moved: dict[str, list[float]] = {feeling: [] for feeling in FEELINGS}
    for name in NAMES:
        sitting = on_ground(drawn(name, "sitting"))
        changed = {
            feeling: ImageChops.difference(on_ground(drawn(name, feeling)), sitting)
            .convert("L")
            .point(lambda level: 255 * (level > SEEN))
            .histogram()[255]
            for feeling in FEELINGS
        }
        for feeling, share in shares(changed).items():
            moved[feeling].append(share)
    found = {feeling: mean(of_all) for feeling, of_all in moved.items()}
    assert {f: round(s, 2) for f, s in found.items() if abs(s - 1) > EQUAL} == {}


def test_the_sheet_has_every_companion_in_every_pose(monkeypatch):
    monkeypatch.setattr(contact_sheet, "POSED", 0.1)  # as small as it can be seen
    monkeypatch.setattr(contact_sheet, "names", lambda: ("fox", "paper-kite"))
    made = companions()
    assert [family["heading"] for family in made.data["families"]] == ["Fox", "Paper kite"]
    spanish = companions(PaperOptions(language="es"))
    assert [family["heading"] for family in spanish.data["families"]] == ["Zorro", "Cometa de papel"]
    for family in made.data["families"]:
        assert [picture["name"] for picture in family["pictures"]] == list(POSES)
        for picture in family["pictures"]:
            with Image.open(BytesIO(made.pictures[picture["file"]])) as drawn:
                assert drawn.getbbox()
