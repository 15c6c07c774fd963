/** What nobody may overlook: a bar that stays, a voice, the title of the tab and, if wanted, a sound. */

import { make } from "../desk/dom.js";
import { aim } from "./aim.js";
import { memory } from "../live/memory.js";

const KEPT = 600; // alarms that are remembered as dismissed
const SPOKEN = 3; // at once: nobody listens to a hundred

/** Told of on the document when a kill was acknowledged; its detail is the id of the chain. */
export const SEEN = "newsroom:kill-seen";

/** Those of `found` that are not among the `seen` keys. */
export const unseen = (found, seen) => found.filter(({ id, key }) => !seen.includes(`${id}@${key}`));

/** What a voice says of alarms that come together. */
export function spoken(found) {
  const texts = found.slice(0, SPOKEN).map(({ text }) => text);
  const more = found.length - texts.length;
  return [...texts, ...(more ? [`And ${more} more.`] : [])].join(". ");
}

export class Alarms {
  /** `aimed()` is the slug of the live blog an item would be used in. */
  constructor(root, base, aimed) {
    Object.assign(this, { base, aimed, open: new Map(), dealt: new Set(), title: document.title });
    this.bar = root.querySelector("[data-alarms]");
    this.list = root.querySelector("[data-alarm-list]");
    this.voice = root.querySelector("[data-alarm-announcer]");
    this.sound = root.querySelector("[data-sound]");
    this.seen = memory("sessionStorage", "newsroom:wires:alarms");
    this.wish = memory("localStorage", "newsroom:wires:sound");
    this.sound.checked = this.wish() === "on";
    this.mute = root.querySelector("[data-mute]");
    // A page that nobody has touched yet makes no sound: who only looks at it has to know.
    this.mute.hidden = !this.sound.checked || (navigator.userActivation?.hasBeenActive ?? true);
    for (const touched of ["pointerdown", "keydown"]) {
      document.addEventListener(touched, () => { this.mute.hidden = true; }, { once: true, capture: true });
    }
    this.sound.addEventListener("change", () => {
      this.wish(this.sound.checked ? "on" : "off");
      if (this.sound.checked) beep(); // so that it is known, and allowed by the browser
    });
    // So tall is what covers the head of the list: what has the focus stands below it.
    const tall = () => root.style.setProperty("--alarms", `${this.bar.offsetHeight}px`);
    new ResizeObserver(tall).observe(this.bar);
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
    this.voice.textContent = spoken(fresh);
    if (this.sound.checked) beep(fresh.some(({ kind }) => kind === "kill"));
  }

  draw() {
    const all = [...this.open.values()].sort((one, other) => (one.kind === "kill" ? -1 : 0) - (other.kind === "kill" ? -1 : 0));
    this.list.replaceChildren(...all.map(({ id, kind, text }) =>
      make("li", { className: `is-${kind}`, "data-chain": id }, make("a", { href: aim(`${this.base}${id}/`, this.aimed()), textContent: text }))));
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

let context = null; // one for all: a browser has only so many

/** Two short tones; three falling ones for a kill. */
function beep(grave = false) {
  try {
    context ??= new AudioContext();
    if (context.state !== "running") context.resume();
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
