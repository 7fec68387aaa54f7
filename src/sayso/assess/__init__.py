"""Weighing what was linked: where reports of one utterance differ, and where sources conflict."""

from .between import conflicts_between
from .conflict import conflicts
from .discrepancy import discrepancies
from .identity import SameSource, same_source

__all__ = ["SameSource", "conflicts", "conflicts_between", "discrepancies", "same_source"]
