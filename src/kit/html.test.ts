import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { escape, href, html, raw } from "./html.ts";

describe("HTML by templates", () => {
  it("escapes whatever is put in", () => {
    const name = `<script>"&'</script>`;
    equal(
      html`<p title="${name}">${name}</p>`.text,
      '<p title="&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;">&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;</p>',
    );
    equal(escape("plain"), "plain");
  });

  it("leaves HTML as it is, once", () => {
    equal(
      html`<ul>${["a", "<b>"].map((one) => html`<li>${one}</li>`)}</ul>`.text,
      "<ul><li>a</li><li>&lt;b&gt;</li></ul>",
    );
    equal(html`<style>${raw("a > b {}")}</style>`.text, "<style>a > b {}</style>");
    equal(String(html`<p>`), "<p>");
  });

  it("prints numbers and lists, and nothing for what is not there", () => {
    equal(html`${0} ${[1, "a", [2, null]]} ${null}${undefined}${false}|`.text, "0 1a2 |");
  });
});

describe("a link", () => {
  it("stays on the web", () => {
    for (const url of ["/a", "#a", "https://a.example", "HTTP://a.example", "mailto:a@b.example", "tel:+33"])
      equal(href(url), url);
    for (const url of [
      "//evil.example",
      "javascript:alert(1)",
      "JavaScript:x",
      "data:text/html,x",
      "a",
      "",
      " /a",
      "ftp://a",
    ])
      equal(href(url), "#");
  });
});
