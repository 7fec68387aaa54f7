import runpy
from importlib.resources import files
from pathlib import Path

import lingotweaker_data_uk
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.languages import load
from sayso.languages.likely import LikelyLemmas, RareReadings
from sayso.text.grammemes import NAMES, Gram, read_tags
from sayso.text.morphology import Analysis

FOLDER = files("sayso.languages.uk")
DICTIONARIES = Path(lingotweaker_data_uk.DATA_DIR) / "uk" / "dictionaries"
WITHOUT_MEANING = """
actv comps compb coord def dem dimin emph foreign gen ind insert latin neg noninfl np ns nv onomat
refl rev short subord uncontr v-u xp1 xp2 xp3
"""


def morphology():
    return load("uk").morphology


def grams(names):
    return sum(int(NAMES[name]) for name in names.split())


def test_every_part_of_a_tag_is_mapped_or_known_to_carry_nothing():
    found = set()
    for name in ("ukrainian_tags.txt", "ukrainian_synth.dict_tags.txt"):
        for tag in (DICTIONARIES / name).read_text(encoding="utf-8").split():
            found.update(tag.split(":"))
    assert found - set(read_tags(FOLDER / "tags.tsv")) == found & set(WITHOUT_MEANING.split())
    assert len(found) > 60


@pytest.mark.parametrize(
    ("word", "lemma", "names"),
    [
        ("міністром", "міністр", "noun ins masc sing anim"),
        ("озера", "озеро", "noun nom plur inan"),
        ("озера", "озеро", "noun gen neut sing inan"),
        ("дітям", "дитина", "noun dat plur anim"),
        ("Львові", "Львів", "noun loc sing prop geo"),
        ("Шевченкові", "Шевченко", "noun dat masc sing anim prop lname"),
        ("Оксаною", "Оксана", "noun ins fem sing prop fname"),
        ("Іванівну", "Іванівна", "noun acc fem sing prop patr"),
        ("ДСНС", "ДСНС", "noun abbr"),
        ("синьої", "синій", "adj gen fem sing"),
        ("знищений", "знищений", "adj partcp pass nom masc sing"),
        ("знищено", "знищити", "verb impers"),
        ("сказала", "сказати", "verb past fem sing perf"),
        ("кажуть", "казати", "verb pres p3 plur imperf"),
        ("поїдемо", "поїхати", "verb fut p1 plur"),
        ("поїдьте", "поїхати", "verb imper p2 plur"),
        ("читати", "читати", "verb inf"),
        ("додавши", "додати", "gerund perf"),
        ("кажучи", "казати", "gerund imperf"),
        ("можна", "можна", "predic"),
        ("швидше", "швидше", "adv compar"),
        ("він", "він", "pron personal p3 masc sing nom"),
        ("неї", "вона", "pron personal p3 fem sing gen"),
        ("їм", "вони", "pron personal p3 plur dat"),
        ("мною", "я", "pron personal p1 sing ins"),
        ("вас", "ви", "pron personal p2 plur gen"),
        ("якою", "який", "pron rel ins fem sing"),
        ("хто", "хто", "pron rel nom"),
        ("їхній", "їхній", "pron poss nom masc"),
        ("його", "його", "pron poss"),
        ("його", "він", "pron personal gen"),
        ("п’ять", "п'ять", "num nom"),
        ("але", "але", "conj"),
        ("під", "під", "prep"),
        ("лише", "лише", "part"),
        ("УКРАЇНИ", "Україна", "noun gen fem sing prop geo"),
        ("МІНІСТЕРСТВА", "міністерство", "noun gen neut sing"),
        # not in the dictionary as a whole
        ("держави-члена", "держава-член", "noun gen fem sing"),
        ("вебінар-презентації", "вебінар-презентація", "noun gen fem sing"),
        ("Коваленка-Гайдука", "Коваленко-Гайдук", "noun lname gen masc sing"),
        # not in the dictionary at all
        ("Фурцмаєром", "Фурцмаєр", "noun lname ins masc sing"),
        ("безпілотникоманії", "безпілотникоманія", "noun gen fem sing"),
    ],
)
def test_a_reading_is_found(word, lemma, names):
    wanted = grams(names)
    assert any(r.lemma == lemma and r.grams & wanted == wanted for r in morphology().analyse(word))


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("слова", "слово"),
        ("стали", "стати"),
        ("має", "мати"),
        ("коли", "коли"),
        ("вона", "вона"),
        ("Вона", "вона"),
        ("рік", "рік"),
        ("Усі", "увесь"),
        ("їх", "вони"),
        ("Віра", "Віра"),
        ("та", "та"),
        ("за", "за"),
        ("дані", "дані"),
        ("уряду", "уряд"),
        ("Президента", "президент"),
        ("Росії", "Росія"),
        ("тварюкоподібного", "тварюкоподібний"),
        ("Google", "google"),
        ("qwxz", "qwxz"),
    ],
)
def test_the_likeliest_lemma(word, lemma):
    assert morphology().lemma(word) == lemma


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("Бородін", "gerund"),
        ("слово", "verb"),
        ("вона", "gen"),
        ("міністр", "fem"),
        ("сказала", "masc"),
        ("будинок", "anim"),
    ],
)
def test_a_reading_that_must_not_be_there(word, names):
    wanted = grams(names)
    assert not any(r.grams & wanted == wanted for r in morphology().analyse(word))


