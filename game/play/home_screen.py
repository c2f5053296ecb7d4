"""What of a screen a paper that goes home shows: options as they are now, without those that are gone, and signs.

Pure: Pictures in, Pictures out; it decides nothing about what may be shown.
"""

from msgspec.structs import replace

from game.core.ids import Option, Sign
from game.core.picture import Art, Picture, Stamp


def with_art(screen: Picture, changed: dict[str, Art]) -> Picture:
    """The screen on which these options, by their names, look otherwise."""
    things = (
        replace(thing, art=changed[thing.means.name])
        if isinstance(thing, Stamp) and isinstance(thing.means, Option) and thing.means.name in changed
        else thing
        for thing in screen.things
    )
    return replace(screen, things=tuple(things))


def signs_on(screen: Picture | None) -> list[tuple[str, Art]]:
    """The signs of a screen: each spot's name, and the picture."""
    stamps = (thing for thing in (screen.things if screen else ()) if isinstance(thing, Stamp))
    return [(stamp.id.name, stamp.art) for stamp in stamps if isinstance(stamp.id, Sign)]


def without_options(screen: Picture, gone: set[Art], hidden: set[str]) -> Picture:
    """The screen without the options that are gone, without the traces of those, and without the signs of these."""
    signs = {Sign(spot) for spot in hidden}
    things = (thing for thing in screen.things if not (isinstance(thing, Stamp) and thing.id in signs))
    return replace(screen, things=tuple(thing for thing in things if not _is_of(thing, gone)))


def _is_of(thing: object, gone: set[Art]) -> bool:
    """True for an option, which means something, or its trace, which has no id; the scene's own signs stay."""
    return isinstance(thing, Stamp) and thing.art in gone and (thing.means is not None or thing.id is None)
