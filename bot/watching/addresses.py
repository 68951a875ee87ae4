"""Who may be spoken to: listed hosts under public addresses, and nobody else, whatever a page or a name server says."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

from bot.errors import FetchError

_PORTS = {"http": 80, "https": 443}
_NAT64 = IPv6Network("64:ff9b::/96")
MOST_ADDRESSES = 3
"""So many addresses of one host are tried."""

Address = IPv4Address | IPv6Address
Lookup = Callable[[str, int], Awaitable[list[str]]]
"""A host's addresses, as the name server gives them; raises OSError."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Hosts that may be spoken to, as `host` (ports 80 and 443) or `host:port`; `loopback` is for tests alone."""

    hosts: frozenset[str]
    loopback: bool = False

    def checked(self, url: str | httpx.URL) -> httpx.URL:
        """The address, if it may be fetched. Raises FetchError for good where it may not."""
        try:
            parsed = httpx.URL(url)
            host = parsed.raw_host.decode("ascii").lower()
        except (httpx.InvalidURL, ValueError) as error:
            raise FetchError(str(url), "不是网址") from error
        if parsed.scheme not in _PORTS:
            raise FetchError(str(url), "只取 http:// 和 https:// 的网址")
        if parsed.userinfo:
            raise FetchError(str(url), "网址里不能带用户名和密码")
        usual = parsed.port in (None, *_PORTS.values())
        if f"{host}:{port_of(parsed)}" not in self.hosts and not (usual and host in self.hosts):
            raise FetchError(str(url), f"主机“{host}”不在 hosts 名单里")
        return parsed.copy_with(fragment=None)

    def may_connect(self, address: Address) -> bool:
        """Whether an address is one of the open internet, or of this machine where that is allowed."""
        inner = _embedded(address)
        if self.loopback and inner.is_loopback:
            return True
        return inner.is_global and not inner.is_multicast and not inner.is_reserved

    async def addresses(self, url: httpx.URL, lookup: Lookup) -> list[str]:
        """Where to connect for a checked address. A name that also stands for a place inside is refused altogether.

        The name is asked for once; whoever connects must use these and ask no more, or the answer might be another one.
        """
        host = url.raw_host.decode("ascii").strip("[]")
        try:
            found = [str(ip_address(host))]
        except ValueError:
            try:
                found = await lookup(host, port_of(url))
            except OSError as error:
                raise FetchError(str(url), f"找不到主机“{host}”", final=False) from error
        for each in found:
            if not self.may_connect(ip_address(each.partition("%")[0])):
                raise FetchError(str(url), f"主机“{host}”的地址 {each} 不是公网地址")
        if not found:
            raise FetchError(str(url), f"找不到主机“{host}”", final=False)
        return list(dict.fromkeys(found))[:MOST_ADDRESSES]


def port_of(url: httpx.URL) -> int:
    """The port that an address means."""
    return url.port or _PORTS[url.scheme]


async def lookup(host: str, port: int) -> list[str]:
    """A host's addresses, as this machine's resolver gives them."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(each[4][0]) for each in found]


def _embedded(address: Address) -> Address:
    """The IPv4 address that an IPv6 one leads to, if it does."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address
