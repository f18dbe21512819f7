"""Quantities: a table of what is counted in sentences, and which event of a sentence each count belongs to."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from waqai.coder import Coder, ReadSentence
from waqai.events import quantities, quantity_words
from waqai.events.quantities import Found
from waqai.grammar.units import Unit, group
from waqai.records import Article, Span
from waqai.text.fold import fold
from waqai.text.tokens import tokenize
from waqai.times import tag

CODER = Coder()

# sentence: the quantities in order, each "kind min max unit words"; a bound left open is "-"
TABLE = {
    "قتل عشرة أشخاص وأصيب نحو 20 آخرين بجروح في انفجار سيارة مفخخة.": [
        "killed 10 10 person عشرة أشخاص",
        "injured 20 20 person نحو 20 آخرين",
    ],
    "مقتل جنديين اثنين وجرح ثلاثة من عناصر الشرطة في كمين.": [
        "killed 2 2 soldier جنديين اثنين",
        "injured 3 3 member ثلاثة من عناصر الشرطة",
    ],
    "نشرت واشنطن 2500 جندي أميركي وعشرات الدبابات في الخليج.": [
        "troops 2500 2500 soldier 2500 جندي",
        "weapons 20 99 tank عشرات الدبابات",
    ],
    "تظاهر مئات الآلاف من الأشخاص في العاصمة.": ["protesters 200000 999999 person مئات الآلاف من الأشخاص"],
    "شارك ما لا يقل عن ثلاثة آلاف وخمسمئة متظاهر في الاحتجاج.": [
        "protesters 3500 - protester ما لا يقل عن ثلاثة آلاف وخمسمئة متظاهر",
    ],
    "سقط قتيلان و12 جريحا على الأقل في القصف.": ["killed 2 2 person قتيلان", "injured 12 - person 12 جريحا على الأقل"],
    "قتل جنديان بريطانيان وجندية فرنسية في القصف.": ["killed 2 2 soldier جنديان", "killed 1 1 soldier جندية"],
    "قتل أربعة جنود وشرطي وجرح مصور.": ["killed 4 4 soldier أربعة جنود", "killed 1 1 police officer شرطي"],
    "أودى الحريق بحياة متعاقد مدني وأصاب ستة آخرين.": ["killed 1 1 person متعاقد", "injured 6 6 person ستة آخرين"],
    "قتل جنديان وقائد الكتيبة.": ["killed 2 2 soldier جنديان"],
    "اعتقلت الشرطة بين 20 و30 شخصا في المدينة.": ["arrested 20 30 person بين 20 و30 شخصا"],
    "قدمت الحكومة مساعدات بقيمة 1.5 مليار دولار إلى لبنان.": ["money 1500000000 1500000000 USD 1.5 مليار دولار"],
    "قتل شرطيان وامرأتان في الهجوم.": ["killed 2 2 police officer شرطيان", "killed 2 2 woman امرأتان"],
    "أعلنت الشرطة مقتل 12 وجرح 30 في التفجير.": ["killed 12 12 person 12", "injured 30 30 person 30"],
    "ارتفع عدد القتلى إلى 45.": ["killed 45 45 person 45"],
    "بلغ عدد الجرحى حتى الآن 60 جريحا.": ["injured 60 60 person 60 جريحا"],
    "أطلقت الحركة أكثر من 40 صاروخا على المستوطنات.": ["rounds 40 - rocket أكثر من 40 صاروخا"],
    "حصل الحزب على 35 في المئة من الأصوات وعلى 40 مقعدا.": [
        "votes 35 35 percent 35 في المئة من الأصوات",
        "seats 40 40 seat 40 مقعدا",
    ],
    "أفرجت السلطات عن مئة وخمسين معتقلا.": ["released 150 150 prisoner مئة وخمسين معتقلا"],
    "نزح أكثر من نصف مليون شخص عن ديارهم.": ["displaced 500000 - person أكثر من نصف مليون شخص"],
    "قال إن 10 جنود على الأقل قتلوا في المعارك.": ["killed 10 - soldier 10 جنود على الأقل"],
    "خطف مسلحون ثلاثة صحافيين أجانب.": ["hostages 3 3 journalist ثلاثة صحافيين"],
    "دمر الجيش 15 منزلا وثلاثة مبان.": ["buildings 15 15 house 15 منزلا", "buildings 3 3 building ثلاثة مبان"],
    "أدى القصف إلى سقوط خمسين بين قتيل وجريح.": ["casualties 50 50 person خمسين بين قتيل وجريح"],
    "فرضت المحكمة غرامة قدرها خمسة ملايين ليرة لبنانية.": ["money 5000000 5000000 LBP خمسة ملايين ليرة لبنانية"],
    "مقتل أحد عشر جنديا وإصابة اثنين وعشرين.": [
        "killed 11 11 soldier أحد عشر جنديا",
        "injured 22 22 person اثنين وعشرين",
    ],
    "قتل جندي واحد وأصيب ثلاثة.": ["killed 1 1 soldier جندي واحد", "injured 3 3 person ثلاثة"],
    "اعتقال عدد من الناشطين في القاهرة.": ["arrested 2 - person عدد من الناشطين"],
    "وصل من 300 إلى 400 مقاتل إلى الحدود.": ["troops 300 400 fighter من 300 إلى 400 مقاتل"],
    "هاجم ثلاثة أو أربعة مسلحين الحاجز.": ["troops 3 4 fighter ثلاثة أو أربعة مسلحين"],
    "أسفرت المعارك عن عشرات القتلى والجرحى.": ["casualties 20 99 person عشرات القتلى والجرحى"],
    "أسفرت المعارك عن عشرات القتلى ومئات الجرحى.": [
        "killed 20 99 person عشرات القتلى",
        "injured 200 999 person مئات الجرحى",
    ],
    "لقي ما لا يقل عن سبعة مدنيين مصرعهم.": ["killed 7 - civilian ما لا يقل عن سبعة مدنيين"],
    "أودى الهجوم بحياة 17 شخصا.": ["killed 17 17 person 17 شخصا"],
    "استشهد ثلاثة فلسطينيين برصاص الاحتلال.": ["killed 3 3 person ثلاثة فلسطينيين"],
    "اختطف مجهولون طبيبين.": ["hostages 2 2 person طبيبين"],
    "لا يزال أربعون شخصا في عداد المفقودين.": ["people 40 40 person أربعون شخصا"],
    "فقد 25 مهاجرا بعد غرق قاربهم.": ["missing 25 25 migrant 25 مهاجرا"],
    "أعلن الهلال الأحمر العثور على خمس جثث.": ["killed 5 5 person خمس جثث"],
    "شرد القتال مئتي ألف شخص.": ["displaced 200000 200000 person مئتي ألف شخص"],
    "هجّر الجيش نحو ألف عائلة من القرية.": ["displaced 1000 1000 family نحو ألف عائلة"],
    "طردت موسكو ستة دبلوماسيين بريطانيين.": ["expelled 6 6 politician ستة دبلوماسيين"],
    "حكمت المحكمة على 11 متهما بالإعدام.": ["tried 11 11 suspect 11 متهما"],
    "يحتجز المتمردون 14 رهينة.": ["hostages 14 14 hostage 14 رهينة"],
    "أطلق سراح رهينتين في دارفور.": ["released 2 2 hostage رهينتين"],
    "أرسلت تركيا ألفي جندي إلى الشمال.": ["troops 2000 2000 soldier ألفي جندي"],
    "سحبت فرنسا ثلاثمئة عسكري من مالي.": ["troops 300 300 soldier ثلاثمئة عسكري"],
    "يبلغ عدد القوات نحو خمسة آلاف عنصر.": ["troops 5000 5000 member نحو خمسة آلاف عنصر"],
    "نشر الاتحاد 120 مراقبا.": ["observers 120 120 observer 120 مراقبا"],
    "تظاهر الآلاف في المدينة.": ["protesters 2000 9999 person الآلاف"],
    "احتشد عشرات الآلاف من المحتجين في الساحة.": ["protesters 20000 99999 protester عشرات الآلاف من المحتجين"],
    "شارك في المسيرة ملايين المتظاهرين.": ["protesters 2000000 - protester ملايين المتظاهرين"],
    "فرقت الشرطة بضع مئات من المعتصمين.": ["protesters 300 900 protester بضع مئات من المعتصمين"],
    "تجمع أقل من مئة متظاهر أمام السفارة.": ["protesters - 100 protester أقل من مئة متظاهر"],
    "بلغت قيمة العقد 250 مليون يورو.": ["money 250000000 250000000 EUR 250 مليون يورو"],
    "طلبت الأمم المتحدة ملياري دولار.": ["money 2000000000 2000000000 USD ملياري دولار"],
    "منحت الرياض عمان 40 مليون دينار أردني.": ["money 40000000 40000000 JOD 40 مليون دينار أردني"],
    "خصصت بغداد ثلاثة مليارات دينار عراقي للإعمار.": ["money 3000000000 3000000000 IQD ثلاثة مليارات دينار عراقي"],
    "تبرعت المملكة بمئة مليون ريال سعودي.": ["money 100000000 100000000 SAR مئة مليون ريال سعودي"],
    "سرق المسلحون 10 آلاف جنيه مصري.": ["money 10000 10000 EGP 10 آلاف جنيه مصري"],
    "دفع نحو 3,500 شيكل.": ["money 3500 3500 ILS نحو 3,500 شيكل"],
    "تعهد المانحون بين مليار ومليارين من الدولارات.": [
        "money 1000000000 2000000000 USD بين مليار ومليارين من الدولارات",
    ],
    "تبلغ الكلفة من 20 إلى 30 مليون دولار.": ["money 20000000 30000000 USD من 20 إلى 30 مليون دولار"],
    "ارتفعت المنحة من 20 إلى 30 مليون دولار.": ["money 30000000 30000000 USD من 20 إلى 30 مليون دولار"],
    "بلغت الخسائر مليون ونصف المليون دولار.": ["money 1500000 1500000 USD مليون ونصف المليون دولار"],
    "صادرت الشرطة 30 بندقية وقنبلتين.": ["weapons 30 30 rifle 30 بندقية", "rounds 2 2 bomb قنبلتين"],
    "سقطت خمس قذائف هاون على الحي.": ["rounds 5 5 shell خمس قذائف"],
    "أطلق الجنود مئات الطلقات في الهواء.": ["rounds 200 999 bullet مئات الطلقات"],
    "أسقطت الدفاعات طائرتين مسيرتين.": ["weapons 2 2 aircraft طائرتين مسيرتين"],
    "شنت المقاتلات 12 غارة على الموقع.": ["strikes 12 12 strike 12 غارة"],
    "وصلت 40 آلية عسكرية إلى القاعدة.": ["weapons 40 40 tank 40 آلية عسكرية"],
    "أرسلت سفينتين حربيتين إلى البحر الأحمر.": ["vehicles 2 2 ship سفينتين"],
    # one without a number, of whom the clause says what became of him
    "قتل جندي في هجوم على حاجز.": ["killed 1 1 soldier جندي"],
    "اعتقل الجيش الإسرائيلي فلسطينيا قرب نابلس.": ["arrested 1 1 person فلسطينيا"],
    "استشهد فلسطيني برصاص الجيش.": ["killed 1 1 person فلسطيني"],
    "أفادت الشرطة بأن شخصا قتل وأصيب خمسة آخرون.": ["killed 1 1 person شخصا", "injured 5 5 person خمسة آخرون"],
    "لقي شخص حتفه وجرح ثلاثة في القصف.": ["killed 1 1 person شخص", "injured 3 3 person ثلاثة"],
    "أعلنت الوزارة مقتل مدني وإصابة طفلين.": ["killed 1 1 civilian مدني", "injured 2 2 child طفلين"],
    "أدرجت الوزارة 29 سفينة وثلاث شركات على القائمة.": [
        "vehicles 29 29 ship 29 سفينة",
        "entities 3 3 company ثلاث شركات",
    ],
    "أطلقت الحركة صواريخ عدة.": ["rounds 3 - rocket صواريخ عدة"],
    "عقد الوفدان ثلاث جولات من المحادثات.": ["talks 3 3 round ثلاث جولات من المحادثات"],
    "دخلت 200 شاحنة مساعدات إلى القطاع.": ["vehicles 200 200 vehicle 200 شاحنة"],
    "قدمت 500 طن من القمح و20 ألف برميل نفط.": ["goods 500 500 tonne 500 طن", "goods 20000 20000 barrel 20 ألف برميل"],
    "صوت لصالح القرار 120 نائبا.": ["people 120 120 politician 120 نائبا"],
    "فاز المرشح بأكثر من مليون صوت.": ["votes 1000000 - vote أكثر من مليون صوت"],
    "وقع البيان 50 ناشطا.": ["people 50 50 person 50 ناشطا"],
    "جمعت العريضة 3 آلاف توقيع.": ["signatures 3000 3000 signature 3 آلاف توقيع"],
    "هدمت الجرافات ثلاثين منزلا.": ["buildings 30 30 house ثلاثين منزلا"],
    "تبني إسرائيل 300 وحدة استيطانية.": ["buildings 300 300 house 300 وحدة استيطانية"],
    "سيطر المقاتلون على 15 قرية.": ["places 15 15 village 15 قرية"],
    "جرح ما بين خمسة وسبعة جنود.": ["injured 5 7 soldier بين خمسة وسبعة جنود"],
    "قتلت امرأة و3 أطفال.": ["killed 1 1 woman امرأة", "killed 3 3 child 3 أطفال"],
    "قتل 12 شخصا بينهم ثلاثة أطفال.": ["killed 12 12 person 12 شخصا"],
    "أصيب ١٥ متظاهرا بالرصاص المطاطي.": ["injured 15 15 protester ١٥ متظاهرا"],
    "اعتقلت القوات تسعة وتسعين مواطنا.": ["arrested 99 99 person تسعة وتسعين مواطنا"],
    "أوقفت الشرطة 20 مشتبها به.": ["arrested 20 20 suspect 20 مشتبها به"],
    "أسر المقاتلون 8 جنود.": ["arrested 8 8 soldier 8 جنود"],
    "قُتِلَ أربعةُ ضباطٍ.": ["killed 4 4 officer أربعةُ ضباطٍ"],
    "مقتل أحد الجنود وإصابة آخرين.": ["killed 1 1 soldier أحد الجنود"],
    "سقط قتيل و5 جرحى في الاشتباكات.": ["killed 1 1 person قتيل", "injured 5 5 person 5 جرحى"],
    "مقتل أكثر من 53.300 شخص منذ بدء الحرب.": ["killed 53300 - person أكثر من 53.300 شخص"],
    "أعدم التنظيم 16 رجلا.": ["killed 16 16 man 16 رجلا"],
    "اغتال مجهولون ضابطين.": ["killed 2 2 officer ضابطين"],
    "فر حوالي ثمانية آلاف لاجئ إلى الأردن.": ["displaced 8000 8000 person حوالي ثمانية آلاف لاجئ"],
    "لجأ مليون سوري إلى لبنان.": ["displaced 1000000 1000000 person مليون سوري"],
    "سيفرج عن 1027 أسيرا مقابل الجندي.": ["released 1027 1027 prisoner 1027 أسيرا"],
    "نفذ الجيش حملة اعتقالات طالت 40 شابا.": ["people 40 40 man 40 شابا"],
    "قتل زهاء مئة مسلح وجرح ضعفهم.": ["killed 100 100 fighter زهاء مئة مسلح"],
    "يضم الموكب خمس سيارات.": ["vehicles 5 5 vehicle خمس سيارات"],
    "تلقى الناخبون 12 مليون بطاقة.": [],
    "توفي 3 سجناء في الزنزانة.": ["killed 3 3 prisoner 3 سجناء"],
    "الهجوم أوقع 21 قتيلا و50 جريحا تقريبا.": ["killed 21 21 person 21 قتيلا", "injured 50 50 person 50 جريحا تقريبا"],
    "حصيلة القتلى لا تقل عن ثلاثين.": ["killed 30 - person لا تقل عن ثلاثين"],
    "لقى ثلاثة جنود مصرعهم.": ["killed 3 3 soldier ثلاثة جنود"],
    "أصيب العشرات في صدامات بين الشرطة وآلاف المتظاهرين.": [
        "injured 20 99 person العشرات",
        "protesters 2000 9999 protester آلاف المتظاهرين",
    ],
    "وهو الثاني عشر من القادة.": [],
    "عدد المحتجين لا يتجاوز 200.": ["protesters - 200 protester لا يتجاوز 200"],
    "عدد الموقوفين تجاوز المئتين.": [],
    "ارتفعت حصيلة الضحايا إلى 250 قتيلا.": ["killed 250 250 person 250 قتيلا"],
    # of those of somebody, of a group
    "سحبت فرنسا 1500 من جنودها من النيجر.": ["troops 1500 1500 soldier 1500 من جنودها"],
    "أصيب اثنان من جنوده في الكمين.": ["injured 2 2 soldier اثنان من جنوده"],
    "حكمت المحكمة بإعدام 183 من أنصار الجماعة.": ["killed 183 183 person 183 من أنصار"],
    "قتل أربعة من أعضاء الحركة.": ["killed 4 4 person أربعة من أعضاء"],
    # some ten
    "قتل بضعة عشر متمردا في الغارات.": ["killed 13 19 fighter بضعة عشر متمردا"],
    # behind a long relative clause that tells of the attack
    "قتل في الهجوم الذي شنته روسيا على أوديسا خمسة مدنيين وجرح 32.": [
        "killed 5 5 civilian خمسة مدنيين",
        "injured 32 32 person 32",
    ],
    # so many of all; one more of them
    "أسقطت الدفاعات 13 من أصل 18 طائرة مسيرة.": ["weapons 13 13 aircraft 13 من أصل 18 طائرة مسيرة"],
    "استشهد شابان وأصيب ثالث بجروح خطرة.": ["killed 2 2 man شابان", "injured 1 1 person ثالث"],
    "أعلن الجيش مقتل ثلاثة جنود وإصابة رابع في الكمين.": [
        "killed 3 3 soldier ثلاثة جنود",
        "injured 1 1 person رابع",
    ],
    "قتل ما يزيد على 200 شخص في القصف.": ["killed 200 - person ما يزيد على 200 شخص"],
    "أفرجت إسرائيل عن 90 أسيرا فلسطينيا مقابل ثلاث رهائن.": [
        "released 90 90 prisoner 90 أسيرا",
        "hostages 3 3 hostage ثلاث رهائن",
    ],
    "أعدمت إيران أربعة أكراد أدينوا بالتجسس.": ["killed 4 4 person أربعة أكراد"],
    "خطف مسلحون ما لا يقل عن 280 تلميذا.": ["hostages 280 - student ما لا يقل عن 280 تلميذا"],
    "دمرت القوات 12 دبابة و5 مدرعات.": ["weapons 12 12 tank 12 دبابة", "weapons 5 5 tank 5 مدرعات"],
    "أرسلت الولايات المتحدة ألفي جندي إضافي إلى بولندا.": ["troops 2000 2000 soldier ألفي جندي"],
    "اعتقلت الشرطة 132 شخصا على الأقل خلال التظاهرات.": ["arrested 132 - person 132 شخصا على الأقل"],
    "توفي 15 معتقلا تحت التعذيب.": ["killed 15 15 prisoner 15 معتقلا"],
    "أطلق الحزب نحو ستين صاروخا على شمال إسرائيل.": ["rounds 60 60 rocket نحو ستين صاروخا"],
    # two of a people; but not the adjective of two soldiers
    "قتل أربعة إسرائيليين وفلسطينيان في الاشتباكات.": [
        "killed 4 4 person أربعة إسرائيليين",
        "killed 2 2 person فلسطينيان",
    ],
    "استشهد فلسطينيان برصاص الجيش.": ["killed 2 2 person فلسطينيان"],
    "قتل جنديان أميركيان في الكمين.": ["killed 2 2 soldier جنديان"],
    # a crowd without a noun, and what it does
    "نظم الآلاف مسيرة في صنعاء.": ["protesters 2000 9999 person الآلاف"],
    "شارك المئات في تظاهرة أمام الوزارة.": ["protesters 200 999 person المئات"],
    "خرج عشرات الآلاف في مسيرات ليلية.": ["protesters 20000 99999 person عشرات الآلاف"],
    "أسقط الجيش 36 مسيرة فوق المدينة.": ["weapons 36 36 aircraft 36 مسيرة"],
}
SILENT = [
    "نفت حركة طالبان ذلك.",
    "سار الموكب 20 كيلومترا.",
    "التقى الوزير نظراءه في خمس دول.",
    "صدر القرار رقم 1559 عن مجلس الأمن.",
    "انتهت المباراة بثلاثة أهداف.",
    "حكم عليه بالسجن عشر سنوات.",
    "عقد الجانبان جولتين من المحادثات.",
    "قال ذلك للمرة الثالثة.",
    "اجتمعت الدول الثماني في المنتجع.",
    "وصل الرئيس في 20 مايو 2005.",
    "بلغت نسبة النمو 4 في المئة.",
    "هاتف 05/412345 للاستعلام.",
    "تنص المادة 5 على ذلك.",
    "ألف الكاتب كتابا جديدا.",
    "زار عددا من المتاحف.",
]


def _units(text: str) -> list[Unit]:
    folded = fold(text)
    marks = []
    for time in tag(text, datetime.date(2020, 5, 5)):
        inside = [k for k, origin in enumerate(folded.origin) if time.start <= origin < time.end]
        marks.append((inside[0], inside[-1] + 1))
    return group(tokenize(folded.text), CODER.lookup, marks)


def _told(text: str) -> list[str]:
    folded = fold(text)

    def span(start: int, end: int) -> Span:
        first, last = folded.span(start, end)
        return Span(text[first:last], first, last)

    out = []
    for found in quantities.find(_units(text)):
        told = quantities.record(found, span)
        assert text[told.start : told.end] == told.text
        low, high = ("-" if bound is None else f"{bound:.0f}" for bound in (told.min, told.max))
        out.append(f"{told.kind} {low} {high} {told.unit} {told.text}")
    return out


@pytest.mark.parametrize("text", TABLE)
def test_find(text: str) -> None:
    assert _told(text) == TABLE[text]


@pytest.mark.parametrize("text", SILENT)
def test_not_counted(text: str) -> None:
    assert _told(text) == []


def test_table_is_broad() -> None:
    assert sum(map(len, TABLE.values())) >= 100
    assert len({row.split()[0] for rows in TABLE.values() for row in rows}) >= 20


def test_about_is_not_exact() -> None:
    found = quantities.find(_units("قتل نحو عشرين شخصا وجرح خمسة جنود."))
    assert [f.exact for f in found] == [False, True]


def _events(text: str, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[Found]]]:
    """The events of one sentence with their shares; the units are those that the coder itself made."""
    import waqai.coder

    made: list[list[Unit]] = []

    def keep(*given: object) -> list[Unit]:
        made.append(group(*given))  # type: ignore[arg-type]
        return made[-1]

    monkeypatch.setattr(waqai.coder, "group", keep)
    (sentence,) = CODER.read(Article(id="x", text=text, date="2020-05-05"))
    assert isinstance(sentence, ReadSentence)
    found = quantities.find(made[-1])
    shares = quantities.attach(found, sentence.fired)
    assert sum(map(len, shares)) <= len(found)
    return [(fired.type, share) for fired, share in zip(sentence.fired, shares, strict=True)]


# sentence: for each type of event in it the kinds and lower bounds that it must have
SHARES = {
    "قتل عشرة أشخاص وأصيب نحو 20 آخرين بجروح في انفجار سيارة مفخخة.": {"ASSAULT": {"killed": 10, "injured": 20}},
    "اعتقلت الشرطة المصرية بين 20 و30 شخصا في القاهرة.": {"COERCE": {"arrested": 20}},
    "أطلقت حركة حماس أكثر من 40 صاروخا على المستوطنات.": {"ASSAULT": {"rounds": 40}},
    "أفرجت السلطات السورية عن مئة وخمسين معتقلا.": {"RETREAT": {"released": 150}},
    "تظاهر مئات الآلاف من الأشخاص في العاصمة التونسية.": {"PROTEST": {"protesters": 200000}},
    "دمر الجيش الإسرائيلي 15 منزلا في غزة.": {"ASSAULT": {"buildings": 15}},
    "خطف مسلحون ثلاثة صحافيين أجانب.": {"ASSAULT": {"hostages": 3}},
    "أحرق المتظاهرون أربع سيارات للشرطة في تونس.": {"PROTEST": {"vehicles": 4}},
    "أرسلت مصر 50 شاحنة مساعدات إلى غزة.": {"AID": {"vehicles": 50}},
    "سحبت فرنسا 1500 من جنودها من النيجر.": {"RETREAT": {"troops": 1500}},
    "تظاهر آلاف الأشخاص في بيروت واعتقلت الشرطة 30 متظاهرا.": {
        "PROTEST": {"protesters": 2000},
        "COERCE": {"arrested": 30},
    },
}


@pytest.mark.parametrize("text", SHARES)
def test_attach(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    events = _events(text, monkeypatch)
    for kind, wanted in SHARES[text].items():
        told = {f.kind: f.min for type_, share in events if type_ == kind for f in share}
        assert told == wanted


def test_those_who_act_are_not_the_victims(monkeypatch: pytest.MonkeyPatch) -> None:
    events = _events("قتل ثلاثة مسلحين ضابطا عراقيا في الموصل.", monkeypatch)
    assert all(f.kind != "killed" for _, share in events for f in share)


def test_attach_without_events() -> None:
    assert quantities.attach(quantities.find(_units("سقط 20 قتيلا.")), []) == []


def test_compiled_words_are_those_of_the_yaml() -> None:
    built = Path(quantity_words.TARGET).read_text("utf8")
    assert built == quantity_words.build(), "run python -m waqai.events.quantity_words"


@pytest.mark.parametrize("text", ["", " ", "20", "و", "بين", "من 20 إلى", "بين 20 و", "أكثر من", "20 20 20", "٪"])
def test_scraps(text: str) -> None:
    _told(text)
