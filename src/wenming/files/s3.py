"""A store on any server that speaks S3; needs boto3, which ``wenming[s3]`` brings."""

import errno
import logging
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from functools import cached_property
from typing import IO, Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError
from django.core.files import File

from wenming.files.content import StoreAway, chunks_of, copied, refuse_other, sha256_of
from wenming.files.storage import ContentStorage

log = logging.getLogger(__name__)

_IN_MEMORY = 4 << 20  # bytes of a file that is read; more of it waits on the disk
_FULL = {"QuotaExceeded", "InsufficientStorage", "XMinioStorageFull", "InsufficientCapacity"}
_ABSENT = {"NoSuchKey", "404", "NotFound"}


class S3Storage(ContentStorage):
    """Objects in one bucket. A single PUT is atomic by the protocol, and the server checks its hash."""

    def __init__(self, *, endpoint: str, bucket: str, key: str, secret: str, region: str, style: str) -> None:
        self.endpoint, self.bucket, self.region, self.style = endpoint, bucket, region, style
        self._key, self._secret = key, secret

    @cached_property
    def _client(self) -> Any:  # noqa: ANN401  # boto3 carries no types
        config = Config(
            s3={"addressing_style": self.style, "payload_signing_enabled": True},
            connect_timeout=5,
            read_timeout=30,
            retries={"mode": "standard", "total_max_attempts": 2},
            request_checksum_calculation="when_required",  # servers older than these checksums refuse them
            response_checksum_validation="when_required",
        )
        return boto3.client(
            "s3",
            endpoint_url=self.endpoint,
            aws_access_key_id=self._key,
            aws_secret_access_key=self._secret,
            region_name=self.region,
            config=config,
        )

    def _put(self, name: str, content: File[bytes], sha256: str) -> None:
        refuse_other(sha256_of(content), sha256)
        content.seek(0)
        with _told(name):  # also where it is there: then it is mended, and no orphan for a while
            self._client.put_object(
                Bucket=self.bucket,
                Key=name,
                Body=content.file,
                ContentType="application/octet-stream",
                ContentLength=content.size,
            )

    def _get(self, name: str) -> tuple[IO[bytes], str]:
        with ExitStack() as until_read, _told(name):
            spool = until_read.enter_context(tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))
            body = self._client.get_object(Bucket=self.bucket, Key=name)["Body"]
            sha256 = copied(chunks_of(body), spool)
            until_read.pop_all()
        return spool, sha256

    def exists(self, name: str) -> bool:
        """Whether there is such a name."""
        try:
            self._head(name)
        except FileNotFoundError:
            return False
        return True

    def size(self, name: str) -> int:
        """How many bytes are under a name. Raises FileNotFoundError."""
        return int(self._head(name)["ContentLength"])

    def get_modified_time(self, name: str) -> datetime:
        """When the content was last put there. Raises FileNotFoundError."""
        at: datetime = self._head(name)["LastModified"]
        return at

    def _head(self, name: str) -> dict[str, Any]:
        with _told(name):
            head: dict[str, Any] = self._client.head_object(Bucket=self.bucket, Key=name)
        return head

    def delete(self, name: str) -> None:
        """Remove what is under a name; nothing happens where there is nothing."""
        with _told(name):
            self._client.delete_object(Bucket=self.bucket, Key=name)

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        """The folders and the files in a folder."""
        prefix = f"{path.strip('/')}/" if path.strip("/.") else ""
        pages = list(self._pages(Prefix=prefix, Delimiter="/"))
        folders = [one["Prefix"] for page in pages for one in page.get("CommonPrefixes", ())]
        files = [one["Key"] for page in pages for one in page.get("Contents", ())]
        return [one.removeprefix(prefix).rstrip("/") for one in folders], [one.removeprefix(prefix) for one in files]

    def kept(self) -> Iterator[tuple[str, datetime]]:
        """Every name, and when its content was last put there."""
        for page in self._pages():
            for one in page.get("Contents", ()):
                yield one["Key"], one["LastModified"]

    def drop_parts(self, before: datetime) -> int:
        """None: a PUT that was cut short leaves nothing behind."""
        del before
        return 0

    def _pages(self, **asked: str) -> Iterator[dict[str, Any]]:
        with _told(self.bucket):
            yield from self._client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, **asked)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """The errors of the protocol in Python's own: FileNotFoundError, OSError with ENOSPC, StoreAway."""
    try:
        yield
    except ClientError as error:
        code, status = error.response["Error"].get("Code", ""), error.response["ResponseMetadata"]["HTTPStatusCode"]
        if code in _ABSENT:
            raise FileNotFoundError(errno.ENOENT, "not in the store", name) from error
        if code in _FULL or status == 507:
            raise OSError(errno.ENOSPC, "the store is full", name) from error
        log.error("the store refused %s: %s, status %s", error.operation_name, code, status)  # noqa: TRY400 - one line
        raise StoreAway(code) from error
    except (BotoCoreError, HTTPClientError) as error:
        log.error("the store does not answer: %s", error)  # noqa: TRY400 - one line for the administrator
        raise StoreAway(type(error).__name__) from error
