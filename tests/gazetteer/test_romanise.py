"""Spellings of one person's name agree; names of different persons do not."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import PackError
from sayso.gazetteer import person_keys, romanise, romanised, same_person

SAME = """
Володимир Зеленський = Volodymyr Zelensky = Владимир Зеленский = Zelenskyy = Зеленський В. = В. О. Зеленський
Park Min-jun = Пак Мін Джун
Кім Йонг Хен = Кім Йон Хен = Kim Yong-hyun = Kim Yong Hyun = Ким Ён Хён
Сі Цзіньпін = Xi Jinping = Си Цзиньпин = Сі
Марк Рютте = Mark Rutte = Рутте = Марк Рутте
Ллойд Остін = Ллойд Остин = Lloyd Austin = Остин
Энтони Блинкен = Ентоні Блінкен = Antony Blinken
Рустем Умєров = Рустем Умеров = Rustem Umerov
Денис Шмигаль = Денис Шмыгаль = Denys Shmyhal
Кирило Буданов = Кирилл Буданов = Kyrylo Budanov
Дмитрий Песков = Dmitry Peskov = Дмитро Пєсков
Андрій Коваленко = Андрей Коваленко = Andriy Kovalenko
Сабріна Сінгх = Sabrina Singh
Кім Хон Гюн = Kim Hong-kyun
Борис Джонсон = Boris Johnson = Джонсон
Джо Байден = Joe Biden = Байден
Дональд Трамп = Donald Trump
Олексій Гончаренко = Oleksiy Honcharenko = Алексей Гончаренко
Єрмак = Andriy Yermak = Андрей Ермак
Єнс Столтенберг = Jens Stoltenberg = Йенс Столтенберг
Урсула фон дер Ляєн = Ursula von der Leyen = фон дер Ляйен
Олаф Шольц = Olaf Scholz
Опанас Хома = Khoma
Джен Псакі = Jen Psaki
Сергій Кислиця = Sergiy Kyslytsya = Serhii Kyslytsia
Чо Те Йон = Cho Tae-yong
Гегсет = Хегсет = Pete Hegseth
Щербак = Shcherbak
Ил Ха Ким = Kim Il-ha
Дж. Байден = Joe Biden
Ґеоргій Тихий = Heorhii Tykhyi
Залужний = Залужный = Zaluzhnyi = Zaluzhny
Метью Міллер = Matthew Miller
Юрій Ігнат = Yuriy Ihnat = Юрий Игнат
Джейк Салліван = Jake Sullivan
Володимир Зеленський = Зеленський Володимир
Joost Brouwers = Йост Брауерс = Йоост Брауэрс
Colin Hewitt = Колін Х'юїтт = Колин Хьюитт
Roger Wells = Роджер Веллс = Роджер Уэллс
Francesca Rossi = Франческа Россі = Франческа Росси
Javier Ibarra = Хав'єр Ібарра = Хавьер Ибарра
Gérald Michel = Жеральд Мішель = Жеральд Мишель
Robert Lewandowski = Роберт Левандовський = Роберт Левандовский
Йост Клаессенс = Йост Классенс
Heiko Steinbrecher = Хайко Штайнбрехер = Гайко Штайнбрехер
"""
DIFFERENT = """
Олександр Ткаченко / Олексій Ткаченко
Кім Йон Хен / Кім Хон Гюн
Kim Jong Un / Kim Jong Il
Kim Yong-hyun / Кім Чен Ин
Володимир Зеленський / Олена Зеленська
Володимир Путін / Володимир Зеленський
Іван Марченко / Сергій Марченко
В. Марченко / Сергій Марченко
Буданов / Данилов
Дональд Трамп / Дональд Туск
Mark Rutte / Mark Milley
Boris Johnson / Mike Johnson
Марія Захарова / Марія Захарченко
Трамп / Трамп-молодший
Борис Джонсон / Ларри Джонсон
Олександр Іванович Ткаченко / Олександр Петрович Ткаченко
Ткач / Ткачук
Петр Павел / Павло Петренко
Александр Владимиров / Александра Владимирова
Роман Сорока / Роман Серко
Jane Hill / Ian Hill
"""
PEOPLE = [line.split(" = ") for line in SAME.strip().splitlines()]
PAIRS = [pair for spellings in PEOPLE for pair in combinations(spellings, 2)]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert set(person_keys(one)) & set(person_keys(other))


@pytest.mark.parametrize("pair", DIFFERENT.strip().splitlines())
def test_different_persons(pair: str) -> None:
    one, other = pair.split(" / ")
    assert not same_person(one, other)


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Володимир Зеленський", "volodimir selenski"),
        ("Владимир Зеленский", "volodimir selenski"),
        ("Xi Jinping", "ksi dzhinpin"),
        ("Сі Цзіньпін", "ksi dzhinpin"),
        ("", ""),
    ],
)
def test_romanised(name: str, latin: str) -> None:
    assert romanised(name) == latin


@pytest.mark.parametrize("name", ["", "—", "2024", "…"])
def test_what_has_no_letters_is_nobody(name: str) -> None:
    assert not same_person(name, name)
    assert person_keys(name) == ()


NAMES = st.one_of(
    st.sampled_from([spelling for spellings in PEOPLE for spelling in spellings]),
    st.text(st.sampled_from("абвгхеиійкноцьюяєш .-'abchjkiotyx"), max_size=20),
    st.text(max_size=20),
)


@given(NAMES, NAMES)
def test_agreement_is_symmetric_and_shares_a_key(one: str, other: str) -> None:
    agree = same_person(one, other)
    assert agree == same_person(other, one)
    if agree:
        assert set(person_keys(one)) & set(person_keys(other))


@given(NAMES)
def test_every_name_agrees_with_itself(name: str) -> None:
    assert same_person(name, name) == bool(romanised(name))


def test_a_variant_of_two_names_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(2, {"name": "Anna", "variants": "Ганна"}), (3, {"name": "Hanna", "variants": "Анна"})]
    monkeypatch.setattr(romanise, "numbered_rows", lambda *_: iter(rows))
    with pytest.raises(PackError, match="two names"):
        romanise._variants.__wrapped__()
