import { equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { PERMISSIONS, permissionsDocument } from "./permissions-document.ts";

describe("docs/permissions.md", () => {
  it("is what `npm run law:table` writes today", () => {
    equal(readFileSync(PERMISSIONS, "utf8"), permissionsDocument());
  });
});
