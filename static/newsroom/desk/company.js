/** Everybody else at this desk: who is here, who has what open, who says nearly the same. */

import { Alike } from "./alike.js";
import { Hold } from "./hold.js";
import { People } from "./people.js";
import { Presence } from "./presence.js";

/** `parts`: what the desk is put together of; what it does with others is asked of the answer. */
export function company({ setup, form, site, composer, drawer, timeline, follow, announcer, say, next }) {
  const announce = (text) => { announcer.textContent = text; };
  const alike = new Alike({ form, find: (id) => timeline.find(id), say, announce });
  const people = new People({
    me: setup.user,
    root: timeline.root,
    people: setup.people,
    moved({ mark, opened }) {
      follow.people = mark;
      hold.look(opened);
    },
  });
  const presence = new Presence({
    site,
    composing: () => ({
      entry: composer.meta?.entry ?? null,
      headline: form.elements.headline.value,
      body: form.elements.body.value,
    }),
    heard(body) {
      people.take(body.people);
      alike.take(body.alike);
    },
  });
  const hold = new Hold({
    form, composer, say, me: setup.user,
    keep: () => drawer.keep(composer.kept()),
    take: () => presence.take(),
    /** What stands now, without taking the focus from where it is. */
    async anew(entry, focus) {
      const outcome = await site.ask(composer.meta.path ?? `entries/${entry}`);
      if (outcome.kind === "done" && composer.meta.entry === entry && !composer.dirty) composer.load(outcome.body);
      if (focus) composer.focus();
    },
    back() {
      if (composer.dirty) drawer.keep(composer.kept());
      next();
    },
  });

  return {
    take: (region) => people.take(region),
    start() {
      presence.start();
      hold.look(setup.people.opened);
    },
    /** Something changed in the composer. */
    look() {
      hold.look();
      presence.look();
    },
    /** Something else is in the composer. */
    turned() {
      hold.look();
      presence.turned();
    },
    pairs: () => alike.pairs(),
    /** Why nothing can be sent now; "" if it can. */
    get reason() {
      return hold.reason;
    },
    ask: (refusal, go, back) => alike.ask(refusal, go, back),
  };
}
