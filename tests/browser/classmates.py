"""The rest of the class: teams without a page, whose answers come by bare connections and fill the bars."""

import random
from collections.abc import Sequence

from challenge.services import rounds
from tests.browser import preparing
from tests.browser.preparing import Room
from tests.live import clients

TEAMS = {
    "Root Awakening": ("Sam", "Priya"),
    "Sum Like It Hot": ("Noor", "Jack"),
    "Acute Angles": ("Ewa",),
    "The Improper Fractions": ("Grace", "Mo"),
    "Surds of Prey": ("Leila", "Ben"),
    "Mean Machines": ("Kwame", "Zoe"),
    "Odd Squad": ("Ali", "Megan"),
    "Golden Tens": ("Rhys", "Ines"),
    "Factor Fiction": ("Tariq", "Lucy"),
    "Times Tablers": (),
    "Venn We Were Young": ("Maya", "Dan"),
}
ACCURACY = 0.42
SILENT = 0.08


class Classmates:
    """Teams that answer by dice; the same dice in every run. `sent` lists the team and number of each answer."""

    def __init__(self, room: Room) -> None:
        self.dice = random.Random(15)
        self.sent: list[tuple[str, int]] = []
        secrets = {team: preparing.pass_for(room, team, *names) for team, names in TEAMS.items()}
        self.phones = {team: clients.Phone(room.server, secret) for team, secret in secrets.items()}
        for phone in self.phones.values():
            phone.connect()
        with preparing.database(room.server).reading() as db:
            self.questions = [(row.id, row.content) for row in rounds.current(db, room.id).questions]

    def answer(self, number: int) -> None:
        """Everybody who has an idea answers question `number`, and is told that it was kept."""
        id_, question = self.questions[number - 1]
        told = [(team, self._answer_to(question)) for team in self.phones if self.dice.random() >= SILENT]
        messages = {team: self.phones[team].answer(id_, answer) for team, answer in told}
        for team, message in messages.items():
            assert self.phones[team].outcome(message).event == "kept"
            self.sent.append((team, number))

    def go_home(self) -> None:
        for phone in self.phones.values():
            phone.close()

    def _answer_to(self, question: dict) -> str | Sequence[str]:
        right = self.dice.random() < ACCURACY
        ids = [option["id"] for option in question["options"]]
        match question["kind"]:
            case "choices":
                return question["key"] if right else [self.dice.choice(ids)]
            case "order":
                return question["key"] if right else self.dice.sample(ids, len(ids))
            case "choice" | "truth":
                return question["key"][0] if right else self.dice.choice(ids)
            case _:
                return question["key"][0] if right else self.dice.choice(question["slips"])["answer"]
