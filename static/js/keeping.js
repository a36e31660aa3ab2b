/** Small values that outlive the page, in the browser's own storage, or in memory where a browser forbids it. */

/**
 * @param {string} name
 * @returns {{read: () => any, write: (value: any) => void, clear: () => void}}
 */
export function shelf(name) {
  const key = `fe-maths.${name}`;
  let spare = null;
  return {
    read: () => attempt(() => JSON.parse(localStorage.getItem(key) ?? "null")) ?? spare,
    write(value) {
      spare = value;
      attempt(() => localStorage.setItem(key, JSON.stringify(value)));
    },
    clear() {
      spare = null;
      attempt(() => localStorage.removeItem(key));
    },
  };
}

/** A random id for a message. `crypto.randomUUID` is missing on plain http, where most classrooms are. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}
