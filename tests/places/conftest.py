"""What every test of this room may use."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """What one test counted is not another's: their databases begin alike."""
    cache.clear()
