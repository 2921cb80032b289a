"""The version, said once: the wheel, `--version` and every JSON document read it here."""

__version__ = "0.1.0"
