"""The pages of a paper as the desk shows them: small beside the form, all papers of a set at once, or one as large as
the window lets it be.

This file knows pages as PNGs and the papers' titles; what is pressed is `papers.py`'s.
"""

from collections.abc import Collection, Iterator
from struct import unpack

from game.desk.arrange import BAR
from game.desk.form import Button, Image, Item, Middle, Row, Scroll, Text, Tile
from game.desk.messages import Command, LeaveOut, ShowPage
from game.desk.screens.paper_form import SECOND
from game.paper.options import PaperOptions
from game.paper.paper_set import PaperSet, SetPart
from game.system.language import Translate

SMALL_PAGE = 144  # design units of a paper of a set with its name: so wide at the least
WORDS, SMALLEST_PAGE = 82, 60  # design units of a row of them for all but the pages, which are so high at least
ABOVE_SMALL = 204  # design units of the desk's height for all but the small pages
ABOUT = 136  # the same for what the set is, where that stands above them
LINE, SIDE_BY_SIDE = 42, 800  # design units of a line above them, and of a room in which two sentences stand in one
BESIDE_SCROLL, BESIDE_PAGE = 8, 30  # design units beside all of them, and beside each page
LIST, BETWEEN = (0.235, 300), 16  # of the desk's width, and design units at the most; between list, form and paper
FORM, LITTLE = (0.355, 450), (0.26, 320)  # the same of a form, and of one that asks only size and language
READ, SEEN_AT_LEAST = 650, 0.62  # design units of a high page in which one can read, and of the room's width for it
WHOLE = 780  # design units of a high page: where it can be so high, one reads it as a whole, and nothing is scrolled
HIGH = 1.42  # of a page's width: how high an upright one is
ABOVE, LEAF = 214, 76  # design units of the desk's height for all else
ABOVE_LARGE = 200  # design units of the height for all else where a page stands alone
MARGINS = 64 + 2 * BETWEEN  # design units beside and between what stands on the desk
WIDEST = 1000  # design units of a large page that is higher than wide: its letters are as large as in the hand


def columns(room: tuple[float, float], asks: Collection[str]) -> tuple[float, float, float]:
    """How wide list, form and paper are on a desk so wide and high, where the form asks this: what a larger desk has
    more is the paper's.
    """
    wide = room[0] - MARGINS
    listed, form = (min(share * wide, most) for share, most in (LIST, FORM if {*asks} - {SECOND} else LITTLE))
    return listed, form, wide - listed - form


def beside_the_form(page: bytes, room: tuple[float, float], across: float, leaves: bool) -> Item:
    """The page in a column so wide, below the ways to other pages: a wide one whole, a high one so large that it can be
    read, in the middle, and scrolled where it is higher than the desk.
    """
    down, (width, height) = room[1] - ABOVE - LEAF * leaves, _pixels(page)
    most = across - BAR * (height > width)
    fitting = min(most, down * width / height)
    wide = fitting if height < width or down > WHOLE else min(most, max(fitting, _read(across)))
    shown = Image(page, wide, wide * height / width)
    if height < width:
        return shown
    return Middle(shown, wide) if wide == fitting else Scroll("page", Middle(shown, wide))


def longest_beside(room: tuple[float, float], across: float) -> float:
    """Of the pages there, in design units of the longer side."""
    return max(across, room[1] - ABOVE, HIGH * _read(across))


def _read(across: float) -> float:
    """How wide a high page is at the least, where there is room."""
    return max(READ, SEEN_AT_LEAST * across)


def _pixels(page: bytes) -> tuple[int, int]:
    """How wide and high it is, where a PNG says it."""
    width, height = unpack(">II", page[16:24])
    return width, height


def large_size(page: bytes, room: tuple[float, float]) -> tuple[float, float]:
    """How wide and high this page is on a desk that shows it alone: a wide one whole, a high one as it is read, line by
    line, and scrolled.
    """
    width, height = _pixels(page)
    most = WIDEST if height > width else (room[1] - ABOVE_LARGE) * width / height
    wide = min(room[0] - MARGINS - BAR, most)
    return wide, wide * height / width


def large_page(page: bytes, number: int, room: tuple[float, float]) -> Item:
    """The page by itself; another one begins at its top."""
    size = large_size(page, room)
    return Scroll(ShowPage(number), Middle(Image(page, *size), size[0]))


def leaf(_: Translate, page: int, many: int, rtl: bool) -> Iterator[Item]:
    """The ways from page to page, where there are several; none of them moves."""
    if many > 1:
        back, on = ("→", "←") if rtl else ("←", "→")
        yield Button(ShowPage(page - 1) if page else None, back)
        yield Button(ShowPage(page + 1) if page + 1 < many else None, on)
        yield Text(_("Page {number} of {count}").format(number=page + 1, count=many))


def larger(_: Translate, can: bool) -> Button:
    """The way to the page alone, where there `can` be one."""
    return Button(Command.LARGER if can else None, _("Larger"), "quiet")


def pages_of_set(
    _: Translate, whole: PaperSet, parts: dict[str, SetPart], options: PaperOptions, room: tuple[float, float]
) -> tuple[Item, ...]:
    """The small pages of the set, and above them what would still be written by hand on those that are printed."""
    found = whole.lacking((name for name, part in parts.items() if part.made), options)
    lacking = (Row(tuple(Text(_(said), "small") for said in found)),) if found else ()
    lines = len(found) if room[0] < SIDE_BY_SIDE else min(1, len(found))
    small = small_pages(_, whole, parts.items(), options.without, (room[0], room[1] - LINE * lines))
    return (*lacking, Scroll("parts", small))


def small_pages(
    _: Translate,
    whole: PaperSet,
    parts: Collection[tuple[str, SetPart]],
    left: tuple[str, ...],
    room: tuple[float, float],
) -> Row:
    """The first page of each paper of the set, with its name: as large as all of them can be in a room of this size."""
    there = [(name, part) for name, part in parts if part.made]
    side, high = _largest(len(there), room)
    tiles = (
        Tile(
            LeaveOut(name),
            _(whole.of[name].title),
            tuple(part.made[:1]),
            note=_("left out") if name in left else "",
            side=side,
            faint=name in left,
            high=max(SMALLEST_PAGE, high),
        )
        for name, part in there
    )
    return Row(tuple(tiles), 0)


def _largest(many: int, room: tuple[float, float]) -> tuple[float, float]:
    """How wide each of so many stands there, and how high its page is then."""
    wide = room[0] - BAR - BESIDE_SCROLL
    sizes = []
    for beside in range(1, max(1, int(wide // SMALL_PAGE)) + 1):
        side = wide // beside - 1  # each may be a pixel wider on the glass
        sizes.append((side, min(side - BESIDE_PAGE, room[1] / -(-max(1, many) // beside) - WORDS)))
    return max(sizes, key=lambda size: size[1])
