import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Fixture, page, serve } from "./fixture.ts";
import { noJava, nuFaults } from "./nu.ts";
import type { PageRow } from "./pages.ts";
import { noBrowser } from "./shared-browser.ts";
import { sharedTitles, visit, walk } from "./walk.ts";
import { seenBy } from "./watch.ts";

const WIDE_STYLE = {
  type: "text/css",
  body: `.wide { width: 400px } a.small { display: inline-block; width: 9px; height: 9px }
    .tight a { display: inline-block; width: 40px; height: 40px }
    @media (width < 400px) { .pale { color: #ccc } .tight a { width: 9px; height: 9px } }`,
};
const english = (main: string) =>
  page({ title: "Home", lang: "en", head: '<link rel="stylesheet" href="/style.css">', main });
const row = (path: string, parts: Partial<PageRow> = {}): PageRow => ({
  page: path.slice(1),
  path,
  state: "full",
  lang: "fr",
  open: async (tab, { origin }) => void (await tab.goto(origin + path)),
  ...parts,
});

describe("a walk of the table of pages", { skip: await noBrowser() }, () => {
  let fixture: Fixture;
  const served = () => ({ origin: fixture.origin, school: "essai" });
  before(async () => {
    fixture = await serve({
      "/style.css": WIDE_STYLE,
      "/locked.css": {
        type: "text/css",
        body: "@media (orientation: portrait) { html { transform: rotate(90deg) } }",
      },
      "/locked": page({ head: '<link rel="stylesheet" href="/locked.css">' }),
      "/good": page(),
      "/other": page({ title: "Aide" }),
      "/wide": page({ head: '<link rel="stylesheet" href="/style.css">', main: '<p class="wide">Large</p>' }),
      "/pale": page({ head: '<link rel="stylesheet" href="/style.css">', main: '<p class="pale">Pâle</p>' }),
      "/tight": page({
        head: '<link rel="stylesheet" href="/style.css">',
        main: '<p class="tight"><a href="/x">1</a><a href="/y">2</a></p>',
      }),
      "/noscript": page({ main: '<noscript><p><a href="/x"></a></p></noscript><p>Bonjour.</p>' }),
      "/noscript-in-english": english('<noscript><p><a href="/x"></a></p></noscript><p>Hello.</p>'),
      "/small-in-english": english('<p><a class="small" href="/x">1</a><a class="small" href="/y">2</a></p>'),
    });
  });
  after(() => fixture.close());

  walk(
    {
      rows: [row("/good"), row("/other"), row("/absent", { path: "(not found)", state: "error", status: 404 })],
      notPages: [],
    },
    served,
  );

  it("fails on a page that is too wide only on a phone", async () => {
    await assert.rejects(
      visit(row("/wide"), served(), true, async () => {}),
      /wide \(full, fr\) at 320 px:\n- layout: the page scrolls sideways/,
    );
  });

  it("fails on a style sheet that turns every page one way of holding the screen", async () => {
    await assert.rejects(
      visit(row("/locked"), served(), true, async () => {}),
      /- axe css-orientation-lock/,
    );
  });

  it("fails on what looks or stands otherwise on a phone, in a later state of a page too", async () => {
    const later = (path: string) => visit(row(path), served(), true, async () => {}, false);
    // Nothing changes its looks there, and that was judged once.
    await visit(row("/good"), served(), true, async () => {});
    await later("/good");
    await assert.rejects(later("/pale"), /pale \(full, fr\) at 320 px:\n- axe color-contrast/);
    await assert.rejects(later("/tight"), /tight \(full, fr\) at 320 px:\n- axe target-size/);
  });

  it("fails on what only readers without scripts meet", async () => {
    await assert.rejects(
      visit(row("/noscript"), served(), false, async () => {}),
      /axe link-name/,
    );
  });

  it("asks axe in a later state of the second language where readers without scripts meet words of their own", async () => {
    const later = (path: string) => visit(row(path, { lang: "en" }), served(), false, async () => {}, false);
    await assert.rejects(later("/noscript-in-english"), /axe link-name/);
    await later("/small-in-english");
    await assert.rejects(
      visit(row("/small-in-english", { lang: "en" }), served(), false, async () => {}),
      /axe target-size/,
    );
  });

  it("finds its tab as new: no cookie, no fault and no document of the row before", async () => {
    await visit(row("/good"), served(), true, async (tab) => {
      await tab.context().addCookies([{ name: "a", value: "b", url: fixture.origin }]);
      seenBy(tab).faults.push({ text: "left behind", url: "" });
    }).catch(() => {});
    await visit(row("/good"), served(), true, async (tab) => {
      assert.deepEqual(await tab.context().cookies(), []);
      assert.equal(seenBy(tab).documents.length, 1);
    });
  });

  it("fails on a row that ends on another page than its own", async () => {
    await assert.rejects(
      visit(row("/good", { path: "/:school/help" }), served(), true, async () => {}),
      /ended on \/good, which \/:school\/help does not serve/,
    );
  });
});

describe("the titles of a walk", () => {
  const met = (name: string, title: string, lang: "fr" | "en" = "fr") => ({ row: row(`/${name}`, { lang }), title });
  it("may be shared by the states of a page and by languages, not by two pages", () => {
    assert.deepEqual(sharedTitles([met("a", "Aide"), met("a", "Aide"), met("b", "Aide", "en")]), []);
    assert.deepEqual(sharedTitles([met("a", "Aide"), met("b", "Aide")]), ["fr « Aide » is the title of a and b"]);
  });
});

describe("the Nu checker", { skip: noJava() }, () => {
  it("names the document and the place of each fault", async () => {
    const faults = await nuFaults([
      { name: "bonne", html: page() },
      { name: "mauvaise", html: page({ main: "<p>Un <div>bloc</div></p>" }) },
    ]);
    assert.ok(faults.length > 0);
    assert.ok(
      faults.every((fault) => fault.startsWith("mauvaise, line 12, column ")),
      faults.join("\n"),
    );
  });
});
