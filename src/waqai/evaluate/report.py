"""The whole comparison of two files, as a plain structure for JSON and as tables for a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from . import figures as fig
from .agreement import Agreement, agreement
from .match import Matching, Pair, match, sentence_of
from .read import Mention, Story, read_mentions, read_stories

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

By = Literal["type", "publisher"]


class Fault(msgspec.Struct, frozen=True):
    """One error for reading: what the gold has, what was coded, and the sentence."""

    doc: str
    line: int | None
    gold: str | None
    coded: str | None
    anchor: str
    sentence: str


class Confusion(msgspec.Struct, frozen=True):
    """How often the gold type was coded as another type on the same words."""

    gold: str
    coded: str
    count: int


class Evaluation(msgspec.Struct, frozen=True):
    """Everything that ``waqai evaluate`` says of two files."""

    gold: str
    coded: str
    documents: int
    figures: fig.Figures
    interval: fig.Interval | None
    by: dict[str, fig.Figures]
    by_what: str | None
    confusion: list[Confusion]
    agreement: list[Agreement]
    calibration: fig.Calibration | None
    errors: dict[str, list[Fault]]
    warnings: list[str]

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts and lists; the figures stand at the top: ``event``, ``dyad``, ``actor``, ..."""
        out: dict[str, Any] = msgspec.to_builtins(self)
        return {**out.pop("figures"), **out}

    def to_json(self) -> bytes:
        """The same as indented UTF-8 JSON that ends with a newline."""
        return msgspec.json.format(msgspec.json.encode(self.to_dict()), indent=2) + b"\n"


def evaluate(
    gold: str | Path,
    coded: str | Path,
    stories: str | Path | None = None,
    *,
    by: By | None = None,
    errors: int = 0,
) -> Evaluation:
    """Compare two files of event mentions (JSONL; annotations or records, see docs/evaluate.md).

    `stories` is the file of the articles that were coded; without it a ``stories.jsonl`` or ``articles.jsonl``
    beside GOLD is taken when GOLD counts sentences. `errors` is how many of each kind of error to list.
    Raises EvaluationError with what to mend.
    """
    gold_path = Path(gold)
    wanted, got = read_mentions(gold_path), read_mentions(Path(coded))
    if stories is None and wanted.annotated:
        beside = [gold_path.parent / name for name in ("stories.jsonl", "articles.jsonl")]
        stories = next((p for p in beside if p.is_file()), None)
    texts = read_stories(Path(stories)) if stories is not None else {}
    matching = match(wanted, got, texts)
    groups = {}
    if by == "type":
        groups = fig.figures_by(matching, lambda m: m.type)
    elif by == "publisher":
        groups = fig.figures_by(matching, lambda m: _publisher(m, texts))
    return Evaluation(
        gold=str(gold),
        coded=str(coded),
        documents=len(matching.documents),
        figures=fig.figures(matching.pairs, matching.missed, matching.extra),
        interval=fig.interval(matching),
        by=groups,
        by_what=by,
        confusion=[Confusion(*row) for row in fig.confusion(matching)],
        agreement=agreement(matching),
        calibration=fig.calibration(matching),
        errors=_errors(matching, texts, errors) if errors > 0 else {},
        warnings=list(matching.warnings),
    )


def _publisher(mention: Mention, stories: Mapping[str, Story]) -> str:
    story = stories.get(mention.doc)
    return (story.publisher if story else "") or mention.publisher or "(unknown)"


def _errors(matching: Matching, stories: Mapping[str, Story], limit: int) -> dict[str, list[Fault]]:
    """Errors for reading, those of each kind in the order of the documents, `limit` of each."""
    kinds: dict[str, list[Fault]] = {
        "missed": [_fault(m, None, stories) for m in matching.missed if m.sure][:limit],
        "not in gold": [_fault(None, m, stories) for m in matching.extra][:limit],
        "another type": [_fault(p.gold, p.coded, stories) for p in matching.confused][:limit],
    }
    sure = [p for p in matching.pairs if p.gold.sure]
    parties = [p for p in sure if not all(v is not False for v in (_ok(p, "actor"), _ok(p, "recipient")))]
    kinds["wrong actor or recipient"] = [_fault(p.gold, p.coded, stories) for p in parties][:limit]
    for field in ("sector", "mode", "status", "date", "source"):
        wrong = [p for p in sure if _ok(p, field) is False]
        kinds[f"wrong {field}"] = [_fault(p.gold, p.coded, stories, field) for p in wrong][:limit]
    return {kind: faults for kind, faults in kinds.items() if faults}


def _ok(pair: Pair, field: str) -> bool | None:
    return fig.TESTS[field](pair.gold, pair.coded)


def _fault(
    gold: Mention | None, coded: Mention | None, stories: Mapping[str, Story], field: str | None = None
) -> Fault:
    one = gold or coded
    assert one is not None
    return Fault(
        doc=one.doc,
        line=one.number,
        gold=_said(gold, field) if gold else None,
        coded=_said(coded, field) if coded else None,
        anchor=one.anchor,
        sentence=sentence_of(one, stories),
    )


