import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { checkPage, faultsOf } from "./checks.ts";
import { type Answer, type Fixture, page, serve } from "./fixture.ts";
import { htmlFaults } from "./html-rules.ts";
import { noBrowser, testBrowser } from "./shared-browser.ts";
import { openTab } from "./watch.ts";

const STYLE = '<link rel="stylesheet" href="/style.css">';

const ANSWERS: Record<string, string | Answer> = {
  "/style.css": {
    type: "text/css",
    body: "a.small { display: inline-block; width: 9px; height: 9px } .wide { width: 400px } .cut { width: 100px; overflow: hidden; white-space: nowrap } .tall { height: 40px; line-height: 1; overflow: hidden } .scroller { overflow-x: auto }",
  },
  "/throws.js": { type: "text/javascript", body: "throw new Error('cassé')" },
  "/good": page(),
  "/error": { status: 422, body: page() },
  "/scroller": page({
    head: STYLE,
    main: '<section class="scroller" tabindex="0" aria-label="Tableau"><p class="wide">Large</p></section>',
  }),
  "/image": page({
    head: STYLE,
    main: '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="></p>',
  }),
  "/label": page({
    main: '<form method="post" action="/label"><input type="text" name="nom"><button type="submit">Envoyer</button></form>',
  }),
  "/search": page({
    main: '<form method="post" action="/search"><button type="submit" data-variant="secondary" name="a" value="1">Chercher</button><button type="submit" name="a" value="2">Continuer</button></form>',
  }),
  "/wide": page({ head: STYLE, main: '<p class="wide">Large</p>' }),
  "/cut": page({ head: STYLE, main: '<p class="cut">Un texte bien trop long pour la place qui lui est laissée</p>' }),
  "/spacing": page({ head: STYLE, main: '<p class="tall">Une ligne<br>et deux</p>' }),
  "/target": page({ head: STYLE, main: '<p><a class="small" href="/x">1</a><a class="small" href="/y">2</a></p>' }),
  "/invalid": page({ main: "<p>Un <div>bloc</div></p>" }),
  "/inline": page({ main: "<script>document.title = 'Autre'</script><p>Bonjour.</p>" }),
  "/inline-style": page({ main: '<p style="color: red">Bonjour.</p>' }),
  "/unsafe": { csp: "default-src 'self' 'unsafe-inline'", body: page() },
  "/external": page({
    head: '<link rel="stylesheet" href="https://example.org/style.css" integrity="sha384-x" crossorigin="anonymous">',
  }),
  "/throws": page({ head: '<script src="/throws.js"></script>' }),
  "/two": page({ main: "<h1>Un autre titre</h1>" }),
  "/untitled": page({ h1: "<h1>Bonjour</h1>" }).replace("<title>Accueil</title>", "<title></title>"),
  "/english": page({ lang: "en" }),
  "/noscript": page({ main: '<noscript><p><input type="text" name="nom"></p></noscript><p>Bonjour.</p>' }),
};

describe("the checks of a page on screen", { skip: await noBrowser() }, () => {
  let fixture: Fixture;
  before(async () => {
    fixture = await serve(ANSWERS);
  });
  after(() => fixture.close());

  const expected = { name: "essai", state: "full", lang: "fr" };
  async function faults(
    path: string,
    options: { width?: number; script?: boolean; status?: number } = {},
  ): Promise<string> {
    const tab = await openTab(await testBrowser(), { width: options.width ?? 1280, script: options.script ?? true });
    try {
      await tab.page.goto(fixture.origin + path);
      return (await faultsOf(tab.page, { ...expected, ...(options.status ? { status: options.status } : {}) })).join(
        "\n",
      );
    } finally {
      await tab.close();
    }
  }

  it("find nothing on a good page, at 1280 and 320 px, with and without scripts", async () => {
    for (const width of [1280, 320])
      for (const script of [true, false]) assert.equal(await faults("/good", { width, script }), "");
  });

  it("accept the status of an error that is due, and refuse one that is not", async () => {
    assert.equal(await faults("/error", { status: 422 }), "");
    assert.equal(await faults("/error"), "status: 422 instead of 200");
  });

  it("let a wide table scroll in a region of its own", async () =>
    assert.equal(await faults("/scroller", { width: 320 }), ""));

  it("find an image without words, and a field without a label", async () => {
    assert.match(await faults("/image"), /axe image-alt/);
    assert.match(await faults("/label"), /axe label: /);
  });

  it("find what is wider than the window, but only where it is", async () => {
    assert.equal(await faults("/wide"), "");
    assert.match(
      await faults("/wide", { width: 320 }),
      /layout: the page scrolls sideways[^]*<p class="wide"> reaches from \d+ to \d+ px/,
    );
  });

  it("find text that is cut off, as designed or once its letters are spaced out", async () => {
    assert.match(await faults("/cut"), /layout: <p class="cut"> cuts off what it holds/);
    assert.match(await faults("/spacing"), /layout with wide spacing: <p class="tall"> cuts off/);
  });

  it("find a form in which Enter presses another button than the one that goes on", async () =>
    assert.match(
      await faults("/search"),
      /first button: « Chercher » is pressed by Enter, where « Continuer » goes on/,
    ));

  it("find targets that are too small and too close", async () =>
    assert.match(await faults("/target"), /axe target-size/));

  it("find HTML that the browser silently mended", async () =>
    assert.match(await faults("/invalid"), /html: \S+ at line \d+/));

  it("find scripts and styles that break the policy, and a policy that allows them", async () => {
    assert.match(await faults("/inline"), /console: .*Content Security Policy/);
    assert.match(await faults("/inline-style"), /html: no-inline-style/);
    assert.match(await faults("/inline-style"), /console: .*Content Security Policy/);
    assert.match(await faults("/unsafe"), /policy: it allows what is unsafe/);
  });

  it("find what is asked of another host", async () =>
    assert.match(await faults("/external"), /external request|console: .*Content Security Policy/));

  it("find a script that fails", async () => assert.match(await faults("/throws"), /console: uncaught cassé/));

  it("find a second h1, a missing title, the wrong language", async () => {
    assert.match(await faults("/two"), /h1: 2 instead of one/);
    assert.match(await faults("/untitled"), /title: the page has none/);
    assert.match(await faults("/english"), /lang: the page says "en", not "fr"/);
  });

  it("see without scripts what only a reader without scripts sees", async () => {
    assert.doesNotMatch(await faults("/noscript"), /axe label/);
    assert.match(await faults("/noscript", { script: false }), /axe label/);
  });

  it("say the page, its state and its width when they fail", async () => {
    const tab = await openTab(await testBrowser(), { width: 320, script: true });
    await tab.page.goto(`${fixture.origin}/two`);
    await assert.rejects(checkPage(tab.page, expected), /essai \(full, fr\) at 320 px[^]*- h1: 2 instead of one/);
    await tab.close();
  });
});

describe("the rules of HTML", () => {
  it("find nothing on a good page", () => assert.deepEqual(htmlFaults(page()), []));
  it("name the rule and the place of a fault", () => {
    assert.match(
      htmlFaults(page({ main: '<p id="a">Un</p><p id="a">Deux</p>' })).join(),
      /no-dup-id at line \d+, column \d+/,
    );
  });
});
