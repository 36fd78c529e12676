"""A small framework of our own, brought in and split."""

from tests.plans.making import NOON
from wenming.accounts.models import User
from wenming.frameworks.actions.bringing import bring_in, put_in_force
from wenming.frameworks.models import Assignment, AssignmentRole, Dispute, Edition, Framework, Item
from wenming.places.models import Unit
from wenming.rules.frameworks.model import Framework as Pack
from wenming.rules.frameworks.pack import read_pack

PACK = """
format: wenming.framework/1
version: 2026年版
title: 县城文明程度测评体系
items:
- code: Ⅰ-1
  title: 公共环境
  items:
  - code: Ⅰ-1-1
    title: 背街小巷路灯完好
    text: 背街小巷亮灯率不低于95%。
    points: 2.5
    methods: [实地考察]
    checks:
    - sites: [背街小巷]
      checks: [路灯亮]
    units:
    - {role: lead, name: 县城管局}
    - {role: responsible, name: 各社区}
  - code: Ⅰ-1-2
    title: 公厕干净
    score: {grade: {shares: {A: 1, B: 0.6, C: 0}}}
- code: Ⅰ-2
  title: 未成年人
  items:
  - code: Ⅰ-2-1
    title: 学校有心理辅导室
    evidence:
    - format: 说明报告
      what: 心理辅导室建设情况
      max_words: 300
      units: [{role: lead, name: 县教育局}, {role: lead, name: 县妇联}]
    - format: 实景图片
      what: 心理辅导室照片
      count: 2张
    survey:
    - question: 孩子的学校有心理老师吗？
"""


def pack(text: str = PACK) -> Pack:
    """The framework as values."""
    return read_pack(text)


def make_edition(by: User, *, of: Framework | None = None, is_draft: bool = True, text: str = PACK) -> Edition:
    """An edition of the small framework."""
    edition = bring_in(pack=pack(text), framework=of, by=by, at=NOON)
    if not is_draft:
        put_in_force(edition=edition, by=by, at=NOON)
        edition.refresh_from_db()
    return edition


def item(edition: Edition, code: str) -> Item:
    """The item of that code."""
    return edition.items.get(code=code)


def hold(edition: Edition, unit: Unit, by: User, code: str = "Ⅰ-1-1") -> Assignment:
    """The unit answers for a standard."""
    made = {"role": AssignmentRole.RESPONSIBLE, "made_by": by, "made_at": NOON}
    return Assignment.objects.get_or_create(item=item(edition, code), unit=unit, defaults=made)[0]


def dispute_of(row: Assignment, by: User) -> Dispute:
    """The unit says that it is not theirs, and nobody has decided yet."""
    said = {"reason": "路灯归电力部门管。", "role": row.role, "made_by": by, "made_at": NOON}
    return Dispute.objects.get_or_create(
        item=row.item, wanted=row.wanted, unit=row.unit, decided_at=None, defaults=said
    )[0]
