"""The list of all papers: those for which there is something, then the others, softer, and why there is nothing."""

from collections.abc import Callable

from game.desk.form import Button, Item, Text
from game.desk.messages import ChoosePaper
from game.paper.paper_set import ALL_PAPERS
from game.system.language import Translate


def paper_list(_: Translate, why_not: dict[str, str], chosen: str, page: Callable[[str], bytes]) -> tuple[Item, ...]:
    """Buttons in the order of the table: first what can be made, each with its small `page`; then each reason, above
    the papers that it is for.
    """
    there: list[Item] = [_button(_, name, chosen, page(name)) for name, why in why_not.items() if not why]
    missing: dict[str, list[Item]] = {}
    for name, why in why_not.items():
        if why:
            missing.setdefault(why, [Text(_(why), "small", "soft")]).append(_button(_, name, chosen, None))
    return (*there, *(item for some in missing.values() for item in some))


def _button(_: Translate, name: str, chosen: str, page: bytes | None) -> Button:
    title = _(ALL_PAPERS[name].title)
    return Button(ChoosePaper(name), title, "item", name == chosen, faint=page is None, page=page)
