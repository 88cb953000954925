/** Somebody is erased: every row of every table is read, as it is stored, for their name, address, telephone, words and files. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Actor, perform } from "../act/act.ts";
import { OUTLIVING, PROVEN_TABLES } from "../house/house.ts";
import { askComplement } from "../dossier/complement-acts.ts";
import { withdrawDossier } from "../dossier/submit-acts.ts";
import { sendMessage } from "../dossier/messages/acts.ts";
import { noteDossier } from "../office/acts.ts";
import type { Opened } from "../db/open.ts";
import { DEPLOYMENT } from "../db/school.ts";
import { runDue } from "../worker/run-due.ts";
import { runJobs } from "../worker/run-jobs.ts";
import { makeToken } from "../people/tokens/acts.ts";
import { askForData } from "../retention/requests.ts";
import { verifyAudit } from "../audit/verify.ts";
import type { World } from "../act/world.ts";
import {
  aDossier,
  candidate,
  DECLARED_IN_FULL,
  FULL_FILES,
  FULL_SECTIONS,
  handedIn,
  theirDossier,
} from "./dossiers.ts";
import { actorOf, deed, giveRoles, type Invented, makeAccount, openedSession } from "./people.ts";
import { testWorldOf } from "./server.ts";
import { newAttempt } from "./world.ts";

const SCHOOL = "faire-ess";

describe("somebody who is erased", () => {
  let world: World;
  let opened: Opened;
  let close: () => Promise<void>;
  let office: Actor;
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    ({ world, opened, close } = await testWorldOf({ now: () => now }));
    const sacha = await makeAccount(world, { name: "Sacha Bernard", address: "sacha@exemple.fr" });
    await giveRoles(world, sacha, ["admission-officer"]);
    office = await actorOf(world, await openedSession(world, sacha, ["password", "totp"]));
  });
  after(() => close());

  /** What tells of them and of nobody else. */
  const TRACES = [
    "Zgourdeau",
    "Wilhelmine",
    "zgour@",
    "06 98 76 54 32",
    "0698765432",
    "impasse Quetsche",
    "ornithorynque",
  ];

  const lived = async (tag: string, submits: boolean): Promise<Invented> => {
    const person = await makeAccount(world, {
      name: `Wilhelmine Zgourdeau ${tag}`,
      address: `zgour@${tag}.exemple.fr`,
    });
    const { identity, contact, ...others } = FULL_SECTIONS;
    const sections = {
      ...others,
      identity: { ...identity, birthName: "Zgourdeau", givenNames: "Wilhelmine" },
      contact: { ...contact, phone: "06 98 76 54 32", street: "7 impasse Quetsche" },
    };
    const files = FULL_FILES.map(([piece, name, bytes]) => [piece, `ornithorynque-${name}`, bytes] as const);
    const dossier = await aDossier(world, person, { declared: DECLARED_IN_FULL, sections, files });
    const own = await actorOf(world, await openedSession(world, person));
    await deed(world, sendMessage, candidate(world, person), { dossier, text: "Un ornithorynque." });
    const until = "2026-12-02";
    await deed(world, makeToken, own, {
      school: SCHOOL,
      label: "ornithorynque",
      reach: "chosen",
      chosen: ["myDossiers"],
      until,
    });
    if (!submits) return person;
    await handedIn(world, person, dossier);
    await deed(world, noteDossier, office, { dossier, text: "Madame Zgourdeau a téléphoné." });
    const notes = { "piece:cv": "Madame Zgourdeau, une copie nette." };
    await deed(world, askComplement, office, { dossier, items: ["piece:cv"], dueOn: "2026-12-10", notes });
    return person;
  };

  /** By table, how many rows tell of somebody: as text, and the same within bytes. */
  const told = async (about: readonly string[]): Promise<Record<string, number>> => {
    const tables = await opened.asOwner((owner) =>
      owner.query<{ name: string }>(
        "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
      ),
    );
    const patterns = about.flatMap((one) => [one, Buffer.from(one).toString("hex")]);
    const any = patterns.map((one) => `strpos(lower(x::text), lower('${one.replaceAll("'", "''")}')) > 0`).join(" or ");
    const found: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await opened.asOwner((owner) =>
        owner.query<{ n: number }>(`select count(*)::int as n from "${name}" x where ${any}`),
      );
      if (row!.n > 0) found[name] = row!.n;
    }
    return found;
  };

  const erase = async (person: Invented) => {
    const actor = { ...candidate(world, person), authenticatedAt: world.now() } as Actor;
    const input = { kind: "erasure" as const, language: "fr" as const };
    const asked = await perform(world, askForData, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
    equal(asked.kind, "done");
    await runJobs(world);
  };
  const isWhole = async () => {
    for (const establishment of [SCHOOL, DEPLOYMENT]) {
      const all = { establishment, zone: "Europe/Paris", tables: PROVEN_TABLES, outliving: OUTLIVING };
      deepEqual((await verifyAudit(world.db, all)).tampered, []);
    }
  };

  /** Codes by mail go by the calendar, within the hour. */
  const later = async () => {
    now = new Date(now.getTime() + 2 * 3_600_000);
    await runDue(world, DEPLOYMENT);
  };

  it("before handing anything in is in no row any more, but for the mail that says so", async () => {
    const person = await lived("brouillon", false);
    const before = await told(TRACES);
    ok(Object.keys(before).length >= 8, Object.keys(before).join(" "));
    await erase(person);
    await later();
    deepEqual(await told(TRACES), { mail: 1 });
    // What happened to an account is proven without its name; who asked to be erased is known by an id that leads nowhere.
    const named = new Set(Object.keys(await told([person.account])));
    for (const name of ["attempt", "audit_chain", "audit_record", "data_request", "mail", "mail_sending"])
      named.delete(name);
    deepEqual([...named], []);
    await isWhole();
  });

  it("after withdrawing is only where accounting asks for it, in the account that it needs, and in the mail that says so", async () => {
    const person = await lived("remis", true);
    const dossier = await theirDossier(world, person);
    await deed(world, withdrawDossier, candidate(world, person), { dossier, reason: "Un ornithorynque." });
    await erase(person);
    await later();
    const left = await told(TRACES);
    deepEqual(
      Object.keys(left).filter((name) => !["account", "api_token", "charge", "mail"].includes(name)),
      [],
      JSON.stringify(left),
    );
    deepEqual(await told([dossier]).then(({ dossier: rows = 0, submission = 0 }) => [rows, submission]), [0, 0]);
    await isWhole();
  });
});
