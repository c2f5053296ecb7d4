"""What may be seen next, so that it can be painted in good time; nothing happens by asking.

Pure: a Session is asked, a Picture comes out; no clock, no files, no pygame.
"""

from msgspec.structs import replace

from game.core import events
from game.core.picture import Picture
from game.mechanics import mechanic
from game.play import screens
from game.play.entrance import next_table
from game.play.look import is_quiet, quieter
from game.play.looking_back import LookingBack
from game.play.session import Session
from game.play.state import Visit, end_of
from game.play.stretches import stretches
from game.play.take import set_up


def ahead(session: Session) -> Picture | None:
    """What onward or the trail's road would show now; None where that is not known."""
    visit, record, library = session.visit, session.record, session.library
    if visit.place == events.TRAIL and not visit.resting:
        further = session.stretch + 1
        if further < len(stretches(visit.begun.stops)):
            return screens.screen(visit, record, (), library, led=further)
        return _at_the_end(session, replace(visit, place=end_of(visit)))
    if visit.place != events.STEP or visit.resting:
        return None
    found = next_table(visit, session.activities, record, library)
    if found is not None:
        laid = set_up(found[1])
        seen = mechanic(laid.table.mechanic).view(laid.table, laid.state, ())
        return quieter(seen, library) if is_quiet(visit.begun, record) else seen
    on_the_trail = replace(visit, place=events.TRAIL)
    return screens.screen(on_the_trail, record + on_the_trail, (), library)


def _at_the_end(session: Session, visit: Visit) -> Picture:
    """Where the road ends, with what hangs there."""
    record, library = session.record + visit, session.library
    hung = LookingBack(session.activities, library).hung(visit, record)
    return screens.screen(visit, record, (), library, hung=hung)
