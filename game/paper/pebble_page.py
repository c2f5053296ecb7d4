"""The child's stone in its real size, to paint a pebble by; pale beside it, to try the colours on first."""

from game.art.renderer import Renderer
from game.paper.images import shape
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.take_home_papers import WHOLE, PageBuilder, PaperImages, framed_by
from game.paper.two_languages import in_both
from game.paper.typst_press import Sheet
from game.play.consent import STONE
from game.play.home_record import HomeRecord
from game.system.language import N_, words

SIZES = (65, 50, 36)  # millimetres across: pebbles that lie well in a hand
STEPS = (
    N_("Look for a pebble that lies well in your hand. Wash it, and let it dry."),
    N_("Try your colours here, on the pale stone."),
    N_("Paint the pebble: first the large parts, then the small ones on top. Let it dry in between."),
)


def sheet(home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet | None:
    """The page, ready to be printed; None where there is no stone that may go home."""
    making = PageBuilder(home, PaperImages(renderer), options.language)
    stone = making.one(STONE)
    if stone is None:
        return None
    shown = {"stone": making.drawn.picture(stone.art, WHOLE), "shape": shape(stone.art), "sizes": SIZES}
    return framed_by("pebble-page", in_both(options, _said) | shown, making, options)


def _said(language: str) -> dict:
    _ = words(language)
    scale = _("Print it in its real size (100 %): then this line is {length} cm long.").format(length=5)
    return {"title": _("My stone, to paint"), "steps": [_(step) for step in STEPS], "scale": scale}
