/**
 * How teams get in: the code, the link, the door, the big screen, and the ways to the other pages of the sitting.
 */

import { setText } from "./drawing.js";
import { countOf, spaced, typed } from "./words.js";

const $ = (id) => document.getElementById(id);

/** @param {{press: (name: string) => void, tell: (words: string) => void}} how */
export function doorCard({ press, tell }) {
  let link = "";
  $("door").addEventListener("click", () => press($("door").dataset.command));
  $("copy").addEventListener("click", () => copy(link, tell));

  function draw({ sitting, round }, allowed) {
    link = sitting.join_url;
    setText($("code"), spaced(sitting.code));
    setText($("join-link"), typed(sitting.join_url));
    drawDoor(sitting, round, allowed);
    setText($("screens"), screens(sitting));
    point($("screen-link"), sitting.screen_url);
    point($("teams-link"), sitting.teams_url);
    point($("cards-link"), sitting.cards_url);
    point($("results-link"), sitting.results_url);
    point($("after-link"), sitting.results_url);
    $("after").hidden = round.state !== "done";
  }
  return { draw };
}

function drawDoor(sitting, round, allowed) {
  const locked = sitting.door === "locked";
  const command = locked ? "unlock" : "lock";
  const button = $("door");
  button.hidden = round.state === "done";
  button.dataset.command = command;
  setText(button, locked ? "Unlock the door" : "Lock the door");
  button.setAttribute("aria-disabled", String(!allowed));
  setText($("door-words"), doorWords(sitting, locked, round));
}

function doorWords({ entry, most }, locked, { state }) {
  if (state === "done") return "The round is over: the code has done its work.";
  if (locked) return "The door is locked: no new team can join. Teams that are in can always come back.";
  if (entry === "listed") return "Teams on your list join with their own team code or card.";
  return most ? `Anyone with the code can join, up to ${countOf(most, "team")}.` : "Anyone with the code can join.";
}

function screens({ screens: open, hosts }) {
  const parts = [
    open ? `${countOf(open, "big screen")} open` : "No big screen open",
    hosts > 1 && `${hosts} hosts here`,
  ];
  return parts.filter(Boolean).join(" · ");
}

function point(link, address) {
  link.hidden = !address;
  if (address && link.getAttribute("href") !== address) link.setAttribute("href", address);
}

/** The clipboard needs a secure page; elsewhere the link is selected, ready to be copied by hand. */
async function copy(link, tell) {
  try {
    await navigator.clipboard.writeText(link);
    tell("Link copied.");
  } catch {
    getSelection().selectAllChildren($("join-link"));
    tell("Link selected. Copy it with Ctrl + C.");
  }
}
