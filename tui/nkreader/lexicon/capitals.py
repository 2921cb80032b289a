"""Seats of government that the news names for the country or body there: "Moscow vetoed" says that Russia did."""

from __future__ import annotations

_SEATS = {
    "russia": "moscow kremlin", "united states": "washington white-house pentagon",
    "us": "washington white-house pentagon", "america": "washington", "china": "beijing",
    "united kingdom": "london westminster whitehall",
    "uk": "london westminster whitehall", "britain": "london westminster whitehall", "france": "paris elysee",
    "germany": "berlin", "japan": "tokyo", "south korea": "seoul", "north korea": "pyongyang", "ukraine": "kyiv kiev",
    "european union": "brussels", "eu": "brussels", "nato": "brussels", "iran": "tehran", "iraq": "baghdad",
    "turkey": "ankara", "india": "delhi new-delhi", "pakistan": "islamabad", "israel": "jerusalem", "syria": "damascus",
    "saudi arabia": "riyadh", "egypt": "cairo", "australia": "canberra", "canada": "ottawa", "poland": "warsaw",
    "italy": "rome", "spain": "madrid", "greece": "athens", "austria": "vienna", "hungary": "budapest",
    "belarus": "minsk", "taiwan": "taipei", "cuba": "havana", "venezuela": "caracas", "afghanistan": "kabul",
    "vietnam": "hanoi", "thailand": "bangkok", "philippines": "manila", "indonesia": "jakarta", "serbia": "belgrade",
}  # fmt: skip


def stands_for(one: str, two: str) -> bool:
    """Whether one name is the seat of government of the other, either way round, the article "the" aside."""
    a, b = (name.casefold().removeprefix("the ").strip() for name in (one, two))
    return _sits(a, b) or _sits(b, a)


def _sits(seat: str, country: str) -> bool:
    return seat.replace(" ", "-") in _SEATS.get(country, "").split()
