import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { clockFault } from "./clock-fault.ts";

const mark = new Date("2026-07-01T08:00:00Z");
const at = (instant: string, server?: string) =>
  clockFault({ now: new Date(instant), server: server === undefined ? undefined : new Date(server), mark });

describe("the clock", () => {
  it("is believed where the calendar never ran", () => {
    equal(clockFault({ now: new Date("1970-01-01T00:00:00Z"), server: undefined, mark: undefined }), undefined);
  });

  it("is believed 40 days after the calendar ran, and no longer a second later", () => {
    equal(at("2026-08-10T08:00:00Z"), undefined);
    deepEqual(at("2026-08-10T08:00:01Z"), { kind: "far", since: mark, days: 40 });
  });

  it("is believed 10 minutes before the calendar ran, and no longer a second earlier", () => {
    equal(at("2026-07-01T07:50:00Z"), undefined);
    deepEqual(at("2026-07-01T07:49:59Z"), { kind: "behind", since: mark, days: 0 });
  });

  it("is believed within 10 minutes of the database’s, on either side", () => {
    equal(at("2026-07-02T08:10:00Z", "2026-07-02T08:00:00Z"), undefined);
    deepEqual(at("2026-07-02T08:10:01Z", "2026-07-02T08:00:00Z"), { kind: "apart", minutes: 10 });
    deepEqual(at("2026-07-02T07:45:00Z", "2026-07-02T08:00:00Z"), { kind: "apart", minutes: 15 });
  });
});
