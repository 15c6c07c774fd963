/** Videos, charts and sounds load when a reader asks for them. Without this the links remain.
 *
 * One listener for the whole page, so that updates which arrive later need nothing of their own.
 */

import { attributes } from "./frames/attributes.js";

document.documentElement.classList.add("offers-frames");

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button[data-frame]");
  const given = button && attributes(button.dataset);
  if (!given) return;
  const frame = document.createElement("iframe");
  for (const [name, value] of given) frame.setAttribute(name, value);
  button.parentElement.replaceChildren(frame);
  frame.focus();
});
