"""A paper of one thing, for each of several: where an activity and its copy have both made such a thing."""

from collections.abc import Callable

from msgspec.structs import replace

from game.art.renderer import Renderer
from game.paper import words
from game.paper.options import PaperOptions
from game.paper.typst_press import Sheet
from game.play.consent import Made
from game.play.home_record import HomeRecord
from game.system.language import Translate
from game.system.language import words as words_of

Make = Callable[[HomeRecord, Renderer, PaperOptions], Sheet | None]


def each_of_several(
    shown: tuple[Made, ...], make: Make, home: HomeRecord, renderer: Renderer, options: PaperOptions
) -> tuple[Sheet, ...]:
    """The paper that shows these; a sheet for each where its thing is there several times, by the activity's title."""
    several = home.all_of(shown[0]) if len(shown) == 1 else ()
    if len(several) < 2:
        return tuple(filter(None, (make(home, renderer, options),)))
    alone = ((one, replace(home, results=home.results | {shown[0]: home.results[one]})) for one in several)
    made = ((home.title(one), make(here, renderer, options)) for one, here in alone)
    return tuple(_titled(sheet, title, options) for title, sheet in made if sheet)


def _titled(sheet: Sheet, title: str, options: PaperOptions) -> Sheet:
    data = sheet.data | _with_title(sheet.data, title, words_of(options.language))
    if second := data.get("second"):
        data |= {"second": second | _with_title(second, title, words_of(options.second))}
    return replace(sheet, data=data)


def _with_title(data: dict, activity: str, _: Translate) -> dict:
    """The title of the page, and behind it that of the activity where it is another."""
    title, place = data["title"], words.localized(activity, _)
    return {"title": title if place == title else _("{done} ({place})").format(done=title, place=place)}
