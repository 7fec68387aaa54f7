import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.languages import load
from sayso.text.grammemes import Gram

nominative, nominative_phrase = load("uk").names.nominative, load("uk").names.nominative_phrase
CASES = {"gen": Gram.GEN, "dat": Gram.DAT, "acc": Gram.ACC, "ins": Gram.INS, "loc": Gram.LOC}

FULL_NAMES = [
    # Ukrainian
    ("Ольги Стефанишиної", "gen", "Ольга Стефанишина"),
    ("Василем Маломужем", "ins", "Василь Маломуж"),
    ("Тараса Григоровича Шевченка", "gen", "Тарас Григорович Шевченко"),
    ("Лесею Українкою", "ins", "Леся Українка"),
    ("Дмитру Кулебі", "dat", "Дмитро Кулеба"),
    ("Михайлом Подоляком", "ins", "Михайло Подоляк"),
    ("Марка Кропивницького", "gen", "Марко Кропивницький"),
    ("Петра Сагайдачного", "gen", "Петро Сагайдачний"),
    ("Ірини Верещук", "gen", "Ірина Верещук"),
    ("Ірині Верещук", "dat", "Ірина Верещук"),
    ("Юлією Тимошенко", "ins", "Юлія Тимошенко"),
    ("Олексієві Коломійцю", "dat", "Олексій Коломієць"),
    ("Ігоря Мосійчука", "gen", "Ігор Мосійчук"),
    ("Андрія Ткача", "acc", "Андрій Ткач"),
    ("Надії Савченко", "gen", "Надія Савченко"),
    ("Лук'яна Кобилиці", "gen", "Лук'ян Кобилиця"),
    ("Квітки-Основ'яненка", "gen", "Квітка-Основ'яненко"),
    ("Марії Примаченко", "gen", "Марія Примаченко"),
    ("Ліни Костенко", "gen", "Ліна Костенко"),
    ("Степанові Бандері", "dat", "Степан Бандера"),
    ("Миколі Лисенкові", "dat", "Микола Лисенко"),
    ("Галини Петрівни Дяченко", "gen", "Галина Петрівна Дяченко"),
    ("Богдана Ступки", "gen", "Богдан Ступка"),
    ("Григорія Гончаря", "gen", "Григорій Гончар"),
    ("Ганни Лев", "gen", "Ганна Лев"),
    ("Павлові Загребельному", "dat", "Павло Загребельний"),
    # Russian
    ("Дмитра Пєскова", "gen", "Дмитро Пєсков"),
    ("Марією Захаровою", "ins", "Марія Захарова"),
    ("Сергієм Шойгу", "ins", "Сергій Шойгу"),
    ("Олексія Навального", "gen", "Олексій Навальний"),
    ("Льва Толстого", "gen", "Лев Толстой"),
    ("Володимиру Путіну", "dat", "Володимир Путін"),
    ("Еллі Памфіловій", "dat", "Елла Памфілова"),
    # Polish, Czech, Bulgarian
    ("Анджея Дуди", "gen", "Анджей Дуда"),
    ("Дональдом Туском", "ins", "Дональд Туск"),
    ("Ярославу Качинському", "dat", "Ярослав Качинський"),
    ("Ольги Токарчук", "gen", "Ольга Токарчук"),
    ("Вацлава Гавела", "gen", "Вацлав Гавел"),
    ("Кирила Петкова", "gen", "Кирило Петков"),
    # German, English, French, Italian, Spanish, Dutch, Scandinavian, Finnish
    ("Ангелою Меркель", "ins", "Ангела Меркель"),
    ("Олафа Шольца", "gen", "Олаф Шольц"),
    ("Франка-Вальтера Штайнмаєра", "gen", "Франк-Вальтер Штайнмаєр"),
    ("Анналени Бербок", "gen", "Анналена Бербок"),
    ("Урсулі фон дер Ляєн", "dat", "Урсула фон дер Ляєн"),
    ("Маргарет Тетчер", "gen", "Маргарет Тетчер"),
    ("Вінстона Черчилля", "gen", "Вінстон Черчилль"),
    ("Терезі Мей", "dat", "Тереза Мей"),
    ("Марка Твена", "gen", "Марк Твен"),
    ("Маркові Рютте", "dat", "Марк Рютте"),
    ("Гілларі Клінтон", "gen", "Гілларі Клінтон"),
    ("Шарля де Голля", "gen", "Шарль де Голль"),
    ("Марін Ле Пен", "gen", "Марін Ле Пен"),
    ("Джорджею Мелоні", "ins", "Джорджа Мелоні"),
    ("Сільвіо Берлусконі", "gen", "Сільвіо Берлусконі"),
    ("Антоніу Гутерріша", "gen", "Антоніу Гутерріш"),
    ("Єнса Столтенберга", "gen", "Єнс Столтенберг"),
    ("Каї Каллас", "gen", "Кая Каллас"),
    ("Джона Ф. Кеннеді", "gen", "Джон Ф. Кеннеді"),
    ("Шинейд О’Коннор", "gen", "Шинейд О’Коннор"),
    # Korean, Chinese, Japanese, Vietnamese
    ("Кім Чен Ином", "ins", "Кім Чен Ин"),
    ("Мун Чже Іна", "gen", "Мун Чже Ін"),
    ("Сі Цзіньпіну", "dat", "Сі Цзіньпін"),
    ("Мао Цзедуна", "gen", "Мао Цзедун"),
    ("Сіндзо Абе", "gen", "Сіндзо Абе"),
    ("Фуміо Кісіди", "gen", "Фуміо Кісіда"),
    # Arabic, Turkish, Persian, Caucasian, Hebrew
    ("Реджепа Таїпа Ердогана", "gen", "Реджеп Таїп Ердоган"),
    ("Мевлютом Чавушоглу", "ins", "Мевлют Чавушоглу"),
    ("Башара Асада", "gen", "Башар Асад"),
    ("Мухаммеда бін Салмана", "gen", "Мухаммед бін Салман"),
    ("Алі Хаменеї", "gen", "Алі Хаменеї"),
    ("Ніколом Пашиняном", "ins", "Нікол Пашинян"),
    ("Ільхама Алієва", "gen", "Ільхам Алієв"),
    ("Саломе Зурабішвілі", "gen", "Саломе Зурабішвілі"),
    ("Біньяміна Нетаньягу", "gen", "Біньямін Нетаньягу"),
    ("Асії Бібі", "gen", "Асія Бібі"),
    # in no dictionary
    ("Турвальда Бреккенгейма", "gen", "Турвальд Бреккенгейм"),
    ("Зорянією Кривопліт", "ins", "Зорянія Кривопліт"),
    ("Одвіна Гольмсенького", "gen", "Одвін Гольмсенький"),
    ("Гавриїловичу Хрумкевичу", "dat", "Гавриїлович Хрумкевич"),
]


