/** A site to follow in tests: streams that are opened by hand, polls that answer what is set. */

import { Follower } from "../../static/newsroom/live/follow.js";
import { Clock } from "./clock.js";
import { delta } from "./newsday.js";

export class Newsroom {
  version = 10;
  applied = [];
  streams = [];
  polls = [];
  reloads = 0;
  told = "";
  answer = () => delta(this.version, this.version);

  constructor(t) {
    this.clock = new Clock(t);
    this.follower = new Follower({
      page: this,
      open: (since, on) => this.#open(since, on),
      ask: async (since) => {
        this.polls.push(since);
        return this.answer(since);
      },
      reload: () => (this.reloads += 1),
      tell: (text) => (this.told = text),
    });
    this.follower.listen();
  }

  /** The page's part: the cursor moves. */
  apply(it) {
    this.applied.push(it.version);
    this.version = it.version;
  }

  get stream() {
    return this.streams.at(-1);
  }

  pass(ms) {
    return this.clock.pass(ms);
  }

  /** The stream is open and has had its heartbeat: all is well. */
  well() {
    this.stream.opened();
    this.stream.heard();
  }

  /** From now on polls fail, with `status` known to transport.js as `failure`. */
  refuse(failure = {}) {
    this.answer = () => Promise.reject(failure);
  }

  recover() {
    this.answer = () => delta(this.version, this.version);
  }

  #open(since, on) {
    const stream = { since, closed: false, ...on, close: () => (stream.closed = true) };
    this.streams.push(stream);
    return stream;
  }
}
