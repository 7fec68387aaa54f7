"""Ukrainian and Russian names in Latin letters."""

import pytest

from sayso.gazetteer.latin import in_latin


@pytest.mark.parametrize(
    ("name", "lang", "latin"),
    [
        ("Згурський", "uk", "Zghurskyi"),  # the examples of the resolution's own table
        ("Єнакієве", "uk", "Yenakiieve"),
        ("Їжакевич", "uk", "Yizhakevych"),
        ("Йосипівка", "uk", "Yosypivka"),
        ("Короп’є", "uk", "Koropie"),
        ("Гоща", "uk", "Hoshcha"),
        ("Юрій Хмельницький", "uk", "Yurii Khmelnytskyi"),
        ("Сергей Лавров", "ru", "Sergey Lavrov"),
        ("Дмитрий Песков", "ru", "Dmitry Peskov"),
        ("Елена Ельцова", "ru", "Yelena Yeltsova"),
        ("Юрьев", "ru", "Yuryev"),
        ("ГУР", "uk", "HUR"),
        ("John Kirby", "uk", "John Kirby"),
        ("Марк Рютте", "pl", "Марк Рютте"),
    ],
)
def test_names(name: str, lang: str, latin: str) -> None:
    assert in_latin(name, lang) == latin
