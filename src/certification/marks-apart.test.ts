/**
 * Whoever marks a work sees no other mark of it anywhere, whatever else they are, until all have finished. Worlds that differ only in
 * the other's mark are crawled by every actor: each view, each page, each act that is undone again, and each copy of what is held
 * about somebody gives the same to the byte.
 */
import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { type Actor, performWithin, view } from "../act/act.ts";
import { ROLES } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import type { Opened } from "../db/open.ts";
import { withSchool } from "../db/school.ts";
import { RETAINED, VIEWS } from "../house/house.ts";
import { pages } from "../house/pages.ts";
import { GUEST_COOKIE, SESSION_COOKIE } from "../page/session.ts";
import { chainContents } from "../retention/contents.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { samples } from "../test/samples.ts";
import {
  aGroup,
  aSession,
  cameIn,
  directed,
  employed,
  finished,
  groupSeen,
  guestToken,
  type Held,
  jurySeen,
  marked,
  opened as openedJury,
  SCHOOL,
  sits,
  trainee,
} from "../test/certifying.ts";
import { deed, giveRoles, type Invented, makeAccount, openedSession, freshly } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { designate } from "./register/acts.ts";
import { manifest } from "./manifest.ts";

const MARKS = [
  { mark: 700, missed: null },
  { mark: 1731, missed: null },
  { mark: null, missed: "not-deposited" },
] as const;
/** Workbooks, which hold the hour at which they were made. */
const BOOKS = ["/reprise/tableau-vide.xlsx", "/annee/direction.xlsx", "/finances/bilan/:year/bilan.xlsx"];
/** Who opened which file: the crawl itself is written there. */
const OPENINGS = { view: "myOpenings", page: "/compte/ouvertures" } as const;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

