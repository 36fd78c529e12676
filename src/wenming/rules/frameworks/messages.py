"""What is wrong with a framework pack or a table of observations, in one sentence that says what to do."""
# ruff: noqa: E501 - one sentence a line

from wenming.rules.frameworks.located import PackError

# code: (Chinese, English); the gaps are the keys of ``about``
SENTENCES: dict[str, tuple[str, str]] = {
    "unreadable": (
        "找不到这个文件，或者没有权限打开它：请检查文件位置后再试。",
        "The file cannot be found or opened: please check where it is and try again.",
    ),
    "not_utf8": (
        "文件不是 UTF-8 编码：请另存为 UTF-8 后再试。",
        "The file is not in UTF-8: please save it as UTF-8 and try again.",
    ),
    "too_large": (
        "文件太大（上限{most}MB）：请确认选对了文件。",
        "The file is too large (limit {most} MB): please check that it is the right one.",
    ),
    "empty": ("文件里没有内容：请确认选对了文件。", "The file is empty: please check that it is the right one."),
    "not_yaml": (
        "不是能读的 YAML：请检查这里的缩进、冒号和引号。",
        "This is no readable YAML: please check indentation, colons and quotes here.",
    ),
    "anchor": (
        "体系文件里不能用 YAML 的锚点和引用（& 和 *）：请把内容写全；文字要用这两个符号开头时，加上引号。",
        "A framework may not use YAML's anchors and aliases (& and *): please write the value out; put text that begins with one in quotes.",
    ),
    "too_deep": (
        "层级太深（上限{most}层）：请检查缩进。",
        "The levels are too deep (limit {most}): please check the indentation.",
    ),
    "too_many": (
        "测评标准太多（上限{most}条）：请确认选对了文件。",
        "There are too many standards (limit {most}): please check that it is the right file.",
    ),
    "too_large_number": (
        "“{name}”太大（上限{most}）：请检查单位。",
        "“{name}” is too large (limit {most}): please check its unit.",
    ),
    "twice": ("“{name}”写了两次：请去掉一个。", "“{name}” stands twice: please take one out."),
    "other_format": (
        "这里能读的格式是“{format}”：请改用这个格式。",
        "The format that can be read here is “{format}”: please use that one.",
    ),
    "no_items": (
        "体系下面没有“items”：请写上第一层条目。",
        "The framework has no “items”: please write its first level.",
    ),
    "no_code": ("这个条目没有“code”：请给它一个编号。", "This item has no “code”: please give it one."),
    "code_twice": (
        "编号“{item}”已经在第{first}行用过：请改成不同的编号。",
        "The code “{item}” stands in line {first} already: please choose another.",
    ),
    "not_text": ("“{name}”应当是文字：请写成一行文字。", "“{name}” should be text: please write it as one."),
    "not_number": (
        "“{name}”写的是“{text}”，不是数：请写成像 2.5 这样的数。",
        "“{name}” says “{text}”, which is no number: please write one such as 2.5.",
    ),
    "not_flag": ("“{name}”写的是“{text}”：请写 true 或 false。", "“{name}” says “{text}”: please write true or false."),
    "not_list": (
        "“{name}”应当是列表：每一项前面写“- ”。",
        "“{name}” should be a list: write “- ” before each of its values.",
    ),
    "not_mapping": (
        "“{name}”下面应当是“名称: 值”：请检查缩进和冒号。",
        "“{name}” should hold “name: value”: please check indentation and colons.",
    ),
    "not_pair": (
        "“{name}”的每一项是两个数：请写成像 [90, 1] 这样。",
        "Each of “{name}” is two numbers: please write it like [90, 1].",
    ),
    "below_zero": ("“{name}”小于 0：请改成 0 或更大的数。", "“{name}” is below 0: please write 0 or more."),
    "not_known": (
        "这里没有“{name}”这一项：请去掉，或者改成正确的名称。",
        "There is no “{name}” here: please take it out or mend its name.",
    ),
    "not_whole": (
        "“{name}”应当是整数：请写成像 300 这样的数。",
        "“{name}” should be a whole number: please write one such as 300.",
    ),
    "no_unit": (
        "“units”里的这一项没有“name”：请写上单位。",
        "This one of “units” has no “name”: please write the unit.",
    ),
    "not_digits": ("保留的位数应当是 0 到 10 的整数。", "The digits to keep are a whole number from 0 to 10."),
    "not_one_of": ("“{name}”写的是“{text}”：可以写{words}。", "“{name}” says “{text}”: it may be {words}."),
    "one_rule": ("“score”下面应当只有一个计分规则。", "“score” should hold exactly one rule."),
    "no_rule": ("没有“{name}”这个计分规则：可以用{rules}。", "There is no rule “{name}”: there are {rules}."),
    "not_of_rule": (
        "规则“{rule}”没有“{name}”这一项：请去掉，或者改成正确的名称。",
        "The rule “{rule}” has no “{name}”: please take it out or mend its name.",
    ),
    "rule_needs": ("“{rule}”需要写上“{name}”。", "“{rule}” needs “{name}”."),
    "bad_rule": (
        "规则“{rule}”的数不对（{why}）：请改正后再试。",
        "The numbers of the rule “{rule}” make no rule: {why}.",
    ),
    "rule_of_standard": (
        "这个规则只用于最末一级：请给下面有条目的这一项换一个规则，例如 sum。",
        "This rule is for standards only: please give an item with items below another one, such as sum.",
    ),
    "rule_of_items": (
        "这个规则要有下一级条目：请写上“items”，或者换一个规则，例如 mean_of_sites。",
        "This rule needs items below: please write “items”, or take another rule, such as mean_of_sites.",
    ),
    "not_an_item": (
        "“required”里的“{item}”不是下面的条目：请改成下面有的编号。",
        "“{item}” in “required” is no item below: please name a code that is.",
    ),
    "no_method": (
        "“totals”里的“{name}”不是哪条标准的测评方法：请改成“methods”里写过的方法，或者去掉。",
        "“{name}” in “totals” is a method of no standard: please name one that “methods” names, or take it out.",
    ),
    "not_csv": (
        "这一行不是能读的 CSV：请检查引号是否成对。",
        "This line is no readable CSV: please check that quotes come in pairs.",
    ),
    "no_column": (
        "表头缺少“{name}”这一列：第一行应当是 {columns}。",
        "The column “{name}” is missing: the first line should be {columns}.",
    ),
    "no_standard": (
        "“standard”这一格是空的：请写上测评标准的编号。",
        "“standard” is empty: please write the code of the standard.",
    ),
    "too_long": (
        "“{name}”这一格太长：请检查引号是否成对。",
        "“{name}” is too long: please check that quotes come in pairs.",
    ),
    "bad_value": (
        "“value”写的是“{text}”，不是数：请写 0 到 1 之间的数。",
        "“value” says “{text}”, which is no number: please write one from 0 to 1.",
    ),
    "not_a_share": (
        "“value”写的是“{text}”：请写 0 到 1 之间的数。",
        "“value” says “{text}”: please write a number from 0 to 1.",
    ),
    "no_grade": ("“grade”写的是“{text}”：可以写{grades}。", "“grade” says “{text}”: it may be {grades}."),
}


def say(error: PackError, language: str = "zh") -> str:
    """The sentence with its line, in Chinese unless ``language`` starts with ``en``."""
    chinese, english = SENTENCES[error.code]
    is_english = language.startswith("en")
    sentence = (english if is_english else chinese).format(**error.about)
    if not error.line:
        return sentence
    return f"Line {error.line}: {sentence}" if is_english else f"第{error.line}行：{sentence}"
