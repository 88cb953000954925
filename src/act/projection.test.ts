import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Type } from "typebox";
import { defineAct, defineView, done, perform, view } from "./act.ts";
import { keep } from "./keep.ts";
import { projected } from "./projection.ts";
import { Moment, orNull } from "../kit/output.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";

const place = { actor: { kind: "anyone" }, establishment: "first-school" } as const;
const label = { fr: "Essai", en: "Trial" };
const HASH = "$argon2id$never-to-leave";
const ROW = { id: "7", name: "Ada", password_hash: HASH };
const Row = Type.Object({ id: Type.String(), name: Type.String() });

const listed = defineView({
  name: "listed",
  label,
  who: "ask about oneself",
  form: Type.Object({}),
  output: Type.Object({ rows: Type.Array(Row), first: orNull(Row), byName: Type.Record(Type.String(), Row) }),
  read: async () => ({ rows: [ROW, ROW], first: ROW, byName: { Ada: ROW } }),
});

const made = defineAct({
  name: "made",
  label,
  who: "ask about oneself",
  form: Type.Object({}),
  output: Row,
  writes: ["inquiry"],
  async perform({ tx, at }) {
    const id = crypto.randomUUID();
    await keep(tx, "inquiry", { id, token_hash: Buffer.from(id), version: 1, facts: "{}", touched_at: at });
    return done(ROW, `inquiry:${id}`);
  },
});

describe("the projection of what goes out", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());

  it("lets no undeclared column leave a view, wherever it stands", async () => {
    const seen = await view(t.world, listed, { ...place, input: {} });
    const row = { id: "7", name: "Ada" };
    assert.deepEqual(seen, { kind: "found", value: { rows: [row, row], first: row, byName: { Ada: row } } });
  });

  it("lets no undeclared column leave an act, nor stores it as its first outcome", async () => {
    const attempt = newAttempt();
    const first = await perform(t.world, made, { ...place, attempt, input: {} });
    assert.deepEqual(first, { kind: "done", value: { id: "7", name: "Ada" } });
    assert.deepEqual(await perform(t.world, made, { ...place, attempt, input: {} }), first);
  });

  it("keeps whole what is declared open, moments, and null", () => {
    const schema = Type.Object({
      facts: Type.Record(Type.String(), Type.Unknown()),
      open: Type.Unknown(),
      at: Moment,
      end: orNull(Moment),
      left: Type.Optional(Type.String()),
    });
    const value = { facts: { a: { b: 1 } }, open: [{ c: 2 }], at: new Date(0), end: null };
    assert.deepEqual(projected(schema, { ...value, left: undefined, more: 1 }), value);
  });

  it("tells the shapes of a union apart by their constants, else by what they require", () => {
    const Kinds = Type.Union([
      Type.Object({ kind: Type.Literal("one"), a: Type.Integer() }),
      Type.Object({ kind: Type.Literal("two"), b: Type.Integer() }),
    ]);
    assert.deepEqual(projected(Kinds, { kind: "two", a: 1, b: 2 }), { kind: "two", b: 2 });
    const Parts = Type.Union([
      Type.Object({ part: Type.String() }),
      Type.Object({ piece: Type.String() }),
      Type.Null(),
    ]);
    assert.deepEqual(projected(Type.Array(Parts), [{ piece: "cv", x: 1 }, null]), [{ piece: "cv" }, null]);
    assert.throws(() => projected(Kinds, { kind: "three" }), /no shape/);
  });
});
