"""What of a record may go home: all that a take-home paper can be made from.

In a HomeRecord there is no page that the child keeps, and none that is marked `only_when_shown` without the child's
yes, so no paper can show it by forgetting a check. What it was not asked about, or has not answered, goes home.
`consent.py` says which pages there are. Pure: a record in, values out; no clock, no files, no pygame, no words.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from game.core.activity import as_heading, is_card
from game.core.events import NOBODY_YET, ActivityPage, StepSummary
from game.core.picture import Art, Picture, pieces
from game.core.puppet import LOOKING
from game.core.table import CHOSEN, Offered
from game.core.take_home import AGREED, CARD, LETTER, OF_OWN_PLACE, ON_PAGE, SAID
from game.mechanics import makes_new
from game.play.consent import (
    EMBLEM,
    KEEPSAKE,
    LEAF,
    MY_ANIMAL,
    MY_THING,
    PAGES,
    PLAN,
    STONE,
    WALL,
    Made,
    by_its_activity,
    chosen_as,
    drawn,
    is_shown,
    kept_art,
    made_by,
    makes,
    may_go_home,
    pages_with,
    results,
    title_of,
)
from game.play.going_home import going_home, held_back
from game.play.home_screen import signs_on, with_art, without_options
from game.play.look import is_quiet, looking_away
from game.play.record import Record, picture_of
from game.play.state import Visit
from game.play.visit_pages import activity_pages, was_there

ASKED = tuple(dict.fromkeys(made for page in PAGES for made in page.made))
HOME = (MY_ANIMAL, MY_THING, LEAF, EMBLEM, *ASKED)  # these have places of their own on papers
WITH_SECRETS = (STONE.home, KEEPSAKE.home, PLAN.home)  # on these can stand what lies on other pages, too
OWN = (*ON_PAGE, CARD, LETTER, AGREED)  # and of these there can be any; whatever else there is stays in the record


class HomeResult(Struct, frozen=True):
    """A result: visit by visit the steps in which it was chosen, the pictures that the latest choice has come to, and
    the title of the activity that has made it; `sensitive` where that is opened for each visit anew.

    Of a step there is only what was chosen: not what was put back, nor what else was offered.
    """

    visits: tuple[tuple[StepSummary, ...], ...]
    pictures: tuple[Offered, ...]
    title: str = ""
    sensitive: bool = False

    def as_left(self) -> StepSummary | None:
        """The step that has made this last, with what later steps have added to it; None where nothing was made."""
        told = [one for visit in reversed(self.visits) for one in reversed(visit)]
        whole = next((one for one in told if makes_new(one.mechanic)), told[0] if told else None)
        if whole is None:
            return None
        now = {o.id: o for o in self.pictures}
        changed = {o.id: now[o.id].art for row in whole.rows for o in row.pictures if now.get(o.id, o).art != o.art}
        rows = (replace(row, pictures=tuple(now.get(o.id, o) for o in row.pictures)) for row in whole.rows)
        offered = tuple(o for one in told for o in one.offered)
        screen = whole.screen and with_art(whole.screen, changed)
        return replace(whole, rows=tuple(rows), offered=offered, screen=screen)


class HomeRecord(Struct, frozen=True):
    """What may go home: the ISO day of the latest visit, the results, the drawings that may be shown alone, and among
    them those that the child has drawn and laid for its wall where it was asked. `sentences` are those that files
    have for what was done and made nothing, each behind its activity. `quiet`: the latest visit had the quiet look.

    Of HOME the results have whatever may go home, chosen or not; of others what was made, in its order. Where several
    activities have made one that has a place of its own, those that are not the latest have their names, too.
    """

    day: str
    results: dict[Made, HomeResult]
    drawings: tuple[Art, ...]
    for_wall: tuple[Art, ...] = ()
    sentences: tuple[tuple[str, str], ...] = ()
    quiet: bool = False

    def chosen(self, made: Made) -> tuple[Offered, ...]:
        """The pictures of a result, as later steps have left them; () where there is none or it may not go home."""
        return self.results[made].pictures if made in self.results else ()

    def art(self, made: Made) -> Art | None:
        """The first picture of a result; None where there is none."""
        return next((picture.art for picture in self.chosen(made)), None)

    def own(self, *homes: str) -> tuple[Made, ...]:
        """The results that have no place of their own on papers, of which their files say one of these words."""
        return tuple(made for made in self.results if made.home in homes and self.chosen(made))

    def may_be_named(self, made: Made) -> bool:
        """True where a paper that is hung up can say that it was made: what is sensitive is on its own page alone."""
        return bool(self.chosen(made)) and not self.results[made].sensitive

    def all_of(self, made: Made) -> tuple[Made, ...]:
        """This result, and those of the same kind that other activities have made, such as a copy; as far as they are
        there.
        """
        return tuple(one for one in self.results if one.home == made.home and self.chosen(one))

    def among_others(self, made: Made, title: str) -> str:
        """What this is called: so, or where there are several of its kind the title of the activity that made it."""
        return self.title(made) if len(self.all_of(made)) > 1 else title

    def title(self, made: Made) -> str:
        """The title of the activity that has made this; "" where none has."""
        return self.results[made].title if made in self.results else ""

    def called(self, made: Made) -> str:
        """What its file calls this for papers, else the title of the activity that has made it."""
        told = self.as_left(made)
        return as_heading(told.says) if told and told.says else self.title(made)

    def latest(self, made: Made) -> StepSummary | None:
        """The step with this result, from the latest visit on which something was chosen there."""
        return next((visit[0] for visit in reversed(self._visits(made))), None)

    def first(self, made: Made) -> StepSummary | None:
        """The same from the first visit on which something was chosen there."""
        return next((visit[0] for visit in self._visits(made)), None)

    def as_left(self, made: Made) -> StepSummary | None:
        """The same with what later steps have added to it."""
        return self.results[made].as_left() if made in self.results else None

    def put_upon(self, made: Made) -> tuple[StepSummary, ...]:
        """The steps that have put something upon it and have a sentence of their own, as they were left last."""
        last = {one.number: one for visit in self._visits(made) for one in visit if one.says}
        return tuple(one for one in last.values() if not makes_new(one.mechanic))

    def _visits(self, made: Made) -> tuple[tuple[StepSummary, ...], ...]:
        return self.results[made].visits if made in self.results else ()

    @property
    def thing(self) -> str:
        """The picture of the thing in the child's pair; "" where none was chosen."""
        return next(map(picture_of, self.chosen(MY_THING)), "")

    @property
    def animal(self) -> str:
        """The picture of the animal in the child's pair; "" where none was chosen."""
        return next(map(picture_of, self.chosen(MY_ANIMAL)), "")

    @property
    def has_pair(self) -> bool:
        """True where the child has an animal or a thing."""
        return bool(self.animal or self.thing)

    @property
    def companion(self) -> str:
        """The child's animal; who keeps the door, where none was chosen."""
        return self.animal or NOBODY_YET

    @property
    def walker(self) -> str:
        """The companion as papers show it: in the quiet look an animal is seen from behind."""
        return looking_away(self.companion) if self.quiet else self.companion

    @property
    def looking(self) -> str:
        """The companion as it looks along the road."""
        return self.walker if self.quiet else self.companion + LOOKING


