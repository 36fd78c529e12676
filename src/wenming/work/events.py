"""The verbs of this room in words, and the fields that its events tell."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wenming.work.commitments.words import KIND_WORDS
from wenming.work.models import (
    AnswerState,
    Asks,
    CommitmentState,
    EvidenceKind,
    ExcuseKind,
    LikenessState,
    LocalDaysKind,
    ObjectionKind,
    Outcome,
    RequestState,
    SigningState,
    Whom,
)

EVENTS: Mapping[str, str | Promise] = {
    "work.propose": _("从方案生成要求"),
    "work.add_commitment": _("补充要求"),
    "work.adjust_commitment": _("调整要求"),
    "work.confirm_commitment": _("确认要求"),
    "work.set_aside_commitment": _("不设规则"),
    "work.excuse": _("暂停计时或免除"),
    "work.end_excuse": _("结束暂停或免除"),
    "work.object": _("提出异议"),
    "work.withdraw_objection": _("撤回异议"),
    "work.decide_objection": _("答复异议"),
    "work.record_work": _("登记工作"),
    "work.change_record": _("改工作记录"),
    "work.return_record": _("退回工作记录"),
    "work.accept_record": _("认可工作记录"),
    "work.withdraw_record": _("撤回工作记录"),
    "work.add_members": _("把人加进名册"),
    "work.change_member": _("改名册上的人"),
    "work.undo_members": _("撤销加进名册的名单"),
    "work.export_members": _("导出名册上的姓名"),
    "work.open_sign_up": _("开活动签到"),
    "work.change_sign_up": _("改活动签到"),
    "work.list_names": _("把签到的人列入名单"),
    "work.take_off_names": _("从名单去掉签到的人"),
    "work.set_aside_names": _("签到的人不列入名单，或者放回"),
    "work.add_evidence": _("添加佐证材料"),
    "work.attach_evidence": _("用佐证材料证明记录"),
    "work.detach_evidence": _("从记录拿掉佐证材料"),
    "work.judge_likeness": _("看过相近佐证"),
    "work.add_days": _("添加放假和节日"),
    "work.remove_days": _("删除放假和节日"),
    "work.draft_request": _("起草材料征集"),
    "work.change_request": _("改材料征集的草稿"),
    "work.discard_request": _("删除材料征集的草稿"),
    "work.send_request": _("发出材料征集"),
    "work.merge_request": _("并入已有的材料征集"),
    "work.ask_more_units": _("向更多单位征集材料"),
    "work.close_request": _("结束材料征集"),
    "work.cancel_request": _("取消材料征集"),
    "work.remind_units": _("提醒单位答复材料征集"),
    "work.answer_request": _("答复材料征集"),
    "work.say_not_ours": _("材料征集不属于本单位"),
    "work.accept_answer": _("认可答复"),
    "work.agree_not_theirs": _("同意材料征集不属于该单位"),
    "work.return_answer": _("退回答复"),
    "work.refer_objection": _("上报办不到的事"),
    "work.answer_referral": _("答复上报的事"),
    "work.enter_figure": _("填入数据"),
    "work.correct_figure": _("更正数据"),
    "work.withdraw_figure": _("撤回数据"),
    "work.review": _("评议"),
}
JOBS: Mapping[str, str | Promise] = {
    "prepare_evidence": _("做佐证材料的预览，与已有的比较"),
    "recalculate": _("按新的日历重新计算落实情况"),
}
_ABOUT: Mapping[str, str | Promise] = {
    "kind": _("类型"),
    "unit": _("单位"),
    "commitment": _("要求"),
    "first": _("第一天"),
    "last": _("最后一天"),
    "reason": _("理由"),
    "whose": _("应属单位"),
    "outcome": _("结论"),
    "answer": _("答复"),
}
_RECORD: Mapping[str, str | Promise] = {
    "unit": _("单位"),
    "kind": _("类型"),
    "first": _("第一天"),
    "last": _("最后一天"),
    "minutes": _("时长（分钟）"),
    "people": _("人数"),
    "state": _("状态"),
    "evidence": _("佐证材料"),
}
_EVIDENCE: Mapping[str, str | Promise] = {
    "kind": _("类型"),
    "unit": _("单位"),
    "file_name": _("文件名"),
    "sha256": _("文件指纹"),
    "size": _("大小（字节）"),
    "link": _("链接"),
}
_REQUEST: Mapping[str, str | Promise] = {
    "title": _("征集什么"),
    "basis": _("依据"),
    "commitment": _("要求"),
    "due": _("时限"),
    "state": _("状态"),
    "units": _("单位"),
    "draft": _("草稿"),
    "reason": _("理由"),
    "count": _("数量"),
}
_ANSWER: Mapping[str, str | Promise] = {
    "unit": _("单位"),
    "state": _("状态"),
    "minutes": _("用时（分钟）"),
    "records": _("工作记录"),
    "evidence": _("佐证材料"),
    "reason": _("理由"),
}
_DAYS: Mapping[str, str | Promise] = {
    "kind": _("类型"),
    "first": _("第一天"),
    "last": _("最后一天"),
    "name": _("名称"),
    "source": _("依据"),
}
_COMMITMENT: Mapping[str, str | Promise] = {
    "measure": _("措施"),
    "activity": _("做什么"),
    "kind": _("怎样算做到"),
    "rule": _("规则"),
    "whom": _("对谁提要求"),
    "unit_class": _("单位类别"),
    "state": _("状态"),
}
_FIGURE: Mapping[str, str | Promise] = {
    "unit": _("单位"),
    "on": _("日期"),
    "value": _("数值"),
    "source": _("来源"),
    "reason": _("理由"),
}
_REVIEW: Mapping[str, str | Promise] = {
    "unit": _("单位"),
    "commitment": _("要求"),
    "on": _("日期"),
    "is_enough": _("做得够不够"),
    "words": _("说明"),
}
FIELDS: Mapping[str, Mapping[str, str | Promise]] = {
    "work.commitment": _COMMITMENT,
    "work.evidence": _EVIDENCE,
    "work.likeness": {"state": _("状态"), "words": _("说明")},
    "work.localdays": _DAYS,
    "work.excuse": _ABOUT,
    "work.objection": _ABOUT,
    "work.record": _RECORD,
    "work.request": _REQUEST,
    "work.answer": _ANSWER,
    "work.referral": {"objection": _("异议"), "words": _("请他们解决什么"), "answer": _("答复")},
    "work.figure": _FIGURE,
    "work.review": _REVIEW,
    "work.member": {
        "unit": _("单位"),
        "population": _("名册"),
        "since": _("从哪天起"),
        "until": _("到哪天止"),
        "count": _("人数"),
        "changed": _("改了几人"),
    },
    "work.signup": {
        "unit": _("单位"),
        "title": _("什么活动"),
        "on": _("哪一天"),
        "place": _("在哪里"),
        "asks": _("请大家写什么"),
        "opens": _("从什么时候起"),
        "closes": _("到什么时候止"),
        "count": _("人数"),
        "state": _("状态"),
    },
}
VALUES: Mapping[str, Mapping[str, Mapping[str, str | Promise]]] = {
    "work.commitment": {
        "kind": KIND_WORDS,
        "whom": dict(Whom.choices),
        "state": dict(CommitmentState.choices),
    },
    "work.excuse": {"kind": dict(ExcuseKind.choices)},
    "work.objection": {"kind": dict(ObjectionKind.choices), "outcome": dict(Outcome.choices)},
    "work.evidence": {"kind": dict(EvidenceKind.choices)},
    "work.localdays": {"kind": dict(LocalDaysKind.choices)},
    "work.likeness": {"state": dict(LikenessState.choices)},
    "work.request": {"state": dict(RequestState.choices)},
    "work.answer": {"state": dict(AnswerState.choices)},
    "work.signup": {"asks": dict(Asks.choices), "state": dict(SigningState.choices)},
}
_RELATED = {
    "unit": "places.unit",
    "unit_class": "places.unitclass",
    "measure": "plans.measure",
    "commitment": "work.commitment",
    "evidence": "work.evidence",
}
RELATED = {kind: {name: _RELATED[name] for name in fields if name in _RELATED} for kind, fields in FIELDS.items()}
