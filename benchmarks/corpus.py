"""A corpus of made-up news for measuring speed: always the same, of any size.

Articles are recombined from the sentences of the example articles, with other names, places and numbers put in, and
from sentence patterns on politics, sport, economy and weather written for this file. They read like a newspaper to a
program, not to a person, and say nothing true.
"""

from __future__ import annotations

import datetime
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from waqai.examples import ARTICLES
from waqai.records import Article

WORDS = 300  # of an article, about
SEED = 1832  # the year of the first Arabic gazette

SLOTS: dict[str, tuple[str, ...]] = {
    "city": (
        "بغداد",
        "أربيل",
        "البصرة",
        "الموصل",
        "دمشق",
        "حلب",
        "بيروت",
        "طرابلس",
        "عمّان",
        "القاهرة",
        "الإسكندرية",
        "الخرطوم",
        "صنعاء",
        "عدن",
        "الرياض",
        "جدة",
        "الدوحة",
        "مسقط",
        "تونس",
        "صفاقس",
        "الجزائر",
        "وهران",
        "الرباط",
        "نواكشوط",
        "أنقرة",
        "طهران",
        "موسكو",
        "باريس",
        "لندن",
        "برلين",
        "بكين",
    ),
    "state": (
        "العراق",
        "سوريا",
        "لبنان",
        "الأردن",
        "مصر",
        "السودان",
        "اليمن",
        "السعودية",
        "قطر",
        "الكويت",
        "الإمارات",
        "تونس",
        "الجزائر",
        "المغرب",
        "ليبيا",
        "تركيا",
        "إيران",
        "روسيا",
        "فرنسا",
        "بريطانيا",
        "الصين",
        "ألمانيا",
    ),
    "first": (
        "أحمد",
        "محمد",
        "علي",
        "حسن",
        "كريم",
        "سامي",
        "ليلى",
        "نادية",
        "عبد الله",
        "عبد الرحمن",
        "يوسف",
        "إبراهيم",
        "مريم",
        "هدى",
        "عمر",
        "خالد",
        "سعيد",
        "طارق",
        "منير",
        "رشيد",
    ),
    "last": (
        "الجبوري",
        "التميمي",
        "حداد",
        "الخطيب",
        "منصور",
        "الشريف",
        "بن صالح",
        "العلوي",
        "القحطاني",
        "السوداني",
        "الحلبي",
        "النجار",
        "مراد",
        "الزهراني",
        "بوعزيز",
        "الكردي",
        "عثمان",
        "الطائي",
    ),
    "office": (
        "وزير الخارجية",
        "وزير الداخلية",
        "وزير الدفاع",
        "رئيس الوزراء",
        "المتحدث باسم الحكومة",
        "رئيس البرلمان",
        "وزير الاقتصاد",
        "محافظ البنك المركزي",
        "رئيس هيئة الأركان",
        "الأمين العام للحزب",
        "مبعوث الأمم المتحدة",
    ),
    "day": ("السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة"),
    "month": ("يناير", "شباط", "مارس", "نيسان", "مايو", "حزيران", "يوليو", "آب", "سبتمبر", "أكتوبر", "تشرين الثاني"),
    "few": tuple(str(n) for n in range(2, 40)),
    "many": tuple(str(n) for n in (120, 250, 400, 750, 1200, 2500, 5200, 18000, 40000, 150000)),
    "share": tuple(f"{n}.{d}" for n in range(1, 12) for d in (1, 4, 7)),
    "club": (
        "الزوراء",
        "الشرطة",
        "الأهلي",
        "الزمالك",
        "الترجي",
        "الوداد",
        "الهلال",
        "النصر",
        "السد",
        "العين",
        "الفيصلي",
    ),
    "goods": ("القمح", "النفط", "الغاز", "السيارات", "الأدوية", "التمور", "الإسمنت", "الأسمدة", "الملابس"),
    "topic": ("الأمن", "الطاقة", "المياه", "التجارة", "الصحة", "التعليم", "الحدود", "اللاجئين", "المناخ", "الديون"),
}

