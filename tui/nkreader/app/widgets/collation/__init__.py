"""The two-column comparison: one widget draws both articles, so that their rows cannot drift apart."""

from nkreader.app.widgets.collation.widget import Collation
from nkreader.report.collation.ranks import LEGEND, Rank, Side

__all__ = ["LEGEND", "Collation", "Rank", "Side"]
