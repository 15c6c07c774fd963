/** What colleagues do: asked for about once a second while the page is in sight. */

import { pause } from "./talk.js";

export class Follow {
  /** `heard(body)` takes what moved; `state(message)` says how the connection is ("" for well), `well()` that it is. */
  constructor(site, { version, pinned, tasks, people, heard, state, well, anew }) {
    Object.assign(this, { site, version, pinned, tasks, people, heard, state, well, anew, failures: 0, timer: 0, stopped: false });
    document.addEventListener("visibilitychange", () => this.soon(0));
    window.addEventListener("online", () => this.soon(0));
    this.soon(pause(0));
  }

  soon(wait) {
    clearTimeout(this.timer);
    if (!this.stopped && !document.hidden) this.timer = setTimeout(() => this.look(), wait);
  }

  async look() {
    if (this.looking) return;
    this.looking = true;
    const query = new URLSearchParams({ since: this.version, pinned: this.pinned ?? "", tasks: this.tasks, people: this.people });
    const outcome = await this.site.ask(`changes?${query}`);
    this.looking = false;
    const well = outcome.kind === "done";
    this.failures = well ? 0 : this.failures + 1;
    if (well && outcome.body) await this.take(outcome.body);
    this.tell(outcome);
    this.soon(well && outcome.body?.more ? 0 : pause(this.failures));
  }

  async take(body) {
    if (body.reset) {
      await this.anew();
    } else {
      this.heard(body);
      if (body.blog) this.pinned = body.blog.pinned;
    }
    this.version = body.version;
  }

  tell({ kind, message, body, status }) {
    if (body?.code === "left" || status === 404) {
      this.stopped = true;
      this.state(message);
    } else if (kind === "done") {
      this.state("");
      this.well();
    } else if (kind === "signed_out" || this.failures > 2) {
      this.state(kind === "away" ? "The site cannot be reached: what colleagues do arrives when it is back." : message);
    }
  }
}
