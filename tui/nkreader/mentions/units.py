"""Units of measure and money, every way of writing them under one canonical name (ISO 4217 for money)."""

from __future__ import annotations

import re
from functools import cache

_QUANTITIES = {
    "metre": "meter meters metre metres",
    "kilometre": "km kms kilometer kilometers kilometre kilometres",
    "centimetre": "cm cms centimeter centimeters centimetre centimetres",
    "millimetre": "mm millimeter millimeters millimetre millimetres",
    "mile": "mile miles mi",
    "nautical mile": "nautical-mile nautical-miles nmi",
    "yard": "yard yards yd yds",
    "foot": "foot feet ft",
    "inch": "inch inches",
    "light-year": "light-year light-years",
    "kilogram": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
    "gram": "gram grams gramme grammes gm gms",
    "milligram": "mg milligram milligrams",
    "tonne": "tonne tonnes metric-ton metric-tons",
    "ton": "ton tons",
    "kiloton": "kiloton kilotons kilotonne kilotonnes kt",
    "megaton": "megaton megatons",
    "pound": "lb lbs",
    "ounce": "ounce ounces oz",
    "stone": "stone",
    "litre": "liter liters litre litres",
    "millilitre": "ml milliliter milliliters millilitre millilitres",
    "gallon": "gallon gallons",
    "pint": "pint pints",
    "barrel": "barrel barrels bbl bpd",
    "bushel": "bushel bushels",
    "acre": "acre acres",
    "hectare": "hectare hectares ha",
    "square metre": "square-meter square-meters square-metre square-metres sq-m sqm m² m2",
    "square kilometre": "square-kilometer square-kilometers square-kilometre square-kilometres sq-km km² km2",
    "square mile": "square-mile square-miles sq-mi",
    "square foot": "square-foot square-feet sq-ft",
    "cubic metre": "cubic-meter cubic-meters cubic-metre cubic-metres m³",
    "cubic foot": "cubic-foot cubic-feet",
    "mile per hour": "mph miles-per-hour miles-an-hour",
    "kilometre per hour": "kph km/h kmh kilometers-per-hour kilometres-per-hour kilometers-an-hour kilometres-an-hour",
    "knot": "knot knots",
    "watt": "watt watts",
    "kilowatt": "kw kilowatt kilowatts",
    "megawatt": "mw megawatt megawatts",
    "gigawatt": "gw gigawatt gigawatts",
    "kilowatt-hour": "kwh kilowatt-hour kilowatt-hours",
    "megawatt-hour": "mwh megawatt-hour megawatt-hours",
    "volt": "volt volts",
    "horsepower": "hp bhp horsepower",
    "hertz": "hz hertz",
    "kilohertz": "khz kilohertz",
    "megahertz": "mhz megahertz",
    "gigahertz": "ghz gigahertz",
    "byte": "byte bytes",
    "kilobyte": "kb kilobyte kilobytes",
    "megabyte": "mb megabyte megabytes",
    "gigabyte": "gb gigabyte gigabytes",
    "terabyte": "tb terabyte terabytes",
    "calorie": "calorie calories kcal",
    "megapixel": "megapixel megapixels",
    "decibel": "db decibel decibels",
    "celsius": "°c ℃ celsius centigrade degc degrees-celsius degree-celsius degrees-centigrade degrees-c deg-celsius"
    " deg-c deg.-c degree-c degree-centigrade degs-c",
    "fahrenheit": "°f ℉ fahrenheit degrees-fahrenheit degree-fahrenheit degrees-f degree-f deg-f deg-fahrenheit deg.-f"
    " degs-f",
    "kelvin": "kelvin kelvins degrees-kelvin",
    "degree": "° degree degrees deg",
    "basis point": "basis-point basis-points bp bps",
}

_DURATIONS = {
    "S": "second seconds sec secs",
    "M": "minute minutes min mins",
    "H": "hour hours hr hrs",
    "D": "day days",
    "W": "week weeks",
    "m": "month months",
    "Y": "year years yr yrs",
    "decade": "decade decades",
    "century": "century centuries",
    "millisecond": "millisecond milliseconds",
}

