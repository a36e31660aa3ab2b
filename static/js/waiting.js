/**
 * The screens on which a team only waits: the lobby before the round, and the way back in when the phone has lost it.
 *
 * @typedef {import("./phone.js").View} View
 */

import { el, put, setText } from "./drawing.js";
import { category } from "./marks.js";
import { countOf, spaced, together } from "./words.js";

/** "You're in!" */
export function lobby(/** @type {View} */ { state: { round } }) {
  const heading = el("h1", { tabindex: -1 }, "You’re in!");
  const welcome = el("p");
  const code = el("b", { class: "team-code num" });
  const phones = el("p", { class: "soft small" });
  const here = el("b", { class: "num" });
  const main = [
    el("div", { class: "hero" }, el("p", {}, category(round.category, round.category_name)), heading, welcome),
    el("section", { class: "card ticket-code", "aria-label": "Your team code" }, el("div", {}, el("p", {}, "Your team code"), phones), code),
    el("div", { class: "row" }, el("p", {}, here), el("p", { class: "soft push" }, round.of ? countOf(round.of, "question") : "")),
    el("h2", { class: "small soft" }, "While you wait"),
    el("ul", { class: "stack tips" }, ...tips(round)),
  ];
  return {
    main,
    heading,
    title: "You’re in",
    help: () => null,
    update(/** @type {View} */ { state: { me, round: now } }) {
      put(welcome, ...greeting(me, now));
      setText(code, spaced(me.code));
      setText(phones, me.phones > 1 ? "Both phones are in. It also brings you back." : "For your partner’s phone, or to come back in.");
      setText(here, `${countOf(now.teams, "team")} ${now.teams === 1 ? "is" : "are"} here`);
    },
  };
}

/** The line is closed for good: the server's reason and the way back. */
export function gone(/** @type {string} */ message) {
  const heading = el("h1", { tabindex: -1 }, "You’re out of this round");
  return {
    main: [
      el("div", { class: "hero" }, heading, el("p", {}, message || "This phone isn’t in a round now.")),
      el("p", { class: "note" }, el("span", {}, el("b", {}, "Still playing?"), " Ask your host, or come back in with your team code.")),
      el("a", { class: "btn big", href: "/join" }, "Type a code"),
    ],
    heading,
    title: "Join again",
    help: () => null,
    update() {},
  };
}

function greeting(me, round) {
  const next = round.state === "planned" ? "Your host opens the round soon." : "Your host starts the round soon.";
  if (me.names.length === 0) return [next];
  const on = me.phones > 1 ? ` on ${COUNTS[me.phones] ?? me.phones} phones. ` : " on one phone. ";
  return [el("b", {}, together(me.names)), on, next];
}

const COUNTS = { 2: "two", 3: "three", 4: "four" };

function tips(round) {
  const change = round.can_change ? "One answer per team. You can change it until time is up." : "One answer per team, and it stays once sent.";
  const [first, ...rest] = round.policy.split(/(?<=\.)\s+/);
  return [
    tip("Talk first, tap after", change),
    tip(first.replace(/\.$/, ""), rest.join(" ")),
  ];
}

function tip(fact, more) {
  return el("li", { class: "chip" }, el("span", {}, fact, el("small", {}, more)));
}
