"""What was chosen today, on Today: the sentences of the summary, with the child's pictures small below each.

This file knows visits and the summary's words; it knows no record of other days.
"""

from game.desk.form import Column, Flow, Image, Item, Row, Text
from game.paper import visit_words
from game.paper.chosen_words import ChosenPage, ChosenSentence, none_chosen, summary_pages
from game.play.state import Visit
from game.system.language import Translate

PICTURE, MOST = 52, 8  # design units of a picture, and how many of a sentence are shown
WIDE = 330  # of what is said of an activity, at least


def chosen_today(visit: Visit, _: Translate) -> Item:
    """The activities of this visit in which something was chosen, in the order in which they were opened; those that
    were opened besides; the gate.
    """
    pages = summary_pages(visit, _)
    chosen = Flow(tuple(map(_page, pages)), WIDE, 14) if pages else Text(none_chosen(visit, _))
    more = filter(None, (visit_words.looked_in(visit, _), visit_words.went_to_gate(visit, _)))
    return Column((chosen, *map(Text, more)))


def _page(page: ChosenPage) -> Item:
    return Column((Text(page.title, "chip"), *(part for one in page.sentences for part in _sentence(one))), 4)


def _sentence(one: ChosenSentence) -> tuple[Item, ...]:
    pictures = tuple(Image(o.art, PICTURE, PICTURE) for o in one.pictures[:MOST])
    return (Text(one.said, "small"), *((Row(pictures, 6),) if pictures else ()))
