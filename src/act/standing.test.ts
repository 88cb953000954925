import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Type } from "typebox";
import { leaves, type Machine } from "../kit/machine.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";
import { type ActWorld, defineAct, done, invalid, perform } from "./act.ts";
import { lockChains } from "./chain.ts";
import { keep } from "./keep.ts";
import { barredNow, mayMove, type Standing, standing } from "./standing.ts";

const LAMP: Machine<"lit" | "out", "switched-off" | "lit-again"> = {
  name: "lamp",
  thing: { fr: "Cette lampe", en: "This lamp" },
  again: { fr: "elle", en: "it" },
  states: { lit: { fr: "allumée", en: "lit" }, out: { fr: "éteinte", en: "out" } },
  moves: { "switched-off": { from: ["lit"], to: ["out"] }, "lit-again": { from: ["out"], to: ["lit"] } },
};

const lampChain = (id: string) => `lamp:${id}`;
const read = new Set<string>();

const reading = (does: Standing["does"]) =>
  standing<string>({
    on: LAMP,
    moves: ["switched-off"],
    does,
    among: async (_, ids) => new Map(ids.filter((id) => read.has(id)).map((id) => [id, "un livre"])),
    says: (book) => ({ fr: `On lit ${book} à sa lumière.`, en: `Somebody reads ${book} by its light.` }),
    chain: lampChain,
    laid: (table, row) => (table === "inquiry" && row.version === 7 ? "read" : undefined),
  });

const Ground = Type.Object({ id: Type.String(), ground: Type.Optional(Type.String()) });
const label = { fr: "Essai", en: "Trial" };
const who = "ask about oneself" as const;
const from = leaves(LAMP, "switched-off");

const asks = defineAct({
  name: "asks",
  label,
  who,
  from,
  form: Ground,
  writes: [],
  async perform(given) {
    const no = await barredNow(given, LAMP, "switched-off", { state: "lit", ...given.input });
    return no.length > 0 ? invalid(no) : done({}, lampChain(given.input.id));
  },
});

const doesNotAsk = defineAct({
  name: "doesNotAsk",
  label,
  who,
  from,
  form: Ground,
  writes: [],
  perform: async ({ input }) => done({}, lampChain(input.id)),
});

const lays = (holding: boolean) =>
  defineAct({
    name: "lays",
    label,
    who,
    form: Ground,
    writes: ["inquiry"],
    async perform({ tx, at }) {
      if (holding) await lockChains(tx, [lampChain("read")]);
      const id = crypto.randomUUID();
      await keep(tx, "inquiry", { id, token_hash: Buffer.from(id), version: 7, facts: "{}", touched_at: at });
      return done({}, `inquiry:${id}`);
    },
  });

describe("what stands on a thing", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());

  const world = (does: Standing["does"]): ActWorld => ({ ...t.world, standing: [reading(does)] });
  const ask = (does: Standing["does"], input: { id: string; ground?: string }, attempt = newAttempt()) =>
    perform(world(does), asks, { actor: { kind: "anyone" }, establishment: "first-school", attempt, input });
  const said = (outcome: Awaited<ReturnType<typeof ask>>) =>
    outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join()
      : outcome.kind;

  it("keeps it, in words, for as long as it stands there, and no attempt remembers that it did", async () => {
    const [id, attempt] = [crypto.randomUUID(), newAttempt()];
    read.add(id);
    equal(said(await ask("refuses", { id }, attempt)), "lamp: On lit un livre à sa lumière.");
    read.delete(id);
    equal(said(await ask("refuses", { id }, attempt)), "done");
  });

  it("asks for a ground, or only tells", async () => {
    const id = crypto.randomUUID();
    read.add(id);
    match(said(await ask("asks-ground", { id })), /^ground: On lit un livre.* Dites pourquoi/);
    equal(said(await ask("asks-ground", { id, ground: "Il est tard." })), "done");
    equal(said(await ask("tells", { id })), "done");
  });

  it("is what a page reads before it offers the move", () => {
    const kept = (does: Standing["does"]) => [{ moves: ["switched-off"], does }];
    deepEqual(
      (["refuses", "asks-ground", "tells"] as const).map((does) =>
        mayMove(LAMP, "switched-off", { state: "lit", kept: kept(does) }),
      ),
      [false, true, true],
    );
    equal(mayMove(LAMP, "lit-again", { state: "lit", kept: [] }), false);
  });

  it("undoes an act that moves the thing and did not ask", async () => {
    const input = { id: crypto.randomUUID() };
    const request = { actor: { kind: "anyone" } as const, establishment: "first-school", attempt: newAttempt(), input };
    await rejects(perform(world("refuses"), doesNotAsk, request), /did not ask what stands on it/);
  });

  it("undoes an act that lays something on a thing that it does not hold", async () => {
    const asked = { actor: { kind: "anyone" } as const, establishment: "first-school", input: { id: "read" } };
    await rejects(
      perform(world("refuses"), lays(false), { ...asked, attempt: newAttempt() }),
      /lays a row of inquiry on lamp:read/,
    );
    equal((await perform(world("refuses"), lays(true), { ...asked, attempt: newAttempt() })).kind, "done");
  });
});
