/** Sends what waits in the outbox, one after the other, until the site has answered. */

import { standing } from "./outbox.js";
import { pause, Site } from "./talk.js";

const PATIENT = 4_000; // ms before the composer is free while the site thinks
const LATER = new Set(["away", "broken", "signed_out", "someone_else"]);

const after = (ms) => new Promise((done) => { setTimeout(done, ms); });

export class Sender {
  /** `parts`: outbox, site, settled(item, outcome), changed(). */
  constructor(parts) {
    Object.assign(this, parts, { awaited: new Map(), failures: 0, timer: 0, why: null, current: "" });
    for (const event of ["online", "focus", "pageshow"]) window.addEventListener(event, () => this.soon(0));
    document.addEventListener("resume", () => this.soon(0));
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.soon(0); });
  }

  /**
   * Send a fresh item after those before it: the site's outcome, or `{kind: "waiting"}` if that will
   * take its time. As long as `busy()`, there is no giving up.
   */
  async deliver(item, busy) {
    const answered = new Promise((resolve) => { this.awaited.set(item.key, resolve); });
    this.run();
    const outcome = (await Promise.race([answered, after(PATIENT)])) ?? (busy() ? await answered : null);
    this.awaited.delete(item.key);
    this.changed();
    return outcome ?? { kind: "waiting", message: "The site does not answer." };
  }

  /** The site answers something else: what waits for it may go. */
  well() {
    if (this.why && this.why !== "broken") this.soon(0);
  }

  soon(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), wait);
  }

  async run() {
    this.more = true;
    if (this.running) return;
    this.running = true;
    while (this.more) {
      this.more = false;
      await this.round();
    }
    this.running = false;
    this.changed();
    if (this.why) this.soon(pause(this.failures));
  }

  async round() {
    await this.outbox.adopt();
    this.why = null;
    for (;;) {
      const item = this.outbox.mine().find((each) => !standing(each, Date.now()));
      if (!item) return;
      const outcome = await this.attempt(item);
      if (outcome && LATER.has(outcome.kind)) {
        this.rest(outcome);
        return;
      }
    }
  }

  /** Not now: whoever waits for an answer is told, and it is tried again later. */
  rest({ kind, message }) {
    this.failures += 1;
    this.why = kind;
    for (const resolve of this.awaited.values()) resolve({ kind: "waiting", why: kind, message });
  }

  async attempt(item) {
    const site = item.blog === this.outbox.blog ? this.site : this.siteOf(item);
    if (item.asked) {
      const outcome = await this.look(site, item);
      if (outcome) return outcome;
    }
    this.current = item.key;
    this.outbox.update(item, { asked: true });
    this.changed();
    const outcome = await site.send(item.path, item.pairs);
    this.current = "";
    if (!this.outbox.find(item)) return null; // taken back meanwhile
    if (outcome.kind === "broken" && item.asked) this.outbox.update(item, { tries: (item.tries ?? 0) + 1 });
    if (!LATER.has(outcome.kind)) this.finish(item, outcome);
    return outcome;
  }

  finish(item, outcome) {
    this.failures = 0;
    this.outbox.remove(item);
    const waiting = this.awaited.get(item.key);
    if (waiting) waiting(outcome);
    else this.settled(item, outcome);
  }

  /** Before what waited is sent: is it the same person, and is the coverage still on? */
  async look(site, item) {
    const outcome = await site.renew();
    if (outcome.kind === "refused") this.finish(item, outcome);
    else if (outcome.kind === "done" && item.status === "live" && outcome.body.status !== "live") {
      // Kept, for this page may hear of it later than whoever says that it is to go.
      this.outbox.update(item, { ended: true, status: outcome.body.status });
      return { kind: "held" };
    }
    return outcome.kind === "done" ? null : outcome;
  }

  siteOf({ base, pass }) {
    return new Site(base, { pass, user: this.site.user }, this.site.token);
  }
}
