"""The elements of a rule, one by one. In a text the cue is in square brackets, the expected content between < and >."""

from __future__ import annotations

import re

import pytest
from samples import token

from passages import passage, said
from sayso.grammar.match import SPEECH, Match, Matcher, Scope
from sayso.grammar.passage import Passage
from sayso.grammar.phrases import PhraseParser
from sayso.grammar.rule import rule
from sayso.grammar.vocabulary import Vocabulary

WORDS = {
    "that": (("про", "те", ",", "що"), ("що",)),
    "as": (("як", "уже"), ("як",)),
    "about": (("про",),),
    "pointer": (("про", "це"),),
    "empty": (),
}
_PIECE = re.compile(r"<([^>]+)>")


def match(
    notation: str, marked: str, *, governed: str | None = None, rest: str | None = None
) -> tuple[Passage, Match | None]:
    """Match a rule on the word in brackets; `rest` is the word where REST has to stop."""
    cue = re.search(r"\[(\w+)\]", marked)
    assert cue
    p = passage(re.sub(r"[<>\[\]]", "", marked))
    at, size = token(p, cue[1]), len(p.tokens)
    scope = Scope(0, size, token(p, rest) if rest else size)
    matcher = Matcher(p, PhraseParser(p), Vocabulary(WORDS))
    return p, matcher.match(rule("r", notation, kinds="verb"), at, at + 1, scope, governed)


MATCHES = [
    # marks
    ("CUE : REST", "Він [сказав]: <буде дощ>"),
    ("CUE ; REST", "Він [сказав]; <буде дощ>"),
    ("CUE – REST", "Він [сказав] — <буде дощ>"),
    ("CUE ,? REST", "Він [сказав], <буде дощ>"),
    ("CUE ,? REST", "Він [сказав] <буде дощ>"),
    ("CUE . REST", "Він [сказав]! <Буде дощ>"),
    # gaps
    ("CUE ~ : REST", "Він [сказав] учора вранці на площі: <буде дощ>"),
    ("CUE ~~ : REST", "Він [сказав], хоч і неохоче: <буде дощ>"),
    ("CUE NEAR : REST", "Він [сказав] учора вранці на площі: <буде дощ>"),
    ("CUE ~ : REST", "Він [сказав] газеті «Наш край»: <буде дощ>"),
    # word classes
    ("CUE , THAT REST", "Він [сказав], що <буде дощ>"),
    ("CUE THAT REST", "Він [сказав] про те, що <буде дощ>"),
    ("CUE THAT= REST", "Він [сказав] <що буде дощ>"),
    ("AS CUE REST", "Як [сказав] <він рано>"),
    ("START AS CUE , REST", "Як уже [сказано], <буде дощ>"),
    # content
    ("QUOTE ,? –? CUE", "«<Буде дощ>», – [сказав] він"),
    ("CUE : QUOTE", "Він [сказав]: “<Буде дощ>”"),
    ("LEAD , CUE", "<Буде дощ>, [сказав] він"),
    ("LEAD , CUE ~ , REST", "<Дощ>, [сказав] він, <буде>"),
    ("QLEAD – CUE", "– <Буде великий дощ> – [сказав] він"),
    ("QLEAD ,? – CUE ~ QREST", "– <Буде дощ>, – [сказав] він. – <І вітер теж>"),
    ("CUE ~ INF", "Він [закликав] <не палити траву>"),
    ("CUE ~ INF", "Він [закликав] <сусідів не палити траву>"),
    ("CUE OBJ:acc", "Він [заперечив] <свою вину в суді>"),
    ("CUE NP:acc AS REST", "Він [назвав] <зустріч> як <перемогу>"),
    ("START NP:acc ~ CUE", "<Свою вину> він [заперечив]"),
    # places
    ("START LEAD CUE", "<Він учора> [сказав]"),
    ("LEAD CUE END", "<Буде дощ> [сказав]."),
    ("LEAD , CUE ~ END", "<Буде дощ>, [сказав] він…"),
]
NO_MATCHES = [
    ("CUE : REST", "Він [сказав] буде дощ"),
    ("CUE , REST", "Він [сказав]; буде дощ"),
    ("CUE – REST", "Він [сказав]–промовив буде дощ"),
    ("CUE ~ : REST", "Він [сказав], неохоче: буде дощ"),
    ("CUE ~ : REST", "Він [сказав]. Потім: буде дощ"),
    ("CUE ~ : REST", "Він [сказав] – тихо: буде дощ"),
    ("CUE ~ : REST", "Він [сказав] «буде такий дощ, якого ще не було ніколи»: так"),
    ("CUE NEAR : REST", "Він [сказав] учора рано вранці на площі: буде дощ"),
    ("CUE ~ : REST", "Він [сказав] " + "дуже " * 25 + ": буде дощ"),
    ("CUE THAT REST", "Він [сказав] про це, що буде дощ"),
    ("CUE EMPTY REST", "Він [сказав] що буде дощ"),
    ("CUE UNKNOWN REST", "Він [сказав] що буде дощ"),
    ("CUE : QUOTE", "Він [сказав]: буде «Дощ»"),
    ("QUOTE CUE", "«Буде дощ» учора [сказав] він"),
    ("LEAD CUE", "[сказав] він"),
    ("CUE REST", "Він [сказав]"),
    ("QLEAD – CUE", "Буде великий дощ – [сказав] він"),
    ("QLEAD ,? – CUE ~ QREST", "– Буде дощ, – [сказав] він. І вітер теж"),
    ("CUE ~ INF", "Він [закликав] сусідів"),
    ("CUE OBJ:acc", "Він [заперечив] дощем"),
    ("CUE OBJ:dat", "Він [заперечив] дощ"),
    ("CUE NP:ins AS REST", "Він [назвав] зустріч як перемогу"),
    ("START CUE REST", "Він [сказав] дощ"),
    ("LEAD CUE END", "Буде дощ [сказав] він"),
    ("CUE", "Він [сказав] щось"),
]


