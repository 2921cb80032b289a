"""From bytes to text: UTF-8, else the encoding detected; files that are no text are refused with the reason."""

from __future__ import annotations

import codecs
import re

# Detection reads this much: it is slow, and an encoding shows in a page or two.
_SAMPLE = 1 << 16
# A text has next to no control characters; an executable or an image has many.
_CONTROL_SHARE = 0.02
# Of all sequences outside ASCII so many may be broken and the file still be UTF-8, damaged in a place or two.
_BROKEN_SHARE = 0.05

_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"RIFF", "a sound, video or image file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or video file"),
    (b"{\\rtf", "an RTF document"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class NotText(ValueError):
    """The bytes are no text; the message says what they are instead."""


def decoded(data: bytes) -> str:
    """The text of a file. Raises NotText where the bytes are an image, an archive, a program or otherwise binary."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    for magic, what in _MAGIC:
        if (
            data.startswith(magic)
            and (magic != b"MZ" or b"\0" in data[:512])
            and (magic != b"RIFF" or b"\0" in data[:64])
        ):
            raise NotText(f"it is {what}, not text")
    head = data[:_SAMPLE]
    if b"\0" in head:
        wide = _wide(head)
        if wide is None:
            raise NotText("it is binary, not text")
        return data.decode(wide, "replace")
    if len(_CONTROLS.findall(head)) > max(4, _CONTROL_SHARE * len(head)):
        raise NotText("it is binary, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _detected(data)


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _detected(data: bytes) -> str:
    repaired = data.decode("utf-8", "replace")
    broken = repaired.count("\N{REPLACEMENT CHARACTER}")
    foreign = sum(1 for byte in data[:_SAMPLE] if byte >= 0xC0)
    if foreign and broken <= max(1, _BROKEN_SHARE * foreign):
        return repaired
    high = bytes(byte for byte in data[: 4 * _SAMPLE] if byte >= 0x80)
    # Curly quotes and dashes of Windows-1252 are controls or letters elsewhere, and never so frequent.
    quotes = sum(high.count(byte) for byte in b"\x91\x92\x93\x94\x96\x97")
    if quotes > 0.3 * len(high):
        return data.decode("cp1252", "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
