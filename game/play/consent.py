"""What the child takes home: its pages, what stands on them, and what it has said of each.

What becomes of a result stands in the activity's file (`take home:`), and from there in the record (core/take_home.py).
Pure: a record in, answers out; no clock, no files, no pygame.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from game.core import take_home as t
from game.core.activity import is_card
from game.core.events import ANIMAL, THING, TRAVELLER, ActivityPage, StepSummary
from game.core.picture import Art, Picture
from game.core.puppet import QUIET
from game.core.same import kept_for_the_same
from game.core.table import CHOSEN, Offered
from game.play.going_home import goes_home, those_that_go_home
from game.play.record import Record, chosen, made
from game.play.state import Visit
from game.play.visit_pages import activity_pages


class Made(Struct, frozen=True):
    """A result by what becomes of it at home: `home` is a word of core/take_home.py.

    One that has a place of its own on papers is told by its word alone. Where several activities have made such a
    thing, the word alone stands for the one that was made last, and those before it are told by their activity and
    their name there, too, as all are that have no such place.
    """

    home: str
    activity: str = ""
    result: str = ""


MY_ANIMAL, MY_THING = Made(ANIMAL), Made(THING)
HOPES, BOTHER, PLACE = Made(t.HOPES), Made(t.BOTHER), Made(t.CALM_PLACE)
JARS, THEN_AND_NOW, BAG, PLAN = Made(t.JARS), Made(t.THEN_AND_NOW), Made(t.BACKPACK), Made(t.POCKET_PLAN)
STONE, KEEPSAKE, LEAF = Made(t.WORRY_STONE), Made(t.KEEPSAKE), Made(t.LEAF)
EMBLEM = Made(t.EMBLEM)  # what the child has chosen to stand on its certificate
GOES_HOME = Made(t.ASKED)
WALL, SLEEVE = "wall", "sleeve"  # the spots on which the child lays its pages
SPOTS = {WALL: WALL, SLEEVE: SLEEVE, "show": WALL, "keep": SLEEVE}  # by their names, those of before too
PAIR = {(TRAVELLER, ANIMAL): MY_ANIMAL, (TRAVELLER, THING): MY_THING}
OF_ITS_OWN = {one.home: one for one in (*map(Made, t.OF_OWN_PLACE), GOES_HOME)}
ON_PAPERS = tuple(one for one in OF_ITS_OWN.values() if one not in (GOES_HOME, EMBLEM))
BEFORE = {  # what became of each result in records from before `take home` was written down; of all others nothing
    ("when-we-are-done", "hopes"): HOPES,
    ("the-bother", "bother"): BOTHER,
    ("my-calm-place", "place"): PLACE,
    ("goodbye-jars", "jars"): JARS,
    ("what-changed", "then-and-now"): THEN_AND_NOW,
    ("backpack", "bag"): BAG,
    ("bumpy-bit", "plan"): PLAN,
    ("pick-a-worry-stone", "stone"): STONE,
    ("choose-a-keepsake", "keepsake"): KEEPSAKE,
    ("leave-one-take-one", "leaf"): LEAF,
    ("leave-one-take-one", "certificate"): EMBLEM,
    ("leave-one-take-one", "show-or-keep"): GOES_HOME,
}


def made_by(activity: str, told: StepSummary) -> Made:
    """What becomes of the result of this step."""
    named = (activity, told.result)
    if named in PAIR:
        return PAIR[named]
    if not told.home:
        return BEFORE.get(named, Made(t.NO))
    return OF_ITS_OWN.get(told.home) or Made(told.home, *named)


def makes(activity: str, told: StepSummary, wanted: Made) -> bool:
    """True where this step makes `wanted`, or adds to it.

    A word alone takes in every step with this word, whatever activity it is in; with an activity and a name it is only
    that activity's result of this name.
    """
    return wanted in (made_by(activity, told), _by_name(activity, told))


def _by_name(activity: str, told: StepSummary) -> Made:
    return Made(made_by(activity, told).home, activity, told.result)


@kept_for_the_same
def _made_by_several(record: Record) -> dict[Made, list[Made]]:
    """By their word the results that several activities make, such as one and its copy: the latest first."""
    found: dict[Made, list[Made]] = {}
    for page in (page for visit in reversed(record.visits) for page in reversed(activity_pages(visit))):
        for told in page.steps:
            one, named = made_by(page.activity, told), _by_name(page.activity, told)
            if one in ON_PAPERS and named not in found.get(one, ()) and made(page, told.result):
                found.setdefault(one, []).append(named)
    return {one: several for one, several in found.items() if len(several) > 1}


def _others(record: Record, of: Iterable[Made]) -> tuple[Made, ...]:
    """Beside these the results of the same kinds, which other activities have made before."""
    several = _made_by_several(record)
    return tuple(other for one in of for other in several.get(one, ())[1:])


def by_its_activity(record: Record, one: Made) -> Made:
    """The same result, where several activities make such a thing, by the one that made it."""
    return next(iter(_made_by_several(record).get(one, ())), one)


class TakeHomePage(Struct, frozen=True):
    """A page of the child's: the picture that stands for it and its name among others, its title, and what is on it.

    `only_when_shown`: it is on no take-home paper unless the child has said that it is for its wall.
    """

    picture: str
    name: str
    made: tuple[Made, ...]
    only_when_shown: bool = False
    art: str = ""


PAGES = (  # the pages that have pictures of their own
    TakeHomePage("hopes-page", "Hopes", (HOPES,)),
    TakeHomePage("bother-page", "The bother", (BOTHER,), only_when_shown=True),
    TakeHomePage("calm-place-page", "My calm place", (PLACE,)),
    TakeHomePage("jars-page", "Goodbye jars", (JARS,)),
    TakeHomePage("journey-page", "Then and now", (THEN_AND_NOW,)),
    TakeHomePage("backpack-page", "Backpack", (BAG,)),
    TakeHomePage("pocket-plan-page", "Bumpy bit", (PLAN,)),
    TakeHomePage("stone-page", "Worry stone", (STONE,)),
    TakeHomePage("keepsake-page", "Keepsake", (KEEPSAKE,)),
)
STONES, KEEPSAKES = PAGES[-2:]  # in records of before both are one; the therapist's own cards stand on the latter
# The therapist's own cards, where the keepsake is the stone and stands on its page.
CARDS = TakeHomePage("cards-page", "Keepsake cards", (), art=KEEPSAKES.picture)


@kept_for_the_same
def all_pages(record: Record) -> tuple[TakeHomePage, ...]:
    """The pages that this child can have: ours, and one for each activity that makes a page of its own."""
    cards = tuple(one for one in results(record) if one.home == t.CARD)
    once = _stone_is_keepsake(record) and KEEPSAKES.picture not in _asked_of(record)
    ours = [replace(page, made=(*page.made, *_others(record, page.made))) for page in PAGES]
    keepsakes = replace(CARDS, made=_others(record, KEEPSAKES.made)) if once else ours[-1]
    return (*ours[:-1], replace(keepsakes, made=(*keepsakes.made, *cards)), *_own_pages(record))


def _stone_is_keepsake(record: Record) -> bool:
    """True where the child has taken its own stone for its keepsake: it is asked once about the one thing.

    In records of before it was asked of both pages; then the stricter answer holds for it.
    """
    stone, keepsake = ([o.id for o in chosen_as(record, one)] for one in (STONE, KEEPSAKE))
    return stone == keepsake != []


def _asked_of(record: Record) -> set[str]:
    """The pages of which the child was asked the last time."""
    asked = _asked(record)
    return {o.id for o in asked.offered} if asked else set()


@kept_for_the_same
def _asked(record: Record) -> StepSummary | None:
    """Where the child was asked the last time, with what it has said, then or before."""
    return next((told.as_it_lies for told in steps_resulting_in(reversed(record.visits), GOES_HOME)), None)


def _own_pages(record: Record) -> list[TakeHomePage]:
    """The cover stands for the page, as it does at the activity's stop."""
    stops = {stop.activity: stop for visit in record.visits for stop in visit.begun.stops}
    of: dict[str, list[Made]] = {}
    for one in results(record):
        if (one.home in t.ON_PAGE or (one.home == t.AGREED and _may_show(record))) and one.activity in stops:
            of.setdefault(one.activity, []).append(one)
    covers = ((stops[name], tuple(on_it)) for name, on_it in of.items())
    return [replace(_own(stop.activity, *on_it), name=stop.title, art=stop.cover) for stop, on_it in covers]


