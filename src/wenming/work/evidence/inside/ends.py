"""Opens the first and the last page of a PDF file as pictures: where a paper bears its red head and its seal."""

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from wenming.reading.files import fence
from wenming.reading.model import UnreadableDocument
from wenming.work.evidence.inside.copies import flat, jpeg
from wenming.work.evidence.inside.page import MEMORY

LONGER = 2339  # pixels of the longer side: A4 at 200 to the inch, as filing systems ask for scans
SECONDS = 10.0


def open_ends(data: bytes) -> dict[str, object]:
    """Both as JPEG in base 64 with the count of pages; raises ``UnreadableDocument`` for what is locked or damaged."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            count = len(document)
            pages = [document[at] for at in sorted({0, count - 1})]
            return {"count": count, "pages": [jpeg(_drawn(page)) for page in pages]}
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == raw.FPDF_ERR_PASSWORD
        raise UnreadableDocument("file_locked" if is_locked else "file_damaged") from error
    except (IndexError, ValueError) as error:  # no page, or one without a size
        raise UnreadableDocument("file_damaged") from error


def _drawn(page: pypdfium2.PdfPage) -> Image.Image:
    return flat(page.render(scale=LONGER / max(*page.get_size(), 1.0)).to_pil())


if __name__ == "__main__":
    fence.answer_found(open_ends, memory=MEMORY, seconds=SECONDS)
