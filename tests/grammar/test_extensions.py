"""Each extension at one place behind a head.

"^" stands where the phrase ends so far, "|" where the extension lets it end. Without "|" the phrase ends for certain
at "^" (STOP), or the extension has nothing to say (None).
"""

from __future__ import annotations

import pytest

from passages import passage, said
from sayso.grammar import agreement, growing
from sayso.grammar.growing import EXTENSIONS
from sayso.grammar.growth import STOP, Extension, Growth
from sayso.grammar.names import NameReader
from sayso.grammar.passage import Passage
from sayso.grammar.phrases import PhraseParser


def answer(name: str, marked: str, depth: int = 0) -> tuple[Passage, Growth | None]:
    """Return what the extension called `name` answers at the place that is marked."""
    p = passage(marked.replace("^", "").replace("|", ""), "en" if marked.isascii() else "uk")
    parser, names, limit = PhraseParser(p), NameReader(p), len(p.tokens)
    head = parser.core(0, limit, agreement.ANY)
    assert head is not None
    before = marked.partition("^")[0].rstrip()
    end = next(token.index for token in p.tokens if token.start >= len(before))
    own = names.own(0, head, limit)
    place = Extension(p, names, parser, head, p.forms[head.head], end, limit, depth, own is not None)
    return p, getattr(growing, name)(place)


GROWS = [
    ("bracket", "Інститут океанології ^(ІОАН)| повідомив"),
    ("bracket", "начальник управління ^(Київ)| заявив"),
    ("genitive_list", "міністр освіти^, культури| та спорту заявив"),
    (
        "genitive_list",
        "голова комітету з питань будівництва^, регіональної політики| та місцевого ладу сказав",
    ),
    ("genitive_list", "директорка управління у справах ветеранів^, дітей| та спорту сказала"),
    ("shortened", "директорка школи ^ім. Лесі Українки| сказала"),
    ("shortened", "директорка центру ^м. Одеси| Ірина Лис сказала"),
    ("shortened", "парох ^о. Іван Бук| сказав"),
    ("role_behind_dash", "академік ^– директор музею Іван Бук| сказав"),
    ("quoted_name", "компанія ^«Світанок»| заявила"),
    ("quoted_name", "газета ^«Наш край»| пише"),
    ("foreign_name", "авіакомпанія ^Ryanair| повідомила"),
    ("foreign_name", "видання ^The Guardian| пише"),
    ("apposed_name", "тренер ^Ігор Чумак| сказав"),
    ("apposed_name", "міністерка культури ^Галина Савчук| заявила"),
    ("second_genitive", "департамент освіти ^і науки| оголосив"),
    ("second_role", "письменниця ^та перекладачка Ольга Рудь| сказала"),
    ("numbered", "речник ^24-ї бригади| сказав"),
    ("callsign", "командир ^з позивним «Дід»| сказав"),
    ("callsign", "боєць ^на псевдо Лис| сказав"),
    ("complement", "комітет ^з питань фінансів| заявив"),
    ("complement", "один ^із пасажирів| сказав"),
    ("complement", "уповноважений уряду ^з прав людини| заявив"),
    ("complement", "джерела ^в уряді| сказали"),
    ("complement", "тренерка ^з боксу| Ольга Рудь сказала"),
    ("rank", "начальник області ^генерал Іван Бук| сказав"),
    ("rank", "начальника області ^генерала Івана Бука| чекали"),
    ("country", "прем'єр-міністр ^Ізраїлю| Біньямін Коган сказав"),
    ("genitive", "речник ^поліції| сказав"),
    ("genitive", "керівник ^ГУР| сказав"),
    ("joined", "the head ^of the office| said"),
    ("joined", "officials ^in Seoul| said"),
]
STOPS = [
    ("bracket", "суд ^(який того дня довго засідав у тісній залі) ухвалив"),
    ("genitive_list", "міністр освіти^, культури повідомили"),
    ("genitive_list", "міністр освіти^, депутатів та лікарів"),
    ("role_behind_dash", "учителька ^– це професія"),
    ("quoted_name", "мер ^«дуже зайнятий» сьогодні"),
    ("quoted_name", "тренер ^«Українській правді» сказав"),
    ("complement", "тренер ^у коментарі каналу сказав"),
    ("full_stop", "Марта ^учора сказала"),
    ("foreign_name", "вівторок ^Ryanair оголосив"),
    ("second_role", "тренер ^і сказав"),
    ("complement", "дівчина ^в червоному сказала"),
    ("genitive", "вівторок ^ЗМІ повідомили"),
    ("genitive", "школа ^цього року запросила"),
    ("genitive", "кухарі ^багато років казали"),
]
SILENT = [
    ("numbered", "речник ^24-го травня сказав"),
    ("callsign", "командир ^з новим планом сказав"),
    ("bracket", "суд ^ухвалив"),
    ("genitive_list", "парк^, сквер і сад"),
    ("shortened", "директорка школи ^сказала. Учні"),
    ("shortened", "директорка школи ^учора. Одеса"),
    ("role_behind_dash", "учителька ^сказала"),
    ("full_stop", "речник ^поліції сказав"),
    ("foreign_name", "авіакомпанія ^повідомила"),
    ("apposed_name", "тренер ^учора сказав"),
    ("second_genitive", "департамент освіти ^і сказав"),
    ("second_role", "парк ^і сквер закрили"),
    ("complement", "речник ^поліції сказав"),
    ("rank", "начальник області ^сказав"),
    ("rank", "внучка ^секретаря Бука сказала"),
    ("country", "прем'єр-міністр ^уряду сказав"),
    ("genitive", "речник ^сказав"),
    ("genitive", "Брюссель ^пішов назустріч"),
    ("joined", "officials ^on Monday said"),
    ("joined", "речник ^поліції сказав"),
]


@pytest.mark.parametrize(("name", "marked"), GROWS)
def test_the_phrase_grows(name: str, marked: str) -> None:
    p, grown = answer(name, marked)
    assert grown is not None
    assert grown is not STOP
    assert said(p, 0, grown.end) == marked.partition("|")[0].replace("^", "")


@pytest.mark.parametrize(("name", "marked"), STOPS)
def test_the_phrase_ends_for_certain(name: str, marked: str) -> None:
    assert answer(name, marked)[1] is STOP


@pytest.mark.parametrize(("name", "marked"), SILENT)
def test_the_extension_has_nothing_to_say(name: str, marked: str) -> None:
    assert answer(name, marked)[1] is None


def test_every_extension_has_examples() -> None:
    known = {extension.__name__ for extension in EXTENSIONS}
    assert {name for name, _ in (*GROWS, *STOPS)} == known
    # the last of the table for marks always has something to say
    assert {name for name, _ in SILENT} == known - {"quoted_name"}


@pytest.mark.parametrize(
    ("name", "marked", "gained"),
    [
        ("quoted_name", "компанія ^«Світанок» заявила", "«Світанок»"),
        ("foreign_name", "видання ^The Guardian пише", "The Guardian"),
        ("apposed_name", "тренер ^Ігор Чумак сказав", "Ігор Чумак"),
        ("rank", "начальник області ^генерал Іван Бук сказав", "Іван Бук"),
    ],
)
def test_a_name_is_gained(name: str, marked: str, gained: str) -> None:
    p, grown = answer(name, marked)
    assert grown is not None
    assert grown.name is not None
    assert said(p, *grown.name) == gained


def test_inside_a_larger_phrase_a_name_ends_it() -> None:
    assert answer("full_stop", "міністра ^Марта сказала", depth=1)[1] is STOP
    assert answer("full_stop", "міністра ^Марта сказала", depth=0)[1] is None
