/** Years are declared in their order: a later declaration counts what none before it declared. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { lawWorld } from "../../house/world.ts";
import { employed, SCHOOL } from "../../test/certifying.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { deed, freshly, type Invented, openedSession } from "../../test/people.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { soundWaiting, waitingFor } from "../../test/waiting-lines.ts";
import { newAttempt } from "../../test/world.ts";
import { buildServer } from "../../web/server.ts";
import { depositBpf, enterBpf } from "./acts.ts";
import { seeBpf } from "./views.ts";

const ENTERED = {
  charges: 1_000,
  trainerSalaries: 0,
  purchases: 0,
  otherTurnover: 0,
  distance: false,
  publicBody: false,
  naf: "8542Z",
  external: [],
};

describe("two yearly declarations", () => {
  let world: World;
  let close: () => Promise<unknown>;
  const now = new Date("2024-03-01T09:00:00Z");
  let app: FastifyInstance;
  let finance: Invented;
  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    finance = await employed(world, "Anna Comptable", "finance");
  });
  after(async () => {
    await app.close();
    await close();
  });

  const entered = async (year: number, version = 0, charges = 1_000) =>
    deed(world, enterBpf, await freshly(world, finance), { ...ENTERED, charges, year, version });
  const deposit = async (year: number) => {
    const actor = await freshly(world, finance);
    const seen = await view(world, seeBpf, { actor, establishment: SCHOOL, input: { year } });
    ok(seen.kind === "found");
    const on = now.toISOString().slice(0, 10);
    const input = { year, on, receipt: `AR-${String(year)}`, inputHash: seen.value.inputHash };
    const outcome = await perform(world, depositBpf, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
    return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join() : outcome.kind;
  };

  const waiting = async () =>
    (await waitingFor(world, await freshly(world, finance), "depositBpf")).map(([, due]) => due);

  it("are deposited in their order: what was left out stands in the later one, and is not declared again", async () => {
    for (const year of [2021, 2022, 2023]) await entered(year);
    deepEqual(await waiting(), ["2022-04-30", "2023-04-30", "2024-04-30"]);
    equal(await deposit(2021), "done");
    deepEqual(await waiting(), ["2023-04-30", "2024-04-30"]);
    equal(await deposit(2023), "done");
    match(await deposit(2022), /bilan de 2023 est déjà déposé/);
    const counted = await view(world, seeBpf, {
      actor: await freshly(world, finance),
      establishment: SCHOOL,
      input: { year: 2022 },
    });
    ok(counted.kind === "found");
    equal(counted.value.countedIn, 2023);
    const cookie = `${SESSION_COOKIE}=${await openedSession(world, finance, ["password", "totp"])}`;
    const page = async (path: string) => (await app.inject({ url: `/${SCHOOL}${path}`, headers: { cookie } })).body;
    const shown = await page("/finances/bilan/2022");
    match(shown, /ne se dépose plus\s: celui de 2023 est déposé/);
    ok(!/À déposer avant|Noter le dépôt/.test(shown));
    // What is counted in the later one waits no more.
    deepEqual(await waiting(), []);
    await soundWaiting(world);
  });

  it("may be corrected, though a later one is deposited", async () => {
    await entered(2021, 1, 2_000);
    equal(await deposit(2021), "done");
    match(await deposit(2022), /bilan de 2023/);
  });
});
