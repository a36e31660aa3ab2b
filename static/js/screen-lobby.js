/** The lobby on the big screen: how to get in, and the teams as they arrive. */

import { el, rich, setText, svg } from "./drawing.js";
import { keyed } from "./keyed.js";
import { drawStrip } from "./strip.js";
import { countOf, spaced, typed } from "./words.js";

export const lobby = {
  key: ({ sitting }) => `lobby ${sitting.code} ${sitting.door} ${sitting.join_url}`,

  make({ sitting }) {
    const wall = el("ul", { class: "wall" });
    return el(
      "div",
      { class: "lobby" },
      welcome(sitting),
      el(
        "section",
        { class: "crowd" },
        el("h2", {}, el("b", {}), el("span", { class: "soft" })),
        el("div", { class: "hall" }, empty(), wall),
      ),
    );
  },

  update(scene, { teams, students }) {
    const [count, rest] = scene.querySelector(".crowd h2").children;
    scene.querySelector(".crowd h2").hidden = teams.length === 0;
    setText(count, teams.length ? `${countOf(teams.length, "team")} ${teams.length === 1 ? "is" : "are"} in` : "");
    setText(rest, teams.length && students ? ` · ${countOf(students, "student")}` : "");
    scene.querySelector(".empty").hidden = teams.length > 0;
    crowd(scene.querySelector(".wall"), teams);
  },

  words: ({ sitting, round }) => ({
    head: "FE Maths Challenge",
    aside: [sitting.stage, sitting.name, sitting.place].filter(unrepeated).join(" · "),
    start: [round.category_name, round.title].filter(unrepeated).join(" · "),
    end: "Right beats fast.",
  }),
};

function unrepeated(word, index, all) {
  return word && all.indexOf(word) === index;
}

function welcome({ code, join_url: link, qr, door }) {
  if (door !== "open")
    return el(
      "section",
      { class: "welcome" },
      el("h1", {}, "Doors closed"),
      el("p", { class: "address soft" }, "Every team is in. Been in before? Your team code brings you back."),
    );
  return el(
    "section",
    { class: "welcome" },
    el("h1", {}, "Come on in"),
    square(qr),
    el("p", { class: "address soft" }, "or go to ", el("b", {}, typed(link).replace(/\/join.*$/, ""))),
    el("p", { class: "code", "aria-label": `Code ${[...code].join(" ")}` }, spaced(code)),
  );
}

/** The QR code, made to grow with its frame. */
function square(qr) {
  const frame = rich("div", { class: "qr", role: "img", "aria-label": "QR code with the link to join" }, qr);
  const drawn = frame.querySelector("svg");
  if (drawn && !drawn.hasAttribute("viewBox"))
    drawn.setAttribute(
      "viewBox",
      `0 0 ${parseFloat(drawn.getAttribute("width"))} ${parseFloat(drawn.getAttribute("height"))}`,
    );
  return frame;
}

function empty() {
  const strip = svg("svg", { class: "strip", "aria-hidden": "true" });
  drawStrip(strip, { filled: 1, total: 6 });
  return el("div", { class: "empty" }, strip, el("p", {}, "The first team appears here."));
}

/** All teams, or as many of the latest as there is room for and how many more there are. */
function crowd(wall, teams) {
  wall.className = `wall ${teams.length > 45 ? "packed" : teams.length > 21 ? "full" : ""}`;
  const seen = Number(wall.dataset.seen ?? teams.length);
  wall.dataset.seen = String(teams.length);
  const rows = [...teams.map((team) => ({ name: team.name, more: false })), { name: "", more: true }];
  keyed(wall, rows, {
    key: (row) => (row.more ? "more" : `team ${row.name}`),
    make: (row) => el("li", { class: row.more ? "chip away" : "chip" }, el("span", {}, row.name)),
    update: (chip, row, index) => chip.classList.toggle("fresh", !row.more && index >= seen),
  });
  squeeze(wall);
}

/** Hides as few of the earliest arrivals as it takes for the rest, and the chip that counts them, to fit. */
function squeeze(wall) {
  const chips = [...wall.children];
  const more = chips.pop();
  const hide = (gone) => {
    chips.forEach((chip, index) => (chip.hidden = index < gone));
    more.hidden = gone === 0;
    setText(more, `and ${gone} more`);
    return fits(wall);
  };
  if (hide(0)) return;
  let [few, enough] = [0, chips.length];
  while (enough - few > 1) {
    const middle = (few + enough) >> 1;
    if (hide(middle)) enough = middle;
    else few = middle;
  }
  hide(enough);
}

function fits(wall) {
  const floor = wall.parentElement.getBoundingClientRect().bottom + 1;
  return [...wall.children].every((chip) => chip.hidden || chip.getBoundingClientRect().bottom <= floor);
}