@pytest.mark.parametrize("word", ["", "-", "1", "NATO", "-ий", "слово-", "😀"])
def test_what_is_no_word_has_no_reading(word):
    assert morphology().analyse(word) == ()


@pytest.mark.parametrize("word", ["Монтедуро", "Лейтсо"])
def test_nobody_is_guessed_to_be_called_only(word):
    assert morphology().analyse(word) == ()


@pytest.mark.parametrize("word", ["Іване", "Кварцолюбенко", "Бурмотайкою"])
def test_what_the_dictionary_knows_or_other_cases_have_stays(word):
    assert morphology().analyse(word)


def test_a_lower_case_word_is_never_guessed_to_be_a_name():
    for word in ("кварцолюб", "бурмотайкою", "пустопорожненко"):
        assert not any(r.grams & Gram.LNAME for r in morphology().analyse(word))


@pytest.mark.parametrize(
    ("word", "lemma", "names", "form"),
    [
        ("розвідки", "розвідка", "nom sing", "розвідка"),
        ("України", "Україна", "ins", "Україною"),
        ("Українського", "український", "nom fem", "українська"),
        ("Шевченко", "Шевченко", "gen masc", "Шевченка"),
        ("країни-агресора", "країна-агресор", "ins sing", "країною-агресором"),
        ("онлайн-зустрічі", "онлайн-зустріч", "nom sing", "онлайн-зустріч"),
        ("сказав", "сказати", "past fem", "сказала"),
        ("Фурцмаєром", "Фурцмаєр", "gen sing", "Фурцмаєра"),
        ("міністр", "міністр", "verb", None),
    ],
)
def test_inflect(word, lemma, names, form):
    assert morphology().inflect(word, lemma, grams(names)) == form


def test_rare_readings_are_read_from_lines_of_patterns(tmp_path):
    path = tmp_path / "rare.txt"
    path.write_text("# a comment\nкраю краяти verb:.*:s:1\nроди родити verb:a|рід\n", encoding="utf-8")
    rare = RareReadings(path)
    verb, other = rare("краю"), rare("роди")
    assert verb is not None
    assert verb("краяти", "verb:pres:s:1")
    assert not verb("край", "noun")
    assert not verb("краяти", "verb:pres:s:2")
    assert other is not None
    assert other("рід", "anything")
    assert other("родити", "verb:a")
    assert rare("родах") is None


def test_likely_lemmas_are_read_from_lines_of_forms(tmp_path):
    path = tmp_path / "lemmas.txt"
    path.write_text("# a comment\nлист\tлиста листу\nмати\tмати\n", encoding="utf-8")
    likely = LikelyLemmas(path)
    readings = (Analysis("листа", int(Gram.NOUN)), Analysis("лист", int(Gram.NOUN)))
    assert likely("листа", readings) == "лист"
    assert likely("Листа", readings) == "лист"
    assert likely("листа", readings[:1]) is None  # a lemma that the dictionary does not give is none
    assert likely("листом", readings) is None


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("року", "рік"),
        ("стали", "стати"),
        ("всіх", "весь"),
        ("йому", "він"),
        ("разом", "разом"),
        ("Року", "рік"),
    ],
)
def test_the_likely_lemma_of_an_ambiguous_form(word, lemma):
    assert morphology().lemma(word) == lemma


@pytest.mark.slow
def test_the_list_of_likely_lemmas_is_what_its_script_writes():
    pytest.importorskip("simplemma", reason="simplemma is not installed")
    script = Path(__file__).parents[2] / "scripts" / "write-lemmas"
    made = runpy.run_path(str(script))
    assert (FOLDER / "lemmas.txt").read_text(encoding="utf-8") == made["text"]("uk")


def test_answers_are_the_same_object_the_second_time():
    assert morphology().analyse("слово") is morphology().analyse("слово")


@settings(deadline=None)  # the guesser is loaded by one of the first words
@given(st.text(max_size=12) | st.text("абвїйьА-'’", max_size=12))
def test_any_text_can_be_asked_about(word):
    readings = morphology().analyse(word)
    assert readings == tuple(dict.fromkeys(readings))
    assert all(reading.lemma and reading.grams for reading in readings)
    assert isinstance(morphology().lemma(word), str)
    for reading in readings[:2]:
        morphology().inflect(word, reading.lemma, int(Gram.GEN))
