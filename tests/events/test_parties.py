"""Parties that the slots of a verb or noun do not name: `TYPE: actors > recipients`, codes joined with +."""

from __future__ import annotations

import pytest
from reading import events

CASES = (
    # whom a protest is aimed at
    ("تظاهر مئات العراقيين في البصرة منددين بالغارات التركية.", "PROTEST: IRQ CVL > TUR"),
    ("خرج آلاف العمال في مظاهرة احتجاجا على قرارات الحكومة المغربية.", "PROTEST: MAR LAB > MAR GOV"),
    ("تظاهر مئات الأردنيين رفضا لزيارة الوزير الإسرائيلي.", "PROTEST: JOR CVL > ISR GOV"),
    ("ردد المتظاهرون في تونس شعارات مناهضة لحركة النهضة.", "PROTEST: TUN CVL > TUN OPP"),
    ("تظاهر المعلمون في صنعاء مطالبين الحكومة اليمنية بصرف الرواتب.", "PROTEST: YEM EDU > YEM GOV"),
    # whom a verbal act is about
    ("ندد الرئيس اللبناني بالغارات الإسرائيلية.", "ACCUSE: LBN GOV > ISR"),
    ("طالب حزب مغربي بإقالة الحكومة.", "REQUEST: MAR PTY > MAR GOV"),
    ("رفضت بغداد دخول قوات الجيش التركي إلى دهوك.", "REJECT: IRQ > TUR MIL"),
    ("أدانت فرنسا الحكم الصادر عن محكمة إيرانية بحق مواطنها.", "ACCUSE: FRA > IRN JUD"),
    ("نددت واشنطن بحكم محكمة روسية بالسجن على صحفي أميركي.", "ACCUSE: USA > RUS JUD"),
    # blocs and envoys of blocs
    ("أكدت الدول المانحة دعمها للحكومة اليمنية.", "SUPPORT: IGO > YEM GOV"),
    ("طلب لبنان من الدول المانحة مساعدات عاجلة.", "REQUEST: LBN > IGO"),
    ("فرضت الدول الغربية عقوبات على روسيا.", "SANCTION: IGO > RUS"),
    ("اتهمت إيران الدول الغربية بدعم المحتجين.", "ACCUSE: IRN > IGO"),
    ("رفضت الدول الأوروبية مقترح روسيا.", "REJECT: EUR > RUS"),
    ("دعت القوى الكبرى إيران إلى التعاون مع الوكالة.", "REQUEST: IGO > IRN"),
    ("وصل المبعوث الأوروبي لعملية السلام إلى القاهرة.", "CONSULT: EUR GOV > EGY"),
    ("حذرت المفوضية الأوروبية المجر. واتهمت المفوضية المجر بانتهاك القانون.", "ACCUSE: EUR GOV > HUN"),
    ("سحبت الكويت سفيرها لدى إيران.", "SANCTION: KWT > IRN"),
    # names that could be verbs, names with "son of" in them
    ("اتهم الحاكم الأوكراني أوليغ سينيغوبوف القوات الروسية بقصف المدينة.", "ACCUSE: UKR GOV > RUS MIL"),
    (
        "استقبل ولي العهد السعودي الأمير محمد بن سلمان بن عبد العزيز وزير الخارجية الأميركي.",
        "CONSULT: USA GOV > SAU GOV",
    ),
    # whom a campaign hit, told behind a comma; what goes on behind that
    ("شنت الشرطة المغربية حملة اعتقالات واسعة، طالت عددا من الناشطين.", "COERCE: MAR COP > MAR CVL"),
    (
        "نفذ الجيش اللبناني حملة مداهمات طالت مخيمات النازحين السوريين، وأوقف 30 لبنانيا.",
        "COERCE: LBN MIL > LBN CVL",
    ),
    # some people with the ending of the object; how something is done is not what it is done to
    (
        "اقتحمت القوات الإسرائيلية البلدة واعتقلت شابين منها دون إبداء الأسباب.",
        "COERCE: ISR MIL > PSE CVL",
    ),
    ("قال مصدر طبي إن الجيش السوري استهدف بشكل مباشر الأحياء السكنية.", "ASSAULT: SYR MIL > SYR"),
    ("قال شهود إن الطائرات الروسية استهدفت بصورة غير مسبوقة الأحياء السكنية في إدلب.", "ASSAULT: RUS MIL > SYR"),
    # nobody raids or blows up his own
    ("أوقفت الشرطة المغربية أعضاء في نقابة المعلمين واقتحمت مقرها.", "COERCE: MAR COP > MAR LAB"),
    ("قال ناشط يمني إن جماعة الحوثي فجرت منزله.", "ASSAULT: YEM REB > YEM CVL"),
    # the leader of who asks is not asked
    ("يطالب تحالف الفتح بزعامة هادي العامري بانسحاب القوات الأميركية.", "REQUEST: IRQ PTY > USA MIL"),
    # whose forces are to leave is not who wants them to
    ("اجتمع البرلمان العراقي اليوم. ورفضت فصائل مسلحة بقاء أي جندي أميركي.", "REJECT: IRQ REB > "),
    ("قال مسؤول فرنسي في باماكو إن بلاده باقية. وتطالب أحزاب معارضة بانسحاب فرنسي كامل.", "REQUEST: MLI OPP > FRA"),
    # the noun taken up by its pronoun is his who stands behind the verb
    ("وافقت واشنطن على عقد جولة ثالثة من الحوار، استجابة لطلب تقدمت به بغداد.", "REQUEST: IRQ > USA"),
    # an aside ends with its comma
    (
        "اتفق الرئيسان المصري والتركي، خلال اجتماع في أنقرة الاثنين، على تسليم أسلحة للقوات الليبية.",
        "CONSULT: EGY GOV+TUR GOV > ",
    ),
    # arms of nobody known are no party; those of somebody are his
    ("استهدفت ستة صواريخ قاعدة للجيش العراقي في الموصل.", "ASSAULT:  > IRQ MIL"),
    ("هاجمت طائرة مسيرة مفخخة مقرا للجيش اللبناني في صور.", "ASSAULT:  > LBN MIL"),
    ("أغارت مقاتلات على مخيم للنازحين في السودان.", "ASSAULT:  > SDN REF"),
    ("قصفت طائرة مسيرة تابعة لحزب الله ثكنة للجيش الإسرائيلي.", "ASSAULT: LBN REB > ISR MIL"),
    # who does it
    ("انتقد الوزير العراقي قيام الجيش التركي بقصف قرية.", "ASSAULT: TUR MIL > IRQ"),
    ("أغارت مسيرة إسرائيلية على بلدة لبنانية.", "ASSAULT: ISR MIL > LBN"),
    ("نددت المنظمة بخطف الحوثيين صحفيين في صنعاء.", "ASSAULT: YEM REB > YEM JRN"),
    ("أعلنت حركة الشباب مسؤوليتها عن هجوم في مقديشو.", "ASSAULT: SOM REB > "),
    ("فرض الاتحاد الأوروبي حزمة جديدة من العقوبات على روسيا.", "SANCTION: EUR > RUS"),
    ("استنكرت المنظمة اقتحام قوات الأمن المصرية لنقابة الصحفيين.", "COERCE: EGY COP > EGY JRN"),
    ("أعلن وزير الخارجية الجزائري قطع العلاقات الدبلوماسية بين الجزائر والمغرب.", "SANCTION: DZA GOV > MAR"),
    ("قال مسؤول إن عشرة جنود ماليين قتلوا في هجوم على قاعدة شمال مالي.", "ASSAULT:  > MLI MIL"),
    # a force announces what it did to others, not what befell its own
    ("أعلن الجيش الإسرائيلي اغتيال قائد في حزب الله.", "ASSAULT: ISR MIL > LBN REB"),
    ("أعلن الجيش الأوكراني مقتل عشرين جنديا روسيا في باخموت.", "ASSAULT: UKR MIL > RUS MIL"),
    ("أعلن الجيش التركي مقتل ثلاثة من جنوده في انفجار.", "ASSAULT:  > TUR MIL"),
    # a relative clause that a noun with a pronoun could be
    ("قتل تسعة جنود ماليين في كمين نصبه مسلحون.", "ASSAULT: MLI UAF > MLI MIL"),
    # a person behind an office of another state is somebody else
    ("وصف الرئيس التركي نتنياهو بأنه مجرم حرب.", "ACCUSE: TUR GOV > ISR GOV"),
    ("هنأ الرئيس الفرنسي ماكرون نظيره السوري.", "SUPPORT: FRA GOV > SYR GOV"),
    ("استقبل العاهل الأردني ماكرون في عمان.", "CONSULT: FRA GOV > JOR GOV"),
    # what is given is the object of the giving, and adjectives are nobody
    ("منحت ألمانيا أوكرانيا مساعدات عسكرية.", "AID: DEU > UKR"),
    ("أبرمت أوكرانيا والولايات المتحدة اتفاقا بشأن المعادن.", "SUPPORT: UKR+USA > "),
    # names behind offices that end with the first word of a name
    ("اعتقلت الشرطة القيادي في حركة النهضة علي العريض.", "COERCE: TUN COP > TUN OPP"),
    ("توعد المرشد الإيراني علي خامنئي إسرائيل برد قاس.", "THREATEN: IRN GOV > ISR"),
    # a relative clause that only describes has no share in what is told next
    ("لاحقت الشرطة التركية شبكة تعمل لصالح إيران واعتقلت سبعة سوريين.", "COERCE: TUR COP > SYR CVL"),
    # who was to be killed
    ("نجا وزير الداخلية العراقي من محاولة اغتيال.", "ASSAULT:  > IRQ GOV"),
    # whose unnamed people and things are
    ("فجر مسلحون جسرا في الموصل قرب القنصلية التركية.", "ASSAULT: IRQ UAF > IRQ"),
    ("أدانت واشنطن مقتل عشرين مدنيا في قصف على مدينة حلب.", "ASSAULT:  > SYR CVL"),
    ("قالت وزارة الصحة في غزة إن 40 شخصا قتلوا في قصف إسرائيلي على سوق.", "ASSAULT: ISR > PSE CVL"),
    ("قتل 12 جنديا من الجيش المالي على أيدي مسلحين قرب الحدود مع النيجر.", "ASSAULT: MLI UAF > MLI MIL"),
    # a short name that needs no long one beside a certain country
    ("استشهد ثلاثة فلسطينيين برصاص الاحتلال.", "ASSAULT: ISR > PSE CVL"),
    # both sides are those who met, not where
    ("استقبل أمير قطر في الدوحة الرئيس السوري، وبحث الجانبان العلاقات.", "CONSULT: QAT GOV+SYR GOV > "),
    # what was told of before
    ("قصف الجيش الإسرائيلي بلدة لبنانية. وندد حزب الله بالقصف.", "ACCUSE: LBN REB > ISR MIL"),
    # the subject is the one before where the noun behind the verb cannot be it
    ("قامت الشرطة الإسرائيلية بتفريق المسيرة، واعتقلت خمسة من المشاركين.", "COERCE: ISR COP > ISR"),
    (
        "شدد مجلس القضاء الأعلى العراقي على الدستور، ودعا القوى السياسية إلى تجنب التصعيد.",
        "REQUEST: IRQ JUD > IRQ PTY",
    ),
    ("قالت المنظمة الدولية للهجرة إن الوضع خطير. وطالبت السلطات بإحالة المتورطين إلى القضاء.", "REQUEST: UNO > - GOV"),
    ("اشتبك المتظاهرون في نابلس مع الجيش الإسرائيلي.", "ASSAULT: ISR MIL+PSE CVL > "),
    # who is charged with it, enabled to do it, tells of doing it behind a relative clause
    ("اعترف الجندي الأميركي بالاعتداء على امرأة في اليابان.", "ASSAULT: USA MIL > JPN CVL"),
    ("مكنت الحملة السلطات المغربية من تفكيك خلية إرهابية في الرباط.", "COERCE: MAR GOV > MAR REB"),
    (
        "عاد الهدوء بعد مواجهات عنيفة شهدتها المدينة أمس بين مسلحين من الجيش الحر والقوات الروسية.",
        "ASSAULT: RUS MIL+SYR REB > ",
    ),
    ("تم الاتفاق في مقابل إفراج إسرائيل عن أسرى فلسطينيين.", "RETREAT: ISR > PSE CVL"),
    # people of whom only the number is told
    ("يتظاهر عشرات الآلاف منذ الأربعاء في إسطنبول.", "PROTEST: TUR CVL > "),
    ("أخلت قوات الأمن العراقية سبيل تسعين منهم.", "RETREAT: IRQ COP > IRQ CVL"),
    # whose a thing is, and for whom a bomb is meant
    ("هاجم مسلحون قافلة للجيش التركي في العراق.", "ASSAULT: IRQ UAF > TUR MIL"),
    ("انفجرت سيارة مفخخة لدى مرور حافلة تقل عناصر من الحرس الثوري.", "ASSAULT:  > IRN MIL"),
    ("سمع دوي انفجار قوي في محيط السفارة الإسرائيلية في نواكشوط.", "ASSAULT:  > ISR GOV"),
    ("أعلن الوزير أن موسكو ستغلق القنصلية الفرنسية في قازان.", "SANCTION: RUS > FRA GOV"),
    # an organisation of citizens, and those whom nobody knows
    ("نددت منظمة حقوقية مغربية بالأحكام.", "ACCUSE: NGO > "),
    # who takes up whom: a body in an office, soldiers; patrons and ships are of no place
    ("قالت حركة الشباب إنها انسحبت. وهدد متحدث باسم الحركة الحكومة الصومالية.", "THREATEN: SOM REB > SOM GOV"),
    ("طالبت هيومن رايتس ووتش البحرين بالحوار. واتهم نائب مدير المنظمة تركيا بالتعذيب.", "ACCUSE: NGO > TUR"),
    ("انتشر جنود إسرائيليون في جنين. واتهمت مصادر فلسطينية الجنود بتخريب المنازل.", "ACCUSE: PSE GOV > ISR MIL"),
    ("اتهم مسؤولون في الحكومة الإيرانية واشنطن بالتجسس.", "ACCUSE: IRN GOV > USA"),
    ("هاجم الحوثيون المدعومون من إيران سفينة قبالة سواحل اليمن.", "ASSAULT: YEM REB > -"),
    # the dead as the event, a fight of two sides, a demonstration of nobody in particular
    ("العراق: 23 قتيلا في خمسة أيام من الاحتجاجات", "ASSAULT:  > IRQ CVL"),
    ("قتل ثلاثة جنود في اشتباكات بين الجيش اللبناني ومسلحين في صيدا.", "ASSAULT: LBN MIL+LBN UAF > "),
    ("شهدت بيروت مظاهرات أمس.", "PROTEST: LBN CVL > "),
    ("شجبت أنقرة رفض القضاء الإسرائيلي ملاحقة شرطيين قتلوا شابا عربيا.", "ASSAULT: ISR COP > ISR CVL"),
    ("دعا خاطفو العمال الصينيين في السودان الرئيس إلى التدخل.", "REQUEST: SDN UAF > SDN GOV"),
    ("واصل معتقلون فلسطينيون إضرابهم عن الطعام في السجون الإسرائيلية.", "PROTEST: PSE CVL > ISR"),
    # those who stand behind و in the words that tell whose several are; a delegation from a movement comes to talk
    ("وصلت وفود من الحكومة اليمنية والحوثيين إلى عمّان لإجراء محادثات.", "CONSULT: YEM GOV+YEM REB > JOR"),
    ("وصل وفد من حركة حماس إلى القاهرة.", "CONSULT: PSE REB > EGY"),
    # whom a threat is to hit
    ("هدد الرئيس الأميركي بفرض رسوم جمركية على كندا والمكسيك.", "THREATEN: USA GOV > CAN+MEX"),
    ("هددت واشنطن باستخدام القوة ضد إيران.", "THREATEN: USA > IRN"),
    ("هددت بكين بأن تفرض قيودا على شركات أميركية.", "THREATEN: CHN > USA BUS"),
    # the sides of a conflict are those of the land where it is
    ("دعا المبعوث الأممي جميع الأطراف في ليبيا إلى ضبط النفس.", "REQUEST: UNO > LBY"),
    ("حثت الأمم المتحدة طرفي الصراع في السودان على العودة إلى المفاوضات.", "REQUEST: UNO > SDN"),
    # whose the weapon is that is shot down, and by whom
    ("أسقطت الدفاعات الجوية الإيرانية طائرة أميركية مسيرة فوق مضيق هرمز.", "ASSAULT: IRN MIL > USA"),
    ("أعلن الجيش الإسرائيلي اعتراض صاروخين تابعين للحوثيين فوق البحر الأحمر.", "ASSAULT: ISR MIL > YEM REB"),
    # what is refused stands behind the land or the pronoun of who refuses
    ("أكد الرئيس المصري رفض بلاده تهجير الفلسطينيين من قطاع غزة.", "REJECT: EGY GOV > PSE"),
    ("أبلغت مصر الوسطاء رفضها أي وجود إسرائيلي في محور فيلادلفيا.", "REJECT: EGY > ISR"),
    # a talk or reception told of in passing has its parties, too
    ("قال وزير الخارجية المصري خلال استقباله نظيره الفرنسي إن الوضع خطير.", "CONSULT: FRA GOV > EGY GOV"),
    ("شدد العاهل الأردني خلال لقائه رئيسة المفوضية الأوروبية على التهدئة.", "CONSULT: EUR GOV+JOR GOV > "),
    (
        "وصل وزير الخارجية القطري إلى طهران في زيارة رسمية يلتقي خلالها نظيره الإيراني.",
        "CONSULT: IRN GOV+QAT GOV > ",
    ),
    # the office that closes a compound, a dual with its number, an owner behind تابع or مرتبط
    ("طالب متظاهرون في بنغازي بطرد السفير التركي.", "REQUEST: LBY CVL > TUR GOV"),
    ("فرضت وزارة الخزانة الأميركية عقوبات على قياديين اثنين في حزب الله.", "SANCTION: USA GOV > LBN REB"),
    ("شن الطيران الحربي التابع للتحالف العربي غارات على مواقع للحوثيين في صنعاء.", "ASSAULT: IGO MIL > YEM REB"),
    # who blames is who was told of before; an accusation is refused by whom it is made against
    (
        "نفت وزارة الدفاع الروسية استهداف مستشفى في إدلب، واتهمت المعارضة السورية بفبركة الصور.",
        "ACCUSE: RUS MIL > SYR OPP",
    ),
    # the envoy is summoned, wherever he serves; the counterpart stands behind an aside
    ("استدعت الخارجية العراقية السفير التركي لدى بغداد.", "ACCUSE: IRQ GOV > TUR GOV"),
    ("التقى وزير الخارجية السعودي في الرياض، اليوم، نظيره الإيراني.", "CONSULT: IRN GOV+SAU GOV > "),
    # a fight of two sides has nobody whom it hits; whose drone it is that nobody knows no place tells
    ("تبادلت القوات الأرمينية والأذربيجانية إطلاق النار على الحدود.", "ASSAULT: ARM MIL+AZE MIL > "),
    ("هاجم مسلحون حافلة تقل مهندسين صينيين في كراتشي.", "ASSAULT: PAK UAF > CHN"),
    ("أطلقت قوات الأمن العراقية الرصاص الحي على محتجين في الناصرية.", "ASSAULT: IRQ COP > IRQ CVL"),
    # a delegation of people, members of a force, who entrusts whom, whose citizenship is taken
    ("عبر وفد من المحتجين اليمنيين عن رفضه الحوار مع الحكومة.", "REJECT: YEM CVL > YEM GOV"),
    ("اعتدى عناصر من الأمن على صحفيين في الجزائر العاصمة.", "ASSAULT: DZA COP > DZA JRN"),
    ("كلف الرئيس التونسي وزيرة الداخلية بتشكيل الحكومة.", "REQUEST: TUN GOV > TUN GOV"),
    ("قررت السلطات الكويتية سحب جنسية رجل دين متهم بالتحريض.", "COERCE: KWT GOV > KWT REL"),
    # the president asks the alliance and is not of it; groups known by their patron are of no land
    ("طلب الرئيس الأوكراني من حلف شمال الأطلسي أنظمة للدفاع الجوي.", "REQUEST: UKR GOV > IGO MIL"),
    ("اتهمت واشنطن فصائل مدعومة من إيران بتنفيذ هجوم في الأردن.", "ACCUSE: USA > - REB"),
    # whose a store and a ship are, whose people are named by one word with their land
    ("استهدف الطيران الإسرائيلي مستودعا للذخيرة تابعا لحزب الله في القصير.", "ASSAULT: ISR MIL > LBN REB"),
    ("احتجزت البحرية الإيرانية ناقلة نفط ترفع علم بنما في مضيق هرمز.", "COERCE: IRN MIL > PAN"),
    ("تعهدت ألمانيا بتقديم مليون يورو لدعم اللاجئين السوريين في الأردن.", "AGREE: DEU > SYR REF"),
    # a verb, not the dawn
    ("قال مسؤول إن انتحاريا يرتدي حزاما ناسفا فجر نفسه أمام مقر الشرطة في كابل.", "ASSAULT: AFG UAF > AFG COP"),
    # whose a measure is that a relative clause tells of, what is said to meet with words
    ("انتقدت فرنسا القيود التي تفرضها إسرائيل.", "ACCUSE: FRA > ISR"),
    ("جددت تركيا رفضها للقرار الذي أصدره الكونغرس الأميركي.", "REJECT: TUR > USA LEG"),
    ("أثار قرار الحكومة البريطانية ترحيل مهاجرين إلى رواندا انتقادات من الأمم المتحدة.", "ACCUSE: UNO > GBR GOV"),
    # the subject inside an idiom, who is shot at, those who stand for others
    ("فتح مسلح النار على حافلة للجيش المصري في سيناء.", "ASSAULT: EGY UAF > EGY MIL"),
    ("تعرض موكب رئيس الوزراء الليبي عبد الحميد الدبيبة لإطلاق نار في طرابلس.", "ASSAULT:  > LBY GOV"),
    ("التقى في باريس ممثلون عن الحكومة السورية وقوات سوريا الديمقراطية.", "CONSULT: SYR GOV+SYR REB > "),
    # a land whose name could be an adjective
    ("هددت جماعة الحوثي السعودية بقصف مطاراتها.", "THREATEN: YEM REB > SAU"),
    # the two of a pair
    (
        "وصل وزير الخارجية المصري سامح شكري إلى أنقرة والتقى وزير الخارجية التركي هاكان فيدان. وطالب الوزيران إسرائيل"
        " بوقف القصف.",
        "REQUEST: EGY GOV+TUR GOV > ISR",
    ),
)


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_parties(text: str, wanted: str) -> None:
    kind = wanted.split(":")[0]
    found = [event for event in events(text, "2024-03-19") if event.event_type == kind]
    assert found, f"no {kind}"

    def codes(entities: object) -> str:
        return "+".join(sorted({f"{e.country or '-'} {e.sector or ''}".strip() for e in entities}))  # type: ignore[attr-defined]

    assert f"{kind}: {codes(found[-1].actors)} > {codes(found[-1].recipients)}" == wanted
