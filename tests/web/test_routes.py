"""Every address, and who may open it."""

import re
from typing import NamedTuple

import pytest

from tests.web.house import Browser, House
from tests.web.pages import Page

SIGN_IN = "→ /host/sign-in"
WHO = ("nobody", "student", "host", "other host", "organiser")


class Row(NamedTuple):
    """What each visitor gets: a status, or `→` where they are sent to. Names in braces are filled in."""

    nobody: str
    student: str
    host: str
    other_host: str
    organiser: str
    address: str
    fields: dict[str, str]


def anybody(outcome: str, address: str, **fields: str) -> Row:
    return Row(*[outcome] * 5, address, fields)


def students(outcome: str, *, others: str, address: str, **fields: str) -> Row:
    return Row(others, outcome, others, others, others, address, fields)


def staff(outcome: str, address: str, **fields: str) -> Row:
    return Row(SIGN_IN, SIGN_IN, outcome, outcome, outcome, address, fields)


def its_hosts(outcome: str, page: str = "", **fields: str) -> Row:
    return Row(SIGN_IN, SIGN_IN, outcome, "403", outcome, f"/host/sittings/{{here}}{page}", fields)


QUESTION = "/host/questions/half"
SITTING = "/host/sittings/<int:sitting_id>"
TABLE = {
    "GET /": anybody("200", "/"),
    "GET /health": anybody("200", "/health"),
    "GET /static/<version>/<path:filename>": anybody("200", "/static/now/tokens.css"),
    "GET /join": anybody("200", "/join"),
    "POST /join": anybody("→ /join/{code}", "/join", code="{code}"),
    "GET /join/<code>": students("→ /play", others="200", address="/join/{code}"),
    "POST /join/<code>": anybody("→ /play", "/join/{code}", name="Pi Hards"),
    "GET /t/<code>": anybody("200", "/t/{team}"),
    "POST /t/<code>": anybody("→ /play", "/t/{team}"),
    "GET /play": students("200", others="→ /join", address="/play"),
    "POST /play/answer": students("409", others="403", address="/play/answer"),
    "POST /play/leave": anybody("→ /join", "/play/leave"),
    "GET /practice": anybody("200", "/practice"),
    "GET /practice/<level>": anybody("200", "/practice/funkies"),
    "GET /practice/<level>/questions": anybody("404", "/practice/funkies/questions?seed=7"),
    "POST /practice/answer": anybody("404", "/practice/answer"),
    "POST /practice/reading": anybody("404", "/practice/reading"),
    "GET /screen/<key>": anybody("200", "/screen/{screen}"),
    "GET /host/sign-in": anybody("401", "/host/sign-in"),
    "GET /host/sign-in/<token>": anybody("200", "/host/sign-in/whatever"),
    "POST /host/sign-in/<token>": anybody("410", "/host/sign-in/whatever"),
    "POST /host/sign-out": anybody("→ /", "/host/sign-out"),
    "GET /host": staff("200", "/host"),
    "POST /host/link": staff("200", "/host/link"),
    "GET /host/quizzes": staff("200", "/host/quizzes"),
    "POST /host/quizzes": staff("422", "/host/quizzes", title=""),
    "GET /host/quizzes/<slug>": staff("200", "/host/quizzes/quiz"),
    "POST /host/quizzes/<slug>": staff("409", "/host/quizzes/quiz", do="dance"),
    "GET /host/quizzes/import": staff("200", "/host/quizzes/import"),
    "POST /host/quizzes/import": staff("422", "/host/quizzes/import"),
    "POST /host/quizzes/import/keep": staff("422", "/host/quizzes/import/keep", draft="forged"),
    "GET /host/quizzes/import/example.<any(csv, xlsx):kind>": staff("200", "/host/quizzes/import/example.csv"),
    "GET /host/quizzes/<slug>/export": staff("200", "/host/quizzes/quiz/export"),
    "GET /host/quizzes/<slug>/export/<any(csv, xlsx, kahoot, gift, moodle, aiken):format_>": staff(
        "404", "/host/quizzes/quiz/export/csv"
    ),
    "GET /host/bank": staff("200", "/host/bank"),
    "POST /host/bank/reserve": Row(SIGN_IN, SIGN_IN, "403", "403", "→ /host/bank", "/host/bank/reserve", {}),
    "GET /host/questions/<question_id>": staff("200", f"{QUESTION}?quiz=quiz"),
    "GET /host/questions/<question_id>/<any(phone, screen):where>": staff("200", f"{QUESTION}/phone?quiz=quiz"),
    "POST /host/questions/<question_id>/try": staff("422", f"{QUESTION}/try?quiz=quiz"),
    "POST /host/questions/<question_id>/reading": staff("422", f"{QUESTION}/reading?quiz=quiz"),
    "GET /host/own": staff("200", "/host/own"),
    "POST /host/own": staff("422", "/host/own"),
    "GET /host/own/<question_id>": staff("404", "/host/own/own-1"),
    "POST /host/own/<question_id>": staff("422", "/host/own/own-1"),
    "POST /host/own/preview": staff("200", "/host/own/preview"),
    "POST /host/own/preview/try": staff("422", "/host/own/preview/try"),
    "POST /host/own/preview/reading": staff("422", "/host/own/preview/reading"),
    "GET /host/tarsia": staff("200", "/host/tarsia"),
    "GET /host/tarsia/<slug>": staff("404", "/host/tarsia/none"),
    "POST /host/tarsia/<slug>": staff("404", "/host/tarsia/none"),
    "POST /host/sittings": staff("→ /host/sittings/…", "/host/sittings", name="Maths 3", quiz="quiz"),
    f"GET {SITTING}": its_hosts("200"),
    f"GET {SITTING}/teams": its_hosts("200", "/teams"),
    f"POST {SITTING}/teams": its_hosts("200", "/teams", pasted="Acute Angles"),
    f"GET {SITTING}/cards": its_hosts("200", "/cards"),
    f"GET {SITTING}/results": its_hosts("200", "/results"),
    f"GET {SITTING}/results.csv": its_hosts("200", "/results.csv"),
    f"GET {SITTING}/results.xlsx": its_hosts("200", "/results.xlsx"),
    f"GET {SITTING}/questions.csv": its_hosts("200", "/questions.csv"),
    f"GET {SITTING}/questions.xlsx": its_hosts("200", "/questions.xlsx"),
}


