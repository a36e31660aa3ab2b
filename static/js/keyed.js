/**
 * Lists that keep their rows: a row lives as long as its key, so focus, an open menu and a running animation survive
 * a new state.
 */

/**
 * Make the children of `parent` show `items` in order.
 * @template T
 * @param {Element} parent
 * @param {T[]} items
 * @param {{key: (item: T, index: number) => string, make: (item: T) => Element, update?: (row: Element, item: T, index: number) => void}} how
 */
export function keyed(parent, items, { key, make, update = () => {} }) {
  const rows = new Map([...parent.children].map((row) => [row.dataset.key, row]));
  const held = parent.contains(document.activeElement) ? document.activeElement : null;
  items.forEach((item, index) => {
    const name = String(key(item, index));
    const row = rows.get(name) ?? make(item);
    rows.delete(name);
    row.dataset.key = name;
    update(row, item, index);
    if (parent.children[index] !== row) parent.insertBefore(row, parent.children[index] ?? null);
  });
  rows.forEach((row) => row.remove());
  if (held?.isConnected && document.activeElement !== held) held.focus({ preventScroll: true });
}
