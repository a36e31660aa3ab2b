/**
 * The answered meter: one triangle a team, the filled ones first. Knows nothing of rounds; the words stand beside it.
 */
const SVG = "http://www.w3.org/2000/svg";
const ACROSS = 50;
const LEAST = 8;

/**
 * Draw `filled` of `total` triangles into an svg, in rows of at most fifty.
 * @param {SVGSVGElement} svg
 * @param {{filled: number, total: number}} count
 */
export function drawStrip(svg, { filled, total }) {
  if (svg.childElementCount !== total) {
    svg.replaceChildren(...Array.from({ length: total }, (_, index) => triangle(index)));
    const across = Math.max(LEAST, Math.min(total, ACROSS));
    svg.setAttribute("viewBox", `0 0 ${across * 13 + 12} ${Math.max(1, Math.ceil(total / ACROSS)) * 26 - 4}`);
    svg.style.setProperty("--across", String(across));
  }
  [...svg.children].forEach((path, index) => path.classList.toggle("in", index < filled));
}

function triangle(index) {
  const left = 2 + (index % ACROSS) * 13;
  const top = Math.floor(index / ACROSS) * 26;
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", index % 2 ? `M${left} ${top + 2.5}h20l-10 17.5z` : `M${left} ${top + 20}l10-17.5l10 17.5z`);
  return path;
}
