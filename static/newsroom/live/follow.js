/** Moves a page's cursor: by the stream or, while that fails, by polling. */

import { judge } from "./delta.js";

// Milliseconds, but for TRIES.
const SOON = 1_500;
const SPREAD = 3_000; // of those whose server stops
const POLL = 5_000; // until told otherwise
const LONGEST = 30_000;
const SLOW_POLL = 60_000;
const FIRST_WORD = 20_000; // of an open stream: some proxies hold it back
const TRIES = 5; // in a row, then only now and then
const NOW_AND_THEN = 120_000;
const PATIENCE = 5_000; // before readers are told
const HIDDEN_LONG = 300_000;

/** Give or take a quarter: readers should not come all together. */
export const jitter = (ms) => ms * (0.75 + Math.random() / 2);

/** After so many failures: a second, doubling up to thirty. */
export const backoff = (failures) => jitter(Math.min(LONGEST, 500 * 2 ** failures));

export class Follower {
  #timers = {};
  #stream;
  #heard = false;
  #failures = 0; // of streams, in a row
  #pollEvery = POLL;
  #wanted = 0; // the highest version heard of
  #asking = false;
  #stopped = false;
  #offline = false;
  #asleep = false;

  /** `page` is page.js; `open(since, on)` and `ask(since)` are transport.js. */
  constructor({ page, open, ask, reload, tell }) {
    Object.assign(this, { page, open, ask, reload, tell });
  }

  /** Open the stream; until it speaks, poll as well. */
  listen() {
    this.#close();
    if (this.#stopped || this.#offline || this.#asleep) return;
    this.#stream = this.open(this.page.version, {
      opened: () => this.#well(FIRST_WORD),
      heard: (delta) => this.#hear(delta),
      failed: () => this.#lose(),
    });
    this.#pollUnlessDue();
  }

  /** The reader is back. A new stream: the old one may be half open. */
  wake() {
    if (this.#stopped) return;
    this.#in("sleep");
    this.#asleep = false;
    this.#pollIn(SOON);
    this.listen();
  }

  hide() {
    this.#in("sleep", HIDDEN_LONG, () => {
      this.#asleep = true;
      this.#retreat();
    });
  }

  offline() {
    if (this.#stopped) return;
    this.#offline = true;
    this.#say("Updates paused");
    this.#retreat(); // no further: browsers have been wrong about this
  }

  online() {
    this.#offline = false;
    this.#failures = 0;
    this.#say("");
    this.wake();
  }

  /** Leave nothing open; a page that is shown again wakes. */
  leave() {
    this.#close();
    for (const name in this.#timers) this.#in(name);
  }

  #hear(delta) {
    this.#heard = true;
    this.#failures = 0;
    this.#well();
    if (delta) this.#take(delta);
  }

  #lose() {
    this.#close();
    this.#failures += 1;
    const later = Math.random() * SPREAD;
    this.#listenIn(later + (this.#failures > TRIES ? jitter(NOW_AND_THEN) : backoff(this.#failures)));
    if (this.#failures > 1) return this.#pollUnlessDue();
    this.#unwell();
    this.#pollIn(later + jitter(SOON));
  }

  async #poll() {
    if (this.#asking || this.#stopped) return;
    this.#asking = true;
    let wait;
    try {
      this.#answered(await this.ask(this.page.version));
      wait = this.#behind && jitter(SOON); // it came from a cache
    } catch (error) {
      wait = this.#refused(error);
    }
    this.#asking = false;
    if (this.#stopped) return;
    if (this.#behind || !this.#heard) this.#pollIn(wait || this.#pace);
  }

  #answered(delta) {
    if (this.#stopped) return;
    this.#well();
    if (this.#offline) this.online();
    this.#take(delta);
  }

  #refused({ gone, wait }) {
    if (gone) this.#startOver();
    this.#unwell();
    this.#pollEvery = Math.min(LONGEST, 2 * this.#pollEvery);
    if (wait && this.#timers.listen) this.#listenIn(jitter(wait));
    return jitter(wait);
  }

  #take(delta) {
    const verdict = judge(delta, this.page.version);
    if (verdict === "reset") return this.#startOver();
    this.#pollEvery = delta.next_poll_ms;
    this.#wanted = Math.max(this.#wanted, delta.version);
    if (verdict === "gap") return this.#pollIn(0);
    if (verdict === "apply") this.#apply(delta);
    if (delta.version === this.page.version && delta.status !== "live") this.#stop();
  }

  #apply(delta) {
    try {
      this.page.apply(delta);
    } catch (error) {
      reportError(error);
      this.#startOver(); // rather than show half of it
    }
  }

  #startOver() {
    this.#stop();
    this.reload();
  }

  #stop() {
    this.#stopped = true;
    this.leave();
    this.tell("");
  }

  #close() {
    this.#in("listen");
    this.#stream?.close();
    this.#stream = null;
    this.#heard = false;
  }

  #retreat() {
    if (this.#stopped) return;
    this.#close();
    this.#pollIn(this.#pace);
  }

  #well(later) {
    this.#say("");
    if (this.#behind) return;
    if (later) this.#pollIn(later);
    else if (this.#heard) this.#in("poll");
  }

  #unwell() {
    if (this.#stopped || this.#offline || this.#timers.say) return;
    this.#in("say", PATIENCE, () => this.tell("Reconnecting…"));
  }

  #say(text) {
    this.#in("say");
    this.tell(text);
  }

  get #behind() {
    return this.page.version < this.#wanted;
  }

  get #pace() {
    const slow = this.#asleep || this.#offline;
    return jitter(slow ? Math.max(this.#pollEvery, SLOW_POLL) : this.#pollEvery);
  }

  #pollUnlessDue() {
    if (!this.#timers.poll) this.#pollIn(this.#pace);
  }

  #pollIn(ms) {
    this.#in("poll", ms, () => this.#poll());
  }

  #listenIn(ms) {
    this.#in("listen", ms, () => this.listen());
  }

  /** Replace a timer; without `call` by none. */
  #in(name, ms, call) {
    clearTimeout(this.#timers[name]);
    const fire = () => {
      this.#timers[name] = null;
      call();
    };
    this.#timers[name] = call && setTimeout(fire, ms);
  }
}
