"""Why two units may be one, in a sentence."""

from django.utils.translation import gettext as _

from wenming.rules.doubles import Double, Likeness


def reason_words(double: Double) -> str:
    """The reason with the names that say so."""
    one, other = double.words
    words = {"one": one, "other": other}
    match double.likeness:
        case Likeness.CODE:
            return _("统一社会信用代码里是同一个机构：%(one)s、%(other)s") % words
        case Likeness.NAME:
            return _("都叫“%(one)s”") % words
        case Likeness.AREA:
            return _("去掉前面的地名，“%(one)s”和“%(other)s”是一个名称") % words
        case Likeness.SHORTENED:
            return _("“%(one)s”和“%(other)s”，一个像是另一个的简称") % words
        case Likeness.BODY:
            return _("“%(one)s”和“%(other)s”，一个像是另一个的机关") % words
    return _("“%(one)s”和“%(other)s”，一个的职能包括另一个的") % words
