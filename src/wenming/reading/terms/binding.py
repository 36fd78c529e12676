"""Which amounts bind: not those that sum up a list, set a condition, name a rate, weigh or describe something."""

import re
from collections.abc import Sequence

from wenming.reading.terms.amounts import Found
from wenming.reading.terms.clauses import clause_after, clause_before, clause_end
from wenming.reading.terms.measuring_units import EVENTS
from wenming.reading.terms.wordlists import alternatives

_SUM = re.compile(r"方面|层面|维度|环节|阶段|步骤|大(?!型)|档|级")
_TASKS = re.compile(r"(?:[一-鿿]{2})?(?:任务|举措|指标|功能)(?=[,;。、)]|$)")  # 明确12项任务
_ENUMERATED = re.compile(r"(?:[^,。;、0-9\n]{1,8}、){2}[^,。;、0-9\n]{1,8}$")  # 电话、微信、现场3种
_DONE = re.compile("完成|落实|办[理结]|新增|取消")
_CONCEPT = re.compile(
    r"体系|机制|平面|关系|结合|转变|问题|关键|关口|重点|目标|要求|原则|部分|领域|活动|中心环节"
    r"|[一二三四五六七八九十]"
)
_HOLDING = """
    举办 开展 组织 召开 进行 举行 安排 演出 放映 受到 接受 参加 开办 办 办好 搞 搞好 召集 演练 培训 评选
"""
_MAKING = """
    建设 打造 培育 组织 推动 推进 协助 完善 创建 建成 新建 建立 选择 选取 选派 评选 表彰 命名 树立 扶持 引进
    创作 编排 推出 完成 组成 组建 共建
"""
_HOLD = re.compile(rf"(?:{alternatives(_HOLDING)})[^,;。、\n]{{0,3}}$")
_MAKE = re.compile(rf"(?:{alternatives(_MAKING)})(?:和推[动进])?$")
_HOLD_OR_MAKE = re.compile(rf"(?:{alternatives(_HOLDING + _MAKING)})[^,;。\n]{{2,40}}(?<![、了各每第共]).$")
_IN_COURSES = re.compile("[班课营刊坛训]")  # 培训班两期, but 污水处理厂二期
_CLAUSE_ENDS = re.compile(r"[,;。、)\n]|$")
_PROVIDE = re.compile(
    r"(?:新建|增设|增配|配备|配置|安装|聘请|指定|选定|推选|明确|确定|建成|选派|设立|落实|结对|每[校村户班站所县])$"
)
_COUNTABLE = frozenset("个家所名座处支户篇部件条人位间台套")
_BUILD = re.compile("(?:建设|修建|新增|设置|开通|打通|张贴|悬挂)$")
_PLACES = frozenset("座处所条栋幢间台辆张块幅")
_ONLY_MARKED = frozenset("MGT成字倍")

_NOT_NEW = re.compile(r"[新同这另再上下]$")
_RANKED = re.compile(r"(?:(?<![底末月日年之以节])前|排名后|跑|版本|TOP|(?<=分)[抵兑换折])$")
_RATE = re.compile(
    r"每隔?(?:(?:新?认定|创建|评上|新增|新?引进|增加|新?培育|完成|建成|提高|高于|低于|超过?|下降|减少|出现|发现|多|少)"
    r"[^,。;]{0,4})?$"
)
_POINTS = re.compile(r"[^;。\n]{0,14}?(?:扣|得|加|计|减)[0-9]{1,3}(?:\.[0-9])?分")
_CHANGE = re.compile(r"(?:左右)?(?:提高|提升|增加|增长|扩大|上升|降低|下降|减少|压缩|压减|降|减|增|升)(?:到|至|为)")

