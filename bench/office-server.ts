/**
 * The process that `office.ts` measures: the application over a school grown on a PostgreSQL server, and beside it a careful
 * bare server that reads and writes the same rows by raw SQL.
 */
import pg from "pg";
import { withSchool } from "../src/db/school.ts";
import { grownWorld, GROWN_SCHOOL as SCHOOL } from "../src/test/grown.ts";
import { GLANCE } from "../src/office/rules/queue.ts";
import { openedSession } from "../src/test/people.ts";
import { startPostgres } from "../src/test/postgres.ts";
import { walk } from "../src/test/plans/walk.ts";
import { buildServer } from "../src/web/server.ts";
import { carefulServer } from "./office-careful.ts";

export type ServedOffice = {
  /** The school’s own address. */
  readonly livret: string;
  readonly careful: string;
  readonly token: string;
  readonly intake: string;
  /** The group that is gone through, and places in it from which a page begins. */
  readonly group: string;
  readonly cursors: readonly string[];
  /** Rows that the whole queue shows. */
  readonly glance: number;
  readonly names: readonly string[];
  readonly opened: readonly string[];
  /** Candidates, and a session of each. */
  readonly people: readonly { readonly account: string; readonly session: string }[];
  /** Handed in, and nobody has judged a part of them. */
  readonly judged: readonly string[];
};

/** How long a page of the staff took, by the kind of its address. */
export type Took = { readonly who: string; readonly kind: string; readonly ms: number };

const [dossiers = 2_000, some = 200] = process.argv.slice(2).map(Number);

const postgres = await startPostgres({ shared_buffers: "512MB", max_wal_size: "4GB" });
if (!postgres) {
  process.send!({ missing: "postgresql-17" });
  process.exit(0);
}
const { world: grown, database, close } = await grownWorld(postgres.url, dossiers);
// What goes out is compared with its declaration in tests alone.
const { given: _, ...world } = grown;
const app = await buildServer(world, { perMinute: 1_000_000 });
const at = { host: "127.0.0.1", port: 0 };
const livret = `${await app.listen(at)}/${SCHOOL}`;
const pool = new pg.Pool({ connectionString: database, max: 10, options: "-c role=livret_app -c timezone=UTC" });
// The server is stopped before the connections are: nobody is left to tell.
pool.on("error", () => {});
const owner = new pg.Client({ connectionString: database });
owner.on("error", () => {});
await owner.connect();
const careful = await carefulServer(owner, pool, SCHOOL);
process.on("disconnect", () => {
  void (async () => {
    await careful.close();
    await app.close();
    await owner.end();
    await pool.end();
    await close();
    await postgres.stop();
    process.exit(0);
  })();
});

const ask = async <Row>(text: string, values: unknown[] = []) =>
  (await owner.query<Row & pg.QueryResultRow>(text, values)).rows;
const officer = await withSchool(world.db, SCHOOL, (tx) =>
  tx
    .selectFrom("role_grant")
    .select("account")
    .where("role", "=", "admission-officer")
    .orderBy("account")
    .executeTakeFirstOrThrow(),
);
const token = await openedSession(world, officer, ["demo"]);
const [largest] = await ask<{ intake: string }>(
  "select intake from dossier_state group by intake order by count(*) desc limit 1",
);
const { intake } = largest!;
const [busiest] = await ask<{ standing: string }>(
  `select standing from dossier_state where intake = $1 and standing in ('submitted', 'examining', 'checked')
   group by standing order by count(*) desc limit 1`,
  [intake],
);
const group = busiest!.standing;
const [{ glance } = { glance: 0 }] = await ask<{ glance: number }>(
  `select sum(least(shown, ${GLANCE}))::integer as glance from (
     select count(*) as shown from dossier_state where intake = $1 group by standing
     union all select count(*) from dossier_state where intake = $1 and attended_since is not null
     union all select count(*) from dossier_state where intake = $1 and to_confirm) groups`,
  [intake],
);
const cursors = await ask<{ cursor: string }>(
  `select lpad((extract(epoch from changed_at) * 1000)::bigint::text, 13, '0') || '-' || id as cursor
   from dossier_state where intake = $1 and standing = $2 order by md5(id::text) limit 200`,
  [intake, group],
);
const names = await ask<{ name: string }>(
  `select split_part(name, ' ', 2) as name from dossier_state
   where intake = $1 and standing <> 'draft' and length(split_part(name, ' ', 2)) > 3 order by md5(id::text) limit 200`,
  [intake],
);
const opened = await ask<{ id: string }>(
  `select id from dossier_state where intake = $1 and standing in ('submitted', 'examining', 'checked', 'answered')
   order by md5('o' || id) limit $2`,
  [intake, some],
);
const accounts = await ask<{ account: string }>(
  `select d.account from dossier_state s join dossier d on d.id = s.id
   where s.intake = $1 and s.standing <> 'draft' and d.account is not null order by md5('p' || s.id) limit 50`,
  [intake],
);
const people: { account: string; session: string }[] = [];
for (const { account } of accounts)
  people.push({ account, session: await openedSession(world, { account }, ["demo"]) });
const judged = await ask<{ id: string }>(
  `select s.id from dossier_state s join dossier d on d.id = s.id
   where s.intake = $1 and s.standing = 'submitted' and s.parts_seen = 0 and d.entered = 'online'
   order by md5('j' || s.id) limit $2`,
  [intake, some],
);
process.send!({
  livret,
  careful: await careful.listen(at),
  token,
  intake,
  group,
  glance,
  cursors: cursors.map(({ cursor }) => cursor),
  names: names.map(({ name }) => name),
  opened: opened.map(({ id }) => id),
  people,
  judged: judged.map(({ id }) => id),
} satisfies ServedOffice);

process.on("message", () => void staffPages().then((pages) => process.send!(pages)));

/** Every kind of page to which a link leads, as one of each role. */
async function staffPages(): Promise<Took[]> {
  const staff = await withSchool(world.db, SCHOOL, (tx) =>
    tx.selectFrom("role_grant").select(["account", "role"]).distinctOn("role").orderBy("role").execute(),
  );
  const pages: Took[] = [];
  for (const { account, role } of staff) {
    const session = await openedSession(world, { account }, ["demo"]);
    const took = (kind: string, ms: number) => void pages.push({ who: role, kind, ms });
    await walk({
      app,
      school: SCHOOL,
      token: session,
      from: [`/${SCHOOL}/dossiers?nom=${names[0]?.name}`],
      shows: () => {},
      took,
    });
  }
  return pages;
}
