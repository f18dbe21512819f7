"""Scores against gold annotations and agreement of coders.

`evaluate` compares two files and gives an `Evaluation`; `krippendorff_alpha` stands alone.
"""

from __future__ import annotations

from .agreement import krippendorff_alpha
from .read import EvaluationError
from .report import Evaluation, evaluate, show

__all__ = ["Evaluation", "EvaluationError", "evaluate", "krippendorff_alpha", "show"]
