/** Pictures by choosing, pasting or dropping: credit and description are asked at once. */

import { button, complain, make, sentences } from "./dom.js";
import { open } from "./dialogs.js";
import { asked } from "./keys.js";
import { newKey } from "./key.js";
import { keyOf, typedIn } from "./pictures_kept.js";

const PREVIEW = 240; // pixels

const isPicture = (file) => file.type.startsWith("image/");
const ONLY = "Only pictures in JPEG, PNG, WebP or GIF format can be taken in";

export const picturesIn = (files) => [...(files ?? [])].filter(isPicture);

/** What of `files` is no picture, in a sentence; "" for nothing. */
export function leftOut(files) {
  const names = [...(files ?? [])].filter((file) => !isPicture(file)).map(({ name }) => name);
  if (!names.length) return "";
  return names.length < files.length ? `${ONLY}: ${names.join(", ")} ${names.length > 1 ? "are" : "is"} left out.` : `${ONLY}.`;
}

/** The next field behind `here` that must not stay empty; a credit counts for the pictures after it too. */
export function wanted(fields, here) {
  const credited = fields.findIndex(({ name, value }) => name === "credit" && value.trim());
  return fields.slice(fields.indexOf(here) + 1).find((field) => {
    if (field.value.trim() || field.name === "caption") return false;
    return field.name === "alt" || credited < 0 || fields.indexOf(field) < credited;
  });
}

/** Drawn, not linked: the page may show pictures from this site alone. */
async function draw(canvas, file) {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, PREVIEW / Math.max(bitmap.width, bitmap.height));
    canvas.width = Math.max(1, bitmap.width * scale);
    canvas.height = Math.max(1, bitmap.height * scale);
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  } catch {
    canvas.remove(); // the site will say what is wrong with it
  }
}

export const WITHOUT = "The words are pasted. Pictures among them are not taken along: copy or drop them by themselves.";

/** Whether a clipboard's page has pictures that a paste of its words would lose without a word. */
export const losesPictures = (clipboard) => hasWords(clipboard) && /<img\b/i.test(clipboard.getData("text/html"));

/** Office programs put a picture of the text beside the text: then the text is what is pasted. */
export const hasWords = (clipboard) => Boolean(clipboard?.getData("text/plain").trim());

