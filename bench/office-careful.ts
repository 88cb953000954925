/**
 * The careful peer of `office.ts`: a bare Fastify server that finds the session, reads by keysets, kept counters and trigrams under
 * row security, prints every row, notes an opening, and writes a verdict with its record and attempt. It decides nothing, checks
 * no permission and no form, and says its rows in one language. What our pages show it shows: how much is due, in the menu of each; who
 * handles the rows of the queue, what is owed for them and whose mail came back; the colleagues of an opened dossier, and the next one.
 */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import formbody from "@fastify/formbody";
import Fastify, { type FastifyInstance } from "fastify";
import type pg from "pg";
import { escape } from "../src/kit/html.ts";

type Value = string | number | boolean | object | null;
type Row = Record<string, Value>;
export type Query = (text: string, values?: unknown[]) => Promise<Row[]>;
type Given = { readonly id: string };
type Listing = { readonly kept: readonly Row[]; readonly title: string; readonly rows: readonly Row[] };
type Asked = Partial<Record<"intake" | "most" | "standing" | "after" | "name", string>>;

/** `owner` makes what it keeps beside our tables: how many stand in each group. */
export async function carefulServer(owner: pg.Client, pool: pg.Pool, school: string): Promise<FastifyInstance> {
  await owner.query(KEPT_COUNTS);
  const { rows: facts } = await owner.query<Row>("select * from dossier_fact where kind = 'judged' limit 1");
  const judged = facts[0] ?? {};
  const app = Fastify();
  await app.register(formbody);
  const html = "text/html; charset=utf-8";
  const inSchool = signedIn(pool, school);

  app.get("/list", async (request, reply) => {
    const { intake, most, standing, after } = request.query as Asked;
    const body = await inSchool(request.headers.cookie, async (query, account) => {
      const kept = await query("select standing, count from careful_count where intake = $1", [intake]);
      const [moment, id] = after === undefined ? [] : [new Date(Number(after.slice(0, 13))), after.slice(14)];
      const values = [intake, most, standing, moment, id].filter((one) => one !== undefined);
      const rows = await query(listed(standing !== undefined, after !== undefined), values);
      return queueOf(query, account, { kept, title: "Applications", rows });
    });
    return reply.type(html).send(page(body));
  });

  app.get("/search", async (request, reply) => {
    const { intake, name = "" } = request.query as Asked;
    const body = await inSchool(request.headers.cookie, async (query, account) => {
      const kept = await query("select standing, count from careful_count where intake = $1", [intake]);
      const rows = await query(FOUND, [intake, name.split(" "), school]);
      return queueOf(query, account, { kept, title: "Found", rows });
    });
    return reply.type(html).send(page(body));
  });

  app.get("/home", async (request, reply) => {
    const [due, rows, besides] = await inSchool(request.headers.cookie, async (query, account) => [
      await dueFor(query, account),
      await query(HOME, [whoseOf(account)]),
      await query(BESIDES, [account]),
    ]);
    return reply.type(html).send(page(due + list("Waits", rows) + lists(besides[0])));
  });

  app.get("/anybody", async (request, reply) => {
    const { name = "" } = request.query as Asked;
    const [due, rows, lately] = await inSchool(request.headers.cookie, async (query, account) => [
      await dueFor(query, account),
      await query(ANYBODY, [name.split(" "), school]),
      await query(LATELY, [`account:${account}`]),
    ]);
    return reply.type(html).send(page(due + list("Found", rows) + list("Lately", lately)));
  });

  /** With who handles the rows, what is owed for each and whose mail came back: asked for by values, as the plans of a list go by no index. */
  const queueOf = async (query: Query, account: string, { kept, title, rows }: Listing) => {
    const abouts = rows.map(({ id }) => `dossier:${id as string}`);
    const staff = await query("select account, name, role from school_staff($1)", [school]);
    const owed = await query(OWED, [abouts]);
    const back = await query(CAME_BACK, [abouts]);
    const due = await dueFor(query, account);
    return (
      due +
      list("Counts", kept) +
      list(title, rows) +
      list("Staff", staff) +
      list("Owed", owed) +
      list("Came back", back)
    );
  };

  const wholePerson = async (query: Query, account: string) => {
    const dossiers = await query("select * from dossier where account = $1 order by started_at desc", [account]);
    const parts = [list("Waits", await query(ABOUT, [`account:${account}`]))];
    for (const { id } of dossiers) {
      const [found] = await query(PERSON, [id, `dossier:${id as string}`]);
      parts.push(lists(found));
    }
    return parts.join("");
  };

  app.get("/person/:id", async (request, reply) => {
    const { id } = request.params as Given;
    const body = await inSchool(request.headers.cookie, async (query, account) => {
      await query(OPENING, [randomUUID(), `account:${id}`, `account:${account}`]);
      return (await dueFor(query, account)) + (await wholePerson(query, id));
    });
    return reply.type(html).send(page(body));
  });

  app.get("/mine", async (request, reply) => {
    const body = await inSchool(
      request.headers.cookie,
      async (query, account) => (await dueFor(query, account)) + (await wholePerson(query, account)),
    );
    return reply.type(html).send(page(body));
  });

  app.get("/open/:id", async (request, reply) => {
    const { id } = request.params as Given;
    const body = await inSchool(request.headers.cookie, async (query, account) => {
      const about = `dossier:${id}`;
      await query(OPENING, [randomUUID(), about, `account:${account}`]);
      const [found] = await query(WHOLE, [id, about]);
      const [beside] = await query(AROUND, [id, about, school]);
      return (await dueFor(query, account)) + lists(found) + lists(beside);
    });
    return reply.type(html).send(page(body));
  });

  app.post("/judge/:id", async (request, reply) => {
    const { id } = request.params as Given;
    await inSchool(request.headers.cookie, async (query, account) => {
      const chain = `dossier:${id}`;
      await query("select 1 from audit_chain where chain = $1 for update", [chain]);
      await query("select * from dossier where id = $1", [id]);
      const known = await query("select place from dossier_fact where dossier = $1 order by place", [id]);
      const fact = { ...judged, id: randomUUID(), dossier: id, place: 1_000 + known.length, by_actor: account };
      await query("insert into dossier_fact select * from json_populate_record(null::dossier_fact, $1)", [
        JSON.stringify({ ...fact, establishment_id: school }),
      ]);
      const [before] = await query("select intake, standing from dossier_state where id = $1", [id]);
      await query(
        "update dossier_state set standing = 'examining', parts_seen = parts_seen + 1, changed_at = now() where id = $1",
        [id],
      );
      await query("update careful_count set count = count - 1 where intake = $1 and standing = $2", [
        before!.intake,
        before!.standing,
      ]);
      await query("update careful_count set count = count + 1 where intake = $1 and standing = 'examining'", [
        before!.intake,
      ]);
      await recorded(query, chain);
    });
    return reply.redirect("/", 303);
  });
  return app;
}