_TOLD_OF = re.compile(
    r"下设|内设|分设|涉及[^0-9]{0,8}$|(?:^|[、为对在将把])(?:以上|上述)$|的[^,。;0-9]{1,8}共计?$|每隔?[0-9]+(?:米|公里)[^,]{0,4}$"
)
_OVER_AND_OVER = re.compile(r"(?:连续|累计|位列后|^后)$")
_PARTNERS = re.compile("(?:[^,。;]{0,4})(?:部门|单位|委办局|机关)")
_POST = re.compile("副(?:[省市县区镇乡]长|书记|主任|局长|组长)")
_NUMBER = r"(?:[0-9一二三四五六七八九十]{1,3}[).、])?"
_TOPIC = re.compile(rf"{_NUMBER}(?:其中)?(?:针对|围绕|聚焦|依托|根据)")
_DOING = re.compile(r"建设|打造|培育|形成|实施|开展|推进|推动|谋划|完成|建立|组建|配备|组织|举办|评选|新建|安排")
_REPEATED = re.compile(r"每(?:半|季|月|年|周|日|天|个月|两)")
_IN_ALL = re.compile(rf"{_NUMBER}(?:全[省市县区镇乡]|我[市县区]|辖区)")
_TOLD = re.compile(r"[^0-9要须应]{1,12}(?:要(?!求)|须|应)")
_ABOUT = re.compile(rf"{_NUMBER}(?:其中)?(?:对|凡)")
_GRANT = re.compile(r"给予|奖励|奖补|补助|补贴|按照?|提供|安排")
_POPULATION = re.compile(
    r"(?:的|寄宿制|规模)?(?:(?:自然|行政|建制)?村|社区|小区|企业|中?小学校|学校|单位|机构|食堂|工地)"
)
_OUTPUT = re.compile("日均?(?:处理|产生?|供[应水气热]|接待|用水|排放)量?(?:能力)?$")
# 建筑面积5000平方米以上的场馆: how large something is, and its name.
_MEASURES = """
    面积 客流量 流量 产值 营业额 销售额 营业收入 年收入 注册资金 注册资本 投资 投资额 总投资 规模 车长 高度 容量 人口
    存栏 床位数 学生数 职工数 座位数 藏书 用水量 用电量 能耗
"""
_MEASURED = re.compile(rf"(?:{alternatives(_MEASURES)})在?$")
_NAMED = re.compile(r"的?(?![的达])[一-鿿]")
_BREAK = re.compile(r"[,;。、:()\n]")
_RECKONED = re.compile(
    r"(?:[、,和及与][^,。;、]{2,14}[0-9]{1,2}%){0,8}的?(?:比例|权重)?(?:折算|折合|计分|计入|加权|合计)"
)
_NEAR = 12  # characters between what describes and what is counted


def binds(text: str, amounts: Sequence[Found], k: int) -> bool:
    """Whether the k-th of the ``amounts`` of ``text`` binds somebody; the rules below say when it does not."""
    found = amounts[k]
    if _is_included(text, found) or _is_rate(text, found) or _is_weight(text, found):
        return False
    before, after = clause_before(text, found.start), clause_after(text, found.end)
    if _is_told_of(text, found, before) or _is_start(text, found, before) or _is_subject(found, before, after):
        return False
    if _is_condition(text, found.end, before, after) or _is_for_some(found, before, after):
        return False
    if _describes_next(text, amounts, k) or _describes_last(text, amounts, k) or _sizes(text, found):
        return False
    return found.is_marked or _is_count(text, found)


def _is_included(text: str, found: Found) -> bool:
    """100—500亩(含500亩): only says more of the number before it."""
    return text.endswith("(含", 0, found.start) and text.startswith(")", found.end)


def _is_told_of(text: str, found: Found, before: str) -> bool:
    """涉及6个镇, 以上16个村, 每隔50米设置一处, 连续3次, 副组长3名: told of, counted over, or of the office."""
    if _TOLD_OF.search(before) or (found.amount.unit in ("次", "名") and _OVER_AND_OVER.search(before)):
        return True
    if found.is_marked:
        return False
    is_partner = before.endswith(("等", "联合", "会同")) and _PARTNERS.match(text, found.end)  # 等7个部门联合开展
    return bool(before.endswith("组长") or is_partner or _POST.match(text, found.end))


def is_condition(text: str, start: int, end: int) -> bool:
    """What only says when or where something holds: 年销售额达到2000万元的, · 围绕37条产业链, · 自签订1年以上合同起."""
    return _is_condition(text, end, clause_before(text, start), clause_after(text, end))


def _is_condition(text: str, end: int, before: str, after: str) -> bool:
    if after.endswith("的") and text[end + len(after) : end + len(after) + 1] == ",":
        return True
    if before.startswith("自") and after.endswith("起"):
        return True
    return bool(_TOPIC.match(before)) and not _DOING.search(before)


def is_addressee(text: str, start: int, end: int) -> bool:
    """对连续经营3年以上的企业: the clause says for whom, and no grant has begun yet."""
    return _is_addressee(clause_before(text, start), clause_after(text, end))


def _is_addressee(before: str, after: str) -> bool:
    return bool(_ABOUT.match(before)) and "的" in after and not _GRANT.search(before)


def _is_for_some(found: Found, before: str, after: str) -> bool:
    """A threshold inside the naming of an addressee; a bare count there still binds (对全县20个社区的设施进行改造)."""
    is_threshold = found.is_marked or found.is_money or found.is_share
    return is_threshold and _is_addressee(before, after)


def _is_rate(text: str, found: Found) -> bool:
    """每认定1家, 每500米, 前10名, 跑一次, 扣2分: the number ranks or scales something, or belongs to a slogan."""
    start = max(0, found.number_at - 10)
    if found.amount.unit in ("户", "人") and text.endswith(("按", "按照"), 0, found.number_at):
        return True
    if _RATE.search(text, start, found.number_at) or _RANKED.search(text, start, found.number_at):
        return True
    return not found.is_marked and bool(_POINTS.match(text, found.end))


