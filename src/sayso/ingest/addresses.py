"""Which network addresses may be fetched: public ones, checked before anything is sent."""

from __future__ import annotations

import ipaddress
import re
import socket

from ..errors import InputError, Refused

IP = ipaddress.IPv4Address | ipaddress.IPv6Address

_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+))*\.?", re.IGNORECASE)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_CGNAT = ipaddress.ip_network("100.64.0.0/10")
_HINT = "if you trust it, allow it with --allow-private"


def resolve(host: str, port: int, *, allow_private: bool) -> tuple[str, ...]:
    """Return the addresses of `host`, every one of them checked; connect to one of these and to no other.

    Raises Refused for a host written as an odd number (0x7f.1, 2130706433) and for one with any address
    that is not public, unless `allow_private`; InputError where the name is not known.
    """
    if not allow_private and _NUMERIC.fullmatch(host) and not _is_dotted_quad(host):
        raise Refused(f"{host} is an address in disguise", hint="write it as four numbers")
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"the host {host} is not known: {error}", hint="check the spelling") from None
    addresses = tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))
    for address in addresses:
        if not allow_private and not is_public(address):
            raise Refused(f"{host} leads to {address}, which is not a public address", hint=_HINT)
    return addresses


def is_public(address: str) -> bool:
    """Tell whether an address is reachable by everybody: not private, loopback, link-local, shared or
    multicast."""
    ip = _unwrapped(ipaddress.ip_address(address.partition("%")[0]))
    if ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback or ip.is_link_local:
        return False
    return ip.is_global and not (ip.version == 4 and ip in _CGNAT)


def _unwrapped(ip: IP) -> IP:
    """Return the IPv4 address that an IPv6 one carries (mapped, 6to4, Teredo, NAT64), which is where it
    leads."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    carried = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
    if carried is None and ip in _NAT64:
        carried = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return carried or ip


def _is_dotted_quad(host: str) -> bool:
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        return False
    return True
