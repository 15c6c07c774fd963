/** Signs of life: that this desk is open, what it has in the composer, and whether somebody types. */

import { newKey } from "./key.js";
import { gist, plain } from "./likeness.js";

const BEAT = 15_000; // ms between two signs of life when nothing happens
const STEP = 5_000; // ms between two while somebody types
const REST = 4_000; // ms without a key, and nobody is typing any more

/** How long until the next sign of life, in ms. `ago`: since the last one. */
export const until = (ago, typing) => Math.max(0, (typing ? STEP : BEAT) - ago);

/** What the site needs to compare: hashes of the words, not the words. */
export const told = ({ headline, body }) => JSON.stringify(gist(`${headline}\n${plain(body)}`));

export class Presence {
  /** `composing()` is `{entry, headline, body}`; `heard(body)` takes the answers. */
  constructor({ site, composing, heard }) {
    Object.assign(this, { site, composing, heard, tab: newKey(), typing: false, last: 0, timer: 0 });
    Object.assign(this, { rest: 0, entry: null, text: "", stopped: false, asked: null, wanted: false });
  }

  start() {
    document.addEventListener("visibilitychange", () => !document.hidden && this.tell());
    window.addEventListener("pagehide", () => this.leave());
    window.addEventListener("pageshow", (event) => event.persisted && this.tell());
    this.note();
    this.tell();
  }

  /** What is in the composer now; keeps what was there before in mind. */
  note() {
    const now = this.composing();
    const [text, entry] = [`${now.headline}\n${now.body}`, now.entry];
    const found = { turned: entry !== this.entry, typed: entry === this.entry && text !== this.text };
    Object.assign(this, { entry, text });
    return found;
  }

  /** Something changed in the composer: a key, or another update in it. */
  look() {
    const { turned, typed } = this.note();
    if (turned) {
      this.rested();
      this.tell();
    } else if (typed) {
      this.key();
    }
  }

  /** Another composition is in the composer: nobody typed that. */
  turned() {
    this.note();
    this.rested();
    this.tell();
  }

  key() {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => { this.rested(); this.tell(); }, REST);
    const began = !this.typing;
    this.typing = true;
    if (began) this.tell();
    else this.soon();
  }

  rested() {
    clearTimeout(this.rest);
    this.typing = false;
  }

  soon() {
    clearTimeout(this.timer);
    if (this.stopped || document.hidden) return;
    this.timer = setTimeout(() => this.tell(), until(Date.now() - this.last, this.typing));
  }

  /** One sign of life at a time: what happens meanwhile is said by the next. */
  tell() {
    if (this.stopped) return null;
    if (this.asked) {
      this.wanted = true;
      return this.asked;
    }
    this.asked = this.send().finally(() => {
      this.asked = null;
      if (this.wanted) this.tell();
      else this.soon();
    });
    return this.asked;
  }

  async send(more = []) {
    clearTimeout(this.timer);
    this.wanted = false;
    this.last = Date.now();
    const now = this.composing();
    const pairs = [["tab", this.tab], ["entry", now.entry ?? ""], ["writing", this.typing ? "1" : ""], ["gist", told(now)]];
    const outcome = await this.site.send("here", [...pairs, ...more]);
    if (outcome.body?.code === "left" || outcome.status === 404) this.stopped = true;
    if (outcome.kind === "done" && outcome.body && this.composing().entry === now.entry) this.heard(outcome.body);
    return outcome;
  }

  /** Take the entry in the composer over from whoever has it. */
  async take() {
    await this.asked;
    return this.send([["take", "1"]]);
  }

  /** The page goes: the browser sends this after it. */
  leave() {
    clearTimeout(this.timer);
    if (this.stopped) return;
    const body = new FormData();
    body.append("tab", this.tab);
    body.append("left", "1");
    this.site.once("here", { method: "POST", body, keepalive: true });
  }
}
