"""What a check can say."""

from wenming.backup.doctor.verdicts import Grade, mend, note, well


def test_each_word_has_its_grade() -> None:
    assert [one("x").grade for one in (well, note, mend)] == [Grade.OK, Grade.NOTE, Grade.MEND]
