"""Pictures and scenes by name, and a therapist's own made safe, or refused in one sentence."""

import subprocess
import sys
import zlib
from io import StringIO
from pathlib import Path
from struct import pack

import pytest
from PIL import Image

from game.art import library, sanitize, scenes
from game.art.library import Library
from game.art.picture_files import ours_on_offer
from game.art.picture_labels import LABELS, QUIET_LABELS, name_in_words
from game.art.sanitize import PictureRefused, safe_png
from game.authoring.check import check
from game.core.table import Spot
from game.system.paths import ASSETS
from tests.paths import PROJECT

PNG = b"\x89PNG"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">{}</svg>'
CIRCLE = '<circle cx="20" cy="15" r="12" fill="#d9a441"/>'
ACTIVITY = """\
title: Our dog
purpose: Somebody to think of.
cover: kite
scene: burrow
steps:
  - choose: friend
    pictures: [{}, kite]
"""


def test_what_the_program_lays_out_by_itself_is_found_and_not_on_offer():
    ours = Library()
    for name in ("onward", "tray", "fox-looking", "owl-resting", "hedgehog"):
        assert ours.read(name)
        assert name not in ours.names()
    assert {"fox", "jade-stone", "blank-card"} <= set(ours.names())
    assert all(ours.read(name) and ours.label(name) for name in ours.names())
    assert ours.read("no-such-picture") is None
    assert ours.read("../pictures/animals/fox") is None


def test_no_two_of_our_pictures_have_the_same_name():
    names = [path.stem for path in (ASSETS / "pictures").glob("*/*.svg")]
    assert len(names) == len(set(names))


def test_our_scenes_have_their_spots_on_the_glass():
    ours = Library()
    names = {scene: [spot.name for spot in ours.spots(scene)] for scene in ("two-banks", "three-meadows")}
    assert names == {"two-banks": ["different", "keep", "far-gate"], "three-meadows": ["changed", "same", "bumpy"]}
    assert "trail" not in ours.scenes() and ours.scene_path("trail").is_file()
    for scene in ours.scenes():
        for spot in ours.spots(scene) + ours.over(scene):
            assert spot.x - spot.width / 2 >= 0 and spot.x + spot.width / 2 <= 1280
            assert spot.y - spot.height / 2 >= 0 and spot.y + spot.height / 2 <= 800
            assert not spot.sign or ours.read(spot.sign)


def test_a_spot_is_the_box_of_its_shape_in_design_units(tmp_path, monkeypatch):
    (tmp_path / "scenes").mkdir()
    (tmp_path / "scenes/yard.svg").write_text(
        SVG.format(
            '<rect id="spot-bag" x="200" y="150" width="300" height="100" data-sign="keep-sign"/>'
            '<g><ellipse id="spot-pond" cx="800" cy="500" rx="120" ry="60"/></g>'
            '<circle id="spot-stone" cx="1000" cy="300" r="40"/><rect id="other" width="5" height="5"/>'
        )
    )
    monkeypatch.setattr(scenes, "ASSETS", tmp_path)
    assert Library().spots("yard") == (
        Spot("bag", 190, 100, 300, 100, sign="keep-sign"),
        Spot("pond", 640, 400, 240, 120),
        Spot("stone", 840, 200, 80, 80),
    )
    assert Library().spots("nowhere") == ()


def test_a_road_is_walked_in_the_order_of_its_numbers(tmp_path, monkeypatch):
    points = "".join(f'<circle id="road-{n}" cx="{160 + n}" cy="100" r="1"/>' for n in (10, 1, 2))
    (tmp_path / "scenes").mkdir()
    (tmp_path / "scenes/yard.svg").write_text(SVG.format(points))
    monkeypatch.setattr(scenes, "ASSETS", tmp_path)
    assert Library().road("yard") == ((1, 0), (2, 0), (10, 0))


def test_every_feeling_is_pleasant_or_unpleasant_and_drawn():
    pleasant, unpleasant = Library().feelings()
    drawn = {path.stem for path in (ASSETS / "pictures/feelings").glob("*.svg")}
    assert set(pleasant) | set(unpleasant) == drawn - {"dont-know"}
    assert not set(pleasant) & set(unpleasant)


def test_pictures_of_ours_whose_name_in_words_would_not_do_have_a_label_of_their_own():
    assert [Library().label(name) for name in ("dont-know", "woman-curls")] == ["I don't know", "Somebody with curls"]
    assert set(LABELS) <= set(ours_on_offer())
    assert [name for name, label in LABELS.items() if label == name_in_words(name)] == []


def test_what_shows_another_thing_in_the_quiet_look_is_called_what_is_seen():
    assert [Library().quiet_label(name) for name in ("teddy", "jade-stone")] == ["A hooded jumper", "Jade stone"]
    assert set(QUIET_LABELS) <= Library().quiet() & set(ours_on_offer())
    assert [name for name, label in QUIET_LABELS.items() if label == Library().label(name)] == []


