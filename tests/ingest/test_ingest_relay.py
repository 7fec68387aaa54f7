"""A text names its own outlet only where that outlet refers to another."""

import pytest

from sayso.ingest import IngestOptions, document_from_text
from sayso.ingest.relay import relay_outlet


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Завод зупинився, повідомляє УНН з посиланням на Reuters. Причина невідома.", "UNN"),
        ('Завод зупинився, передає Цензор.НЕТ із посиланням на "Європейську правду".', "Censor.NET"),
        ("Завод остановился, передает УНН со ссылкой на Reuters.", "UNN"),
    ],
)
def test_own(text: str, name: str) -> None:
    outlet = relay_outlet(text)
    assert outlet is not None
    assert outlet.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Завод зупинився, повідомляє Reuters.",
        "Завод зупинився, пише РБК-Україна з посиланням на місцеві ЗМІ.",
        "Завод остановился, пишет «Интерфакс» со ссылкой на профсоюз.",
        "Завод зупинився, повідомляє Міністерство з посиланням на Reuters.",
        "",
    ],
)
def test_not_own(text: str) -> None:
    assert relay_outlet(text) is None


def test_an_outlet_given_by_the_caller_goes_first() -> None:
    text = "Завод зупинився, повідомляє УНН з посиланням на Reuters, і досі стоїть."
    assert document_from_text(text).outlet == "УНН"
    assert document_from_text(text, IngestOptions(outlet="Вісник")).outlet == "Вісник"
