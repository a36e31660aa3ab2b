/** Sends an answer by HTTPS: where the socket can't be had, and where there is none. Must not know when that is. */

const TIMEOUT_MS = 8_000;

/**
 * @param {object} answer
 * @param {AbortSignal} signal says that the answer was replaced
 */
export function postAnswer(answer, signal) {
  return post("/play/answer", answer, signal);
}

/**
 * @param {string} address
 * @param {object} message
 * @param {AbortSignal} [signal]
 * @returns {Promise<{kept: object}|{refused: {code: string, message: string}}|null>} null when nothing certain came back
 */
export async function post(address, message, signal) {
  const abort = new AbortController();
  signal?.addEventListener("abort", () => abort.abort());
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const reply = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
      body: JSON.stringify(message),
      signal: abort.signal,
    });
    return understood(reply, await reply.json());
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function understood(reply, body) {
  if (reply.ok) return { kept: body.kept ?? body };
  const refused = body.refused ?? body;
  return typeof refused.code === "string" ? { refused } : null;
}

function token() {
  return document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
}
