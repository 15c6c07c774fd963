/** Markup into nodes, here alone; our own server has sanitised it. */

function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template;
}

/** The `<article>` of an entry. */
export const articleOf = (html) => parse(html).content.querySelector("article");

/** Make `html` the content of `region`, touching nothing if it is that already. */
export function fill(region, html) {
  const template = parse(html);
  if (template.innerHTML !== region.innerHTML) region.replaceChildren(template.content);
  return region;
}
