"""Second routes for the generators of ratio, percentages, money, best buys, recipes, speed, wages, bills and scale."""

import re
from itertools import count

from sympy import Eq, Rational, Symbol, gcd, solve

from tests.proofs.proof import Proof
from tests.proofs.worth import exact, minutes, money

X = Symbol("x")


def solved(left, right):
    """The one value of x that makes both sides equal."""
    (value,) = solve(Eq(left, right), X)
    return value


def pounds(pence):
    """Pence, however they were found, in pounds."""
    return exact(pence) / 100


def shared(facts):
    """One part x, from what is known about the parts."""
    first, second = facts["first"], facts["second"]
    if facts["more"]:
        part = solved((second - first) * X, facts["more"])
        return Proof(pounds(first * part + second * part))
    return Proof(pounds(facts["asked"] * solved(first * X + second * X, facts["total"])))


def mixed(facts):
    part = solved(facts["given"] * X, facts["amount"])
    return Proof(facts["asked"] * part, unit=facts["unit"])


def in_lowest_terms(facts):
    factor = gcd(facts["first"], facts["second"])
    return Proof((facts["first"] / factor, facts["second"] / factor))


def on_the_map(facts):
    """Kilometres and centimetres grow together: the same times as many."""
    if facts["asked"] == "km":
        return Proof(solved(X / exact(facts["drawn"]), exact(facts["each"])), unit="km")
    return Proof(solved(X * exact(facts["each"]), exact(facts["real"])), unit="cm")


def journey(facts):
    """The same journey minute by minute."""
    if facts["asked"] == "speed":
        return Proof(Rational(facts["distance"], facts["minutes"]) * 60, unit=facts["unit"])
    if facts["asked"] == "distance":
        return Proof(Rational(facts["speed"], 60) * facts["minutes"], unit=facts["unit"])
    return Proof(facts["distance"] / Rational(facts["speed"], 60), unit="min", read=minutes)


def speed_of(text):
    """The miles or kilometres in a minute, from words such as 12 km in 1 hour 30 minutes."""
    distance, took = text.split(" in ")
    hours, minutes = (re.search(rf"(\d+) {unit}", took) for unit in ("hour", "minute"))
    spent = (int(hours[1]) * 60 if hours else 0) + (int(minutes[1]) if minutes else 0)
    return Rational(int(distance.split()[0]), spent)


def percent_of(facts):
    """By the hundredth part."""
    hundredth = Rational(facts["amount"], 100)
    parts = {"part": facts["percent"], "rest": 100 - facts["percent"], "more": 100 + facts["percent"]}
    return Proof(pounds(hundredth * parts[facts["kind"]]))


def up_or_down(facts):
    changed = solved(X - facts["amount"], facts["way"] * Rational(facts["percent"], 100) * facts["amount"])
    return Proof(pounds(changed))


def change(facts):
    spent = sum(price for price, times in zip(facts["prices"], facts["counts"], strict=True) for _ in range(times))
    return Proof(pounds(solved(spent + X, facts["paid"])))


def bought(facts):
    """One more and one more, until the money runs out."""
    return Proof(next(n for n in count() if facts["fixed"] + facts["price"] * (n + 1) > facts["budget"]), unit="")


def within(facts):
    """Each pair of prices added up as it stands in its option."""
    budget = pounds(facts["budget"])

    def affordable(text):
        return bool(sum(money(price) for price in re.findall(r"£[\d.]+|\d+p", text)) <= budget)

    return Proof(True, read=affordable)


def exchanged(facts):
    if "pounds" in facts:
        return Proof(sum([exact(facts["rate"])] * facts["pounds"]))
    return Proof(solved(X * exact(facts["rate"]), exact(facts["foreign"])))


def best_value(facts):
    """How much of it a pound buys: the most is the best."""

    def bought_for_a_pound(text):
        size, price = text.split(" for ")
        return Rational(re.sub(r"\D", "", size)) / money(price)

    most = max(Rational(100 * size, price) for size, price in facts["packs"])
    return Proof(most, read=bought_for_a_pound, descending=True)


