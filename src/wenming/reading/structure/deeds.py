"""Whether items tell what was done (成立了…, 先后投入…) and not what is to be done: a report is no plan."""

import re
from collections.abc import Sequence

_DONE = re.compile(
    r"(?<![为除不到])了(?![解结望])|(?<![业早对])已(?!婚|[^，。；\n]{1,6}的|[建整登安改完][一-鿿]?(?:小区|路段|街巷|道路|项目|点位|单位))"
    r"|荣获|被(?:评|授|列|命名)|共(?=投入|组织|开展|清理|发放|出动|举办|建成)|先后(?=[召开举建成组投获]|[一-鿿]{2}了)"
)
_WANTED = re.compile(
    r"(?<![主重必需简])要(?![求点素闻])|必须|应当|须|确保|力争|争取|牵头|(?:责任|配合|落实)单位|底前|到20[0-9]{2}年|不少于|不低于"
    r"|每(?:[日天周月季年]|半[月年]|学期|星期)|全年(?!共|累计)|以内|以上|(?<![^。；，\n])将"
)
_FEWEST = 2  # items: one alone may tell of the past by way of an introduction


def tell_deeds(items: Sequence[str]) -> bool:
    """Whether most of a run of items tell of what was done, none of them ordering anything.

    >>> tell_deeds(["成立了领导小组，开展了三次检查。", "先后召开会议六次。"])
    True
    >>> tell_deeds(["建立了台账的单位要每月更新。", "清理小广告。"])
    False
    """
    told = sum(bool(_DONE.search(item)) and not _WANTED.search(item) for item in items)
    return len(items) >= _FEWEST and told * 3 >= len(items) * 2
