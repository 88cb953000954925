/** How long sessions, juries and the register are kept: as long as any result rests on them, and ten years. */
import { deepEqual, ok } from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { PROVEN_TABLES } from "../../house/house.ts";
import { runDue } from "../../worker/run-due.ts";
import { receiveUpload } from "../../files/receive.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { allMarked, arranged, aSession, decided, employed, SCHOOL, trainee } from "../../test/certifying.ts";
import { deed } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { testWorldOf } from "../../test/server.ts";
import { attachMinutes, noteParchment } from "../after/acts.ts";

const TABLES = ["exam_session", "exam_designation", "exam_group", "exam_examiner", "jury_order", "jury"] as const;

describe("a session of exams, its juries and the register", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2030-05-12T08:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    const ada = await trainee(world, "Ada Admise");
    const held = await aSession(world, { secretary, trainees: [ada] });
    const groups = await arranged(world, held, { day: "2030-06-11" });
    now = new Date("2030-06-11T18:00:00Z");
    await allMarked(world, held, groups, { "Ada Admise": [12, 11, 11, 11, 13] });
    now = new Date("2030-06-25T08:00:00Z");
    const jury = await decided(world, held);
    const scan = async () => {
      const stream = Readable.from([Buffer.from(pdf({ pages: 1 }))]);
      const { account } = secretary;
      const received = await receiveUpload(world, { establishment: SCHOOL, account, stream, name: "signe.pdf" });
      ok("upload" in received);
      return received.upload;
    };
    const by = await held.secretary();
    await deed(world, attachMinutes, by, { jury, scan: await scan(), names: "Tous les membres" });
    const { enrolment } = ada;
    await deed(world, noteParchment, by, { enrolment, kind: "received", on: "2030-06-25" });
    await deed(world, noteParchment, by, { enrolment, kind: "handed-over", on: "2030-06-25", scan: await scan() });
    // Another of the same register, where nobody came, ten years later.
    now = new Date("2039-05-12T08:00:00Z");
    await aSession(world, { secretary, trainees: [], name: "Session de 2039", tag: "39" });
  });
  after(() => close());

  const counted = () =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const counts: Record<string, number> = {};
      for (const table of [...TABLES, "exam_person", "booking", "signature"] as const)
        counts[table] = (await tx.selectFrom(table).selectAll().execute()).length;
      return counts;
    });
  const tampered = async () => {
    const asked = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES };
    const found = (await verifyAudit(world.db, asked)).tampered;
    return found.filter(({ chain }) => /^(certified|exam-session|jury|exam-person):/.test(chain));
  };

  it("stand on the last day of their ten years, but for whom nobody ever named", async () => {
    const { exam_person: entered, ...before } = await counted();
    now = new Date("2040-06-28T10:00:00Z");
    await runDue(world, SCHOOL);
    deepEqual(before.signature, 2);
    deepEqual(await counted(), { ...before, exam_person: entered! - 1 });
  });

  it("are gone the day after with what they named, and those whom no session names any more; the record still stands", async () => {
    now = new Date("2040-06-29T10:00:00Z");
    await runDue(world, SCHOOL);
    // The results first, what they rested on with them, and what no session names in the same night.
    deepEqual(await counted(), {
      exam_session: 1,
      exam_designation: 11,
      exam_group: 0,
      exam_examiner: 0,
      jury_order: 1,
      jury: 0,
      // Ten of the session that stands; who was entered with it and named by none is as old as it.
      exam_person: 10,
      booking: 0,
      // The minutes and the receipt of the diploma, signed on paper.
      signature: 0,
    });
    deepEqual(await tampered(), []);
  });
});
