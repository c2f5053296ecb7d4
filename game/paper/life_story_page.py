"""The second copy, for a life-story book: the child's own things on one page that can be punched.

It is kept by others, so there is nothing on it but what may hang on a wall.
"""

from game.art.renderer import Renderer
from game.core.picture import Art
from game.core.take_home import CARD, PAGE
from game.paper import words
from game.paper.images import PaperImages, shape
from game.paper.kept_places import kept_places
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.take_home_papers import LARGE, PageBuilder, framed_by
from game.paper.two_languages import in_both
from game.paper.typst_press import Sheet
from game.play import consent as t
from game.play.home_record import HomeRecord
from game.system.language import N_, Translate

MOST = 6  # pictures for which there is room
OURS = (
    (t.PLACE, N_("My calm place")),
    (t.STONE, N_("My stone")),
    (t.KEEPSAKE, N_("My keepsake")),
    (t.LEAF, N_("A leaf of mine stays on the tree")),
)
LINES = (N_("when"), N_("where"), N_("who walked with me"), N_("where the other copy is"))


def sheet(home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet:
    """The page, ready to be printed."""
    drawn = PaperImages(renderer)

    def said(language: str) -> dict:
        making = PageBuilder(home, drawn, language)
        _ = making.say
        lines = [_(line) for line in LINES]
        return {"title": _("For my life-story book"), "pictures": _pictures(making, _), "lines": lines}

    return framed_by("life-story-page", in_both(options, said), PageBuilder(home, drawn, options.language), options)


def _pictures(making: PageBuilder, _: Translate) -> list[dict]:
    home = making.home
    said = (
        *((made, _(title)) for made, title in OURS),
        *((made, _titled(made, home, _)) for made in home.own(CARD, PAGE)),
    )
    found: dict[Art, dict] = {}
    for made, title in said:
        if o := making.one(made):
            alone = {"file": making.drawn.picture(o.art, LARGE), "shape": shape(o.art)}
            kept = kept_places(home.as_left(made), making.drawn, _) if made.home in (PAGE, CARD) else None
            found[o.art] = {"label": title} | (kept or alone)
    return list(found.values())[:MOST]


def _titled(made: t.Made, home: HomeRecord, _: Translate) -> str:
    return words.localized(home.called(made), _)
