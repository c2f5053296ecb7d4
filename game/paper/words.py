"""What the papers say of a visit, in words: the same for the plain text and for the picture summary.

This file knows records. It counts nothing and explains nothing: what is here was offered, chosen or put back.
"""

from game.paper.press import plain
from game.picture import Art, Picture, Stamp
from game.table import Offered, Row
from game.visit import Told, Visit, pages


def in_words(name: str) -> str:
    """A name of the workbook as words: "worry-stone" is "worry stone"."""
    return name.replace("-", " ").replace(".", " ")


def heading(told: Told) -> str:
    """A step as the therapist wrote it: "choose stone"."""
    return f"{told.mechanic} {in_words(told.result)}"


def offered(told: Told) -> str:
    """The labels of what was offered, by the alphabet: the order on the tray says nothing."""
    return ", ".join(sorted((plain(o.label) for o in told.offered), key=str.casefold))


def how(row: Row) -> str:
    """What was done with these pictures, and where they lie: "chosen (I want to keep this)"."""
    spot = plain(row.label) or in_words(row.spot)
    return f"{row.how} ({spot})" if spot else row.how


def label(picture: Offered, told: Told) -> str:
    """The picture's label, with what this step has put upon it: "jade stone with heart and star"."""
    own, labels = plain(picture.label), {o.art: plain(o.label) for o in told.offered if isinstance(o.art, str)}
    pieces = _pieces(picture.art) if isinstance(picture.art, Picture) else []
    upon = [word for word in dict.fromkeys(labels.get(name, own) for name in pieces) if word != own]
    return f"{own} with {_listed(upon)}" if upon else own


def _listed(labels: list[str]) -> str:
    return " and ".join(part for part in (", ".join(labels[:-1]), labels[-1]) if part)


def _pieces(art: Art) -> list[str]:
    """The names of the pictures that a picture is made of."""
    if isinstance(art, str):
        return [art]
    return [name for thing in art.things if isinstance(thing, Stamp) for name in _pieces(thing.art)]


def unopened(visit: Visit) -> list[str]:
    """The titles of the trail's stops where nothing was opened."""
    opened = {page.activity for page in pages(visit)}
    return [plain(stop.title) for stop in visit.begun.stops if stop.activity not in opened]
