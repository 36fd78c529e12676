"""Suspensions (暂停计时) and exemptions (免除): what the office excuses a unit from."""
