"""What the record tells of one activity: what was chosen, offered and put back there, as pictures with their names.

Its name stands first and what was done behind it, so that names are found in one column; what has few pictures stands
side by side. The activities are read in the order in which the child opened them.
"""

from itertools import groupby

from game.core.events import ActivityPage, StepSummary
from game.core.own_words import Who
from game.core.table import Offered, Outcome
from game.desk.form import Card, Column, Flow, Item, Row, Split, Text, Tile, items
from game.desk.screens.who_is_who import who_is_who
from game.paper import words
from game.paper.nothing_done import nothing_said
from game.play.picture_source import PictureSource
from game.system.language import Translate

ITS_NAME = 0.27  # of the width, for what it is called
PICTURE = 112  # design units of one
FEW, NARROW = 2, 256  # so many pictures stand beside others, in so many design units
MOST = 12  # pictures of one kind that are shown; a page of the summary shows them all


def told_page(page: ActivityPage, who: Who, agreed: bool, pictures: PictureSource, _: Translate) -> Card:
    """All that was done in this activity. `who` is who its pictures are, as it was typed; `agreed`: what is sensitive
    may be shown.
    """
    title = Text(words.localized(page.title, _), "heading")
    head = Column((title, Text(words.left(page, _), "body", "soft")), 2)
    parts = [part for told in words.told_steps(page) for part in _step(told, _)]
    lines = (_line(tuple(run), few) for few, run in groupby(parts, _has_few))
    done = Column((*lines, *who_is_who(page, who, agreed, pictures, _)), 10)
    return Card(Split(((ITS_NAME, head), (1 - ITS_NAME, done)), 16))


def _has_few(part: Item) -> bool:
    return sum(isinstance(one, Tile) for one in items(part)) <= FEW


def _line(parts: tuple[Item, ...], few: bool) -> Item:
    return Flow(parts, NARROW, 10) if few else Column(parts, 10)


def _step(told: StepSummary, _: Translate) -> list[Item]:
    if not told.rows:
        return [Text(nothing_said(told, _), "small", "soft")]
    return [_laid(row, told, _) for row in told.rows]


def _laid(row: Outcome, told: StepSummary, _: Translate) -> Item:
    how = Text(words.how(row, told, _), "body", "soft")
    shown = tuple(_picture(one, told, _) for one in words.each(row)[:MOST])
    return Column((how, Row(shown, 8)) if shown else (how,), 10)


def _picture(picture: Offered, told: StepSummary, _: Translate) -> Item:
    return Tile(None, words.label(picture, told, _), (picture.art,), side=PICTURE)
