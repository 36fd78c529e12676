"""Who answers for two items, in the forms in which offices write it below or behind them."""

import pytest

from wenming.reading.read import read_text

LED = (["lead县民政局", "cooperating县体育局", "cooperating各镇"], ["lead县交通局"])
FORMS = [
    ("\n牵头单位：县民政局\n配合单位：县体育局、各镇\n", "\n牵头单位：县交通局\n"),
    ("\n牵头单位：县民政局；配合单位：县体育局、各镇\n", "\n牵头单位：县交通局\n"),
    ("\n【牵头单位】县民政局\n【配合单位】县体育局、各镇\n", "\n【牵头单位】县交通局\n"),
    ("\n牵头单位：\n县民政局\n配合单位：\n县体育局、各镇\n", "\n牵头单位：\n县交通局\n"),
    ("\n牵头单位\n县民政局\n配合单位\n县体育局、各镇\n", "\n牵头单位\n县交通局\n"),
    ("\n牵头单位　县民政局\n配合单位　县体育局、各镇\n", "\n牵头单位　县交通局\n"),
    ("\n牵 头 单 位：县民政局\n配 合 单 位：县体育局、各镇\n", "\n牵 头 单 位：县交通局\n"),
    ("\n牵头单位及责任人：县民政局 李文\n配合单位：县体育局、各镇\n", "\n牵头单位及责任人：县交通局 王海\n"),
    ("\n牵头单位：县民政局（李文）；配合单位：县体育局（赵平）、各镇。\n", "\n牵头单位：县交通局（王海）。\n"),
    ("\n（牵头单位：县民政局，\n配合单位：县体育局、\n各镇）\n", "\n（牵头单位：县交通局）\n"),
    ("\n牵头：县民政局    协助：县体育局、各镇\n", "\n牵头：县交通局\n"),
    ("（县民政局牵头，县体育局、各镇参与，6月底前完成）\n", "（县交通局牵头）\n"),
    ("【责任分工：县民政局牵头，县体育局、各镇配合】\n", "【责任分工：县交通局牵头】\n"),
    ("\n责任分工：由县民政局牵头、县体育局、各镇配合。\n", "\n责任分工：由县交通局牵头。\n"),
    ("\n（职责分工：县民政局牵头，县体育局、\n各镇配合）\n", "\n（职责分工：县交通局牵头）\n"),
    ("由县民政局牵头，县体育局、各镇配合。\n", "由县交通局牵头。\n"),
    ("——县民政局（牵头）、县体育局（配合）、各镇（配合）\n", "——县交通局（牵头）\n"),
    ("县民政局（牵头）、县体育局（配合）、各镇（配合）\n", "县交通局（牵头）。\n"),
    (
        "\n牵头单位：县民政局（局长李文）；配合单位：县体育局（责任人：赵平）、各镇。\n",
        "\n牵头单位：县交通局（副局长：王海）。\n",
    ),
    ("\n牵头单位为县民政局，配合单位为县体育局、各镇。\n", "\n牵头单位为县交通局。\n"),
    ("牵头部门为县民政局；配合部门分别为县体育局、各镇。\n", "牵头部门为县交通局。\n"),
    ("\n责任单位：县民政局〔牵头〕、县体育局〔配合〕、各镇【配合】\n", "\n责任单位：县交通局〔牵头单位〕\n"),
    ("｜牵头单位：县民政局｜配合单位：县体育局、各镇｜完成时限：6月\n", "｜牵头单位：县交通局｜完成时限：7月\n"),
    ("牵头单位：县民政局 配合单位：县体育局\\各镇\n", "牵头单位：县交通局\n"),
]


@pytest.mark.parametrize(("first", "second"), FORMS)
@pytest.mark.parametrize("numbers", [("1.", "2."), ("（一）", "（二）"), ("①", "②")])
def test_every_form_reads_alike(first: str, second: str, numbers: tuple[str, str]) -> None:
    text = (
        f"临溪县工作方案\n一、任务\n{numbers[0]}办好食堂，每周公示1次。{first}{numbers[1]}修好路灯，做到长明。{second}"
    )
    plan = read_text(text, name="plan.txt", sha256="").plans[0]
    said = tuple([f"{duty.role.value}{duty.unit}" for duty in measure.duties] for measure in plan.measures)
    assert said == LED


@pytest.mark.parametrize(
    ("listed", "units"),
    [
        ("责任单位：\n（1）县民政局负责城区；\n（2）各镇负责村庄。\n", ["responsible县民政局", "responsible各镇"]),
        ("牵头单位：\n（1）县民政局；\n（2）县交通局、各镇。\n", ["lead县民政局", "lead县交通局", "lead各镇"]),
        ("责任单位:\n\n  ①县民政局负责城区;\n\n  ②各镇负责村庄。\n", ["responsible县民政局", "responsible各镇"]),
    ],
)
def test_a_numbered_list_below_a_label_that_stands_alone(listed: str, units: list[str]) -> None:
    text = f"清扫方案\n一、任务\n1.清扫街巷。\n{listed}2.绿化。\n责任单位：县林业局\n"
    (plan,) = read_text(text, name="x", sha256="").plans
    answering = [[f"{duty.role.value}{duty.unit}" for duty in measure.duties] for measure in plan.measures]
    assert answering == [units, ["responsible县林业局"]]
