/**
 * `npm run prove:plans`: on a grown school, performs every view and goes through every page that its staff and its candidates
 * reach, and judges each statement that was asked of the server: none may read a table whole that grows with those who apply.
 * It names those that do. LIVRET_PROOF=small: 3 000 dossiers instead of 100 000.
 */
import { view } from "../../act/act.ts";
import { withSchool } from "../../db/school.ts";
import { ROLES, WHO_MAY, type Actor } from "../../act/permissions.ts";
import { VIEWS } from "../../house/house.ts";
import { buildServer } from "../../web/server.ts";
import { grownWorld, GROWN_SCHOOL as SCHOOL } from "../grown.ts";
import { openedSession } from "../people.ts";
import { startPostgres } from "../postgres.ts";
import { samples } from "../samples.ts";
import { type Heard, hearing } from "./heard.ts";
import { judgeOn, type Whole } from "./judge.ts";
import { READ_WHOLE } from "./read-whole.ts";
import { walk } from "./walk.ts";

const SMALL = process.env.LIVRET_PROOF === "small";
const DOSSIERS = SMALL ? 3_000 : 100_000;

const postgres = await startPostgres({ shared_buffers: "512MB", max_wal_size: "4GB" });
if (!postgres) {
  console.log("The Debian package postgresql-17 is not installed.\n\n0 passed, 1 failed");
  process.exit(1);
}
const { world, database, close } = await grownWorld(postgres.url, DOSSIERS);
const app = await buildServer(world, { perMinute: 1_000_000 });
const { heard, shows } = hearing();
const faults = [...(await goThrough()), ...(await performViews())];
shows("");
const statements = [...heard];
const { judge, end } = await judgeOn(database, SMALL);
const outcomes: boolean[] = [];
const met = new Set<string>();
for (const one of statements) outcomes.push(await isFine(one));
await end();
await app.close();
await close();
await postgres.stop();
for (const fault of faults) outcomes.push(say(false, fault));
for (const { asks } of READ_WHOLE) if (!met.has(asks)) outcomes.push(say(false, `Nothing asks any more: ${asks}`));
for (const { asks, why } of READ_WHOLE) console.log(`– ${why} (${asks})`);
const failed = outcomes.filter((one) => !one).length;
console.log(`${DOSSIERS} dossiers, ${statements.length} statements`);
console.log(`\n${outcomes.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** As one of each role, as a few candidates, and as nobody. */
async function goThrough(): Promise<string[]> {
  const people = await withSchool(world.db, SCHOOL, async (tx) => {
    const staff = await tx.selectFrom("role_grant").select(["account", "role"]).orderBy("role").execute();
    const candidates = await tx
      .selectFrom("dossier as d")
      .innerJoin("dossier_state as s", "s.id", "d.id")
      .select("d.account")
      .select("s.standing as role")
      .distinctOn("s.standing")
      .where("d.account", "is not", null)
      .orderBy("s.standing")
      .execute();
    return [...staff, ...candidates];
  });
  const found: string[] = [];
  const from = await addresses();
  for (const person of [...people, undefined]) {
    shows("");
    const token = person && (await openedSession(world, { account: person.account! }, ["demo"]));
    const who = person?.role ?? "anyone";
    const { faults: met } = await walk({ app, school: SCHOOL, token, from, shows: (to) => shows(`${who}: ${to}`) });
    found.push(...met);
  }
  return found;
}

/** What a form asks for, to which no link leads. */
async function addresses(): Promise<string[]> {
  const { number, name, account } = await withSchool(world.db, SCHOOL, (tx) =>
    tx
      .selectFrom("dossier as d")
      .innerJoin("dossier_state as s", "s.id", "d.id")
      .select(["d.number", "s.name", "d.account"])
      .where("d.account", "is not", null)
      .where("s.name", "is not", null)
      .orderBy("d.id", "desc")
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  const asked = [number, name!, `${account}`, "personne@exemple.fr"].map((one) => encodeURIComponent(one));
  return [
    ...asked.map((one) => `/${SCHOOL}/dossiers?nom=${one}`),
    ...["moi", "personne"].map((one) => `/${SCHOOL}/dossiers?instructeur=${one}`),
    ...asked.map((one) => `/${SCHOOL}/paiements?q=${one}`),
  ];
}

/** Those that no page shows (the API’s and the command line’s) as well: of what there is, or of what is not. */
async function performViews(): Promise<string[]> {
  shows("");
  const ids = await withSchool(world.db, SCHOOL, async (tx) => [
    (await tx.selectFrom("dossier").select("id").limit(1).executeTakeFirstOrThrow()).id,
    (await tx.selectFrom("charge").select("id").limit(1).executeTakeFirstOrThrow()).id,
    (await tx.selectFrom("intake").select("id").limit(1).executeTakeFirstOrThrow()).id,
    (await tx.selectFrom("mail").select("id").limit(1).executeTakeFirstOrThrow()).id,
  ]);
  const found: string[] = [];
  for (const one of VIEWS)
    for (const input of samples(one.form, ids)) {
      shows(one.name);
      const actor = whoMay(one.who, ids[0]!);
      await view(world, one as never, { actor, establishment: SCHOOL, input }).catch((error: Error) =>
        found.push(`${one.name}: ${error.message}`),
      );
    }
  return found;
}

function whoMay(permission: keyof typeof WHO_MAY, account: string): Actor {
  const holders: readonly string[] = WHO_MAY[permission];
  const roles = ROLES.filter((role) => holders.includes(role));
  if (roles.length > 0 || holders.includes("account"))
    return { kind: "account", account, session: account, roles, authenticatedAt: world.now() };
  if (holders.includes("holder")) return { kind: "holder", secret: "nobody’s" };
  return holders.includes("operator") ? { kind: "operator" } : { kind: "anyone" };
}

async function isFine(one: Heard): Promise<boolean> {
  const whole = await judge(one).catch((error: Error) => `${error.message}: ${one.text}`);
  if (typeof whole === "string") return say(false, `${one.shown}: ${whole}`);
  const listed = READ_WHOLE.find(({ asks }) => oneLine(one.text).includes(asks));
  if (listed) met.add(listed.asks);
  if (whole.length === 0) return true;
  return (
    listed !== undefined ||
    say(false, `${one.shown}: ${whole.map(sayWhole).join(", ")}\n    ${oneLine(one.text).slice(0, 600)}`)
  );
}

function sayWhole({ table, met: rows, of }: Whole): string {
  return `${table} (${rows} rows of ${of})`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll('"', "");
}

function say(fine: boolean, text: string): boolean {
  console.log(`${fine ? "✓" : "✗"} ${text}`);
  return fine;
}
