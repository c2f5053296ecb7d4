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
from game.paper.phrases import date
from game.paper.picture_choice import COMPANION, EMBLEM, KEEPSAKE, STONE
from game.paper.two_languages import in_both
from game.paper.typst_press import Sheet, basics, one_line, print_to
from game.paper.what_was_done import what_was_done
from game.play.home_record import HomeRecord
from game.system.errors import Sentence, Trouble
from game.system.language import N_, Translate
from game.system.language import words as words_of

LARGE, SMALL = 900, 420  # pixels of a picture: 300 to an inch on the certificate, and of its emblem
PLACES = ("left", "right", "beside")


class Wording(Struct, frozen=True):
    """What a certificate can say: its title in the form, the line above the name, and the sentences below it.

    Between `before` and `last` stands what the child has done, so many sentences at the most, and behind that `after`,
    which needs something that was done.
    """

    title: str
    heading: str
    before: str
    last: str
    most: int
    after: str = ""


class CertificateFrame(Struct, frozen=True):
    """How a certificate can look: its title in the form, and its picture in `assets/paper/`."""

    title: str
    file: str


WELCOME = N_("You were welcome every day.")
WORDINGS = {
    "whole-road": Wording(
        N_("The whole road"),
        N_("A good goodbye"),
        N_("You walked a whole road."),
        WELCOME,
        most=3,
    ),
    "hard-days": Wording(
        N_("Hard days and light ones"),
        N_("A good goodbye"),
        N_("There was room for hard days, and for light ones."),
        WELCOME,
        most=3,
    ),
    "quiet": Wording(
        N_("Quiet and short"),
        N_("A good goodbye"),
        N_("We have walked this far together."),
        N_("Take good care of yourself."),
        most=1,
    ),
    "not-planned": Wording(
        N_("For an ending that was not planned"),
        N_("For your road"),
        N_("We walked a part of the road together."),
        WELCOME,
        most=2,
        after=N_("All of it is yours, and it goes with you."),
    ),
}
QUIET = "quiet"  # of the wordings, the one that fits while the road goes on
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
        wording = _of(WORDINGS, options.wording, _)
        return {"title": _(wording.heading), "says": _said(wording, home, _)}

    data = basics(options) | in_both(options, said)
    data |= {"name": letter.printed_name(options.name), "frame": frame.file, "letter": []}
    data["day"] = date(home.day, words_of(options.language))  # once: a day in each language would look like two days
    data |= _pictures(home, drawn, options)
    if letter.paragraphs(options.letter):
        data |= letter.template_data(home, drawn, options) | {"greeting": ""}  # the name stands on the first page
    return Sheet("certificate", data, drawn.pictures, home.day)


def sentences(home: HomeRecord, name: str, _: Translate) -> str:
    """What the certificate of this wording says below the name, with "…" for what was done. Raises Trouble."""
    wording = _of(WORDINGS, name, _)
    done = ["…"] if what_was_done(home, wording.most, _) else []
    return f"{_below(wording, done, _)} {_(wording.last)}"


def nameless(options: PaperOptions) -> str:
    """That there is a line to write on for the name, in a sentence; "" where it is printed."""
    return "" if one_line(options.name) else N_("No name is on the certificate: type it under “Name”.")


def usual_wording(begun: Begun) -> str:
    """The wording to begin with after this visit: the whole road was not walked while planned visits are left."""
    plan = begun.plan
    return QUIET if plan.planned and plan.left_after(begun.number) else next(iter(WORDINGS))


def _of(table: dict[str, Any], name: str, _: Translate) -> Any:
    """The entry of this name, the first one for "". Raises Trouble."""
    if name and name not in table:
        raise Trouble("There is no '{name}' for a certificate. There are: {known}.", name=name, known=", ".join(table))
    return table[name or next(iter(table))]


def _said(wording: Wording, home: HomeRecord, _: Translate) -> dict[str, str]:
    return {
        "heading": _(wording.heading),
        "sentences": _below(wording, what_was_done(home, wording.most, _), _),
        "last": _(wording.last),
        "mark": _("my mark"),
        "walked": _("who walked with me"),
    }


def _below(wording: Wording, done: list[str], _: Translate) -> str:
    after = [_(wording.after)] if wording.after and done else []
    return " ".join((_(wording.before), *done, *after))


def _pictures(home: HomeRecord, drawn: PaperImages, options: PaperOptions) -> dict[str, Any]:
    """What stands there, and what hangs above: the emblem, else the leaf, where it is among the pictures."""
    names = options.pictures
    chosen = usual_pictures(home) if names is None else picture_choice.picked(home, names)
    hanging = sorted((one for one in chosen if one.on == "air"), key=lambda one: one.name != EMBLEM)[:1]
    stand = [one for one in chosen if one not in hanging]
    above = drawn.picture(hanging[0].art, SMALL) if hanging else ""
    return {"stand": picture_choice.laid(stand, PLACES, drawn, LARGE), "above": above}


def usual_pictures(home: HomeRecord) -> tuple[picture_choice.PictureChoice, ...]:
    """What stands on it where nothing was chosen: the companion, the stone or the keepsake, of which nothing is
    sensitive, and the emblem.
    """
    sensitive = [home.art(made) for made, result in home.results.items() if result.sensitive]
    own = [one for one in picture_choice.existing(home, STONE, KEEPSAKE) if one.art not in sensitive][:1]
    return (*picture_choice.existing(home, COMPANION), *own, *picture_choice.existing(home, EMBLEM))
