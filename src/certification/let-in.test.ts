/**
 * A guest who acts for the State is let in for one thing after the other, and outside is nobody: two sessions alike are crawled by whoever
 * was let into one of them, and nothing of the other comes back, by no view, no page and no act.
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { type Actor, FORBIDDEN, perform, performWithin, view } from "../act/act.ts";
import { may } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { ACTS, VIEWS } from "../house/house.ts";
import { pages } from "../house/pages.ts";
import { GUEST_COOKIE } from "../page/session.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { samples } from "../test/samples.ts";
import {
  allMarked,
  arranged,
  aSession,
  decided,
  employed,
  groupSeen,
  guestToken,
  cameIn,
  type Held,
  SCHOOL,
  trainee,
} from "../test/certifying.ts";
import { deed, type Invented, stateGuest, freshly } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { letIntoSession } from "./let-in.ts";
import { decideLapse } from "./after/acts.ts";

const PARTIAL = [12, 12, 12, 12, 8] as const;
const DAYS = ["on", "signedOn", "notifiedOn"] as const;
const DIPLOMA = [12, 12, 12, 12, 12] as const;

describe("a guest who acts for the State", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<unknown>;
  let now = new Date("2030-05-12T08:00:00Z");
  let secretary: Invented;
  let guest: Extract<Actor, { kind: "guest" }>;
  let address = "";
  let own: Readonly<Record<string, string>>;
  let other: Readonly<Record<string, string>>;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    const people = {
      own: [await trainee(world, "Ada Admise"), await trainee(world, "Adam Admis")],
      other: [await trainee(world, "Olga Ailleurs"), await trainee(world, "Octave Ailleurs")],
    } as const;
    const held = {
      own: await aSession(world, { secretary, trainees: people.own, name: "Session à elle" }),
      other: await aSession(world, { secretary, trainees: people.other, name: "Session interdite", tag: "-2" }),
    };
    const groups = {
      own: await arranged(world, held.own, { day: "2030-06-11" }),
      other: await arranged(world, held.other, { day: "2030-06-12", tag: "Z" }),
    };
    now = new Date("2030-06-12T18:00:00Z");
    const idsOf = async (which: "own" | "other") => {
      const [first, second] = people[which];
      const one: Held = held[which];
      await allMarked(world, one, groups[which], { [first.name]: PARTIAL, [second.name]: DIPLOMA });
      const jury = await decided(world, one);
      const { articles: group } = groups[which];
      const [{ sitting } = { sitting: "" }] = (await groupSeen(world, cameIn(world, one.examiners[0]!.guest), group))
        .candidates;
      const [enrolment, diploma] = [first.enrolment, second.enrolment];
      return { session: one.session, enrolment, diploma, entry: one.entries.get(first.name)!, group, jury, sitting };
    };
    own = await idsOf("own");
    other = await idsOf("other");
    ({ actor: guest, address } = await stateGuest(world, "Solange Préfet"));
  });
  after(async () => {
    await app.close();
    await close();
  });

  /** What fits the form, with each of these ids in its own place, and each of them wherever one is asked for. */
  const inputsOf = (form: unknown, ids: Readonly<Record<string, string>>) => {
    const { properties = {} } = form as { readonly properties?: Readonly<Record<string, unknown>> };
    const named = Object.fromEntries(Object.entries(ids).filter(([name]) => name in properties));
    const each = samples(form, Object.values(ids)) as Record<string, unknown>[];
    const days = Object.fromEntries(DAYS.filter((name) => name in properties).map((name) => [name, "2030-06-12"]));
    const fits = "actors" in properties ? { ...days, actors: [] } : days;
    return Object.keys(named).length > 0
      ? [{ ...each[0], ...fits, ...named }]
      : each.map((one) => ({ ...one, ...fits }));
  };
  /** Whatever is given by views and pages to whoever asks with these ids. */
  async function given(actor: Actor, ids: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
    const seen = new Map<string, string>();
    for (const one of VIEWS)
      for (const [at, input] of inputsOf(one.form, ids).entries()) {
        const found = await view(world, one, { actor, establishment: SCHOOL, input });
        if (found.kind === "found") seen.set(`${one.name} ${at}`, JSON.stringify(found.value));
      }
    if (actor.kind !== "guest") return seen;
    const she = visitor(app, "");
    she.cookies.set(GUEST_COOKIE, await guestToken(world, { id: guest.guest }));
    for (const { path } of pages) {
      const at = path.replace(":diploma", "deis").replace(/:([a-z]+)/g, (_, key: string) => ids[key] ?? "0");
      const { text, status } = await she.open(`/${SCHOOL}${at}`);
      if (status === 200) seen.set(path, text);
    }
    return seen;
  }
  const tells = (seen: ReadonlyMap<string, string>, ids: Readonly<Record<string, string>>, name: RegExp) =>
    [...seen].filter(([, text]) => name.test(text) || Object.values(ids).some((id) => text.includes(id)));
  const namesOf = (told: readonly (readonly [string, string])[]) => told.map(([name]) => name);
  const OTHER = /Ailleurs|Session interdite/;
  const OWN = /Admise?|Session à elle/;

  it("is nobody before anything is opened to them: no view and no page tells of a session", async () => {
    deepEqual(namesOf(tells(await given(guest, own), own, OWN)), []);
  });

  it("is let in by whoever prepares the certification, once, and told; nobody else is let in so", async () => {
    const by = await freshly(world, secretary);
    const input = { session: own.session!, guest: guest.guest };
    await deed(world, letIntoSession, by, input);
    await deed(world, letIntoSession, by, input);
    equal((await told()).filter(({ subject }) => subject.includes("session à elle")).length, 1);
    const tries = { actor: by, establishment: SCHOOL, attempt: randomUUID(), input: { ...input, guest: randomUUID() } };
    equal((await perform(world, letIntoSession, tries)).kind, "forbidden");
  });
  const told = () =>
    withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select("subject").where("to_address", "=", address).execute(),
    );

  it("reads what they were let in for, and of another session nothing, by no view and on no page", async () => {
    const inside = namesOf(tells(await given(guest, own), own, OWN));
    for (const name of [
      "seeSessions 0",
      "seeSession 0",
      "seeCandidate 0",
      "seeGroup 0",
      "seeAfter 0",
      "/certifications/:session",
    ])
      ok(inside.includes(name), `${name} is not among ${inside.join(", ")}`);
    deepEqual(namesOf(tells(await given(guest, other), other, OTHER)), []);
    // Whoever is the authority by an account is of the whole school.
    const account: Actor = { ...(await freshly(world, secretary)), roles: ["authority"] };
    ok(tells(await given(account, other), other, OTHER).length > 5);
  });

  it("does nothing outside: each act of theirs answers as if the thing were not there", async () => {
    const tried = [];
    for (const act of ACTS.filter(({ who }) => may(guest, who) && !may({ ...guest, roles: [] }, who)))
      for (const input of inputsOf(act.form, other)) {
        const request = { actor: guest, establishment: SCHOOL, attempt: randomUUID(), input };
        const outcome = await withSchool(world.db, SCHOOL, (tx) => performWithin(tx, world, act, request), {
          keep: () => false,
        });
        if (outcome.kind !== "forbidden") tried.push(`${act.name} ${JSON.stringify(outcome)}`);
      }
    deepEqual(tried, []);
  });

  it("decides the lapse of those presented to their session alone", async () => {
    const input = { ground: "Parcours interrompu.", keptUntil: "2037-01-31" };
    const asks = (enrolment: string) => ({
      actor: guest,
      establishment: SCHOOL,
      attempt: randomUUID(),
      input: { ...input, enrolment },
    });
    deepEqual(await perform(world, decideLapse, asks(other.enrolment!)), FORBIDDEN);
    equal((await perform(world, decideLapse, asks(own.enrolment!))).kind, "done");
  });
});