def test_other_labels_are_the_name_in_words():
    assert [Library().label(name) for name in ("jade-stone", "our_dog", "IMG 2034", "-")] == [
        "Jade stone",
        "Our dog",
        "IMG 2034",
        "",
    ]


def test_a_therapists_own_pictures_are_found_but_never_in_place_of_ours(tmp_path):
    for name in ("fox.svg", "onward.svg", "our-dog.svg", "fu\u0308r-dich.svg", ".hidden.svg", "note.txt"):
        (tmp_path / name).write_text(SVG.format(CIRCLE))
    theirs = Library(tmp_path)
    assert {name for name in theirs.names() if theirs.is_own(name)} == {"our-dog", "f\u00fcr-dich"}
    assert theirs.family("our-dog") == library.OWN
    assert theirs.read("our-dog").startswith(PNG)  # never the therapist's SVG itself
    assert [theirs.read(name) for name in ("fox", "onward")] == [Library().read(name) for name in ("fox", "onward")]
    assert [path.name for path in theirs.taken()] == ["fox.svg"]
    assert theirs.art("fox") == "fox" and theirs.read(theirs.art("onward")).startswith(PNG)
    assert theirs.families()[0][library.OWN] == ("f\u00fcr-dich", "onward", "our-dog")
    assert theirs.read("f\u00fcr-dich") == theirs.read("fu\u0308r-dich") is not None


def test_a_photo_is_turned_upright_sized_down_and_forgets_where_it_was_taken(tmp_path):
    photo = Image.new("RGB", (3000, 1500), "white")
    photo.paste("red", (0, 0, 1500, 1500))
    told = Image.Exif()
    told[0x0112], told[0x010F], told.get_ifd(0x8825)[1] = 6, "A secret camera", "N"
    photo.save(tmp_path / "our-dog.jpg", exif=told, comment=b"A secret comment")
    png = safe_png(tmp_path / "our-dog.jpg", tmp_path / "cache")
    with Image.open(png) as made:
        assert (made.format, made.size, made.info) == ("PNG", (512, 1024), {})
        assert made.getpixel((256, 100))[0] > 200 > 60 > made.getpixel((256, 100))[1]
        assert made.getpixel((256, 900))[1] > 200
    assert b"secret" not in png.read_bytes()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_taken(mode, tmp_path):
    Image.new(mode, (30, 20), {"LA": (9, 9), "RGBA": (9, 9, 9, 9)}.get(mode, 0)).save(tmp_path / "our-dog.png")
    with Image.open(safe_png(tmp_path / "our-dog.png", tmp_path / "cache")) as made:
        assert made.size == (30, 20)


def test_a_scan_in_many_greys_keeps_its_tones(tmp_path):
    Image.new("I;16", (30, 20), 40_000).save(tmp_path / "our-dog.png")
    with Image.open(safe_png(tmp_path / "our-dog.png", tmp_path / "cache")) as made:
        assert made.convert("L").getpixel((5, 5)) == 40_000 // 256


def test_an_svg_becomes_a_png_once_and_is_then_kept(tmp_path, monkeypatch):
    path = tmp_path / "our-dog.SVG"
    path.write_text('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">' + SVG.format(CIRCLE))
    png = safe_png(path, tmp_path / "cache")
    with Image.open(png) as made:
        assert made.size == (1024, 768)
        assert made.getpixel((512, 384)) == (0xD9, 0xA4, 0x41, 255)
    monkeypatch.setattr(sanitize, "_from_svg", None)
    assert safe_png(path, tmp_path / "cache") == png


