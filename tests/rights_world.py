"""Two towns of a county with the same things in each: what every address is asked about, within reach and beyond."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from uuid import uuid4

from allauth.usersessions.models import UserSession
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import now

from tests.frameworks.filing.making import make_filing, make_piece
from tests.frameworks.filing.making import want as wanted
from tests.frameworks.making import PACK, dispute_of, hold, item, make_edition
from tests.plans import read
from tests.plans.making import NOON, Says, make_area, make_person, make_unit, make_version
from tests.scores.making import make as make_round_of
from tests.scores.making import make_open
from tests.work.figures.making import LAMPS, YEAR
from tests.work.making import RULE, make_commitment
from wenming.accounts.actions import NewPost
from wenming.accounts.models import Invitation, PostRole, User
from wenming.accounts.people.inviting import invite
from wenming.command.models import Group, Link, Seat
from wenming.files.naming import content_name
from wenming.frameworks.actions.linking import link
from wenming.frameworks.models import Crossing, Edition
from wenming.jobs.models import Job
from wenming.papers.models import Feed
from wenming.places.models import (
    Area,
    AreaKind,
    ChangeKind,
    DirectoryImport,
    NotSame,
    Unit,
    UnitChange,
    UnitClass,
    UnitKind,
)
from wenming.plans.actions import importing
from wenming.plans.models import Measure, PlanVersion, VersionState
from wenming.reading.model import Role
from wenming.reminders.models import Bot
from wenming.reminders.sealing import sealed
from wenming.rules.commitments.kept import as_json
from wenming.rules.commitments.model import Commitment as Rule
from wenming.rules.commitments.model import Coverage, Direction, Every, Population, Rate, Standing
from wenming.scores.models import Round
from wenming.work.models import (
    Answer,
    Cell,
    Evidence,
    EvidenceKind,
    Excuse,
    Figure,
    Likeness,
    LocalDays,
    Member,
    Objection,
    Proof,
    Record,
    RecordKind,
    Referral,
    Request,
    Signing,
    SignUp,
    Upload,
)
from wenming.work.signup.codes import code_of


@dataclass(frozen=True)
class World:
    """A town: its office, a plan in force with an earlier version, another under review, people, an invitation."""

    area: Area
    unit: Unit  # for which the one who asks holds a post, where the town is theirs
    person: User  # liaison of that unit
    colleague: User  # of its office
    invitation: Invitation
    review: PlanVersion
    in_force: PlanVersion
    earlier: PlanVersion

    def keys(self, name: str) -> list[object]:
        """What stands for a word of the table in an address."""
        return self._things[name]

    @cached_property
    def _things(self) -> dict[str, list[object]]:
        """All of them, made when the first is asked for."""
        own: dict[str, list[object]] = {
            "": [],
            "secret": ["a-secret-that-nobody-has"],
            "foreign session": [_session_of(self.person)],
            "event": [1],
            "feed": [_feed_of(self.person)],
            "person": [self.person.pk],
            "colleague": [self.colleague.pk],
            "post": [self.person.posts.get().pk],
            "colleague post": [self.colleague.posts.get().pk],
            "invitation": [self.invitation.pk],
        }
        of_rooms = self._of_plans() | self._of_frameworks() | self._of_scores() | self._of_places() | self._of_command()
        return own | of_rooms | self._of_work() | self._of_reminders()

    def _of_plans(self) -> dict[str, list[object]]:
        review, in_force = self.review, self.in_force
        duty = f"duty-{read.duty_of(review, '教育局').pk}"
        return {
            "history": ["plans.plan", review.plan_id],
            "job": [Job.objects.get_or_create(kind="read_plan", asked_by=self.colleague, asked_at=NOON)[0].pk],
            "version": [in_force.pk],
            "draft": [review.pk],
            "plan": [in_force.plan_id],
            "draft plan": [review.plan_id],
            "numbers": [in_force.plan_id, self.earlier.number, in_force.number],
            "draft numbers": [review.plan_id, review.number, review.number],
            "kind": [review.pk, "unit"],
            "mark": [review.pk, duty],
            "act": [review.pk, duty, "correct"],
            "foreign act": [in_force.pk, duty, "correct"],
            "foreign mark": [in_force.pk, f"measure-{read.measure_of(review, 1).pk}"],
            "measure": [read.measure_of(in_force, 1).pk],
            "draft measure": [read.measure_of(review, 1).pk],
        }

    def _of_filings(self, in_force: Edition) -> dict[str, list[object]]:
        hold(in_force, self.unit, self.colleague, "Ⅰ-2-1")
        filing = in_force.filings.first() or make_filing(self.colleague, in_force)
        piece = wanted(filing).pieces.first() or make_piece(wanted(filing), self.colleague)
        made = {"words": "全校", "made_by": self.colleague, "made_at": NOON}
        proving = piece.provings.get_or_create(defaults=made)[0]
        return {
            "filing": [filing.pk],
            "want": [wanted(filing).pk],
            "piece": [piece.pk],
            "proving": [proving.pk],
        }

    def _of_frameworks(self) -> dict[str, list[object]]:
        found = Edition.objects.filter(framework__area=self.area)
        in_force = found.filter(state="in_force").first() or make_edition(self.colleague, is_draft=False)
        draft = found.filter(state="draft").first() or make_edition(self.colleague, of=in_force.framework)
        row = hold(in_force, self.unit, self.colleague)
        far = make_edition(self.colleague, is_draft=False, text=PACK.replace("县城文明程度测评体系", "卫生"))
        link(one=row.item, other=item(far, "Ⅰ-1-1"), relation=Crossing.EQUAL, by=self.colleague, at=NOON)
        return self._of_filings(in_force) | {
            "framework": [in_force.framework_id],
            "edition": [in_force.pk],
            "draft edition": [draft.pk],
            "edition file": [in_force.pk, "yaml"],
            "edition unit": [in_force.pk, self.unit.pk],
            "standard": [row.item_id],
            "draft standard": [draft.items.filter(is_standard=True).values_list("pk", flat=True)[0]],
            "assignment": [row.pk],
            "two editions": [in_force.pk, far.pk],
            "disputable": [row.item_id, 0, self.unit.pk],
            "dispute": [dispute_of(row, self.person).pk],
            "own column": [in_force.columns.get_or_create(name="责任领导", defaults={"position": 1})[0].pk],
        }

    def _of_scores(self) -> dict[str, list[object]]:
        """A round that goes on and one that has not begun, of the area's own framework."""
        edition = Edition.objects.filter(framework__area=self.area, state="in_force").first()
        edition = edition or make_edition(self.colleague, is_draft=False)
        rounds = Round.objects.filter(edition__framework__area=self.area)
        going_on = rounds.filter(state="open").first() or make_open(self.colleague, edition=edition)
        coming = rounds.filter(state="preparing").first() or make_round_of(self.colleague, edition=edition)
        made = {"value": 1, "made_by": self.colleague, "made_at": NOON}
        row = going_on.measurements.get_or_create(standard="Ⅰ-1-1", withdrawn_at=None, defaults=made)[0]
        happened = {"text": "一处工地坍塌", "made_by": self.colleague, "made_at": NOON, "on": NOON.date()}
        event = edition.framework.negative_events.get_or_create(entry="F-1", withdrawn_at=None, defaults=happened)[0]
        from_figure = {"name": "亮灯率", "made_by": self.colleague, "made_at": NOON}
        supply = edition.framework.supplies.get_or_create(standard="Ⅰ-1-1", defaults=from_figure)[0]
        return {
            "round": [going_on.pk],
            "round supply": [going_on.pk, supply.pk],
            "coming round": [coming.pk],
            "round item": [going_on.pk, 2],
            "value": [row.pk],
            "negative event": [event.pk],
        }

    def _of_places(self) -> dict[str, list[object]]:
        other = make_unit(f"{self.area}中学", UnitKind.SCHOOL, self.area)
        changed = {"made_by": self.colleague, "made_at": NOON, "on": NOON.date()}
        change = UnitChange.objects.get_or_create(unit=self.unit, kind=ChangeKind.RENAMED, defaults=changed)[0]
        said = {"said_by": self.colleague, "said_at": NOON}
        apart = NotSame.objects.get_or_create(one=self.unit, other=other, defaults=said)[0]
        unit_class = UnitClass.objects.get_or_create(name=f"{self.area}各学校", area=self.area, kinds=["school"])[0]
        return {
            "unit": [self.unit.pk],
            "class": [unit_class.pk],
            "area": [self.area.pk],
            "pair": [self.unit.pk, other.pk],
            "change": [change.pk],
            "apart": [apart.pk],
            "import": [DirectoryImport.objects.get_or_create(uploaded_by=self.colleague, uploaded_at=NOON)[0].pk],
        }

    def _of_command(self) -> dict[str, list[object]]:
        given = {"since": NOON.date()}
        group = Group.objects.get_or_create(
            name=f"{self.area}指挥部", area=self.area, defaults={**given, "kind": "working"}
        )[0]
        seat = Seat.objects.get_or_create(
            group=group, unit=self.unit, defaults={**given, "order": 1, "title": "成员单位"}
        )[0]
        link = Link.objects.get_or_create(name="顾维桢", area=self.area, defaults={**given, "kind": "point"})[0]
        return {"command group": [group.pk], "seat": [seat.pk], "link": [link.pk]}

    def _of_reminders(self) -> dict[str, list[object]]:
        """A group whose bot is where nobody is allowed to send."""
        kept = {"kind": "plain", "sealed_address": sealed("https://127.0.0.1/bot"), "host": "127.0.0.1"}
        made = kept | {"changed_by": self.colleague, "changed_at": NOON}
        return {"bot": [Bot.objects.get_or_create(area=self.area, name="工作群", defaults=made)[0].pk]}

    def _of_work(self) -> dict[str, list[object]]:
        done = {
            "kind": RecordKind.objects.get_or_create(name="会议")[0],
            "title": "碰头会",
            "first": NOON.date(),
            "last": NOON.date(),
        }
        made = {"made_by": self.person, "made_at": NOON}
        record = Record.objects.get_or_create(unit=self.unit, defaults=done | made)[0]
        day = {"kind": "off", "first": NOON.date(), "last": NOON.date(), "name": "县庆日"}
        days = LocalDays.objects.get_or_create(**day, defaults={"added_by": self.colleague, "added_at": NOON})[0]
        return {
            "record": [record.pk],
            "days": [days.pk],
            **self._of_requests(),
            **self._of_sign_up(),
            **self._of_evidence(record),
            **self._of_commitments(),
        }

    def _of_sign_up(self) -> dict[str, list[object]]:
        about = {"title": "碰头会", "code": code_of(self.unit.pk), "opened_by": self.person}
        times = {"on": NOON.date(), "opens": NOON, "closes": now() + timedelta(days=1), "opened_at": NOON}
        sign_up = SignUp.objects.get_or_create(unit=self.unit, defaults=about | times)[0]
        mine = {"name": "王敏", "token": uuid4(), "since": NOON}
        signing = Signing.objects.get_or_create(sign_up=sign_up, defaults=mine)[0]
        return {"sign-up": [sign_up.pk], "code": [sign_up.code], "signing": [sign_up.code, signing.token]}

    def _of_commitments(self) -> dict[str, list[object]]:
        measure = read.measure_of(self.in_force, 1)
        found = measure.commitments.first() or make_commitment(measure, rule=RULE)
        made = {"made_by": self.person, "made_at": NOON}
        objection = Objection.objects.get_or_create(commitment=found, unit=self.unit, kind="cannot", defaults=made)[0]
        given = {"first": NOON.date(), "given_by": self.colleague, "given_at": NOON}
        excuse = Excuse.objects.get_or_create(commitment=found, unit=self.unit, kind="exemption", defaults=given)[0]
        days = {**dict.fromkeys(("last", "due", "closes"), NOON.date()), "state": "open"}
        Cell.objects.get_or_create(commitment=found, unit=self.unit, first="2026-01-01", defaults=days)
        referral = Referral.objects.get_or_create(objection=objection, to="指挥部", defaults=made)[0]
        return {
            "referral": [referral.pk],
            "objection": [objection.pk],
            "excuse": [excuse.pk],
            "commitment": [found.pk],
            "judged": [found.pk, self.unit.pk],
            "judged on": [found.pk, self.unit.pk, "2026-01-01"],
            **self._of_numbers(measure),
            **self._of_rolls(measure),
        }

    def _of_numbers(self, measure: Measure) -> dict[str, list[object]]:
        """What is judged by figures, and what has no number."""
        for kind, demand in (("rate", Rate(LAMPS, Direction.REACH, 95, "%")), ("standing", Standing(1, Every.YEAR))):
            if not measure.commitments.filter(kind=kind).exists():
                make_commitment(measure, kind=kind, rule=as_json(Rule(demand, YEAR)))
        made = {"value": 93, "made_by": self.person, "made_at": NOON}
        figure = Figure.objects.get_or_create(name=LAMPS, unit=self.unit, on=NOON.date(), defaults=made)[0]
        reviewed = measure.commitments.get(kind="standing")
        days = {**dict.fromkeys(("last", "due", "closes"), NOON.date()), "state": "open"}
        Cell.objects.get_or_create(commitment=reviewed, unit=self.unit, first="2026-01-01", defaults=days)
        return {
            "figure": [figure.pk],
            "series": [self.unit.pk, LAMPS],
            "reviewed on": [reviewed.pk, self.unit.pk, "2026-01-01"],
        }

    def _of_rolls(self, measure: Measure) -> dict[str, list[object]]:
        """Somebody on the roll of the unit, and what asks that all of them are reached."""
        if not measure.commitments.filter(kind="coverage").exists():
            make_commitment(measure, kind="coverage", rule=as_json(Rule(Coverage(1, Population("干部")), YEAR)))
        made = {"made_by": self.person, "made_at": NOON}
        member = Member.objects.get_or_create(unit=self.unit, population="干部", name="王敏", defaults=made)[0]
        covering = measure.commitments.get(kind="coverage")
        return {"member": [member.pk], "covered": [self.unit.pk, covering.pk, "2026-01-01"]}

    def _of_requests(self) -> dict[str, list[object]]:
        made = {"made_by": self.colleague, "made_at": NOON, "due": NOON.date(), "state": "sent"}
        asked = Request.objects.get_or_create(area=self.area, title="照片", defaults=made)[0]
        answer = Answer.objects.get_or_create(request=asked, unit=self.unit)[0]
        return {"request": [asked.pk], "answer": [answer.pk]}

    def _of_evidence(self, record: Record) -> dict[str, list[object]]:
        one, other = (self._photo(words) for words in ("会前", "会后"))
        Proof.objects.get_or_create(record=record, evidence=one)
        begun = {"file_name": "会议.mp4", "size": 9, "begun_by": self.colleague, "begun_at": NOON}
        upload = Upload.objects.get_or_create(unit=self.unit, defaults={"key": uuid4(), **begun})[0]
        return {
            "evidence": [one.pk],
            "proof": [one.pk, record.pk],
            "upload": [upload.key],
            "likeness": [Likeness.objects.get_or_create(earlier=one, later=other, kind="near")[0].pk],
        }

    def _photo(self, words: str) -> Evidence:
        """A photo whose copies are there, whatever they show."""
        name = content_name("evidence", hashlib.sha256(words.encode()).hexdigest())
        default_storage.save(name, ContentFile(words.encode()))
        files = dict.fromkeys(("original", "thumbnail", "preview", "stamped"), name)
        about = {"kind": EvidenceKind.PHOTO, "added_by": self.person, "added_at": NOON, "is_ready": True}
        return Evidence.objects.get_or_create(unit=self.unit, words=words, defaults=files | about)[0]


