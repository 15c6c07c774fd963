/** Talking to the site: every outcome becomes one the desk can act on, with a sentence for people. */

const WAIT = 20_000; // ms
const WAIT_FOR_A_FILE = 180_000;

const SENTENCES = {
  signed_out: "You are signed out. Sign in again in another tab, then go on here: your text is kept.",
  someone_else: "Somebody else is signed in in this browser now. Sign in as yourself, then try again.",
  away: "The site cannot be reached. Nothing is lost: your text is kept in this browser. Try again in a moment.",
  too_much: "This is more than the site takes at once. Shorten it, then press the button again.",
  broken: "The site could not do it just now. Nothing is lost: your text is kept in this browser. Try again in a moment.",
};

/**
 * `{kind, status, body, message}` of an answer; `kind` is done, signed_out, token (the page is
 * older than the session), refused (the body says why), broken or someone_else.
 */
export function verdict(status, body) {
  const told = (kind) => ({ kind, status, body, message: body?.message ?? SENTENCES[kind] ?? "" });
  if (status === 204) return told("done");
  if (status >= 200 && status < 300) return told(body ? "done" : "signed_out"); // a page of somebody else's
  if (status === 401) return told(body?.code === "someone_else" ? "someone_else" : "signed_out");
  if (status >= 500) return told("broken"); // whatever it says, the same may go well later
  if (status === 403 && !body) return told("token");
  if (!body && (status === 400 || status === 413)) return told("too_much");
  return told(body?.message ? "refused" : "broken");
}

const lost = (kind) => ({ kind, status: 0, body: null, message: SENTENCES[kind] });

/** How long to wait for the next look, in ms: a second, and longer after each failure in a row. */
export const pause = (failures) => Math.min(15_000, 1_000 * 2 ** Math.min(failures, 4));

async function read(response) {
  const json = (response.headers.get("Content-Type") ?? "").startsWith("application/json");
  return json && response.status !== 204 ? response.json() : null;
}

export class Site {
  constructor(base, setup, token) {
    Object.assign(this, { base, pass: setup.pass, user: setup.user, token });
  }

  async once(path, options) {
    const headers = { "X-Desk-Pass": this.pass, "X-CSRFToken": this.token, Accept: "application/json" };
    try {
      const signal = AbortSignal.timeout(options.wait ?? WAIT);
      const response = await fetch(this.base + path, { ...options, headers, signal, cache: "no-store" });
      return verdict(response.status, await read(response));
    } catch {
      return lost("away");
    }
  }

  ask(path) {
    return this.once(path, { method: "GET" });
  }

  /** Send pairs of names and values; once more with a fresh token if the session is a newer one. */
  async send(path, pairs) {
    const post = () => {
      const body = new FormData();
      for (const [name, value] of pairs) body.append(name, value);
      const wait = pairs.some(([, value]) => value instanceof Blob) ? WAIT_FOR_A_FILE : WAIT;
      return this.once(path, { method: "POST", body, wait });
    };
    const outcome = await post();
    if (outcome.kind !== "token") return outcome;
    const renewed = await this.renew();
    return renewed.kind === "done" ? post() : renewed;
  }

  async renew() {
    const outcome = await this.ask("session");
    if (outcome.kind !== "done") return outcome;
    if (outcome.body.user !== this.user) return lost("someone_else");
    this.token = outcome.body.token;
    return outcome;
  }
}
