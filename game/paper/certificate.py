"""The certificate, and the therapist's letter with it: for the child to take home and hang on a wall.

It may be seen anywhere, so it says nothing of therapy. The name is used for this one print and kept nowhere.
"""

from pathlib import Path
from typing import Any

from msgspec import Struct

from game.art.renderer import Renderer
from game.core.events import Begun
from game.paper import letter, picture_choice
from game.paper.images import PaperImages
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.picture_choice import COMPANION, EMBLEM, KEEPSAKE, STONE
from game.paper.two_languages import in_both
from game.paper.typst_press import Sheet, basics, print_to
from game.paper.words import date
from game.play import consent as t
from game.play.home_record import HomeRecord
from game.system.errors import Sentence, Trouble
from game.system.language import N_, Translate
from game.system.language import words as words_of

LARGE, SMALL = 900, 420  # pixels of a picture: 300 to an inch on the certificate, and of its emblem
PLACES = ("left", "right", "beside")


class Wording(Struct, frozen=True):
    """What a certificate can say: its title in the form, the line above the name, and the sentences below it.

    `tells`: behind them stands what the child has done.
    """

    title: str
    heading: str
    sentences: str
    last: str
    tells: bool = False


class CertificateFrame(Struct, frozen=True):
    """How a certificate can look: its title in the form, and its picture in `assets/paper/`."""

    title: str
    file: str


WORDINGS = {
    "whole-road": Wording(
        N_("The whole road"),
        N_("A good goodbye"),
        N_("You walked a whole road."),
        N_("You were welcome every day."),
        tells=True,
    ),
    "hard-days": Wording(
        N_("Hard days and light ones"),
        N_("A good goodbye"),
        N_("Some days were hard, and some were light. You came just as you were, and you found your own way."),
        N_("You were welcome every day."),
    ),
    "quiet": Wording(
        N_("Quiet and short"),
        N_("A good goodbye"),
        N_("It was good to walk with you."),
        N_("Take good care of yourself."),
    ),
    "not-planned": Wording(
        N_("For an ending that was not planned"),
        N_("For your road"),
        N_("We walked a part of the road together. What you made and found on it is yours, and it goes with you."),
        N_("You were welcome every day."),
    ),
}
QUIET = "quiet"  # of the wordings, the one that fits while the road goes on
MOST_TOLD = 3  # things done, so that a certificate stays short
DONE = (  # what a child can have done, as it may be read by anybody
    (t.STONE, N_("You chose a stone that is yours.")),
    (t.PLACE, N_("You made a calm place.")),
    (t.BAG, N_("You packed your backpack.")),
    (t.PLAN, N_("You found what helps on a bumpy road.")),
    (t.KEEPSAKE, N_("You chose something to remember by.")),
    (t.LEAF, N_("You left a leaf on the tree.")),
)
FRAMES = {
    "sunrise": CertificateFrame(N_("Sunrise and open gate"), "certificate.svg"),
    "lanterns": CertificateFrame(N_("Leaves and lanterns"), "certificate-lanterns.svg"),
    "night": CertificateFrame(N_("Night sky with a moon"), "certificate-night.svg"),
    "plain": CertificateFrame(N_("Plain, for a printer with little ink"), "certificate-plain.svg"),
}


def make(home: HomeRecord, renderer: Renderer, out: Path, options: PaperOptions = AS_USUAL) -> Sentence | str:
    """Save the certificate, and the letter where there is one; gives what could not be printed. Raises Trouble."""
    return print_to(out, sheet(home, renderer, options))


def sheet(home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet:
    """The certificate, ready to be printed. An empty name becomes a line to write on. Raises Trouble."""
    drawn, frame = PaperImages(renderer), _of(FRAMES, options.frame, words_of(options.language))

    def said(language: str) -> dict[str, Any]:
        _ = words_of(language)
        return {"title": _("A good goodbye"), "says": _said(_of(WORDINGS, options.wording, _), home, _)}

    data = basics(options) | in_both(options, said)
    data |= {"name": letter.one_line(options.name), "frame": frame.file, "letter": []}
    data["day"] = date(home.day, words_of(options.language))  # once: a day in each language would look like two days
    data |= _pictures(home, drawn, options)
    if letter.paragraphs(options.letter):
        data |= letter.page(home, drawn, options) | {"greeting": ""}  # the name stands on the first page
    return Sheet("certificate", data, drawn.pictures, home.day)


def usual_wording(begun: Begun) -> str:
    """The wording to begin with after this visit: the whole road was not walked while planned visits are left."""
    plan = begun.plan
    return QUIET if plan.planned and plan.left_after(begun.number) and not plan.last else next(iter(WORDINGS))


def _of(table: dict[str, Any], name: str, _: Translate) -> Any:
    """The entry of this name, the first one for "". Raises Trouble."""
    if name and name not in table:
        raise Trouble("There is no '{name}' for a certificate. There are: {known}.", name=name, known=", ".join(table))
    return table[name or next(iter(table))]


def _said(wording: Wording, home: HomeRecord, _: Translate) -> dict[str, str]:
    done = [said for made, said in DONE if home.chosen(made)][:MOST_TOLD] if wording.tells else []
    return {
        "heading": _(wording.heading),
        "sentences": " ".join(map(_, (wording.sentences, *done))),
        "last": _(wording.last),
        "mark": _("my mark"),
        "walked": _("who walked with me"),
    }


def _pictures(home: HomeRecord, drawn: PaperImages, options: PaperOptions) -> dict[str, Any]:
    """What stands there, and what hangs above: the emblem, else the leaf, where it is among the pictures."""
    names = options.pictures
    chosen = usual_pictures(home) if names is None else picture_choice.picked(home, names)
    hanging = sorted((one for one in chosen if one.on == "air"), key=lambda one: one.name != EMBLEM)[:1]
    stand = [one for one in chosen if one not in hanging]
    above = drawn.picture(hanging[0].art, SMALL) if hanging else ""
    return {"stand": picture_choice.laid(stand, PLACES, drawn, LARGE), "above": above}


def usual_pictures(home: HomeRecord) -> tuple[picture_choice.PictureChoice, ...]:
    """What stands on it where nothing was chosen: the companion, the stone or the keepsake, and the emblem."""
    own = picture_choice.usual(home, STONE, KEEPSAKE)[:1]
    return (*picture_choice.usual(home, COMPANION), *own, *picture_choice.usual(home, EMBLEM))
