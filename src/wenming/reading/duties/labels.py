"""Labels that open a statement of responsibility (落实单位：, 牵头部门：, 责任人：) and what each says of its units."""

import re

from wenming.reading.model import Role

_DUTY = (
    "牵头|责任|落实|主办|会办|主责|主抓|承办|承担|实施|执行|配合|协办|参与|参加|协助|协同|协作|联合|督查|督办|督导|督促|指导|考核|考评|监督|监管|"
    "成员|主管|负责|组织|完成|承接|第一|具体|第二|第三|包联|包保|包抓|包干|认领|主要|共同|直接|相关|建设|推进|工作|办理|整改|创建|测评|申报|审核|验收|"
    "统筹|抓总|支持|保障|协调|属地|行业|填报|报送|联办|承包|涉及"
)
_BODY = (
    "单位|部门|科室|处室|股室|机构|主体(?:单位)?|地区|区县|县区|县市|街道|乡镇|镇街|社区|村居|村|学校|医院|站所|支部|"
    "企业|组织|方|团队"
)
_DIVIDED = "责任|职责|任务|工作|部门"
_DIVISION = f"(?:{_DIVIDED})分工"
_PERSON = "领导|责任人|负责人|人员|联系人|联络员|人|同志"
_OTHER = (
    "办理期限|办理时限|完成期限|完成时限|完成时间|办结时限|整改时限|时限要求|时限|时间要求|时间安排|时间节点|时间|期限|进度安排|进度|工作目标|任务目标|整改目标|整改措施|整改要求|整改标准|目标|工作要求|"
    "工作措施|措施|任务|备注|联系电话|电话|地点|主题|参加对象|参与对象|参赛对象|活动对象|对象|活动范围|实施范围|范围|参加人员|"
    "参与人员|活动内容|工作内容|主要内容|内容|活动形式|形式|活动方式|工作方式|方式|经费来源|资金来源|预期成效|成效|预期效果|成果"
)


def _set_apart(words: str) -> str:
    """A pattern for two-character words that may be set apart by blanks to the width of four (主  办, 时  间)."""
    return "|".join(rf"{word[0]}\s{{0,4}}{word[1]}" for word in words.split())


_SHORT = "牵头 责任 配合 主办 协办 承办 督办 落实 协助 参与 主责 协同 指导 督查"
_SPACED = "时间 地点 主题 时限 备注 目标"
SHORT_LABEL = _set_apart(_SHORT)
SPACED_LABEL = _set_apart(_SPACED)

# The name of a label that asks for units, without its colon.
LABEL_NAME = (
    r"(?:[省市县区州]级?(?:直)?)?(?:(?:牵头|责任|落实|主办|主责|承办|实施|配合|协办|会办|参与|协助|成员|考核|督办|督查|督导|指导)[、和及（(/]?){1,2}[）)]?"
    r"(?:单位|部门|科室)"
)
# 责任单位为各镇: the word stands for the colon; 列第一位的责任单位为牵头单位 says something else.
AS_COLON = r"(?<=[位门])(?:分别)?为(?![牵主责配第首])"
# 牵头单位：, 责任单位和配合单位：, 牵头（责任）单位：, 市级责任单位：
LABEL = re.compile(
    rf"(?P<duty>(?:[省市县区州]级?(?:直)?|各级|其[他它])?(?:{_DUTY})(?:[、和及与（(/]?(?:{_DUTY})[）)]?){{0,3}})"
    rf"(?:(?P<body>(?:{_BODY})(?:[、和及与/](?:{_BODY}|(?:{_DUTY})(?:{_BODY})))?)(?:（[^（）]{{1,12}}）|[、和及与/](?P<beside>责任人|负责人|联系人|分管领导))?|(?P<person>{_PERSON}))"
    rf"(?P<close>[\]】］〕）)])?(?:\s{{0,4}}[:：](?P<colon>)\s*|{AS_COLON})"
    rf"|(?P<division>{_DIVISION})[ \t\u3000]{{0,4}}[:：][ \t\u3000]*(?=\S)"
    rf"|(?P<short>{SHORT_LABEL})\s{{0,4}}[:：]\s*"
    rf"|(?P<other>{_OTHER}|{SPACED_LABEL})\s{{0,2}}[:：]\s*"
)
_WORDS = [*f"{_DUTY}|{_OTHER}|{_DIVIDED}".split("|"), *f"{_SHORT} {_SPACED}".split()]
# The first signs of a label: none begins elsewhere.
LABEL_START = re.compile("[省市县区州各其" + "".join(sorted({word[0] for word in _WORDS})) + "]")
_ASSESSING = re.compile("考核|考评|测评|评估|验收")  # the department that leads the assessing only assesses
_GUIDING = re.compile("指导各?(?:地|省|方面)")  # 指导各地组织实施: others do it
_LEAD = re.compile("牵头|主办|主责|主抓|抓总|统筹|为主")
_RESPONSIBLE = re.compile("责任|落实|负责|承办|实施|执行|承担")
_COOPERATING = re.compile("成员|配合|协办|会办|参与|参加|协助|协同|协作|协调|支持|保障|联合|联办")
_SUPERVISING = re.compile("督查|督办|督导|督促|指导|考核|考评|监督|监管|测评|验收|检查")


def duty_words(label: re.Match[str]) -> str:
    """The words of a label that asks for units; empty where it asks for persons, times or anything else."""
    if label["person"]:
        return ""
    words = label["division"] or "".join((label["short"] or "").split())
    return words or (label["duty"] or "") + (label["body"] or "")


def role_of_words(words: str) -> Role:
    """The role that the words of a statement give: 牵头 lead before all, then 配合, then 督查; else responsible.

    >>> [role_of_words(words).value for words in ("负责牵头", "协办", "督办", "落实")]
    ['lead', 'cooperating', 'supervising', 'responsible']
    """
    if _ASSESSING.search(words) or _GUIDING.search(words):
        return Role.SUPERVISING
    if _LEAD.search(words):
        return Role.LEAD
    if _RESPONSIBLE.search(words):
        return Role.RESPONSIBLE
    if _COOPERATING.search(words):
        return Role.COOPERATING
    if _SUPERVISING.search(words):
        return Role.SUPERVISING
    return Role.RESPONSIBLE
