"""The thesaurus: words of one meaning agree within and across languages, near ones do not, faults are named."""

from __future__ import annotations

import time
from itertools import combinations

import pytest

from sayso.errors import PackError
from sayso.gazetteer import Concepts, concepts

HEADER = "concept\tkind\tuk\ten\tru\n"


def keys(words: str, lang: str) -> set[str | None]:
    known = Concepts.load()
    return {known.of(word.strip(), lang) for word in words.split(",")}


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        ("солдат, військовий, боєць, вояк, військо, армія", "troops, soldier, army", "солдат, войска, армия"),
        ("розгорнути, розгортати, розгортання", "deploy, deployment", "развернуть, развертывание"),
        ("відправити, надсилати", "send, dispatch", "отправить, послать"),
        ("вивести, виведення", "withdraw, withdrawal", "вывести, вывод"),
        ("вбити, вбивство", "kill, murder", "убить, убийство"),
        ("загинути, смерть, загиблий", "die, death", "погибнуть, гибель"),
        ("затримати, арешт", "detain, arrest", "задержать, арестовать"),
        ("ядерний, атомний", "nuclear", "ядерный, атомный"),
        ("угода, договір, домовленість", "agreement, treaty, deal", "соглашение, договор"),
        ("вибори, обрати", "election, elect", "выборы, избрать"),
        ("уряд, кабмін", "government, cabinet", "правительство"),
        ("страйк, страйкувати", "walkout", "забастовка, бастовать"),
        ("вакцинація, щеплення", "vaccination, vaccinate", "вакцинация, прививка"),
        ("лікарня, шпиталь", "hospital, clinic", "больница, госпиталь"),
        ("зрости, збільшення", "increase, rise, growth", "вырасти, увеличить"),
        ("скоротити, зменшення", "reduce, decrease, cut", "сократить, снижение"),
        ("перемир'я", "ceasefire, truce", "перемирие"),
        ("потяг, поїзд", "locomotive", "поезд"),
        ("дозволити, дозвіл", "allow, permission", "разрешить, позволить"),
        ("не, жодний", "not, never", "не, никогда"),
        ("могти, здатний", "can, able", "мочь, способный"),
        ("п'ятниця", "friday", "пятница"),
        ("з’явитися, поява", "appear", "появиться"),
    ],
)
def test_words_of_one_meaning_agree(uk: str, en: str, ru: str) -> None:
    found = keys(uk, "uk") | keys(en, "en") | keys(ru, "ru")
    assert len(found) == 1
    assert None not in found


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("uk", "збільшити, зменшити"),
        ("uk", "підтвердити, заперечити"),
        ("uk", "почати, закінчити, продовжити"),
        ("uk", "прибути, поїхати, повернутися"),
        ("uk", "перемога, поразка"),
        ("uk", "ворог, союзник"),
        ("uk", "танк, ракета, дрон, літак, вертоліт, корабель"),
        ("uk", "понеділок, вівторок, середа, четвер, п'ятниця, субота, неділя"),
        ("uk", "північний, південний, західний, східний, центральний"),
        ("uk", "імпорт, експорт"),
        ("uk", "наступ, відступ, атака, оборона"),
        ("uk", "вбити, поранити, загинути, врятувати"),
        ("uk", "дозволити, заборонити, вимагати"),
        ("uk", "купити, продати, орендувати"),
        ("uk", "президент, прем'єр, міністр, депутат, губернатор, мер"),
        ("uk", "засудити, виправдати, звинуватити, підозрювати"),
        ("uk", "один, два, три, сотня, тисяча, мільйон, мільярд"),
        ("uk", "відкрити, закрити"),
        ("uk", "вакцина, ліки, вірус"),
        ("uk", "законний, незаконний"),
        ("uk", "кава, чай, молоко, вода, вино, пиво"),
        ("uk", "сбу, фсб, цру"),
        ("uk", "пцу, упц"),
        ("uk", "днр, лнр"),
        ("uk", "король, королева, принц"),
        ("uk", "інсульт, інфаркт, рак"),
        ("uk", "взвод, рота, батальйон, бригада, полк, дивізія"),
        ("en", "increase, decrease"),
        ("en", "confirm, deny"),
        ("en", "begin, end, continue"),
        ("en", "arrive, leave"),
        ("en", "win, lose"),
        ("en", "enemy, ally"),
        ("en", "tank, missile, drone, plane, helicopter, ship"),
        ("en", "import, export"),
        ("en", "buy, sell"),
        ("en", "accept, refuse"),
        ("en", "legal, illegal"),
        ("en", "doctor, nurse, patient"),
        ("en", "protest, riot, walkout"),
        ("en", "deploy, withdraw"),
        ("en", "better, worse"),
        ("ru", "увеличить, уменьшить"),
        ("ru", "подтвердить, опровергнуть"),
        ("ru", "начать, закончить"),
        ("ru", "приехать, уехать"),
        ("ru", "победа, поражение"),
        ("ru", "ввести, вывести"),
        ("ru", "разрешить, запретить"),
        ("ru", "импорт, экспорт"),
        ("ru", "оправдать, осудить"),
        ("ru", "рубль, доллар, евро, гривна"),
    ],
)
def test_near_words_do_not_agree(lang: str, words: str) -> None:
    known = Concepts.load()
    for one, other in combinations([word.strip() for word in words.split(",")], 2):
        assert known.of(one, lang) is not None
        assert known.of(one, lang) != known.of(other, lang), f"{one} = {other}"


