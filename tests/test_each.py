"""A check of many things as one test tells each that does not hold, and what is wrong with it."""

import pytest

from tests.support.each import for_each


def test_each_that_does_not_hold_is_named_with_what_is_wrong():
    @for_each([1, 2, 3, 4], lambda number: f"number {number}")
    def even(number):
        assert number % 2 == 0, f"{number} is odd"

    with pytest.raises(AssertionError) as told:
        even()
    assert [line.split(":")[0] for line in str(told.value).splitlines() if "is odd" in line] == ["number 1", "number 3"]
    assert for_each([2, 4])(lambda number: None)() is None