def _session_of(user: User) -> int:
    """Where somebody else is signed in."""
    kept = {"ip": "127.0.0.1", "user": user}
    return int(UserSession.objects.get_or_create(session_key=f"of {user.pk}", defaults=kept)[0].pk)


def _feed_of(user: User) -> int:
    """Somebody's calendar feed."""
    made = {"name": "手机", "secret_digest": f"of {user.pk}", "made_at": NOON}
    return int(Feed.objects.get_or_create(made_by=user, defaults=made)[0].pk)


def make_world(name: str) -> World:
    """A town of the county."""
    area = make_area(name, AreaKind.TOWN, make_area())
    unit = make_unit(f"{name}党政办", UnitKind.TOWN, area)
    colleague = make_person(f"{name}主任", PostRole.OFFICE, unit)
    review = read.read_version(colleague, area)
    says = Says("开展巡查", duties=[("党政办", Role.LEAD, unit)])
    earlier = make_version(says, by=colleague, title=f"{name}巡查方案", area=area)
    in_force = make_version(says, by=colleague, plan=earlier.plan)
    file = SimpleUploadedFile("方案.txt", read.TEXT.encode())
    given = importing.import_document(file=file, plan=None, by=colleague, at=now()).document.name
    PlanVersion.objects.filter(pk__in=[review.pk, in_force.pk]).update(document=given)
    earlier.refresh_from_db()
    assert earlier.state == VersionState.SUPERSEDED
    new = NewPost(role=PostRole.LIAISON, unit=unit)
    invitation, _secret = invite(full_name="新人", phone="", new=new, by=colleague, at=now())
    person = make_person(f"{name}联络员", PostRole.LIAISON, unit)
    return World(area, unit, person, colleague, invitation, review, in_force, earlier)