def home_record(record: Record) -> HomeRecord:
    """What of this record, which has a visit, may go home."""
    own = (made for made in results(record) if made.activity and made.home in (*OWN, *OF_OWN_PLACE))
    allowed = [made for made in (*HOME, *own) if may_go_home(record, made)]
    found = {made: _result(record, made) for made in allowed}
    drawings, for_wall = _drawings(record, allowed), {o.art for o in drawn(record, WALL)}
    mine = tuple(art for art in drawings if art in for_wall)
    latest = record.visits[-1].begun
    return HomeRecord(latest.day, found, drawings, mine, _sentences(record), is_quiet(latest, record))


def _sentences(record: Record) -> tuple[tuple[str, str], ...]:
    """Those of steps that made nothing, each once; none of an activity of which anything may not go home, nor of what
    is sensitive.
    """
    there = [(visit, page) for visit in record.visits for page in activity_pages(visit)]
    made = {(page.activity, made_by(page.activity, told)) for _, page in there for told in page.steps}
    held_back = {activity for activity, one in made if not may_go_home(record, one)}
    pages = (page for visit, page in there if page.activity not in held_back and not _opened_anew(visit, page))
    told = ((page.activity, one) for page in pages for one in page.steps if one.home == SAID and was_there(one))
    return tuple(dict.fromkeys((activity, as_heading(one.says)) for activity, one in told))


