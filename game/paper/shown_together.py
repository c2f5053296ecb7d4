"""What of the child's own things stands on the papers that show them together: the memory book and the life-story page.

A thing is known by the word of its file (`take home`), whatever activity makes it. Then and now and the pocket plan are
folded papers of their own.
"""

from game.core.events import StepSummary
from game.core.take_home import CARD, ON_PAGE
from game.play.consent import BAG, BOTHER, HOPES, JARS, KEEPSAKE, LEAF, PLACE, STONE, Made
from game.play.home_record import HomeRecord
from game.system.language import N_

TITLES = {
    HOPES: N_("What I hope for"),
    BOTHER: N_("My bother"),
    PLACE: N_("My calm place"),
    STONE: N_("My stone"),
    BAG: N_("My backpack"),
    JARS: N_("My goodbye jars"),
    KEEPSAKE: N_("My keepsake"),
    LEAF: N_("A leaf of mine stays on the tree"),
}


def shown_together(home: HomeRecord) -> dict[Made, str]:
    """What may be shown and its title: what has a place of its own on papers, then the pages and cards of others. Where
    several activities have made the same, each has the title of its activity.

    A stone that is the keepsake as well is there once.
    """
    stones = [home.art(made) for made in home.all_of(STONE)]
    there = ((made, title) for kind, title in TITLES.items() for made in home.all_of(kind))
    once = ((made, title) for made, title in there if made.home != KEEPSAKE.home or home.art(made) not in stones)
    mine = {made: home.among_others(made, title) for made, title in once}
    return mine | {made: home.called(made) for made in home.own(*ON_PAGE, CARD)}


def step_shown(home: HomeRecord, made: Made) -> StepSummary | None:
    """The step that tells what lay where: of hopes the first, else the last with all that was added."""
    return home.first(made) if made.home == HOPES.home else home.as_left(made)
