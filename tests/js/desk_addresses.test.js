/** Addresses alone in a line, and what a link means. */

import assert from "node:assert/strict";
import test from "node:test";

import { harmless, meant } from "../../static/newsroom/admin/paste.js";
import { addressIn, alone } from "../../static/newsroom/desk/addresses.js";

const text = (words) => ({ type: { name: "text" }, text: words, nodeSize: words.length });
const BREAK = { type: { name: "hardBreak" }, nodeSize: 1 };

function within(children) {
  let at = 0;
  return (take) => {
    at = 0;
    for (const node of children) {
      take(node, at);
      at += node.nodeSize;
    }
  };
}

function paragraph(content, name = "paragraph") {
  const children = typeof content === "string" ? [text(content)] : content;
  return { type: { name }, nodeSize: children.reduce((sum, each) => sum + each.nodeSize, 2), forEach: within(children) };
}

test("only an address and nothing else is one", () => {
  assert.equal(addressIn(" https://video.example/pier?a=1#b "), "https://video.example/pier?a=1#b");
  for (const text of ["", "video.example", "See https://video.example", "https://", "https://pier", "mailto:a@b.example"]) {
    assert.equal(addressIn(text), "", text);
  }
});

test("lists and quotes are left alone", () => {
  const children = [paragraph("x"), paragraph("https://a.example/"), paragraph("https://b.example/", "blockquote")];
  assert.deepEqual(alone({ forEach: within(children) }), [{ url: "https://a.example/", at: 3, size: 20, line: null }]);
});

test("a line between two breaks is a line of its own", () => {
  const lines = paragraph([text("Look: "), BREAK, text("https://a.exam"), text("ple/"), BREAK, text("tonight")]);
  const first = paragraph([text("https://b.example/"), BREAK, text("See https://c.example/")]);
  assert.deepEqual(alone({ forEach: within([lines, first]) }), [
    { url: "https://a.example/", at: 8, size: 18, line: { first: false } },
    { url: "https://b.example/", at: 36, size: 18, line: { first: true } },
  ]);
});

test("a link leads where it meant to", () => {
  assert.equal(meant("https://harbour.example/"), "https://harbour.example/");
  assert.equal(meant("https://www.google.com/url?q=https%3A%2F%2Fharbour.example%2F&sa=D"), "https://harbour.example/");
  assert.equal(meant("https://www.google.com/url?q=javascript:alert(1)"), "https://www.google.com/url?q=javascript:alert(1)");
  assert.equal(meant("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fpier.example%2F"), "https://pier.example/");
  for (const href of ["/local", "javascript:alert(1)", "data:text/html,x", ""]) assert.equal(meant(href), "", href);
  assert.equal(meant("mailto:desk@harbour.example"), "mailto:desk@harbour.example");
});

test("words about styles stay, styles are only read", () => {
  assert.equal(harmless('<p style="color:red" onclick="x()">in style = loud</p><style>p{}</style>'),
    '<p data-pasted-style="color:red" data-pasted-event="x()">in style = loud</p>');
});
