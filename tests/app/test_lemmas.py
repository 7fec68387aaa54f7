from __future__ import annotations

import fakes
import pytest

from sayso.app.lemmas import lemmas_of, statement_lemmas, terms_of

MORPHOLOGY = fakes.FakeMorphology()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("«…» — !", ""),
        ("Снігом замело 12 доріг.", "сніг замело 12 доріг"),
        ("п’ять пʼять п'ять", "п'ять п'ять п'ять"),
        ("за\u0301мок", "замок"),
    ],
)
def test_lemmas(text, expected):
    assert lemmas_of(text, MORPHOLOGY) == expected


def test_without_a_morphology_words_stand_for_themselves():
    assert lemmas_of("Снігом ЗАМЕЛО", None) == "снігом замело"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ()),
        ("—", ()),
        ("снігами", (("снігами", "сніг"),)),
        ("у снігу", (("снігу", "сніг"),)),
        ("у", (("у",),)),
        ("Стали Снігом", (("стали", "стати", "сталь"), ("снігом", "сніг"))),
    ],
)
def test_terms(words, expected):
    assert terms_of(words, [MORPHOLOGY]) == expected


def test_terms_without_any_language():
    assert terms_of("Снігами", []) == (("снігами",),)


def test_a_statement_is_found_by_name_text_and_role():
    document = next(
        iter(fakes.extract(fakes.Document.capture("Морозом: снігами", lang="uk"), fakes.load("uk")))
    )
    lemmas = statement_lemmas(document, MORPHOLOGY)
    assert (lemmas.content, lemmas.source) == ("сніг", "мороз")
