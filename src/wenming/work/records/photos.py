"""Photos and files that come with a record's plain form; a device's queue hands them to evidence by itself."""

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid5

from django.core.files.uploadedfile import UploadedFile

from wenming.accounts.models import User
from wenming.files.naming import shown_name
from wenming.work.evidence.actions import Given, KeyTaken, NotTheirs, RecordClosed, add_evidence
from wenming.work.evidence.kinds import Refused
from wenming.work.evidence.words import named_refusal
from wenming.work.models import Record

ACCEPT = "image/*,.heic,.pdf,.doc,.docx,.wps,.xls,.xlsx,.et"  # of the field; what a file is, its bytes say


def add_photos(*, record: Record, files: Iterable[UploadedFile[bytes]], by: User, at: datetime) -> list[str]:
    """Let each file prove the record; those that are refused are told, and stop no other. Sent twice it is once."""
    refused = []
    for file in files:
        name = shown_name(file.name or "")
        key = uuid5(record.key, f"{name} {file.size}")
        try:
            add_evidence(key=key, unit_id=record.unit_id, given=Given(file), proves=record, by=by, at=at)
        except Refused as error:
            refused.append(named_refusal(name, error.code))
        except (KeyTaken, NotTheirs, RecordClosed) as error:
            refused.append(str(error) or name)
    return refused
