"""Builds the tables made of WordNet 3.0: words, synsets, exceptions of inflection, expressions.

    python build_wordnet.py WORDNET

WORDNET is the folder of its files (Debian's wordnet-base has them in /usr/share/wordnet). Only single words that
English has (unigrams.bin) enter the thesaurus; expressions of several words go to their own list. Every table is lines
of text, sorted by their first field, compressed.

    wordnet-words.z        word TAB synset numbers, most frequent sense first, parts of speech by frequency
    wordnet-synsets.z      line n is synset n: part of speech, its words, TAB, numbers of hypernyms and similar synsets,
                           TAB, numbers of synsets derived from it or pertaining to it
    wordnet-exceptions.z   inflected form TAB base forms
    wordnet-expressions.z  expressions of two words and more, one a line
"""

import re
import sys
import zlib
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "tui"))

from nkreader.lexicon.frequency import zipf  # noqa: E402

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
RARE = 1.3
"""Words English has less than once in fifty million are no one's synonym."""
NEAR, DERIVED = {"@", "&", "^"}, {"+", "\\"}


def synsets(folder: Path) -> dict[tuple[str, int], dict]:
    found = {}
    for name, part in PARTS.items():
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            words = [re.sub(r"\((?:a|p|ip)\)$", "", word) for word in fields[4 : 4 + 2 * count : 2]]
            pointers = fields[5 + 2 * count : 5 + 2 * count + 4 * int(fields[4 + 2 * count])]
            links = [(pointers[i], pointers[i + 2], int(pointers[i + 1])) for i in range(0, len(pointers), 4)]
            found[part, int(fields[0])] = {"words": words, "links": links}
    return found


def senses(folder: Path) -> dict[str, list[tuple[str, int]]]:
    """Word -> its synsets, the parts of speech with more tagged senses first."""
    found: dict[str, list[tuple[int, str, list[int]]]] = defaultdict(list)
    for name, part in PARTS.items():
        for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            count = int(fields[2])
            found[fields[0]].append((-int(fields[-count - 1]), part, [int(offset) for offset in fields[-count:]]))
    return {
        word: [(part, offset) for _, part, offsets in sorted(rows) for offset in offsets]
        for word, rows in found.items()
    }


def write(name: str, lines: list[str]) -> None:
    data = zlib.compress("\n".join(lines).encode(), 9)
    (HERE / name).write_bytes(data)
    print(name, len(lines), "lines", len(data), "bytes")


def main(folder: Path) -> None:
    sets, index = synsets(folder), senses(folder)
    usual = {word for word in index if word.isalpha() and word.isascii() and zipf(word) >= RARE}
    kept = {key: [word for word in row["words"] if word.lower() in usual] for key, row in sets.items()}
    kept = {key: words for key, words in kept.items() if words}
    numbers = {key: number for number, key in enumerate(sorted(kept))}

    def near(key: tuple[str, int], kinds: set[str]) -> str:
        found = {
            numbers[part, offset]
            for kind, part, offset in sets[key]["links"]
            if kind in kinds and (part, offset) in numbers
        }
        return " ".join(map(str, sorted(found)))

    write(
        "wordnet-synsets.z",
        [
            "\t".join((" ".join([key[0], *(word.lower() for word in kept[key])]), near(key, NEAR), near(key, DERIVED)))
            for key in sorted(kept)
        ],
    )
    write(
        "wordnet-words.z",
        sorted(f"{word}\t" + " ".join(str(numbers[key]) for key in index[word] if key in numbers) for word in usual),
    )
    exceptions: dict[str, list[str]] = defaultdict(list)
    for name in PARTS:
        for line in (folder / f"{name}.exc").read_text("latin-1").splitlines():
            form, *bases = line.split()
            if form.isalpha() and zipf(form) >= RARE:
                exceptions[form] += [f"{PARTS[name]}:{base}" for base in bases if base.isalpha()]
    write("wordnet-exceptions.z", sorted(f"{form}\t" + " ".join(bases) for form, bases in exceptions.items()))
    expressions = {
        re.sub(r"[^a-z0-9'. -]", "", word.lower().replace("_", " "))
        for row in sets.values()
        for word in row["words"]
        if "_" in word or "-" in word
    }
    write(
        "wordnet-expressions.z",
        sorted(
            text for text in expressions if all(zipf(word) > RARE for word in re.split("[ -]", text) if word.isalpha())
        ),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
