/**
 * The line to the server: one Socket.IO namespace that is always trying to be open, and the server's clock.
 *
 * Knows how to stay connected; must not know what the messages mean. Phone, host and screen all use it.
 */

import { io } from "../vendor/socket.io.esm.min.js";
import { ServerClock } from "./clock.js";

const BURST = 4;
const BURST_GAP_MS = 120;
const RESYNC_MS = 30_000;
const SILENCE_MS = 4_000;
const LONGEST_SILENCE_MS = 32_000;
const REFUSED_AGAIN_MS = 1_000;
const REFUSED_AGAIN_AT_MOST_MS = 10_000;
/** A hall that lost its process comes back spread over more than a second, and all of it within a few. */
const COMING_BACK = { reconnectionDelay: 800, randomizationFactor: 0.75, reconnectionDelayMax: 2_000 };
const MEETING_MS = 5_000;
const LONGEST_MEETING_MS = 20_000;
const WEBSOCKET = ["websocket"];
/** Polling carries the page at once, and gives way to a WebSocket should there be one after all. */
const POLLING = ["polling", "websocket"];

/**
 * @typedef {"connecting"|"online"|"offline"|"refused"} Standing
 * @typedef {{say: (name: string, message?: object) => boolean, online: () => boolean, clock: ServerClock,
 *   hurry: () => void, close: () => void}} Connection `hurry`: there are signs that the server can be reached again
 */

/**
 * Opens the line. `hear` has one function per message of the server; `standing` is told of each change of the line,
 * with the server's reason when it refuses us.
 * @param {"/play"|"/host"|"/screen"} namespace
 * @param {{auth?: object, hear: Record<string, (message: any) => void>,
 *   standing: (standing: Standing, reason?: string) => void}} wiring
 * @returns {Connection}
 */
export function connect(namespace, { auth = {}, hear, standing }) {
  const socket = io(namespace, { auth, transports: WEBSOCKET, timeout: MEETING_MS, ...COMING_BACK });
  const clock = new ServerClock();
  const sync = keepInTime(socket, clock);
  for (const [name, heard] of Object.entries(hear)) socket.on(name, heard);
  socket.on("probe", ({ n }) => socket.emit("probed", { n }));
  const hurry = takeTurns(socket);
  watchStanding(socket, { standing, sync });
  watchPage(socket, { sync, hurry });
  return {
    say: (name, message = {}) => say(socket, name, message),
    online: () => socket.connected,
    clock,
    hurry,
    close: () => socket.disconnect(),
  };
}

/** Sends now or not at all: nothing is buffered here, because whoever keeps a message also decides when to repeat it. */
function say(socket, name, message) {
  if (!socket.connected) return false;
  socket.emit(name, message);
  return true;
}

/**
 * A WebSocket first, then polling, then a WebSocket again, until one of them gets in. Some networks let no WebSocket
 * through, and swallow it without a word; but where several processes share a port, polling meets another one each time
 * and can't get in. A line that was had is asked for as a WebSocket again. Each pair of tries waits twice as long for an
 * answer as the one before: a server that is too slow for a whole hall must not be kept busy by those who gave up.
 * Returns the function that hurries.
 */
function takeTurns(socket) {
  const { io: manager } = socket;
  let next = POLLING;
  const take = (transports) => {
    manager.opts.transports = transports;
    next = transports === WEBSOCKET ? POLLING : WEBSOCKET;
  };
  socket.on("connect", () => {
    next = WEBSOCKET;
  });
  manager.on("reconnect_attempt", (attempt) => {
    take(next);
    manager.timeout(Math.min(MEETING_MS * 2 ** Math.floor((attempt - 1) / 2), LONGEST_MEETING_MS));
  });
  return () => {
    if (socket.connected || !socket.active) return;
    take(WEBSOCKET);
    // At once instead of at the next attempt; `connect` alone would wait for it.
    socket.disconnect();
    socket.connect();
  };
}

function watchStanding(socket, { standing, sync }) {
  standing("connecting");
  let refusals = 0;
  socket.on("connect", () => {
    refusals = 0;
    standing("online");
    sync();
  });
  socket.on("disconnect", (why) => {
    standing("offline");
    if (why === "io server disconnect") socket.connect();
  });
  socket.on("connect_error", (error) => {
    if (socket.active) return standing("offline");
    refusals += 1;
    setTimeout(() => socket.connect(), Math.min(REFUSED_AGAIN_MS * refusals, REFUSED_AGAIN_AT_MOST_MS));
    // A server in trouble lets nobody in, and takes nobody's place away.
    return error.data?.code === "trouble" ? standing("offline") : standing("refused", error.message);
  });
}

/** Back from a pocket or a dead spot: connect at once instead of at the next attempt, and ask the time again. */
function watchPage(socket, { sync, hurry }) {
  const wake = () => {
    if (document.visibilityState !== "visible") return;
    if (socket.connected) sync();
    else hurry();
  };
  document.addEventListener("visibilitychange", wake);
  // Every page is shown once as it loads, while its line is being opened: only one that comes back needs waking.
  window.addEventListener("pageshow", (event) => event.persisted && wake());
  window.addEventListener("online", wake);
}

/**
 * Keeps the clock true, and notices a line that looks open but is dead. A line that was cut in vain gets twice the time
 * after that: the server may only be slow. Returns the function that syncs now.
 */
function keepInTime(socket, clock) {
  let silence;
  let patience = SILENCE_MS;
  const exchange = () => {
    if (!socket.connected) return;
    socket.emit("clock", { sent: Date.now() });
    silence ??= setTimeout(cut, patience);
  };
  const cut = () => {
    patience = Math.min(2 * patience, LONGEST_SILENCE_MS);
    socket.io.engine?.close();
  };
  const hush = () => {
    clearTimeout(silence);
    silence = undefined;
  };
  socket.on("clock", (message) => {
    hush();
    patience = Math.max(SILENCE_MS, patience / 2);
    clock.measure(message);
  });
  socket.on("disconnect", hush);
  setInterval(exchange, RESYNC_MS);
  return () => {
    for (let turn = 0; turn < BURST; turn += 1) setTimeout(exchange, turn * BURST_GAP_MS);
  };
}