def offered(facts):
    """At the till, one after the other: what each one in a group costs."""
    price, group, paid_for = exact(facts["price"]), facts["group"], exact(facts["paid_for"])
    saved = (group - paid_for) * price
    total = sum(price - (saved if n % group == 0 else 0) for n in range(1, facts["count"] + 1))
    if "other" in facts:
        return Proof(holds=bool(total < facts["other"]))
    return Proof(pounds(total))


def contract(facts):
    year = sum([facts["each"]] * facts["months"]) + facts["fee"]
    return Proof(pounds(year - facts["once"]))


def metered(facts):
    used = len(range(facts["before"], facts["after"]))
    return Proof(pounds(used * facts["price"]) if facts["price"] else used, unit="" if facts["price"] else "units")


def take_home(facts):
    kept = Rational(100 - facts["percent"], 100) * facts["gross"]
    return Proof(kept - facts["first"] - exact(facts["second"]))


SECOND = {
    "sharing": shared,
    "mixing": mixed,
    "simplest-ratio": in_lowest_terms,
    "recipe-for-more": lambda facts: Proof(
        solved(X / facts["amount"], Rational(facts["many"], facts["few"])), unit=facts["unit"]
    ),
    "batches": lambda facts: Proof(solved(X * facts["amount"], facts["stock"] * facts["few"])),
    "on-the-map": on_the_map,
    "scale-of-a-plan": lambda facts: Proof(
        (Rational(facts["drawn"], {"m": 100, "km": 100_000}[facts["unit"]]), facts["real"])
    ),
    "journey": journey,
    "arrival-by-speed": lambda facts: Proof(
        facts["start"] + facts["distance"] / Rational(facts["speed"], 60), unit="clock"
    ),
    "slowest-first": lambda facts: Proof(read=speed_of),
    "percent-of": percent_of,
    "percent-as": lambda facts: Proof(solved(X * facts["whole"], 100 * facts["some"]), unit="%"),
    "percent-change": lambda facts: Proof(abs(100 * exact(facts["new"]) / exact(facts["old"]) - 100), unit="%"),
    "percent-up-or-down": up_or_down,
    "percent-or-pounds": lambda facts: Proof(holds=facts["amount"] * facts["percent"] > 100 * facts["off"]),
    "change-due": change,
    "how-many-can-you-buy": bought,
    "within-budget": within,
    "exchange": exchanged,
    "best-value": best_value,
    "unit-price": lambda facts: Proof(pounds(solved(X * facts["size"], exact(facts["price"]) * facts["portion"]))),
    "special-offer": offered,
    "pay-by-the-hour": lambda facts: Proof(pounds(sum([Rational(facts["rate"], 2)] * (facts["minutes"] // 30)))),
    "shift-pay": lambda facts: Proof(
        pounds(Rational(facts["rate"], 60) * (len(range(facts["start"], facts["end"])) - facts["pause"]))
    ),
    "overtime": lambda facts: Proof(
        pounds(
            facts["rate"] * facts["hours"]
            + Rational(facts["rate"], 1 if facts["double"] else 2) * (facts["hours"] - facts["normal"])
        )
    ),
    "hours-to-earn": lambda facts: Proof(solved(facts["rate"] * X - facts["costs"], facts["price"]), unit="hours"),
    "take-home-pay": take_home,
    "monthly-and-yearly": lambda facts: Proof(
        pounds(sum([facts["given"]] * 12) if facts["to_year"] else solved(12 * X, facts["given"]))
    ),
    "left-after-bills": lambda facts: Proof(solved(X + sum(facts["bills"]), facts["income"])),
    "what-a-contract-costs": contract,
    "meter-reading": metered,
    "energy-bill": lambda facts: Proof(
        sum([pounds(facts["price"])] * facts["units"]) + sum([pounds(facts["standing"])] * facts["days"])
    ),
    "which-is-cheaper": lambda facts: Proof(holds=facts["flat"] < sum([facts["each"]] * facts["count"])),
}
