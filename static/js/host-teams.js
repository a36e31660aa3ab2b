/**
 * The table of teams: who is here, who has answered, points, extra time. Rows keep their place in the page, so focus
 * stays where it is while answers come in.
 */

import { el, setText } from "./drawing.js";
import { keyed } from "./keyed.js";
import { countOf, together } from "./words.js";

const $ = (id) => document.getElementById(id);
const WAITED_FOR = ["open", "closing"];
const ANSWERABLE = ["open", "closing", "locked", "revealed"];

const ORDERS = {
  joined: () => 0,
  waiting: (a, b) => rank(a) - rank(b),
  points: (a, b) => b.points - a.points,
  name: (a, b) => a.name.localeCompare(b.name, "en-GB", { numeric: true }),
};

/** @param {{open: (entry: number) => void}} how `open` shows one team's sheet */
export function teamsTable({ open }) {
  let last = null;
  $("sort").addEventListener("change", () => last && draw(last));

  function draw(state) {
    last = state;
    const { teams, round } = state;
    $("no-teams").hidden = teams.length > 0;
    $("teams-scroll").hidden = teams.length === 0;
    $("sort").parentElement.hidden = teams.length < 2;
    setText($("teams-title"), teams.length ? countOf(teams.length, "team") : "Teams");
    setText($("status-head"), ANSWERABLE.includes(round.state) ? "This question" : "Where");
    setText($("teams-foot"), WAITED_FOR.includes(round.state) ? "Marks stay hidden until answers lock." : "");
    const sorted = [...teams].sort(ORDERS[$("sort").value] ?? ORDERS.joined);
    keyed($("teams"), sorted, {
      key: (team) => String(team.id),
      make: (team) => row(team, open),
      update: (made, team) => update(made, team, round),
    });
  }
  return { draw };
}

function row(team, open) {
  return el(
    "tr",
    { role: "row" },
    el("th", { scope: "row", role: "rowheader" }, el("span", {}), el("small", {})),
    el("td", { role: "cell" }, el("span", { class: "pill" })),
    el("td", { class: "num", role: "cell" }, el("span", {}), el("small", {})),
    el(
      "td",
      { role: "cell" },
      el(
        "button",
        { class: "btn quiet more", type: "button", "aria-haspopup": "dialog", onclick: () => open(team.id) },
        el("span", { "aria-hidden": "true" }, "⋯"),
        el("span", { class: "hidden" }),
      ),
    ),
  );
}

function update(made, team, round) {
  const [head, status, points, more] = made.children;
  made.classList.toggle("away", !team.here);
  setText(head.firstChild, team.name);
  small(head.lastChild, details(team));
  const [kind, words] = standing(team, round);
  status.firstChild.dataset.state = kind;
  setText(status.firstChild, words);
  setText(points.firstChild, String(team.points));
  small(points.lastChild, team.place);
  setText(more.querySelector(".hidden"), `More for ${team.name}`);
}

function small(element, words) {
  setText(element, words);
  element.hidden = !words;
}

/** "Sam and Priya · 2 phones · 25 % extra time" */
function details(team) {
  return [
    together(team.names),
    team.phones > 1 && countOf(team.phones, "phone"),
    team.extra > 0 && `${team.extra} % extra time`,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** The pill of a team: its kind and its words. */
function standing(team, { state, paused }) {
  if (state === "done") return ["plain", team.here ? "Here" : "Left"];
  const asked = ANSWERABLE.includes(state);
  if (asked && team.answered) return ["sent", team.here ? "Sent" : "Sent, away"];
  if (!team.here) return ["offline", team.away_s === null ? "Not here yet" : `Away ${ago(team.away_s)}`];
  if (WAITED_FOR.includes(state)) return ["plain", paused ? "Paused" : "Thinking"];
  return asked ? ["plain", "No answer"] : ["on", "Here"];
}

function ago(seconds) {
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** Who is missing first: away without an answer, thinking, then the rest. */
function rank(team) {
  if (team.answered) return 2;
  return team.here ? 1 : 0;
}
