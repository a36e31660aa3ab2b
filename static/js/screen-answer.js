/** The reveal on the big screen: the right answer, how the teams answered, and the worked solution. */

import { rightAnswer } from "./answers.js";
import { barRows, barsClass } from "./bars.js";
import { el, rich, spoken } from "./drawing.js";

const RECAP = 90;
const LONG_ANSWER = 24;

export const answer = {
  key: ({ round }) => `answer ${round.question.id} ${JSON.stringify(round.reveal)}`,

  make({ round }) {
    return el("div", { class: "reveal" }, told(round), worked(round.reveal));
  },

  words: ({ round }) => ({
    head: `Question ${round.number} of ${round.of}`,
    aside: `${round.answered} of ${round.teams} answered`,
    start: round.question.topic,
    code: true,
  }),
};

function told(round) {
  const { reveal, question } = round;
  const short = spoken(question.text).length <= RECAP;
  return el(
    "section",
    { class: "told", "data-fit": "" },
    short && rich("p", { class: "recap" }, question.text),
    el(
      "h1",
      { class: spoken(reveal.answer).length > LONG_ANSWER ? "answer long" : "answer" },
      rightAnswer(round),
      el("span", { "aria-hidden": "true" }, "\u00a0✓"),
    ),
    reveal.voided &&
      el(
        "p",
        { class: "note" },
        el("span", {}, el("b", {}, "This question doesn’t count."), reveal.void_reason ? ` ${reveal.void_reason}` : ""),
      ),
    el("h2", { class: "hidden" }, "How teams answered"),
    el("ul", { class: barsClass(round) }, ...barRows(round)),
  );
}

function worked({ trick, steps, note }) {
  return el(
    "section",
    { class: "card worked", "data-fit": "" },
    rich("h2", {}, trick),
    el("ol", { class: "steps" }, ...steps.map((step) => rich("li", {}, step))),
    note && rich("p", { class: "note-line soft" }, note),
  );
}
