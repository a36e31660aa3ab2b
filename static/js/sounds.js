/** Three soft sounds under a second, made on the spot: nothing is downloaded. Knows nothing of rounds. */

const NOTES = {
  open: [
    [523.25, 0],
    [659.25, 0.14],
  ],
  over: [
    [440, 0],
    [349.23, 0.18],
  ],
  reveal: [
    [523.25, 0],
    [659.25, 0.1],
    [783.99, 0.2],
  ],
};
const LOUD = 0.12;
const RING_S = 0.5;

/** The chimes; the first `play` must come from a click or a key, or browsers stay silent. */
export function chimes() {
  let context = null;

  /** @param {"open"|"over"|"reveal"} name */
  function play(name) {
    context ??= new AudioContext();
    context.resume();
    NOTES[name].forEach(([pitch, after]) => note(context, pitch, context.currentTime + after));
  }
  return { play };
}

function note(context, pitch, at) {
  const gain = new GainNode(context, { gain: 0 });
  const tone = new OscillatorNode(context, { type: "sine", frequency: pitch });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(LOUD, at + 0.03);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + RING_S);
  tone.connect(gain).connect(context.destination);
  tone.start(at);
  tone.stop(at + RING_S);
}
