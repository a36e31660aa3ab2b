"""A teacher sends a file with two bad rows, takes the good ones, and gets the same questions out again."""

import pytest
from playwright.sync_api import expect

from challenge.catalogue.formats import read
from tests.browser import preparing
from tests.browser.audit import faults

pytestmark = pytest.mark.needs_browser

HEADINGS = "topic,type,calculator,seconds,text,A,B,key,trick"
GOOD = [
    "Fractions,choice,no,60,What is $1/2 + 1/4$?,$3/4$,$2/6$,A,Same bottoms first",
    'Money,number,no,45,What is half of £8?,,,"4",Halve it',
]
BAD = ["Fractions,choice,no,5,Too quick?,1,2,A,", "Sudoku,choice,no,60,What is this?,1,2,A,"]
FILE = "\n".join([HEADINGS, GOOD[0], *BAD, GOOD[1]])


def test_the_good_rows_of_a_file_become_a_quiz_and_come_out_as_they_went_in(server, host):
    page = host(preparing.room(server, ["choice"]), viewport={"width": 360, "height": 640}).page

    page.goto("/host/quizzes")
    page.get_by_role("link", name="Import from a file").click()
    choose(page, FILE.encode(), "spring_term.csv")
    expect(page.get_by_role("status")).to_contain_text("2 questions can be taken. 2 things must be mended.")
    expect(page.get_by_role("row")).to_contain_text(["", "D (seconds)", "A (topic)"])
    assert [row.inner_text() for row in page.locator(".mends tbody td.num").all()] == ["3", "4"]
    assert faults(page) == []
    page.get_by_role("button", name="Take the 2 good ones").dblclick()

    expect(page.get_by_role("heading", name="Spring term")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="half of £8")).to_be_visible()
    page.get_by_role("link", name="Export").click()
    assert faults(page) == []
    with page.expect_download() as begun:
        page.get_by_role("link", name="Download as CSV").click()
    assert fields(begun.value.path().read_bytes()) == fields("\n".join([HEADINGS, *GOOD]).encode())
    page.goto("/host/quizzes")
    expect(page.get_by_role("link", name="Spring term")).to_have_count(1)


def choose(page, content, name):
    page.get_by_label("Your file").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    page.get_by_role("button", name="Show what is in it").click()


def fields(content):
    return [each.question.fields for each in read(content, "questions.csv").questions]
