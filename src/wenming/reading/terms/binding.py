"""Which amounts bind: not those that sum up a list, set a condition, name a rate, a weight or points, or describe a thing."""

import re
from collections.abc import Sequence

from wenming.reading.terms.amounts import EVENTS, Found
from wenming.reading.terms.clauses import clause_after, clause_before, clause_end

_SUM = re.compile(r"(?:方面|层面|维度|环节|阶段|步骤|大(?!型)|档|级)")
_CONCEPT = re.compile(r"(?:体系|机制|平面|关系|结合|转变|问题|关键|关口|重点|目标|要求|原则|部分|领域|中心环节|活动|[一二三四五六七八九十])")
_HOLD = re.compile(r"(?:举办|开展|组织|召开|进行|举行|安排|演出|放映|受到|接受|参加|集中|开办|办好?|召集|不少于|演练|培训|评选)[^,;。、\n]{0,3}$")
_MAKE = re.compile(
    r"(?:建设|打造|培育|组织|推动|推进|协助|完善|创建|建成|新建|建立|选择|选取|选派|评选|表彰|命名|树立|扶持|引进|创作|编排|推出|完成)(?:和推[动进])?$"
)
_SOME = frozenset(("个", "家", "所", "名", "座", "处", "支", "户", "篇", "部", "件", "条", "人", "位", "间", "台", "套"))
_ONLY_MARKED = frozenset("M G T 成 字 倍".split())
_ONE = re.compile(r"(?:新建|配备|明确|确定|建成|选派|设立|落实)$")
_POINTS = re.compile(r"[^;。\n]{0,14}?(?:扣|得|加|计|减)[0-9]{1,3}(?:\.[0-9])?分")
_TOPIC = re.compile(r"^(?:其中)?(?:针对|围绕|依托|根据)")
_DOING = re.compile(r"建设|打造|培育|形成|实施|开展|推进|谋划|完成|建立|组建|配备")
_START = re.compile(r"(?:左右)?(?:提高|提升|增加|增长|扩大|上升|降低|下降|减少|压缩|压减|降|减|增|升)(?:到|至|为)")
_ABOUT = re.compile(r"^(?:其中)?(?:对|对于|凡|凡是|鼓励|支持)")
_GRANT = re.compile(r"给予|奖励|奖补|补助|补贴|按照?|提供|安排")
_POPULATION = re.compile(r"的?(?:自然|行政|建制)?村|的?社区|的?小区|的?企业")
_NAMED = re.compile(
    r"(?:前|第|跑|版本|TOP|[新同这另再上下]|每|每(?:新?认定|新增|新?引进|增加|新?培育|完成|建成|提高|高于|低于|超过?|下降|减少|出现|发现|多|少)[^,。;]{0,4})$"
)
_SINCE = re.compile(r"^自[^,。;]*$")


def binds(text: str, amounts: Sequence[Found], k: int) -> bool:
    """Whether the k-th of the ``amounts`` of ``text`` binds somebody; the rules below say when it does not."""
    found = amounts[k]
    before, after = clause_before(text, found.start), clause_after(text, found.end)
    if _NAMED.search(text, max(0, found.number_at - 8), found.number_at):
        return False
    if _is_weight(text, found) or _POINTS.match(text, found.end):
        return False
    if _START.match(text, found.end) and re.search("[由从]", before):
        return False
    if is_condition(text, before, after, found.end) or _describes(text, amounts, k, after):
        return False
    return found.is_marked or _is_count(text, found)


def is_condition(text: str, before: str, after: str, end: int) -> bool:
    """A threshold that only says who is meant: 年销售额达到2000万元的, · 对连续经营3年以上的企业, · 围绕37条产业链, · 自…起."""
    close = clause_end(text, end)
    if after.endswith("的") and text[close : close + 1] == ",":
        return True
    if (_TOPIC.match(before) and not _DOING.search(before)) or (_SINCE.match(before) and after.endswith("起")):
        return True
    return bool(_ABOUT.match(before)) and "的" in after and not _GRANT.search(before)


def _describes(text: str, amounts: Sequence[Found], k: int, after: str) -> bool:
    """An amount inside the name of what is counted: 培育[产值过10亿元]企业20家, 建成5个[投资过亿元]的园区."""
    found = amounts[k]
    if _POPULATION.match(text, found.end) and found.amount.max is None and found.amount.unit in ("人", "户"):
        return True
    if not (found.is_money or found.amount.unit == "%"):
        return False
    near = amounts[k + 1] if k + 1 < len(amounts) else None
    if found.is_money and near and near.start - found.end <= 12 and not re.search(r"[,;。、:()\n和]", text[found.end : near.start]):
        return not near.is_money and near.amount.unit != "%"
    last = amounts[k - 1] if k else None
    return bool(
        last
        and not last.is_money
        and not last.is_time
        and last.amount.unit != "%"
        and found.start - last.end <= 16
        and not re.search(r"[,;。、:()\n]", text[last.end : found.start])
        and re.match(r"的|[^,。;、()]{1,8}$", after)
    )


def _is_weight(text: str, found: Found) -> bool:
    """(60%): a share that stands alone in brackets weighs something."""
    alone = text[found.start - 1 : found.start] == "(" and text[found.end : found.end + 1] == ")"
    return alone and found.amount.unit == "%"


def _is_count(text: str, found: Found) -> bool:
    """A bare digit counts unless it sums up a list (3个方面); a Chinese numeral needs its verb (举办一次, 推动两个…)."""
    if _SUM.match(text, found.end) or found.amount.unit in _ONLY_MARKED:
        return False
    if not found.is_chinese:
        return True
    if found.amount.unit in EVENTS:
        return bool(_HOLD.search(text, max(0, found.start - 8), found.start))
    if found.amount.unit not in _SOME or text[found.number_at] == "半" or _CONCEPT.match(text, found.end):
        return False
    verb = _ONE if text[found.number_at] == "一" else _MAKE
    return bool(verb.search(text, max(0, found.start - 6), found.start))
