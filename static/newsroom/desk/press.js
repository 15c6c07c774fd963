/** The composer's buttons: asking what has to be asked, sending, and what comes of it. */

import { articleOf } from "../live/fragment.js";
import { open } from "./dialogs.js";
import { complain, sentences } from "./dom.js";
import { same } from "./merge.js";
import { WHY } from "./outbox_list.js";
import { shown } from "./timeline.js";

const REST = 400; // ms without a key before the preview is drawn again
const UPLOADING = "A picture is still being taken in. Press once more when it is in.";

export class Press {
  /** `parts`: composer, conflict, drawer, unsent, site, say, heard(body), next(), others(), pictures(), finish(). */
  constructor(parts) {
    Object.assign(this, parts);
    this.errors = this.composer.form.querySelector("[data-errors]");
    this.schedule = document.querySelector("#schedule-dialog");
    this.correct = document.querySelector("#correct-dialog");
    this.previewing = document.querySelector("#preview-dialog");
    this.schedule.querySelector("[data-do]").addEventListener("click", () => this.send("schedule", this.schedule));
    this.correct.querySelector("[data-do]").addEventListener("click", () => this.send("correct", this.correct));
    this.correct.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.draw(this.correct), REST);
    });
  }

  press(verb) {
    if (verb !== "save") this.finish(); // a draft may end in half an address
    if (verb !== "preview" && this.hindered()) return;
    if (verb === "schedule") this.ask(this.schedule, "input");
    else if (verb === "correct") this.ask(this.correct, "textarea", true);
    else if (verb === "preview") this.ask(this.previewing, "[data-close]", true);
    else this.send(verb);
  }

  /** Whether a colleague has it, or it lacks a picture: then it is said, in the dialog it was pressed in too. */
  hindered(dialog = null) {
    const reason = this.others().reason || (this.pictures().sending ? UPLOADING : "");
    if (reason) this.say(reason);
    if (reason && dialog?.open) complain(dialog.querySelector("[data-errors]"), [reason]);
    return Boolean(reason);
  }

  async ask(dialog, first, preview = false) {
    const unchanged = dialog.querySelector("[data-unchanged]");
    if (unchanged) unchanged.hidden = this.composer.changes;
    open(dialog, () => this.composer.form.querySelector("[data-buttons] button"));
    dialog.querySelector(first).focus();
    if (preview) await this.draw(dialog);
  }

  /** What readers would see, by the one renderer. */
  async draw(dialog) {
    const place = dialog.querySelector("[data-preview]");
    const { composer } = this;
    const asked = (this.asked = (this.asked ?? 0) + 1);
    const outcome = await this.site.send(composer.at("preview"), composer.pairs(dialog === this.correct ? "correct" : "preview"));
    if (asked !== this.asked) return; // a later one was asked for: answers may overtake each other
    if (outcome.kind !== "done") {
      place.textContent = sentences(outcome, composer.form).join(" ");
      return;
    }
    place.replaceChildren(shown(articleOf(outcome.body.html)));
  }

  /** Send it; `dialog` is the one it was pressed in. */
  async send(verb, dialog = null) {
    const { composer } = this;
    if (this.sending || this.hindered(dialog)) return;
    this.sending = true;
    const sent = composer.kept();
    this.drawer.keep(sent);
    this.say("Sending…");
    const item = this.unsent.add(verb, composer.at("save"), sent);
    const typedOn = () => composer.meta.key === sent.key && !same(sent.state, composer.read());
    const outcome = await this.unsent.sender.deliver(item, typedOn);
    this.sending = false;
    if (outcome.kind === "waiting") this.waits(item, outcome, dialog, typedOn());
    else if (outcome.kind === "done") this.stored(verb, sent, outcome.body, dialog);
    else this.refused(outcome, dialog, verb, sent);
  }

  stored(verb, sent, body, dialog) {
    const { composer } = this;
    const typedOn = composer.meta.key === sent.key && !same(sent.state, composer.read());
    dialog?.close();
    this.drawer.stored(sent);
    this.heard(body);
    if (composer.meta.key === sent.key) {
      complain(this.errors, []);
      this.conflict.clear();
      this.after(verb, sent, body, typedOn);
      if (composer.meta.key !== sent.key) this.drawer.forget(sent.key);
    }
    this.say(typedOn ? `${body.message} What you typed since then is not saved yet.` : body.message);
  }

  /** It goes out when the site is back, and the composer is free; unless typing went on. */
  waits(item, { why, message }, dialog, typedOn) {
    const { composer, drawer, unsent } = this;
    dialog?.close();
    complain(this.errors, []);
    if (typedOn) {
      unsent.outbox.remove(item);
      complain(this.errors, [`${WHY[why] ?? message} You typed on meanwhile, so nothing waits to be sent: press the button again.`]);
      this.say("Not sent.");
      return;
    }
    if (composer.meta.key === item.key) this.next();
    drawer.stored(item.kept);
    this.say(`Not sent yet: it waits above, and goes out by itself. ${WHY[why] ?? message}`);
  }

  /** A draft stays in the composer; what went out makes room for the next, unless typing went on. */
  after(verb, sent, body, typedOn) {
    const { composer } = this;
    if (typedOn && body.composition) {
      composer.adopt(body.composition);
      composer.base = sent.state;
      composer.changed();
    } else if (!typedOn && body.composition && verb === "save" && body.composition.state !== "published") {
      composer.settle(body.composition);
    } else if (!typedOn) {
      this.next();
    }
  }

  refused(outcome, dialog, verb, sent) {
    const { body, message, kind } = outcome;
    const { composer } = this;
    // It is as it is stored, or empty: there is nothing to be offered as “not saved”.
    if (composer.meta.key === sent.key && !composer.dirty) this.drawer.forget(sent.key);
    if (body?.code === "alike") {
      this.say("Not published yet.");
      this.others().ask(body, () => this.send(verb), () => composer.form.querySelector("[data-buttons] button"));
      return;
    }
    if (body?.code === "stale") {
      dialog?.close();
      complain(this.errors, []);
      this.conflict.show(body);
      this.say("A colleague was first: see both texts above. Nothing was overwritten.");
      composer.changed();
      return;
    }
    if (body?.code === "key_reused" && body.current) {
      composer.adopt(body.current);
      composer.base = null;
      composer.changed();
    }
    const found = kind === "refused" ? sentences(outcome, composer.form) : [message];
    complain(dialog?.open ? dialog.querySelector("[data-errors]") : this.errors, found);
    this.say("Not saved.");
  }
}
