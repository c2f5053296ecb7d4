"""Records in two places, for the tests that bring them from one to the other."""

import pytest

from game.records.store import Store


@pytest.fixture
def here(tmp_path) -> Store:
    return Store(tmp_path / "here")


@pytest.fixture
def there(tmp_path) -> Store:
    return Store(tmp_path / "there")
