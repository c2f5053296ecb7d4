"""The letter: the therapist's own words, and the child's pictures around them.

It lies open at home, so hopes and feelings are not around it. This file keeps none of the words; the desk keeps the
letter with the traveller (`records/own_words.py`) until somebody deletes it, and a name is kept nowhere.
"""

from collections.abc import Callable
from typing import Any
from unicodedata import bidirectional

from game.art.renderer import Renderer
from game.paper import picture_choice
from game.paper.images import PaperImages
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.picture_choice import COMPANION, KEEPSAKE, STONE, THING
from game.paper.two_languages import in_both
from game.paper.typst_press import Sheet, basics, one_line
from game.play.home_record import HomeRecord
from game.system.errors import Trouble
from game.system.language import N_, Translate
from game.system.language import words as words_of

LONGEST_NAME = 80
PIXELS = 540  # of a picture: 300 to an inch around the letter
PLACES = ("left", "right", "middle", picture_choice.ABOVE)
WORDS = (  # of a letter to begin with
    N_("We have walked a part of your road together, and now we say goodbye."),
    N_("I remember what you brought with you, and how you found your own way."),
    N_("What you take home is yours. You can look at it, put it away, or show it to somebody who is good to you."),
    N_("I wish you people who listen to you, and a good road."),
)


def usual_letter(_: Translate) -> str:
    """A letter to begin with, which the therapist can change."""
    return "\n".join(map(_, WORDS))


def sheet(
    home: HomeRecord,
    renderer: Renderer,
    options: PaperOptions = AS_USUAL,
    usual: Callable[[Translate], str] = usual_letter,
) -> Sheet:
    """The letter, for the name where there is one; without words it has lines to write on. Raises Trouble.

    `usual` is the letter with which it was begun.
    """
    drawn, name = PaperImages(renderer), printed_name(options.name)

    def said(language: str) -> dict[str, Any]:
        _ = words_of(language)
        return {"title": _("A letter"), "greeting": _("For {name}").format(name=name) if name else ""}

    data = basics(options) | in_both(options, said)
    data |= template_data(home, drawn, options, usual)
    return Sheet("letter", data, drawn.pictures, home.day)


def still_blank(options: PaperOptions) -> str:
    """That there are lines to write on and no words, in a sentence; "" where there are words."""
    return "" if paragraphs(options.letter) else N_("The letter is still blank: write it under “Letter”.")


def template_data(
    home: HomeRecord, drawn: PaperImages, options: PaperOptions, usual: Callable[[Translate], str] = usual_letter
) -> dict:
    """What the letter's template needs of its words and pictures."""
    names = options.pictures
    around = usual_pictures(home) if names is None else picture_choice.picked(home, names)
    return {
        "letter": paragraphs(options.letter),
        "rtl": right_to_left(options.letter),
        "beneath": _beneath(options, usual),
        "around": picture_choice.laid(around, PLACES, drawn, PIXELS),
    }


def usual_pictures(home: HomeRecord) -> tuple[picture_choice.PictureChoice, ...]:
    """What lies around it where nothing was chosen: the pair, the stone and the keepsake."""
    return picture_choice.existing(home, COMPANION, STONE, KEEPSAKE, THING)


def _beneath(options: PaperOptions, usual: Callable[[Translate], str]) -> list[str]:
    """The letter in the second language: as it was typed; the one to begin with is there in each."""
    if not options.second or options.second == options.language:
        return []
    first, second = (paragraphs(usual(words_of(language))) for language in (options.language, options.second))
    return paragraphs(options.letter_beneath) or (second if paragraphs(options.letter) == first else [])


def printed_name(name: str) -> str:
    """The name as it is printed. Raises Trouble where it is too long for a paper."""
    name = one_line(name)
    if len(name) > LONGEST_NAME:
        said = N_("This name has {letters} letters. A certificate has room for {room}.")
        raise Trouble(said, letters=len(name), room=LONGEST_NAME)
    return name


def paragraphs(letter: str) -> list[str]:
    """Each line of the letter that says something."""
    return [line for line in map(one_line, letter.removeprefix("\ufeff").splitlines()) if line]


def right_to_left(words: str) -> bool:
    """True where the first letter belongs to a script that runs right to left."""
    strong = next((kind for kind in map(bidirectional, words) if kind in ("L", "R", "AL")), "L")
    return strong != "L"
