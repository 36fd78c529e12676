"""The examples in docstrings say what the code does."""

import doctest
import importlib
from pathlib import Path

import pytest

import wenming

_ROOT = Path(wenming.__file__).parent
WITH_EXAMPLES = [
    ".".join(path.relative_to(_ROOT.parent).with_suffix("").parts)
    for path in sorted(_ROOT.rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples(name: str) -> None:
    module = importlib.import_module(name.removesuffix(".__init__"))
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed
