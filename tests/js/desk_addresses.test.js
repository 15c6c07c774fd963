/** Addresses alone in a line, and what a link means. */

import assert from "node:assert/strict";
import test from "node:test";

import { harmless, meant } from "../../static/newsroom/admin/paste.js";
import { addressIn, alone } from "../../static/newsroom/desk/addresses.js";

const paragraph = (textContent, name = "paragraph") => ({ type: { name }, textContent, nodeSize: textContent.length + 2 });

test("only an address and nothing else is one", () => {
  assert.equal(addressIn(" https://video.example/pier?a=1#b "), "https://video.example/pier?a=1#b");
  for (const text of ["", "video.example", "See https://video.example", "https://", "https://pier", "mailto:a@b.example"]) {
    assert.equal(addressIn(text), "", text);
  }
});

test("lists and quotes are left alone", () => {
  const children = [paragraph("x"), paragraph("https://a.example/"), paragraph("https://b.example/", "blockquote")];
  let at = 0;
  const doc = { forEach: (take) => children.forEach((node) => { take(node, at); at += node.nodeSize; }) };
  assert.deepEqual(alone(doc), [{ url: "https://a.example/", at: 3, size: 20 }]);
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
