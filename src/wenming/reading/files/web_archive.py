"""Web pages saved as one mail (.mht): the page inside, read as any other."""

import email
import email.message
import email.policy

from wenming.reading.files import fence
from wenming.reading.files.web_page import read_web_page
from wenming.reading.model import UnreadableDocument


def read_web_archive(data: bytes) -> str:
    """The article of the first page in the archive. Raises ``UnreadableDocument``."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            return read_web_page(content) if isinstance(content, bytes) else ""
    raise UnreadableDocument("file_damaged")


if __name__ == "__main__":
    fence.answer(read_web_archive)
