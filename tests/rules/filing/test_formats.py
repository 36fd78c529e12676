"""Which files fit which format."""

import pytest

from wenming.rules.filing.formats import FileKind, count_fitting, fitting, is_paper, is_report

FITS = {
    "规范文件": {FileKind.PDF, FileKind.PHOTO},
    "说明报告": {FileKind.TEXT, FileKind.WORD},
    "实景图片": {FileKind.PHOTO},
    "统计表格": {FileKind.EXCEL, FileKind.WORD, FileKind.PDF},
    "视频": {FileKind.VIDEO},
    "网页链接": {FileKind.LINK, FileKind.PHOTO},
    "实物": None,
    "": None,
}


@pytest.mark.parametrize("words", FITS)
def test_the_format_says_what_fits(words: str) -> None:
    assert fitting(words) == FITS[words]


def test_of_a_record_with_several_files_those_that_fit_count() -> None:
    files = (FileKind.PHOTO, FileKind.PDF, FileKind.PHOTO)
    assert count_fitting(files, "实景图片") == 2
    assert count_fitting(files, "说明报告") == 0
    assert count_fitting(files, "") == 3


def test_a_report_may_be_written_and_a_paper_bears_a_seal() -> None:
    assert [is_report(words) for words in ("说明报告", "实物", "规范文件")] == [True, True, False]
    assert [is_paper(words) for words in ("规范文件", "说明报告", "实景图片")] == [True, False, False]
