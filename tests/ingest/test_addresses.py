"""Only public addresses may be fetched, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError, Refused
from sayso.ingest.addresses import is_public, resolve


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.215.14", "2606:4700:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"]
)
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "2001:db8::1",
    ],
)
def test_not_public(address: str) -> None:
    assert not is_public(address)


@given(
    st.ip_addresses(network="10.0.0.0/8")
    | st.ip_addresses(network="100.64.0.0/10")
    | st.ip_addresses(network="fc00::/7")
)
def test_no_address_of_a_private_network_is_public(address) -> None:
    assert not is_public(str(address))
    if address.version == 4:
        assert not is_public(f"::ffff:{address}")


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0x7f.0.0.1", "0", "134744072", "8.8.8.8."]
)
def test_disguised_numbers_are_refused(host: str) -> None:
    with pytest.raises(Refused):
        resolve(host, 80, allow_private=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_private_hosts_are_refused_unless_allowed(host: str) -> None:
    with pytest.raises(Refused, match="not a public address"):
        resolve(host, 80, allow_private=False)
    assert resolve("127.0.0.1", 80, allow_private=True) == ("127.0.0.1",)


def test_a_name_with_one_private_address_among_public_ones_is_refused(monkeypatch) -> None:
    answers = [(2, 1, 6, "", (ip, 80)) for ip in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_args, **_kwargs: answers)
    with pytest.raises(Refused, match=r"10\.0\.0\.1"):
        resolve("two.example", 80, allow_private=False)


def test_an_unknown_name(monkeypatch) -> None:
    def fail(*_args, **_kwargs):
        raise OSError("Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", fail)
    with pytest.raises(InputError, match="not known"):
        resolve("nowhere.example", 80, allow_private=False)