def photo(path: Path, width: int, height: int) -> None:
    """A black PNG, written row by row: a gigantic one is never in memory as a whole."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    packer, row = zlib.compressobj(1), bytes(1 + -(-width // 8))
    pixels = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))


ANEW = "Open it in a picture program and save it anew."
REFUSED = {
    "groups.svg": (
        SVG.format("<g>" * 400 + CIRCLE + "</g>" * 400),
        "'groups.svg' has more than 100 groups inside one another. Save it as a PNG instead.",
    ),
    "canvas.svg": (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="100000"/>',
        "'canvas.svg' is more than 8000 pixels wide or high. Save it smaller.",
    ),
    "box.svg": (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 1e9"/>',
        "'box.svg' is more than 8000 pixels wide or high. Save it smaller.",
    ),
    "metres.svg": (
        '<svg xmlns="http://www.w3.org/2000/svg" width="300cm" height="1cm"/>',
        "'metres.svg' is more than 8000 pixels wide or high. Save it smaller.",
    ),
    "href.svg": (
        SVG.format('<image href="../secret.png" width="40" height="30"/>'),
        "'href.svg' points to another file or place. Save it as a PNG instead.",
    ),
    "link.svg": (
        SVG.format('<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://example.org/a.svg#b"/>'),
        "'link.svg' points to another file or place. Save it as a PNG instead.",
    ),
    "svg-inside.svg": (
        SVG.format('<image href="data:image/svg+xml;base64,AAAA" width="40" height="30"/>'),
        "'svg-inside.svg' points to another file or place. Save it as a PNG instead.",
    ),
    "entity.svg": (
        '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("<text>&a;</text>"),
        "'entity.svg' declares things of its own (DOCTYPE). Save it as a plain SVG or a PNG.",
    ),
    "slow.svg": (
        SVG.format(
            '<filter id="f"><feGaussianBlur stdDeviation="9"/></filter>'
            + '<g filter="url(#f)">' * 90
            + '<rect width="40" height="30"/>'
            + "</g>" * 90
        ),
        "'slow.svg' takes too long to draw. Save it as a PNG instead.",
    ),
    "torn.svg": (SVG.format("<g>"), f"'torn.svg' is broken, or no SVG. {ANEW}"),
    "page.svg": ("<html/>", f"'page.svg' is broken, or no SVG. {ANEW}"),
    "empty.svg": ("", f"'empty.svg' is broken, or no SVG. {ANEW}"),
    "text.png": ("not a picture", f"'text.png' is broken, or no PNG or JPG. {ANEW}"),
    "heavy.jpg": ("x" * 20_000_001, "'heavy.jpg' has more than 20 MB. Save it smaller."),
    "wide.png": ((8000, 7000), "'wide.png' has more than 50 million pixels. Save it smaller."),
    "gigantic.png": ((20000, 20000), "'gigantic.png' has more than 50 million pixels. Save it smaller."),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_broken_or_gigantic_picture_is_refused_in_one_sentence(name, tmp_path, monkeypatch):
    content, sentence = REFUSED[name]
    monkeypatch.chdir(tmp_path)
    Path("pictures").mkdir()
    path = Path("pictures") / name
    photo(path, *content) if isinstance(content, tuple) else path.write_text(content)
    Path("our-dog.yaml").write_text(ACTIVITY.format(path.stem))
    out = StringIO()
    assert check([Path("our-dog.yaml")], out) == 1
    assert out.getvalue().splitlines() == [
        f"our-dog.yaml:7:16: {sentence}",
        f"      pictures: [{path.stem}, kite]",
        "                 ^",
        "1 mistake.",
    ]
    monkeypatch.setattr(sanitize, "SECONDS", 0.2)  # as long as it really is, nobody need wait twice
    theirs = Library(Path("pictures"))
    assert (theirs.broken(path.stem), theirs.read(path.stem)) == (sentence, None)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no process how long it has worked")
def test_a_computer_that_is_busy_is_not_the_pictures_fault(tmp_path, monkeypatch):
    """What counts is how long it was drawn, not how long somebody waited for that."""
    (tmp_path / "dog.svg").write_text(SVG.format(CIRCLE))
    late = tmp_path / "late"
    late.write_text(f'#!/bin/sh\nsleep 0.8\nexec {sys.executable} "$@"\n')
    late.chmod(0o700)
    monkeypatch.setattr(sanitize.sys, "executable", str(late))
    monkeypatch.setattr(sanitize, "SECONDS", 0.7)
    assert safe_png(tmp_path / "dog.svg", tmp_path / "cache").exists()


def test_a_torn_photo_and_one_that_is_gone_are_refused(tmp_path):
    whole, torn = tmp_path / "whole.jpg", tmp_path / "torn.jpg"
    Image.effect_noise((400, 300), 90).save(whole)
    torn.write_bytes(whole.read_bytes()[:9000])
    with pytest.raises(PictureRefused, match=r"^'torn.jpg' is broken, or no PNG or JPG"):
        safe_png(torn, tmp_path / "cache")
    with pytest.raises(PictureRefused, match=r"^'gone.jpg' cannot be read: no such file or directory.$"):
        safe_png(tmp_path / "gone.jpg", tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


def test_an_svg_that_breaks_its_painter_breaks_nothing_else(tmp_path):
    uses = "".join(f'<g id="a{i + 1}">{f"""<use href="#a{i}"/>""" * 10}</g>' for i in range(9))
    (tmp_path / "uses.svg").write_text(SVG.format(f'<g id="a0">{CIRCLE}</g>{uses}<use href="#a9"/>'))
    with pytest.raises(
        PictureRefused, match=r"^'uses.svg' (cannot be drawn|takes too long to draw). Save it as a PNG instead.$"
    ):
        safe_png(tmp_path / "uses.svg", tmp_path / "cache")


def test_the_reader_and_the_library_open_at_once():
    heavy = "{'pygame', 'PIL', 'resvg_py', 'subprocess'}"
    needed = "from game.art import library; from game.authoring import workbook_reader"
    code = f"import sys; {needed}; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=PROJECT).returncode == 0
