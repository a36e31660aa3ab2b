/**
 * Builds elements. Text is always text; HTML is set only from the fields that the server made and escaped itself.
 * Must not know what any page shows.
 */

import { glued } from "./glue.js";

/** @typedef {Node|string|number|null|undefined|false} Child */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element. `props` are attributes; `class` too; a property that starts with "on" is a listener; false, null and
 * undefined leave the attribute out, true sets it empty.
 * @param {string} tag
 * @param {Record<string, any>} [props]
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function el(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for SVG. @returns {SVGElement} */
export function svg(tag, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

/**
 * An element whose inside is HTML made by the server (question texts, formulas, steps).
 * @param {string} tag
 * @param {Record<string, any>} props
 * @param {string} safe
 */
export function rich(tag, props, safe) {
  const element = el(tag, props);
  element.innerHTML = safe;
  return glued(element);
}

/** Puts `children` in place of what `parent` holds. */
export function put(parent, ...children) {
  parent.replaceChildren(...children.filter(isShown));
}

/** Sets text only when it differs, so that live regions and selections stay quiet. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** The text of a piece of server-made HTML, formulas as their spoken form. */
export function spoken(safe) {
  const holder = rich("div", {}, safe);
  for (const math of holder.querySelectorAll("math[aria-label]")) math.replaceWith(math.getAttribute("aria-label"));
  return holder.textContent.replace(/\s+/g, " ").trim();
}

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props)) set(element, name, value);
  element.append(...children.filter(isShown));
  return element;
}

function set(element, name, value) {
  if (value === false || value === null || value === undefined) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else element.setAttribute(name, value === true ? "" : value);
}

function isShown(child) {
  return child !== null && child !== undefined && child !== false && child !== "";
}
