"""Each doubt has a sentence that shows it and one, as like as can be, that does not."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from fits import fits, reading

import sayso.extract.doubt as doubts
import sayso.extract.lead_doubt as lead_doubts
import sayso.extract.order_doubt as order_doubts
import sayso.extract.relay_doubt as relay_doubts
import sayso.extract.source_doubt as source_doubts
import sayso.extract.that_doubt as that_doubts
from sayso.extract.reading import Doubt
from sayso.languages import available, load


class Example(NamedTuple):
    """In `shows` the rule meets the doubt, in `other` it does not."""

    doubt: Doubt
    rule: str
    shows: str
    other: str
    language: str = "uk"


CONTENT = [
    Example(
        that_doubts.only_tells_how,
        "cue-question",
        "Господиня розповіла, як пекти хліб.",
        "Господиня запитала, як пекти хліб.",
    ),
    Example(
        relay_doubts.leads_to_a_report,
        "according-to-lead",
        "Посилаючись на джерела, газета пише, що міст закриють.",
        "Посилаючись на джерела, міст закриють восени.",
    ),
    Example(
        that_doubts.said_in_passing,
        "cue-apposition-that",
        "Як каже лікарка, гроші дають на те, що потрібно.",
        "Лікарка каже, виступаючи на площі, що грип відступає.",
    ),
    Example(
        that_doubts.tells_a_purpose,
        "cue-that",
        "Мер сказав виборцям, щоб зміцнити довіру.",
        "Мер сказав виборцям, щоб вони голосували.",
    ),
    Example(
        that_doubts.sums_up_the_clause,
        "cue-that",
        "Про ремонт басейну заявили лікарки, що свідчить про довіру.",
        "Про ремонт басейну заявили лікарки, що він свідчить про довіру.",
    ),
    Example(
        doubts.crosses_a_cue,
        "cue-apposition-that",
        "Мер каже, лікарка заявила, що грип відступає.",
        "Мер каже, виступаючи на площі, що грип відступає.",
    ),
    Example(
        doubts.says_too_little,
        "cue-about",
        "Порт повідомив про ремонт.",
        "Порт повідомив про ремонт крана.",
    ),
    Example(
        doubts.says_too_little,
        "quotation-then-cue",
        "«Лісова пісня», – сказала акторка.",
        "«Лісова пісня лунає», – сказала акторка.",
    ),
    Example(
        doubts.opens_with_a_cue,
        "according-to-lead",
        "За повідомленням каналу «Обрій» наголосив: місто розвивається.",
        "За повідомленням каналу «Обрій» місто наголосило: розвиток можливий.",
    ),
    Example(
        doubts.is_a_relative_clause,
        "cue-that",
        "Заява, що пролунала вчора, здивувала всіх.",
        "Заява, що банк закривають, здивувала всіх.",
    ),
    Example(
        doubts.object_is_a_day,
        "cue-object",
        "Країна відзначає День вишиванки.",
        "Країна відзначає роботу лікарів.",
    ),
    Example(
        doubts.is_a_verdict,
        "cue-object",
        "Суд визнав бухгалтера винним у крадіжці.",
        "Суд визнав помилку бухгалтера в паперах.",
    ),
    Example(
        doubts.is_a_notice_of_suspicion,
        "cue-about",
        "Слідчі повідомили про підозру завідувачці складу.",
        "Слідчі повідомили про пожежу на складі зерна.",
    ),
    Example(
        doubts.leads_to_a_source,
        "according-to-end",
        "Про це пише газета з посиланням на лікарку.",
        "Грип відступає з посиланням на лікарку.",
    ),
]
NAMED = [
    Example(
        doubts.object_could_be_subject,
        "object-cue",
        "Позов суд відхилив.",
        "Провину адвокатка заперечила.",
    ),
    Example(
        doubts.wedged_object_could_be_subject,
        "subject-object-cue",
        "Після скарги директорки директор заперечив.",
        "Раніше підозрюваний цю угоду заперечив.",
    ),
    Example(
        doubts.clause_goes_on,
        "subject-object-cue",
        "Підозрюваний провину заперечив через адвокатку.",
        "Підозрюваний провину заперечив.",
    ),
    Example(
        doubts.counts_nothing,
        "cue-about-count",
        "Учителі говорили про 2024 рік.",
        "Учителі говорили про 24 учнів.",
    ),
    Example(
        doubts.opens_no_clause,
        "cue-comma",
        "Пасічник каже, але бджоли гудуть.",
        "Пасічник каже, бджоли гудуть.",
    ),
    Example(
        doubts.quotation_of_the_next_line,
        "cue-quotation",
        "– Музей відкриють, – сказав мер\n\n«Ранок міста видають щодня»",
        "Музей відкриють, – сказав мер «і театр теж».",
    ),
    Example(
        doubts.topic_of_another_verb,
        "topic-cue",
        "Говорячи про книгу сина, мерка зауважила про позов.",
        "Про пожежу на складі повідомили рятувальники.",
    ),
    Example(
        lead_doubts.names_an_object,
        "cue-quotation",
        "Лісник пропонує купити путівник «Десять днів у горах Карпатах».",
        "Тут мер сказав «Треба мати теплий одяг і дрова».",
    ),
    Example(
        lead_doubts.no_word_for_it,
        "call-quoted",
        "Мер назвав «ми не маємо грошей» причину затримки.",
        "Мер назвав «великою бідою» причину затримки.",
    ),
    Example(
        doubts.no_infinitive,
        "cue-quoted-infinitive",
        "Лісник закликав туристів «увага під ноги».",
        "Лісник закликав туристів «дивитися під ноги».",
    ),
    Example(
        doubts.quotation_of_the_next_line,
        "cue-quotation",
        "Буде сніг, – сказав мер\n«Треба мати теплий одяг і дрова».",
        "Тут мер сказав «Треба мати теплий одяг і дрова».",
    ),
    Example(
        doubts.belongs_to_an_object,
        "cue-that",
        "Договір передбачав закупівлю вагонів, що їздять без машиніста.",
        "Тренер заявив журналістам, що фінал перенесли.",
    ),
    Example(
        doubts.as_of_time,
        "as-cue-end",
        "Після того, як повідомив мер, парк зачинили.",
        "Парк зачинили, як повідомив мер.",
    ),
    Example(
        doubts.calls_nothing,
        "call-far-ins",
        "Тренер називає заходи на пагорбі.",
        "Тренер називає перемогу команди цілком заслуженою.",
    ),
    Example(
        lead_doubts.lead_without_verb,
        "lead-cue",
        "Міст через Дніпро, повідомив мер.",
        "Міст через Дніпро закрили, повідомив мер.",
    ),
    Example(
        lead_doubts.parts_subject_and_verb,
        "according-to-clause",
        "Пожежа, за даними рятувальників, почалася на складі.",
        "На фестиваль прийшли тисячі людей, за оцінками поліції, щонайменше двадцять тисяч.",
    ),
    Example(
        lead_doubts.parts_subject_and_verb,
        "according-to-clause",
        "Понад тисяча лелек, за оцінками орнітологів, не долетіла до Африки.",
        "Дощило, за оцінками орнітологів, лелеки прилетіли пізніше.",
    ),
    Example(
        lead_doubts.title_in_marks,
        "quotation-then-cue",
        "«Вода для розвитку» розповів режисер.",
        "«Вода для розвитку», – розповів режисер.",
    ),
    Example(
        lead_doubts.title_in_marks,
        "quotation-then-cue",
        "Члени спілки «Ліс ще є» закликали до протесту.",
        "«Ліс ще є» закликали лісники.",
    ),
    Example(
        lead_doubts.told_by_another,
        "interrupted-speech-near",
        "«Тут тихо, – написала вона, коли приїхала. – Ніколи не чула про справжнє диво – місто церков».",
        "«Тут тихо, – двічі сказала вона. – Птахи співають здалеку».",
    ),
    Example(
        lead_doubts.begins_otherwise,
        "infinitive-then-cue",
        "Дах полагодити пообіцяв підрядник.",
        "Полагодити дах пообіцяв підрядник.",
    ),
    Example(
        doubts.is_no_hearsay,
        "according-to-nobody-middle",
        "За літо озеро, на перший погляд, обміліло на метр.",
        "За літо озеро, за деякими даними, обміліло на метр.",
    ),
    Example(
        doubts.is_no_subject,
        "noun-dash",
        "Човни купили за дорученням громадян – рибалок.",
        "Доручення громадян – човни.",
    ),
]
SOURCE = [
    Example(
        source_doubts.hedges_a_phrase,
        "according-to-him-lead",
        "Лісник продав, за його словами, старий човен.",
        "Лісник радіє, за його словами, сніг розтане.",
    ),
    Example(
        source_doubts.is_not_asked,
        "cue-back",
        "Сніг розтане. Сусіди не питають про це.",
        "Сніг розтане. Сусіди питають про це.",
    ),
    Example(
        source_doubts.denied_impersonal,
        "cue-that",
        "У листі не йдеться про те, що рейс скасують.",
        "У листі йдеться про те, що рейс скасують.",
    ),
    Example(
        source_doubts.no_source_where_one_is_due,
        "lead-cue",
        "Рейс скасують, повідомляє.",
        "Рейс скасують, повідомляє авіакомпанія.",
    ),
    Example(
        source_doubts.no_source_where_one_is_due,
        "cue-that",
        "Заява, що банк закривають, здивувала всіх.",
        "Заява касирки, що банк закривають, здивувала всіх.",
    ),
    Example(
        source_doubts.author_speaks,
        "cue-that",
        "Я живу в Одесі. Заявив, що рейс скасують.",
        "Тренер живе в Одесі. Заявив, що рейс скасують.",
    ),
    Example(
        source_doubts.gerund_out_of_place,
        "cue-object",
        "Депутатка виступила, підтвердивши участь у фестивалі.",
        "Депутатка виступила, вимагаючи відставки мера.",
    ),
    Example(
        source_doubts.source_says_nothing,
        "cue-that",
        "Камінь заявив, що міст закриють.",
        "Каменяр заявив, що міст закриють.",
    ),
    Example(
        source_doubts.source_says_nothing,
        "cue-that",
        "Хто заявив, що міст закриють?",
        "Він заявив, що міст закриють.",
    ),
    Example(
        source_doubts.source_says_nothing,
        "according-to-lead",
        "Згідно з законом, міст закриють.",
        "Згідно з даними лікарів, міст закриють.",
    ),
    Example(
        source_doubts.quotation_is_a_title,
        "cue-quotation",
        "Ректорка оголосила конкурс «Збери кошик».",
        "Ректорка оголосила «ми зберемо кошик».",
    ),
    Example(
        source_doubts.author_thinks,
        "according-to-him-lead",
        "На нашу думку, театр добре готував прем'єру.",
        "На їхню думку, театр добре готував прем'єру.",
    ),
    Example(
        source_doubts.might_be_said,
        "cue-that",
        "Лікарка сказала б, що ліки подіяли.",
        "Лікарка сказала, що ліки подіяли б.",
    ),
    Example(
        source_doubts.may_only_be_so,
        "cue-that",
        "Батьки можуть бути впевнені, що воду перевірили.",
        "Батьки були впевнені, що воду перевірили.",
    ),
    Example(
        source_doubts.crowns_a_champion,
        "according-to-end",
        "Боксер став чемпіоном світу за версією WBA.",
        "Боксер став заручником банди за версією слідства.",
    ),
    Example(
        source_doubts.comes_to_mind,
        "according-to-end",
        "Садити яблуні спало на думку лікарки.",
        "Яблуні вродять на думку лікарки.",
    ),
    Example(
        source_doubts.figure_of_speech,
        "cue-that",
        "Депутати не дуже задоволені, простіше кажучи, що міст закрили.",
        "Депутати пішли з зали, кажучи, що міст закрили.",
    ),
    Example(
        source_doubts.figure_of_speech,
        "as-cue-middle",
        "Ремонт був, як кажуть, справою техніки.",
        "Ремонт був, як кажуть лікарки, справою техніки.",
    ),
]
NAMED_OF_SOURCES = [
    Example(
        source_doubts.source_not_before,
        "subject-object-cue",
        "Після дощу провину заперечив.",
        "Після дощу підозрюваний провину заперечив.",
    ),
    Example(
        source_doubts.source_not_behind,
        "object-cue-source",
        "Затримку у вівторок підтвердила начальниця.",
        "Затримку вчора підтвердила начальниця.",
    ),
    Example(
        source_doubts.impersonal_without_a_body,
        "lead-cue",
        "Рейс скасують, йдеться.",
        "Рейс скасують, йдеться у звіті.",
    ),
]
ENGLISH = [
    Example(
        order_doubts.leads_elsewhere,
        "cue-clause",
        "The mayor spoke and said after Russia invaded that it was war.",
        "The mayor said on Monday Russia was at war.",
        "en",
    ),
    Example(
        order_doubts.clause_behind,
        "lead-subject-cue",
        "When it rained, the mayor said the town was safe.",
        "The town was safe, the mayor said on Monday.",
        "en",
    ),
    Example(
        order_doubts.that_of_another_word,
        "cue-that",
        "The mayor announced a plan that was old.",
        "The mayor announced on Monday that the plan was old.",
        "en",
    ),
    Example(
        order_doubts.has_one_object,
        "call-object",
        "The mayor called the town to vote.",
        "The mayor called the town a village.",
        "en",
    ),
    Example(
        order_doubts.lays_nothing_at_a_door,
        "accuse-of",
        "The mayor blamed the rain.",
        "The mayor blamed the rain for the flood.",
        "en",
    ),
    Example(
        order_doubts.is_no_predicate,
        "cue-of",
        "Critics read the book critical of the town.",
        "The mayor was critical of the town.",
        "en",
    ),
    Example(
        order_doubts.goes_on_with_the_source,
        "according-to-lead",
        "According to a person familiar with the matter, the deal is off.",
        "According to a person with a dog, the deal is off.",
        "en",
    ),
    Example(
        order_doubts.told_to_nobody,
        "cue-object-infinitive",
        "The mayor asked to leave.",
        "The mayor asked people to leave.",
        "en",
    ),
    Example(
        lead_doubts.part_of_a_sentence,
        "quotation-subject-cue",
        'It comes within "a few short weeks," the mayor said.',
        '"It comes within weeks," the mayor said.',
        "en",
    ),
    Example(
        lead_doubts.no_dash_opens_it,
        "speech-subject-cue",
        "We came late to the town and we slept - the mayor said.",
        "- We came late to the town and we slept - the mayor said.",
        "en",
    ),
    Example(
        source_doubts.subject_leaves_a_gap,
        "lead-subject-cue",
        "The town slept, because rain fell and the mayor said.",
        "The town slept, the mayor said.",
        "en",
    ),
    Example(
        source_doubts.source_far_behind,
        "lead-cue",
        "The town slept, said in the rain of a cold and wet day the mayor.",
        "The town slept, said the mayor.",
        "en",
    ),
]
ENGLISH += [
    Example(
        doubts.utters_only_that_it_was_uttered,
        "cue-object",
        "The mayor expressed his opinion in an interview.",
        "The mayor expressed his anger at the delay.",
        "en",
    ),
    Example(
        source_doubts.only_thinks,
        "cue-that",
        "She realised that it was late.",
        "The ministry realised that it was late.",
        "en",
    ),
    Example(
        order_doubts.puts_no_number,
        "put-at",
        "The farmer put the lamp at the window of the barn.",
        "The farmer put the damage at some two million.",
        "en",
    ),
]
EXAMPLES = [*CONTENT, *NAMED, *SOURCE, *NAMED_OF_SOURCES, *ENGLISH]


def ids(example: Example) -> str:
    return f"{example.doubt.__name__}-{example.rule}"


@pytest.mark.parametrize("example", EXAMPLES, ids=ids)
def test_a_sentence_shows_the_doubt_and_another_does_not(example: Example) -> None:
    assert example.doubt(reading(example.shows, example.rule, example.language))
    assert not example.doubt(reading(example.other, example.rule, example.language))


def test_every_doubt_has_its_example() -> None:
    named = (*doubts.CHECKS.values(), *source_doubts.SOURCE_CHECKS.values())
    known = {*doubts.CONTENT_DOUBTS, *source_doubts.SOURCE_DOUBTS, *named}
    assert {each.__name__ for each in known} == {example.doubt.__name__ for example in EXAMPLES}


@pytest.mark.parametrize("language", available())
def test_every_check_that_a_rule_names_is_a_doubt(language: str) -> None:
    named = {check for rule in load(language).rules for check in rule.checks}
    assert named - {*doubts.CHECKS, *source_doubts.SOURCE_CHECKS, "touching"} == set()


def test_every_named_doubt_is_used_by_some_rule() -> None:
    named = {check for language in available() for rule in load(language).rules for check in rule.checks}
    assert (doubts.CHECKS.keys() | source_doubts.SOURCE_CHECKS.keys()) - named == set()


@pytest.mark.parametrize("example", CONTENT, ids=ids)
def test_the_first_doubt_about_a_content_is_told(example: Example) -> None:
    assert doubts.content_doubt(reading(example.shows, example.rule)) == example.doubt.__name__
    assert doubts.content_doubt(reading(example.other, example.rule)) is None


@pytest.mark.parametrize("example", SOURCE, ids=ids)
def test_the_first_doubt_about_a_source_is_told(example: Example) -> None:
    assert source_doubts.source_doubt(reading(example.shows, example.rule)) == example.doubt.__name__
    assert source_doubts.source_doubt(reading(example.other, example.rule)) is None


def test_a_named_doubt_counts_only_for_the_rules_that_name_it() -> None:
    rules = {
        each.match.rule.name: doubts.content_doubt(each) for each in fits("Міст через Дніпро, повідомив мер.")
    }
    assert rules["lead-cue"] == "lead_without_verb"
    assert rules["short-lead-cue"] is None


def test_a_content_that_stands_elsewhere_is_not_doubted() -> None:
    assert doubts.content_doubt(reading("Міст відкрили. Про це сказав мер.", "back-cue")) is None


@pytest.mark.parametrize(
    ("text", "relayed"),
    [
        ("Про це заявив мер, передає агенція.", [False, True]),
        ("Про це, пише газета, заявив мер.", [False, False]),
    ],
)
def test_of_what_points_back_the_tail_is_a_relay(text: str, relayed: list[bool]) -> None:
    back = [each for each in fits(f"Порт зачинили. {text}") if each.match.rule.name == "back-cue"]
    assert [doubts.relays_what_points_back(each) for each in back] == relayed


def test_what_a_colon_brings_is_not_pointed_back_at() -> None:
    back = [
        each for each in fits("Про це розповів мер: міст закриють.") if each.match.rule.name == "back-cue"
    ]
    assert [doubts.relays_what_points_back(each) for each in back] == [True]
