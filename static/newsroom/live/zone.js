/** The reader's own time zone, on demand. */

/** An RFC 3339 time in that zone, with the date where `dated` or where the day is another. */
export function ownLabel(iso, { dated, locale, timeZone }) {
  const moment = new Date(iso);
  const day = moment.toLocaleDateString("sv", { timeZone }); // YYYY-MM-DD
  const date = dated || !iso.startsWith(day) ? { month: "short", day: "numeric" } : {};
  const time = { hour: "numeric", minute: "2-digit", timeZoneName: "short" };
  return moment.toLocaleString(locale, { ...date, ...time, timeZone });
}

/** Let `button` switch the times in `root`. Returns what to call when times have arrived. */
export function ownZone(button, root, memory) {
  const labels = new WeakMap(); // <time> → the text it came with
  const locale = document.documentElement.lang || undefined;
  let own = memory() === "true";

  function show() {
    button.setAttribute("aria-pressed", own);
    for (const time of root.querySelectorAll("time[datetime*=T]")) {
      const text = labels.get(time) ?? time.textContent;
      labels.set(time, text);
      const dated = text.includes(",");
      time.textContent = own ? ownLabel(time.dateTime, { dated, locale }) : text;
    }
  }
  button.addEventListener("click", () => {
    own = !own;
    memory(String(own));
    show();
  });
  show();
  return () => own && show();
}
