"""The feed and the calendar that a page offers, as front matter."""

from __future__ import annotations

from generator.library import addresses
from generator.library.agenda import Agenda


def subscriptions(page: str, agenda: Agenda, *, feed: bool = True) -> dict[str, str]:
    """Where the page's feed and calendar stand, from the site's root; no calendar where it would be empty."""
    return offered(page, calendar=bool(agenda.ids), feed=feed)


def offered(page: str, *, calendar: bool, feed: bool = True) -> dict[str, str]:
    """Where those stand that there are."""
    found = {"feed": addresses.feed(page)} if feed else {}
    return {**found, "calendar": addresses.calendar(page)} if calendar else found
