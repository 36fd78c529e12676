"""Clauses around a place."""

from wenming.reading.terms.clauses import clause_after, clause_before, clause_end, opens_clause

TEXT = "对企业,每年补助(最高)5万元的;完成。"


def test_the_clause_before_ends_at_a_mark_or_a_bracket() -> None:
    assert clause_before(TEXT, TEXT.index("最")) == ""
    assert clause_before(TEXT, TEXT.index("补")) == "每年"


def test_the_clause_after_ends_at_a_mark() -> None:
    assert clause_after(TEXT, TEXT.index("5")) == "5万元的"
    assert clause_end(TEXT, TEXT.index("完")) == len(TEXT) - 1


def test_nobody_looks_further_than_a_long_clause() -> None:
    assert clause_end("村" * 1000, 0) < 100
    assert len(clause_before("村" * 1000, 900)) < 100


def test_what_opens_a_clause() -> None:
    assert opens_clause(TEXT, 0)
    assert opens_clause(TEXT, TEXT.index("每"))
    assert not opens_clause(TEXT, TEXT.index("补"))
