"""The gazetteer as files and as compiled: sound entries, and names that lead to the right country."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from waqai.coder import Coder
from waqai.grammar.units import group
from waqai.lexicon.compiler import DATA, read
from waqai.lexicon.schema import PlaceEntry
from waqai.text.fold import fold
from waqai.text.tokens import tokenize

FOLDER = DATA / "places"
FILES = sorted(FOLDER.glob("*.yml"))
CODER = Coder()
KINDS = set(
    "region district city town village camp crossing base airport port sea strait river mountain island quarter square "
    "street site settlement".split()
)
COUNTRIES = {actor.id for actor in CODER.table.actors if actor.kind == "country"}


def _entries() -> list[tuple[Path, PlaceEntry]]:
    return [(path, msgspec.convert(item, PlaceEntry)) for path in FILES for item in read(path)[0]]


ENTRIES = _entries()


def test_entries_are_sound() -> None:
    for path, entry in ENTRIES:
        where = f"{path.name}: {entry.place}"
        assert entry.ar, where
        assert all(name.strip() == name and name for name in entry.ar), where
        assert entry.kind in KINDS, where
        assert entry.country == "" or entry.country in COUNTRIES, where
        assert (entry.lat is None) == (entry.lon is None), where
        if entry.lat is not None and entry.lon is not None:
            assert -90 <= entry.lat <= 90, where
            assert -180 <= entry.lon <= 180, where


def test_breadth() -> None:
    assert len(ENTRIES) >= 2000
    kinds = {entry.kind for _, entry in ENTRIES}
    assert kinds >= {"camp", "crossing", "base", "airport", "strait", "quarter", "square"}
    assert len(CODER.table.sites) >= 8000


def test_no_entry_twice() -> None:
    seen: set[tuple[str, str]] = set()
    for path, entry in ENTRIES:
        key = (entry.place, entry.country)
        assert key not in seen, f"{path.name}: {key}"
        seen.add(key)


def test_near_each_other() -> None:
    """A place lies where the others of its country lie: a slip of sign or degree would show."""
    by: dict[str, list[tuple[float, float, str]]] = {}
    for _, entry in ENTRIES:
        compact = entry.country in {"IRQ", "SYR", "LBN", "JOR", "PSE", "ISR", "YEM", "TUN", "AFG"}
        if compact and entry.lat is not None and entry.lon is not None:
            by.setdefault(entry.country, []).append((entry.lat, entry.lon, entry.place))
    for points in by.values():
        lat = sorted(point[0] for point in points)[len(points) // 2]
        lon = sorted(point[1] for point in points)[len(points) // 2]
        assert [p for p in points if abs(p[0] - lat) > 8 or abs(p[1] - lon) > 10] == []


# a place in a sentence: the name as the table must find it, the country, and the kind where it matters
SENTENCES = [
    ("وقع انفجار في الأنبار صباح اليوم.", "IRQ", "region"),
    ("هاجم مسلحون حاجزا قرب بعقوبة.", "IRQ", ""),
    ("قصفت طائرات محيط تلعفر.", "IRQ", ""),
    ("سقطت صواريخ على قاعدة عين الأسد.", "IRQ", "base"),
    ("استهدف هجوم معسكر التاجي.", "IRQ", "base"),
    ("هبطت الطائرة في مطار بغداد.", "IRQ", "airport"),
    ("اشتبكوا في مدينة الصدر.", "IRQ", "quarter"),
    ("انفجرت سيارة في الكرادة.", "IRQ", "quarter"),
    ("عثر على الجثث في مدينة الحلة.", "IRQ", ""),
    ("تظاهروا في ساحة الخلاني.", "IRQ", "square"),
    ("نزحوا من سنجار.", "IRQ", ""),
    ("عبروا من منفذ طريبيل.", "IRQ", "crossing"),
    ("ضربت تركيا جبال قنديل.", "IRQ", "mountain"),
    ("وصلت القوات إلى تكريت.", "IRQ", ""),
    ("دارت المعارك في ريف إدلب.", "SYR", "region"),
    ("قصف الطيران الغوطة الشرقية.", "SYR", "region"),
    ("دخلت المساعدات عبر باب الهوى.", "SYR", "crossing"),
    ("حاصروا مخيم اليرموك.", "SYR", "camp"),
    ("عبروا من معبر نصيب.", "SYR", "crossing"),
    ("ضربت غارة قاعدة التنف.", "SYR", "base"),
    ("اشتعل القتال في كوباني.", "SYR", ""),
    ("نقلوا إلى مخيم الهول.", "SYR", ""),
    ("انسحبوا من دير الزور.", "SYR", ""),
    ("تفقد قاعدة حميميم.", "SYR", "base"),
    ("قصفت إسرائيل الضاحية الجنوبية.", "LBN", "quarter"),
    ("اندلعت اشتباكات في عين الحلوة.", "LBN", "camp"),
    ("حاصر الجيش مخيم نهر البارد.", "LBN", "camp"),
    ("أطلقت صواريخ على بنت جبيل.", "LBN", ""),
    ("أوقف في البقاع.", "LBN", "region"),
    ("توغلوا في مارون الراس.", "LBN", ""),
    ("اعتصموا في ساحة رياض الصلح.", "LBN", "square"),
    ("أصيب جندي في مزارع شبعا.", "LBN", ""),
    ("لجأوا إلى مخيم الزعتري.", "JOR", "camp"),
    ("اشتبكوا في معان الأردنية.", "JOR", ""),
    ("اقتحم الجيش مخيم جباليا.", "PSE", "camp"),
    ("اقتحموا مخيم بلاطة.", "PSE", "camp"),
    ("أغلقت إسرائيل كرم أبو سالم.", "PSE", "crossing"),
    ("قصفوا خان يونس.", "PSE", ""),
    ("اقتحم المستوطنون باحات المسجد الأقصى.", "PSE", "site"),
    ("تظاهروا في بلعين.", "PSE", ""),
    ("استهدفت غارة حي الزيتون.", "PSE", "quarter"),
    ("أطلق قارب النار على ساحل غزة.", "PSE", "region"),
    ("هدموا منازل في سلوان.", "PSE", "quarter"),
    ("قتل في نابلس.", "PSE", ""),
    ("أغلق حاجز حوارة.", "PSE", ""),
    ("سقط صاروخ في سديروت.", "ISR", ""),
    ("دوت الصفارات في كريات شمونة.", "ISR", ""),
    ("هدموا قرية في النقب.", "ISR", "region"),
    ("أطلقوا صواريخ على عسقلان.", "ISR", ""),
    ("اندلع حريق في الجليل.", "ISR", "region"),
    ("تجمعوا في ميدان التحرير.", "EGY", "square"),
    ("انفجر لغم في الشيخ زويد.", "EGY", ""),
    ("فضوا اعتصام رابعة.", "EGY", ""),
    ("أضرب العمال في المحلة الكبرى.", "EGY", ""),
    ("اجتمعوا في شرم الشيخ.", "EGY", ""),
    ("خطف سائق في العريش.", "EGY", ""),
    ("قصفوا الفاشر.", "SDN", ""),
    ("نزحوا إلى مخيم زمزم.", "SDN", "camp"),
    ("اندلع القتال في أم درمان.", "SDN", ""),
    ("تظاهروا في بورتسودان.", "SDN", ""),
    ("سيطروا على أبيي.", "SDN", ""),
    ("قتلوا في ملكال.", "SSD", ""),
    ("قاتلوا في بنغازي.", "LBY", ""),
    ("قصفوا ترهونة.", "LBY", ""),
    ("سيطروا على الهلال النفطي.", "LBY", "site"),
    ("أغلقوا معبر رأس جدير.", "LBY", "crossing"),
    ("تظاهروا في سيدي بوزيد.", "TUN", ""),
    ("هاجموا الجيش في جبل الشعانبي.", "TUN", "mountain"),
    ("انفجرت قنبلة في تيزي وزو.", "DZA", ""),
    ("خطفوا رهائن في عين أمناس.", "DZA", ""),
    ("تظاهروا في الحسيمة.", "MAR", ""),
    ("توتر في الكركرات.", "ESH", "crossing"),
    ("سقط صاروخ على جازان.", "SAU", ""),
    ("هاجموا منشأة بقيق.", "SAU", ""),
    ("اقتحموا العوامية.", "SAU", ""),
    ("انطلقت من قاعدة العديد.", "QAT", "base"),
    ("تظاهروا في دوار اللؤلؤة.", "BHR", "square"),
    ("هاجموا ميناء الحديدة.", "YEM", ""),
    ("غرقت سفينة في باب المندب.", "YEM", "strait"),
    ("قاتلوا في صرواح.", "YEM", ""),
    ("سقطت قذيفة في تعز.", "YEM", ""),
    ("خطفت سفينة في خليج عدن.", "YEM", "sea"),
    ("قصفوا محافظة صعدة.", "YEM", ""),
    ("قتلوا في أبين.", "YEM", ""),
    ("انفجرت سيارة في بيدوا.", "SOM", ""),
    ("هاجموا كيسمايو.", "SOM", ""),
    ("قاتلوا في ميكيلي.", "ETH", ""),
    ("احتجزت ناقلة في مضيق هرمز.", "IRN", "strait"),
    ("انفجار في منشأة نطنز.", "IRN", "site"),
    ("هاجموا حافلة في زاهدان.", "IRN", ""),
    ("اغتيل عالم في أصفهان.", "IRN", ""),
    ("اشتبكوا في ديار بكر.", "TUR", ""),
    ("أقلعت من إنجرليك.", "TUR", "base"),
    ("انفجرت قنبلة في إسطنبول.", "TUR", ""),
    ("اشتبكوا في شرناق.", "TUR", ""),
    ("هاجمت طالبان قندهار.", "AFG", ""),
    ("قتل جنود في هلمند.", "AFG", "region"),
    ("قصفوا قاعدة باغرام.", "AFG", "base"),
    ("فجر نفسه في جلال آباد.", "AFG", ""),
    ("انفجار في بيشاور.", "PAK", ""),
    ("ضربة في شمال وزيرستان.", "PAK", "region"),
    ("قتلوا في كويتا.", "PAK", ""),
    ("قصفوا وادي سوات.", "PAK", ""),
    ("انفجارات في مومباي.", "IND", ""),
    ("اشتبكوا في سريناغار.", "IND", ""),
    ("مواجهات في كاتماندو.", "NPL", ""),
    ("اضطرابات في شينجيانغ.", "CHN", ""),
    ("هاجموا قرية في مينداناو.", "PHL", ""),
    ("انفجار في بلفاست.", "GBR", ""),
    ("معارك في غروزني.", "RUS", ""),
    ("احتجزوا رهائن في بيسلان.", "RUS", ""),
    ("قصفوا خاركيف.", "UKR", ""),
    ("مجزرة في سربرنيتسا.", "BIH", ""),
    ("هاجموا مجمعا في نيروبي.", "KEN", ""),
    ("خطفوا تلميذات في تشيبوك.", "NGA", ""),
    ("معارك في مايدوغوري.", "NGA", ""),
    ("سيطروا على كيدال.", "MLI", ""),
    ("قاتلوا في غوما.", "COD", ""),
    ("إطلاق نار في تكساس.", "USA", ""),
    ("اعتقلوا في غوانتانامو.", "CUB", "base"),
    ("تظاهروا في نيويورك.", "USA", ""),
    ("أوقفوا في أوهايو.", "USA", "region"),
    ("غرق زورق قبالة لامبيدوسا.", "ITA", "island"),
    ("مواجهات في مرسيليا.", "FRA", ""),
    ("اجتمعوا في جنيف.", "CHE", ""),
]


@pytest.mark.parametrize(("text", "country", "kind"), SENTENCES)
def test_found_in_sentence(text: str, country: str, kind: str) -> None:
    folded = fold(text)
    sites = []
    for unit in group(tokenize(folded.text), CODER.lookup, []):
        for lex in unit.lexes:
            sites += [CODER.table.sites[number] for number in lex.places[:1]]
    assert any(site.country == country and (not kind or site.kind == kind) for site in sites), sites


@pytest.mark.parametrize(
    "text",
    [
        "بعد غد الخميس.", "على صعيد آخر.", "لا سيما أن ذلك.", "كان الوزير في الاجتماع.", "وان ذلك لم يحدث.",
        "الجناح العسكري للحركة.", "سلالة جديدة من الفيروس.", "الغازات المسيلة للدموع.", "قال جاكسون للصحافيين.",
        "الأجواء المعادية للحرب.", "هذه المنطقة الزرقاء.", "المهندسين والأطباء.", "الاحتجاجات السلمية مستمرة.",
        "رئيسة البلديات.", "عقد لقاء مع السفيرة.",
    ],
)  # fmt: skip
def test_words_are_no_places(text: str) -> None:
    for unit in group(tokenize(fold(text).text), CODER.lookup, []):
        assert not any(lex.places for lex in unit.lexes), unit
