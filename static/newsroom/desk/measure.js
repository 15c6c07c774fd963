/** How much of the window the head of the desk leaves to the composer beside it. */

/** Keeps `--desk-head`, its height, and `--desk-above`, what is still in sight above it. */
export function measure(head) {
  const { style } = document.documentElement;
  const look = () => {
    style.setProperty("--desk-head", `${head.offsetHeight}px`);
    style.setProperty("--desk-above", `${Math.max(0, head.getBoundingClientRect().top)}px`);
  };
  new ResizeObserver(look).observe(head);
  window.addEventListener("scroll", look, { passive: true });
}