_CURRENCIES = {
    "USD": "dollar dollars us-dollar us-dollars u.s.-dollar u.s.-dollars american-dollars usd buck bucks",
    "EUR": "euro euros eur",
    "GBP": "sterling pounds-sterling pound-sterling british-pounds british-pound gbp quid",
    "JPY": "yen japanese-yen jpy",
    "CNY": "yuan renminbi chinese-yuan cny rmb",
    "KRW": "won south-korean-won krw",
    "KPW": "north-korean-won kpw",
    "INR": "rupee rupees indian-rupees indian-rupee inr",
    "PKR": "pakistani-rupees pakistani-rupee pkr",
    "RUB": "ruble rubles rouble roubles russian-rubles russian-roubles rub",
    "UAH": "hryvnia hryvnias hryvnya uah",
    "CHF": "swiss-franc swiss-francs chf",
    "FRF": "franc francs french-franc french-francs",
    "BEF": "belgian-franc belgian-francs",
    "DEM": "deutsche-mark deutsche-marks deutschmark deutschmarks d-mark d-marks german-marks german-mark marks mark"
    " west-german-marks west-german-mark dm",
    "FIM": "markka finnish-markka markkaa",
    "ITL": "lira lire italian-lire italian-lira",
    "TRY": "turkish-lira turkish-liras try",
    "ESP": "peseta pesetas",
    "NLG": "guilder guilders dutch-guilders",
    "SEK": "swedish-kronor swedish-krona kronor krona sek",
    "NOK": "norwegian-kroner norwegian-krone nok",
    "DKK": "danish-kroner danish-krone kroner krone dkk",
    "CAD": "canadian-dollar canadian-dollars cad",
    "AUD": "australian-dollar australian-dollars aud",
    "NZD": "new-zealand-dollar new-zealand-dollars nzd",
    "HKD": "hong-kong-dollar hong-kong-dollars hkd",
    "SGD": "singapore-dollar singapore-dollars sgd",
    "TWD": "taiwan-dollar taiwan-dollars new-taiwan-dollars twd",
    "MXN": "peso pesos mexican-peso mexican-pesos mxn",
    "BRL": "reais brazilian-real brazilian-reais brl",
    "ZAR": "rand south-african-rand zar",
    "ILS": "shekel shekels israeli-shekels ils",
    "SAR": "riyal riyals saudi-riyals sar",
    "AED": "dirham dirhams aed",
    "IRR": "rial rials iranian-rials",
    "THB": "baht thai-baht thb",
    "IDR": "rupiah indonesian-rupiah idr",
    "MYR": "ringgit malaysian-ringgit myr",
    "PHP": "philippine-pesos philippine-peso php",
    "VND": "dong vietnamese-dong vnd",
    "NGN": "naira nigerian-naira ngn",
    "KES": "kenyan-shillings kenyan-shilling kes",
    "EGP": "egyptian-pounds egyptian-pound egp",
    "PLN": "zloty zlotys pln",
    "CZK": "koruna korunas czech-koruna czk",
    "HUF": "forint forints huf",
    "KWD": "dinar dinars kuwaiti-dinars kwd",
    "XBT": "bitcoin bitcoins btc",
}
_SUBUNITS = {
    "cent": "USD",
    "cents": "USD",
    "penny": "GBP",
    "pence": "GBP",
    "pennies": "USD",
    "kopecks": "RUB",
    "p": "GBP",
}

