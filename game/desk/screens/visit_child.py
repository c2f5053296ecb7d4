"""What Today asks of the child: the age, the look of the pictures, sound and motion."""

from msgspec.structs import replace

from game.desk.form import Button, Column, Flow, Item, Means, Row, Text
from game.desk.messages import Choose
from game.desk.screens.screen import BaseScreen
from game.desk.wish import Wish
from game.system.language import N_

BANDS = {"little": N_("4 to 5 years"), "middle": N_("6 to 8 years"), "big": N_("9 to 12 years")}
WIDE = 340  # design units of each part of it, at least
CLOSE = 3  # between what is asked and what is said of it: so all of it is seen in a small window


class VisitChild:
    """The card of the screen Today on which the child's age, look, sound and motion are chosen."""

    def __init__(self, screen: BaseScreen):
        self._screen = screen

    def said(self, wish: Wish) -> str:
        """The age that is wished, in words."""
        return self._screen._(BANDS[wish.band])

    def age(self, wish: Wish) -> Row:
        """The age alone, in a line."""
        return Row((Text(self._screen._("The child's age"), "small", "soft"), *self._ages(wish)), 6)

    def _ages(self, wish: Wish) -> tuple[Button, ...]:
        _ = self._screen._
        return tuple(Button(Choose("band", name), _(said), "choice", wish.band == name) for name, said in BANDS.items())

    def form(self, wish: Wish, *more: Item) -> Item:
        """Age, look, sound and motion, and `more`: beside each other where there is room."""
        _ = self._screen._
        said = Text(_("It says how many pictures lie out at once."), "small", "soft")
        looks = ((False, _("Animals and faces")), (True, _("Quiet: weather and lines")))
        look = Row(tuple(Button(Choose("quiet", on), words, "choice", wish.quiet == on) for on, words in looks), 10)
        why = Text(_("Quiet is for those to whom animals and faces are too young."), "small", "soft")
        head = Text(_("The child's age"), "heading")
        age, seen = Column((head, Row(self._ages(wish), 10), said), CLOSE), Column((look, why), CLOSE)
        return Flow((Column((age, seen), 8), Column((Column(self._calm(wish), CLOSE), *more), 8)), WIDE, 12)

    def _calm(self, wish: Wish) -> tuple[Item, ...]:
        """As it is for everybody, until it is said for this child."""
        _, usual, switch = self._screen._, self._screen.model.settings, self._screen.switch
        sound, still = (getattr(usual if getattr(wish, what) is None else wish, what) for what in ("sound", "still"))
        return switch("sound", _("Soft sound"), sound), switch("still", _("Pictures keep still"), still)

    def change(self, wish: Wish, means: Means) -> Wish | None:
        """The wish after this press; None where it was about something else."""
        match means:
            case Choose("band", str(band)):
                return replace(wish, band=band)
            case Choose("quiet", bool(quiet)):
                return replace(wish, quiet=quiet)
            case Choose("sound" | "still" as what, bool(on)):
                return replace(wish, **{what: on})
        return None
