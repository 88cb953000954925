/** What was followed is certified from countersigned half-days alone, of exactly the days asked, and frozen as issued. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, type View, view } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { World } from "../../act/world.ts";
import { startRenderer } from "../../documents/render.ts";
import { verifyPaper } from "../../issued-documents/views.ts";
import { candidate } from "../../test/dossiers.ts";
import { deed, freshly } from "../../test/people.ts";
import { letters, lettersOf } from "../../test/printed.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person } from "../../test/trainees.ts";
import { correctAttendance, countersign, markAttendance } from "../attendance/acts.ts";
import { seeList } from "../attendance/views.ts";
import { seeHours } from "../hours/views.ts";
import { planLessons } from "../lessons/acts.ts";
import { attestEntry, issueCertificate } from "./acts.ts";
import { CERTIFICATE_TEMPLATE, certificateDocument } from "./documents/certificate.ts";
import type { CertificateData, EntryData } from "./frozen.ts";
import { myCertificates, readCertificate, seeCertificates } from "./views.ts";

const SCHOOL = "faire-ess";

describe("the certificates of a trainee", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let head: Actor;
  let trainer: Actor;
  let finance: Actor;
  let awa: Person;
  let bob: Person;
  let enrolment = "";
  let lessons: readonly string[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    head = (await employed(world, "Ines Responsable", "head-of-training")).actor;
    trainer = (await employed(world, "Tom Formateur", "trainer")).actor;
    finance = (await employed(world, "Fanny Finances", "finance")).actor;
    const cohort = await aCohort(world, head);
    awa = await anAccepted(world, { name: "Awa Ndiaye" });
    bob = await anAccepted(world, { name: "Bob Martin" });
    enrolment = await enrolled(world, head, awa, cohort);
    const lesson = { trainer: actorName(trainer), unit: "UF1.1" };
    ({ lessons } = await deed(world, planLessons, head, {
      cohort,
      lessons: [
        { ...lesson, on: "2026-12-07", from: "09:00", to: "12:00" },
        { ...lesson, on: "2026-12-07", from: "14:00", to: "17:00" },
        { ...lesson, on: "2026-12-08", from: "09:00", to: "12:00" },
        { ...lesson, unit: "UF2.4", on: "2026-12-14", from: "09:00", to: "12:00" },
      ],
    }));
  });
  after(() => close());

  const asked = <I>(actor: Actor, input: I) => ({ actor, establishment: SCHOOL, input });
  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) => {
    const outcome = await perform(world, act, { ...asked(actor, input), attempt: randomUUID() });
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join(" | ")
      : outcome.kind;
  };
  const seen = async <F extends TSchema, V>(what: View<F, V>, actor: Actor, input: Static<F>): Promise<V> => {
    const found = await view(world, what, asked(actor, input));
    if (found.kind !== "found") throw new Error(`${what.name}: ${found.kind}`);
    return found.value;
  };
  const there = async (nth: number, status: "present" | "part", minutesMissed?: number) => {
    const marks = [{ enrolment, number: 0, status, ...(minutesMissed !== undefined && { minutesMissed }) }];
    await deed(world, markAttendance, trainer, { lesson: lessons[nth]!, marks });
  };
  const countersigned = async (nth: number) => {
    const lesson = lessons[nth]!;
    const { shown } = await seen(seeList, trainer, { lesson });
    equal(await tried(countersign, trainer, { lesson, shown, words: "Je contresigne." }), "done");
  };
  const data = async (code: string) =>
    (await seen(readCertificate, finance, { code })).data as unknown as CertificateData | EntryData;
  const WEEK = { from: "2026-12-07", to: "2026-12-11" };

  it("attest no entry in advance, and certify nothing that is not countersigned", async () => {
    match(await tried(attestEntry, head, { enrolment }), /Aucune demi-journée n’est encore contresignée/);
    match(await tried(issueCertificate, head, { enrolment, ...WEEK }), /^to: Ce jour est à venir/);
    now = new Date("2026-12-15T09:00:00Z");
    trainer = await freshly(world, { account: (trainer as { account: string }).account });
    await there(0, "present");
    match(await tried(issueCertificate, head, { enrolment, ...WEEK }), /^from: Aucune demi-journée contresignée/);
    match(await tried(attestEntry, head, { enrolment }), /^payer: /);
    equal(await tried(issueCertificate, trainer, { enrolment, ...WEEK }), "forbidden");
  });

  it("attest the entry on the first half-day that is countersigned", async () => {
    await countersigned(0);
    const { code } = await deed(world, attestEntry, finance, { enrolment, payer: "OPCO Santé", file: "D-77" });
    const entry = await data(code);
    deepEqual(
      [entry.kind, entry.kind === "entry" && entry.enteredOn, entry.payer],
      ["entry", "2026-12-07", "OPCO Santé"],
    );
  });

  it("count half-days to the minute, of exactly the days asked, and name those that are not countersigned", async () => {
    await there(1, "part", 45);
    await countersigned(1);
    await there(2, "present");
    await there(3, "present");
    await countersigned(3);
    const { code } = await deed(world, issueCertificate, finance, { enrolment, ...WEEK });
    const week = (await data(code)) as CertificateData;
    deepEqual(
      week.halfDays.map(({ on, half, minutes, signed }) => [on, half, minutes, signed]),
      [
        ["2026-12-07", "morning", 180, "listed"],
        ["2026-12-07", "afternoon", 135, "listed"],
      ],
    );
    equal(week.minutes, 315);
    deepEqual(
      week.pending.map(({ on }) => on),
      ["2026-12-08"],
    );
    const all = await seen(seeCertificates, head, { enrolment });
    // The field study is followed and not billed.
    deepEqual([all.minutes, all.billed], [495, 315]);
    equal((await seen(seeHours, head, { enrolment, language: "fr" })).totals.done, all.minutes);
  });

  it("stay as issued when attendance is corrected after, and a new one of the same days replaces the first", async () => {
    const { certificates } = await seen(seeCertificates, head, { enrolment });
    const { code } = certificates.find(({ kind }) => kind === "certificate")!;
    const corrected = {
      lesson: lessons[1]!,
      enrolment,
      number: 1,
      status: "absent",
      reason: "Erreur de liste.",
    } as const;
    await deed(world, correctAttendance, trainer, corrected);
    equal(((await data(code)) as CertificateData).minutes, 315);
    const again = await deed(world, issueCertificate, head, { enrolment, ...WEEK });
    equal(((await data(again.code)) as CertificateData).minutes, 180);
    const verified = (one: string) => seen(verifyPaper, head, { code: one });
    deepEqual([(await verified(code)).state, (await verified(again.code)).state], ["replaced", "holds"]);
  });

  it("are read by the trainee and by nobody else who has an account", async () => {
    const own = await seen(myCertificates, candidate(world, awa), { enrolment });
    deepEqual(own.certificates.map(({ kind }) => kind).toSorted(), ["certificate", "entry"]);
    const { code } = own.certificates[0]!;
    ok(await seen(readCertificate, candidate(world, awa), { code }));
    equal((await view(world, readCertificate, asked(candidate(world, bob), { code }))).kind, "missing");
    equal((await view(world, myCertificates, asked(candidate(world, bob), { enrolment }))).kind, "missing");
  });

  it("print the same from what was frozen, with each half-day and how to verify the code", async () => {
    const renderer = startRenderer({ timeoutMs: 120_000 });
    try {
      const { certificates } = await seen(seeCertificates, head, { enrolment });
      for (const { code, kind } of certificates) {
        const document = certificateDocument(await data(code), { code, verifiedAt: `https://ecole/verifier/${code}` });
        const pdf = await renderer.render(CERTIFICATE_TEMPLATE, document, "test");
        const said = await lettersOf(pdf);
        ok(said.includes(letters("Ndiaye Awa")), kind);
        ok(said.includes(letters("7 décembre 2026")), kind);
        ok(said.includes(letters(`Tapez le code ${code}`)), kind);
        if (process.env.KEEP_PAPERS)
          (await import("node:fs")).writeFileSync(`${process.env.KEEP_PAPERS}/${kind}.pdf`, pdf);
      }
    } finally {
      await renderer.close();
    }
  });
});
