/** What is typed into a question, such as a kill's reason, kept until it is done. */

import { readable } from "../admin/keep.js";

const OTHERS = new Set(["hidden", "radio", "checkbox", "submit", "button"]);

/** The controls whose texts come back: none that only confirms, and nothing the site put there. */
export const answering = (controls) =>
  [...controls].filter(({ name, type }) => name && name !== "word" && !OTHERS.has(type));

export class Answers {
  constructor(shelf, prefix) {
    Object.assign(this, { shelf, prefix: `${prefix}asked:` });
  }

  keep(path, form) {
    const fields = answering(form.elements).map(({ name, value }) => [name, value]);
    this.shelf.put(this.prefix + path, JSON.stringify({ at: Date.now(), fields }));
  }

  /** Into a question that is asked again, whatever came between. */
  fill(path, form) {
    const kept = readable(this.shelf.get(this.prefix + path), Date.now());
    const values = new Map(kept?.fields ?? []);
    for (const control of answering(form.elements)) {
      if (values.has(control.name)) control.value = values.get(control.name);
    }
  }

  forget(path) {
    this.shelf.remove(this.prefix + path);
  }
}