/** Who is signed in by a cookie, found as ours is, and then the school’s rows alone. */
export function signedIn(pool: pg.Pool, school: string) {
  return async <T>(cookie: string | undefined, work: (query: Query, account: string) => Promise<T>) => {
    const client = await pool.connect();
    // Prepared once a connection, as ours are.
    const query: Query = async (text, values) => (await client.query<Row>({ name: nameOf(text), text, values })).rows;
    try {
      const hash = createHash("sha256").update(tokenOf(cookie)).digest();
      const [holder] = await query("select * from session_holder($1, $2, now())", [hash, school]);
      if (!holder) throw new Error("Nobody is signed in");
      await client.query(`begin; set local livret.establishment to '${school}'`);
      const result = await work(query, holder.account as string);
      await client.query("commit");
      return result;
    } finally {
      client.release();
    }
  };
}

const KEPT_COUNTS = `create table careful_count (
    establishment_id text not null, intake uuid not null, standing text not null, count integer not null,
    primary key (establishment_id, intake, standing));
  alter table careful_count enable row level security;
  create policy school on careful_count using (establishment_id = current_setting('livret.establishment', true));
  grant select, update on careful_count to livret_app;
  insert into careful_count select establishment_id, intake, standing, count(*) from dossier_state group by 1, 2, 3`;

const ROWS = `select s.id, s.name, d.number, d.entered, s.standing, s.officer, s.changed_at, s.submitted_at, s.due_on
  from dossier_state s join dossier d on d.establishment_id = s.establishment_id and d.id = s.id where s.intake = $1`;
