/**
 * Which maths keys each type of answer has. They follow from the question as everybody sees it, never from its key: two
 * questions that read alike have the same keys. Pure: it gives values, and draws nothing.
 *
 * @typedef {{kind: import("./wire.js").Kind, form: string, text: string, letters: string[]}} Shown `text`: the words of the
 *   question; `letters`: those in its formulas
 * @typedef {{dot?: string, corner?: string, signs: string[], strip?: string[]}} Keys `dot` stands beside the 0, and `corner`
 *   next to it, or else the 0 is wide; three `signs` make a column right of the digits, seven make two; the `strip` holds
 *   what has no room there
 */

const POWERS_AND_ROOTS = ["π", "√", "/", "^", "-", "×", "%"];
const UNIT_OF_TIME = ["h", ":", "min", "/", "s", "days", "weeks"];
/** Where a question has no letters of its own. */
export const USUAL_LETTERS = ["x", "y"];
const FEW_LETTERS = 2;

/** The units of each measure, and the words of a question that speak of it. */
const MEASURES = [
  { units: ["mm", "cm", "m", "km"], words: /\b([mck]?m|(milli|centi|kilo)?met(re|er)s?)\b/ },
  { units: ["g", "kg"], words: /\b(k?g|(kilo)?grams?)\b/ },
  { units: ["ml", "l"], words: /\b(m?l|(milli)?litres?)\b/ },
  { units: ["mph", "km/h", "m/s"], words: /\b(mph|km\/h|m\/s|speeds?|fast|per (hour|second))\b/ },
  { units: ["-", "°C", "°"], words: /°|\b(degrees|temperatures?|angles?)\b/ },
];
/** Not among the keys unless the question speaks of them. */
const RARE = [
  { units: ["in"], words: /\binch(es)?\b/ },
  { units: ["ft"], words: /\b(feet|foot|ft)\b/ },
  { units: ["yd"], words: /\byards?\b/ },
  { units: ["miles"], words: /\bmiles?\b/ },
  { units: ["oz"], words: /\b(ounces?|oz)\b/ },
  { units: ["lb"], words: /\b(pounds?|lb)\b/ },
  { units: ["stone"], words: /\bstones?\b/ },
  { units: ["pints"], words: /\bpints?\b/ },
  { units: ["gallons"], words: /\bgallons?\b/ },
  { units: ["tonnes"], words: /\btonnes?\b/ },
  { units: ["cl"], words: /\bcl\b/ },
  { units: ["g/cm³", "kg/m³"], words: /\bdensit(y|ies)\b/ },
];

/** @type {Record<string, (shown: Shown) => Keys>} */
const KEYS = {
  number: keysOfNumber,
  money: () => ({ signs: ["£", "p", "-"] }),
  quantity: keysOfQuantity,
  duration: () => ({ corner: " ", signs: UNIT_OF_TIME }),
  time: () => ({ dot: ":", corner: "noon", signs: ["am", "pm", "midnight"] }),
  ratio: () => ({ signs: [":", "/", " "] }),
  coordinates: () => ({ corner: "/", signs: ["()", ",", "-"] }),
  expression: ({ letters }) => withLetters(letters.length > 0 ? letters : USUAL_LETTERS, ["²", "^", "³", "×"]),
  equation: ({ letters }) => withLetters(withBoth(letters), ["=", "²", "^", "×"]),
  inequality: ({ letters }) => ({
    corner: " or ",
    signs: [letters.length > 1 ? "+" : (letters[0] ?? "x"), "<", ">", "≤", "≥", "-", "/"],
    strip: letters.length > 1 ? letters : [],
  }),
  solutions: ({ letters }) => ({
    corner: "√",
    signs: [letters.length > 1 ? "^" : (letters[0] ?? "x"), "=", " or ", ",", "±", "-", "/"],
    strip: letters.length > 1 ? letters : [],
  }),
};

/** Whether answers of this type have maths keys. */
export function hasKeys(/** @type {{kind: string}} */ { kind }) {
  return kind in KEYS;
}

/** The keys of a question, each by what it types; "()" is the bracket that comes next. */
export function keysFor(/** @type {Shown} */ shown) {
  return { dot: ".", corner: "", strip: [], ...KEYS[shown.kind](shown) };
}

function keysOfNumber({ form, text }) {
  if (form === "standard") return { corner: "^", signs: ["×10^", "-", "×"] };
  return { corner: " ", signs: /[√π]/.test(text) ? POWERS_AND_ROOTS : ["/", "-", "%"] };
}

/** One letter or two stand among the signs; more have the strip. Signs of the left column that find no room are left out. */
function withLetters(letters, left) {
  const fits = letters.length <= FEW_LETTERS;
  return { corner: "()", signs: inTwoColumns([...(fits ? letters : []), ...left], ["+", "-", "/"]), strip: fits ? [] : letters };
}

/** The other one is often the answer's own. */
function withBoth(letters) {
  return letters.every((each) => USUAL_LETTERS.includes(each)) ? USUAL_LETTERS : letters;
}

/** A few units stand among the signs; more have the strip: the question's own first, then all that are usual. */
function keysOfQuantity({ text }) {
  const named = unitsOf([...MEASURES, ...RARE].filter(({ words }) => words.test(text)));
  const signs = ["/", "²", "³"];
  if (named.length === 0 || named.length > signs.length + 1) {
    return { corner: " ", signs, strip: [...new Set([...named, ...unitsOf(MEASURES)])] };
  }
  if (named.length < signs.length) return { corner: " ", signs: [...named, "/", "-"].slice(0, signs.length) };
  return { corner: " ", signs: inTwoColumns([...named, named.includes("-") ? "%" : "-"], signs) };
}

function unitsOf(measures) {
  return [...new Set(measures.flatMap(({ units }) => units))];
}

/** The left column has one sign more: beside its first is the key that deletes. */
function inTwoColumns(left, right) {
  return [left[0], ...right.flatMap((sign, row) => [left[row + 1], sign])];
}
