/** What is shown to few and taken away by many: the pages of the answer on paper, and in the reader's own colours. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { APPLY, fullAnswers, named, noMoreTitles, PATH } from "../journeys/answers.ts";
import { fillAll, type Filled } from "../journeys/sent-forms.ts";
import { testServer } from "../server.ts";
import { noBrowser, testBrowser } from "./shared-browser.ts";

const relieved: readonly Filled[] = [
  named(PATH, "CAFERUIS", [1, 7, 2015]),
  noMoreTitles(PATH),
  [`${PATH}/cursus`, { track: "deis" }],
];
const pages = [
  { path: "/deis", steps: [], heading: /Diplôme d’État/, end: "Page à jour du" },
  { path: `${APPLY}/resultat`, steps: fullAnswers, heading: /Oui, vous pouvez candidater/, end: "Établie le" },
  { path: `${PATH}/resultat`, steps: relieved, heading: /Il vous resterait 445 h/, end: "Établie le" },
] as const;

/** What an A4 page holds between its margins, in CSS pixels. */
const PAPER = 672;

describe("a public page", { skip: await noBrowser() }, () => {
  let app: FastifyInstance;
  let origin: string;
  before(async () => {
    app = await testServer();
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
  });
  after(() => app.close());

  const open = async (path: string, steps: readonly Filled[]): Promise<Page> => {
    const page = await (await testBrowser()).newPage({ viewport: { width: PAPER, height: 900 } });
    const at = (below: string) => `${origin}/faire-ess${below}`;
    await fillAll(async (method, below, body) => {
      const sent = body !== undefined && { data: body, headers: FORM };
      const answer = await page.request.fetch(at(below), { method, maxRedirects: 0, ...sent });
      return { status: answer.status(), location: answer.headers().location, text: await answer.text() };
    }, steps);
    await page.goto(at(path));
    return page;
  };

  for (const { path, steps, heading, end } of pages) {
    it(`begins on the first sheet and ends on one that holds more than its foot (${path})`, async () => {
      const page = await open(path, steps);
      const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: "A4" })));
      const { text } = await extractText(pdf, { mergePages: false });
      const sheets = text.map((sheet) => sheet.replace(/\s+/g, " "));
      assert.match(sheets[0]!, heading);
      assert.doesNotMatch(sheets.join(" "), /Se connecter|Et maintenant|Modifier/);
      assert.ok(sheets.every((sheet) => sheet.length > 100));
      assert.ok(sheets.join(" ").includes(end));
      await page.close();
    });

    it(`is no wider than the paper (${path})`, async () => {
      const page = await open(path, steps);
      await page.emulateMedia({ media: "print" });
      assert.deepEqual(await page.evaluate(widerThan, PAPER), []);
      await page.close();
    });

    it(`draws nothing in a colour of its own where the reader's rule (${path})`, async () => {
      const page = await open(path, steps);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ forcedColors: "active", colorScheme });
        const strange = (await page.evaluate(drawnColours)).filter(({ colour, system }) => !system.includes(colour));
        assert.deepEqual(strange, []);
      }
      await page.close();
    });
  }

  it("marks only the page that one is on, in the reader's colours too", async () => {
    const page = await open("/deis", []);
    await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
    const lines: string[] = await page.evaluate(
      "[...document.querySelectorAll('.site-nav a')].map((a) => getComputedStyle(a).borderBottomColor)",
    );
    const [current, ...others] = lines;
    assert.ok(others.length > 0 && others.every((line) => line !== current));
    await page.close();
  });
});

const FORM = { "content-type": "application/x-www-form-urlencoded" };

/* The few shapes of the DOM that the functions below need, which run inside the page and may use nothing from here. */
type Shown = {
  tagName: string;
  className: string;
  style: { color: string };
  getBoundingClientRect: () => { right: number; width: number };
  closest: (selector: string) => unknown;
  append: (child: Shown) => void;
  remove: () => void;
};
declare const document: {
  body: Shown;
  createElement: (name: string) => Shown;
  querySelectorAll: (selector: string) => Iterable<Shown>;
};
declare const getComputedStyle: (of: Shown) => { fill: string; stroke: string; color: string };

function widerThan(paper: number): string[] {
  return [...document.querySelectorAll("main :is(h1, h2, h3, p, li, td, th, rect)")]
    .filter((one) => one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().right > paper + 1)
    .map((one) => `${one.tagName} ${one.className}`);
}

function drawnColours(): { what: string; colour: string; system: string[] }[] {
  const probe = document.createElement("span");
  document.body.append(probe);
  const system = ["Canvas", "CanvasText", "GrayText"].map((name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return [...document.querySelectorAll("main svg :is(rect, line, text)")].flatMap((one) => {
    const { fill, stroke } = getComputedStyle(one);
    const colours = [one.tagName === "line" ? "none" : fill, stroke].filter(
      (colour) => colour !== "none" && !colour.startsWith("url"),
    );
    return colours.map((colour) => ({ what: one.tagName, colour, system }));
  });
}
