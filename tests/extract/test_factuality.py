"""What a statement does with its content: tables of invented sentences, read by the whole pipeline."""

from __future__ import annotations

import inspect
import re
from typing import get_args

import pytest
from documents import read

from sayso.extract import clauses, factuality, predication
from sayso.extract.factuality import ACT_RULES
from sayso.extract.pipeline import extract
from sayso.languages import load
from sayso.model import Act, Document, Statement

# cue | polarity and certainty | sentence; the row stands under the act that is expected of it
ACTS: dict[str, str] = {
    "state": """
        заявив      | + certain  | Мер заявив, що міст відкрили у квітні.
        повідомила  | + certain  | Речниця лікарні повідомила, що пацієнтів перевели до іншого корпусу.
        сказав      | + certain  | «Ми збудували три школи і дитячий садок», – сказав мер Ковальчук.
        зазначив    | + certain  | Міністр зазначив, що завод, який порушив правила торік, уже закрито.
        заявив      | + certain  | Директор заявив, що автобуси, які можуть перевозити візки, вже купили.
        додав       | + certain  | Посадовець додав, що ремонт почався в травні і триватиме два тижні.
        повідомив   | + certain  | Мер повідомив, що подати заяву можна в будь-якому відділенні.
        розповів    | + certain  | Тренер розповів, що не може назвати склад команди.
        пояснив     | + certain  | Лікар пояснив, що ліки видають, якщо пацієнт може показати рецепт.
        сказав      | + certain  | «Я можу працювати без вихідних», – сказав Олег Бондар.
        заявив      | + certain  | Мер заявив, що зробив усе можливе.
        вважає      | + certain  | Експерт вважає, що корупція лишається найбільшою проблемою країни.
        припускає   | + possible | Слідчий припускає, що водій міг заснути за кермом.
        заявив      | + possible | Адвокат заявив, що лист могла написати інша людина.
        вважає      | + probable | Історик вважає, що замок, ймовірно, збудували ченці.
        заявила     | + probable | Директорка заявила, що документи, найімовірніше, згоріли.
        сказав      | + probable | «Схоже, що двері зламали зсередини», – сказав слідчий Гнатюк.
        зазначив    | + probable | Синоптик зазначив, що ніч, мабуть, була найхолоднішою за десять років.
        сказала     | + possible | Учителька сказала, що, можливо, діти заблукали в тумані.
        не виключив | + possible | Прокурор не виключив, що підпис підробили.
        не виключає | + possible | Слідство не виключає, що потяг зійшов з рейок через спеку.
        заявила     | + certain  | Міністерка заявила, що країна не має планів закривати кордон.
        не вважає   | - certain  | Тренер не вважає, що команда втомилася.
        наголосила  | + certain  | Директорка наголосила, що класи треба провітрювати щогодини.
        зазначив    | + certain  | Фермер зазначив, що насіння має лежати в сухому місці.
        надала довідку | + certain | Школа надала довідку, що учень ходить на уроки.
        сказали     | + certain  | У лікарні сказали, що потрібно принести довідку.
        додала      | + certain  | Учителька додала, що книжок більше, аніж може вмістити шафа.
    """,
    "confirm": """
        підтвердив    | + certain | Речник поліції підтвердив, що водія затримали.
        підтвердила   | + certain | Прокуратура підтвердила, що обшук у мерії провели зранку.
        не заперечує  | + certain | Директор не заперечує, що гроші надійшли на рахунок.
        не заперечив  | + certain | Міністр не заперечив, що зустріч відбулася.
        сказав        | + certain | «Я підтверджую, що договір підписано», – сказав міністр Савчук.
        заявив        | + certain | «Сьогодні можу підтвердити: літак знайшли», – заявив речник Лисенко.
        підтвердив    | + certain | Тренер підтвердив, що воротар не травмований.
    """,
    "deny": """
        спростував   | - certain | Речник спростував, що мер подав у відставку.
        заперечив    | - certain | Міністр заперечив, що отримав подарунок.
        розвіяли     | - certain | Лікарі розвіяли побоювання, що вакцина шкодить дітям.
        заперечив    | - certain | Прокурор заперечив, що водій міг заснути за кермом.
        заперечив    | - certain | Прокурор заперечив можливість другого розслідування.
        відмовляється визнати | - certain | Тренер відмовляється визнати поразку в кубку.
        заперечує    | - certain | Компанія заперечує, що зливала відходи в річку.
        заявив       | - certain | Речник банку заявив, що інформація про втрату вкладів не відповідає дійсності.
        повідомила   | - certain | Пресслужба повідомила, що повідомлення про закриття школи – фейк.
        заявила      | - certain | Директорка заявила, що чутки про скорочення є вигадкою.
        не визнає    | - certain | Водій не визнає, що перевищив швидкість.
    """,
    "decline": """
        не підтвердив    | + unknown | Речник не підтвердив, що літак збили.
        не підтверджує   | + unknown | Міністерство не підтверджує, що посла відкликали.
        не підтвердила   | + unknown | Поліція поки не підтвердила, що в будинку були люди.
        заявив           | + unknown | Міністр заявив, що уряд не підтверджує втрати літака.
        відмовився       | - certain | Мер відмовився скликати сесію міської ради.
        відмовилася      | - certain | Компанія відмовилася повернути гроші покупцям.
    """,
    "predict": """
        заявив       | + certain  | Мер заявив, що міст відкриється навесні.
        прогнозує    | + certain  | Банк прогнозує, що ціни зростуть на десять відсотків.
        сказав       | + certain  | «Потяги ходитимуть щодня», – сказав речник залізниці Мороз.
        вважає       | + certain  | Експерт вважає, що команда програє фінал.
        повідомили   | + certain  | У поліції повідомили, що рух перекриють о восьмій годині.
        заявив       | + possible | Аналітик заявив, що ціни можуть зрости вже восени.
        сказала      | + possible | Лікарка сказала, що хвороба може повернутися.
        вважає       | + probable | Економіст вважає, що курс, ймовірно, впаде до кінця року.
        заявила      | + probable | Депутатка заявила, що бюджет, швидше за все, ухвалять у грудні.
        сказала      | + certain  | Лікарка сказала, що прийдуть нові хвилі грипу.
        за словами   | + certain  | За словами міністра, нові вагони прибудуть у вересні.
        сказав       | + certain  | «Зима буде теплою», – сказав синоптик Руденко.
    """,
    "promise": """
        пообіцяв    | + certain | Мер пообіцяв відремонтувати дах школи.
        пообіцяла   | + certain | Міністерка пообіцяла, що пенсії виплатять до свята.
        заявив      | + certain | «Ми продовжимо будувати дороги», – заявив мер Бойко.
        заявив      | + certain | «Ми ремонтуємо цех і вкладемо мільйон», – заявив директор Бойко.
        сказав      | + certain | «Я не поїду з міста», – сказав директор музею Ткач.
        запевнили   | + certain | У компанії запевнили, що намагатимуться повернути гроші до суботи.
        сказала     | + certain | «Будемо працювати далі», – сказала лікарка Мельник.
        заявив      | + certain | Завод заявив, що завод поверне гроші робітникам.
        заявили     | + certain | Профспілки заявили, що приєднаються до протесту.
        заявив      | + certain | Мер заявив, що місто буде готове прийняти дві тисячі гостей.
        заявили     | + certain | У компанії заявили, що планують відкрити два заводи.
        повідомив   | + certain | Завод повідомив, що завод має намір відкрити дві крамниці.
    """,
    "urge": """
        закликав      | + certain | Президент закликав громадян економити воду.
        вимагає       | + certain | Профспілка вимагає підвищити зарплати.
        вимагає       | + certain | Опозиція вимагає, щоб міністр пішов у відставку.
        наголосив     | + certain | Генсек наголосив, що альянс вимагає негайно звільнити полонених.
        заявив        | + certain | «Закликаю всіх зберігати спокій», – заявив мер Литвин.
        сказав        | + certain | «Негайно відкрийте ворота», – сказав суддя Кравець.
        порадив       | + certain | Лікар порадив пити більше води.
    """,
    "warn": """
        попередив   | + certain  | Рятувальник попередив, що лід дуже тонкий.
        попередила  | + possible | Речниця попередила, що річка може вийти з берегів.
        підкреслив  | + certain  | Міністр підкреслив, що посуха загрожує всьому півдню країни.
        заявили     | + possible | У компанії заявили, що страйк може зруйнувати галузь.
    """,
    "accuse": """
        звинуватив  | + certain | Мер звинуватив підрядника у крадіжці цегли.
        заявив      | + certain | Адвокат заявив, що поліція порушила закон.
        заявив      | + certain | Слідчий заявив, що Севертранс відповідальний за аварію.
        заявила     | + certain | Опозиція заявила, що влада фальсифікувала вибори.
        вважає      | + certain | Юристка вважає, що компанія нехтує правилами безпеки.
        сказав      | + certain | «Це злочин проти цілого міста», – сказав депутат Шевчук.
    """,
    "estimate": """
        за оцінками    | + certain | За оцінками експертів, збитки становлять два мільйони гривень.
        за підрахунками | + certain | За підрахунками рятувальників, у селі лишилося сорок родин.
    """,
    "ask": """
        запитав | + unknown | «Коли підпишуть договір?» – запитав журналіст.
    """,
}
ROWS = [
    pytest.param(act, *(cell.strip() for cell in line.split("|")), id=line.split("|")[2].strip())
    for act, lines in ACTS.items()
    for line in lines.strip().splitlines()
]


