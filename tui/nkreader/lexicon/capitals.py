"""Seats of government that the news names for the country or body there: "Moscow vetoed" says that Russia did."""

from __future__ import annotations

from functools import cache

from nkreader.lexicon.cues import word_list

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

# Further states, whose seats the news seldom names for them.
_OTHERS = word_list(
    """
    norway sweden denmark finland iceland ireland netherlands belgium luxembourg switzerland portugal romania
    bulgaria croatia slovenia slovakia bosnia kosovo montenegro albania macedonia moldova lithuania latvia
    estonia georgia armenia azerbaijan kazakhstan uzbekistan turkmenistan kyrgyzstan tajikistan mongolia
    malaysia singapore brunei cambodia laos myanmar bangladesh nepal bhutan jordan lebanon qatar kuwait bahrain
    oman yemen libya tunisia algeria morocco sudan ethiopia eritrea somalia kenya uganda tanzania rwanda burundi
    congo angola zambia zimbabwe mozambique namibia botswana nigeria ghana senegal mali niger chad cameroon
    gabon mexico guatemala honduras nicaragua panama jamaica haiti colombia ecuador peru bolivia chile argentina
    uruguay paraguay brazil cyprus malta england scotland wales
    """
)


def stands_for(one: str, two: str) -> bool:
    """Whether one name is the seat of government of the other, either way round, the article "the" aside."""
    a, b = (name.casefold().removeprefix("the ").strip() for name in (one, two))
    return _sits(a, b) or _sits(b, a)


def names_state(name: str) -> bool:
    """Whether the name is that of a country or body known here, or of its seat of government."""
    return name.casefold().removeprefix("the ").strip() in _states()


@cache
def _states() -> frozenset[str]:
    seats = {seat.replace("-", " ") for line in _SEATS.values() for seat in line.split()}
    return frozenset(seats | _SEATS.keys() | _OTHERS)


def _sits(seat: str, country: str) -> bool:
    return seat.replace(" ", "-") in _SEATS.get(country, "").split()
