/**
 * A bare socket.io server that says what ours said, in the same sizes and at the same moments: the measure of what the
 * protocol alone costs on this machine. It stores nothing, marks nothing and believes everybody.
 *
 *     node bare_server.mjs PORT SCRIPT.json
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Server } from "socket.io";

const GATHER_MS = 250;
const FIRST_PROBES = 3;
const HALL = "hall";
const [port, file] = process.argv.slice(2);
const script = JSON.parse(readFileSync(file, "utf8"));

const server = createServer((_request, response) => response.end("ready"));
const io = new Server(server, {
  transports: ["websocket"],
  pingInterval: 8_000,
  pingTimeout: 6_000,
  maxHttpBufferSize: 65_536,
});
const phones = io.of("/play");
const hosts = io.of("/host");

let step = -1;
let answered = new Set();
let unheard = new Map();
let version = script.state.version;

const now = () => performance.timeOrigin + performance.now();
const stamped = (message) => ("at" in message ? { ...message, at: now() } : message);
const round = () => (step < 0 ? script.state.round : script.steps[step].round);

phones.on("connection", (socket) => {
  socket.join(HALL);
  socket.data.probes = 0;
  socket.emit("state", { ...script.state, now: Math.round(now()), version, round: round() });
  probe(socket);
  socket.on("answer", (message) => take(socket, message));
  socket.on("probed", () => socket.data.probes < FIRST_PROBES && probe(socket));
  socket.on("clock", ({ sent }) => {
    socket.emit("clock", { sent, now: Math.round(now()) });
    if (socket.data.probes >= FIRST_PROBES) probe(socket);
  });
  socket.on("state", () => socket.emit("state", { ...script.state, version, round: round() }));
});

hosts.on("connection", (socket) => {
  tell(socket);
  socket.on("command", ({ id }) => {
    const isClosing = round().state === "open";
    advance();
    socket.emit("done", { id, version });
    if (isClosing) setTimeout(advance, script.grace_ms);
  });
});

setInterval(() => {
  if (unheard.size === 0) return;
  for (const [socket, { question, answer }] of unheard) {
    if (script.mine.answered) socket.emit("mine", { ...script.mine.answered, version, mine: { question, answer } });
  }
  unheard = new Map();
  phones.to(HALL).emit("count", { ...script.count, version, answered: answered.size });
}, GATHER_MS);

server.listen(Number(port), "127.0.0.1", 4_096);

function take(socket, { id, question, answer }) {
  answered.add(socket.id);
  unheard.set(socket, { question, answer });
  socket.emit("kept", stamped({ ...script.kept, id, question, answer }));
}

function advance() {
  step += 1;
  version = script.steps[step].version;
  if (round().state === "read") answered = new Set();
  if (round().state === "revealed" && script.mine.revealed) {
    for (const socket of phones.sockets.values()) socket.emit("mine", { ...script.mine.revealed, version });
  }
  phones.to(HALL).emit("moved", stamped(script.steps[step]));
  tell(hosts);
}

function tell(whom) {
  whom.emit("state", { version, round: { state: round().state } });
}

function probe(socket) {
  socket.data.probes += 1;
  socket.emit("probe", { n: socket.data.probes });
}