def statements(text: str) -> tuple[Statement, ...]:
    return extract(Document.capture(text, id="d", lang="uk"), load("uk"))


@pytest.mark.parametrize(("act", "cue", "reading", "sentence"), ROWS)
def test_reading(act: str, cue: str, reading: str, sentence: str) -> None:
    found = [s for s in statements(sentence) if s.cue and cue.split()[-1] in s.cue.lower()]
    assert [(s.act, f"{s.polarity} {s.certainty}") for s in found] == [(act, reading)]


# what was denied stands without the words that deny it
DENIED = [
    ("Речник заявив, що інформація про обвал не відповідає дійсності.", ("інформація про обвал",)),
    (
        "Пресслужба повідомила, що повідомлення про закриття школи – фейк.",
        ("повідомлення про закриття школи",),
    ),
    ("Директорка заявила, що чутки про скорочення є вигадкою.", ("чутки про скорочення",)),
    ("Мер заявив, що це не фейк і школу справді закриють.", ("це не фейк і школу справді закриють",)),
    ("Мер заявив, що роман є вигадкою талановитого автора.", ("роман є вигадкою талановитого автора",)),
]


@pytest.mark.parametrize(("sentence", "content"), DENIED)
def test_content_of_denial(sentence: str, content: tuple[str, ...]) -> None:
    assert [s.content for s in statements(sentence)] == [content]


