"""What is wrong with a code, in a sentence at its field."""

from django.utils.translation import gettext as _

from wenming.places.models import Area, AreaKind
from wenming.rules.codes import Fault, Wrong


def area_fault_words(fault: Fault, kind: AreaKind, above: Area | None) -> str:
    """Why the code cannot be that of an area of ``kind`` below ``above``."""
    words = {"kind": kind.label, "expected": fault.expected, "found": fault.found, "above": above.name if above else ""}
    match fault.wrong:
        case Wrong.LENGTH:
            return _("%(kind)s的代码是 %(expected)s 位数字。") % words
        case Wrong.PROVINCE:
            return _("没有以 %(found)s 开头的省级代码。") % words
        case Wrong.LEVEL:
            return _("这不是%(kind)s的代码，请看看是不是填了别的层级的。") % words
        case Wrong.ABOVE:
            return _("“%(above)s”下面的代码应以 %(expected)s 开头。") % words
    return _("区划代码只用数字 0—9。")


def credit_fault_words(fault: Fault) -> str:
    """Why the code cannot be a 统一社会信用代码."""
    words = {"place": fault.place, "found": fault.found, "expected": fault.expected}
    match fault.wrong:
        case Wrong.LENGTH:
            return _("统一社会信用代码是 18 位。")
        case Wrong.CHECK:
            return _("最后一位应为 %(expected)s；如果最后一位没有写错，就是前面有一位写错了。") % words
    if fault.expected:
        return _("第 %(place)s 位的“%(found)s”不会出现在代码里，是不是 %(expected)s？") % words
    return _("第 %(place)s 位的“%(found)s”不会出现在代码里。") % words
