/** The desk: puts its parts together. Each behaviour is a module of its own. */

import { nameEditors } from "../admin/editor.js";
import { acknowledge, tellAbove } from "../admin/keep.js";
import { lookUp } from "../admin/lookup.js";
import { beforeLeaving, Shelf } from "../admin/shelf.js";
import { wirePane } from "../inbox/pane.js";
import { Answers } from "./answers.js";
import { approving } from "./approve.js";
import { adders, Rows } from "./chips.js";
import { company } from "./company.js";
import { Composer } from "./composer.js";
import { Conflict } from "./conflict.js";
import { closers, Question } from "./dialogs.js";
import { complain, home, redraw, unmark } from "./dom.js";
import { Due } from "./due.js";
import { Follow } from "./follow.js";
import { Found } from "./found.js";
import { Held } from "./held.js";
import { Drawer, tellIn } from "./kept.js";
import { keptTexts } from "./kept_list.js";
import { keys } from "./keys.js";
import { lists } from "./lists.js";
import { Move } from "./move.js";
import { panes, reveal } from "./panes.js";
import { Past } from "./past.js";
import { Pictures } from "./pictures.js";
import { PicturesKept } from "./pictures_kept.js";
import { Press } from "./press.js";
import { Queue } from "./queue.js";
import { Settings } from "./settings.js";
import { deskKeys } from "./steer.js";
import { Spread } from "./spread.js";
import { Tab } from "./tabs.js";
import { Tags } from "./tags.js";
import { Site } from "./talk.js";
import { Timeline } from "./timeline.js";
import { Times } from "./times.js";
import { unsent } from "./unsent.js";
import { colleagues } from "./words.js";
import { writing } from "./writing.js";

const setup = JSON.parse(document.querySelector("#desk-setup").textContent);
const form = document.querySelector("#composer");
const site = new Site(location.pathname, setup, form.elements.csrfmiddlewaretoken.value);
const shelf = new Shelf({ tell: tellAbove(form) });
const tab = new Tab();
tellIn(setup.zone);
const drawer = new Drawer(setup.user, setup.blog, shelf, tab);
const timeline = new Timeline(document.querySelector(".desk-list"));
const announcer = document.querySelector("#desk-announcer");
const labels = Object.fromEntries(
  [...form.querySelectorAll("[data-part=relation] option")].map((option) => [option.value, option.textContent]),
);
let { around } = setup;
let writer = null; // as soon as the editor is there

/** Said below the composer; on a phone also above the bar, while the composer is out of sight. */
const say = (text) => {
  for (const place of [form.querySelector("[data-status]"), document.querySelector("#desk-said")]) place.textContent = text;
};

/** What stands around the entries, after a verb or from a colleague. */
function surround(blog) {
  if (!blog) return;
  const turned = blog.status !== around.status;
  around = blog;
  settings.heard(blog);
  redraw(document.querySelector("#desk-around"), blog.html);
  redraw(document.querySelector("#desk-blog"), blog.side);
  redraw(document.querySelector("#desk-keys"), blog.keys);
  if (!composer.meta) return; // the editor is not there yet
  if (!composer.meta.entry) composer.offer(blog.buttons);
  else if (turned && !composer.meta.path) offerAnew(composer.meta.entry);
}

/** The coverage opened or ended: what can be done with the entry in the composer is another thing. */
async function offerAnew(entry) {
  const outcome = await site.ask(`entries/${entry}`);
  if (outcome.kind === "done" && composer.meta.entry === entry) composer.offer(outcome.body.buttons);
}

function heard(body) {
  timeline.apply([...body.entries, ...body.copies]);
  surround(body.blog);
  queue.take(body.tasks);
  spread.heard(body.entries);
  held.take(body.entries, body.now);
  due.take(body.due);
  if (body.blog) follow.pinned = body.blog.pinned;
  follow.tasks = body.tasks?.mark ?? follow.tasks;
  others.take(body.people);
}

/** Something came from the site by itself: told to those who listen, and to whoever edits it. */
function overheard(body) {
  if (!body.blog) {
    others.take(body.people); // only they moved
    return;
  }
  heard(body);
  announcer.textContent = colleagues(body.entries);
  const { entry, revision, based_on } = composer.meta ?? {};
  const changed = body.entries.find((each) => each.id === entry && each.revision > (based_on ?? revision) && !each.mine);
  if (!changed) return;
  notice(`${changed.by} saved this update meanwhile (${changed.deed.toLowerCase()}). When you save, you see both texts.`);
}

/** What whoever writes should know about the entry; nothing hides it. */
function notice(text) {
  const box = form.querySelector("[data-moved]");
  box.textContent = text ?? "";
  box.hidden = !text;
}

const rows = new Rows(form, labels, () => composer.changed());
const times = new Times(site);
const found = new Found(form, rows, site, say);

/** The text with whose copy it is: what might be looked at again depends on both. */
const lookAt = () => found.look(form.elements.body.value, [
  ["built_from", form.elements.built_from.value], ["entry", composer.meta?.entry ?? ""],
]);
const composer = new Composer(form, rows, times, {
  author: setup.author,
  hooks: {
    pressed: (verb) => press.press(verb),
    changed() {
      writer?.changed();
      lookAt();
      found.draw();
      if (composer.dirty) drawer.keep(composer.kept());
      else drawer.forget(composer.meta.key);
      others.look();
    },
    loaded() {
      complain(form.querySelector("[data-errors]"), []); // they were about what was there before
      unmark(form);
      notice(composer.meta.notice);
      found.forget();
      writer?.changed();
      lookAt();
      kept.draw();
      others.turned();
    },
    more: () => others.pairs(),
  },
});
const conflict = new Conflict(composer);

