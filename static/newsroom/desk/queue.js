/** What the wires want an editor to look at: drawn as the site has it, dealt with by its buttons. */

import { SEEN } from "../inbox/alarm.js";
import { fill } from "../live/fragment.js";
import { home } from "./dom.js";
import { edge, scroller, shift } from "./scroll.js";

/** Which control had the focus, so that it has it again after the region was drawn anew. */
function held(region) {
  const { activeElement } = document;
  if (!region.contains(activeElement)) return null;
  const names = ["data-task-seen", "data-task-take", "data-task-do", "data-task-ask"];
  const name = names.find((each) => activeElement.hasAttribute(each));
  return { task: activeElement.closest("[data-task]")?.dataset.task, name };
}

export class Queue {
  /** `parts`: site, say, heard(body), question, propose(body, verb). */
  constructor(parts) {
    Object.assign(this, parts);
    this.alarms = document.querySelector("#desk-alarms");
    this.list = document.querySelector("#desk-tasks");
    this.announcer = document.querySelector("#desk-alarm");
    for (const region of [this.alarms, this.list]) region.addEventListener("click", (event) => this.click(event));
  }

  /** `{mark, alarms, html, loud}` of an answer. */
  take(tasks) {
    if (!tasks) return;
    this.draw(this.alarms, tasks.alarms);
    this.draw(this.list, tasks.html);
    if (this.announcer.textContent !== tasks.loud) this.announcer.textContent = tasks.loud;
  }

  draw(region, html) {
    const focus = held(region);
    const open = [...region.querySelectorAll("details")].map((each) => [each.closest("[data-task]").dataset.task, each.open]);
    const place = scroller(region);
    const above = region.getBoundingClientRect().bottom;
    fill(region, html);
    for (const [task, was] of open) {
      const details = region.querySelector(`[data-task="${task}"] details`);
      if (details) details.open = was;
    }
    // What somebody reads stays where it is, unless they look at the top.
    const grown = region.getBoundingClientRect().bottom - above;
    if (grown && above < edge(place)) shift(place, grown);
    if (!focus) return;
    const card = region.querySelector(`[data-task="${focus.task}"]`);
    (card?.querySelector(`[${focus.name}]`) ?? card ?? home())?.focus({ preventScroll: true });
  }

  click(event) {
    const pressed = event.target.closest("button");
    const task = pressed?.closest("[data-task]")?.dataset.task;
    if (!task) return;
    const { taskSeen, taskTake, taskDo, taskAsk } = pressed.dataset;
    if (taskSeen !== undefined) this.acknowledge(taskSeen, pressed.closest("[data-chain]")?.dataset.chain);
    else if (taskDo !== undefined) this.send(`tasks/${task}/${taskDo}`, []);
    else if (taskAsk !== undefined) this.ask(task, taskAsk);
    else if (taskTake !== undefined) this.compose(task, taskTake);
  }

  async acknowledge(ids, chain) {
    const outcome = await this.send("tasks/seen", [["ids", ids]]);
    if (chain && outcome.kind === "done") document.dispatchEvent(new CustomEvent(SEEN, { detail: Number(chain) }));
  }

  async send(path, pairs) {
    const outcome = await this.site.send(path, pairs);
    if (outcome.kind === "done") this.heard(outcome.body);
    this.say(outcome.body?.message ?? outcome.message);
    return outcome;
  }

  ask(task, what) {
    this.question.ask(`tasks/${task}/${what}`, {
      done: ({ body }) => { this.heard(body); this.say(body.message); },
      failed: this.say,
      back: home,
    });
  }

  /** Into the composer with it, as something to read and to change: nothing is published by this. */
  async compose(task, verb) {
    const outcome = await this.site.ask(`tasks/${task}`);
    if (outcome.kind === "done") this.propose(outcome.body, verb);
    else this.say(outcome.message);
  }
}