@pytest.mark.parametrize(("form", "case", "name"), FULL_NAMES)
def test_full_names(form, case, name):
    assert " ".join(nominative(form.split(), int(CASES[case]))) == name


@pytest.mark.parametrize(
    ("form", "case", "gender", "name"),
    [
        ("Зеленського", "gen", None, "Зеленський"),
        ("Зеленській", "dat", Gram.FEM, "Зеленська"),
        ("Порошенку", "dat", None, "Порошенко"),
        ("Остіну", "dat", None, "Остін"),
        ("Кім", "gen", None, "Кім"),
        ("Макроном", "ins", Gram.MASC, "Макрон"),
        ("Залужного", "gen", None, "Залужний"),
        ("Маркарової", "gen", None, "Маркарова"),
        ("Ковальчука", "gen", Gram.MASC, "Ковальчук"),
        ("Ковальчук", "gen", Gram.FEM, "Ковальчук"),
        ("Буданова", "gen", None, "Буданов"),
        ("Буданова", "acc", Gram.MASC, "Буданов"),
        ("Буданову", "acc", Gram.FEM, "Буданова"),
        ("Кличка", "gen", None, "Кличко"),
        ("Меркель", "gen", Gram.FEM, "Меркель"),
        ("Раффенспергера", "gen", None, "Раффенспергер"),
        ("Хрумкевичеві", "dat", Gram.MASC, "Хрумкевич"),
        ("Бреккенгеймової", "gen", Gram.FEM, "Бреккенгеймова"),
        ("Мосіяшенкові", "dat", None, "Мосіяшенко"),
        ("Гуцульця", "gen", Gram.MASC, "Гуцулець"),
    ],
)
def test_surnames_alone(form, case, gender, name):
    assert nominative([form], int(CASES[case]), int(gender) if gender else None) == [name]


def test_the_nominative_is_returned_as_it_is():
    for words in (["Буданова"], ["Олександра", "Усик"], []):
        assert nominative(words, int(Gram.NOM)) == words


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Кирила Буданова", "Кирило Буданов"),
        ("Терезою Мей", "Тереза Мей"),
        ("Олена Зеленська", "Олена Зеленська"),
        ("Володимир Зеленський", "Володимир Зеленський"),
        ("Валерію Залужному", "Валерій Залужний"),
    ],
)
def test_where_the_case_is_not_known_the_words_tell_it_together(form, name):
    assert " ".join(nominative(form.split(), 0)) == name


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("ОЛЕГА СКРИПКИ", "ОЛЕГ СКРИПКА"),
        ("Олега СКРИПКИ", "Олег СКРИПКА"),
        ("О. Скрипки", "О. Скрипка"),
        ("John Smith", "John Smith"),
        ("Мар’яни Безуглої", "Мар’яна Безугла"),
        ("Марʼяни Безуглої", "Марʼяна Безугла"),
    ],
)
def test_capitals_initials_apostrophes_and_other_scripts_stay(form, name):
    assert " ".join(nominative(form.split(), int(Gram.GEN))) == name


