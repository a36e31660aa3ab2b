/**
 * Small words that the pages share.
 */

/** "1 team", "23 teams". */
export function countOf(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** "1 point", "2 points". */
export const points = (number) => countOf(number, "point");

/** What follows "1 of 14" and "13 of 14". */
export function haveAnswered({ answered, teams }) {
  return `${teams === 1 ? "team" : "teams"} ${answered === 1 ? "has" : "have"} answered`;
}

/** A join code in the way people read it aloud: "KTN 47Q", "7K2M 9QXD". The space does not break. */
export function spaced(code) {
  const half = code.length / 2;
  return Number.isInteger(half) ? `${code.slice(0, half)}\u00a0${code.slice(half)}` : code;
}

/** "Sam and Priya", "Sam, Priya and Jo". */
export function together(names) {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** A link without its scheme, as it would be typed. */
export function typed(link) {
  return link.replace(/^https?:\/\//, "").replace(/\?.*$/, "").replace(/\/$/, "");
}