@pytest.mark.parametrize(
    ("lang", "form", "lemma"),
    [
        ("en", "troops", "troop"),
        ("en", "deployed", "deploy"),
        ("en", "deploying", "deploy"),
        ("en", "stopped", "stop"),
        ("en", "countries", "country"),
        ("en", "leaders", "leader"),
        ("en", "seizing", "seize"),
        ("en", "sent", "send"),
        ("en", "children", "child"),
        ("en", "Ministers", "minister"),
        ("en", "country's", "country"),
        ("en", "president’s", "president"),
        ("en", "allies", "ally"),
        ("ru", "солдатами", "солдат"),
        ("ru", "войск", "войско"),
        ("ru", "бойцов", "боец"),
        ("ru", "ракетой", "ракета"),
        ("ru", "вооружённых", "вооруженный"),
        ("ru", "министров", "министр"),
        ("ru", "санкциями", "санкция"),
        ("ru", "учениях", "учения"),
        ("ru", "соглашением", "соглашение"),
        ("ru", "областью", "область"),
        ("ru", "отправили", "отправить"),
        ("ru", "увеличилась", "увеличиться"),
        ("ru", "сражаются", "сражаться"),
        ("ru", "подписывает", "подписывать"),
        ("ru", "ядерного", "ядерный"),
        ("ru", "детей", "ребенок"),
        ("ru", "рынка", "рынок"),
        ("ru", "попыток", "попытка"),
        ("ru", "статье", "статья"),  # also of "стать": the table of forms decides
        ("ru", "выборах", "выборы"),
        ("uk", "солдат", "солдат"),
    ],
)
def test_forms_lead_to_their_lemma(lang: str, form: str, lemma: str) -> None:
    known = Concepts.load()
    assert known.of(lemma, lang) is not None
    assert known.of_form(form, lang) == known.of(lemma, lang)


@pytest.mark.parametrize(
    ("lang", "form"),
    [
        ("en", "portion"),
        ("en", "banknote"),
        ("en", "warp"),
        ("en", "sing-along"),
        ("en", "Zelensky"),
        ("en", ""),
        ("en", "s"),
        ("ru", "столб"),
        ("ru", "я-канье"),
        ("ru", "Путина"),
        ("ru", ""),
        ("uk", "солдатами"),  # a pack with a morphology gives lemmas
        ("de", "Soldaten"),
    ],
)
def test_no_form_of_a_known_word(lang: str, form: str) -> None:
    assert Concepts.load().of_form(form, lang) is None