@given(
    st.lists(st.text("абвгдиійльяєьк'-А.", min_size=1, max_size=8), max_size=4),
    st.sampled_from([0, *map(int, CASES.values())]),
)
def test_any_words_give_as_many_words(words, case):
    found = nominative(words, case)
    assert len(found) == len(words)
    assert all(found)


@pytest.mark.parametrize(
    ("phrase", "head", "case", "expected"),
    [
        ("прес-службі Головного управління", 0, "dat", "прес-служба Головного управління"),
        ("департаменті сім'ї", 0, "loc", "департамент сім'ї"),
        ("української розвідки", 1, "gen", "українська розвідка"),
        ("правоохоронних органів", 1, "gen", "правоохоронні органи"),
        ("Національної поліції України", 1, "gen", "Національна поліція України"),
        ("слідства", 0, "gen", "слідство"),
        ("Генштабі ЗСУ", 0, "loc", "Генштаб ЗСУ"),
        ("міської ради", 1, "gen", "міська рада"),
        ("МІСЬКОЇ РАДИ", 1, "gen", "МІСЬКА РАДА"),
        ("обласною військовою адміністрацією", 2, "ins", "обласна військова адміністрація"),
        ("південнокорейських спецслужб", 1, "gen", "південнокорейські спецслужби"),
        ("військових", 0, "gen", "військові"),
        ("Міноборони Фінляндії", 0, "gen", "Міноборони Фінляндії"),
        ("НАБУ", 0, "gen", "НАБУ"),
        ("США", 0, "gen", "США"),
        ("Великої Британії", 1, "gen", "Велика Британія"),
        ("Північної Кореї", 1, "gen", "Північна Корея"),
        ("Нідерландів", 0, "gen", "Нідерланди"),
        ("місцевим жителям", 1, "dat", "місцеві жителі"),
        ("двома очевидцями", 1, "ins", "два очевидці"),
        ("двох посадовців", 1, "gen", "двоє посадовців"),
        ("п'ятьма високими чиновниками", 2, "ins", "п'ять високих чиновників"),
        ("кількох урядовців", 1, "gen", "кілька урядовців"),
        ("першого заступника", 1, "gen", "перший заступник"),
        ("тодішнього голови правління", 1, "gen", "тодішній голова правління"),
        ("екс-міністра енергетики", 0, "gen", "екс-міністр енергетики"),
        ("джерела у відомстві", 0, "gen", "джерело у відомстві"),
        ("її", 0, "gen", "вона"),
        ("нашої кореспондентки", 1, "gen", "наша кореспондентка"),
        ("правозахисної та екологічної організацій", 3, "gen", "правозахисна та екологічна організації"),
        ("Служби безпеки", 0, "gen", "Служба безпеки"),
        ("Сил оборони", 0, "gen", "Сили оборони"),
        ("ГУР МО", 0, "gen", "ГУР МО"),
        ("Reuters", 0, "gen", "Reuters"),
        ("сказав", 0, "gen", "сказав"),
    ],
)
def test_noun_phrases(phrase, head, case, expected):
    assert " ".join(nominative_phrase(phrase.split(), head, int(CASES[case]))) == expected


def test_a_noun_phrase_in_the_nominative_stays():
    assert nominative_phrase(["міська", "рада"], 1, int(Gram.NOM)) == ["міська", "рада"]


GOLD = Path(__file__).parents[3] / "shared" / "gold" / "dev"
BEFORE_A_GENITIVE = ("за словами", "за даними", "за оцінкою", "на думку", "на переконання")


def annotated_names():
    """Yield (words of the text, words of the name) of persons whom annotators found after a genitive cue."""
    for path in sorted(GOLD.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for statement in gold["statements"] if isinstance(gold, dict) else gold:
            cue = (statement.get("cue") or "").lower()
            name, seen = statement["source_name"].split(), (statement.get("source") or "").split()
            if statement.get("source_type") != "person" or not cue.startswith(BEFORE_A_GENITIVE):
                continue
            words = [word for word in seen if word[:1].isupper()][-len(name) :]
            pairs = list(zip(reversed(words), reversed(name), strict=False))
            if pairs and all(word[:2] == part[:2] for word, part in pairs):
                yield [word for word, _ in reversed(pairs)], [part for _, part in reversed(pairs)]


@pytest.mark.shared
@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated documents are not beside the project")
def test_names_of_annotated_documents():
    found = list(annotated_names())
    right = sum(nominative(words, int(Gram.GEN)) == name for words, name in found)
    assert len(found) >= 10
    assert right / len(found) >= 0.95
