"""Records out: conversions for programs, files for everybody else."""

from __future__ import annotations

from waqai.export.convert import to_arrow, to_dicts, to_pandas
from waqai.export.schema import StatementRecord, columns, flat, statement_records
from waqai.export.writers import ENDINGS, JsonLines, OutputFile

__all__ = [
    "ENDINGS",
    "JsonLines",
    "OutputFile",
    "StatementRecord",
    "columns",
    "flat",
    "statement_records",
    "to_arrow",
    "to_dicts",
    "to_pandas",
]