def _is_weight(text: str, found: Found) -> bool:
    """(60%), 占40%, 按…30%、…20%计分: a share alone in brackets, as a part, or in what points are reckoned from."""
    if not found.is_share or found.is_marked:
        return False
    before, after = text[found.start - 1 : found.start], text[found.end : found.end + 1]
    return before == "占" or (before == "(" and after == ")") or bool(_RECKONED.match(text, found.end))


def _is_start(text: str, found: Found, before: str) -> bool:
    """由60%提高到80%: where it comes from."""
    return bool(_CHANGE.match(text, found.end)) and ("由" in before or "从" in before)


def _is_subject(found: Found, before: str, after: str) -> bool:
    """12个乡镇每季度举办一次, 全县12个乡镇要: who is told to do something is there already."""
    if found.is_marked:
        return False
    if _IN_ALL.fullmatch(before) and _TOLD.match(after):
        return True
    repeated = _REPEATED.search(after) if "每" in after else None
    return repeated is not None and not _DOING.search(before + after[: repeated.start()])


def _describes_next(text: str, amounts: Sequence[Found], k: int) -> bool:
    """培育[产值过10亿元]企业20家: a sum of money inside the name of what is counted after it."""
    found = amounts[k]
    if not found.is_money or k + 1 == len(amounts):
        return False
    after = amounts[k + 1]
    if after.start - found.end > _NEAR or re.search(r"[,;。、:()\n和]", text[found.end : after.start]):
        return False
    return not (after.is_money or after.is_share)


def _describes_last(text: str, amounts: Sequence[Found], k: int) -> bool:
    """建成5个[投资过亿元]的园区: a sum or a share inside the name of what was counted before it."""
    found = amounts[k]
    if not (found.is_money or found.is_share) or k == 0:
        return False
    before = amounts[k - 1]
    if before.is_money or before.is_share or before.is_time or found.start - before.end > 16:
        return False
    if _BREAK.search(text, before.end, found.start):
        return False
    rest = text[found.end : clause_end(text, found.end)]
    return rest.startswith("的") or bool(re.fullmatch(r"[^、()]{1,8}", rest))


def _sizes(text: str, found: Found) -> bool:
    """20户以上的自然村, 日处理5吨以上的站点: the size of a place is no count."""
    if text.startswith("的", found.end) and _OUTPUT.search(text, max(0, found.start - 8), found.start):
        return True
    is_threshold = found.start == found.number_at and text[found.end - 2 : found.end] in ("以上", "以下")
    if is_threshold and _MEASURED.search(text, max(0, found.start - 8), found.start) and _NAMED.match(text, found.end):
        return True
    return found.amount.max is None and found.amount.unit in ("人", "户") and bool(_POPULATION.match(text, found.end))


def _is_count(text: str, found: Found) -> bool:
    """A bare number in digits counts unless it sums up a list (3个方面); a Chinese one needs its verb."""
    if _SUM.match(text, found.end) or found.amount.unit in _ONLY_MARKED:
        return False
    if found.amount.unit in ("种", "类") and _ENUMERATED.search(text, max(0, found.start - 40), found.start):
        return False
    if _TASKS.match(text, found.end) and not _DONE.search(text, max(0, found.start - 6), found.start):
        return False
    return not found.is_chinese or _is_chinese_count(text, found)


def _ends_a_list(text: str, found: Found) -> bool:
    """打造精品线路四条, 举办培训班两期: behind what is counted, at the end of its clause or of a part of a list."""
    is_phase = found.amount.unit in ("期", "届") and not _IN_COURSES.search(text, found.start - 1, found.start)
    if is_phase or (found.amount.unit not in _COUNTABLE and found.amount.unit not in EVENTS):
        return False
    if not _CLAUSE_ENDS.match(text, found.end):
        return False
    return bool(_HOLD_OR_MAKE.search(clause_before(text, found.start)))


def _is_chinese_count(text: str, found: Found) -> bool:
    """举办一次, 推动两个…, 新建一所, but not 新一轮, 跑一次, 四项活动, 五大工程, 建立三个机制."""
    if _NOT_NEW.search(text, max(0, found.start - 1), found.start):
        return False
    if _ends_a_list(text, found):
        return True
    if found.amount.unit in EVENTS:
        return bool(_HOLD.search(text, max(0, found.start - 8), found.start))
    first = text[found.number_at]
    if first == "一" and found.amount.unit in _PLACES and _BUILD.search(text, max(0, found.start - 4), found.start):
        return True
    if first == "半" or found.amount.unit not in _COUNTABLE or _CONCEPT.match(text, found.end):
        return False
    verb = _PROVIDE if first == "一" else _MAKE
    return bool(verb.search(text, max(0, found.start - 6), found.start))
