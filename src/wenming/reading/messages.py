"""What the reader says to people, in Chinese and English: each doubt and refusal by its code."""
# ruff: noqa: E501 - one sentence a line

from collections.abc import Mapping
from enum import StrEnum

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
        "文件太大（上限20 MB或250万字）：请拆分后分别导入。",
        "The file is too large (limit 20 MB or 2.5 million characters): please split it and import the parts.",
    ),
    "too_many_lines": (
        "行数太多（上限{most}行），不像一份方案：请确认文件，或者拆分后分别导入。",
        "There are too many lines (limit {most}) for a plan: please check the file, or split it and import the parts.",
    ),
    "too_many_characters": (
        "文字太多（上限{most}字），不像一份方案：请确认文件，或者拆分后分别导入。",
        "There are too many characters (limit {most}) for a plan: please check the file, or split it and import the parts.",
    ),
    "too_many_items": (
        "条目太多（上限{most}条），不像一份方案：请确认文件，或者拆分后分别导入。",
        "There are too many items (limit {most}) for a plan: please check the file, or split it and import the parts.",
    ),
    "too_many_marks": (
        "责任和要求太多（上限{most}处），不像一份方案：请确认文件，或者拆分后分别导入。",
        "There are too many duties and terms (limit {most}) for a plan: please check the file, or split it and import the parts.",
    ),
    "line_too_long": (
        "第 {line} 行太长（{length}字，上限{most}字），可能丢了换行或夹带了图片数据：请分段或删去后再导入。",
        "Line {line} is too long ({length} characters, limit {most}); line breaks may be lost, or a picture’s data is in it: please part or remove it and import the file again.",
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
    "file_no_sheets": (
        "这不是电子表格：请选择 .xlsx、.xls、.et 或 .ods 文件。",
        "This is not a spreadsheet: please choose an .xlsx, .xls, .et or .ods file.",
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
    "date_impossible": (
        "“{date}”不是一个可能的日期：请核对原文。",
        "“{date}” is no possible date: please check it against the original.",
    ),
    "reference_missing": (
        "文中提到“{reference}”，但编号到不了这么多：请核对所指的是哪一项。",
        "The text refers to “{reference}”, but no item has so high a number: please check which one is meant.",
    ),
    "annex_missing": (
        "文中提到“{annex}”，但没有找到这个附件：请确认附件是否一并导入。",
        "The text refers to “{annex}”, which is not in this document: please check whether it was imported too.",
    ),
    "unit_may_be_two": (
        "“{unit}”可能是两个单位，中间少了分隔符：请核对后分开。",
        "“{unit}” may be two units without a separator: please check and part them.",
    ),
    "unit_unclear": (
        "“{unit}”不像一个单位名称：请核对这一处责任单位。",
        "“{unit}” does not look like the name of a unit: please check who is meant here.",
    ),
    "number_repeats": (
        "编号“{number}”重复或倒退：请核对层次是否正确。",
        "The number “{number}” repeats or goes back: please check whether the item stands where it should.",
    ),
    "number_jumps": (
        "编号到“{number}”有间断：请核对是否漏了一项。",
        "The numbers leave a gap before “{number}”: please check whether an item is missing.",
    ),
    "number_stray": (
        "编号“{number}”后面不是一个条目，读取时未作编号：请核对原文。",
        "No item follows the number “{number}”, so it was not read as one: please check it against the original.",
    ),
    "statement_names_nobody": (
        "“{statement}”没有写明责任单位：请补上，或确认此处无需落实。",
        "“{statement}” names no unit: please add who answers, or confirm that nobody does.",
    ),
    "statement_without_measure": (
        "“{statement}”前面没有对应的措施：请指明它属于哪一项。",
        "“{statement}” stands before any measure: please say which one it belongs to.",
    ),
    "no_measures": (
        "没有读出任何措施：请确认这是一份实施方案或任务分解表，而不是通知、总结或新闻。",
        "No measures were found: please check that this is a plan or a table of tasks, not a notice, a report or news.",
    ),
    "measure_without_owner": (
        "没有写明由谁负责：请补上责任单位。",
        "Nobody is named to do this: please add the responsible unit.",
    ),
    "measure_without_owner_many": (
        "这一部分的 {total} 条措施中有 {count} 条没有写明由谁负责，这是第一条：请补上责任单位，或写明统一由谁负责。",
        "Of the {total} measures in this part, {count} name nobody to do them; this is the first: please add the responsible units, or say in one sentence who answers for all.",
    ),
    "measure_without_yardstick": (
        "既没有时限，也没有次数、数量等衡量标准：请补上其中一项，以便检查是否完成。",
        "Neither a date nor a number says when this is done: please add one, so that it can be checked.",
    ),
    "measure_without_yardstick_many": (
        "这一部分的 {total} 条措施中有 {count} 条既没有时限，也没有可衡量的标准，这是第一条：请给其中重要的补上。",
        "Of the {total} measures in this part, {count} have neither a date nor a number to be checked by; this is the first: please add them where it matters.",
    ),
    "two_leads": (
        "有 {count} 个牵头单位（{units}）：请确定一个牵头，其余改为配合或责任单位。",
        "{count} units lead ({units}): please let one lead and the others answer or cooperate.",
    ),
    "two_leads_many": (
        "这一部分的 {total} 条措施中有 {count} 条不止一个牵头单位，这是第一条：如非有意联合牵头，请各确定一个。",
        "Of the {total} measures in this part, {count} have more than one lead; this is the first: unless they lead jointly on purpose, please choose one each.",
    ),
    "unit_leads_and_cooperates": (
        "“{unit}”在同一条措施里既负责又配合：请保留一个身份。",
        "“{unit}” both answers for this measure and cooperates in it: please keep one role.",
    ),
    "duty_twice": (
        "“{unit}”在同一条措施里列了两次：请删去一处，或改成漏写的单位。",
        "“{unit}” is named twice for this measure: please remove one, or write the unit that was meant.",
    ),
    "measure_twice": (
        "与第 {line} 行的措施文字相同：请删去一处，或写明两处的区别。",
        "The same measure stands in line {line}: please remove one, or say how they differ.",
    ),
    "measure_twice_many": (
        "这一部分的 {total} 条措施中有 {count} 条与前面的文字相同，这是第一条（同第 {line} 行）：如非有意重复，请合并。",
        "Of the {total} measures in this part, {count} repeat an earlier one; this is the first (as in line {line}): unless they repeat on purpose, please join them.",
    ),
    "owner_too_wide": (
        "责任单位只写了“{unit}”，没有点名到具体单位：请写明由哪个单位牵头。",
        "Only “{unit}” is named, no unit in particular: please say which unit leads.",
    ),
    "owner_too_wide_many": (
        "这一部分的 {total} 条措施中有 {count} 条的责任单位只是泛称（如“{unit}”），这是第一条：请各写明一个牵头单位。",
        "Of the {total} measures in this part, {count} name only everybody (“{unit}”); this is the first: please name a leading unit for each.",
    ),
    "date_before_period": (
        "这个时间早于方案的期间（{period}）：可能沿用了以前的文字，请核对年份。",
        "This date is before the plan’s period ({period}): it may come from an older text, please check the year.",
    ),
    "date_after_period": (
        "这个时间晚于方案的期间（{period}）：如不是远期目标，请核对年份。",
        "This date is after the plan’s period ({period}): unless it is a later goal, please check the year.",
    ),
    "date_backwards": (
        "结束时间早于开始时间：请核对这两个时间。",
        "The end is earlier than the start: please check both dates.",
    ),
    "frequency_without_end": (
        "有 {count} 项定期要求（这是第一项）没有写明做到何时，方案也没有写明年度：请在标题或总体要求里写明起止时间。",
        "{count} recurring requirements (this is the first) have no end, and the plan names no year: please give the period in the title or the first chapter.",
    ),
    "summary": (
        "{measures} 条措施 · {duties} 项责任（{units} 个单位） · {terms} 项要求 · {doubts} 处存疑",
        "measures: {measures} · duties: {duties} (units: {units}) · terms: {terms} · doubts: {doubts}",
    ),
    "lint_found": (
        "另有 {count} 条编写上的提醒和建议：wenming lint 可以逐条列出。",
        "There are {count} more remarks on the plan itself: wenming lint lists them.",
    ),
    "lint_nothing": (
        "没有发现需要核对的地方。",
        "Nothing was found that needs a look.",
    ),
    "table_written": (
        "责任分解表已写入“{path}”。",
        "The responsibility table was written to “{path}”.",
    ),
    "output_unwritable": (
        "无法写入“{path}”：请检查文件夹是否存在、是否有写入权限，或换一个位置。",
        "“{path}” cannot be written: please check that the folder exists and may be written to, or choose another place.",
    ),
    "output_is_source": (
        "“{path}”就是要读取的文件：请给表格换一个文件名。",
        "“{path}” is the file to be read: please choose another name for the table.",
    ),
    "second_found": (
        "第二读者（{model}）：{agreed} 项与规则读取的结果相同；另有 {new} 项建议，仅供核对，没有采用。",
        "Second reader ({model}): {agreed} marks as the rules read them; {new} more suggestions, for you to judge, not used.",
    ),
    "second_sees_lead": (
        "第二读者认为“{words}”是牵头单位，规则没有这样读。",
        "The second reader takes “{words}” for a leading unit; the rules do not.",
    ),
    "second_sees_responsible": (
        "第二读者认为“{words}”是责任单位，规则没有这样读。",
        "The second reader takes “{words}” for a responsible unit; the rules do not.",
    ),
    "second_sees_cooperating": (
        "第二读者认为“{words}”是配合单位，规则没有这样读。",
        "The second reader takes “{words}” for a cooperating unit; the rules do not.",
    ),
    "second_sees_supervising": (
        "第二读者认为“{words}”是督查单位，规则没有这样读。",
        "The second reader takes “{words}” for a supervising unit; the rules do not.",
    ),
    "second_sees_frequency": (
        "第二读者认为“{words}”是频次，规则没有这样读。",
        "The second reader takes “{words}” for a frequency; the rules do not.",
    ),
    "second_sees_quantity": (
        "第二读者认为“{words}”是数量，规则没有这样读。",
        "The second reader takes “{words}” for a quantity; the rules do not.",
    ),
    "second_sees_duration": (
        "第二读者认为“{words}”是时长，规则没有这样读。",
        "The second reader takes “{words}” for a duration; the rules do not.",
    ),
    "second_sees_date": (
        "第二读者认为“{words}”是时限，规则没有这样读。",
        "The second reader takes “{words}” for a date; the rules do not.",
    ),
    "second_sees_coverage": (
        "第二读者认为“{words}”是覆盖范围，规则没有这样读。",
        "The second reader takes “{words}” for a coverage; the rules do not.",
    ),
    "second_sees_horizon": (
        "第二读者认为“{words}”是期别，规则没有这样读。",
        "The second reader takes “{words}” for a horizon; the rules do not.",
    ),
    "second_not_local": (
        "第二读者的地址“{host}”不在本地网络内，没有发送任何内容：请改用本地地址，或明确允许使用外部地址。",
        "The second reader at “{host}” is outside the local network, so nothing was sent: please use a local address, or allow outside ones explicitly.",
    ),
    "second_bad_address": (
        "第二读者的地址“{url}”不完整：请写成 http://主机:端口/v1 的样子。",
        "The address of the second reader, “{url}”, is incomplete: please write it like http://host:port/v1.",
    ),
    "second_unreachable": (
        "连不上第二读者（{host}）：请检查它是否在运行。以下措施只有规则读取的结果。",
        "The second reader ({host}) cannot be reached: please check that it runs. From here on there is only the rules’ reading.",
    ),
    "second_refused": (
        "第二读者没有接受请求（状态 {status}）：请检查模型名称和服务的设置。",
        "The second reader did not accept the request (status {status}): please check the model’s name and the service.",
    ),
    "second_slow": (
        "第二读者没有在 {seconds} 秒内回答这一条：请换用较快的模型，或放宽时限。",
        "The second reader did not answer for this measure within {seconds} seconds: please use a faster model, or allow more time.",
    ),
    "second_broken": (
        "第二读者对这一条的回答不符合约定的格式，没有采用：可以换一个模型再试。",
        "The second reader’s answer for this measure is not in the agreed form and was not used: another model may do better.",
    ),
    "second_dropped": (
        "第二读者对这一条的建议中有 {count} 项在原文里找不到依据或格式不对，已略去。",
        "{count} of the second reader’s suggestions for this measure were left out: they do not stand in the text or are malformed.",
    ),
    "second_stopped": (
        "第二读者接连 {count} 次没有给出可用的回答，已停止询问：还有 {left} 条措施只有规则读取的结果。",
        "The second reader failed {count} times in a row and was not asked any more: for {left} more measures there is only the rules’ reading.",
    ),
}


class Grade(StrEnum):
    """How much a doubt matters."""

    ERROR = "error"  # 错误: cannot be right as it stands
    WARN = "warn"  # 提醒: a person should look before the plan is put in force
    HINT = "hint"  # 建议: would make the plan better


# what is not named here is a warning
GRADES: Mapping[str, Grade] = {
    "no_measures": Grade.ERROR,
    "date_backwards": Grade.ERROR,
    "measure_without_yardstick": Grade.HINT,
    "measure_without_yardstick_many": Grade.HINT,
    "two_leads_many": Grade.HINT,
    "duty_twice": Grade.HINT,
    "owner_too_wide": Grade.HINT,
    "owner_too_wide_many": Grade.HINT,
    "date_after_period": Grade.HINT,
    "frequency_without_end": Grade.HINT,
    "second_dropped": Grade.HINT,
    "second_sees_lead": Grade.HINT,
    "second_sees_responsible": Grade.HINT,
    "second_sees_cooperating": Grade.HINT,
    "second_sees_supervising": Grade.HINT,
    "second_sees_frequency": Grade.HINT,
    "second_sees_quantity": Grade.HINT,
    "second_sees_duration": Grade.HINT,
    "second_sees_date": Grade.HINT,
    "second_sees_coverage": Grade.HINT,
    "second_sees_horizon": Grade.HINT,
}


def grade_of(code: str) -> Grade:
    """How much the doubt ``code`` matters."""
    return GRADES.get(code, Grade.WARN)


def say(code: str, about: Mapping[str, str], language: str = "zh") -> str:
    """The sentence of ``code`` with its gaps filled, in Chinese unless ``language`` starts with ``en``."""
    chinese, english = SENTENCES[code]
    return (english if language.startswith("en") else chinese).format(**about)
