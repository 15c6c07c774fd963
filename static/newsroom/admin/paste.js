/**
 * Clean-up of what is pasted from Word, Google Docs, mail and web pages, before the editor reads
 * it: no word is lost, lists stay lists, links stay, headings become bold paragraphs, the rows of
 * a table become lines. What may be stored at all is decided by the site.
 */

const DROPPED = "script, style, meta, link, title, template, iframe, object, embed, svg, img, picture, video, audio, hr, input, select, textarea";
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i;
const BLOCK = "p, div, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6, pre, section, article";
const BOLD = /font-weight\s*:\s*(bold|bolder|[6-9]00)/i;
const PLAIN = /font-weight\s*:\s*(normal|[1-5]00)/i;
const ITALIC = /font-style\s*:\s*(italic|oblique)/i;
const LINK = /^(https?:\/\/|mailto:)/i;
const LISTED = /mso-list\s*:\s*(l\d+)(?:\s+level(\d+))?/i;
const NUMBERED = /^\(?(\d+|[a-z]|[ivx]+)[.)]/i;

// Styles are read and never applied: the page's policy has none from elsewhere.
const STYLED = "[data-pasted-style]";
const styleOf = (node) => node.getAttribute("data-pasted-style") ?? "";

const all = (root, selector) => [...root.querySelectorAll(selector)];
const unwrap = (node) => node.replaceWith(...node.childNodes);

function make(root, tag, ...children) {
  const node = root.ownerDocument.createElement(tag);
  node.append(...children);
  return node;
}

/** The address a link means; mail programs and search engines put their own before it. */
export function meant(href) {
  if (!LINK.test(href)) return "";
  try {
    const { hostname, pathname, searchParams } = new URL(href);
    const google = /^(www\.)?google\./.test(hostname) && pathname === "/url";
    const wrapped = google ? (searchParams.get("q") ?? searchParams.get("url"))
      : hostname.endsWith(".safelinks.protection.outlook.com") ? searchParams.get("url") : "";
    return wrapped && LINK.test(wrapped) ? wrapped : href;
  } catch {
    return "";
  }
}

function drop(root) {
  const comments = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.remove();
  for (const node of all(root, DROPPED)) node.remove();
  for (const node of all(root, `${STYLED}, [hidden]`)) {
    if (node.hidden || HIDDEN.test(styleOf(node))) node.remove();
  }
}

/** Word's lists are paragraphs with a bullet in them; `mso-list` says which list and which level. */
function lists(root) {
  const open = []; // the lists around the next item, outermost first: `{list, key}`
  let last = null;
  for (const item of all(root, "p, h1, h2, h3, h4, h5, h6").map(itemOf).filter(Boolean)) {
    const { line, level, key, tag } = item;
    if (!last || line.previousElementSibling !== last) open.length = 0;
    open.length = Math.min(open.length, level);
    if (open.length === level && open.at(-1).key !== key) open.pop();
    while (open.length < level) {
      const list = make(root, tag);
      const around = open.at(-1)?.list;
      if (around) (around.lastElementChild ?? around.appendChild(make(root, "li", make(root, "p")))).append(list);
      else line.before(list);
      open.push({ list, key });
    }
    open.at(-1).list.append(make(root, "li", make(root, "p", ...line.childNodes)));
    line.remove();
    last = open[0].list;
  }
}

/** `{line, level, key, tag}` of a paragraph that is an item of a list, its bullet taken out. */
function itemOf(line) {
  const found = LISTED.exec(styleOf(line));
  if (!found) return null;
  const bullets = all(line, STYLED).filter((each) => /mso-list\s*:\s*ignore/i.test(styleOf(each)));
  const tag = NUMBERED.test(bullets.map((each) => each.textContent.trim()).join("")) ? "ol" : "ul";
  for (const bullet of bullets) bullet.remove();
  return { line, level: Number(found[2] ?? 1), key: `${found[1]} ${tag}`, tag };
}

