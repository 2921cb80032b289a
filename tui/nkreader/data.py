"""Where the files of `data/` are: inside an installed package, or at the top of a checkout."""

from functools import cache
from pathlib import Path


@cache
def data_path(*parts: str) -> Path:
    """The path of a file or folder of `data/`.

    A wheel carries `data/` inside the package. An editable install has no such folder (hatchling leaves forced files
    out of it), so the checkout's own is the second place to look. Raises FileNotFoundError where neither has it.
    """
    package = Path(__file__).resolve().parent
    for root in (package / "data", package.parent.parent / "data"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"nkreader was installed without its data: {'/'.join(parts)} is missing")
