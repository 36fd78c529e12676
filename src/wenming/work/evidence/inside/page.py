"""Opens the first page of a PDF file as a picture."""

import pypdfium2
from pypdfium2 import raw

from wenming.reading.files import fence
from wenming.reading.model import UnreadableDocument
from wenming.work.evidence.inside.copies import PREVIEW, copies_of, flat

MEMORY = 640 << 20  # bytes
SECONDS = 6.0


def open_page(data: bytes) -> dict[str, object]:
    """The copies of the first page; raises ``UnreadableDocument`` for what is locked or damaged."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            page = document[0]
            scale = PREVIEW / max(*page.get_size(), 1.0)
            return {**copies_of(flat(page.render(scale=scale).to_pil()))}
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == raw.FPDF_ERR_PASSWORD
        raise UnreadableDocument("file_locked" if is_locked else "file_damaged") from error
    except (IndexError, ValueError) as error:  # no page, or one without a size
        raise UnreadableDocument("file_damaged") from error


if __name__ == "__main__":
    fence.answer_found(open_page, memory=MEMORY, seconds=SECONDS)
