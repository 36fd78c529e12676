"""What stands beside the items."""

import pytest

from wenming.reading.structure.closing import is_closing, is_note


@pytest.mark.parametrize(
    "line",
    [
        "2027年5月4日",
        "石桥镇党政办公室        2027年5月4日印发",
        "二〇二七年五月四日",
        "附件：名单",
        "特此通知。",
        "附件2",
        "附：",
        "抄送：县委办",
        "（此件公开发布）",
        "（联系人：王某）",
        "政策问答",
        "政策解读：",
        "问：企业怎样申报？",
    ],
)
def test_closing(line: str) -> None:
    assert is_closing(line, 0, len(line))


@pytest.mark.parametrize(
    "line", ["2027年5月4日前完成", "附近社区要清理楼道", "县文明办", "一、任务", "问：", "开展政策问答"]
)
def test_not_closing(line: str) -> None:
    assert not is_closing(line, 0, len(line))


def test_a_signature_stands_above_its_date() -> None:
    text = "县文明办\n2027年5月4日"
    assert is_closing(text, 0, 4)


@pytest.mark.parametrize(("line", "note"), [("注：1.本表由县文明办汇总", True), ("说明：", True), ("注重实效", False)])
def test_notes(line: str, *, note: bool) -> None:
    assert is_note(line, 0, len(line)) is note
