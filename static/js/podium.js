/**
 * The end of the round: the podium with its first three places, each shared by as many teams as earned it, under
 * triangles from the lattice.
 */

import { el, svg } from "./drawing.js";
import { points, together } from "./words.js";

const RANKS = { 1: "first", 2: "second", 3: "third" };
const ORDER = [2, 1, 3];
const NAMED = 3;
const ROOM_PX = 12;
/** Row and column of each triangle on the lattice. */
const PLACES = [
  [2, 6],
  [2, 16],
  [3, 3],
  [3, 12],
  [4, 9],
  [4, 1],
  [5, 5],
  [5, 14],
  [6, 2],
  [6, 10],
  [7, 7],
  [3, 18],
  [8, 1],
  [2, 35],
  [2, 40],
  [2, 46],
  [3, 43],
  [3, 48],
  [4, 39],
  [4, 51],
  [5, 36],
  [5, 42],
  [6, 45],
  [6, 50],
  [7, 40],
  [3, 37],
  [8, 49],
];
const CELL = { width: 24, height: 41.57 };
const COLOURS = 5;

export const finale = {
  key: ({ podium }) => `finale ${JSON.stringify(podium)}`,

  make({ podium }) {
    const groups = grouped(podium);
    const steps = ORDER.filter((rank) => groups.has(rank)).map((rank) => step(rank, groups.get(rank)));
    const shape = ["", "solo", "pair"][steps.length] ?? "";
    return el(
      "div",
      { class: "finale" },
      el("h1", { class: "hidden" }, "Final places"),
      confetti(),
      steps.length ? el("ol", { class: `podium ${shape}` }, ...steps) : nobody(),
    );
  },

  /** Triangles that would lie behind a name or a block step aside. */
  update(scene) {
    const names = [...scene.querySelectorAll(".names > *, .block")].map((name) => name.getBoundingClientRect());
    for (const path of scene.querySelectorAll(".confetti path"))
      path.classList.toggle(
        "aside",
        names.some((name) => touches(path.getBBox(), name)),
      );
  },

  words: ({ sitting, round, teams }) => ({
    head: [sitting.name, sitting.place].filter(Boolean).join(" · "),
    aside: round.title,
    start: `${teams.length > 1 ? `Thank you, all ${teams.length} teams.` : "Thank you for playing."} Your own place is on your phone.`,
  }),
};

/** Teams by place; places come as "1st", "=2nd" or numbers. */
function grouped(podium) {
  const groups = new Map();
  for (const one of podium) {
    const rank = Number(String(one.place).replace(/\D/g, ""));
    groups.set(rank, [...(groups.get(rank) ?? []), one]);
  }
  return groups;
}

function step(rank, teams) {
  const shared = teams.length > 1;
  const names = el(
    "div",
    { class: "names", "data-fit": "" },
    el("span", { class: "hidden" }, `Place ${rank}${shared ? ", shared" : ""}: `),
    ...named(teams),
  );
  const block = el(
    "div",
    { class: "block", "aria-hidden": "true" },
    el("span", {}, String(rank)),
    shared && el("small", {}, "shared"),
  );
  const item = el("li", { class: `${RANKS[rank] ?? "third"}${shared ? " shared" : ""}` }, names, block);
  item.style.setProperty("animation-delay", `${(3 - rank) * 500}ms`);
  return item;
}

function named(teams) {
  if (teams.length === 1)
    return [
      el("h2", {}, teams[0].team),
      el(
        "p",
        { class: "soft" },
        [points(teams[0].points), together(listOf(teams[0].names))].filter(Boolean).join(" · "),
      ),
    ];
  const shown = teams.slice(0, teams.length === NAMED + 1 ? NAMED + 1 : NAMED).map((one) => el("h2", {}, one.team));
  const rest = teams.length - shown.length;
  return [
    ...shown,
    el("p", { class: "soft" }, `${rest > 0 ? `and ${rest} more · ` : ""}${points(teams[0].points)} each`),
  ];
}

function nobody() {
  return el(
    "div",
    { class: "middle stack" },
    el("h2", {}, "That’s the round"),
    el("p", { class: "lead" }, "Thank you for playing."),
  );
}

function listOf(names) {
  return Array.isArray(names) ? names : [names].filter(Boolean);
}

/** Triangles settle on the lattice at both sides of the spotlight; which ones is fixed, so that nothing flickers. */
function confetti() {
  const path = PLACES.map(([row, column], index) => triangle({ row, column }, index));
  return svg(
    "svg",
    { class: "confetti", viewBox: "0 0 1280 720", preserveAspectRatio: "xMidYMin slice", "aria-hidden": "true" },
    ...path,
  );
}

/** Whether a triangle of the drawing and a name on the page overlap; the drawing covers the page from its top. */
function touches(box, name) {
  const scale = Math.max(innerWidth / 1280, innerHeight / 720);
  const left = (innerWidth - 1280 * scale) / 2 + box.x * scale;
  const top = box.y * scale;
  const [right, bottom] = [left + box.width * scale, top + box.height * scale];
  return (
    left < name.right + ROOM_PX &&
    right > name.left - ROOM_PX &&
    top < name.bottom + ROOM_PX &&
    bottom > name.top - ROOM_PX
  );
}

function triangle({ column, row }, index) {
  const [left, top] = [column * CELL.width, row * CELL.height];
  const upward = (column + row) % 2 === 0;
  const d = upward ? `M${left} ${top + CELL.height}h48l-24-${CELL.height}z` : `M${left} ${top}h48l-24 ${CELL.height}z`;
  const path = svg("path", { class: `bit-${index % COLOURS}`, d });
  path.style.setProperty("animation-delay", `${(index % 9) * 80}ms`);
  return path;
}
