"""How a simulated phone gets in: the same pages, forms and cookies as a real one's."""

import html
import re
from collections.abc import Callable, Iterable
from http import HTTPStatus

import requests

from challenge.cli.trouble import Trouble
from challenge.web.doorkeeper import TOO_MANY_AT_ONCE, TOO_MANY_JOINS, TOO_MANY_WRONG

PASS_COOKIE = "pass"  # noqa: S105 - its name, not its value; a phone knows it from outside, and so do we
PATIENCE_SECONDS = 20
AGAIN_SECONDS = 2.5
MOST_TRIES = 40

_CSRF = re.compile(r'name="csrf_token" value="([^"]+)"')
_FORM_PROBLEM = re.compile(r'class="note alert" role="alert"><span>(.*?)</span>', re.DOTALL)
_FIELD_PROBLEM = re.compile(r'id="(\w+)-problem"><span>(.*?)</span>', re.DOTALL)
_WAIT = {refusal.message for refusal in (TOO_MANY_JOINS, TOO_MANY_AT_ONCE, TOO_MANY_WRONG)}


class ShutOutError(Exception):
    """A team may not come in; the text is the server's."""


def browser() -> requests.Session:
    """A browser with an empty jar of cookies. It goes straight to the server, past any proxy."""
    session = requests.Session()
    session.trust_env = False
    return session


def look_in(server: str, code: str) -> None:
    """See whether teams can come in. Raises Trouble that says what is in the way."""
    with browser() as phone:
        try:
            answer = phone.get(f"{server}/join/{code}", timeout=PATIENCE_SECONDS)
        except (requests.RequestException, ValueError) as error:
            raise Trouble(
                f"There is no server at {server}. Start one with: python3 run.py\n"
                "If it runs elsewhere, name its address with --server."
            ) from error
    if "fe maths challenge" not in answer.text.lower():
        raise Trouble(f"What answers at {server} is not this program. Name the right address with --server.")
    if answer.status_code == HTTPStatus.NOT_FOUND:
        raise Trouble(
            f"No round has the code {code}. The start prints the code, and the host's console shows it: "
            "six letters and numbers."
        )
    if not answer.ok or 'name="name"' not in answer.text:
        raise Trouble(f"Simulated teams can't come in: {_problem(answer.text)}{_remedy(answer.text)}")


def come_in(
    server: str, code: str, names: Iterable[str], *, first_names: tuple[str, str], wait: Callable[[float], None]
) -> str:
    """Make a team with the first of `names` that is free; return the secret of its phone.

    wait: how to let some seconds pass. Raises ShutOutError.
    """
    choices = iter(names)
    name = next(choices)
    with browser() as phone:
        for _ in range(MOST_TRIES):
            answer = _post(phone, f"{server}/join/{code}", name=name, first_names=first_names)
            if answer is None or answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                wait(AGAIN_SECONDS)
                continue
            if secret := answer.cookies.get(PASS_COOKIE):
                return str(secret)
            problem = _problem(answer.text)
            if any(field == "name" for field, _ in _FIELD_PROBLEM.findall(answer.text)):
                name = next(choices, name + " 2")
            elif answer.status_code == HTTPStatus.TOO_MANY_REQUESTS or problem in _WAIT:
                wait(AGAIN_SECONDS)
            else:
                raise ShutOutError(problem)
    raise ShutOutError("The server did not let this team in, however often it asked.")


def sign_in(server: str, link: str) -> requests.Session:
    """Use the host's one-time link; the browser that is signed in now. Raises Trouble."""
    path = re.search(r"/host/sign-in/[\w-]+", link)
    if path is None:
        raise Trouble("--host-link is the address that the start prints beside “Host a round”: …/host/sign-in/…")
    session = browser()
    try:
        page = session.get(server + path[0], timeout=PATIENCE_SECONDS)
        answer = session.post(server + path[0], data=_csrf(page.text), timeout=PATIENCE_SECONDS, allow_redirects=False)
    except requests.RequestException as error:
        raise Trouble(f"The host could not sign in at {server}: the server did not answer.") from error
    if not answer.is_redirect:
        raise Trouble("This host's link was used already or is too old. Each start of the program prints a new one.")
    return session


def _post(
    phone: requests.Session, address: str, *, name: str, first_names: tuple[str, str]
) -> requests.Response | None:
    """Fill in the form and press the button; None when the server did not answer."""
    try:
        page = phone.get(address, timeout=PATIENCE_SECONDS)
        if not _csrf(page.text) or 'name="name"' not in page.text:
            return page
        filled = {"name": name, "first_name_1": first_names[0], "first_name_2": first_names[1]}
        return phone.post(address, data={**_csrf(page.text), **filled}, timeout=PATIENCE_SECONDS, allow_redirects=False)
    except requests.RequestException:
        return None


def _csrf(page: str) -> dict[str, str]:
    found = _CSRF.search(page)
    return {"csrf_token": found[1]} if found else {}


def _problem(page: str) -> str:
    """What a page says is wrong."""
    found = _FORM_PROBLEM.search(page)
    said = found[1] if found else next((text for _, text in _FIELD_PROBLEM.findall(page)), "")
    return html.unescape(said).strip() or "the server gave no reason."


def _remedy(page: str) -> str:
    """What the person at this keyboard can do, beyond what a student is told."""
    said = _problem(page)
    if "listed teams" in said:
        return "\nThey need a round that is open to everybody: start one from the host's page."
    if "door is locked" in said:
        return "\nUnlock it on the host's console."
    return ""