describe("a mark that is given apart", () => {
  let world: World;
  let opened: Opened;
  let app: FastifyInstance;
  let close: () => Promise<unknown>;
  let now = new Date("2030-05-12T08:00:00Z");
  let held: Held;
  let ids: Readonly<Record<string, string>>;
  let group: string;
  let jury: string;
  /** Who marks and sits in the jury, with an account that has every role besides. */
  let fanny: Invented;
  let secretary: Invented;
  let ada: Invented;
  let actors: Readonly<Record<string, () => Actor>>;
  let signedIn: Readonly<Record<string, readonly [cookie: string, token: string]>>;
  before(async () => {
    ({ world, opened, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    const admitted = await trainee(world, "Ada Admise");
    ada = admitted;
    held = await aSession(world, { secretary, trainees: [admitted] });
    fanny = await makeAccount(world, { name: "Fanny Formatrice", address: "fanny@exemple.fr" });
    await giveRoles(world, fanny, [
      "certification-secretary",
      "head-of-training",
      "director",
      "auditor",
      "trainer",
      "memoire-director",
    ]);
    const both = held.members[2]!;
    await opened.asOwner((owner) =>
      owner.query(
        `update exam_person set actors = actors || '["account:${fanny.account}"]'::jsonb where id = '${both.id}'`,
      ),
    );
    await directed(world, held, { actor: `account:${fanny.account}` });
    const examiners = [
      { person: held.examiners[0]!.id, by: "authority" },
      { person: both.id, by: "establishment" },
    ];
    const designated = {
      session: held.session,
      exam: "DF3",
      by: "establishment",
      on: "2030-05-11",
      persons: [both.id],
    };
    await deed(world, designate, await held.secretary(), designated);
    group = await aGroup(world, held, { exam: "DF3", examiners });
    now = new Date("2030-06-11T18:00:00Z");
    const own = { "Ada Admise": { "": 12.5 } };
    await marked(world, both, group, own);
    await marked(world, held.examiners[0]!, group, own);
    // Changed once more, so that who gave it has not finished.
    await opened.asOwner((owner) =>
      owner.query(
        `update exam_examiner set finished = null, finished_at = null where person = '${examiners[0]!.person}'`,
      ),
    );
    jury = await openedJury(world, held);
    await sits(world, held, jury);
    const [sitting] = (await groupSeen(world, cameIn(world, both.guest), group)).candidates;
    const { enrolment } = admitted;
    const entry = held.entries.get("Ada Admise")!;
    ids = {
      session: held.session,
      enrolment,
      account: admitted.account,
      entry,
      group,
      jury,
      person: both.id,
      sitting: sitting!.sitting,
      examiner: held.examiners[0]!.id,
      director: held.director.id,
    };
    const all = (): Actor => ({
      kind: "account",
      account: fanny.account,
      session: randomUUID(),
      roles: ROLES,
      authenticatedAt: now,
    });
    const employee = await freshly(world, secretary);
    const candidate = await freshly(world, admitted);
    actors = {
      "who marks and sits": () => cameIn(world, both.guest),
      "the same, in every other role": all,
      "the other marker": () => cameIn(world, held.examiners[0]!.guest),
      "who presides": () => cameIn(world, held.members[0]!.guest),
      "a marker of another exam": () => cameIn(world, held.examiners[1]!.guest),
      "a director of works": () => cameIn(world, held.director.guest),
      "the candidate": () => candidate,
      "whoever has every role, and marks nothing": () => ({ ...employee, roles: ROLES }),
      anyone: () => ({ kind: "anyone" }),
    };
    const guest = async (one: Held["members"][number]) => [GUEST_COOKIE, await guestToken(world, one.guest)] as const;
    const account = async (one: Invented) =>
      [SESSION_COOKIE, await openedSession(world, one, ["password", "totp"])] as const;
    signedIn = {
      "who marks and sits": await guest(both),
      "the same, in every other role": await account(fanny),
      "who presides": await guest(held.members[0]!),
      "who keeps the minutes": await account(secretary),
      "the candidate": await account(ada),
      "the other marker": await guest(held.examiners[0]!),
    };
  });
  after(async () => {
    await app.close();
    await close();
  });

  /** The mark of the other marker, and nothing else. */
  const worldOf = ({ mark, missed }: (typeof MARKS)[number]) =>
    opened.asOwner((owner) =>
      owner.query(
        `update exam_mark set mark = ${mark ?? "null"}, missed = ${missed === null ? "null" : `'${missed}'`}
         where marker = '${held.examiners[0]!.id}'`,
      ),
    );

  /** What fits the form, with each id in its own place; and, where it asks for one of no name, once with each that is known. */
  const inputsOf = (form: unknown): readonly Record<string, unknown>[] => {
    const { properties = {} } = form as { readonly properties?: Readonly<Record<string, unknown>> };
    const named = Object.fromEntries(Object.entries(ids).filter(([name]) => name in properties));
    const each = samples(form, Object.values(ids)) as Record<string, unknown>[];
    return Object.keys(named).length > 0 ? [{ ...each[0], ...named }] : each;
  };

  /** What everybody is given, by what and to whom. */
  async function seenViews(): Promise<Map<string, string>> {
    const seen = new Map<string, string>();
    for (const [who, actor] of Object.entries(actors))
      for (const one of VIEWS.filter(({ name }) => name !== OPENINGS.view))
        for (const [at, input] of inputsOf(one.form).entries()) {
          const found = await view(world, one, { actor: actor(), establishment: SCHOOL, input });
          if (found.kind === "found") seen.set(`${who}: ${one.name} ${at}`, JSON.stringify(found.value));
        }
    return seen;
  }

  /** What each act answers, and would have done: all of it is undone. */
  async function answered(): Promise<Map<string, string>> {
    const known = new Set(Object.values(ids));
    const seen = new Map<string, string>();
    for (const [who, actor] of Object.entries(actors))
      for (const one of manifest.acts)
        for (const [at, input] of inputsOf(one.form).entries()) {
          const request = { actor: actor(), establishment: SCHOOL, attempt: randomUUID(), input };
          const outcome = await withSchool(world.db, SCHOOL, (tx) => performWithin(tx, world, one, request), {
            keep: () => false,
          });
          const said =
            outcome.kind === "invalid"
              ? outcome.issues.map(({ path, message }) => `${path} ${message("fr")}`).join("\n")
              : JSON.stringify(outcome);
          seen.set(
            `${who}: ${one.name} ${at}`,
            said.replaceAll(UUID, (id) => (known.has(id) ? id : "new")),
          );
        }
    return seen;
  }

  /** Every page, and the copy of what is held about each of them. */
  async function opensPages(): Promise<Map<string, string>> {
    const seen = new Map<string, string>();
    for (const [who, [cookie, token]] of Object.entries(signedIn)) {
      const she = visitor(app, "");
      she.cookies.set(cookie, token);
      for (const { path } of pages.filter((one) => one.path !== OPENINGS.page && !BOOKS.includes(one.path))) {
        const at = path.replace(":diploma", "deis").replace(/:([a-z]+)/g, (_, key: string) => ids[key] ?? "0");
        const { text, status } = await she.open(`/${SCHOOL}${at}`);
        if (status === 200) seen.set(`${who}: ${path}`, asShown(text));
      }
    }
    await withSchool(world.db, SCHOOL, async (tx) => {
      for (const { account: own } of [fanny, secretary, ada])
        for (const holding of RETAINED.filter(({ place }) => place === "school")) {
          const copied = [];
          for (const chain of await holding.chains(tx, { account: own }))
            copied.push(await chainContents(tx, chain), (await holding.also?.(tx, { account: own })) ?? {});
          seen.set(`copy of ${own}: ${holding.name}`, JSON.stringify(copied));
        }
    });
    return seen;
  }
  /** But for what is drawn anew for each answer. */
  const asShown = (text: string) =>
    text.replaceAll(/name="_?(?:csrf|attempt|sent|nonce)[^"]*" value="[^"]*"/g, "").replaceAll(/nonce="[^"]*"/g, "");

  /** Who is given something else in one of the worlds, and by what. */
  async function differing(
    crawl: () => Promise<Map<string, string>>,
    marks: readonly (typeof MARKS)[number][] = MARKS,
  ): Promise<readonly string[]> {
    const worlds = [];
    for (const one of marks) {
      await worldOf(one);
      worlds.push(await crawl());
    }
    const [first, ...others] = worlds;
    ok(first!.size > 100, `only ${first!.size} were seen`);
    const names = new Set(worlds.flatMap((one) => [...one.keys()]));
    return [...names].filter((name) => others.some((one) => one.get(name) !== first!.get(name)));
  }
  const OWN = /^the other marker: /;

  it("is in no view of anybody but its marker", async () => {
    const found = await differing(seenViews);
    deepEqual(
      found.filter((one) => !OWN.test(one)),
      [],
    );
    ok(found.some((one) => OWN.test(one)));
  });

  it("is told by no answer of an act to anybody but its marker", async () => {
    const found = await differing(answered);
    deepEqual(
      found.filter((one) => !OWN.test(one)),
      [],
    );
  });

  it("is on no page and in no copy of anybody but its marker", async () => {
    const found = await differing(opensPages, [MARKS[0], MARKS[2]]);
    deepEqual(
      found.filter((one) => !OWN.test(one)),
      [],
    );
    ok(found.some((one) => OWN.test(one)));
  });

  it("is told to the other marker, and to the jury, once both have finished", async () => {
    await worldOf(MARKS[1]);
    const markOf = async () => (await jurySeen(world, held, jury)).candidates[0]!.domains[2]!.marks;
    deepEqual(await markOf(), []);
    await finished(world, held.examiners[0]!, group);
    const given = (await markOf()).map(({ mark }) => mark);
    deepEqual(new Set(given), new Set([1250, 1731]));
    const [sitting] = (await groupSeen(world, cameIn(world, held.members[2]!.guest), group)).candidates;
    equal(sitting!.others[0]!.mark, 1731);
    notEqual(sitting!.agreed, null);
  });
});
