import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Type } from "typebox";
import { defineAct, done, type Duty, FORBIDDEN } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { countOverdue } from "../deployment/overdue/store.ts";
import { doctor } from "../doctor/doctor.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import type { Opened } from "../db/open.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { DutyUndone, runDue } from "./run-due.ts";

const establishment = "faire-ess";
const KEY = "a name, of é.characters: 2026-11-25T09:00:00.000Z / ".repeat(5);

describe("what is due and cannot be done", () => {
  let world: World;
  let opened: Opened;
  let close: () => Promise<void>;
  let now = new Date("2026-11-25T09:00:00Z");
  let mended = false;
  let due = true;
  let key = KEY;
  before(async () => {
    ({ world, opened, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());

  const act = defineAct({
    name: "takeOver",
    label: { fr: "Reprendre", en: "Take over" },
    who: "let time pass",
    form: Type.Object({}),
    writes: [],
    perform: async () => {
      if (!mended) return FORBIDDEN;
      due = false;
      return done({}, "taken:over");
    },
  });
  const duty: Duty = {
    act,
    foretold: { unpreventable: "it concerns nobody" },
    due: async () => (due ? [{ input: {}, key, day: "2026-11-24" }] : []),
  };
  const round = async () => {
    const told: [string, string][] = [];
    const count = await runDue(world, establishment, [duty], (fault, name) =>
      told.push([name, fault instanceof DutyUndone ? fault.reason.en : String(fault)]),
    );
    now = new Date(now.getTime() + 3_600_000);
    return { count, told };
  };
  const kept = () => withSchool(world.db, establishment, countOverdue);
  const calendar = async () => {
    const around = { opened, world, establishments: [establishment], mail: undefined, timestamps: undefined };
    const checks = await doctor({ ...around, tables: PROVEN_TABLES, duties: [] });
    return checks.find(({ name, school }) => name === "calendar" && school === establishment)!;
  };
  const measures = async () => {
    const app = await buildServer(world, {});
    const { body } = await app.inject({ url: "/metrics", headers: { host: "127.0.0.1" }, remoteAddress: "127.0.0.1" });
    await app.close();
    return body.split("\n").filter((line) => line.startsWith("livret_overdue_duties{"));
  };

  it("is told once, and stays in the doctor’s account and in the metrics with its reason while it is due", async () => {
    deepEqual(await round(), { count: 0, told: [["takeOver", "The state of the thing bars the act."]] });
    deepEqual(await round(), { count: 0, told: [] });
    deepEqual(await kept(), [{ act: "takeOver", count: 1 }]);
    const { ok, label } = await calendar();
    equal(ok, false);
    match(
      label.fr,
      /1 échéance n’a pas pu être faite, dont takeOver \(24 novembre 2026\), 2 fois\u00a0: L’acte n’est pas/,
    );
    deepEqual(await measures(), ['livret_overdue_duties{place="faire-ess",act="takeOver"} 1']);
  });

  it("goes once it is done, whatever characters its key has", async () => {
    mended = true;
    deepEqual(await round(), { count: 1, told: [] });
    deepEqual(await kept(), []);
    equal((await calendar()).ok, true);
    deepEqual(await measures(), []);
  });

  it("goes where it is due no more", async () => {
    [mended, due, key] = [false, true, "another"];
    await round();
    deepEqual(await kept(), [{ act: "takeOver", count: 1 }]);
    due = false;
    deepEqual(await round(), { count: 0, told: [] });
    deepEqual(await kept(), []);
  });
});