/** Room for the next update. */
function next() {
  conflict.clear();
  composer.reset(around.buttons);
  composer.focus();
}

const waiting = unsent({
  setup, form, composer, drawer, shelf, tab, site, say,
  status: () => around.status, press: () => press, kept: () => kept,
});
const press = new Press({
  composer, conflict, drawer, unsent: waiting, site, say, heard, next,
  others: () => others, pictures: () => pictures, finish: () => writer?.finish(),
});
const kept = keptTexts({
  form, composer, drawer, conflict, waits: (one) => waiting.outbox.holds(one), press: () => press,
});
const question = new Question(site, new Answers(shelf, drawer.prefix));

/** The composer before whoever pressed, wherever that was. */
function front() {
  const title = document.querySelector("#composer-title");
  reveal(title);
  title.scrollIntoView({ block: "nearest" });
  composer.focus();
}

let wanted = null;

async function edit(id, path = `entries/${id}`) {
  if (composer.dirty) drawer.keep(composer.kept());
  wanted = path;
  const outcome = await site.ask(path);
  if (wanted !== path) return; // another was asked for since
  if (outcome.kind !== "done") {
    say(outcome.message);
    return;
  }
  conflict.clear();
  composer.load(outcome.body);
  front();
  say("");
}

/** The correction of an entry, with its text in the composer: what is typed there already stays. */
async function correct(id) {
  if (String(composer.meta.entry) !== id || composer.meta.path) await edit(id);
  if (String(composer.meta.entry) !== id || composer.meta.state !== "published") return;
  reveal(form);
  press.press("correct");
}

/** An entry with a text the wires propose for it: a change that nobody has saved yet. */
function propose(body, verb) {
  if (composer.dirty) drawer.keep(composer.kept());
  conflict.clear();
  composer.load(body);
  composer.put(body.proposed);
  composer.changed();
  front();
  say("");
  if (!verb) return;
  press.press(verb);
  form.elements.note.select();
}

const past = new Past({ site, say, propose });
const settings = new Settings({ site, shelf, prefix: drawer.prefix, told: heard, say });
const due = new Due({ question, heard, say });
const move = new Move({ timeline, site, heard, say });
const held = new Held({
  site, say, heard,
  took: (id) => (composer.dirty ? null : edit(id)),
  focus: () => form.querySelector(".ProseMirror") ?? form.elements.body,
});
const queue = new Queue({ site, say, heard, question, propose });
const spread = new Spread(site, say);
const follow = new Follow(site, {
  version: setup.version,
  tasks: setup.tasks,
  people: setup.people.mark,
  pinned: around.pinned,
  heard: overheard,
  anew: () => filtering.again(),
  well: () => waiting.sender.well(),
  state(message) {
    const box = document.querySelector("#desk-connection");
    if (box.textContent !== message) box.textContent = message;
    box.hidden = !message;
  },
});
const others = company({ setup, form, site, composer, drawer, timeline, follow, announcer, say, next });
const filtering = lists({ timeline, site, say, question, heard, edit, past, move, others });

held.take(setup.held, setup.now);
approving(site);
acknowledge();
panes();
adders(form, rows);
const tags = new Tags(form, rows, site, say);
lookUp(form);
lookUp(document.querySelector("#desk-filter"));
const go = keys(form, { composer, press, say });
const pictures = new Pictures(form, rows, site, say, new PicturesKept(form, { shelf, tab, prefix: drawer.prefix }), go);
closers();
deskKeys({ timeline, filtering, composer, front, say, correct });
wirePane({ setup, token: form.elements.csrfmiddlewaretoken.value, composer, edit });
document.querySelector("#content").addEventListener("click", (event) => {
  const name = event.target.closest("[data-blog-verb]")?.dataset.blogVerb;
  if (!name) return;
  question.ask(`verbs/${name}`, {
    done: ({ body }) => { heard(body); say(body.message); },
    failed: say,
    back: home,
  });
});
form.querySelector("[data-new]").addEventListener("click", () => {
  if (composer.dirty) drawer.keep(composer.kept());
  next();
});

/** The editor becomes ready at its own time; what it makes of an empty text is then the base. */
async function begin() {
  nameEditors();
  writer = writing({ form, site, rows, times, composer, say, tags, person: setup.user });
  composer.reset(around.buttons);
  beforeLeaving(() => { if (composer.dirty) drawer.keep(composer.kept()); });
  await Promise.all([shelf.load(drawer.prefix), shelf.load(waiting.outbox.prefix)]);
  await kept.own();
  others.start();
  waiting.sender.run();
  const [, asked] = /^#item-(\d+)$/.exec(location.hash) ?? [];
  if (asked) filtering.go(asked);
  // Whoever opens a desk comes to write; on a phone that would bring up its keyboard unasked.
  if (document.activeElement === document.body && !location.hash && matchMedia("(hover: hover)").matches) composer.focus();
  form.dataset.ready = "";
}

if (form.querySelector(".prose-editor .ProseMirror")) begin();
else document.addEventListener("prose-editor:ready", begin, { once: true });
