"""The clock, read in one place: everything else takes the day as an argument."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today_in_vietnam() -> date:
    """Today's date in Asia/Ho_Chi_Minh."""
    return datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
