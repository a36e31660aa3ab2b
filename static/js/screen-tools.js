/**
 * The screen's own two switches, full screen (F) and sounds (S), shown while the mouse moves. Sounds are off until
 * turned on here, and never the only signal.
 */

import { setText } from "./drawing.js";
import { chimes } from "./sounds.js";

const $ = (id) => document.getElementById(id);
const AWAKE_MS = 3_000;
const SOUNDS = { open: "open", closing: "over", revealed: "reveal" };

/** Wires the switches; `enter` is told each phase and plays its sound once. */
export function tools() {
  const sounds = chimes();
  let on = false;
  let phase = "";

  function toggleSound() {
    on = !on;
    $("sound").setAttribute("aria-pressed", String(on));
    setText($("sound"), on ? "Sounds on" : "Sounds off");
    if (on) sounds.play("open");
  }

  $("sound").addEventListener("click", toggleSound);
  $("full").addEventListener("click", toggleFull);
  document.addEventListener("fullscreenchange", () =>
    setText($("full"), document.fullscreenElement ? "Leave full screen" : "Full screen"),
  );
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.code === "KeyF") toggleFull();
    if (event.code === "KeyS") toggleSound();
  });
  stayAwake();

  return {
    enter(next) {
      if (on && phase && next !== phase && SOUNDS[next]) sounds.play(SOUNDS[next]);
      phase = next;
    },
  };
}

function toggleFull() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

function stayAwake() {
  let timer = 0;
  const wake = () => {
    document.body.classList.add("awake");
    clearTimeout(timer);
    timer = setTimeout(() => document.body.classList.remove("awake"), AWAKE_MS);
  };
  document.addEventListener("pointermove", wake);
}
