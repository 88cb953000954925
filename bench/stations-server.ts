/** The process that `stations.ts` measures: the application over a grown school, and beside it a careful bare server on the same rows. */
import pg from "pg";
import { withSchool } from "../src/db/school.ts";
import { grownWorld, GROWN_SCHOOL as SCHOOL } from "../src/test/grown.ts";
import { openedSession } from "../src/test/people.ts";
import { startPostgres } from "../src/test/postgres.ts";
import { buildServer } from "../src/web/server.ts";
import { carefulLists } from "./stations-careful.ts";
import { STATION_ROWS } from "./stations-rows.ts";

export type ServedStations = {
  /** The school’s own address. */
  readonly livret: string;
  readonly careful: string;
  readonly token: string;
  readonly intake: string;
  readonly commission: string;
  readonly cohort: string;
  /** The week that is asked for. */
  readonly from: string;
  readonly until: string;
};

const [candidacies = 1_000] = process.argv.slice(2).map(Number);

const postgres = await startPostgres({ shared_buffers: "512MB", max_wal_size: "4GB" });
if (!postgres) {
  process.send!({ missing: "postgresql-17" });
  process.exit(0);
}
const { world, database, close } = await grownWorld(postgres.url, candidacies);
const owner = new pg.Client({ connectionString: database });
await owner.connect();
const { rows } = await owner.query<{ intake: string }>(
  "select intake from dossier_state group by intake order by count(*) desc limit 1",
);
const { intake } = rows[0]!;
// Nothing refers to what is not there but here.
await owner.query("set session_replication_role = replica");
for (const text of STATION_ROWS) await owner.query(text.replaceAll("$1", `'${intake}'`));
const known = await owner.query<Pick<ServedStations, "commission" | "cohort" | "from" | "until">>(
  `select md5('commission')::uuid as commission, md5('cohort 0')::uuid as cohort,
     to_char(date_trunc('week', now()), 'YYYY-MM-DD') as from,
     to_char(date_trunc('week', now()) + interval '6 days', 'YYYY-MM-DD') as until`,
);
await owner.end();

const app = await buildServer(world, { perMinute: 1_000_000 });
const at = { host: "127.0.0.1", port: 0 };
const pool = new pg.Pool({ connectionString: database, max: 10, options: "-c role=livret_app -c timezone=UTC" });
// The server is stopped before the connections are: nobody is left to tell.
pool.on("error", () => {});
const careful = carefulLists(pool, SCHOOL);
process.on("disconnect", () => {
  void (async () => {
    await careful.close();
    await app.close();
    await pool.end();
    await close();
    await postgres.stop();
    process.exit(0);
  })();
});
const head = await withSchool(world.db, SCHOOL, (tx) =>
  tx.selectFrom("role_grant").select("account").where("role", "=", "head-of-training").executeTakeFirstOrThrow(),
);
process.send!({
  livret: `${await app.listen(at)}/${SCHOOL}`,
  careful: await careful.listen(at),
  token: await openedSession(world, head, ["demo"]),
  intake,
  ...known.rows[0]!,
} satisfies ServedStations);
