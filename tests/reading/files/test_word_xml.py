import pytest
from lxml import etree

from tests.reading.files.making import W_NAMESPACES
from wenming.reading.files.word_xml import W, attribute, child, is_on, number


def element(content: str) -> etree._Element:
    return etree.fromstring(f"<w:rPr {W_NAMESPACES}>{content}</w:rPr>")


def test_child_and_attribute() -> None:
    properties = element('<w:b/><w:i w:val="x"/>')
    found = child(properties, "i")
    assert found is not None
    assert found.tag == W + "i"
    assert attribute(properties, "i") == "x"
    assert attribute(properties, "b") is None
    assert child(properties, "u") is None
    assert child(None, "u") is None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<w:vanish/>", True),
        ('<w:vanish w:val="1"/>', True),
        ('<w:vanish w:val="0"/>', False),
        ('<w:vanish w:val="false"/>', False),
        ('<w:vanish w:val="off"/>', False),
        ("", None),
    ],
)
def test_a_switch(content: str, expected: bool | None) -> None:
    assert is_on(element(content), "vanish") is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("3", 3), ("-1", -1), ("x", None), ("", None), (None, None), ("9" * 5000, None), ("1.5", None)],
)
def test_a_number(value: str | None, expected: int | None) -> None:
    assert number(value) == expected
