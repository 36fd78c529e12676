"""Signing up (活动签到): who takes part writes their own name, at a page that needs no account."""
