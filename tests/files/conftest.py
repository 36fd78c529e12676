"""The S3 server of these tests."""

from collections.abc import Iterator

import pytest

from tests.files.s3_server import Server, swift


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One for all tests of this folder."""
    with swift() as running:
        yield running
