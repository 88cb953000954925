/** Where a line stands by what was noted of it: nothing is declared without a receipt, and other facts bring it back. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { differing, lineState, type Noted } from "./typed.ts";

const values = { number: "D-1", "entered-on": "2026-12-07" };
const typed = (more: Partial<Noted> = {}): Noted => ({
  kind: "typed",
  on: "2026-12-08",
  values,
  receipt: null,
  file: null,
  ...more,
});
const received: Noted = { kind: "received", on: "2026-12-09", values: null, receipt: "AR-1", file: null };

describe("a line of a portal", () => {
  it("is to be typed while the facts ask for it, and is none where they do not", () => {
    equal(lineState({ asked: true, values }, []), "to-type");
    equal(lineState({ asked: false, values }, []), undefined);
  });

  it("is declared once there is a receipt, in number or as a file, and not before", () => {
    equal(lineState({ asked: true, values }, [typed()]), "typed");
    equal(lineState({ asked: true, values }, [typed({ receipt: "AR-1" })]), "received");
    equal(lineState({ asked: true, values }, [typed({ file: "f" })]), "received");
    equal(lineState({ asked: true, values }, [typed(), received]), "received");
  });

  it("waits for the receipt of a correction, whatever the first one had", () => {
    equal(lineState({ asked: true, values }, [typed(), received, typed()]), "typed");
  });

  it("comes back where a value differs from what was typed, and goes once it is typed again", () => {
    const now = { asked: true, values: { ...values, "entered-on": "2026-12-14" } };
    equal(lineState(now, [typed({ receipt: "AR-1" })]), "differs");
    deepEqual(differing(now, values), ["entered-on"]);
    equal(lineState(now, [typed({ receipt: "AR-1" }), typed({ values: now.values, receipt: "AR-2" })]), "received");
  });

  it("comes back where nothing asks for it any more, until it is noted as taken back", () => {
    const now = { asked: false, values };
    equal(lineState(now, [typed({ receipt: "AR-1" })]), "differs");
    equal(lineState(now, [typed(), typed({ values: {}, receipt: "AR-2" })]), "received");
    // Asked for once more.
    equal(lineState({ asked: true, values }, [typed({ values: {}, receipt: "AR-2" })]), "differs");
  });

  it("does not come back for a value that the school asks for since then", () => {
    equal(lineState({ asked: true, values: { ...values, person: "Awa" } }, [typed({ receipt: "AR-1" })]), "received");
  });
});
