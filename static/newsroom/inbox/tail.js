/** What arrives: asked for every two seconds, and less often out of sight, where it still alarms. */

import { pause } from "../desk/talk.js";

const OUT_OF_SIGHT = 10_000; // ms
const LONGEST = 8_000; // ms: however often it failed, a kill must not wait for the next look

export class Tail {
  /** `heard(body)` takes what moved; `anew()` is for more than that; `state(message)` tells how it goes. */
  constructor(site, list, { heard, anew, state }) {
    Object.assign(this, { site, list, heard, anew, state, tag: "", failures: 0, timer: 0, looking: false });
    document.addEventListener("visibilitychange", () => this.soon(0));
    window.addEventListener("online", () => this.soon(0));
    this.soon(0);
  }

  soon(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), document.hidden ? Math.max(wait, OUT_OF_SIGHT) : wait);
  }

  async look() {
    if (this.looking) return;
    if (!this.list.since) { // an older page is followed by nothing, until it is filtered
      this.soon(2000);
      return;
    }
    this.looking = true;
    const asked = this.list.query().toString();
    const query = new URLSearchParams([...this.list.query(), ["since", this.list.since], ["tag", this.tag], ["shown", this.list.shown]]);
    const outcome = await this.site.ask(`arrivals?${query}`);
    this.looking = false;
    const well = outcome.kind === "done";
    this.failures = well ? 0 : this.failures + 1;
    if (well && outcome.body && asked === this.list.query().toString()) await this.take(outcome.body);
    if (well) this.state("");
    else if (this.failures > 1 || outcome.kind === "signed_out") this.state(outcome.message);
    this.soon(Math.min(2 * pause(this.failures), LONGEST));
  }

  async take(body) {
    this.heard(body);
    this.list.since = body.since;
    this.tag = body.tag ?? "";
    if (body.reset) await this.anew(); // more has moved than was told
  }
}
