"""Flip-books: one sheet for each page that the child has made, to cut and staple, on which its own moves go on.

They may be seen anywhere, so they say nothing but the activity's title.
"""

from game.art.renderer import Renderer
from game.core.picture import HEIGHT
from game.paper import words
from game.paper.images import PaperImages
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.take_home_papers import LARGE
from game.paper.two_languages import in_both
from game.paper.typst_press import Sheet, basics
from game.play.home_films import HomeFilm
from game.play.home_record import HomeRecord
from game.system.language import words as words_of

SCALE = 0.9  # pixels to a design unit: a frame is small


def sheet(
    films: tuple[HomeFilm, ...], home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL
) -> Sheet | None:
    """A page of frames for each film; None where there is no film whose scene is still there."""
    drawn = PaperImages(renderer)
    whole = [(film.title, book) for film in films if (book := _book(film, drawn))]
    if not whole:
        return None

    def said(language: str) -> dict:
        _ = words_of(language)
        how = _("Cut along the dashes. Lay the pages upon one another, 1 uppermost, and staple them at the lines.")
        books = [{"title": words.localized(title, _)} | book for title, book in whole]
        return {"title": _("Flip-book"), "how": how, "books": books}

    looking, thing = (drawn.picture(name, LARGE) for name in (home.looking, home.thing))
    data = basics(options) | in_both(options, said) | {"looking": looking, "thing": thing}
    return Sheet("flip-book", data, drawn.pictures, home.day)


def _book(film: HomeFilm, drawn: PaperImages) -> dict | None:
    """Whole scenes: what is picked lies at their lower edge, too, and comes from there."""
    frames = [frame for told in film.frames if (frame := drawn.scene(told, SCALE, whole=True))]
    return {"frames": frames, "height": HEIGHT} if len(frames) == len(film.frames) else None