def _own(activity: str, *on_it: Made) -> TakeHomePage:
    asked = any(one.home == t.AGREED for one in on_it)
    return TakeHomePage(f"page-of-{activity}", "", on_it, only_when_shown=asked)


def _may_show(record: Record) -> bool:
    """True where the grown-up has said, the last time, that what is sensitive may be shown."""
    return record.visits[-1].begun.plan.may_show


def results(record: Record) -> tuple[Made, ...]:
    """Each result of which the record tells anything, once, in the order in which it was made."""
    seen = [page for visit in record.visits for page in activity_pages(visit)]
    others = {*_others(record, ON_PAPERS)}
    there = ((page.activity, told) for page in seen for told in page.steps if goes_home(record, page.activity, told))
    found = ((made_by(name, told), _by_name(name, told)) for name, told in there)
    return tuple(dict.fromkeys(named if named in others else one for one, named in found))


def with_something(record: Record) -> tuple[TakeHomePage, ...]:
    """The pages that have something on them."""
    there = set(results(record))
    return tuple(page for page in all_pages(record) if there.intersection(page.made))


def answers_given(record: Record) -> dict[str, str]:
    """What the child has said of its pages, the last time that it was asked: WALL or SLEEVE, by the page's picture."""
    asked = _asked(record)
    found = {} if asked is None else {o.id: spot for spot in (WALL, SLEEVE) for o in _laid(asked, spot)}
    if asked and KEEPSAKES.picture in found and all(o.id != STONES.picture for o in asked.offered):
        found[STONES.picture] = found[KEEPSAKES.picture]
    return found