const listed = (inGroup: boolean, after: boolean) =>
  `${ROWS} ${inGroup ? "and s.standing = $3" : ""} ${after ? "and (s.changed_at, s.id) > ($4::timestamptz, $5::uuid)" : ""}
   order by s.changed_at, s.id limit $2`;
const FOUND = `${ROWS} and s.id in (select id from dossiers_found($3, $1::uuid, $2::text[], null, null, null)) order by s.changed_at, s.id limit 51`;

const OWED = `select h.about, sum(t.balance)::integer as balance from charge h
  join charge_state t on t.establishment_id = h.establishment_id and t.id = h.id where h.about = any($1::text[]) group by 1`;
const CAME_BACK = `select distinct m.about from mail m join mail_sending s on s.establishment_id = m.establishment_id and s.id = m.id
  where m.about = any($1::text[]) and s.state = 'bounced'`;

/** What is due is counted to 99, for a few permissions and oneself. */
const DUE = `select count(*) from (
    select distinct w.chain, w.key, w.part from unnest($1::text[]) p(who) cross join lateral (
      select * from waiting t where t.who = p.who and t.due_on <= current_date and t.until_on > current_date order by t.due_on limit 99) w
    limit 99) c`;
/** Those of the officer who is signed in, for which something may wait. */
const PERMISSIONS = [
  "may:handle the dossiers",
  "may:prepare the commission",
  "may:arrange interviews",
  "may:hand over letters",
  "may:prepare the contracts",
];
const whoseOf = (account: string) => [`account:${account}`, ...PERMISSIONS];

async function dueFor(query: Query, account: string): Promise<string> {
  const [due] = await query(DUE, [whoseOf(account)]);
  return `<p>${due!.count as number}</p>`;
}

const HOME = `select w.*, s.name, d.number from unnest($1::text[]) p(who)
  cross join lateral (select *, case when chain like 'dossier:%' then right(chain, 36)::uuid end as dossier
    from waiting t where t.who = p.who order by t.due_on limit 30) w
  left join dossier_state s on s.id = w.dossier left join dossier d on d.id = w.dossier`;
const ABOUT = "select * from waiting where person = $1 order by due_on";
const STANDS = `s.id, s.name, d.number, s.standing, s.phone, i.settings -> 'label' as label, b.contents -> 'identity' as identity,
  a.state as admission, e.state as training, r.outcome`;
const STANDING = `join dossier_state s on s.id = f.id join dossier d on d.id = s.id join intake i on i.id = s.intake
  left join lateral (select x.contents from submission x where x.dossier = d.id order by x.place desc limit 1) b on true
  left join admission_state a on a.id = d.id left join enrolment e on e.dossier = d.id left join jury_result r on r.enrolment = e.id`;
const ANYBODY = `select ${STANDS} from dossiers_found($2, null, $1::text[], null, null, null) f ${STANDING} order by s.name limit 31`;
const LATELY = `select ${STANDS} from (
    select right(about, 36)::uuid as id, max(opened_at) as at from (
      select about, opened_at from file_opening where opener = $1 order by opened_at desc limit 100) o
    where about like 'dossier:%' group by about order by at desc limit 5) f ${STANDING}`;

const OPENING = `insert into file_opening (id, about, opener, roles, what, opened_at)
  select $1, $2, $3, '', '{"fr":"le dossier","en":"the application"}', now()
  where not exists (select from file_opening where about = $2 and opener = $3 and opened_at > now() - interval '1 hour')`;

const all = (table: string, which: string) =>
  `(select coalesce(json_agg(t), '[]') from ${table} t where ${which}) as ${table}`;
const WHOLE = `select ${[
  all("dossier", "t.id = $1"),
  all("intake", "t.id = (select d.intake from dossier d where d.id = $1)"),
  ...["dossier_section", "submission", "dossier_fact", "dossier_note"].map((table) => all(table, "t.dossier = $1")),
  ...["stored_file", "charge"].map((table) => all(table, "t.about = $2")),
].join(", ")}`;