def _result(record: Record, made: Made) -> HomeResult:
    return result_of(record, made, secret_of(record, made))


def result_of(record: Record, made: Made, secret: frozenset[Art] = frozenset()) -> HomeResult:
    """What was chosen, whatever the child has said of it, without these pictures."""
    named = by_its_activity(record, made)
    found = ([told for told in _steps_of(record, visit, named) if _is_chosen(told)] for visit in record.visits)
    visits = tuple(tuple(with_what_was_chosen(told, secret) for told in of_visit) for of_visit in found if of_visit)
    pictures = _without(chosen_as(record, made), secret)
    return HomeResult(visits, pictures, title_of(record, made), _is_sensitive(record, named))


def _steps_of(record: Record, visit: Visit, made: Made) -> Iterator[StepSummary]:
    """The steps of the visit with this result, as far as they go home."""
    for page in activity_pages(visit, screens=True):
        for told in page.steps:
            if makes(page.activity, told, made):
                yield going_home(told, held_back(record, page.activity, told.result))


def _is_sensitive(record: Record, made: Made) -> bool:
    there = ((visit, page) for visit in record.visits for page in activity_pages(visit) if _opened_anew(visit, page))
    return any(makes(page.activity, told, made) for _, page in there for told in page.steps)


def _opened_anew(visit: Visit, page: ActivityPage) -> bool:
    """True where its file says that it is opened for each visit anew."""
    return page.activity in visit.opened and visit.opened[page.activity].sensitive


def secret_of(record: Record, made: Made) -> frozenset[Art]:
    """What stands on pages that are only for the child, too, of a stone, a keepsake or a plan without its own word."""
    also = made.home in WITH_SECRETS and not is_shown(record, made)
    return frozenset(kept_art(record)) if also else frozenset()


def _is_chosen(told: StepSummary) -> bool:
    return any(row.how == CHOSEN for row in told.rows)


def with_what_was_chosen(told: StepSummary, secret: frozenset[Art]) -> StepSummary:
    """The step with only what was chosen in it, and without the pictures that are `secret`, nor their names where they
    stood as signs.
    """
    hidden = {spot for spot, art in signs_on(told.screen) if art in secret}
    rows = [
        replace(row, pictures=_without(row.pictures, secret), label="" if row.spot in hidden else row.label)
        for row in told.rows
        if row.how == CHOSEN
    ]
    chosen_rows = tuple(row for row in rows if row.pictures)
    shown = {art for row in chosen_rows for o in row.pictures for art in (o.art, *pieces(o.art))}
    offered = tuple(o for o in told.offered if o.art in shown)
    gone = {o.art for o in told.offered} - shown
    return replace(
        told, offered=offered, rows=chosen_rows, screen=told.screen and without_options(told.screen, gone, hidden)
    )


def _without(pictures: tuple[Offered, ...], secret: frozenset[Art]) -> tuple[Offered, ...]:
    return tuple(o for o in pictures if o.art not in secret)


def _drawings(record: Record, allowed: list[Made]) -> tuple[Art, ...]:
    """What the child has drawn on blank cards, without those that lie on a page which it keeps as well."""
    secret = set(kept_art(record))
    on_pages = [made for made in allowed if pages_with(record, made)]
    on_wall = tuple(o.art for o in drawn(record, WALL))
    cards = dict.fromkeys((*(o.art for made in on_pages for o in chosen_as(record, made) if _is_drawing(o)), *on_wall))
    return tuple(art for art in cards if art not in secret)


def _is_drawing(picture: Offered) -> bool:
    return isinstance(picture.art, Picture) and is_card(picture.id)