def test_every_route_has_a_row_in_the_table(house: House) -> None:
    routes = {
        f"{method} {rule.rule}"
        for rule in house.app.flask.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }

    assert routes == set(TABLE)


@pytest.mark.parametrize("who", WHO)
def test_everybody_may_open_what_is_theirs_and_nothing_else(house: House, who: str) -> None:
    names = names_of(house)
    got, due = {}, {}

    for route, row in TABLE.items():
        browser = visitor(house, who)
        got[route] = outcome(browser, route, row, names)
        due[route] = row[WHO.index(who)].format_map(names)

    assert got == due


def test_a_form_from_nowhere_is_refused_in_plain_words(house: House) -> None:
    browser, names = visitor(house, "organiser"), names_of(house)

    for route, row in TABLE.items():
        if route.startswith("POST"):
            reply = browser.client.post(row.address.format_map(names), data=row.fields)

            assert reply.status_code == 400, route
            assert "We couldn't be sure the form came from you." in Page(reply.text).text, route


def test_a_sitting_that_is_not_there_is_not_found(house: House) -> None:
    host, pages = house.organisers_browser(), ("", "/teams", "/cards", "/results", "/results.csv", "/questions.xlsx")

    for sitting in (99, 0, 2**31, 10**30):
        replies = [host.get(f"/host/sittings/{sitting}{page}") for page in pages]

        assert {reply.status_code for reply in replies} == {404}, sitting
        assert all("We can't find that page" in Page(reply.text).text for reply in replies), sitting


def test_no_page_of_a_neighbour_tells_even_its_name(house: House) -> None:
    secret = house.sitting(name="Secret class")
    teacher = house.host_of(house.here)

    pages = [teacher.get(f"/host/sittings/{secret.id}{page}") for page in ("", "/teams", "/cards", "/results")]

    assert {page.status_code for page in pages} == {403}
    assert not any("Secret class" in page.text for page in [*pages, teacher.get("/host")])


def test_a_slash_too_many_is_forgiven(house: House) -> None:
    browser = house.organisers_browser()

    statuses = [
        browser.get(address).status_code for address in ("/host/", "/join/", f"/host/sittings/{house.here.id}/")
    ]

    assert statuses == [200, 200, 200]


def names_of(house: House) -> dict[str, str]:
    here = house.here
    team = house.team_code(here)
    return {"here": str(here.id), "code": here.code, "team": team, "screen": here.screen_key}


def visitor(house: House, who: str) -> Browser:
    match who:
        case "student":
            return house.phone(house.here, name=f"Team {len(house.teams(house.here))} of Us")
        case "host":
            return house.host_of(house.here)
        case "other host":
            return house.host_of(house.sitting(name="Next door"))
        case "organiser":
            return house.organisers_browser()
        case _:
            return house.browser()


def outcome(browser: Browser, route: str, row: Row, names: dict[str, str]) -> str:
    address = row.address.format_map(names)
    if route.startswith("GET"):
        reply = browser.get(address)
    else:
        reply = browser.post(address, **{name: value.format_map(names) for name, value in row.fields.items()})
    reply.close()
    return "→ " + re.sub(r"/\d+$", "/…", reply.location or "") if reply.status_code == 302 else str(reply.status_code)
