"""What this folder says to people: why a file is refused, what differs, why a copy could not be made."""

from collections.abc import Mapping

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wenming.work.evidence.marks import Mark, MarkKind
from wenming.work.models import EvidenceKind

Words = str | Promise

# What a file field offers to choose from; what a file is, its bytes say.
SUFFIXES = ".jpg,.jpeg,.heic,.png,.mp4,.mov,.pdf,.docx,.doc,.wps,.xlsx,.xls,.et,image/*,video/mp4,video/quicktime"

REFUSALS: Mapping[str, Words] = {
    "empty": gettext_lazy("是空的，请检查后重新选择。"),
    "archive": gettext_lazy("是压缩包。请解开以后，把里面的文件分别上传。"),
    "bomb": gettext_lazy("解开以后大得不正常，没有接收。"),
    "damaged": gettext_lazy("不完整或者已损坏。请用原来的软件打开看看，再上传一次。"),
    "locked": gettext_lazy("有密码。请去掉密码，另存以后再上传。"),
    "macros": gettext_lazy("里面带有宏程序，没有接收。请另存为不带宏的文件再上传。"),
    "page": gettext_lazy("是网页或者矢量图，没有接收。可以把网址作为链接登记，或者截图上传。"),
    "picture": gettext_lazy("这种图片收不了。请另存为 JPEG 或 PNG 再上传。"),
    "program": gettext_lazy("是程序，没有接收。"),
    "two_kinds": gettext_lazy("里面藏着另一种文件，没有接收。请重新拍照或另存以后再上传。"),
    "unknown": gettext_lazy("不是可以接收的格式。可以上传照片、视频、PDF、Word 和 Excel 文件。"),
    "video_cut": gettext_lazy("这段视频不完整，可能没有录完或者没有传完。请重新导出以后再上传。"),
}

PROBLEMS: Mapping[str, Words] = {
    "damaged": gettext_lazy("文件打不开，可能不完整或者已损坏。请看看原件，需要的话重新上传。"),
    "demanding": gettext_lazy("文件太复杂，没有做预览。原件已经存好，可以下载。"),
    "picture_huge": gettext_lazy("照片的尺寸太大，没有做预览。原件已经存好，可以下载。"),
    "locked": gettext_lazy("文件有密码，没有做预览。"),
    "missing": gettext_lazy("存放的原件不见了。请重新上传同一个文件。"),
    "broken": gettext_lazy("存放的原件已经损坏。请重新上传同一个文件。"),
}

ICONS: Mapping[str, str] = {EvidenceKind.PHOTO: "camera", EvidenceKind.LINK: "leave", EvidenceKind.PUBLICATION: "log"}


def refusal(code: str) -> str:
    """Why the file is not taken; follows its name."""
    if code == "too_large":
        return _("超过 %(limit)s。请压缩以后再上传。") % {"limit": filesizeformat(settings.DOCUMENT_BYTES)}
    if code == "video_too_large":
        return _("超过 %(limit)s。请剪短或者压缩以后再上传。") % {"limit": filesizeformat(settings.VIDEO_BYTES)}
    return str(REFUSALS[code])


def named_refusal(name: str, code: str) -> str:
    """The same in a sentence with the file's name."""
    return _("“%(name)s”%(why)s") % {"name": name, "why": refusal(code)}


def problem(code: str) -> str:
    """Why there is no preview; empty where nothing is the matter."""
    return str(PROBLEMS.get(code, PROBLEMS["damaged"])) if code else ""


def icon_of(kind: str) -> str:
    """The drawing that stands for what has no picture."""
    return ICONS.get(kind, "plan")


def mark_words(mark: Mark) -> str:
    """What differs, in a sentence that blames nobody."""
    days = {"count": mark.count}
    match mark.kind:
        case MarkKind.BEFORE:
            text = ngettext(
                "照片的时间比登记的时间早 %(count)s 天", "照片的时间比登记的时间早 %(count)s 天", mark.count
            )
            return text % days
        case MarkKind.AFTER:
            text = ngettext(
                "照片的时间比登记的时间晚 %(count)s 天", "照片的时间比登记的时间晚 %(count)s 天", mark.count
            )
            return text % days
        case MarkKind.AHEAD:
            text = ngettext(
                "照片的时间比上传的时间还晚 %(count)s 天，相机的时钟可能不准",
                "照片的时间比上传的时间还晚 %(count)s 天，相机的时钟可能不准",
                mark.count,
            )
            return text % days
    return _("和同一记录的其他照片相距 %(distance)s 公里") % {"distance": f"{mark.count / 1000:.1f}"}
