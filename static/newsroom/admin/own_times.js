/** Times of live blogs in one's own zone as well, where that is another. */

import { ownLabel } from "../live/zone.js";

const locale = document.documentElement.lang || undefined;

for (const time of document.querySelectorAll("time[data-own]")) {
  const label = ownLabel(time.dateTime, { dated: false, locale });
  const here = document.createElement("small");
  here.className = "own-time";
  here.textContent = `${label} where you are`;
  time.after(" ", here);
}
