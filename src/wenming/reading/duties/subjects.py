"""Units that running text tells to do something: the subject of a clause, 由…负责, 采取…牵头的方式, 甲会同乙."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from wenming.reading.cleaning.view import Span
from wenming.reading.duties.labels import role_of_words
from wenming.reading.duties.names import (
    ENDING,
    LAST_SIGNS,
    begins_with_verb,
    belongs_to_place,
    ends_surely,
    is_name,
    is_sure_name,
)
from wenming.reading.duties.statements import NamedUnit
from wenming.reading.duties.unit_lists import split_units
from wenming.reading.model import Role

_LAST_SIGNS = LAST_SIGNS + "员挥）)"  # what names of units, their posts and brackets end in
# Words that give an order; the negative parts are names that begin with the same signs (组织部, 督查组, 指导中心).
_ORDERS = (
    "要|每(?=[日天周月季年半])|应当|应(?!急)|须|必须|负责(?!人|同志)|牵头(?!单位|部门)|会同|组织(?!部|机构|处|科|委员|人事|、)(?<!社会组织)(?<![属级层各]团组织)|成立|组建|定期|制定|制订|统筹(?!办|组)|"
    "指导(?!员|中心|组|小组|处|下)|督促|督查(?!组|室|局|办|考核|机构)|监督(?!局|管理|所|检验)|督导(?!组|室|局|员|处|科|股|队)|主抓|分头|为(?=(?:牵头|主办|责任|承办|配合|协办|参与)(?:单位|部门))|考核(?!组|办|小组)|承担|具体|做好|抓好|落实|"
    "是(?=[^。；]{0,40}责任主体)|对(?=[^，。；]{1,60}(?:进行|开展|实施|予以|逐[一件项户个]))|组成(?=[^，。]{0,4}(?:联合|执法|检查|督查|工作|专项|考评|考核|评审|调研|巡查)|\\s?[0-9０-９一二三四五六七八九十]{1,2}\\s?个)|予以|自行"
)
_ACTS = (
    "开展|建立|印发|出台|召开|举办|实施|推进(?!办|组|小组|委员)|推动|加强|协调(?!办|小组|组|局)|检查(?!组|站)|完成|通过|利用|采取|结合|根据|按照?|围绕|"
    "每|对(?!外|台|口)|将|于|在(?!线)|为|以(?!及|上|下)|参加|参与|配合|协助|协办|服从|安排|设立|编制(?!委员|办)|拟定|拟订|汇总|提交|递交|给予(?=指导|支持|配合|协助)|审核|审定|公布|发布|报送|上报|"
    "确定|选派|派出|深入|联合(?!会|社|办|国)|共同|分别|积极|认真|切实|全面|及时|充分|进一步|统一(?!战线)|主动|依法|严格|继续|广泛|大力|提供|确保|"
    "演出(?!队)|编排|排演|评出|发放|收集|走访|评选|推荐|遴选|筛选|建设(?!局|厅|委|部|工程|办|管理|单位|集团)|打造|培育|完善|健全|强化|发挥|协同|带头|带领|"
    "发动|动员|引导|支持|鼓励|把|从|向|与(?![一-鿿]{2,14}(?:要|应|须|负责|必须))|就(?!业)|至少|依托|严禁|不得|适时|选择|邀请|牢固|坚持|充实|聚焦|探索|优化|提出|形成|明确|整合|申报|受理|"
    "办理|逐步|进行|管理|核实|出资|承接|认定|评定|批准|备案|(?<!市场)监管|验收|评估|征集|联系|备足|配备|储备|张贴|悬挂|设置|更换|清理|整治|排查|摸排|摸底|巡查|抽查|不定期|曝光|通报|列支|值班|核查|执行|遵守|登记|对照|按时|按期|"
    # not 改造, 新建, 养护 and the like: before those stands as often what they are done to (全市老旧小区改造60个)
    "开设|开办|刊发|刊登|编发|编印|拍摄|抽调|派驻|加大|加快|严查|查处|放映|实行|推行|试行|帮助|下发|压实|劝导|疏导|"
    "包保|包联|结对|认领|领办|筹集|梳理|填报|回访|复查|复核|表彰|奖励|打击|防范|化解|调解|宣讲|轮流|"
    "报(?=[省市县区校镇乡局])|制作|全力|免费|务必|约谈|做到|推广|宣传(?!部|科|处|组|教育|文化|中心|队)"
)
_ANY_VERB = re.compile(f"{_ORDERS}|{_ACTS}|研究|协商|起草|拟定")
_DONE = re.compile("(?:[一-鿿]{2})?了(?!解)|已经?|曾|先后|高度(?:重视|肯定)")
_AND_OTHERS = (
    r"(?:等(?:[0-9]{1,2}[个家])?各?(?:[省市县区州]级|[省市县区州]直)?(?:有关|相关|职能|成员|责任|主管|新闻)?"
    r"(?:部门和单位|单位和部门|部门|单位|机构|媒体|群团组织|群众团体|人民团体)?(?:[（(](?:单位|部门|机构)[）)])?)?"
)
_ALSO = (
    "都?(?:也|还|均|则|同时|同步|同样)?"
    "(?:(?:于|在)?(?:(?:今年|当年)?[0-9]{1,2}月(?:份|底|初|[上中下]旬)?(?:[0-9]{1,2}日)?(?:、(?:[0-9]{1,2}月)?[0-9]{1,2}日)?(?:底?前|至[0-9]{1,2}月(?:底|份)?)?|年底前?|年内)[，,]?)?"
)
_ORDER_AFTER_UNIT = re.compile(rf"(?<=[{_LAST_SIGNS}等]){_AND_OTHERS}{_ALSO}(?P<verb>{_ORDERS})")
_ACT_AFTER_UNIT = re.compile(rf"(?<=[{_LAST_SIGNS}等]){_AND_OTHERS}{_ALSO}(?P<verb>{_ORDERS}|(?:{_ACTS})(?!的))")
_BY = re.compile(
    rf"(?:由|以(?=[^，。；：,;:\n由“”]{{2,60}}为主[，,。；;]))(?P<units>[^，。；：,;:\n由“”]{{2,240}}?){_AND_OTHERS}(?:具体|总|共同|联合|分别|轮流|自行|各自|全权|直接)?(?P<verb>牵头|为主|负责|负总责|主办|承办)(?!的)"
    rf"|采取(?P<way>[^，。；：,;:\n“”]{{2,40}}?){_AND_OTHERS}(?P<lead>牵头|负责|主办)(?=的)"
)
_GROUP = re.compile(  # 医疗救治组：由甲、乙等组成
    rf"组[：:]由(?P<units>(?:(?!牵头)[^，。；：,;:\n“”]){{2,240}}?){_AND_OTHERS}(?:共同)?组成(?=[。；，,;])"
)
_THEN_HELP = re.compile(
    rf"[，,](?P<units>[^。；;：:\n“”]{{2,240}}?){_AND_OTHERS}(?:予以|给予|积极|密切|共同)?(?:配合|协助|协同|参与|参加|组成)(?:落实|实施|工作)?[。；;]"
)
_SOME_OTHERS = re.compile("各?(?:有关|相关)(?!乡镇|镇街|街道|镇|乡|村|社区)")  # …及有关设计、施工等单位
_FIELD = "(?:(?!等|部门)[一-鿿]){2,6}"
_FIELDS = re.compile(  # 公安、城管等部门要…: offices by their fields, without a name of their own
    rf"(?:(?<=[。；：，;:,\n）)])|(?<=[0-9０-９一二三四五六七八九十][、.．])|^)(?P<units>{_FIELD}(?:、{_FIELD}){{1,9}}?)"
    rf"(?:(?:等(?:有关|相关|职能|成员|责任)?(?:部门|单位)|等(?:新闻)?媒体|(?=部门)(?P<own>部门)){_ALSO}(?P<verb>{_ORDERS}|{_ACTS})"
    rf"|等{_ALSO}(?P<help>协同|配合|协助))",
    re.MULTILINE,
)
_NO_FIELD = re.compile(
    "[各的和]|机关|学校|社区|企业|医院|乡镇|街道|[镇乡村]$|园区|景区|银行|院校|团体|群众|干部|党委|政府"
)
_CLAUSE_START = re.compile(
    r"(?P<kinds>[（(](?:自治[州县旗]|[省市县区州乡镇村街道办盟旗园校场社站所、，,\s]){1,9}[）)]"
    r"|(?<=[局委办部室会中心队站])[（(][一-鿿]{2,12}[局委办部室处会心队站院校组][）)]"  # 县农业农村局（县委农办）
    r"|“[^“”\n]{1,12}”(?=(?:工作|创建|活动|专项)?(?:领导小组|协调小组|工作组|专班|指挥部|组委会|办公室|办)))"
    r"|、(?<=(?:牵头|负责|配合|协助)、)|[：:](?![0-9０-９]{2}(?:前|之前|以前))|[，。；！？,;!?\n“”（）()—《》]"
)
_DIGITS = "[0-9０-９]{1,2}"
# A time before who is told, no comma between them: 6月底前各乡镇要…, 每周五下午各支部组织…
_TIME_FIRST = re.compile(
    r"[一二三四五六七八九十]{1,2}[是要](?=[^一二三四五])|[一-鿿“”]{1,6}期间|(?<=”)(?:期间|前)|(?:请|并|须|应)?(?:于|在|到|至|截至|自|从)?"
    rf"(?:(?:[0-9０-９]{{4}}|今|本|当|明|每)年度?|[本当次每]月|每个?(?:半年|季度?|月|周|星期|天|日|学期)|本周)?"
    rf"(?:第?[一二三四]季度|[上下]半年|(?:{_DIGITS}|[一二三四五六七八九十]{{1,2}})月份?|年|月|“?(?:元旦|春节|清明|端午|中秋|国庆)节?”?|“?(?:三八|五一|五四|六一|七一|八一|十一)(?=[节”前后]|期间)节?”?)?"
    rf"(?:{_DIGITS}[日号])?(?:[上中下]旬|[底末初]|[一二三四五六日])?(?:[上下]午|晚上)?(?:{_DIGITS}(?:[:：]{_DIGITS}|[时点]))?"
    r"(?:之?内|之?前|以前|起|后|前后)?"
)
_ANY_LEVEL = "各级(?![一-鿿]{2,6}(?:机构|医院|学校|院校)|文明(?:单位|村镇|校园))"  # 各级党委, but not 各级医疗机构
_NOT_NAMED = re.compile(  # anybody: 各级党委, 有关部门, 各地, 全市
    rf"(?:每|所有|全部|全体|(?:[全我本][省市县区国])?{_ANY_LEVEL}|各地|各(?:有关|相关)(?!乡镇|镇街|街道|镇|乡|村|社区|学校|企业)|有关|相关|各方|全[省市县区国]$|我[省市县区]$|本[省市县区]$|政府$|社会|企业|园区|第三方|专业|基层|当地|地方)"
    r"|(?:[省市县区州]级?|国务院)(?:级(?!(?:人民)?政府)(?!(?!有关|相关|职能|责任|成员|牵头|配合|主管|直属)[一-鿿]{2}部门)|有关|相关)|[省市县区州]直各?(?:有关|相关)|各?(?:职能|责任|成员|牵头|配合|主管)?(?:部门|地区|地方|方面)$"
    r"|(?:牵头|责任|配合|承办|主办|协办)单位$"
)
# Classes of units without a word for all, which an order makes beyond doubt: 中小学校要…, 医疗机构须….
_BARE_CLASS = re.compile(
    "(?:公办|民办|定点|基层|普通)?(?:学校|高等学校|群团组织|中小学校?|[中小]学|幼儿园|高校|高等学校|职业院校|(?:医疗|卫生|医疗卫生|妇幼保健|疾控|疾病预防控制|养老|托育|金融|新闻)(?:机构|单位))"
)
_MODAL = re.compile("要(?!成为|建设成|打造成)|应|须|必须|负责")
_TOGETHER = re.compile("[，,]?会同")
_IN_COMPANY = re.compile("(?<=[，。；,;：:])(?:并|要|须|应|负责|积极|主动|定期|每[年月周季天日]度?|及时){0,3}会同")
_LAST_YEAR = re.compile("(?:去年|上年|近年来?|[今去]年以来)[^。；]*$")
_DONE_IN_CLAUSE = re.compile("[^。；，,;]{0,12}?了(?!解)|已经?|曾|先后")
_CLAUSE_BEFORE = 30  # characters
_WITH = re.compile("(?:要|应|须|负责|积极|主动)*会同")
_ANSWERS = re.compile("牵头|负责|配合|协助|承办|主办")
_BESIDE = re.compile("各部门$")  # anybody alone, but not beside a named class: 各乡镇、各部门要…
# Some of a class, which count beside named units that help: …、有关乡镇配合.
_SOME = re.compile("(?:有关|相关)(?:乡镇|镇街|街道|镇村|村社|村|社区|县区|区县|市县|县市|学校|企业)$")
_PROVIDES = re.compile("安排|提供|选派|派出|承担")  # 由村小学安排老师
_EVERY_LEVEL = re.compile(f"{_ANY_LEVEL}|各(?:有关|相关)(?!乡镇|镇街|街道|镇|乡|村|社区|学校|企业)")
_PERSON = re.compile(r"(?:员|长|书记|主任|同志|领导|干部|代表)$")
_POST = re.compile("(?!.*[的和])[一-鿿]{0,10}(?:领导|(?<=[省市县区州乡镇村局校院站所])长|书记|主任|专员)")
# 督促商户归位 is an act of one's own, 督促落实 one of oversight.
_OVERSIGHT = "(?:督查|督导|指导|监督(?!管理)|督办|督促(?=检查|指导|督导|落实|调度|[，,。；、和]))"
_SUPERVISES = re.compile(
    rf"(?:(?:有关|相关)(?:部门|单位|地区))?(?:(?:根据|按照|结合)[^，,。；]{{1,40}}[，,])?(?:要|应|须|将|定期|适时|及时|负责|给予)*"
    rf"(?:对[^，。；]{{1,60}}(?:进行|开展|实施)(?:跟踪|监测)?|每[^，,。；]{{1,6}}(?:(?:开展|进行|组织)[^，,。；]{{0,6}}|(?={_OVERSIGHT}))|(?:开展|进行)(?:专项|联合|明察|暗访|实地|不定期|全程|跟踪|集中|日常)*)?{_OVERSIGHT}"
)
_LEADS = re.compile(
    r"为(?:牵头|主办)(?:单位|部门)|主抓|(?:要|应|须|将|负责|积极|主动|切实)*(?:总)?牵头|[^，。；]{0,40}牵头抓总"
)
_HELPS = re.compile(
    r"为(?:配合|协办|参与)(?:单位|部门)|(?:要|应|须|积极|密切|主动|共同)*(?:配合|协助|协同|协办)(?!单位|部门)|参与|参加|协作"
)
_OTHERS = re.compile(r"[^，。；：\n]{0,100}")
_PARTNERS_END = re.compile(
    r"(?:共同|联合|具体|负责|抓好|组织)*(?:实施|落实|推进|完成)$|等(?:有关|相关)?(?:部门|单位)|(?:各?有关|各?相关|其他)(?:部门|单位)"
)
_UNIT_END = re.compile(ENDING)
_PLACES = "街道办事处|街道|社区|乡镇|镇|乡|村|公司|银行"
_SHARED = re.compile(rf"(?P<place>{_PLACES})$|(?<=[一-鿿])[局委办]$")  # 东河、西岭街道; 县发改、财政、水利局
_SHARED_AFTER = re.compile(rf"等(?:[0-9０-９一二三四五六七八九十]{{1,2}}个)?(?P<place>{_PLACES})")  # 东河、西岭等镇
_SHORTENED = re.compile("(?![各全])[一-鿿]{2,6}")
_LEVEL = re.compile("[省市县区州旗各全]")
_LOOK_BACK = 160  # characters: no list of subjects is longer


def find_subjects(text: str, start: int, end: int, *, orders_only: bool) -> list[NamedUnit]:
    """The units that a stretch of text tells to act, each name once, in order.

    With ``orders_only`` a mere verb is not enough (background, organisation): it takes 要, 负责, 牵头 and the like.
    """
    pattern = _ORDER_AFTER_UNIT if orders_only else _ACT_AFTER_UNIT
    appointed = find_appointed(text, start, end)
    leads = [unit.end for unit in appointed if unit.role is Role.LEAD]
    units: list[NamedUnit] = []
    after = start
    for found in pattern.finditer(text, start, end):
        if leads and _is_another_matter(text, found, leads):
            continue
        begin = _clause_start(text, max(start, found.start() - _LOOK_BACK), found.start())
        if begin < after:  # a verb further on in a clause whose subject is already read
            continue
        told = _subject_units(text, begin, found, end)
        if told:
            units.extend(told)
            after = told[-1].end
    told = [*appointed, *_fields(text, start, end), *units]
    return once(text, [*told, *find_company(text, min(each.end for each in told), end)] if told else [])


def find_company(text: str, start: int, end: int) -> Iterator[NamedUnit]:
    """The units after 会同 where a clause names nobody before it: whoever was told before does it with them."""
    for found in _IN_COMPANY.finditer(text, start, end):
        partners = list(_partners(text, found.end(), end))
        is_past = _LAST_YEAR.search(text, max(start, found.start() - _CLAUSE_BEFORE), found.start())
        if partners and not is_past and not _DONE_IN_CLAUSE.match(text, partners[-1].end, end):
            yield from partners


def _is_another_matter(text: str, found: re.Match[str], leads: Sequence[int]) -> bool:
    """Where 由甲牵头 answers for the whole, its own sentence (…，乙具体实施) or another answer may add to it."""
    if _ANSWERS.match(found["verb"]) or _HELPS.match(text, found.start("verb")):
        return False
    before = bisect_right(leads, found.start())
    return not before or text.find("。", leads[before - 1], found.start()) >= 0


def _fields(text: str, start: int, end: int) -> Iterator[NamedUnit]:
    """The offices of 公安、城管等部门要…, each by its field; where 部门 stands without 等 it belongs to the last."""
    if not any(text.find(word, start, end) >= 0 for word in ("部门", "单位", "等")):
        return
    for found in _FIELDS.finditer(text, start, end):
        told = found.start("verb") if found["verb"] else found.start("help")
        spans = split_units(text, *found.span("units"))
        names = [text[slice(*span)] for span in spans]
        if _is_done(text, told, end) or not _name_fields(names):
            continue
        spans[-1] = (spans[-1][0], found.end("own") if found["own"] else spans[-1][1])
        role = _role(text, told, end)
        yield from (NamedUnit(role, *span) for span in spans)


def _is_done(text: str, at: int, end: int) -> bool:
    """Whether the verb at ``at`` tells of what was done (开展了, 先后建成)."""
    return bool(_DONE.match(text, at, end))


def _name_fields(names: Sequence[str]) -> bool:
    """Whether a list names offices by their fields; some may bear their whole name (国土、环保、金融办等部门)."""
    fields = sum(map(_is_field, names))
    return fields > 0 and all(_is_field(name) or is_sure_name(name) for name in names)


def _is_field(name: str) -> bool:
    """Whether a name may be the field of an office (公安, 市场监管), not a name of its own or what is done."""
    return not (_NO_FIELD.search(name) or begins_with_verb(f"{name}局") or is_sure_name(name))


def find_appointed(text: str, start: int, end: int) -> list[NamedUnit]:
    """The units of 由甲、乙等部门牵头 and 采取甲牵头的方式, which are statements wherever they stand."""
    units: list[NamedUnit] = []
    if all(text.find(word, start, end) < 0 for word in ("由", "为主", "采取")):
        return units
    for found in _BY.finditer(text, start, end):
        group, verb = ("units", "verb") if found["units"] else ("way", "lead")
        begin, stop = found.span(group)
        first_end = text.find("会同", begin, stop)
        first_end = stop if first_end < 0 else first_end
        spans = split_units(text, begin, first_end)
        if spans and all(_may_be_appointed(text[start:end]) for start, end in spans):
            role = role_of_words(found[verb])
            units.extend(NamedUnit(role, *span) for span in spans)
            units.extend(_partners(text, first_end + 2, stop) if first_end < stop else ())
            together = _TOGETHER.match(text, found.end(), end)
            units.extend(_partners(text, together.end(), end) if together else _helpers(text, found.end(), end))
    for found in _GROUP.finditer(text, start, end):
        units.extend(NamedUnit(Role.RESPONSIBLE, *span) for span in split_units(text, *found.span("units")))
    return units


def _helpers(text: str, start: int, end: int) -> Iterator[NamedUnit]:
    """The units after 由甲牵头 that help, in a list that commas cut too: …，各区管委会，市级各部门配合。"""
    rest = _THEN_HELP.match(text, start, end)
    spans = split_units(text, *rest.span("units")) if rest else []
    spans = list(takewhile(lambda span: not _SOME_OTHERS.match(text, *span), spans))
    names = [text[slice(*span)] for span in spans]
    if all(map(_may_be_appointed, names)) and any(map(is_sure_name, names)):
        yield from (NamedUnit(Role.COOPERATING, *span) for span in spans)


def _may_be_appointed(name: str) -> bool:
    """An explicit statement may also name 各级 and the like, and posts (由分管副县长牵头)."""
    return (
        bool(_POST.fullmatch(name))
        or (len(name) > 2 and is_name(name) and not begins_with_verb(name))
        or _may_be_subject(name)
    )


def once(text: str, units: Iterable[NamedUnit]) -> list[NamedUnit]:
    """Each name once, with the role that it has first, in the order of the text."""
    seen: set[str] = set()
    kept: list[NamedUnit] = []
    for unit in sorted(units, key=lambda each: each.start):
        name = text[unit.start : unit.end]
        if name not in seen:
            seen.add(name)
            kept.append(unit)
    return kept


def _clause_start(text: str, begin: int, end: int) -> int:
    """Where the clause begins that goes on at ``end``; the bracket of 各县（市、区） is no boundary."""
    last = begin
    for found in _CLAUSE_START.finditer(text, begin, end):
        if not found["kinds"]:
            last = found.end()
    return last


def _past_time(text: str, begin: int, end: int) -> int:
    """Where the subject begins behind the time that a clause opens with; ``begin`` where it opens with none."""
    time = _TIME_FIRST.match(text, begin, end)
    return time.end() if time and (time.end() - begin > 1 or text[begin] == "前") else begin


def _subject_units(text: str, begin: int, found: re.Match[str], end: int) -> list[NamedUnit]:
    """The units before a verb, with those after 会同; none unless all of them are names of units."""
    by = text.rfind("由", begin, found.start())
    begin = by + 1 if by >= 0 else _past_time(text, begin, found.start())
    listed = [span for span in split_units(text, begin, found.start()) if not _PERSON.search(text, *span)]
    spans = _named(text, listed)
    answers = _ANSWERS.match(found["verb"]) or (by >= 0 and _PROVIDES.match(found["verb"]))
    told = _are_answering if answers else _are_told if _MODAL.match(found["verb"]) else _are_subjects
    if not spans or not told(text, spans):
        return []
    if begin and text[begin - 1] == "《":  # the title of a document
        return []
    if text[begin : listed[0][0]].strip() not in ("", "请", "即") or _is_done(text, found.start("verb"), end):
        return []
    together = _WITH.match(text, found.start("verb"), end)
    if together:
        role = _role(text, together.end(), end)
        return [*(NamedUnit(role, *span) for span in spans), *_partners(text, together.end(), end)]
    role = _role(text, found.start("verb"), end)
    counts = _SOME if role is Role.COOPERATING else _BESIDE
    some = [span for span in listed if counts.match(text, *span)]
    return [NamedUnit(role, *span) for span in sorted([*spans, *some])]


def _named(text: str, listed: Sequence[Span]) -> list[Span]:
    """The parts of a list that name somebody; after 各级党委 also 政府 is anybody, if it names no place."""
    spans = [span for span in listed if not _NOT_NAMED.match(text, *span)]
    if listed and _EVERY_LEVEL.match(text, *listed[0]):
        return [span for span in spans if belongs_to_place(text[slice(*span)])]
    return spans


def _are_told(text: str, spans: list[Span]) -> bool:
    """Whether a list can be the subject of 要, 须: there also classes of units that no 各 begins (中小学校要…)."""
    if any(_BARE_CLASS.fullmatch(text, *span) for span in spans):
        return all(_BARE_CLASS.fullmatch(text, *span) or _are_subjects(text, [span]) for span in spans)
    return _are_subjects(text, spans)


def _are_subjects(text: str, spans: list[Span]) -> bool:
    """Whether a list can be the subject: every part may be a unit, and one is beyond doubt."""
    names = _whole_names(text, spans)
    places = len(spans) > 1 and bool(_SHARED_AFTER.match(text, spans[-1][1]))
    return all(_may_be_subject(name) for name in names) and (places or any(is_sure_name(name) for name in names))


def _are_answering(text: str, spans: list[Span]) -> bool:
    """Whether a list can stand before 牵头, 负责, 配合: there also the offices of a school or a firm are meant."""
    names = _whole_names(text, spans)
    return all(_may_be_subject(name) for name in names) and all(
        3 <= len(name) <= 10 or is_sure_name(name) for name in names
    )


def _whole_names(text: str, spans: Sequence[Span]) -> list[str]:
    """The names of a list, each with the ending that stands once for several: 东河、西岭街道; 东河、西岭等镇.

    What the places share may stand at the last of them or after 等. Offices share theirs only where the first says
    whose they are (县发改、财政、水利局): 卫生、城管局 may be a matter and an office.
    """
    names = [text[start:end] for start, end in spans]
    after = _SHARED_AFTER.match(text, spans[-1][1]) if spans else None
    shared = after["place"] if after else ""
    for at in range(len(names) - 1, -1, -1):
        name = names[at]
        if shared and _SHORTENED.fullmatch(name) and not ends_surely(name) and not name.endswith(shared):
            names[at] = name + shared
        else:
            shared = _shared_ending(name, names[0])
        if shared and not (at and text[spans[at - 1][1] : spans[at][0]] == "、"):
            shared = ""
    return names


def _shared_ending(name: str, first: str) -> str:
    """What a name may share with those before it; nothing where it says itself where it belongs (县城管局, 各村)."""
    found = None if _LEVEL.match(name) else _SHARED.search(name)
    return found[0] if found and (found["place"] or _LEVEL.match(first)) else ""


def _may_be_subject(name: str) -> bool:
    """Whether the name is one of a unit or a class of units, not just anybody or a phrase that begins with a verb."""
    return len(name) > 1 and is_name(name) and not _NOT_NAMED.match(name) and not begins_with_verb(name)


def _role(text: str, start: int, end: int) -> Role:
    """The role by what the unit is told to do."""
    if _LEADS.match(text, start, end):
        return Role.LEAD
    if _HELPS.match(text, start, end):
        return Role.COOPERATING
    if _SUPERVISES.match(text, start, end):
        return Role.SUPERVISING
    return Role.RESPONSIBLE


def _partners(text: str, start: int, end: int) -> Iterator[NamedUnit]:
    """The named units after 会同, up to 等部门, 有关部门 or the verb."""
    stop = _OTHERS.match(text, start, end)
    if not stop:
        return
    closing = _PARTNERS_END.search(text, start, stop.end())
    for begin, end_of_part in split_units(text, start, closing.start() if closing else stop.end()):
        name = _name_at_start(text, begin, end_of_part)
        if name is None and closing and _ends_fields(text, closing, begin, end_of_part):
            yield NamedUnit(Role.COOPERATING, begin, end_of_part)
            continue
        if name:
            yield NamedUnit(Role.COOPERATING, *name)
        if name is None or name[1] < end_of_part:  # the verb has begun
            return


def _ends_fields(text: str, closing: re.Match[str], start: int, end: int) -> bool:
    """Whether a part of a list before 等部门 is the field of an office (会同公安、市场监管等部门)."""
    field = text[start:end]
    return bool(_SHORTENED.fullmatch(field) and _is_field(field) and re.match("等.*(?:部门|单位)$", closing[0]))


def _name_at_start(text: str, start: int, end: int) -> Span | None:
    """The unit that a stretch begins with, before the verb that may follow without a sign between them."""
    ends = [found.end() for found in _UNIT_END.finditer(text, start, min(end, start + 30))]
    sure = [stop for stop in ends if _are_subjects(text, [(start, stop)])]
    before_verb = [stop for stop in sure if _ANY_VERB.match(text, stop, end)]
    if before_verb and not ends_surely(text[start:end]):  # …会同县公安局推动视频接入平台
        return start, before_verb[0]
    if _are_answering(text, [(start, end)]) or (not before_verb and _are_subjects(text, [(start, end)])):
        return start, end
    stops = before_verb or sure
    return (start, stops[0]) if stops else None
