/**
 * The views as the server sends them: types only, never loaded by a page. Times are epoch milliseconds by the server's
 * clock. Fields called html, text, reason, steps, trick, answer, chose, note and slip are safe HTML made by the catalogue.
 *
 * @typedef {"planned"|"lobby"|"read"|"open"|"closing"|"locked"|"revealed"|"standings"|"done"} Phase
 * @typedef {"choice"|"choices"|"truth"|"order"|"text"|"number"|"money"|"quantity"|"duration"|"time"|"ratio"|"coordinates"|
 *   "expression"|"equation"|"inequality"|"solutions"} Kind
 * @typedef {string|string[]} Raw one option id, several ids, or what was typed
 *
 * @typedef {{id: string, letter: string, html: string}} Option
 * @typedef {{id: number, kind: Kind, topic: string, calculator: boolean, points: number, text: string,
 *   options: Option[], unit: string, form: string, answer_hint: string}} Question
 * @typedef {{id: string, letter: string, html: string, count: number, right: boolean, slip: string}} Bar
 * @typedef {{voided: boolean, void_reason: string, answer: string, right: string[], trick: string, steps: string[],
 *   bars: Bar[], none: number, note: string}} Reveal
 * @typedef {{title: string, category: string, category_name: string, state: Phase, paused: boolean,
 *   paused_at: number|null, number: number, of: number, opens_at: number|null, closes_at: number|null,
 *   deadlines: Record<string, number>, seconds: number, question: Question|null, reveal: Reveal|null,
 *   answered: number, teams: number, can_change: boolean, policy: string, tie_break: string}} PublicRound
 *
 * @typedef {{team: string, names: string[], code: string, extra: number, points: number, played: number,
 *   phones: number}} Me
 * @typedef {{question: number, answer: Raw}} Mine
 * @typedef {{verdict: "right"|"form"|"wrong"|"unreadable"|"none"|"void", points: number, chose: string,
 *   reason: string}} Result
 * @typedef {{place: string, joint: boolean, of: number, points: number,
 *   around: {place: string, team: string, points: number, us: boolean}[]}} Place
 * @typedef {{now: number, version: number, sitting: {name: string, place: string, stage: string, code: string},
 *   round: PublicRound, me: Me, mine: Mine|null, result: Result|null, place: Place|null}} PhoneState
 */
export {};
