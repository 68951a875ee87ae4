"""Buckets: a burst, then a steady rate, one for each client, and no more clients than fit."""

from bot.web.limits import CLIENTS, Limiter, Rate, network_of


class Clock:
    """Time that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_passes_and_then_a_steady_rate() -> None:
    clock = Clock()
    limiter, rate = Limiter(clock), Rate(burst=3, each_second=0.5)
    assert [limiter.wait("1.2.3.4", rate) for _ in range(4)] == [0, 0, 0, 2]
    clock.now += 1.9
    assert limiter.wait("1.2.3.4", rate) == 1
    clock.now += 0.1
    assert [limiter.wait("1.2.3.4", rate) for _ in range(2)] == [0, 2]


def test_the_wait_that_is_named_is_long_enough() -> None:
    clock = Clock()
    limiter, rate = Limiter(clock), Rate(burst=1, each_second=0.3)
    limiter.wait("1.2.3.4", rate)
    clock.now += limiter.wait("1.2.3.4", rate)
    assert limiter.wait("1.2.3.4", rate) == 0


def test_what_costs_more_counts_more_but_is_never_refused_for_ever() -> None:
    clock = Clock()
    limiter, rate = Limiter(clock), Rate(burst=3, each_second=1)
    assert limiter.wait("1.2.3.4", rate, cost=10) == 0
    assert limiter.wait("1.2.3.4", rate) == 8
    clock.now += 8
    assert limiter.wait("1.2.3.4", rate, cost=10) == 0


def test_clients_and_sorts_of_request_do_not_share() -> None:
    limiter, rate, other = Limiter(Clock()), Rate(1, 1), Rate(2, 1)
    assert limiter.wait("1.2.3.4", rate) == limiter.wait("1.2.3.5", rate) == limiter.wait("1.2.3.4", other) == 0
    assert limiter.wait("1.2.3.4", rate) > 0


def test_a_subscriber_of_ipv6_is_one_client() -> None:
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff") == "2001:db8::/64"
    assert network_of("::ffff:1.2.3.4") == "1.2.3.4"
    assert network_of("") == ""


def test_memory_is_bounded() -> None:
    limiter, rate = Limiter(Clock()), Rate(1, 1)
    for number in range(CLIENTS + 10):
        limiter.wait(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}", rate)
    assert len(limiter._buckets) == CLIENTS
    assert limiter.wait("10.0.0.0", rate) == 0