SYMBOLS = {
    "$": "USD", "us$": "USD", "u.s.$": "USD", "u.s. $": "USD", "us $": "USD", "a$": "AUD", "au$": "AUD", "aus$": "AUD",
    "usd$": "USD", "usd $": "USD", "u.s $": "USD", "aud$": "AUD", "cad$": "CAD", "c$": "CAD", "ca$": "CAD",
    "cdn$": "CAD", "can$": "CAD", "c $": "CAD", "nz$": "NZD", "hk$": "HKD",
    "s$": "SGD", "nt$": "TWD", "r$": "BRL", "mex$": "MXN", "hk $": "HKD", "nz $": "NZD",
    "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₦": "NGN",
    "₪": "ILS", "฿": "THB", "₫": "VND", "₱": "PHP", "￥": "JPY", "￡": "GBP", "﹩": "USD", "＄": "USD",
    "元": "CNY", "rs": "INR", "rs.": "INR", "rmb": "CNY", "dm": "DEM", "sfr": "CHF", "fr.": "CHF",
}  # fmt: skip
"""Signs that stand before the number."""

_CODES = frozenset(code for code in _CURRENCIES if code not in ("TRY", "ALL", "TOP", "XBT"))


def _keyed(table: dict[str, str]) -> dict[str, str]:
    return {
        form.replace("-", " ") if "-" in form else form: name for name, forms in table.items() for form in forms.split()
    }


@cache
def quantity_units() -> dict[str, str]:
    """Every written form of a unit, folded and with blanks for hyphens -> its canonical name."""
    return _keyed(_QUANTITIES) | {"light year": "light-year", "light years": "light-year"}


@cache
def duration_units() -> dict[str, str]:
    """Every written form of a unit of time -> its ISO 8601 letter (`m` month, `M` minute) or its name."""
    return _keyed(_DURATIONS)


@cache
def currencies() -> dict[str, str]:
    """Every written form of a currency -> its ISO 4217 code."""
    return _keyed(_CURRENCIES)


@cache
def subunits() -> dict[str, str]:
    """Hundredths of a currency ("cents") -> the currency's code."""
    return dict(_SUBUNITS)


@cache
def symbol_before() -> re.Pattern[str]:
    """Finds a currency sign or code right before a number, ending there."""
    written = [sign for sign in SYMBOLS if not sign[-1].isalpha() and sign[-1] != "."]
    signs = sorted((re.escape(sign).replace(r"\ ", r"\s") for sign in written), key=len, reverse=True)
    letters = "|".join(["rs\\.?", "rmb", "dm", "sfr", *(code.lower() for code in sorted(_CODES))])
    return re.compile(rf"(?:(?<![a-z])(?:{'|'.join(signs)})|\b(?:{letters}))\s?$", re.IGNORECASE)


def currency_of_sign(sign: str) -> str | None:
    """The ISO 4217 code of a sign or code before a number."""
    folded = sign.strip().lower()
    return SYMBOLS.get(folded) or (folded.upper() if folded.upper() in _CURRENCIES else None)


@cache
def unit_after() -> re.Pattern[str]:
    """Matches a unit right behind a number: `percent`, `money`, `part` (cents), `time` or `unit`."""

    def either(forms: dict[str, str]) -> str:
        ordered = sorted(forms, key=len, reverse=True)
        return "|".join(re.escape(form).replace(r"\ ", r"[\s-]") for form in ordered)

    return re.compile(
        rf"""(?:\s?M(?P<millions>USD|EUR|GBP|SEK|NOK|DKK|CHF|AUD|CAD)\b|[\s\u00a0]?(?P<percent>%|％)|[\s\u00a0-]*(?:(?P<points>percentage[\s-]points?)|(?P<worded>per\s?cent|pct\.?|percent(?:age)?)(?![a-z]))
        |[\s\u00a0-]*(?:(?P<money>{either(currencies())})|(?P<part>{either(subunits())})|(?P<pound>pounds?)|(?P<sign>[€£₽₴元]|\$(?!\s?\d))
        |(?P<time>{either(duration_units())})|(?P<unit>{either(quantity_units())})|(?P<short>mi|in|g|m|l|c|f|k|w|v|t)\b(?!['’.]\w))(?![a-z]))""",
        re.VERBOSE | re.IGNORECASE,
    )