@pytest.mark.parametrize(("notation", "marked"), MATCHES)
def test_what_fits_and_its_content(notation: str, marked: str) -> None:
    p, found = match(notation, marked)
    assert found is not None
    assert [said(p, *piece) for piece in found.content] == _PIECE.findall(marked)


@pytest.mark.parametrize(("notation", "marked"), NO_MATCHES)
def test_what_does_not_fit(notation: str, marked: str) -> None:
    assert match(notation, marked)[1] is None


def test_rest_stops_where_the_scope_says() -> None:
    p, found = match("CUE , THAT REST", "Він [сказав], що <буде дощ> і додав щось", rest="і")
    assert found is not None
    assert [said(p, *piece) for piece in found.content] == ["буде дощ"]
    assert match("CUE , THAT REST", "Він [сказав], що буде дощ", rest="що")[1] is None


@pytest.mark.parametrize(
    ("governed", "marked", "source"),
    [
        ("gen", "За [словами] лікарки, <буде дощ>", "лікарки"),
        ("gen", "За [словами] мера Полтави Івана Бука, <буде дощ>", "мера Полтави Івана Бука"),
        ("ins", "Згідно [з] прогнозом, <буде дощ>", "прогнозом"),
        ("ins", "За [словами] лікарки, буде дощ", None),
        (None, "За [словами] лікарки, буде дощ", None),
    ],
)
def test_the_source_stands_in_the_case_that_the_cue_governs(
    governed: str | None, marked: str, source: str | None
) -> None:
    p, found = match("CUE SRC , REST", marked, governed=governed)
    phrase = found.source if found else None
    assert (said(p, phrase.start, phrase.end) if phrase else None) == source
    if found:
        assert [said(p, *piece) for piece in found.content] == _PIECE.findall(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "За [словами] чиновника, близького до уряду, <буде дощ>",
        "За [словами] чиновниці, яка бачила лист, <буде дощ>",
        "За [словами] чиновника, <буде дощ>",
    ],
)
def test_what_is_said_of_the_source_behind_its_comma_is_not_the_content(marked: str) -> None:
    p, found = match("CUE SRC , REST", marked, governed="gen")
    content = _PIECE.search(marked)
    assert found
    assert content
    assert said(p, *found.content[0]) == content[1]


def test_a_pointer_has_its_content_elsewhere() -> None:
    _, found = match("START POINTER BACK ~ CUE", "Про це вчора [сказав] мер")
    assert found is not None
    assert found.back
    assert found.content == ()


def test_quotations_are_told_from_speech_without_marks() -> None:
    _, quoted = match("QUOTE ,? – CUE", "«<Буде дощ>», – [сказав] він")
    _, spoken = match("QLEAD ,? – CUE", "– <Буде дощ>, – [сказав] він")
    _, plain = match("LEAD , CUE", "<Буде дощ>, [сказав] він")
    assert quoted is not None
    assert quoted.quotes == (0,)
    assert spoken is not None
    assert spoken.quotes == (SPEECH,)
    assert plain is not None
    assert plain.quotes == ()


def test_one_matcher_gives_the_same_whatever_it_was_asked_before() -> None:
    p = passage("Він сказав: буде дощ. Вона сказала, що буде сніг.")
    matcher = Matcher(p, PhraseParser(p), Vocabulary(WORDS))
    colon = rule("colon", "CUE : REST", kinds="verb")
    that = rule("that", "CUE , THAT REST", kinds="verb")
    first, second = token(p, "сказав"), token(p, "сказала")
    one, two = Scope(*p.sentences[0], p.sentences[0][1]), Scope(*p.sentences[1], p.sentences[1][1])
    asked = [(colon, first, one), (that, second, two), (that, first, one), (colon, second, two)]

    def answers(order: list[int]) -> dict[int, bool]:
        return {
            k: matcher.match(asked[k][0], asked[k][1], asked[k][1] + 1, asked[k][2], None) is not None
            for k in order
        }

    expected = {0: True, 1: True, 2: False, 3: False}
    assert answers([0, 1, 2, 3]) == answers([3, 2, 1, 0]) == answers([2, 0, 3, 1]) == expected