@pytest.mark.parametrize(
    ("lang", "lemma", "verb"),
    [
        ("uk", "вбитий", "вбити"),
        ("uk", "відправлений", "відправити"),
        ("uk", "знищуватися", "знищувати"),
        ("ru", "отменённый", "отменить"),
        ("ru", "подписанный", "подписать"),
        ("ru", "освобождённый", "освободить"),
    ],
)
def test_participles_have_the_concept_of_their_verb(lang: str, lemma: str, verb: str) -> None:
    known = Concepts.load()
    assert known.of_verb(lemma, lang) == known.of(verb, lang) is not None


@pytest.mark.parametrize(
    ("lemma", "lang"), [("", "uk"), ("абракадабра", "uk"), ("солдат", "en"), ("army", "de")]
)
def test_unknown_words(lemma: str, lang: str) -> None:
    assert Concepts.load().of(lemma, lang) is None


@pytest.mark.parametrize(
    ("word", "lang", "kind"),
    [
        ("бути", "uk", "stop"),
        ("which", "en", "stop"),
        ("это", "ru", "stop"),
        ("не", "uk", "negation"),
        ("без", "ru", "negation"),
        ("must", "en", "modal"),
        ("можливо", "uk", "modal"),
        ("війна", "uk", "thing"),
        ("атака", "uk", "event"),
        ("великий", "uk", "quality"),
    ],
)
def test_kinds(word: str, lang: str, kind: str) -> None:
    known = Concepts.load()
    concept = known.of(word, lang)
    assert concept is not None
    assert known.kind(concept) == kind


def test_negations_and_modals_are_no_stop_words() -> None:
    known = Concepts.load()
    assert {known.kind(known.of(word, "en") or "") for word in ("not", "no", "never")} == {"negation"}


def test_kind_of_no_concept() -> None:
    with pytest.raises(KeyError):
        Concepts.load().kind("no such concept")


def test_the_table_is_large_and_every_word_leads_back() -> None:
    known = Concepts.load()
    assert len(known) >= 2_000
    for lang in ("uk", "en", "ru"):
        assert sum(known.kind(concept) != "stop" for concept in known if known.words(concept, lang)) >= 1_200
    for concept in list(known)[::50]:
        assert all(known.of(word, "uk") == concept for word in known.words(concept, "uk"))


def test_loading_costs_little() -> None:
    def cost() -> float:
        concepts._load.cache_clear()
        start = time.process_time()
        Concepts.load()
        return time.process_time() - start

    assert min(cost() for _ in range(5)) < 0.015


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ("a\tnoun\tа\tb\tв\n", "kind 'noun'"),
        ("b\tthing\tб\tb\tб\na\tthing\tа\ta\tа\n", "must stand once, and before 'b'"),
        ("a\tthing\tа\ta\tа\na\tthing\tб\tb\tб\n", "must stand once"),
        ("a\tthing\tа\ta\tа\nb\tthing\tб\ta\tб\n", r"'a' \(en\) already belongs to 'a'"),
        ("a\tthing\tа|а\n", r"'а' \(uk\) already belongs to 'a'"),
        ("a\tthing\tА\n", "lower case"),
        ("a\tthing\tа| б\n", "lower case"),
        ("a\tthing\tа||б\n", "lower case"),
        ("a\tthing\tз’їзд\n", "lower case"),
        ("a\tthing\t\t\tещё\n", "lower case"),
        ("a\tthing\tа\ta\tа\tb\n", "6 cells"),
        ("a\n", "1 cells"),
        ("a\tthing\n", "has no word"),
    ],
)
def test_a_broken_table_is_refused(rows: str, complaint: str) -> None:
    with pytest.raises(PackError, match=complaint):
        concepts._read(HEADER + rows)


def test_a_broken_header_is_refused() -> None:
    with pytest.raises(PackError, match="header"):
        concepts._read("concept\tkind\tuk\ten\n")


def test_one_word_may_stand_in_two_languages() -> None:
    assert concepts._read(HEADER + "a\tthing\tа\ta\tа\n# b\nc\tevent\tб\n").of("Б", "uk") == "c"
