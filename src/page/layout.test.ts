import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import { lawOf } from "../law/load.ts";
import { LAWS } from "../test/server.ts";
import { assetsOf } from "./assets.ts";
import { type Frame, framed, type PageParts } from "./layout.ts";

const school = LAWS.establishments[0]!.data;
const taught = school.diplomas[0]!;
const law = lawOf(LAWS, taught.diploma, taught.version, school.establishment)!;

function show(parts: Partial<PageParts> = {}, lang: Lang = "fr", more: Partial<Frame> = {}): string {
  const link = (path: string, to: Lang = lang) =>
    `/${school.establishment}${to === "en" ? "/en" : ""}${path === "/" ? "" : path}`;
  const frame: Frame = { lang, assets: assetsOf(LAWS), school, law, path: `/${taught.diploma}/regle`, link, ...more };
  return framed(frame, { title: "Titre", main: html`<p>Texte.</p>`, ...parts }).text;
}

describe("the frame of a page", () => {
  it("says the title, the diploma and the school, in that order", () => {
    assert.match(show(), new RegExp(`<title>Titre – ${law.diploma.abbreviation} – ${school.name}</title>`));
  });
  it("says first that something is wrong", () => {
    assert.match(show({ error: true }), /<title>Erreur\u00a0: Titre/);
    assert.match(show({ error: true }, "en"), /<title>Error: Titre/);
  });
  it("says its language", () => {
    assert.match(show(), /<html lang="fr">/);
    assert.match(show({}, "en"), /<html lang="en">/);
  });
  it("leads to the same page in the other language", () => {
    assert.match(
      show(),
      new RegExp(
        `href="/${school.establishment}/en/${taught.diploma}/regle" lang="en" hreflang="en">EN<span class="ds-sr-only"> \\(English\\)`,
      ),
    );
    assert.match(
      show({}, "en"),
      new RegExp(
        `href="/${school.establishment}/${taught.diploma}/regle" lang="fr" hreflang="fr">FR<span class="ds-sr-only"> \\(Français\\)`,
      ),
    );
  });
  it("makes the title the heading, unless the page brings one", () => {
    assert.match(show({ lead: "Un mot." }), /<h1>Titre<\/h1>\s*<p class="lead">Un mot\.<\/p>/);
    const own = show({ main: html`<fieldset><legend><h1>Question</h1></legend></fieldset>` });
    assert.equal(own.match(/<h1/g)?.length, 1);
    assert.match(own, /<h1>Question<\/h1>/);
  });
  it("marks where one is in the menu, and only there", () => {
    const marks = (path: string) => show({}, "fr", { path }).match(/aria-current="\w+">[^<]+/g);
    assert.deepEqual(marks(`/${taught.diploma}/candidater`), ['aria-current="page">Puis-je candidater\u202f?']);
    assert.deepEqual(marks(`/${taught.diploma}/regle/doors`), ['aria-current="true">Formation']);
    assert.equal(marks("/compte"), null);
  });
  it("has at most four short words in the menu of a visitor and of a candidate, in both languages", () => {
    for (const lang of ["fr", "en"] as const)
      for (const reader of [undefined, "candidate"] as const) {
        const menu = show({}, lang, reader && { reader })
          .split('<nav class="site-nav"')[1]!
          .split("</nav>")[0]!;
        const words = [...menu.matchAll(/<a [^>]*>([^<]+)<\/a>/g)].map(([, label]) => label!);
        assert.ok(words.length <= 4 && words.join("").length <= 40, words.join(", "));
      }
  });
  it("lets nothing that was typed become markup", () => {
    const page = show({ title: "<script>x</script>", lead: "\"'&<b>", description: '"><script>x' });
    assert.doesNotMatch(page, /<script>/);
    assert.match(page, /<title>&lt;script&gt;x&lt;\/script&gt; –/);
  });
  it("lets no text close the element of its structured data", () => {
    const page = show({ jsonLd: { name: "</script><b>" } });
    assert.match(page, /<script type="application\/ld\+json">\{"name":"\\u003c\/script>\\u003cb>"\}<\/script>/);
  });
  it("carries no script and no style of its own", () =>
    assert.doesNotMatch(show(), /<script|<style|\bstyle=|\bon\w+=/));
  it("works where there is no school", () => {
    const { school: _school, law: _law, ...bare } = { school, law };
    const page = framed(
      { lang: "fr", assets: assetsOf(LAWS), path: "/", link: (path) => path, ...bare },
      { title: "Rien", main: html`` },
    ).text;
    assert.match(page, /<title>Rien<\/title>/);
    assert.match(page, /theme-plain-/);
  });
});

describe("the spaces of French print", () => {
  it("keep signs with their words, in the text of the page", () => {
    assert.match(show({ main: html`<p>Oui ? « Non » ; 20 %</p>` }), /Oui\u202f\? «\u00a0Non\u00a0»\u202f; 20\u00a0%/);
  });
  it("leave fields, code and attributes as they were typed", () => {
    const page = show({
      main: html`<p title="a ; b">x</p><input value="a ; b"><textarea>a ; b</textarea><pre>a ; b</pre>`,
    });
    assert.match(page, /title="a ; b"/);
    assert.match(page, /value="a ; b"/);
    assert.match(page, /<textarea>a ; b<\/textarea><pre>a ; b<\/pre>/);
  });
  it("leave English alone", () => assert.match(show({ main: html`<p>Really ? « No »</p>` }, "en"), /Really \? « No »/));
});
