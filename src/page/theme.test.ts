import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { describe, it } from "node:test";
import { loadLaws } from "../law/load.ts";
import { commonSheet } from "./assets.ts";
import { contrast, mix } from "./colour.ts";
import { PLAIN_THEME, type Theme, themeProblems, themeSheet } from "./theme.ts";

const laws = loadLaws(fileURLToPath(new URL("../..", import.meta.url)));

describe("contrast (WCAG 2.2)", () => {
  it("is 21 for black on white, and 1 for a colour on itself", () => {
    assert.equal(contrast("#000000", "#ffffff"), 21);
    assert.equal(contrast("#0f5257", "#0f5257"), 1);
  });
  it("is the same both ways", () => assert.equal(contrast("#777777", "#ffffff"), contrast("#ffffff", "#777777")));
  it("tells the last grey that is read on white from the next", () => {
    assert.ok(contrast("#767676", "#ffffff") >= 4.5);
    assert.ok(contrast("#777777", "#ffffff") < 4.5);
  });
});

describe("mixing", () => {
  it("goes from the first colour to the second", () => {
    assert.equal(mix("#000000", "#ffffff", 0), "#000000");
    assert.equal(mix("#000000", "#ffffff", 1), "#ffffff");
    assert.equal(mix("#000000", "#ffffff", 0.5), "#808080");
  });
});

describe("a theme", () => {
  it("can be read in every school, and where there is none", () => {
    const themes: Theme[] = [PLAIN_THEME, ...laws.establishments.map(({ data }) => data.theme)];
    for (const theme of themes) assert.deepEqual(themeProblems(theme), []);
  });
  it("is refused where its accent is too pale for text", () => {
    const pale = { ...PLAIN_THEME, accent: "#9aa0a6" };
    assert.ok(
      themeProblems(pale).some(({ what, ratio, least }) => what.includes("accent text-subtle") && ratio < least),
    );
    assert.throws(() => themeSheet(pale), /cannot be read:\n.*instead of at least/);
  });
  it("is refused where what stands on the accent cannot be read", () => {
    assert.throws(() => themeSheet({ ...PLAIN_THEME, onAccent: "#777777" }), /base-contrast-default on base-default/);
  });
  it("is refused where the ink fades into the paper", () => {
    assert.throws(() => themeSheet({ ...PLAIN_THEME, ink: "#8a8a8a" }), /ink on/);
  });
  it("gives every variable that the components use", () => {
    const css = commonSheet("/font.woff2") + themeSheet(PLAIN_THEME);
    const used = new Set([...css.matchAll(/var\(\s*(--ds-[\w-]+)(?=\s*\))/g)].map(([, name]) => name!));
    const given = new Set([...css.matchAll(/(--ds-[\w-]+)\s*:/g)].map(([, name]) => name!));
    assert.deepEqual(
      [...used].filter((name) => !given.has(name)),
      [],
    );
  });
});