POLITICS = (
    "قال {office} في {state} {first} {last} إن بلاده ستواصل العمل مع {state} في ملف {topic}.",
    "وأضاف {last} أن المحادثات مع الجانب الآخر تناولت {topic} و{topic}، ووصفها بالمثمرة.",
    "واتهم {office} {first} {last} جهات لم يسمها بعرقلة الاتفاق الموقع في {month} الماضي.",
    "والتقى {office} {first} {last}، {day}، نظيره في {state} على هامش اجتماع في {city}.",
    "ودعا {office} جميع الأطراف إلى وقف فوري لإطلاق النار والعودة إلى طاولة المفاوضات.",
    "وتظاهر مئات الأشخاص في {city} احتجاجا على تردي الخدمات، وطالبوا باستقالة المحافظ.",
    "وأعلنت وزارة الداخلية في {state} اعتقال {few} شخصا يشتبه في انتمائهم إلى شبكة لتهريب السلاح.",
    "وقتل {few} أشخاص وأصيب {few} آخرون بجروح في انفجار عبوة ناسفة في {city}، بحسب مصدر في الشرطة.",
    "ورفضت {state} الاتهامات الموجهة إليها، مؤكدة التزامها بالقانون الدولي.",
    "ومن المقرر أن يزور {office} {city} في {few} {month} المقبل لبحث ملف {topic}.",
    "وفرضت {state} عقوبات على {few} كيانا بتهمة دعم جماعات مسلحة.",
    "وأرسلت {state} مساعدات إنسانية إلى المتضررين في {city} شملت {many} طن من المواد الغذائية.",
    'وأكد البيان الختامي "ضرورة احترام سيادة الدول وعدم التدخل في شؤونها الداخلية".',
    "ولم تصدر حتى الآن أي تعليقات رسمية من {state} بشأن ما نشرته الصحيفة.",
    'ونقلت وكالة الأنباء الرسمية عن {office} قوله إن "الوضع في {city} تحت السيطرة".',
    "وكان البرلمان قد صوت في {month} 2019 على قانون جديد ينظم عمل الأحزاب.",
)
SPORT = (
    "وفاز فريق {club} على ضيفه {club} بهدفين مقابل هدف في الجولة {few} من الدوري.",
    "وسجل المهاجم {first} {last} هدف المباراة الوحيد في الدقيقة {few} من ضربة رأس.",
    "ورفع {club} رصيده إلى {few} نقطة في المركز الثاني، بفارق ثلاث نقاط عن المتصدر {club}.",
    "وقال المدرب {first} {last} إن فريقه قدم مباراة كبيرة وكان يستحق أكثر من التعادل.",
    "ويغيب عن المباراة المقبلة المدافع {first} {last} بسبب إصابة في الركبة.",
    "وحضر المباراة نحو {many} متفرج على الرغم من برودة الطقس.",
)
ECONOMY = (
    "وارتفعت أسعار {goods} بنسبة {share} في المئة خلال {month}، وفق بيانات الجهاز المركزي للإحصاء.",
    "وتراجع مؤشر البورصة الرئيسي {share} في المئة عند الإغلاق متأثرا بهبوط أسهم المصارف.",
    "وبلغت صادرات البلاد من {goods} {many} طن في الربع الأول من العام.",
    "وقالت الشركة إنها ستفتتح {few} فرعا جديدا في {city} و{city} قبل نهاية السنة.",
    "ويتوقع خبراء أن ينمو الاقتصاد بنسبة {share} في المئة في العام المقبل.",
    "وتشير التقديرات إلى أن الطلب على {goods} سيبقى مرتفعا طوال الصيف.",
)
WEATHER = (
    "وتوقعت هيئة الأرصاد أن تبلغ درجة الحرارة العظمى في {city} {few} درجة مئوية.",
    "ويكون الطقس غدا غائما جزئيا مع فرصة لهطول أمطار خفيفة على {city} والمناطق المجاورة.",
    "وتهب رياح شمالية غربية معتدلة السرعة تثير الغبار في المناطق المكشوفة جنوب {city}.",
    "ودعت دائرة المرور السائقين إلى توخي الحذر بسبب الضباب الكثيف صباح {day}.",
    "وسجلت {city} أعلى كمية من الأمطار منذ {few} عاما.",
)

#: What kind of article, how often, and the share of its sentences that come from the examples.
MIX = (
    (POLITICS, 6, 0.45),
    (POLITICS + ECONOMY, 2, 0.2),
    (SPORT, 1, 0.0),
    (ECONOMY, 1, 0.0),
    (WEATHER + SPORT, 1, 0.05),
)

_SLOT = re.compile(r"\{(\w+)\}")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


def articles(count: int, words: int = WORDS) -> Iterator[Article]:
    """`count` articles of about `words` words; the same for the same arguments, everywhere."""
    draw = random.Random(SEED)
    examples = _example_sentences()
    publishers = ("صوت المدينة", "الميزان", "وكالة البيان الجديد", "صحيفة الضحى")
    kinds = [(patterns, share) for patterns, weight, share in MIX for _ in range(weight)]
    first = datetime.date(2018, 1, 1)
    for number in range(count):
        patterns, share = draw.choice(kinds)
        lines: list[str] = []
        length = 0
        while length < words:
            line = _vary(draw.choice(examples), draw) if draw.random() < share else _fill(draw.choice(patterns), draw)
            lines.append(line)
            length += line.count(" ") + 1
        # Paragraphs of one to three sentences.
        text = "".join(line + draw.choice((" ", "\n", "\n")) for line in lines).strip()
        yield Article(
            id=f"bench-{number:05}",
            text=text,
            date=(first + datetime.timedelta(days=number % 1500)).isoformat(),
            publisher=draw.choice(publishers),
        )


def write(path: Path, count: int) -> tuple[int, int]:
    """Write `count` articles as JSONL for the command line; gives how many words and bytes they have."""
    words = 0
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf8") as out:
        for a in articles(count):
            words += len(a.text.split())
            row = {"id": a.id, "date": a.date, "publisher": a.publisher, "text": a.text}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return words, path.stat().st_size


def _example_sentences() -> list[str]:
    texts = (json.loads(line)["text"] for line in ARTICLES.read_text(encoding="utf8").splitlines())
    return [sentence for text in texts for sentence in text.split("\n")]


def _fill(pattern: str, draw: random.Random) -> str:
    return _SLOT.sub(lambda m: draw.choice(SLOTS[m[1]]), pattern)


def _vary(sentence: str, draw: random.Random) -> str:
    """Another number here, another city there, so that sentences seldom repeat to the letter."""
    sentence = _NUMBER.sub(lambda m: str(draw.randint(1, 28)), sentence)
    for name in ("بغداد", "واشنطن", "أربيل", "طهران"):
        if draw.random() < 0.4:
            sentence = sentence.replace(name, draw.choice(SLOTS["city"]))
    return sentence
