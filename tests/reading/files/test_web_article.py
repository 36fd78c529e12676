"""Ten layouts of the web pages that government sites, forums and word processors make."""

import pytest

from wenming.reading.files.web_page import read_markup

FIRST = "为巩固创建成果，推动城市管理常态长效，结合本县实际，制定本方案。"
AIM = "一、工作目标"
TASK = "（一）整治背街小巷。对四十二条背街小巷逐条建账，每季度夜查一次，年底前亮灯率达到95%以上。"
OWNER = "（责任单位：县住建局、县城管局，各乡镇）"
TITLE = "青石县文明城市常态长效管理实施方案"
ARTICLE = [FIRST, AIM, TASK, OWNER]
MENU = '<a href="/">首页</a><a href="/zw">政务公开</a><a href="/fw">办事服务</a><a href="/hd">互动交流</a>'


def paragraphs(tag: str = "p") -> str:
    return "".join(f"<{tag}>{line}</{tag}>" for line in ARTICLE)


def page(body: str, *, title: str = f"{TITLE}_青石县人民政府") -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title><style>p{{}}</style></head><body>{body}</body></html>"


def breaks(indent: str) -> str:
    return "<br/>".join(indent + line for line in ARTICLE)


SIDE = "<table><tr><td><a href='/a'>机构</a></td></tr><tr><td><a href='/b'>文件</a></td></tr></table>"
BUTTONS = "<p><a href='javascript:x'>【打印】</a><a href='javascript:y'>【关闭】</a></p><button>下载</button>"
RELATED = "<ul><li><a href=/1>相关文件一</a></li><li><a href=/2>相关文件二</a></li></ul>"
NAMED = "<a name='OLE_LINK1'></a>"

# name: the body of a page, each of whose articles is TITLE and ARTICLE
LAYOUTS = {
    "tables lay the page out": (
        f"<table><tr><td>{MENU}</td></tr></table><table width=980><tr><td width=200>{SIDE}</td><td><table>"
        f"<tr><td class=bt>{TITLE}</td></tr><tr><td>{paragraphs()}</td></tr></table></td></tr></table>"
        "<table><tr><td>版权所有 青石县</td></tr></table>"
    ),
    "divs in divs": (
        f"<div class=top><div><div>{MENU}</div></div></div><div><div><div><h1>{TITLE}</h1>"
        f"<div class=info><span>来源：县文明办</span></div><div id=UCAP-CONTENT>{paragraphs('div')}</div></div></div>"
        "</div><div class=footer>版权所有</div>"
    ),
    "lines parted by br, indented by spaces": (
        f"<div id=nav>{MENU}</div><div align=center><strong>{TITLE}</strong></div>"
        f"<div id=zoom>{breaks('&emsp;&emsp;')}</div>"
    ),
    "a form around the page": (
        f"<form action=x method=post><div>{MENU}</div><h2>{TITLE}</h2><font size=3>{breaks('　　')}</font>"
        "<input type=hidden value=abc></form>"
    ),
    "semantic tags": (
        f"<header>{MENU}</header><nav><ul><li><a href=/>首页</a></li></ul></nav><main><article><h1>{TITLE}</h1>"
        f"{paragraphs()}</article><aside><p>相关阅读：城乡环境整治工作启动，各地积极行动。</p></aside></main>"
        "<footer><p>主办：青石县</p></footer>"
    ),
    "share bar, print buttons, related links": (
        f"<h1>{TITLE}</h1><div class='share-box'>分享到：<a href=x>微信</a></div>{paragraphs()}{BUTTONS}"
        f"<div class='related'>{RELATED}</div>"
    ),
    "saved by a word processor": (
        f"<div class=WordSection1><p class=MsoNormal align=center><b><span>{TITLE}</span></b></p>"
        + "".join(
            f"<p class=MsoNormal>{NAMED}<span>{line[:9]}</span><span lang=EN-US><o:p></o:p></span>{line[9:]}</p>"
            for line in ARTICLE
        )
        + "</div>"
    ),
    "hidden blocks and a breadcrumb": (
        f"<div class=crumbs>您的位置：{MENU}</div><h1>{TITLE}</h1><div>{paragraphs()}"
        "<span style='display:none'>来自某网站</span><div hidden>隐藏</div></div>"
    ),
    "an article in two blocks": (
        f"<dl><dt>{TITLE}</dt><dd>{FIRST}</dd></dl><section><h2>{AIM}</h2><p>{TASK}</p><p>{OWNER}</p></section>"
    ),
    "an article whose block is named after printing": (
        f"<div class='content print-area' id=printContent><h3>{TITLE}</h3>{paragraphs()}</div>"
    ),
}


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_the_article_of_each_layout(body: str) -> None:
    assert read_markup(page(body)).split("\n") == [TITLE, *ARTICLE]


def test_text_around_the_article_is_kept() -> None:
    body = f"<h1>{TITLE}</h1><div>{paragraphs() * 3}</div><div><p>附则由县文明办负责解释。</p></div><div>第二版</div>"
    assert read_markup(page(body)).split("\n") == [TITLE, *ARTICLE * 3, "附则由县文明办负责解释。"]


def test_a_table_after_the_article_is_kept() -> None:
    rows = "<tr><td>序号</td><td>任务</td></tr><tr><td>1</td><td>整治</td></tr>"
    body = f"<div>{paragraphs() * 3}</div><div><table>{rows}</table></div>"
    assert read_markup(page(body)).split("\n")[-2:] == ["序号\t任务", "1\t整治"]


def test_links_in_sentences_are_kept() -> None:
    line = "按照<a href=/x>《青石县文明行为促进办法》</a>执行，各单位每月自查一次。"
    body = f"{paragraphs()}<p>{line}</p>"
    assert "按照《青石县文明行为促进办法》执行，各单位每月自查一次。" in read_markup(page(body))


@pytest.mark.parametrize(
    "markup", ["", "<html></html>", "<body> </body>", page("<nav>首页</nav>", title=""), "<!-- -->"]
)
def test_pages_without_an_article(markup: str) -> None:
    assert read_markup(markup) in {"", "首页"}
