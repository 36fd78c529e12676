"""A plan as it is edited, and its amendment."""

import tomllib
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.sample.draft import Heading, Paragraph, Table, amend, items, plain_text, read_draft
from wenming.sample.rows import SampleError
from wenming.sample.source import load_plan

HEAD = """+++
number = "甲文明委〔2026〕1号"
issued_by = "甲县文明委"
issued_on = 2026-03-01
"""
FLAW = """[[flaws]]
kind = "no_owner"
quote = "修路"
note = "没有责任单位"
"""
TEXT = """+++

# 甲县方案

开头的话。

## 任务

### 道路

#### 修路

年底前修好。

#### 种树

种树100棵。

责任单位：县林业局

## 保障

有钱。

# 分工表

| 序号 | 任务 |
| 1 | 修路 |
| ^ | < |
"""
GOOD = HEAD + FLAW + TEXT
AMENDMENT: dict[str, Any] = tomllib.loads("""
number = "甲文明委〔2026〕5号"
issued_on = 2026-06-01
note = "（修订）"
drop = ["修路"]

[[change]]
item = "种树"
text = "种树200棵。"

[[add]]
after = "种树"
item = "种花"
text = "种花300盆。"
""")


def test_it_reads() -> None:
    draft = read_draft(GOOD)
    assert (draft.title, draft.note, draft.issued_on) == ("甲县方案", "", date(2026, 3, 1))
    assert draft.body[:3] == (Paragraph("开头的话。"), Heading(1, "任务"), Heading(2, "道路"))
    assert items(draft) == {
        "修路": (Paragraph("年底前修好。"),),
        "种树": (Paragraph("种树100棵。"), Paragraph("责任单位：县林业局")),
    }
    (attachment,) = draft.attachments
    assert attachment.title == "分工表"
    assert attachment.blocks == (Table((("序号", "任务"), ("1", "修路"), ("^", "<"))),)
    assert plain_text(draft).splitlines()[-5:] == ["分工表", "序号", "任务", "1", "修路"]


def test_an_amendment() -> None:
    before = read_draft(HEAD + FLAW.replace("修路", "年底前") + TEXT)
    after = amend(before, AMENDMENT)
    assert (after.note, after.number, after.issued_on) == ("（修订）", "甲文明委〔2026〕5号", date(2026, 6, 1))
    assert items(after) == {"种树": (Paragraph("种树200棵。"),), "种花": (Paragraph("种花300盆。"),)}
    assert after.body[-2:] == (Heading(1, "保障"), Paragraph("有钱。"))
    assert len(before.flaws) == 1
    assert after.flaws == ()  # its words went with the item


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (TEXT, "两行"),
        (GOOD.replace("# 甲县方案", "甲县方案"), "题名"),
        (HEAD + "+++\n", "没有题名"),
        (HEAD + "day = 3\n" + TEXT, "day"),
        (GOOD.replace('quote = "修路"', 'quote = "修桥"'), "修桥"),
        (GOOD.replace("| 1 | 修路 |", "| 1 |"), "格数"),
        (GOOD.replace("| 序号 |", "| ^ |"), "邻格"),
        (GOOD.replace("| 1 |", "| < |"), "邻格"),
    ],
)
def test_it_refuses(source: str, said: str) -> None:
    with pytest.raises(SampleError, match=said):
        read_draft(source)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"drop": ["修桥"]}, "“修桥”的条有0个"),
        ({"add": [{"after": "修桥", "item": "种草", "text": "种草。"}]}, "“修桥”的条有0个"),
        ({"change": [{"item": "修路", "text": "先修。"}]}, "“修路”的条有0个"),  # dropped above
        ({"drops": []}, "drops"),
    ],
)
def test_an_amendment_refused(change: dict[str, Any], said: str) -> None:
    with pytest.raises(SampleError, match=said):
        amend(read_draft(GOOD), AMENDMENT | change)


def test_two_items_of_one_name_cannot_be_amended() -> None:
    with pytest.raises(SampleError, match="“种树”的条有2个"):
        amend(read_draft(GOOD.replace("#### 修路", "#### 种树")), AMENDMENT | {"drop": []})


@given(st.data())
def test_dropping_items_leaves_the_others_as_they_were(data: st.DataObject) -> None:
    draft = load_plan()
    before = items(draft)
    dropped = data.draw(st.sets(st.sampled_from(sorted(before))))
    after = amend(draft, {"number": "1", "issued_on": date(2026, 7, 1), "note": "1", "drop": list(dropped)})
    assert list(items(after).items()) == [(name, blocks) for name, blocks in before.items() if name not in dropped]