export class Pictures {
  /** `kept` keeps them until they are taken in; `go` sends the update. */
  constructor(root, rows, site, say, kept, go) {
    this.dialog = document.querySelector("#pictures-dialog");
    this.list = this.dialog.querySelector("[data-uploads]");
    this.status = this.dialog.querySelector("[data-taking]");
    Object.assign(this, { root, rows, site, say, kept, go, going: false });
    kept.offer((file, typed, key) => this.again(file, typed, key));
    const input = root.querySelector("[data-files]");
    root.querySelector("[data-pick]").addEventListener("click", () => input.click());
    input.addEventListener("change", () => {
      this.take(input.files);
      input.value = "";
    });
    root.addEventListener("paste", (event) => {
      if (losesPictures(event.clipboardData)) this.say(WITHOUT);
      if (hasWords(event.clipboardData)) return;
      if (this.take(event.clipboardData?.files)) event.preventDefault();
    }, true);
    root.addEventListener("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
    root.addEventListener("drop", (event) => {
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault(); // a browser would leave the page for the picture
      event.stopPropagation();
      this.take(event.dataTransfer.files);
    }, true);
    this.list.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target.tagName !== "INPUT" || event.isComposing || event.ctrlKey || event.metaKey) return;
      const next = wanted([...this.list.querySelectorAll("input")], event.target);
      if (!next) return; // nothing is missing behind it: Enter takes them in
      event.preventDefault();
      next.focus();
    });
    // Fast hands send the update while its pictures are on their way: it goes when they are in.
    this.dialog.addEventListener("keydown", (event) => {
      if (this.sending && asked(event) === "main" && !event.repeat) this.going = true;
    });
    this.waiting = root.querySelector("[data-waiting-pictures]");
    this.dialog.addEventListener("close", () => this.wait());
    this.dialog.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.upload();
    });
  }

  /** Whether there were pictures to ask about. */
  take(files) {
    const pictures = picturesIn(files);
    const without = leftOut(files);
    if (!pictures.length) {
      if (without) this.say(without);
      return false;
    }
    for (const file of pictures) this.add(file);
    this.status.textContent = without; // in the dialog: it covers what is said elsewhere
    return true;
  }

  add(file, key = newKey()) {
    const card = this.card(file);
    this.list.append(card);
    const kept = this.kept.keep(card, key);
    this.ask();
    return { card, kept };
  }

  ask() {
    if (!this.dialog.open) open(this.dialog, () => this.root.querySelector("[data-pick]"));
    this.waiting.hidden = true;
    this.list.querySelector("input")?.focus();
  }

  /** The dialog was left: what is not taken in does not go out with the update, and that is said. */
  wait() {
    const count = this.list.children.length;
    this.waiting.hidden = count === 0;
    if (!count) return;
    this.waiting.replaceChildren(make(
      "li", {},
      make("span", { textContent: `${count === 1 ? "A picture is" : `${count} pictures are`} not taken in yet. ` }),
      button("Describe and take in", () => this.ask()),
      button("Leave out", () => {
        for (const card of [...this.list.children]) this.leaveOut(card);
        this.wait();
        this.root.querySelector("[data-pick]").focus();
      }),
    ));
  }

  leaveOut(card) {
    this.kept.forget(card);
    card.remove();
  }

  /** One that an earlier page had, with what was typed of it. */
  again(file, typed, key) {
    const { card, kept } = this.add(file, key);
    for (const input of card.querySelectorAll("input")) input.value = typed[input.name] ?? "";
    this.kept.type(card);
    return kept;
  }

  card(file) {
    const canvas = make("canvas", { role: "img", "aria-label": file.name });
    draw(canvas, file);
    const { lang, dir } = this.root.elements.body;
    const read = (name) => (name === "credit" ? {} : { lang, dir });
    const field = (label, name) => make("label", {}, `${label} `, make("input", { type: "text", name, ...read(name) }));
    const card = make(
      "li", { className: "upload" },
      canvas,
      make("div", { className: "upload-fields" },
        make("div", { className: "errornote", "data-errors": "", tabIndex: -1, role: "alert", hidden: true }),
        field("Credit", "credit"),
        field("Alternative text: what somebody who cannot see it should hear", "alt"),
        field("Caption, optional", "caption"),
        button("Leave it out", () => {
          this.leaveOut(card);
          if (!this.list.children.length) this.dialog.close();
          else this.list.querySelector("input").focus();
        })),
    );
    card.file = file;
    return card;
  }

  /** One after the other; those that are refused stay with the reason. */
  async upload() {
    if (this.sending) return;
    this.sending = true;
    this.going = false;
    this.status.textContent = "Taking in…";
    let credit = "";
    for (const card of [...this.list.children]) {
      const typed = typedIn(card);
      credit = typed.credit || credit; // several of one photographer: said once
      const pairs = Object.entries({ ...typed, credit, key: keyOf(card.dataset.keptAs) });
      const missing = [!credit && "Say whose picture it is.", !typed.alt.trim() && "Describe it for those who cannot see it."].filter(Boolean);
      const outcome = missing.length
        ? { message: missing.join(" ") }
        : await this.site.send("media", [...pairs, ["file", card.file]]);
      if (outcome.kind === "done") {
        this.rows.add("images", outcome.body); // kept with the update from here on
        this.leaveOut(card);
      } else {
        complain(card.querySelector("[data-errors]"), sentences(outcome, card));
      }
    }
    this.sending = false;
    this.status.textContent = "";
    if (!this.dialog.open) this.wait();
    if (this.list.children.length) return;
    this.dialog.close();
    if (this.going) this.go();
  }
}
