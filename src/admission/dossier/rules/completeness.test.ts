import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { laws } from "../../../test/law-world.ts";
import { EMPTY } from "../../rules/draft.ts";
import { type AskedPiece, pagesOutside, tasksOf, unfinished } from "./completeness.ts";

const TEXT: AskedPiece = { key: "personal-text", needed: "always", pages: { min: 8, max: 10 } };
const law = laws.diplomas[0]!.data;
const held = (...pages: (number | null)[]) => pages.map((one) => ({ slot: TEXT.key, pages: one }));
const statusOf = (pages: number, rule: "explain" | "refuse") => {
  const judged = { law, draft: EMPTY, sections: {}, pieces: [TEXT], files: held(pages), pagesOutside: rule };
  const task = tasksOf(judged).find(({ key }) => key === "piece:personal-text")!;
  return { status: task.status, holdsBack: unfinished([task]).length > 0 };
};

describe("a text of 8 to 10 pages", () => {
  it("is outside with 7 and with 11, and not with 8 nor with 10", () => {
    assert.deepEqual(
      [7, 8, 10, 11].map((pages) => pagesOutside(TEXT, held(pages))),
      [7, undefined, undefined, 11],
    );
  });

  it("is counted over all its files; photos, which have no pages, say nothing", () => {
    assert.equal(pagesOutside(TEXT, held(4, 5)), undefined);
    assert.equal(pagesOutside(TEXT, held(4, 7)), 11);
    assert.equal(pagesOutside(TEXT, held(null)), undefined);
  });

  it("outside, may be handed in where the school lets it be explained", () => {
    assert.deepEqual(statusOf(11, "explain"), { status: "done", holdsBack: false });
  });

  it("outside, holds back the dossier where the school refuses it, and only then", () => {
    assert.deepEqual(statusOf(7, "refuse"), { status: "problem", holdsBack: true });
    assert.deepEqual(statusOf(11, "refuse"), { status: "problem", holdsBack: true });
    assert.deepEqual(statusOf(8, "refuse"), { status: "done", holdsBack: false });
    assert.deepEqual(statusOf(10, "refuse"), { status: "done", holdsBack: false });
  });
});
