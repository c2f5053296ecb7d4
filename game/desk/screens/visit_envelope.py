"""The envelope on Today: a picture from the grown-up, to be found in the last activity."""

from game.art.library import OWN
from game.art.picture_files import ENDINGS
from game.desk.form import Button, Column, Item, Row, Text, Tile
from game.desk.messages import ChooseEnvelope, ChooseFile
from game.desk.screens.personal_pictures import ENVELOPE
from game.desk.screens.screen import BaseScreen
from game.desk.wish import Wish

MOST_OWN = 12  # of the grown-up's own pictures that are shown


def envelope(screen: BaseScreen, wish: Wish) -> Item:
    """What lies in it: one of their own pictures, or one that is dropped."""
    _, chosen, library = screen._, wish.envelope, screen.model.library()
    own = [(name, library.file(name)) for name in library.families()[0].get(OWN, ())][:MOST_OWN]
    tiles = tuple(
        Tile(ChooseEnvelope(name), library.label(name), (name,), chosen == path, side=112) for name, path in own
    )
    said = _(
        "Drop a picture on this window; it lies in the envelope of the last visit. "
        "Without one, a picture of the child's own does."
    )
    if chosen:
        said = _("In the envelope: {file}").format(file=chosen.name)
    head = Text(_("The picture for the envelope"), "heading")
    choose = Button(ChooseFile(ENDINGS, ENVELOPE), _("Choose a file…"))
    return Column((head, Text(said, "small", "soft"), Row((choose,)), *([Row(tiles, 10)] if tiles else [])))
