/** What nobody may overlook: a bar that stays, a voice, the title of the tab and, if wanted, a sound. */

import { make } from "../desk/dom.js";
import { memory } from "../live/memory.js";

const KEPT = 60; // alarms that are remembered as dismissed

/** Told of on the document when a kill was acknowledged; its detail is the id of the chain. */
export const SEEN = "newsroom:kill-seen";

/** Those of `found` that are not among the `seen` keys. */
export const unseen = (found, seen) => found.filter(({ id, key }) => !seen.includes(`${id}@${key}`));

export class Alarms {
  constructor(root, base) {
    Object.assign(this, { base, open: new Map(), dealt: new Set(), title: document.title });
    this.bar = root.querySelector("[data-alarms]");
    this.list = root.querySelector("[data-alarm-list]");
    this.voice = root.querySelector("[data-alarm-announcer]");
    this.sound = root.querySelector("[data-sound]");
    this.seen = memory("sessionStorage", "newsroom:wires:alarms");
    this.wish = memory("localStorage", "newsroom:wires:sound");
    this.sound.checked = this.wish() === "on";
    this.sound.addEventListener("change", () => {
      this.wish(this.sound.checked ? "on" : "off");
      if (this.sound.checked) beep(); // so that it is known, and allowed by the browser
    });
    this.bar.querySelector("[data-dismiss]").addEventListener("click", () => this.dismiss());
    document.addEventListener(SEEN, ({ detail }) => this.deal(detail));
  }

  get dismissed() {
    return (this.seen() ?? "").split(" ").filter(Boolean);
  }

  hear(found) {
    const fresh = unseen(found, this.dismissed)
      .filter(({ id, key, kind }) => this.open.get(id)?.key !== key && !(kind === "kill" && this.dealt.has(id)));
    if (!fresh.length) return;
    for (const alarm of fresh) this.open.set(alarm.id, alarm);
    this.draw();
    this.voice.textContent = fresh.map(({ text }) => text).join(". ");
    if (this.sound.checked) beep(fresh.some(({ kind }) => kind === "kill"));
  }

  draw() {
    const all = [...this.open.values()].sort((one, other) => (one.kind === "kill" ? -1 : 0) - (other.kind === "kill" ? -1 : 0));
    this.list.replaceChildren(...all.map(({ id, kind, text }) =>
      make("li", { className: `is-${kind}`, "data-chain": id }, make("a", { href: `${this.base}${id}/`, textContent: text }))));
    this.bar.hidden = all.length === 0;
    document.title = all.length ? `(${all.length}) ${this.title}` : this.title;
  }

  /** The kill of chain `id` was acknowledged where its update is: it need not be dismissed here too. */
  deal(id) {
    this.dealt.add(id);
    const alarm = this.open.get(id);
    if (alarm?.kind === "kill") this.dismiss([alarm]);
  }

  dismiss(alarms = [...this.open.values()]) {
    const keys = alarms.map(({ id, key }) => `${id}@${key}`);
    this.seen([...this.dismissed, ...keys].slice(-KEPT).join(" "));
    for (const { id } of alarms) this.open.delete(id);
    this.draw();
    this.voice.textContent = "";
  }
}

/** Two short tones; three falling ones for a kill. */
function beep(grave = false) {
  try {
    const context = new AudioContext();
    (grave ? [660, 520, 390] : [880, 1175]).forEach((pitch, index) => {
      const tone = context.createOscillator();
      const loud = context.createGain();
      const at = context.currentTime + index * 0.18;
      tone.frequency.value = pitch;
      loud.gain.setValueAtTime(0.15, at);
      loud.gain.exponentialRampToValueAtTime(0.001, at + 0.16);
      tone.connect(loud).connect(context.destination);
      tone.start(at);
      tone.stop(at + 0.17);
    });
  } catch {
    // No sound here: the bar and the voice are what counts.
  }
}
