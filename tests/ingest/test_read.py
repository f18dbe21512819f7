"""Every format, and every way in which input is bad."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from waqai.errors import Failure, Notice, UsageError
from waqai.ingest import Reader, make_article, read
from waqai.ingest.articles import parse_columns
from waqai.records import Article

TEXT = "اتهمت بغداد أنقرة بخرق الأجواء العراقية."
PLAIN = "اتهمت بغداد انقرة بخرق الاجواء العراقية، ودعت الى وقف القصف في الشمال"
Problems = list[Failure | Notice]


def gather(*inputs: Path | str, **options: Any) -> tuple[list[Article], Problems]:
    problems: Problems = []
    articles = list(Reader([str(i) for i in inputs], report=problems.append, **options))
    return articles, problems


def only(problems: Problems, kind: type[Failure] | type[Notice]) -> Failure | Notice:
    (problem,) = problems
    assert type(problem) is kind, problem
    assert problem.origin
    assert problem.reason
    return problem


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    def put(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put


Put = Callable[[str, str | bytes], Path]


class TestText:
    def test_first_line_is_the_title_and_the_name_gives_the_date(self, put: Put) -> None:
        content = f"بغداد تتهم أنقرة\r\n\r\n{TEXT}\r\n"
        (article,), problems = gather(put("2021-03-23 خبر.txt", content))
        assert article.text == content
        assert (article.title, article.date) == ("بغداد تتهم أنقرة", "2021-03-23")
        assert not problems

    @pytest.mark.parametrize("content", [TEXT, f"{TEXT}\nسطر", f"قال:\n{TEXT}", f"{'كلمة ' * 60}\n{TEXT * 9}"])
    def test_other_first_lines_are_no_titles(self, put: Put, content: str) -> None:
        assert gather(put("a.txt", content))[0][0].title is None

    def test_date_option_is_for_those_without(self, put: Put) -> None:
        paths = [put("a.txt", TEXT), put("b 2020-01-03.txt", TEXT)]
        assert [a.date for a in gather(*paths, date="2021-03-23")[0]] == ["2021-03-23", "2020-01-03"]

    def test_bom_is_no_text_and_windows_1256_is_noted(self, put: Put) -> None:
        assert gather(put("a.txt", TEXT.encode("utf-8-sig")))[0][0].text == TEXT
        (article,), problems = gather(put("b.txt", PLAIN.encode("cp1256")))
        assert article.text == PLAIN
        assert "Windows-1256" in only(problems, Notice).reason

    @pytest.mark.parametrize("content", ["", "  \n\t\n", "\ufeff"])
    def test_empty(self, put: Put, content: str) -> None:
        articles, problems = gather(put("a.txt", content))
        assert not articles
        assert only(problems, Failure).origin.endswith("a.txt")

    def test_control_and_bidi_characters_are_kept(self, put: Put) -> None:
        content = "قال\x00 \x1b[31m\u202eالوزير\u2069\x0b إنه"
        assert gather(put("a.txt", content))[0][0].text == content

    def test_binary(self, put: Put) -> None:
        articles, problems = gather(put("a.txt", bytes(range(256)) * 10))
        assert not articles
        assert "--encoding" in only(problems, Failure).mend


class TestJson:
    def test_lines(self, put: Put) -> None:
        rows = [
            {
                "id": 7,
                "text": TEXT,
                "date": "2021-03-23T10:00Z",
                "title": "t",
                "publisher": "p",
                "url": "u",
                "more": {},
            },
            {"text": [TEXT, TEXT]},
        ]
        lines = "\n\n".join(json.dumps(row, ensure_ascii=bool(i)) for i, row in enumerate(rows))
        (first, second), problems = gather(path := put("a.jsonl", "\n" + lines))
        assert first == Article("7", TEXT, "2021-03-23", "t", "p", "u", f"{path}, line 2")
        assert second.text == f"{TEXT}\n{TEXT}"
        assert len(second.id) == 16
        assert not problems

    @pytest.mark.parametrize(
        "layout",
        [
            lambda rows: json.dumps(rows),
            lambda rows: json.dumps(rows, indent=2, ensure_ascii=False),
            lambda rows: "\n".join(json.dumps(row) for row in rows),
            lambda rows: "\n".join(json.dumps(row, indent=1) for row in rows),
            lambda rows: json.dumps({"meta": {"n": 3}, "articles": rows}),
            lambda rows: json.dumps([rows]),
        ],
    )
    def test_any_layout_of_json(self, put: Put, layout: Callable[[Any], str]) -> None:
        rows = [{"id": f"r{i}", "text": f'{TEXT} "{i}" {{'} for i in range(300)]
        articles, problems = gather(put("a.json", layout(rows)))
        assert [(a.id, a.text) for a in articles] == [(r["id"], r["text"]) for r in rows]
        assert not problems

    def test_one_object(self, put: Put) -> None:
        assert gather(put("a.json", json.dumps({"Text": TEXT}, indent=4)))[0][0].text == TEXT

    @pytest.mark.parametrize(
        ("bad", "reason"),
        [
            ('{"text": "' + TEXT, "broken JSON"),
            ("not json", "broken JSON"),
            ('{"text": 5}', "a number"),
            ('{"text": {"ar": "x"}}', "an object"),
            ('{"text": null}', "empty"),
            ('{"text": "  "}', "empty"),
            ('{"body": "x"}', "no field 'text'"),
            ('"just a string"', "a string"),
            ("[]", "an empty list"),
            ("17", "a number"),
            ("[" * 100_000, "nested"),
        ],
    )
    def test_a_bad_line_is_named_and_the_others_are_read(self, put: Put, bad: str, reason: str) -> None:
        good = json.dumps({"text": TEXT})
        articles, problems = gather(put("a.jsonl", f'{good}\n{bad}\n{good[:-1]}, "id": 2}}\n'))
        assert len(articles) == 2
        problem = only(problems, Failure)
        assert problem.origin.endswith("a.jsonl, line 2")
        assert reason in problem.reason
        assert problem.mend

    def test_a_broken_record_of_an_array_is_named_and_the_others_are_read(self, put: Put) -> None:
        records = [json.dumps({"id": i, "text": TEXT}, indent=1) for i in range(50)]
        records[20] = '{\n "id": 20, "text": oops }'
        articles, problems = gather(put("a.json", "[" + ",\n".join(records) + "]"))
        assert [a.id for a in articles] == [str(i) for i in range(50) if i != 20]
        assert "record 21" in only(problems, Failure).origin

    def test_an_array_that_is_cut_off(self, put: Put) -> None:
        whole = json.dumps([{"id": i, "text": TEXT} for i in range(5)])
        articles, problems = gather(put("a.json", whole[:-20]))
        assert [a.id for a in articles] == ["0", "1", "2", "3"]
        assert "record 5" in only(problems, Failure).origin

    def test_hint_names_the_likely_column(self, put: Put) -> None:
        _, problems = gather(put("a.jsonl", json.dumps({"id": 1, "data": {"body": TEXT}})))
        assert "--columns text=data.body" in only(problems, Failure).mend

    def test_columns_and_nested_columns(self, put: Put) -> None:
        row = {"data": {"body": TEXT, "when": {"day": "2021-03-23"}}, "key": "k"}
        columns = parse_columns("text=data.body, date=data.when.day,id=key")
        (article,), problems = gather(put("a.jsonl", json.dumps(row)), columns=columns)
        assert (article.id, article.text, article.date) == ("k", TEXT, "2021-03-23")
        assert not problems

    def test_unpaired_surrogates(self, put: Put) -> None:
        (article,), problems = gather(put("a.jsonl", '{"id": "a\\udc00", "text": "قال \\ud800 الوزير \\ud83d\\ude00"}'))
        assert article.text == "قال \ufffd الوزير 😀"
        assert article.id == "a\ufffd"
        assert only(problems, Notice).kind == "surrogate"

    def test_a_line_in_another_encoding(self, put: Put) -> None:
        lines = json.dumps({"text": TEXT}, ensure_ascii=False).encode() + b"\n"
        odd = json.dumps({"text": PLAIN}, ensure_ascii=False).encode("cp1256") + b"\n"
        articles, problems = gather(put("a.jsonl", lines * 3 + odd + lines))
        assert [a.text for a in articles] == [TEXT, TEXT, TEXT, PLAIN, TEXT]
        kinds = {p.kind for p in problems}
        assert kinds == {"encoding", "duplicate-id"}
        assert any(p.origin.endswith("line 4") and "Windows-1256" in p.reason for p in problems)

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1256"])
    def test_other_encodings(self, put: Put, encoding: str) -> None:
        content = "".join(json.dumps({"id": i, "text": PLAIN}, ensure_ascii=False) + "\n" for i in range(20))
        articles, _ = gather(put("a.jsonl", content.encode(encoding)))
        assert [a.text for a in articles] == [PLAIN] * 20

    def test_ten_megabytes_in_one_record(self, put: Put) -> None:
        text = TEXT * 130_000
        for name, content in (
            ("a.jsonl", json.dumps({"text": text})),
            ("b.json", json.dumps([{"text": text}], indent=1)),
        ):
            (article,), problems = gather(put(name, content))
            assert article.text == text
            assert not problems

    def test_dates(self, put: Put) -> None:
        rows = [{"id": i, "text": TEXT, "date": d} for i, d in enumerate(["2021-02-31", "2021-03-23", None, {"y": 1}])]
        articles, problems = gather(put("a.jsonl", "\n".join(map(json.dumps, rows))))
        assert [a.date for a in articles] == [None, "2021-03-23", None, None]
        assert [(p.kind, p.origin.split(", ")[-1]) for p in problems] == [("date", "line 1"), ("date", "line 4")]


class TestTable:
    def rows(self, rows: list[list[str]], **options: Any) -> str:
        out = io.StringIO()
        csv.writer(out, **options).writerows(rows)
        return out.getvalue()

    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    def test_delimiters(self, put: Put, delimiter: str) -> None:
        text = f'قال "الوزير": a{delimiter}b\r\nسطر ثان'
        content = self.rows([["ID", "Text", "date"], ["1", text, "23/03/2021"]], delimiter=delimiter)
        (article,), problems = gather(put("a.csv", content))
        assert (article.id, article.text, article.date) == ("1", text, "2021-03-23")
        assert not problems

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
    def test_encodings(self, put: Put, encoding: str) -> None:
        content = self.rows([["id", "text"], *([str(i), PLAIN] for i in range(9))])
        articles, _ = gather(put("a.csv", content.encode(encoding)))
        assert [a.text for a in articles] == [PLAIN] * 9

    def test_columns(self, put: Put) -> None:
        content = self.rows([["المعرف", "المتن", "published"], ["1", TEXT, "2021-03-23"]])
        (article,), _ = gather(put("a.csv", content), columns=parse_columns("text=المتن,id=المعرف,date=published"))
        assert (article.id, article.text, article.date) == ("1", TEXT, "2021-03-23")

    def test_missing_column_fails_the_file_once(self, put: Put) -> None:
        articles, problems = gather(put("a.csv", self.rows([["id", "body"], *([["1", TEXT]] * 9)])))
        assert not articles
        assert "--columns text=body" in only(problems, Failure).mend

    def test_a_row_of_wrong_length_is_named(self, put: Put) -> None:
        content = self.rows([["id", "text"], ["1", TEXT], ["2", "a", "b"], ["3", TEXT]])
        articles, problems = gather(put("a.csv", content))
        assert [a.id for a in articles] == ["1", "3"]
        assert "row 2 (line 3)" in only(problems, Failure).origin

    def test_a_quotation_mark_that_is_never_closed_is_told(self, put: Put) -> None:
        content = f'id,text\n1,{TEXT}\n2,"{TEXT}\n3,{TEXT}\n4,{TEXT}\n'
        articles, problems = gather(put("a.csv", content))
        assert [a.id for a in articles] == ["1"]
        problem = only(problems, Failure)
        assert "never closed" in problem.reason
        assert "row 2" in problem.origin

    def test_invalid_bytes_in_a_cell(self, put: Put) -> None:
        content = b"id,text\n1," + TEXT.encode() + b"\n2,\xff" + TEXT.encode() + b"\n"
        articles, problems = gather(put("a.csv", content))
        assert [a.text for a in articles] == [TEXT, "\ufffd" + TEXT]
        assert "row 2" in only(problems, Notice).origin

    def test_empty_file(self, put: Put) -> None:
        assert only(gather(put("a.csv", ""))[1], Failure).reason


class TestParquet:
    def test_types(self, tmp_path: Path) -> None:
        import datetime

        table = pa.table(
            {
                "id": pa.array([1, None, 3], pa.int64()),
                "text": pa.array([TEXT, None, TEXT]).dictionary_encode(),
                "date": pa.array([datetime.datetime(2021, 3, 23, 22), None, datetime.datetime(2020, 1, 3)]),
                "unused": [[1], [2], [3]],
            }
        )
        pq.write_table(table, tmp_path / "a.parquet")
        articles, problems = gather(tmp_path / "a.parquet")
        assert [(a.id, a.date) for a in articles] == [("1", "2021-03-23"), ("3", "2020-01-03")]
        assert only(problems, Failure).origin.endswith("row 2")

    def test_bytes_and_columns(self, tmp_path: Path) -> None:
        pq.write_table(pa.table({"body": [TEXT.encode(), PLAIN.encode("cp1256")]}), tmp_path / "a.parquet")
        articles, problems = gather(tmp_path / "a.parquet", columns={"text": "body"})
        assert [a.text for a in articles] == [TEXT, PLAIN]
        assert only(problems, Notice).kind == "encoding"

    def test_broken(self, put: Put) -> None:
        assert "Parquet" in only(gather(put("a.parquet", "no parquet at all"))[1], Failure).reason

    def test_without_text(self, tmp_path: Path) -> None:
        pq.write_table(pa.table({"story": [TEXT]}), tmp_path / "a.parquet")
        assert "text=story" in only(gather(tmp_path / "a.parquet")[1], Failure).mend


PAGE = """<!doctype html><html lang="ar"><head><meta charset="{charset}"><title>بغداد تتهم أنقرة | موقع</title>
<meta property="og:title" content="بغداد تتهم أنقرة">
<meta property="article:published_time" content="2021-03-23T10:00:00Z">
<meta property="og:site_name" content="ضفاف"></head><body><nav><a href="/">الرئيسية</a></nav>
<article><h1>بغداد تتهم أنقرة</h1>{paragraphs}</article><footer>جميع الحقوق محفوظة</footer></body></html>"""


class TestHtml:
    paragraphs = "".join(f"<p>{TEXT} وهذه الفقرة رقم {i} من المقال وفيها كلمات كثيرة عن الخبر.</p>" for i in range(6))

    @pytest.mark.parametrize(
        ("charset", "encoding"), [("utf-8", "utf-8"), ("windows-1256", "cp1256"), ("utf-8", "cp1256")]
    )
    def test_article(self, put: Put, charset: str, encoding: str) -> None:
        page = PAGE.format(charset=charset, paragraphs=self.paragraphs.replace("أ", "ا"))
        (article,), _ = gather(put("a.html", page.encode(encoding)))
        assert article.text.count("وهذه الفقرة") == 6
        assert "الحقوق" not in article.text
        assert (article.title, article.date, article.publisher) == ("بغداد تتهم أنقرة", "2021-03-23", "ضفاف")

    @pytest.mark.parametrize(
        "page", ["<html></html>", "<html><body><nav><a href=/>x</a></nav></body></html>", "<", "\x00<html>" * 9]
    )
    def test_no_article(self, put: Put, page: str) -> None:
        articles, problems = gather(put("a.html", page))
        assert not articles
        assert only(problems, Failure).mend


class TestFiles:
    def test_folders_globs_and_order(self, put: Put, tmp_path: Path) -> None:
        for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden.txt", ".git/x.txt", "picture.png"):
            put(name, f"{TEXT} {name}")
        articles, problems = gather(tmp_path)
        assert [Path(a.origin or "").name for a in articles] == ["a.txt", "1.txt", "2.txt"]
        assert "picture.png" in only(problems, Notice).reason
        assert len(gather(f"{tmp_path}/**/*.txt")[0]) == 3
        assert len(gather(tmp_path / "b", f"{tmp_path}/b/*.txt", tmp_path / "b" / "1.txt")[0]) == 2

    def test_a_name_with_brackets_is_a_name_when_it_is_there(self, put: Put) -> None:
        assert len(gather(put("a[1].txt", TEXT))[0]) == 1

    @pytest.mark.parametrize("name", ["nowhere.txt", "*.nothing", "."])
    def test_nothing_there(self, tmp_path: Path, name: str) -> None:
        articles, problems = gather(tmp_path / name)
        assert not articles
        assert only(problems, Failure).mend

    def test_kinds_that_are_not_read(self, put: Put) -> None:
        articles, problems = gather(put("a.pdf", "%PDF"), put("b.txt", TEXT))
        assert len(articles) == 1
        assert "a.pdf" in only(problems, Failure).origin

    def test_gzip(self, put: Put) -> None:
        line = json.dumps({"text": TEXT}).encode()
        assert gather(put("a.jsonl.gz", gzip.compress(line)))[0][0].text == TEXT
        assert gather(put("b.txt.gz", gzip.compress(TEXT.encode())))[0][0].text == TEXT
        broken = gzip.compress(line * 1000)[:-30]
        assert only(gather(put("c.jsonl.gz", broken))[1], Failure).origin.endswith("c.jsonl.gz")

    @pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
    def test_no_permission(self, put: Put) -> None:
        path = put("a.txt", TEXT)
        path.chmod(0)
        assert "ermission" in only(gather(path)[1], Failure).reason

    def test_duplicate_ids_are_told_and_coded(self, put: Put) -> None:
        rows = "\n".join(json.dumps({"id": i, "text": f"{TEXT} {n}"}) for n, i in enumerate(["a", "b", "a"]))
        articles, problems = gather(put("a.jsonl", rows))
        assert [a.id for a in articles] == ["a", "b", "a"]
        assert only(problems, Notice).origin.endswith("line 3")

    def test_wrong_options(self, put: Put) -> None:
        path = put("a.txt", TEXT)
        for options in ({"format": "doc"}, {"encoding": "klingon"}, {"date": "2021-02-30"}):
            with pytest.raises(UsageError):
                gather(path, **options)
        for columns in ("text", "words=body", "text="):
            with pytest.raises(UsageError):
                parse_columns(columns)

    def test_the_format_can_be_told(self, put: Put) -> None:
        assert gather(put("dump", json.dumps({"text": TEXT})), format="jsonl")[0][0].text == TEXT
        assert gather(put("dump2", json.dumps({"text": TEXT})))[0][0].text == TEXT
        assert gather(put("dump3", f"id,text\n1,{TEXT}\n"))[0][0].text == TEXT
        assert gather(put("dump4", TEXT))[0][0].text == TEXT

    def test_read_is_lazy_and_tells_the_logger(self, put: Put, caplog: pytest.LogCaptureFixture) -> None:
        stream = read(put("a.jsonl", "oops\n" + json.dumps({"text": TEXT})))
        assert not caplog.records
        assert next(stream).text == TEXT
        assert "line 1" in caplog.text


@pytest.mark.parametrize("kind", ["jsonl", "json", "csv", "parquet"])
def test_memory_stays_bounded(tmp_path: Path, kind: str) -> None:
    """Thirty megabytes of articles are read within a few."""
    rows = [{"id": str(i), "text": f"{i} " + TEXT * 100} for i in range(4000)]
    path = tmp_path / f"a.{kind}"
    if kind == "parquet":
        pq.write_table(pa.Table.from_pylist(rows), path, use_dictionary=False)
    elif kind == "csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ["id", "text"])
            writer.writeheader()
            writer.writerows(rows)
    else:
        joint = ",\n" if kind == "json" else "\n"
        content = joint.join(json.dumps(row, ensure_ascii=False) for row in rows)
        path.write_text(f"[{content}]" if kind == "json" else content, encoding="utf-8")
    del rows
    tracemalloc.start()
    count = sum(1 for _ in Reader([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 4000
    assert peak < 12_000_000


def test_derived_ids_depend_on_content_alone() -> None:
    first = make_article(TEXT, "2021-03-23")
    assert first.id == make_article(TEXT, "23/03/2021", origin="elsewhere").id
    assert len({first.id, make_article(TEXT).id, make_article(TEXT, title="t").id, make_article(TEXT, url="t").id}) == 4


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    data=st.one_of(
        st.binary(max_size=400),
        st.text(max_size=200).map(lambda s: s.encode("utf-8", "surrogatepass")),
        st.lists(st.sampled_from(['{"text":', '"a"', "}", "[", "]", ",", "\n", "{", '"', "text,id\n", ";", "\\u"])).map(
            lambda parts: "".join(parts).encode()
        ),
    ),
    ending=st.sampled_from(["txt", "jsonl", "json", "csv", "parquet", "html", "jsonl.gz", "odd"]),
)
def test_any_bytes_give_articles_or_messages(tmp_path: Path, data: bytes, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_bytes(data)
    articles, problems = gather(path)
    assert articles or problems
    for article in articles:
        assert article.text.strip()
        article.text.encode()
