/** Money that cannot be computed when a declaration is deposited: named before, accepted, kept with the deposit, and in the next declaration. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { noteWhoPays } from "../../contracts/acts.ts";
import { withSchool } from "../../db/school.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { lawWorld } from "../../house/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { deed, freshly, openedSession } from "../../test/people.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person } from "../../test/trainees.ts";
import { newAttempt } from "../../test/world.ts";
import { buildServer } from "../../web/server.ts";
import { yearCheck } from "../check.ts";
import { depositBpf, enterBpf } from "./acts.ts";
import { seeBpf, seeBpfDeposit } from "./views.ts";

const SCHOOL = "faire-ess";
const ENTERED = {
  year: 2026,
  version: 0,
  charges: 1_000,
  trainerSalaries: 0,
  purchases: 0,
  otherTurnover: 0,
  distance: false,
  publicBody: false,
  naf: "8542Z",
  external: [],
};

describe("a declaration in which somebody’s money cannot be computed", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let now = new Date("2026-11-25T09:00:00Z");
  let officer: Awaited<ReturnType<typeof employed>>;
  let ada: Person;
  let number: string;

  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    officer = await employed(world, "Anna Officier", "admission-officer", "finance");
    const head = await employed(world, "Ines Responsable", "head-of-training");
    // Nobody planned its periods.
    const cohort = await aCohort(world, head.actor);
    ada = await anAccepted(world, { name: "Ada Seule" });
    await deed(world, noteWhoPays, officer.actor, { dossier: ada.dossier, others: [], status: "own-cost" });
    await enrolled(world, head.actor, ada, cohort);
    now = new Date("2027-01-10T09:00:00Z");
    await deed(world, enterBpf, await freshly(world, officer), ENTERED);
    number = (await seen()).unknown[0]!.called;
  });
  after(async () => {
    await app.close();
    await close();
  });

  const seen = async () => {
    const actor = await freshly(world, officer);
    const found = await view(world, seeBpf, { actor, establishment: SCHOOL, input: { year: 2026 } });
    ok(found.kind === "found", found.kind);
    return found.value;
  };
  const deposit = async (more: { readonly leftOut?: string[] }) => {
    const { inputHash } = await seen();
    const input = { year: 2026, on: "2027-01-10", receipt: "AR-1", inputHash, ...more };
    const actor = await freshly(world, officer);
    return perform(world, depositBpf, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
  };
  const page = async (path: string) => {
    const cookie = `${SESSION_COOKIE}=${await openedSession(world, officer, ["password", "totp"])}`;
    const { body } = await app.inject({ url: `/${SCHOOL}${path}`, headers: { cookie } });
    return body.replaceAll(/[\u00a0\u202f]/g, " ");
  };

  it("names them before the deposit, with what is to be mended", async () => {
    const { unknown, lacking } = await seen();
    deepEqual([unknown.map(({ name, dossier }) => [name, dossier]), lacking], [[["Seule Ada", ada.dossier]], []]);
    for (const path of ["/finances/bilan/2026", "/finances/bilan/2026/depot"])
      match(await page(path), /De l’argent manque à ce bilan.*Seule Ada.*n’a pas de périodes : fixez-les/s);
    match(await page("/finances/bilan/2026/depot"), /Je dépose sans cet argent/);
  });

  it("is not deposited until that is accepted of those who are named", async () => {
    const refused = await deposit({});
    ok(refused.kind === "invalid");
    match(refused.issues[0]!.message("fr"), /De l’argent manque/);
    const late = await deposit({ leftOut: ["D-2026-999999"] });
    // The numbers that now stand there are answered, so that whoever sent others sees which.
    deepEqual(late.kind === "stale" && (late.current as { leftOut: unknown }).leftOut, [number]);
    equal((await deposit({ leftOut: [number, "D-2026-999999"] })).kind, "stale");
    const byId = await deposit({ leftOut: [ada.dossier] });
    match(
      JSON.stringify(byId.kind === "invalid" && byId.issues.map(({ message }) => message("fr"))),
      /par les numéros/,
    );
  });

  it("keeps whom it was deposited without, under its fingerprint", async () => {
    equal((await deposit({ leftOut: [number] })).kind, "done");
    const actor = await freshly(world, officer);
    const input = { year: 2026, version: 1 };
    const found = await view(world, seeBpfDeposit, { actor, establishment: SCHOOL, input });
    ok(found.kind === "found");
    deepEqual(found.value.leftOut, [{ called: number, name: "Seule Ada", dossier: ada.dossier }]);
    match(await page("/finances/bilan/2026/depots/1"), /Déposé sans l’argent de.*Seule Ada/s);
    const after = await page("/finances/bilan/2026");
    match(after, /De l’argent manque au bilan déposé.*Seule Ada/s);
    ok(!after.includes("À faire avant le dépôt"));
    await withSchool(world.db, SCHOOL, async (tx) => {
      equal(await yearCheck(tx, SCHOOL), undefined);
      await sql`insert into bpf_deposit select establishment_id, gen_random_uuid(), bpf, 2, deposited_on, receipt, answer, basis, input_hash,
        counted, frozen_hash, deposited_by, noted_at, '[]'::jsonb from bpf_deposit`.execute(tx);
      match((await yearCheck(tx, SCHOOL))!.label.en, /bpf_deposit 2026 2/);
    });
  });
});