NOTES = [
    ("Мер заявив, що міст відкриється навесні.", "predict: future event"),
    ("Речник не підтвердив, що літак збили.", "negated cue"),
    ("Тренер не зрадів, що фінал перенесли.", "negated cue"),
    ("Адвокат заявив, що лист могла написати інша людина.", "modality of the content: possible"),
    ("Речник заявив, що інформація про обвал – фейк.", "deny: the content calls it untrue"),
]


@pytest.mark.parametrize(("sentence", "note"), NOTES)
def test_every_decision_leaves_a_note(sentence: str, note: str) -> None:
    (found,) = statements(sentence)
    assert note in found.notes


def test_rules_have_names_of_their_own() -> None:
    names = [rule.name for rule in ACT_RULES]
    assert len(names) == len(set(names))


def test_no_word_class_lies_idle() -> None:
    """A class of the pack that no rule asks for would be knowledge that nobody reads."""
    asked = "".join(inspect.getsource(module) for module in (factuality, predication, clauses))
    assert [name for name in load("uk").modality.names if f'"{name}"' not in asked] == []


def test_every_word_class_asked_for_is_there() -> None:
    """A class that the pack lacks would silence the rule that asks for it."""
    asked = "".join(inspect.getsource(module) for module in (factuality, predication, clauses))
    names = {a or b for a, b in re.findall(r'\w\("([a-z-]+)"\)|, "([a-z-]+)"\)', asked)}
    assert len(names) > 20
    assert names - {"and", "but", "unknown"} - set(get_args(Act)) <= load("uk").modality.names


@pytest.mark.parametrize(
    ("text", "content", "act"),
    [
        ("Мер назвав його фейковим президентом.", ("його", "фейковим президентом"), "state"),
        ("Мер назвав повідомлення фейковим.", ("повідомлення",), "deny"),
        ("Мер назвав їхні слова неправдивою інформацією.", ("їхні слова",), "deny"),
    ],
)
def test_untrue_is_a_report_and_no_person(text: str, content: tuple[str, ...], act: str) -> None:
    (statement,) = read(text)
    assert (statement.content, statement.act) == (content, act)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Мерія назвала вигадкою повідомлення про ремонт мосту.", "повідомлення про ремонт мосту"),
        ("Мерія назвала проєкт про новий міст через річку вигадкою.", "проєкт про новий міст через річку"),
        ("Міністерство назвало неправдою, що школу закриють.", "школу закриють"),
    ],
)
def test_who_calls_it_a_hoax_denies_it(text: str, content: str) -> None:
    (statement,) = read(text)
    assert (statement.act, statement.polarity, statement.content) == ("deny", "-", (content,))


def test_what_is_called_something_is_stated_and_not_urged() -> None:
    document = Document.capture("Critics called the film a masterpiece.", lang="en")
    (statement,) = extract(document, load("en"))
    assert (statement.act, statement.polarity) == ("state", "+")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The mayor said the bridge must be closed.", "urge"),
        ("The mayor said the bridge must have been closed.", "state"),
        ('"It is time to close the bridge," the mayor said.', "urge"),
        ("The mayor said the bridge is closed.", "state"),
        ("The ministry announced that the bridge will be closed.", "promise"),
        ("The ministry said that the bridge will be closed.", "predict"),
        ("The ministry said it would close the bridge.", "promise"),
        ('"We condemn the closing of the bridge," the mayor said.', "accuse"),
        ('"We warn everybody about the bridge," the mayor said.', "warn"),
        ('"This is not the case," the mayor said.', "deny"),
        ('"This is the case," the mayor said.', "state"),
        ("The ministry did not say when the bridge will open.", "decline"),
    ],
)
def test_english_acts(text: str, act: str) -> None:
    (statement,) = extract(Document.capture(text, lang="en"), load("en"))
    assert statement.act == act
