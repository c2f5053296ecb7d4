"""Who the pictures are that a child has laid: a line to type in for each picture that can be somebody."""

from game.core.events import ActivityPage
from game.core.own_words import Who
from game.core.take_home import AGREED
from game.desk.form import Entry, Flow, Item, Row, Text, Tile
from game.desk.messages import WhoIs
from game.paper.people import SomebodyLaid, people_laid
from game.play.picture_source import PictureSource
from game.system.language import N_, Translate

PICTURE, BOX, LINE = 84, 262, 356  # design units of a line's picture, of its box, and of all of it
ELSEWHERE = N_(
    "It is not agreed that this may be shown: these words stand in “Everything” alone, on no other paper and in no "
    "other note."
)
LONGEST = 80  # signs: a name, or two


def who_is_who(page: ActivityPage, who: Who, agreed: bool, pictures: PictureSource, _: Translate) -> tuple[Item, ...]:
    """The lines of one activity; () where nobody lies there. `who` is what was typed. What is sensitive and not
    `agreed` is not on the summary, so it is said that these words are not, either.
    """
    laid = people_laid(page, pictures, _)
    lines = tuple(_line(one, who.get(one.picture.id, ""), _) for one in laid)
    held_back = not agreed and any(told.home == AGREED for told in page.steps)
    told = (Text(_(ELSEWHERE), "small", "soft"),) if held_back else ()
    return (Text(_("Who is who, in your own words"), "small", "soft"), *told, Flow(lines, LINE, 6)) if lines else ()


def _line(one: SomebodyLaid, typed: str, _: Translate) -> Item:
    box = Entry(WhoIs(one.key), typed, one.label, width=BOX, longest=LONGEST)
    return Row((Tile(None, "", (one.picture.art,), side=PICTURE), box), 10)
