"""Who may do what, and how far: one table, asked by every page. docs/permissions.md is made from it.

Sources: the roles are those of the programme; 系统管理员, 安全管理员 and 审计管理员 are apart because GB/T 22239-2019
8.1.5.1–8.1.5.3 gives each its own work, and 8.1.4.2 d) asks for the least that each needs and for apart rights.
"""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wenming.accounts.models import PostRole


class Right(StrEnum):
    """One thing that a role may do."""

    PLAN_VIEW = "plan_view"  # see plans in force and the responsibility table
    PLAN_REVIEW = "plan_review"  # import a plan, correct its reading, put it in force
    FRAMEWORK_VIEW = "framework_view"  # see frameworks in force and who answers for their standards
    FRAMEWORK_EDIT = "framework_edit"  # bring a framework in, split it over the units, set its points
    ROUND_VIEW = "round_view"  # see rounds of assessment with their scores
    ROUND_EDIT = "round_edit"  # run rounds of assessment, enter what was seen, say who may see them
    UNIT_VIEW = "unit_view"  # see the directory and each unit's page
    UNIT_EDIT = "unit_edit"  # make and merge units, teach names
    PERSON_VIEW = "person_view"  # see who holds which posts
    PERSON_EDIT = "person_edit"  # invite people, give and end posts, hand over, stop an account
    PERSON_DATA = "person_data"  # hand out all that is kept about somebody, erase it after their account has ended
    COMMAND_VIEW = "command_view"  # see who commands the programme, and who looks after which place
    COMMAND_EDIT = "command_edit"  # set up groups, give and end seats and links
    COMMITMENT_EDIT = "commitment_edit"  # turn a plan into commitments, excuse units, decide objections
    WORK_VIEW = "work_view"  # see records of work, evidence and how commitments stand
    WORK_RECORD = "work_record"  # record what a unit did, answer requests, object
    WORK_REVIEW = "work_review"  # return and accept records, ask units for material
    REMINDER_EDIT = "reminder_edit"  # see who is reminded of what, set the steps up and the groups
    AUDIT_VIEW = "audit_view"  # read and check the log
    SYSTEM_RUN = "system_run"  # background work, checks of the installation, backups


class Reach(StrEnum):
    """How far the right of a post reaches."""

    EVERYWHERE = "everywhere"
    AREA = "area"  # the post's area, that of its unit for a unit's post; with all areas below it
    NAMED = "named"  # nothing but what was opened to them by name
    UNIT = "unit"  # the post's unit and the units below it; for an area's post as AREA


_PROGRAMME = {
    Right.PLAN_VIEW: Reach.AREA,
    Right.FRAMEWORK_VIEW: Reach.AREA,
    Right.UNIT_VIEW: Reach.EVERYWHERE,
    Right.COMMAND_VIEW: Reach.EVERYWHERE,
}

RIGHTS: Mapping[PostRole, Mapping[Right, Reach]] = {
    PostRole.OFFICE: {
        **_PROGRAMME,
        Right.PLAN_REVIEW: Reach.AREA,
        Right.FRAMEWORK_EDIT: Reach.AREA,
        Right.ROUND_VIEW: Reach.AREA,
        Right.ROUND_EDIT: Reach.AREA,
        Right.UNIT_EDIT: Reach.AREA,
        Right.PERSON_VIEW: Reach.AREA,
        Right.PERSON_EDIT: Reach.AREA,
        Right.COMMAND_EDIT: Reach.AREA,
        Right.COMMITMENT_EDIT: Reach.AREA,
        Right.WORK_VIEW: Reach.AREA,
        Right.WORK_RECORD: Reach.AREA,
        Right.WORK_REVIEW: Reach.AREA,
        Right.REMINDER_EDIT: Reach.AREA,
    },
    PostRole.LIAISON: {
        **_PROGRAMME,
        Right.PERSON_VIEW: Reach.UNIT,
        Right.WORK_VIEW: Reach.UNIT,
        Right.WORK_RECORD: Reach.UNIT,
    },
    PostRole.LEADER: {**_PROGRAMME, Right.ROUND_VIEW: Reach.AREA, Right.WORK_VIEW: Reach.AREA},
    PostRole.INSPECTOR: {**_PROGRAMME, Right.WORK_VIEW: Reach.AREA},
    PostRole.ASSESSOR: {Right.ROUND_VIEW: Reach.NAMED},
    PostRole.SYSTEM: {Right.SYSTEM_RUN: Reach.EVERYWHERE},
    PostRole.SECURITY: {
        Right.PERSON_VIEW: Reach.EVERYWHERE,
        Right.PERSON_EDIT: Reach.EVERYWHERE,
        Right.PERSON_DATA: Reach.EVERYWHERE,
    },
    PostRole.AUDIT: {Right.AUDIT_VIEW: Reach.EVERYWHERE},
}

