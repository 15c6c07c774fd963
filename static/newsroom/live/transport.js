/** Asking for deltas. */

const ANSWER = 15_000; // ms until a poll is given up
const SILENCE = 45_000; // ms until a stream is; heartbeats come every 15 s

/** The delta at `url`. Rejects with `gone`, and with `wait` in ms if told. */
export async function ask(url) {
  const response = await fetch(url, { credentials: "omit", signal: AbortSignal.timeout(ANSWER) });
  if (response.ok) return response.json();
  throw Object.assign(new Error(response.status), {
    gone: [404, 410].includes(response.status),
    wait: retryAfter(response.headers.get("Retry-After")),
  });
}

/** What a `Retry-After` header asks for; 0 if nothing. */
export function retryAfter(header, now = Date.now()) {
  const ms = /^\d+$/.test(header) ? header * 1_000 : Date.parse(header) - now;
  return ms > 0 ? ms : 0;
}

/**
 * Open a stream; a heartbeat is `heard()` without a delta, `failed()` comes once. The browser's
 * own reconnecting is not used: it ends at a non-200.
 */
export function openStream(url, { opened, heard, failed }) {
  const source = new EventSource(url);
  let watch;
  const close = () => {
    clearTimeout(watch);
    source.close();
  };
  const fail = () => {
    close();
    failed();
  };
  const alive = () => {
    clearTimeout(watch);
    watch = setTimeout(fail, SILENCE);
  };
  const hear = ({ type, data }) => {
    alive();
    heard(type === "message" && JSON.parse(data));
  };
  source.onopen = opened;
  source.onmessage = hear;
  source.addEventListener("heartbeat", hear);
  source.onerror = fail;
  alive();
  return { close };
}
