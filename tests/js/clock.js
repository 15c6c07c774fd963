/** A clock for tests: time passes when `pass(ms)` is called, and chance is always one half. */

export class Clock {
  now = 1_000_000;
  #due = new Map();
  #next = 1;

  /** Take over the timers of this test; they come back after it. */
  constructor(t) {
    t.mock.method(globalThis, "setTimeout", (call, ms = 0) => this.#set(call, ms));
    t.mock.method(globalThis, "clearTimeout", (id) => this.#due.delete(id));
    t.mock.method(Math, "random", () => 0.5);
    t.mock.method(Date, "now", () => this.now);
  }

  /** Let `ms` pass, with every timer that falls due in it and whatever it sets in turn. */
  async pass(ms) {
    const end = this.now + ms;
    await settled();
    for (let next = this.#first(); next && next.at <= end; next = this.#first()) {
      this.now = Math.max(this.now, next.at);
      this.#due.delete(next.id);
      next.call();
      await settled();
    }
    this.now = end;
  }

  #set(call, ms) {
    const id = this.#next++;
    this.#due.set(id, { id, at: this.now + ms, call });
    return id;
  }

  #first() {
    return [...this.#due.values()].sort((a, b) => a.at - b.at || a.id - b.id)[0];
  }
}

/** Every promise that can settle now has settled. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