/** Frames of a layout are none; the rows of a real table become lines of its cells. */
function tables(root) {
  for (const table of all(root, "table").reverse()) {
    const rows = all(table, "tr");
    const layout = table.getAttribute("role") === "presentation" || table.dataset.layout !== undefined
      || rows.every((row) => row.children.length < 2);
    if (layout) {
      table.parentElement.closest("table")?.setAttribute("data-layout", "");
      for (const cell of all(table, "td, th, caption")) cell.replaceWith(make(root, "div", ...cell.childNodes));
      for (const part of all(table, "tbody, thead, tfoot, tr, colgroup")) unwrap(part);
      table.replaceWith(make(root, "div", ...table.childNodes));
    } else {
      table.replaceWith(...all(table, "caption").map((each) => make(root, "p", ...each.childNodes)), ...rows.map((row) => line(root, row)));
    }
  }
}

function line(root, row) {
  const cells = [...row.children].map((cell) => {
    for (const block of all(cell, `${BLOCK}, li, br`)) block.after(" ");
    for (const block of all(cell, `${BLOCK}, li, br`)) unwrap(block);
    return [...cell.childNodes];
  }).filter((nodes) => nodes.some((node) => node.textContent.trim()));
  return make(root, "p", ...cells.flatMap((nodes, index) => (index ? [" | ", ...nodes] : nodes)));
}

/** Bold and italic said by styles become elements; “bold” with the style of none is none. */
function marks(root) {
  for (const node of all(root, "b, strong").filter((each) => PLAIN.test(styleOf(each)))) unwrap(node);
  for (const node of all(root, "span, font")) {
    if (ITALIC.test(styleOf(node))) node.replaceChildren(make(root, "em", ...node.childNodes));
    if (BOLD.test(styleOf(node))) node.replaceChildren(make(root, "strong", ...node.childNodes));
  }
}

function headings(root) {
  for (const heading of all(root, "h1, h2, h3, h4, h5, h6")) {
    for (const node of all(heading, "b, strong")) unwrap(node);
    for (const node of all(heading, STYLED)) node.removeAttribute("data-pasted-style");
    heading.replaceWith(make(root, "p", make(root, "strong", ...heading.childNodes)));
  }
}

function links(root) {
  for (const link of all(root, "a")) {
    const href = meant((link.getAttribute("href") ?? "").trim());
    if (href) link.setAttribute("href", href);
    else unwrap(link);
  }
}

/** Lines of preformatted text are lines. */
function preformatted(root) {
  for (const block of all(root, "pre")) {
    const lines = block.textContent.split("\n").filter((text) => text.trim());
    block.replaceWith(...lines.map((text) => make(root, "p", text)));
  }
}

/** A break beside a block breaks nothing. */
function breaks(root) {
  const beside = (node) => !node || (node.nodeType === Node.ELEMENT_NODE && node.matches(BLOCK));
  const next = (node, way) => {
    let at = node[way];
    while (at?.nodeType === Node.TEXT_NODE && !at.data.trim()) at = at[way];
    return at;
  };
  for (const node of all(root, "br")) {
    const [before, after] = [next(node, "previousSibling"), next(node, "nextSibling")];
    if (beside(before) || beside(after)) node.remove();
  }
}

function empty(root) {
  for (const block of all(root, "p, li, div").reverse()) {
    if (!block.textContent.trim() && !block.querySelector("a")) block.remove();
  }
}

/** Without what a page's policy would complain of while it is only read. */
export const harmless = (html) =>
  html.replace(/<style\b[\s\S]*?<\/style\s*>/gi, "").replace(/<[a-z][^<>]*>/gi, (tag) =>
    tag.replace(/([\s"'])style\s*=/gi, "$1data-pasted-style=").replace(/([\s"'])on[a-z]+\s*=/gi, "$1data-pasted-event="));

/** Clean what the editor has read of a clipboard, in place: it says the same in few elements. */
export function clean(body) {
  drop(body);
  lists(body);
  tables(body);
  headings(body);
  marks(body);
  links(body);
  preformatted(body);
  breaks(body);
  empty(body);
}

/** What is copied within an editor is as it should be: only what comes from elsewhere is cleaned. */
export function cleanPastes({ view, schema }) {
  const reader = schema.cached.domParser;
  view.setProps({
    transformPastedHTML: harmless,
    clipboardParser: {
      parseSlice(dom, options) {
        if (!dom.querySelector("[data-pm-slice]")) clean(dom);
        return reader.parseSlice(dom, options);
      },
    },
  });
}
