"""The contract of a mechanic: each file in `mechanics/` holds what `core/mechanic.py` names."""

from inspect import Parameter, signature

import pytest

from game.core.activity import MechanicStep, fields_of
from game.core.mechanic import Mechanic, Traits
from game.mechanics import card_mechanic, mechanic, names, traits

CALLED = ("touch", "after", "view", "demo", "demo_policy", "told")

each = pytest.mark.parametrize("name", names())


@each
def test_every_mechanic_keeps_the_contract(name):
    own = mechanic(name)
    assert isinstance(own, Mechanic)
    assert (
        issubclass(own.Step, MechanicStep) and own.Step.__struct_config__.frozen and own.State.__struct_config__.frozen
    )
    assert own.State() == own.State()
    for called in CALLED:
        assert _parameters(getattr(own, called)) == _parameters(getattr(Mechanic, called))[1:], called


def _parameters(function) -> list[tuple[str, bool]]:
    """The names, and whether each has a default."""
    return [(p.name, p.default is not Parameter.empty) for p in signature(function).parameters.values()]


def test_all_that_is_called_is_compared():
    assert {name for name, value in vars(Mechanic).items() if callable(value) and not name.startswith("_")} == {*CALLED}


@each
def test_a_step_has_a_field_of_its_mechanic_s_name_and_pairs_only_fields_that_there_are(name):
    own = mechanic(name).Step
    fields = {field.name for field in fields_of(own)}
    assert name in fields
    pairs = (*own.ONLY_WITH, *own.NO_MORE_THAN)
    assert {*own.ONE_OF, *(field for pair in pairs for field in pair)} <= fields


@each
def test_a_heading_is_a_word_of_its_own_for_what_is_done(name):
    headings = [traits(other).heading for other in names()]
    assert traits(name).heading.isalpha() and headings.count(traits(name).heading) == 1


def test_of_a_mechanic_whose_file_is_gone_nothing_is_known_but_its_name():
    assert traits("sing") == Traits("Sing")


def test_one_mechanic_draws_blank_cards():
    assert [name for name in names() if traits(name).draws_cards] == [card_mechanic()]
