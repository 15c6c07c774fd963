/** Puts the outbox together, and says what becomes of what waited in it. */

import { Outbox } from "./outbox.js";
import { OutboxList } from "./outbox_list.js";
import { Sender } from "./sender.js";

/** A refused composition as it is kept: why, the button of a stale one, what it has become. */
export function refusal(item, { body, message }) {
  const { kept } = item;
  const errors = Object.values(body?.errors ?? {}).flat();
  const why = errors.length ? errors.join(" ") : message;
  if (body?.code === "stale") return { ...kept, why, stale: item.verb };
  if (body?.code !== "key_reused" || !body.current) return { ...kept, why };
  const { entry, revision, state, name, notice, buttons } = body.current;
  return { ...kept, why, base: null, meta: { ...kept.meta, entry, revision, state, name, notice, buttons } };
}

/** `desk`: setup, form, composer, drawer, shelf, tab, site, say, kept(), press(), status(). */
export function unsent(desk) {
  const { setup, composer, drawer, shelf, tab } = desk;
  const outbox = new Outbox(shelf, setup.user, setup.blog, tab);
  const home = () => desk.form.querySelector(".ProseMirror") ?? desk.form.elements.body;
  const list = new OutboxList(desk.form.querySelector("[data-outbox]"), {
    outbox, tab, home, back,
  });
  const sender = new Sender({ outbox, site: desk.site, settled, changed: () => list.draw() });
  list.sender = sender;

  function settled(item, outcome) {
    const name = item.blog === setup.blog ? "" : `${item.title}: `;
    if (outcome.kind === "done") {
      if (!name) desk.press().stored(item.verb, item.kept, outcome.body, null);
      list.tell(`${name}${outcome.body.message} It was pressed earlier.`);
    } else {
      const kept = refusal(item, outcome);
      drawer.lay({ at: item.at, ...kept }, item.blog);
      list.tell(`${name}Not sent: ${kept.why} Your text is kept: put it back to go on with it.`);
    }
    desk.kept().draw();
  }

  /** Out of the queue, into the composer; what is there is kept. */
  function back(item) {
    if (!outbox.find(item)) return; // it went this moment
    if (composer.dirty) drawer.keep(composer.kept());
    const found = drawer.keep(item.kept, { at: item.at });
    outbox.remove(item);
    desk.kept().restore(found);
    desk.say("Taken out of the queue: it is not sent. Press the button when it is to go.");
    list.draw();
  }

  return {
    outbox,
    sender,
    /** What `verb` is to send, in storage before anything is asked of the network. */
    add(verb, path, sent) {
      const label = composer.buttons.find((each) => each.verb === verb)?.label ?? verb;
      return outbox.add({
        key: sent.key, verb, label: label.replace("…", ""), path, pairs: composer.pairs(verb), kept: sent,
        base: desk.site.base, pass: setup.pass, title: setup.title, status: desk.status(),
      });
    },
  };
}
