"""What is said to people."""

import ast
import inspect

import pytest
from django.utils.translation import override

from wenming.work.evidence import kinds, words
from wenming.work.evidence.marks import Mark, MarkKind
from wenming.work.models import EvidenceKind


def codes() -> set[str]:
    """The codes with which files are refused."""
    raised = {
        node.args[0].value
        for node in ast.walk(ast.parse(inspect.getsource(kinds)))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "Refused"
        and isinstance(node.args[0], ast.Constant)
    }
    return {str(code) for code in raised} | set(kinds._CODES.values())


def test_every_refusal_has_its_sentence() -> None:
    assert codes() >= {"page", "damaged"}
    for code in codes() | {"too_large", "video_too_large", "two_kinds", "unknown"}:
        assert words.refusal(code).endswith("。")
    assert words.named_refusal("a.svg", "page").startswith("“a.svg”是网页")


def test_problems() -> None:
    assert words.problem("") == ""
    assert words.problem("locked") == "文件有密码，没有做预览。"
    assert words.problem("something new") == words.problem("damaged")


@pytest.mark.parametrize("kind", EvidenceKind.values)
def test_every_kind_has_its_drawing(kind: str) -> None:
    assert words.icon_of(kind)


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        (Mark(MarkKind.BEFORE, 3), "照片的时间比登记的时间早 3 天"),
        (Mark(MarkKind.AFTER, 1), "照片的时间比登记的时间晚 1 天"),
        (Mark(MarkKind.AHEAD, 2), "照片的时间比上传的时间还晚 2 天，相机的时钟可能不准"),
        (Mark(MarkKind.APART, 5432), "和同一记录的其他照片相距 5.4 公里"),
    ],
)
def test_marks(mark: Mark, said: str) -> None:
    with override("zh-hans"):
        assert words.mark_words(mark) == said
