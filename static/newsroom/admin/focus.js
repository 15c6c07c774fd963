/** The focal point of a picture: a click on it fills in the two numbers, and a ring shows them. */

import { partsAt, within } from "./focal_point.js";

const picture = document.querySelector("[data-focus-picture]");
const numbers = [...document.querySelectorAll("input[name^=focus_]")];

if (picture && numbers.length === 2) {
  const show = () => {
    const [left, top] = numbers.map((input) => within(input.value));
    picture.style.setProperty("--focus-left", `${left}%`);
    picture.style.setProperty("--focus-top", `${top}%`);
  };
  picture.classList.add("is-set");
  picture.querySelector("img").addEventListener("click", (event) => {
    const parts = partsAt(event, event.currentTarget.getBoundingClientRect());
    numbers.forEach((input, at) => {
      input.value = parts[at];
      input.dispatchEvent(new Event("input", { bubbles: true })); // it counts as typed
    });
  });
  for (const input of numbers) input.addEventListener("input", show);
  show();
}
