"""Work for other processes to do; they find it by this module's name."""

import os
from collections.abc import Sequence


def doubled(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


def processes_of(numbers: Sequence[int]) -> list[int]:
    return [os.getpid() for _ in numbers]


def refusing_thirteen(numbers: Sequence[int]) -> list[int]:
    if 13 in numbers:
        raise ValueError("thirteen")
    return list(numbers)


def dying_elsewhere(numbers: Sequence[int]) -> list[int]:
    if os.getpid() != int(os.environ["NKREADER_TEST_PARENT"]):
        os._exit(1)
    return list(numbers)
