"""What the papers say of a visit, in words: the same for the plain text and for the picture summary.

This file knows records. It counts nothing and explains nothing: what is here was offered, chosen or put back.
"""

from game.events import Page, Told
from game.laying import CARDS, step_of
from game.paper.press import plain
from game.picture import Art, Picture, Stamp
from game.record import Record
from game.table import CHOSEN, Offered, Row
from game.take_home import KEEP, SHOW, SHOW_OR_KEEP, kept
from game.visit import Visit, pages

DRAWN_CARD = "drawn card"
PAGES_SAID = {SHOW: "may be shown", KEEP: "kept by the child"}


def in_words(name: str) -> str:
    """A name of the workbook as words: "worry-stone" is "worry stone"."""
    return name.removeprefix("visit.").replace("-", " ").replace(".", " ")


def steps(page: Page) -> tuple[Told, ...]:
    """The steps in the order of the activity, each with the cards behind it that the child has drawn for it."""
    return tuple(sorted(page.steps, key=lambda told: (step_of(told.number), told.number)))


def heading(told: Told) -> str:
    """A step as the therapist wrote it: "choose stone"."""
    return DRAWN_CARD if told.number >= CARDS else f"{told.mechanic} {in_words(told.result)}"


def offered(told: Told) -> str:
    """The labels of what was offered, each once, by the alphabet: the order on the tray says nothing."""
    return ", ".join(sorted({_name(o) for o in told.offered}, key=str.casefold))


def how(row: Row, told: Told) -> str:
    """What was done with these pictures, and where they lie: "chosen (I want to keep this)"."""
    if told.result == SHOW_OR_KEEP[1] and row.how == CHOSEN and row.spot in PAGES_SAID:
        return PAGES_SAID[row.spot]
    spot = plain(row.label) or in_words(row.spot)
    if row.how.endswith(" to"):  # a walk has come to the last of the pictures, or to a place without one
        return row.how if row.pictures else f"{row.how} {spot}"
    return f"{row.how} ({spot})" if spot else row.how


def nothing(told: Told) -> str:
    """What stands where nothing was chosen."""
    return "left blank" if told.number >= CARDS else "nothing chosen"


def labels(row: Row, told: Told) -> list[str]:
    """The row's pictures in words; what was laid again and again is named once."""
    return [label(o, told) for o in once(row.pictures)]


def once(pictures: tuple[Offered, ...]) -> tuple[Offered, ...]:
    """Each picture once, in the order in which it was laid."""
    return tuple({o.id: o for o in pictures}.values())


def label(picture: Offered, told: Told) -> str:
    """The picture's label, with what this step has put upon it: "jade stone with heart and star"."""
    own, known = _name(picture), {o.art: _name(o) for o in told.offered if isinstance(o.art, str)}
    pieces = _pieces(picture.art) if isinstance(picture.art, Picture) else []
    upon = [word for word in dict.fromkeys(known.get(name, own) for name in pieces) if word != own]
    return f"{own} with {_listed(upon)}" if upon else own


def _name(picture: Offered) -> str:
    """The label in one line. A card that the child has drawn has only a number for a name."""
    drawn = isinstance(picture.art, Picture) and picture.id.startswith("card-")
    return DRAWN_CARD if drawn else plain(picture.label)


def _listed(words: list[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _pieces(art: Art) -> list[str]:
    """The names of the pictures that a picture is made of."""
    if isinstance(art, str):
        return [art]
    return [name for thing in art.things if isinstance(thing, Stamp) for name in _pieces(thing.art)]


def unopened(visit: Visit) -> list[str]:
    """The titles of the trail's stops where nothing was opened."""
    opened = {page.activity for page in pages(visit)}
    return [plain(stop.title) for stop in visit.begun.stops if stop.activity not in opened]


def kept_pages(record: Record) -> str:
    """The sentence about the pages that the child keeps; "" where it keeps none."""
    names = ", ".join(page.name for page in kept(record))
    return f"Kept by the child, and on no take-home paper: {names}." if names else ""


def visit_heading(visit: Visit) -> str:
    """The visit's number and day, and what was said of the plan on that day."""
    begun, plan = visit.begun, visit.begun.plan
    said = [f"{plan.planned} planned"] if plan.planned else []
    said += [f"the {ordinal(place)} missed" for place in plan.missed]
    left = plan.planned - begun.number - len(plan.missed)
    said += [f"{left} left"] if plan.planned and left > 0 else []
    said += ["then a pause"] if plan.paused else []
    return f"Visit {begun.number}, {begun.day}" + (f" ({', '.join(said)})" if said else "")


def ordinal(number: int) -> str:
    """A place in a row, in words' short form.

    >>> [ordinal(n) for n in (1, 2, 3, 11, 22)]
    ['1st', '2nd', '3rd', '11th', '22nd']
    """
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
