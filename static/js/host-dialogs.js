/**
 * What the console asks before something that can't be undone, and the sheet of one team. Focus starts on the safe
 * choice and goes back to where it came from. Nothing here decides whether a command is allowed.
 */

import { el, setText } from "./drawing.js";
import { countOf, points, spaced, together } from "./words.js";

const $ = (id) => document.getElementById(id);

/** Ask one question with two answers; `yes` runs when the unsafe one is chosen. */
export function ask({ title, text, no, action, yes }) {
  setText($("ask-title"), title);
  setText($("ask-text"), text);
  setText($("ask-no"), no);
  setText($("ask-yes"), action);
  const dialog = $("ask-dialog");
  dialog.returnValue = "keep";
  dialog.addEventListener("close", () => dialog.returnValue === "yes" && yes(), { once: true });
  dialog.showModal();
}

/** What ending the round now would mean. */
export function askToEnd({ round }, yes) {
  const left = round.of - round.number;
  ask({
    title: "End the round now?",
    text:
      left > 0
        ? `${countOf(left, "question")} would not be asked. The places are made from what was played.`
        : "The places are final after this.",
    no: "Keep playing",
    action: "End the round",
    yes,
  });
}

/** What removing a team would mean. */
function askToRemove(team, yes) {
  ask({
    title: `Remove ${team.name}?`,
    text: "Its answers no longer count, and its phones go back to the join page. To change only the name, keep the team and rename it.",
    no: "Keep the team",
    action: "Remove the team",
    yes,
  });
}

/**
 * The dialog that voids a question: first what it would change, then a reason.
 * @param {{preview: (question: number) => void, confirm: (question: number, reason: string) => void}} how
 */
export function voidDialog({ preview, confirm }) {
  const dialog = $("void-dialog");
  let about = 0;
  $("void-yes").addEventListener("click", decide);
  $("void-reason").addEventListener("input", () => complain("void-reason", ""));
  $("void-reason").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    decide();
  });

  function decide() {
    const reason = $("void-reason").value.trim();
    if (!reason) {
      complain("void-reason", "Say why first. A few words are enough.");
      $("void-reason").focus();
      return;
    }
    dialog.close("void");
    confirm(about, reason);
  }

  function open({ round }) {
    about = round.question.id;
    setText($("void-title"), `Void question ${round.number}?`);
    $("void-reason").value = "";
    complain("void-reason", "");
    $("void-preview").replaceChildren(el("p", { class: "soft" }, "Working out which places would change…"));
    dialog.showModal();
    preview(about);
  }

  function show(message) {
    if (message.question === about && dialog.open) $("void-preview").replaceChildren(...previewOf(message));
  }
  return { open, show };
}

/** Shows what is the matter with a field under it; no words, nothing the matter. */
function complain(field, words) {
  $(`${field}-problem`).hidden = !words;
  setText($(`${field}-problem`).firstElementChild, words);
  $(field).setAttribute("aria-invalid", String(Boolean(words)));
}

/** What a ruling would change, team by team. */
export function previewOf({ changes, same }) {
  if (changes.length === 0) return [el("p", {}, el("b", {}, "No place and no points would change."))];
  const rest = same > 0 ? ` ${countOf(same, "other team")} would stay as ${same === 1 ? "it is" : "they are"}.` : "";
  return [
    el("p", {}, el("b", {}, `${countOf(changes.length, "team")} would change.`), rest),
    el("ul", { class: "changes", tabindex: 0, "aria-label": "Teams that would change" }, ...changes.map(changed)),
  ];
}

function changed({ team, was, now }) {
  return el(
    "li",
    {},
    el("b", {}, team),
    ` ${was.place} with ${points(was.points)} → ${now.place} with ${points(now.points)}`,
  );
}

/**
 * The sheet of one team: its code, its name, its extra time, and the way out.
 * @param {{press: (name: string, args: object, refused?: (words: string) => void) => void}} how
 */
export function teamSheet({ press }) {
  const dialog = $("team-dialog");
  let team = null;
  $("team-close").addEventListener("click", () => dialog.close());
  $("extra").addEventListener("change", () => press("extra", { entry: team.id, percent: Number($("extra").value) }));
  $("rename-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const name = $("rename").value.trim();
    complain("rename", "");
    if (name && name !== team.name)
      press("rename", { entry: team.id, team: name }, (words) => complain("rename", words));
  });
  $("remove").addEventListener("click", () => {
    dialog.close();
    askToRemove(team, () => press("remove", { entry: team.id }));
  });

  function open(chosen) {
    team = chosen;
    $("rename").value = team.name;
    complain("rename", "");
    facts();
    dialog.showModal();
  }

  function facts() {
    setText($("team-title"), team.name);
    setText($("team-facts"), factsOf(team));
    setText($("team-code"), spaced(team.code));
    if (document.activeElement !== $("extra")) $("extra").value = String(team.extra);
  }

  /** A new state: keeps what is being typed, refreshes the rest, closes when the team has gone. */
  function draw({ teams }, allowed) {
    if (!dialog.open) return;
    team = teams.find((one) => one.id === team.id);
    if (!team) {
      dialog.close();
      return;
    }
    facts();
    $("remove").setAttribute("aria-disabled", String(!allowed));
  }
  return { open, draw };
}

function factsOf(team) {
  return [
    together(team.names),
    team.phones ? `${countOf(team.phones, "phone")} in` : "no phone in",
    points(team.points),
    team.place,
  ]
    .filter(Boolean)
    .join(" · ");
}
