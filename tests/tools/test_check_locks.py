"""Lock files name public registries only."""

import pytest

from tools.check_locks import strange_addresses


@pytest.mark.parametrize(
    "line",
    [
        'source = { registry = "https://pypi.org/simple" }',
        'wheels = [{ url = "https://files.pythonhosted.org/packages/a.whl" }]',
        '"resolved": "https://registry.npmjs.org/esbuild/-/esbuild.tgz"',
    ],
)
def test_public_registries_pass(line: str) -> None:
    assert strange_addresses(line) == []


@pytest.mark.parametrize(
    "address", ["https://mirror.example/simple", "file:///opt/simple", "https://pypi.org.evil.example/"]
)
def test_another_host_is_found(address: str) -> None:
    assert strange_addresses(f'source = {{ registry = "{address}" }}') == [address]
