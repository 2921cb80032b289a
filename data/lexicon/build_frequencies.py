"""Builds unigrams.bin, bigrams.bin and unpaired.bin: how often English has a word, and two words in a row.

    python build_frequencies.py WORDFREQ SYMSPELLPY

WORDFREQ and SYMSPELLPY are the folders of the installed (or unpacked) Python packages of these names. Neither is
needed to run nkreader. Layout of a table: see nkreader/lexicon/hashed.py, which reads it.
"""

import gzip
import math
import struct
import sys
import zlib
from array import array
from pathlib import Path

HERE = Path(__file__).resolve().parent
STEPS = 25
"""Steps to a power of ten: values are kept to 4 %, as one byte."""
UNPAIRED = 2.5
"""Zipf value from which a word the list of pairs leaves out is worth naming."""


def write_table(path: Path, values: dict[str, float]) -> None:
    """Sorted 32-bit hashes as 16-bit gaps (a gap too wide is bridged by rows of value 0), then one byte per row."""
    hashed: dict[int, int] = {}
    for key, value in values.items():
        code = zlib.crc32(key.encode())
        hashed[code] = max(hashed.get(code, 0), max(1, min(255, round(value * STEPS))))
    gaps, steps, place = array("H"), bytearray(), 0
    for code in sorted(hashed):
        while code - place > 0xFFFF:
            gaps.append(0xFFFF)
            steps.append(0)
            place += 0xFFFF
        gaps.append(code - place)
        steps.append(hashed[code])
        place = code
    if sys.byteorder == "big":
        gaps.byteswap()
    path.write_bytes(struct.pack("<II", len(steps), STEPS) + zlib.compress(gaps.tobytes() + bytes(steps), 9))
    print(path.name, len(hashed), "entries", path.stat().st_size, "bytes")


def unigrams(folder: Path) -> dict[str, float]:
    """Word -> Zipf value (log10 of occurrences per 10^9 words). wordfreq's bins are hundredths of a power of ten."""
    import msgpack

    with gzip.open(folder / "data" / "large_en.msgpack.gz") as file:
        bins = msgpack.load(file, raw=False)
    return {
        word: 9 - depth / 100
        for depth, row in enumerate(bins[1:])
        for word in row
        if 9 - depth / 100 > 1.0 and not any(character.isdigit() for character in word)
    }


def bigrams(folder: Path) -> dict[str, float]:
    """Two words -> log10 of their count divided by 64 (SymSpell's counts are the web's times 64)."""
    lines = (folder / "frequency_bigramdictionary_en_243_342.txt").read_text("utf-8-sig").splitlines()
    rows = (line.split() for line in lines)
    return {f"{first} {second}": math.log10(int(count) / 64) for first, second, count in rows}


def unpaired(folder: Path, words: dict[str, float]) -> dict[str, float]:
    """Words of the list above that the list of pairs leaves out (tv, iraq): of their neighbours it knows nothing."""
    lines = (folder / "frequency_dictionary_en_82_765.txt").read_text("utf-8-sig").splitlines()
    known = {line.split()[0] for line in lines}
    paired = {word for pair in bigrams(folder) for word in pair.split()}
    known |= paired
    return {word: 1.0 for word, often in words.items() if often >= UNPAIRED and word not in known}


if __name__ == "__main__":
    listed = unigrams(Path(sys.argv[1]))
    write_table(HERE / "unigrams.bin", listed)
    write_table(HERE / "bigrams.bin", bigrams(Path(sys.argv[2])))
    write_table(HERE / "unpaired.bin", unpaired(Path(sys.argv[2]), listed))
