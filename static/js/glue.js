/**
 * Keeps a formula and the mark that follows it on one line, so that no line begins with "?" or a full stop.
 */

const MARKS = /^[?.,;:!)%’”]+/;

/**
 * Tie each formula in `element` to the punctuation after it.
 * @template {Element} E
 * @param {E} element
 * @returns {E}
 */
export function glued(element) {
  for (const math of element.querySelectorAll("math")) {
    const text = math.nextSibling;
    const mark = text?.nodeType === Node.TEXT_NODE ? MARKS.exec(text.data)?.[0] : undefined;
    if (!mark) continue;
    text.splitText(mark.length);
    const tied = document.createElement("span");
    tied.className = "tied";
    math.replaceWith(tied);
    tied.append(math, text);
  }
  return element;
}