def drawn(record: Record, spot: str) -> tuple[Offered, ...]:
    """What the child has drawn where it was asked last, and laid on WALL or SLEEVE."""
    asked = _asked(record)
    return tuple(o for o in _laid(asked, spot) if is_card(o.id) and isinstance(o.art, Picture)) if asked else ()


def _laid(asked: StepSummary, spot: str) -> tuple[Offered, ...]:
    rows = (row for row in asked.rows if row.how == CHOSEN and SPOTS.get(row.spot) == spot)
    return tuple(o for row in rows for o in row.pictures)


def sleeve_pages(record: Record) -> tuple[TakeHomePage, ...]:
    """The pages that are only for the child: they go home in the sleeve."""
    spots = answers_given(record)
    return tuple(page for page in with_something(record) if spots.get(page.picture) == SLEEVE)


def pages_with(record: Record, one: Made) -> tuple[TakeHomePage, ...]:
    """The pages on which this result stands, whether or not there is anything else on them."""
    if one.home in (*t.ON_PAGE, t.AGREED):
        return (_own(one.activity, one),)
    if one in (STONE, KEEPSAKE) and _stone_is_keepsake(record):
        return (STONES, KEEPSAKES)
    return tuple(page for page in all_pages(record) if one in page.made)


def may_go_home(record: Record, one: Made) -> bool:
    """True where nothing that the child has said keeps this result off a take-home paper."""
    if one.home == t.AGREED and not _may_show(record):
        return False
    spots, on = answers_given(record), pages_with(record, one)
    if any(spots.get(page.picture) == SLEEVE for page in on):
        return False
    return all(spots.get(page.picture) == WALL for page in on if page.only_when_shown)


def is_shown(record: Record, one: Made) -> bool:
    """True where the child has laid the page with this result on WALL."""
    return any(answers_given(record).get(page.picture) == WALL for page in pages_with(record, one))


def kept_art(record: Record) -> tuple[Art, ...]:
    """The pictures that stand on a page which the child keeps, in each look: another visit may have had the other."""
    secret = {one for page in sleeve_pages(record) for one in page.made}
    seen = [page for visit in record.visits for page in activity_pages(visit)]
    kept = [told for page in seen for told in page.steps if any(makes(page.activity, told, one) for one in secret)]
    arts = (o.art for told in kept for row in told.rows if row.how == CHOSEN for o in row.pictures)
    return tuple(look for art in arts for look in _in_each_look(art))


def _in_each_look(art: Art) -> tuple[Art, ...]:
    usual = art.removesuffix(QUIET) if isinstance(art, str) else ""
    return (usual, usual + QUIET) if usual else (art,)


def chosen_as(record: Record, wanted: Made) -> tuple[Offered, ...]:
    """A result as later steps have left it, from the latest visit that has anything of it; () where none has."""
    for number, visit in reversed(list(enumerate(record.visits, 1))):
        for page in reversed(activity_pages(visit)):
            if name := next((name for name in _names_of(page, wanted) if made(page, name)), ""):
                found = chosen(Record(record.visits[:number]), page.activity, name)
                return those_that_go_home(record, page.activity, name, found)
    return ()


def _names_of(page: ActivityPage, wanted: Made) -> list[str]:
    return [told.result for told in page.steps if makes(page.activity, told, wanted)]


def title_of(record: Record, wanted: Made) -> str:
    """The title of the activity that has made this result last; "" where none has."""
    wanted = by_its_activity(record, wanted)
    seen = (page for visit in reversed(record.visits) for page in activity_pages(visit))
    return next((page.title for page in seen if _names_of(page, wanted)), "")


def steps_resulting_in(visits: Iterable[Visit], wanted: Made) -> Iterator[StepSummary]:
    """The steps with this result and their screens, visit by visit."""
    for visit in visits:
        for page in activity_pages(visit, screens=True):
            yield from (told for told in page.steps if makes(page.activity, told, wanted))
