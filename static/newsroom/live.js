/** The live page follows its coverage. Without this it is complete, and stands still. */

import { announcer } from "./live/announce.js";
import { Follower } from "./live/follow.js";
import { memory, reload } from "./live/memory.js";
import { Page } from "./live/page.js";
import { ask, openStream } from "./live/transport.js";
import { ownZone } from "./live/zone.js";

const byId = (id) => document.getElementById(id);
const main = byId("live-blog");
const times = byId("own-zone") ? offerOwnZone() : () => {};
if (main?.dataset.following === "true") follow();

function offerOwnZone() {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Show times in my zone";
  byId("own-zone").append(button);
  return ownZone(button, main ?? document.body, memory("localStorage", "newsroom-own-zone"));
}

function follow() {
  const follower = new Follower({
    page: new Page(main, announcer(byId("announcer")), times),
    open: (since, on) => openStream(address("events", since), on),
    ask: (since) => ask(address("changes", since)),
    reload,
    tell,
  });
  const look = () => (document.hidden ? follower.hide() : follower.wake());
  document.addEventListener("visibilitychange", look);
  addEventListener("online", () => follower.online());
  addEventListener("offline", () => follower.offline());
  addEventListener("pagehide", () => follower.leave());
  addEventListener("pageshow", ({ persisted }) => persisted && follower.wake());
  follower.listen();
  if (document.hidden) follower.hide();
}

/** Where this page asks: at its own site only. */
function address(name, since) {
  const url = new URL(main.dataset[name], location.href);
  if (url.origin !== location.origin) throw new Error("another site");
  url.searchParams.set("since", since);
  return url;
}

function tell(text) {
  byId("connection").hidden = !text;
  byId("connection").textContent = text;
}
