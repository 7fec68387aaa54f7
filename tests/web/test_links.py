"""Addresses of pages: whatever a name holds, it stays a name."""

import pytest

from sayso.web import links


def test_names_are_quoted() -> None:
    assert links.document("a/b ?&#", "x") == "/document?id=a%2Fb+%3F%26%23#s-x"
    assert links.source("НАТО & Co") == "/source?name=%D0%9D%D0%90%D0%A2%D0%9E+%26+Co"
    assert links.claim("c-1/2") == "/claim/c-1%2F2"


def test_a_passage_is_found_by_its_words() -> None:
    assert links.passage("d", "s", "one-two three").endswith("#s-s:~:text=one%2Dtwo%20three")
    assert links.passage("d", "s", " ".join(map(str, range(40)))).endswith(
        "text=0%201%202%203%204%205%206%207,32%2033%2034%2035%2036%2037%2038%2039"
    )


def test_parameters_are_changed() -> None:
    assert links.changed("/story?a=1&b=2", b=3, c=None) == "/story?a=1&b=3"
    assert links.changed("/story?a=1&b=2", a=None) == "/story?b=2"


@pytest.mark.parametrize(
    "address", [None, "", "https://x.example", "//x.example", "/\\x.example", "/a\nb", "/\\/x"]
)
def test_one_never_goes_on_to_others(address: str | None) -> None:
    assert links.own(address) == "/"


def test_one_goes_on_to_pages_of_ours() -> None:
    assert links.own("/claim/c-1?on=2024-10-28") == "/claim/c-1?on=2024-10-28"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", " https://x", "ftp://x", None, ""]
)
def test_only_web_addresses_are_linked_to(address: str | None) -> None:
    assert links.web(address) is None


def test_web_addresses_are_linked_to() -> None:
    assert links.web("https://x.example/a") == "https://x.example/a"
