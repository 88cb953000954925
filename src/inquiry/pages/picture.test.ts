import { match } from "node:assert/strict";
import { describe, it } from "node:test";
import { law } from "../../test/reach.ts";
import { experiencePicture } from "./picture.ts";
import { decide } from "../rules/opens.ts";

describe("the picture of the experience", () => {
  it("tells each post on a telephone with its headings", () => {
    const { field } = law.diploma.experience!.fields[0]!;
    const experience = [{ from: "2020-01-01", to: null, share: 1, field }] as const;
    const input = { id: "me", on: "2026-11-25", titles: [], experience } as const;
    const { text } = experiencePicture(law.diploma, input, decide(law, input), "fr") as { text: string };
    match(text, /<div class="table-scroll stacks"/);
  });
});
