"""What the reader says to people, in Chinese and English: each doubt and refusal by its code."""

from collections.abc import Mapping

# code: (Chinese, English); the gaps are the keys of ``about``
SENTENCES: dict[str, tuple[str, str]] = {
    "file_missing": (
        "找不到这个文件，或者没有权限打开它：请检查文件位置后再试。",
        "The file cannot be found or opened: please check where it is and try again.",
    ),
    "file_empty": (
        "文件里没有文字：请确认选对了文件。",
        "The file holds no text: please check that it is the right one.",
    ),
    "file_huge": (
        "文件太大（上限20 MB或2000万字）：请拆分后分别导入。",
        "The file is too large (limit 20 MB or 20 million characters): please split it and import the parts.",
    ),
    "file_binary": (
        "这不是文字文件：请另存为 .docx、.pdf、.xlsx 或 .txt 后再导入。",
        "This is not a text file: please save it as .docx, .pdf, .xlsx or .txt and import that.",
    ),
    "file_unknown": (
        "认不出这种文件格式：请用 Word 或 WPS 打开后另存为 .docx 再导入。",
        "The format of this file is not known: please open it in Word or WPS, save it as .docx and import that.",
    ),
    "file_archive": (
        "这是压缩包：请先解压，再导入里面的文件。",
        "This is an archive: please unpack it and import the file inside.",
    ),
    "file_picture": (
        "这是图片，没有可读取的文字：请先做文字识别（OCR），再导入得到的文档。",
        "This is a picture without text: please run text recognition (OCR) and import the result.",
    ),
    "file_slides": (
        "暂不支持演示文稿和绘图文件：请把文字另存为 .docx 后再导入。",
        "Slides and drawings cannot be read: please save their text as .docx and import that.",
    ),
    "file_ofd": (
        "暂不支持 OFD 文件：请用阅读软件另存为 .pdf 或 .docx 后再导入。",
        "OFD files cannot be read yet: please save the document as .pdf or .docx and import that.",
    ),
    "file_locked": (
        "文件设有密码：请先取消密码保护，另存后再导入。",
        "The file is protected by a password: please remove the password, save it and import it again.",
    ),
    "file_damaged": (
        "文件已损坏或不完整：请重新下载，或用原来的软件打开后另存再导入。",
        "The file is damaged or incomplete: please download it again, or open it in its own program, save it and import that.",
    ),
    "file_bomb": (
        "文件解压后大得反常，为安全起见没有读取：请用原来的软件打开后另存再导入。",
        "The file unpacks to an abnormal size and was not read, for safety: please open it in its own program, save it and import that.",
    ),
    "file_entities": (
        "文件里夹带了外部引用或实体定义，为安全起见没有读取：请用 Word 或 WPS 另存后再导入。",
        "The file carries entity definitions or outside references and was not read, for safety: please save it from Word or WPS and import that.",
    ),
    "file_demanding": (
        "读取这个文件所需的时间或内存超出限度，已经停止：请拆分或另存后再导入。",
        "Reading this file would take more time or memory than allowed, so it was stopped: please split it or save it anew and import that.",
    ),
    "file_no_text_layer": (
        "这份 PDF 只有扫描图像，没有文字：请先做文字识别（OCR），再导入得到的文档。",
        "This PDF holds only scanned images and no text: please run text recognition (OCR) and import the result.",
    ),
    "file_needs_libreoffice": (
        "读取 .doc、.wps 等旧格式需要安装 LibreOffice：请用 Word 或 WPS 另存为 .docx 后再导入。",
        "Old formats such as .doc and .wps need LibreOffice installed: please save the file as .docx in Word or WPS and import that.",
    ),
    "file_not_converted": (
        "旧格式文件转换失败：请用 Word 或 WPS 另存为 .docx 后再导入。",
        "The old format could not be converted: please save the file as .docx in Word or WPS and import that.",
    ),
}


def say(code: str, about: Mapping[str, str], language: str = "zh") -> str:
    """The sentence of ``code`` with its gaps filled, in Chinese unless ``language`` starts with ``en``."""
    chinese, english = SENTENCES[code]
    return (english if language.startswith("en") else chinese).format(**about)