/** Beside an opened dossier: the colleagues, how its person is reached, the last mail to them, the next dossier. */
const AROUND = `select (select json_agg(t) from school_staff($3) t) as staff,
  (select json_agg(t) from (select c.* from dossier d, account_contact(d.account) c where d.id = $1) t) as contact,
  (select json_agg(t) from (select s.state from mail m join mail_sending s on s.establishment_id = m.establishment_id and s.id = m.id
    where m.about = $2 order by m.queued_at desc limit 1) t) as mail,
  (select json_agg(t) from (select s.id from dossier_state s where s.intake = (select d.intake from dossier d where d.id = $1)
    and s.standing = 'submitted' and not s.beyond and s.id <> $1 order by s.changed_at, s.id limit 1) t) as next`;

/** What the page of a person shows beside the dossier. */
const PERSON = `${WHOLE}, ${[
  all("dossier_state", "t.id = $1"),
  all("admission_state", "t.id = $1"),
  ...["interview", "admission_fact", "enrolment"].map((table) => all(table, "t.dossier = $1")),
  ...["exam_entry", "jury_result"].map((table) =>
    all(table, "t.enrolment in (select e.id from enrolment e where e.dossier = $1)"),
  ),
  all("payment", "t.charge in (select c.id from charge c where c.about = $2)"),
  all("mail", "t.about = $2"),
].join(", ")}`;

/** What the first page of staff shows beside what waits: the next seven days, what happened by week, how much waits in a room. */
const SOON = "between current_date and current_date + 6";
const BESIDES = `select ${[
  all("absence", "t.stand_in = $1 and current_date between t.from_day and t.until"),
  all("interview_day", `t.on_day ${SOON}`),
  ...["commission", "jury"].map((table) => all(table, `t.${table === "jury" ? "on_day" : "held_on"} ${SOON}`)),
  all("weekly_count", "t.week between current_date - 425 and current_date"),
].join(", ")},
  (select json_agg(c) from careful_count c) as counts,
  (select count(*) from (select from mail_sending where state in ('bounced', 'failed') limit 100) m) as unreached,
  (select count(*) from (select from mail_sending where state = 'to-hand' limit 100) m) as letters`;

const texts = new Map<string, string>();

function nameOf(text: string): string {
  const known = texts.get(text) ?? `careful-${texts.size}`;
  texts.set(text, known);
  return known;
}

async function recorded(query: Query, chain: string): Promise<void> {
  const hash = randomBytes(32);
  await query(
    `insert into audit_chain (chain, seq, hash, salt) values ($1, 1, $2, $3)
     on conflict (establishment_id, chain) do update set seq = audit_chain.seq + 1, hash = excluded.hash`,
    [chain, hash, randomBytes(16)],
  );
  await query(
    `insert into audit_record (chain, seq, act, actor, at, erases, stored, prev, hash)
     select $1, seq, 'raw', 'anyone', now(), false, '[]', $2, $2 from audit_chain where chain = $1`,
    [chain, hash],
  );
  const attempt = "insert into attempt (id, request, outcome, chain, at) values ($1, $1, $1, $2, now())";
  await query(attempt, [randomBytes(32), chain]);
}

export function page(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Careful</title></head><body>${body}</body></html>`;
}

export function list(title: string, rows: readonly Row[]): string {
  const [first] = rows;
  if (!first) return `<h2>${title}</h2><p>None</p>`;
  const heads = Object.keys(first).map((one) => `<th scope="col">${escape(one)}</th>`);
  const lines = rows.map(
    (row) =>
      `<tr>${Object.values(row)
        .map((one) => `<td>${escape(said(one))}</td>`)
        .join("")}</tr>`,
  );
  return `<h2>${title}</h2><table><thead><tr>${heads.join("")}</tr></thead><tbody>${lines.join("")}</tbody></table>`;
}

/** Lists by title; a count is a list of one. */
function lists(found: Row | undefined): string {
  return Object.entries(found ?? {})
    .map(([title, rows]) => list(title, Array.isArray(rows) ? (rows as Row[]) : [{ count: rows }]))
    .join("");
}

function said(value: Value): string {
  if (value === null) return "–";
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function tokenOf(cookie = ""): string {
  return /livret_session=([^;]+)/.exec(cookie)?.[1] ?? "";
}
