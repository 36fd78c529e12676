"""One value, and a table, as they are entered."""

from decimal import Decimal
from fractions import Fraction

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from tests.plans.making import make_unit
from wenming.rules.scoring.model import Node
from wenming.rules.scoring.scoring_rules import Deduct, Grade, MeanOfSites, Rule
from wenming.scores.values.forms import MOST_BYTES, TableForm, ValueForm

pytestmark = pytest.mark.django_db
METHODS = ("问卷调查", "实地考察")
GRADES = Grade((("A", Fraction(1)), ("B", Fraction(1, 2))))


def form(rule: Rule, said: dict[str, object], methods: tuple[str, ...] = ()) -> ValueForm:
    return ValueForm({"site": "", "note": "", **said}, leaf=Node("1", rule=rule, methods=methods))


def test_a_share_a_figure_and_a_grade() -> None:
    town = make_unit("文昌街道")
    share = form(MeanOfSites(), {"value": "0.5", "territory": town.pk, "site": "文昌路"})
    assert share.is_valid()
    assert (share.seen.value, share.seen.territory, share.seen.site) == (Decimal("0.5"), town, "文昌路")
    figure = form(Deduct(Fraction(1)), {"value": "12"})
    assert figure.is_valid()
    graded = form(GRADES, {"grade": "B"})
    assert graded.is_valid()
    assert (graded.seen.grade, graded.seen.value) == ("B", Decimal(0))


@pytest.mark.parametrize(
    ("rule", "said", "words"),
    [
        (MeanOfSites(), {"value": "2"}, "请写 0 到 1 之间的数"),
        (MeanOfSites(), {"value": "很好"}, "不是数"),
        (MeanOfSites(), {"value": ""}, "不是数"),
        (Deduct(Fraction(1)), {"value": "1e15"}, "太大"),
        (GRADES, {"grade": "Z"}, "请"),
        (GRADES, {}, "请"),
    ],
)
def test_what_the_rule_does_not_take(rule: Rule, said: dict[str, object], words: str) -> None:
    wrong = form(rule, said)
    assert not wrong.is_valid()
    assert words in str(wrong.errors)


def test_one_of_several_methods_is_said() -> None:
    assert not form(MeanOfSites(), {"value": "1"}, METHODS).is_valid()
    good = form(MeanOfSites(), {"value": "1", "method": "问卷调查"}, METHODS)
    assert good.is_valid()
    assert good.seen.method == "问卷调查"


@pytest.mark.parametrize(("name", "size"), [("a.pdf", 9), ("a.csv", MOST_BYTES + 1)])
def test_what_is_no_table(name: str, size: int) -> None:
    file = SimpleUploadedFile(name, b"x")
    file.size = size
    assert not TableForm(files=MultiValueDict({"file": [file]})).is_valid()
