"""All pictures by family with their names, and the scenes with their places: to choose from while one writes.

This file knows the library and the press. It knows no record and no pygame.
"""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

from game.art.library import OWN, Library
from game.art.puppet_reader import puppet_names
from game.art.puppet_renderer import draw
from game.art.renderer import Renderer
from game.core.poses import POSES
from game.core.scene import OUR_SCENES
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.typst_press import Sheet, SheetPictures, basics, check_place, pdf, pngs, save
from game.system.language import N_, Translate
from game.system.language import words as words_of

PICTURE = 220  # pixels of a picture that is printed 22 mm wide
SCENE = (720, 450)  # pixels of a scene, of which two stand side by side
POSED = 0.5  # pixels to a unit of a puppet
PPI = 110  # of the sheet as a PNG
YOURS = N_("Your own pictures")
TEMPLATE = "contact-sheet"


def listing(library: Library) -> str:
    """The names by family, and the scenes with their places, as plain text."""
    on_offer, _ = library.families()
    lines = [f"{_heading(library, family)}: {', '.join(names)}" for family, names in on_offer.items()]
    return "\n".join([*lines, "", *(f"Scene {name}: {_places(library, name)}" for name in library.scenes())]) + "\n"


def _heading(library: Library, family: str) -> str:
    return YOURS if family == OWN else library.label(family)


def _places(library: Library, scene: str) -> str:
    return ", ".join(spot.name for spot in library.spots(scene)) or "no places"


def save_sheet(renderer: Renderer, out: Path, options: PaperOptions = AS_USUAL) -> list[str]:
    """Save the sheet as a PDF, or as one tall PNG where the file's name ends so. Raises Trouble.

    The answer are sentences about a therapist's own pictures that cannot be shown.
    """
    check_place(out)  # all pictures drawn for the first time take half a minute
    tall = out.suffix.lower() == ".png"
    made = sheet(renderer, options, tall)
    save(out, pngs(made, PPI)[0] if tall else pdf(made))
    return [
        said for names in renderer.library.families()[0].values() for n in names if (said := renderer.library.broken(n))
    ]


def sheet(renderer: Renderer, options: PaperOptions = AS_USUAL, tall: bool = False) -> Sheet:
    """The contact sheet, ready to be printed; `tall`: all on one page."""
    drawn, library = SheetPictures(), renderer.library
    on_offer, laid_out = library.families()
    whole = {family: tuple(n for n in names if not library.broken(n)) for family, names in on_offer.items()}
    _ = words_of(options.language)
    data = basics(options) | {
        "tall": tall,
        "words": _chapters(_),
        "families": _families(renderer, drawn, whole, library.art, _),
        "ours": _families(renderer, drawn, laid_out, str, _),
        "scenes": [_scene(renderer, drawn, name) for name in (*library.scenes(), *OUR_SCENES)],
    }
    return Sheet(TEMPLATE, data, drawn, date.today().isoformat())


def save_companions(out: Path, options: PaperOptions = AS_USUAL) -> None:
    """Save the sheet of all companions in all poses: a PDF, or one tall PNG where the file's name ends so.

    Raises Trouble.
    """
    tall = out.suffix.lower() == ".png"
    made = companions(options, tall)
    save(out, pngs(made, PPI)[0] if tall else pdf(made))


def companions(options: PaperOptions = AS_USUAL, tall: bool = False) -> Sheet:
    """Every puppet in every pose, one companion below the other."""
    drawn, library, _ = SheetPictures(), Library(), words_of(options.language)
    families = [
        {"heading": _(library.label(name)), "pictures": [_posed(drawn, name, pose) for pose in POSES]}
        for name in puppet_names()
    ]
    words = _chapters(_) | {"pictures": _("Companions"), "pictures-for": _("in every pose")}
    empty: dict[str, list] = {"ours": [], "scenes": []}
    data = basics(options) | empty | {"tall": tall, "words": words, "families": families}
    return Sheet(TEMPLATE, data, drawn, date.today().isoformat())


def _posed(drawn: SheetPictures, name: str, pose: str) -> dict[str, str]:
    made = BytesIO()
    draw(name, POSES[pose], POSED).save(made, "PNG")
    return {"name": pose, "file": drawn.add(made.getvalue())}


def _chapters(_: Translate) -> dict[str, str]:
    return {
        "title": _("Pictures and scenes"),
        "pictures": _("Pictures"),
        "pictures-for": _("for `pictures:`, `with:` and `cover:` in an activity"),
        "scenes": _("Scenes"),
        "scenes-for": _("for `scene:`, with the places for `onto:` and `along:`"),
        "ours": _("What the program lays out by itself"),
        "ours-for": _("no activity can name these"),
        "no-places": _("no places"),
    }


def _families(
    renderer: Renderer,
    drawn: SheetPictures,
    families: dict[str, tuple[str, ...]],
    art: Callable[[str], str],
    _: Translate,
) -> list[dict]:
    """Each family with its pictures; `art` says what is painted for a name."""
    return [
        {
            "heading": _(_heading(renderer.library, family)),
            "pictures": [{"name": n, "file": drawn.add(renderer.paper_png(art(n), PICTURE))} for n in names],
        }
        for family, names in families.items()
    ]


def _scene(renderer: Renderer, drawn: SheetPictures, name: str) -> dict:
    spots = renderer.library.spots(name)
    places = [{"name": g.name, "x": g.x, "y": g.y, "width": g.width, "height": g.height} for g in spots]
    ours = name in OUR_SCENES
    return {
        "name": name,
        "ours": ours,
        "file": drawn.add(renderer.photo(name, *SCENE), "jpg"),
        "places": places,
    }
