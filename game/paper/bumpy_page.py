"""When it gets bumpy: the pocket plan, large for a wall. Bump by bump what helps there, and a line for whose help.

It may be seen anywhere; the names are written on it by hand.
"""

from game.art.renderer import Renderer
from game.paper.images import PaperImages
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.take_home_papers import PageBuilder, bumps, framed_by
from game.paper.two_languages import in_both
from game.paper.typst_press import Sheet
from game.play.consent import PLAN
from game.play.home_record import HomeRecord
from game.system.language import N_, words

TITLE, WHO = N_("When it gets bumpy"), N_("who helps me here")


def sheet(home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet | None:
    """The page, ready to be printed; None where there is no plan that may go home."""
    told = home.latest(PLAN)
    if told is None or not told.rows:
        return None
    drawn = PaperImages(renderer)

    def said(language: str) -> dict:
        _ = words(language)
        return {"title": _(TITLE), "who": _(WHO), "bumps": bumps(PageBuilder(home, drawn, language), told)}

    return framed_by("bumpy-page", in_both(options, said), PageBuilder(home, drawn, options.language), options)
