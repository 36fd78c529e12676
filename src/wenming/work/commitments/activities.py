"""What is to be done, in the words of the plan, and which kinds of record fit it. Pure."""

import re

ACTIVITY_LENGTH = 24  # characters: as much as one reads at a glance

# Words of an activity → the kind of record that it is entered as. The first that is found decides.
_KINDS: tuple[tuple[str, str], ...] = (
    ("培训|轮训|办班|讲座|讲堂|课堂|授课|辅导", "培训"),
    ("志愿", "志愿服务"),
    ("评议|评选|评比|考核|测评", "评议"),
    ("放映|电影", "放映"),
    ("演出|文艺|晚会|汇演|展演", "演出"),
    ("比赛|竞赛|大赛|擂台", "比赛"),
    ("签约|签订|承诺书|责任书", "签约"),
    ("走访|慰问|入户|结对", "走访"),
    ("整治|清理|清扫|排查|巡查|检查|整改|清洁", "整治"),
    ("会议|例会|调度|讨论|研讨|座谈|联席", "会议"),
    ("学习|自学|读书|研读", "学习"),
    ("宣传|宣讲|公益广告|报道|刊播|展板", "宣传"),
    ("仪式|活动|主题日", "活动"),
)
_END = re.compile(r"^(?:、|并|且|以及)|[,，。;；:：!！?？\t\n()（）]")  # a tab parts the cells of a table
_EMPTY = "组织|开展|举办|进行|召开|举行|达到|完成"  # verbs that say nothing of what is done
_LEADING = re.compile(rf"^(?:时间|的|地|要|应|以上|左右|集中|认真|广泛|深入|{_EMPTY})+")
_NUMBER = "[一二三四五六七八九十]"
_TITLE = re.compile(
    rf"^(?:[一二三四五六七八九十百0-9]+[、.．是]|[（(][一二三四五六七八九十0-9]+[)）]|活动{_NUMBER}+[:：、])+"
)
_SAYS_NOTHING = re.compile(rf"^(?:深入|广泛|大力|积极)?(?:抓好|实施|{_EMPTY})|[（(][长中近]期[)）]$")
_DONE = re.compile(
    "放映|演出|播放|播出|创作|刊发|刊播|发布|报送|推出|评选|表彰|走访|慰问|检查|巡查|清理|整治|培训|签订"
)
_BEFORE = re.compile("^(?:确保|力争|使|实现|其中|以及|将|把|全县|全市)+")
_GREW = "(?:增长幅度|增长率|增长速度|增长|增幅|增速)"
_NAME = "[一-鿿A-Za-z0-9]{2,20}?"
# 经费增幅不低于财政收入增幅; 经费与财政收入同步增长; 经费随财政收入增长逐年增加
_GROWTHS = (
    re.compile(
        rf"({_NAME})的?{_GREW}(?:要|应|应当|必须)?(?:不得?低于|不小于|高于|大于|快于|超过)(?:同期)?({_NAME})的?{_GREW}"
    ),
    re.compile(rf"({_NAME})(?:要|应)?[与同和随]着?({_NAME})的?(?:同步|同比例)(?:增长|增加|提高)"),
    re.compile(rf"({_NAME})(?:要|应)?随着?({_NAME})的?增长而?(?:逐年|相应|稳步|不断)*(?:增长|增加|提高)"),
)
_SHORT = 3  # characters: a thing without what is done with it


def activity_after(text: str, start: int, end: int) -> str:
    """What stands behind a mention, up to the next stop: 每月组织一次|思想道德专题讨论.

    A bare thing takes the verb of the mention: 每周放映一部|电影 is 放映电影.

    >>> activity_after("每月组织一次思想道德专题讨论，形成风气", 0, 6)
    '思想道德专题讨论'
    >>> activity_after("每月督查一次并通报", 0, 6)
    ''
    >>> activity_after("完成3000户\\t县住建局\\t11月底", 2, 7)
    ''
    """
    found = _END.split(text[end : end + 4 * ACTIVITY_LENGTH], maxsplit=1)[0]
    bare = _LEADING.sub("", "".join(found.split()))
    done = _DONE.search(text[start:end])
    if 0 < len(bare) <= _SHORT and done:
        return done[0] + bare
    return bare[:ACTIVITY_LENGTH]


def figure_before(text: str, start: int) -> str:
    """The figure that a rate speaks of, as it stands before the mention, from the last stop on.

    >>> figure_before("到年底，背街小巷亮灯率达到95%", 11)
    '背街小巷亮灯率'
    """
    found = _END.split(text[max(start - 4 * ACTIVITY_LENGTH, 0) : start])[-1]
    return _BEFORE.sub("", "".join(found.split()))[-ACTIVITY_LENGTH:]


def growths_in(text: str) -> list[tuple[str, str]]:
    """The figures that have to grow at least as fast as others, each with the other, in the order of the text.

    >>> growths_in("宣传经费增幅不低于财政收入增幅。")
    [('宣传经费', '财政收入')]
    """
    clauses = ("".join(clause.split()) for clause in _END.split(text))
    found = [one for clause in clauses for pattern in _GROWTHS if (one := pattern.search(clause))]
    return [(_BEFORE.sub("", one[1]), one[2]) for one in found]


def activity_of_title(title: str) -> str:
    """The activity that a heading names.

    >>> activity_of_title("活动二:县委党校开展“干部轮训”活动")
    '县委党校开展“干部轮训”活动'
    """
    return _SAYS_NOTHING.sub("", _TITLE.sub("", title.strip()))[:ACTIVITY_LENGTH] or title[:ACTIVITY_LENGTH]


def kinds_for(activity: str, *, otherwise: str = "") -> tuple[str, ...]:
    """The kinds of record that fit; where the words name none, those of ``otherwise``; nothing where any may fit.

    >>> kinds_for("思想道德专题讨论")
    ('会议',)
    """
    for words in (activity, otherwise):
        for pattern, kind in _KINDS:
            if re.search(pattern, words):
                return (kind,)
    return ()
