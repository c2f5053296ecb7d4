"""The sheet of all pictures and scenes, for whoever writes an activity."""

from io import BytesIO

import pytest
from PIL import Image

from game.art.library import Library
from game.art.renderer import Renderer
from game.core.scene import OUR_SCENES
from game.paper.contact_sheet import PICTURE, listing, save_sheet, sheet
from game.paper.typst_press import Sheet
from game.system.errors import Trouble
from game.system.paths import ASSETS
from tests.art.test_library import CIRCLE, SVG
from tests.conftest import ART
from tests.support.proofs import COARSER, ProofRenderer


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    """Ours, with a therapist's own: one that can be shown, one that cannot."""
    folder = tmp_path_factory.mktemp("contact-sheet")
    (folder / "own").mkdir()
    (folder / "own" / "our-dog.svg").write_text(SVG.format(CIRCLE))
    (folder / "own" / "torn.png").write_text("no picture")
    return Library(folder / "own", folder / "safe")


@pytest.fixture(scope="module")
def renderer(library) -> ProofRenderer:
    return ProofRenderer(library, ART, library.private)


@pytest.fixture(scope="module")
def made(renderer) -> Sheet:
    """The sheet, made once for all that look at it."""
    return sheet(renderer)


def names(families: list[dict]) -> list[str]:
    return [picture["name"] for family in families for picture in family["pictures"]]


def test_every_picture_is_on_it_once_and_the_therapists_own_first(made, renderer):
    on_offer = set(renderer.library.names()) - {"torn"}
    assert made.data["families"][0]["heading"] == "Your own pictures" and names(made.data["families"])[0] == "our-dog"
    assert sorted(names(made.data["families"])) == sorted(on_offer)
    everything = {path.stem for path in (ASSETS / "pictures").glob("*/*.svg")} | {"our-dog"}
    assert sorted(names(made.data["families"]) + names(made.data["ours"])) == sorted(everything)
    for family in made.data["families"] + made.data["ours"]:
        for picture in family["pictures"]:
            with Image.open(BytesIO(made.pictures[picture["file"]])) as drawn:
                assert drawn.getbbox() and drawn.size == (PICTURE // COARSER,) * 2


def test_every_scene_is_on_it_with_its_places(made, renderer):
    scenes = {scene["name"]: [place["name"] for place in scene["places"]] for scene in made.data["scenes"]}
    assert set(scenes) == {*renderer.library.scenes(), *OUR_SCENES}
    assert scenes["two-banks"] == ["different", "keep", "far-gate"]


@pytest.mark.parametrize("name", ["sheet.pdf", "sheet.png"])
def test_it_is_saved_and_says_what_cannot_be_shown(renderer, tmp_path, name):
    (sentence,) = save_sheet(renderer, tmp_path / name)
    assert sentence.startswith("'torn.png' is broken")
    saved = (tmp_path / name).read_bytes()
    if name.endswith("pdf"):
        assert saved.startswith(b"%PDF")
    else:
        with Image.open(BytesIO(saved)) as page:
            assert page.height > 4 * page.width, "all on one tall page"


def test_a_folder_that_is_not_there_is_told_before_anything_is_drawn(library, tmp_path):
    def draw(*asked) -> bytes:
        raise AssertionError("drawn in vain")

    renderer = Renderer(library, tmp_path / "no-cache", tmp_path / "safe", draw)
    with pytest.raises(Trouble, match="There is no folder"):
        save_sheet(renderer, tmp_path / "away" / "sheet.pdf")


def test_the_listing_names_pictures_by_family_and_places_by_scene(library):
    said = listing(library).splitlines()
    assert said[0] == "Your own pictures: our-dog, torn"
    assert any(line.startswith("Stones: amber-stone, jade-stone") for line in said)
    assert "Scene two-banks: different, keep, far-gate" in said
    assert "hedgehog" not in listing(library)
