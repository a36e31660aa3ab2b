/**
 * A team's own place: between two neighbours, never at the bottom of a list.
 *
 * @typedef {import("./phone.js").View} View
 */

import { el } from "./drawing.js";
import { bits } from "./marks.js";
import { countOf, points } from "./words.js";

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];
const PODIUM = 3;

/** Standings between questions, and the end of the round. */
export function placing(/** @type {View} */ { state: { round, me, place } }) {
  const isDone = round.state === "done";
  const heading = el("h1", { tabindex: -1 }, headline({ isDone, place, me, round }));
  const hero = isDone && place && rank(place) <= PODIUM ? honey(place, heading) : plain(place, heading);
  return {
    main: [hero, neighbours(place), el("p", { class: "soft small" }, round.tie_break), isDone ? thanks() : null].filter(Boolean),
    heading,
    title: isDone ? "That’s all" : "Your place so far",
    update() {},
    help: () => null,
  };
}

function honey(place, heading) {
  return el("div", { class: "hero won" }, bits(), el("p", { class: "place" }, place.place), heading, el("p", {}, outOf(place)));
}

/** In the upper half the place leads; in the lower half the points do: they are what the team made. */
function plain(place, heading) {
  if (!place) return el("div", { class: "hero" }, heading);
  const isUpper = inUpperHalf(place);
  const big = isUpper ? place.place : points(place.points);
  const more = isUpper ? outOf(place) : `${place.joint ? "Joint " : ""}${place.place} out of ${place.of} teams.`;
  return el("div", { class: "hero" }, el("p", { class: isUpper ? "place" : "place long" }, big), heading, el("p", {}, more));
}

function headline({ isDone, place, me, round }) {
  if (!isDone) return place && !inUpperHalf(place) ? "Your points so far" : "Your place so far";
  const all = NUMBERS[round.of] ?? String(round.of);
  return place ? `That’s all ${all}. Thank you for playing.` : `That’s all ${all}. You scored ${points(me.points)}.`;
}

function outOf(place) {
  const shared = place.joint ? " You share this place." : "";
  return `${points(place.points)}, out of ${countOf(place.of, "team")}.${shared}`;
}

function neighbours(place) {
  if (!place || place.around.length < 2) return null;
  return el(
    "div",
    { class: "scroll", role: "region", "aria-label": "Places around you", tabindex: 0 },
    el(
      "table",
      {},
      el("caption", {}, "Around you"),
      el("thead", {}, el("tr", {}, head("Place"), el("th", { scope: "col" }, "Team"), head("Points"))),
      el("tbody", { class: "num" }, ...place.around.map(neighbour)),
    ),
  );
}

function head(words) {
  return el("th", { class: "num", scope: "col" }, words);
}

function neighbour({ place, team, points: scored, us }) {
  return el(
    "tr",
    us ? { class: "us", "aria-current": "true" } : {},
    el("td", { class: "num" }, place),
    el("td", {}, team),
    el("td", { class: "num" }, scored),
  );
}

function thanks() {
  return el("p", { class: "note" }, el("span", {}, el("b", {}, "Your round is over."), " You can close this page, or ", el("a", { href: "/practice" }, "practise on your own"), "."));
}

function inUpperHalf(place) {
  return rank(place) <= Math.ceil(place.of / 2);
}

function rank({ place }) {
  return Number.parseInt(place, 10) || Infinity;
}