# Which posts a role may give and end, as far as its PERSON_EDIT reaches. An office makes no other office and no
# administrator, so that nobody widens what the security administrator has given.
GIVES: Mapping[PostRole, frozenset[PostRole]] = {
    PostRole.OFFICE: frozenset({PostRole.LIAISON, PostRole.INSPECTOR, PostRole.LEADER}),
    PostRole.SECURITY: frozenset(PostRole),
}

# Posts that one account never holds together.
APART: tuple[frozenset[PostRole], ...] = (
    frozenset({PostRole.SYSTEM, PostRole.SECURITY, PostRole.AUDIT}),
    frozenset({PostRole.SECURITY, PostRole.OFFICE}),
)

RIGHT_WORDS: Mapping[Right, str | Promise] = {
    Right.PLAN_VIEW: _("看执行中的方案和责任分解表"),
    Right.PLAN_REVIEW: _("导入、核对方案，付诸执行"),
    Right.FRAMEWORK_VIEW: _("看使用中的测评体系和它的责任分解"),
    Right.FRAMEWORK_EDIT: _("导入测评体系，分解责任，定分值"),
    Right.ROUND_VIEW: _("看测评轮次和得分"),
    Right.ROUND_EDIT: _("办测评轮次，录入测评数据，设定谁可以看"),
    Right.UNIT_VIEW: _("看单位名录"),
    Right.UNIT_EDIT: _("改单位名录"),
    Right.PERSON_VIEW: _("看人员和职务"),
    Right.PERSON_EDIT: _("邀请人员，安排和结束职务，交接，停用账号"),
    Right.PERSON_DATA: _("导出某人的个人信息，注销人员"),
    Right.COMMAND_VIEW: _("看指挥体系和领导挂点"),
    Right.COMMAND_EDIT: _("改指挥体系和领导挂点"),
    Right.COMMITMENT_EDIT: _("确认要求，暂停计时和免除，答复异议"),
    Right.WORK_VIEW: _("看工作记录、佐证材料和落实情况"),
    Right.WORK_RECORD: _("登记工作，答复材料征集，提出异议"),
    Right.WORK_REVIEW: _("认可和退回工作记录，征集材料"),
    Right.REMINDER_EDIT: _("看提醒的预览和发送记录，设逐级提醒和群机器人"),
    Right.AUDIT_VIEW: _("看日志，核验日志"),
    Right.SYSTEM_RUN: _("看后台任务，检查系统，备份"),
}
REACH_WORDS: Mapping[Reach, str | Promise] = {
    Reach.EVERYWHERE: _("全部"),
    Reach.AREA: _("本辖区及以下"),
    Reach.NAMED: _("只限点名给本人的"),
    Reach.UNIT: _("本单位及下级"),
}


def apart_from(role: PostRole) -> frozenset[PostRole]:
    """The roles that whoever holds ``role`` may not hold as well."""
    return frozenset().union(*(roles for roles in APART if role in roles)) - {role}
