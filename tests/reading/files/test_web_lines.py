import pytest

from wenming.reading.files.web_lines import lines_of
from wenming.reading.files.web_page import parse


def texts(body: str) -> list[str]:
    return [line.text for line in lines_of(parse(f"<html><body>{body}</body></html>"))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>甲<b>乙</b>丙</p>丁", ["甲乙丙", "丁"]),
        ("甲<br>乙<br/><br>丙", ["甲", "乙", "丙"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("<p>文明\n  城市 is\n good</p>", ["文明城市 is good"]),
        ("<p>&emsp;&emsp;甲&nbsp;&nbsp;乙　　丙</p>", ["甲 乙 丙"]),
        ("<pre>甲\n  乙</pre>", ["甲", "乙"]),
        ("<ol><li>甲</li><li>乙</li></ol>", ["1.甲", "2.乙"]),
        ("<ol start=3 type=A><li>甲</li><li value=7>乙</li><li>丙</li></ol>", ["C.甲", "G.乙", "H.丙"]),
        ("<ol><li>甲<ol><li>子</li></ol></li><li>乙</li></ol>", ["1.甲", "1.子", "2.乙"]),
        ("<ul><li>甲</li></ul><li>散</li>", ["甲", "散"]),
        ("<ol><li><p>甲</p></li><li>\n<div> <b>乙</b></div></li></ol>", ["1.甲", "2.乙"]),
        ("<ol><li></li></ol>甲", ["甲"]),
        ("甲<script>x</script>乙<style>y</style>丙", ["甲乙丙"]),
        ("甲<span style='display: none'>广告</span>乙", ["甲乙"]),
        ("甲<i aria-hidden=true>图</i>乙<b hidden>丙</b>", ["甲乙"]),
        ("<select><option>选项</select><textarea>输入</textarea>甲", ["甲"]),
    ],
)
def test_lines(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><th>序号<th>任务<tr><td>1<td>整治", ["序号\t任务", "1\t整治"]),
        ("<tr><td>甲<td rowspan=2>乙<tr><td>丙", ["甲\t乙", "丙\t乙"]),
        ("<tr><td rowspan=2>甲<td rowspan=2>乙<td>1<tr><td>2", ["甲\t乙\t1", "甲\t乙\t2"]),
        ("<tr><td colspan=2>题<tr><td>甲<td>乙", ["题", "甲\t乙"]),
        (
            "<tr><td rowspan=2>务<td colspan=2>责<tr><td>牵<td>配<tr><td>1<td>2<td>3",
            ["务\t牵责\t配责", "1\t2\t3"],
        ),
        ("<tr><td><p>上</p><p>下</p><td>乙<tr><td>丙<td>丁", ["上 下\t乙", "丙\t丁"]),
        ("<thead><tr><td>甲<td>乙<tbody><tr><td>丙<td>丁", ["甲\t乙", "丙\t丁"]),
        ("<tr style='display:none'><td>甲<td>乙<tr><td>丙<td>丁", ["丙\t丁"]),
        ("<tr><td rowspan=x colspan=0>甲<td>乙<tr><td>丙<td>丁", ["甲\t乙", "丙\t丁"]),
        ("<tr><td>左<td>右", ["左", "右"]),
        ("<tr><td>甲<tr><td>乙", ["甲", "乙"]),
        ("<tr><td><h2>题</h2><td>右<tr><td>左<td>右", ["题", "右", "左", "右"]),
        (f"<tr><td>{'文' * 4000}<td>右<tr><td>左<td>右", ["文" * 4000, "右", "左", "右"]),
    ],
)
def test_tables(rows: str, expected: list[str]) -> None:
    assert texts(f"<table>{rows}</table>") == expected


def test_a_table_in_a_table_that_lays_out() -> None:
    inner = "<table><tr><td>序号<td>任务</tr><tr><td>1<td>整治</tr></table>"
    assert texts(f"<table><tr><td>左<td>前{inner}后</table>") == ["左", "前", "序号\t任务", "1\t整治", "后"]


def test_links_are_counted() -> None:
    lines = lines_of(parse("<p>见<a href=/x>附件</a></p><p><a name=y>书签</a><a href='#z'>页内</a></p>"))
    assert [(line.text, line.linked) for line in lines] == [("见附件", 2), ("书签页内", 0)]
