"""What is drawn on blank cards: each card is a picture of its own, wherever it comes from."""

import pytest

from game.core.activity import BLANK
from game.core.ids import Option
from game.core.table import CHOSEN
from game.play import screens
from tests.support.story import Story, read_activities

FIRST = f"  - choose: thing\n    pictures: [{BLANK}, kite]\n"
NEXT = f"  - choose: best\n    pictures: [{BLANK}, star]\n    from: first.thing\n    up to: any\n"


def draw_a_card(story: Story, crayon: str) -> None:
    story.tap(BLANK)
    story.tap(crayon)
    story.choose(1)
    story.tap(screens.ONWARD)


@pytest.mark.parametrize("later", [False, True], ids=["drawn before", "drawn after"])
def test_a_card_from_elsewhere_is_not_mixed_up_with_a_card_of_the_step(tmp_path, later):
    with Story(loaded=read_activities(tmp_path, first=FIRST, next=NEXT)) as story:
        if later:
            story.go("next")
            draw_a_card(story, "crayon-rose")
            (own,) = [option.means for option in story.options() if option.means != Option("star")]
            story.tap(own)
        story.go("first")
        draw_a_card(story, "crayon-leaf")
        story.tap("card-101")
        story.go("next")
        if not later:
            draw_a_card(story, "crayon-rose")
        cards = [option.means for option in story.options() if option.means != Option("star")]
        assert len(set(cards)) == len(cards) == 2
        for card in cards:
            if not later or card != own:
                story.tap(card)
        (row,) = [row for row in story.rows if row.how == CHOSEN]
        assert len({o.art for o in row.pictures}) == 2 and story.visit.failures == ()


def test_a_card_that_was_chosen_lies_there_once_when_the_activity_is_opened_again(tmp_path):
    with Story(loaded=read_activities(tmp_path, first=FIRST)) as story:
        story.go("first")
        draw_a_card(story, "crayon-leaf")
        story.tap("card-101")
        story.go("first")
        assert [o.id for o in story.here.table.offered + story.here.table.beside] == ["kite", "card-101", BLANK]
