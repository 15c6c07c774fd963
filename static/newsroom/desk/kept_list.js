/** Texts this browser kept: this tab's own comes back by itself, others are offered. */

import { button, make } from "./dom.js";
import { called, clock } from "./kept.js";

/** `waits(kept)`: whether it is in the outbox as it is; `press()`: the composer's buttons. */
export function keptTexts({ form, composer, drawer, conflict, waits, press }) {
  const list = form.querySelector("[data-kept]");
  let drawing = 0;

  function restore(found) {
    const { kept } = found;
    conflict.clear();
    composer.restore(kept);
    drawer.adopt(found);
    composer.changed();
    composer.focus();
    // A colleague was first. Against the revision it began from it is refused again, with both texts.
    if (kept.stale) press().send(kept.stale);
  }

  function item(found) {
    const { kept } = found;
    const name = kept.meta.entry ? `changes to ${kept.meta.name}` : called(kept.state);
    const why = kept.why ? `${kept.why} ` : "";
    return make(
      "li", {},
      make("span", { textContent: `Not saved, typed at ${clock(kept.at)}: ${name}. ${why}` }),
      button("Put it back", () => {
        if (composer.dirty) drawer.keep(composer.kept());
        restore(found);
      }),
      button("Drop it", () => {
        drawer.drop(found);
        draw();
        composer.focus();
      }),
    );
  }

  async function draw() {
    drawing += 1;
    const asked = drawing;
    const found = await drawer.free();
    if (asked !== drawing) return; // a later one was asked for
    const others = found.filter(({ key, kept }) => key !== composer.meta?.key && !waits(kept));
    list.replaceChildren(...others.map(item));
    list.hidden = others.length === 0;
  }

  /** After a reload the tab goes on with what it had. */
  async function own() {
    const mine = drawer.mine();
    const found = drawer.all().find(({ name, kept }) => name === mine && !waits(kept));
    if (found && (await drawer.tab.gone(found.tab))) {
      if (composer.dirty) drawer.keep(composer.kept()); // a hand was quicker
      restore(found);
    }
    draw();
  }

  // Another tab kept its first letter, or its site said that it is stored.
  window.addEventListener("storage", ({ key, oldValue, newValue }) => {
    if (key?.startsWith(drawer.prefix) && (oldValue === null) !== (newValue === null)) draw();
  });

  return { draw, own, restore };
}
