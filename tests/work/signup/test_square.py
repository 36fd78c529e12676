"""The square is a picture without anything that runs."""

import base64

from lxml.etree import fromstring

from wenming.work.signup.square import square_of


def test_it_is_one_path_and_differs_by_address() -> None:
    one, other = (square_of(f"https://wenming.example/s/{code}/") for code in ("7KQM3P", "7KQM3Q"))
    head, _comma, body = one.partition(",")
    drawing = fromstring(base64.b64decode(body))
    assert head == "data:image/svg+xml;base64"
    assert [child.tag.rpartition("}")[2] for child in drawing] == ["rect", "path"]
    assert one != other
