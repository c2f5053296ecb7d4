"""What a paper is: its title, what it is for, and what it can be made from.

What goes home is made from a HomeRecord; only the therapist's own papers see the whole record, and only the paper that
folds shut sees what is for the child alone. This file knows none of the papers; `registry.py` names them.
"""

from collections.abc import Callable

from msgspec import Struct

from game.art.renderer import Renderer
from game.core.events import Begun
from game.paper import flip_book
from game.paper.options import PaperOptions
from game.paper.picture_choice import MOST, PictureChoice
from game.paper.typst_press import Sheet
from game.play.home_films import home_films
from game.play.home_record import HomeRecord, home_record
from game.play.record import Record, Traveller
from game.play.sleeve_record import SleeveRecord, sleeve_record

Sheets = tuple[Sheet, ...]


class PaperKind(Struct, frozen=True):
    """A paper: its title and what it is for, and what of `PaperOptions` its form asks beside paper and language.

    `missing` says in a sentence why there is nothing to make of a record and what of it may go home, "" where there is
    something. `private`: it is the therapist's own, lies with nothing of the child's, and is saved only if asked.
    `usual_pictures` are on it where none was chosen, and no more than `most_pictures`. `lacks` says in a sentence what
    would still be written by hand on it, and where that is typed; "" where nothing would.
    """

    title: str
    about: str
    asks: tuple[str, ...] = ()
    missing: Callable[[Record, HomeRecord], str] = lambda record, home: ""
    private: bool = False
    usual_pictures: Callable[[HomeRecord], tuple[PictureChoice, ...]] = lambda home: ()
    most_pictures: int = MOST
    lacks: Callable[[PaperOptions], str] = lambda options: ""

    def why_not(self, record: Record, home: HomeRecord | None = None) -> str:
        """Why there is nothing to make of this record, in a sentence; "" where there is something.

        `home` is what of it may go home, from whoever asks many papers.
        """
        return self.missing(record, home or home_record(record))

    def pictures_on(self, home: HomeRecord, options: PaperOptions) -> tuple[str, ...]:
        """The names of the pictures on it: those that were chosen, else its usual ones."""
        usual = tuple(one.name for one in self.usual_pictures(home))
        return usual if options.pictures is None else options.pictures

    def sheets(self, traveller: Traveller, renderer: Renderer, options: PaperOptions) -> Sheets:
        """The paper, ready to be printed; () where there is nothing to make. Raises Trouble."""
        raise NotImplementedError


class RecordPaper(PaperKind, frozen=True, kw_only=True):
    """A paper for the therapist's own files: `make` sees the whole record."""

    make: Callable[[Traveller, Renderer, PaperOptions], Sheet]

    def sheets(self, traveller: Traveller, renderer: Renderer, options: PaperOptions) -> Sheets:
        """The paper, ready to be printed. Raises Trouble."""
        return (self.make(traveller, renderer, options),)


class HomePaper(PaperKind, frozen=True, kw_only=True):
    """A paper that can leave the house: `make` sees what may go home and nothing else."""

    make: Callable[[HomeRecord, Renderer, PaperOptions], Sheets]

    def sheets(self, traveller: Traveller, renderer: Renderer, options: PaperOptions) -> Sheets:
        """The paper, ready to be printed; () where there is nothing to make. Raises Trouble."""
        return self.make(home_record(traveller.record), renderer, options)


class TrailPaper(PaperKind, frozen=True, kw_only=True):
    """A paper about what lies before the child: `make` sees how the latest visit began, and nothing that was chosen."""

    make: Callable[[Begun, Renderer, PaperOptions], Sheets]

    def sheets(self, traveller: Traveller, renderer: Renderer, options: PaperOptions) -> Sheets:
        """The paper, ready to be printed. Raises Trouble."""
        return self.make(traveller.record.visits[-1].begun, renderer, options)


class FlipBookPaper(PaperKind, frozen=True, kw_only=True):
    """The films of what may go home, and nothing else."""

    def sheets(self, traveller: Traveller, renderer: Renderer, options: PaperOptions) -> Sheets:
        """The paper, ready to be printed; () where there is no film. Raises Trouble."""
        home = home_record(traveller.record)
        made = flip_book.sheet(home_films(traveller.record, home), home, renderer, options)
        return (made,) if made else ()


class SleevePaper(PaperKind, frozen=True, kw_only=True):
    """The paper that folds shut: `make` sees what is only for the child, and nothing else."""

    make: Callable[[SleeveRecord, Renderer, PaperOptions], Sheets]

    def sheets(self, traveller: Traveller, renderer: Renderer, options: PaperOptions) -> Sheets:
        """The paper, ready to be printed; () where there is nothing to make. Raises Trouble."""
        return self.make(sleeve_record(traveller.record), renderer, options)
