/** What the site finds at embedded addresses, while the update is being written. */

import { foundThere } from "./chips.js";

const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000]; // ms between looks at what the worker found

export class Lookups {
  constructor(form, rows, site) {
    Object.assign(this, { rows, site, asked: new Set() });
    this.list = form.querySelector('[data-rows="embeds"]');
  }

  /** Ask about every address that nothing is known of yet; once for each. */
  look() {
    for (const { url, found } of this.rows.rows.embeds) {
      if (!url || this.asked.has(url) || (found && found.state !== "unsaved")) continue;
      if (!/^https?:\/\/\S+\.\S+/i.test(url)) continue;
      this.asked.add(url);
      this.ask(url, () => this.site.send("embeds/look", [["url", url]]), WAITS);
    }
  }

  async ask(url, question, [wait, ...later]) {
    const outcome = await question();
    if (outcome.kind !== "done") {
      this.asked.delete(url);
      return;
    }
    this.tell(url, outcome.body.found);
    if (outcome.body.found.state !== "pending" || !wait) return;
    setTimeout(() => {
      if (!this.rows.rows.embeds.some((row) => row.url === url)) return;
      this.ask(url, () => this.site.ask(`embeds/known?${new URLSearchParams({ url })}`), later);
    }, wait);
  }

  /** Into the row and on its card, without drawing anew what somebody may be typing in. */
  tell(url, found) {
    this.rows.rows.embeds.forEach((row, index) => {
      if (row.url !== url) return;
      row.found = found;
      const line = this.list.children[index]?.querySelector("[data-found]");
      if (line && line.textContent !== foundThere(found)) line.textContent = foundThere(found);
    });
  }
}