def _said(mention: Mention, field: str | None) -> str:
    if field is None:
        return f"{mention.type} {mention.parties}"
    value: object = {
        "sector": " ".join(sorted(mention.sectors or ())),
        "mode": mention.mode,
        "status": mention.status,
        "date": mention.stated or (f"{mention.first}/{mention.last}" if mention.first else None),
        "source": " ".join(sorted(mention.source)),
    }[field]
    return f"{mention.type} {value or '-'}"


def show(evaluation: Evaluation, console: Console) -> None:
    """Print the comparison as tables."""
    for part in _parts(evaluation):
        console.print(part)


def _parts(e: Evaluation) -> list[RenderableType]:
    from rich.text import Text

    parts: list[RenderableType] = [Text(f"Gold {e.gold}, coded {e.coded}: {e.documents} documents.")]
    parts += [Text(f"Note: {warning}", style="yellow") for warning in e.warnings]
    parts.append(_main_table(e))
    parts.append(_agreement_table(e))
    if e.by:
        parts.append(_group_table(e))
    if e.confusion:
        parts.append(_confusion_table(e))
    if e.calibration:
        parts.append(_calibration_table(e.calibration))
    for kind, faults in e.errors.items():
        parts.append(Text(f"\n{kind.capitalize()} ({len(faults)} shown)", style="bold"))
        parts += [_told(fault) for fault in faults]
    return parts


def _table(title: str, *columns: str) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    many = len(columns) > 8
    if many:  # of many columns as many as fit into 80 characters, the longest type whole
        table.padding = (0, 0)
        table.show_edge = False
    table.add_column(columns[0], min_width=9 if many else None)
    for column in columns[1:]:
        table.add_column(column, justify="right")
    return table


def _main_table(e: Evaluation) -> Table:
    table = _table(
        "Events (type in the sentence) and dyads (the parties' countries, too)",
        "",
        "precision",
        "recall",
        "F1",
        "95 % of F1",
        "right",
        "extra",
        "missed",
    )
    for name, score, bounds in (
        ("event", e.figures.event, e.interval.event_f1 if e.interval else None),
        ("dyad", e.figures.dyad, e.interval.dyad_f1 if e.interval else None),
    ):
        around = f"{bounds[0]:.3f} to {bounds[1]:.3f}" if bounds else "-"
        table.add_row(
            name, f"{score.p:.3f}", f"{score.r:.3f}", f"{score.f1:.3f}", around,
            str(score.tp), str(score.fp), str(score.fn),
        )  # fmt: skip
    return table


def _agreement_table(e: Evaluation) -> Table:
    """Two figures a field: over the sure gold (correctness) and over all matched mentions (agreement)."""
    table = _table(
        "Fields of matched events", "field", "right", "of", "percent agreement", "Krippendorff's alpha", "units"
    )
    for row in e.agreement:
        share: fig.Share | None = None if row.field == "type" else getattr(e.figures, row.field)
        table.add_row(
            row.field,
            _number(share.share) if share else "",
            str(share.of) if share else "",
            _number(row.percent),
            _number(row.alpha),
            str(row.units),
        )
    return table


def _group_table(e: Evaluation) -> Table:
    table = _table(
        f"By {e.by_what}", e.by_what or "", "P", "R", "F1", "dyad F1",
        "mode", "status", "date", "source", "right", "extra", "missed",
    )  # fmt: skip
    for group, f in e.by.items():
        table.add_row(
            group, f"{f.event.p:.3f}", f"{f.event.r:.3f}", f"{f.event.f1:.3f}", f"{f.dyad.f1:.3f}",
            *(_number(share.share) for share in (f.mode, f.status, f.date, f.source)),
            str(f.event.tp), str(f.event.fp), str(f.event.fn),
        )  # fmt: skip
    return table


def _confusion_table(e: Evaluation) -> Table:
    table = _table("Other type on the same words", "gold", "coded as", "times")
    for row in e.confusion:
        table.add_row(row.gold, row.coded, str(row.count))
    return table


def _calibration_table(c: fig.Calibration) -> Table:
    table = _table(
        f"Confidence against precision (expected calibration error {c.error:.3f})",
        "confidence", "records", "mean confidence", "precision",
    )  # fmt: skip
    for band in c.bands:
        table.add_row(
            f"{band.low:.1f} to {band.high:.1f}", str(band.records), f"{band.confidence:.3f}", f"{band.precision:.3f}"
        )
    return table


def _told(fault: Fault) -> RenderableType:
    from rich.text import Text

    where = fault.doc if fault.line is None else f"{fault.doc}, sentence {fault.line}"
    text = Text(f"{where}: {fault.anchor}\n", style="cyan")
    for side, said in (("gold ", fault.gold), ("coded", fault.coded)):
        if said:
            text.append(f"  {side} {said}\n", style="none")
    text.append(f"  {fault.sentence}", style="dim")
    return text


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
