/** What arrives: asked for every two seconds, and less often out of sight, where it still alarms. */

import { pause } from "../desk/talk.js";

const OUT_OF_SIGHT = 10_000; // ms

export class Tail {
  /** `heard(body)` takes what moved; `anew()` loads everything; `state(message)` tells how it goes. */
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
    if (this.looking || !this.list.since) return;
    this.looking = true;
    const asked = this.list.query().toString();
    const query = new URLSearchParams([...this.list.query(), ["since", this.list.since], ["tag", this.tag]]);
    const outcome = await this.site.ask(`arrivals?${query}`);
    this.looking = false;
    const well = outcome.kind === "done";
    this.failures = well ? 0 : this.failures + 1;
    if (well && outcome.body && asked === this.list.query().toString()) await this.take(outcome.body);
    if (well) this.state("");
    else if (this.failures > 2 || outcome.kind === "signed_out") this.state(outcome.message);
    this.soon(2 * pause(this.failures));
  }

  async take(body) {
    if (body.reset) {
      this.tag = "";
      await this.anew();
      return;
    }
    this.heard(body);
    this.list.since = body.since;
    this.tag = body.tag;
  }
}
