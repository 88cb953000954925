/** The personal data of dossiers, drafts or submitted, with their files and mails. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { addMonths, type Day } from "../kit/day.ts";
import { dropping } from "../act/keep.ts";
import { eraseFilesAbout } from "../files/attach.ts";
import { dropChoiceAbout } from "../mail/choice.ts";
import { dropDeathAbout } from "../mail/deaths.ts";
import { unpostMail } from "../mail/post.ts";
import { readNumber } from "./rules/search.ts";
import type { Retained } from "../retention/retained.ts";

const PREFIX = "dossier:";

/** Erases all but the charges, which accounting keeps under the account. */
async function erase(tx: Tx, chain: string, at: Date): Promise<void> {
  const id = chain.slice(PREFIX.length);
  await eraseFilesAbout(tx, chain, at);
  await unpostMail(tx, chain);
  await dropDeathAbout(tx, chain);
  const recorded = [
    "dossier_section",
    "submission",
    "dossier_fact",
    "dossier_message",
    "dossier_confirmation",
    "dossier_note",
  ] as const;
  for (const table of recorded) await dropping(tx, table, tx.deleteFrom(table).where("dossier", "=", id));
  await dropChoiceAbout(tx, id);
  await tx.deleteFrom("dossier_reading").where("dossier", "=", id).execute();
  await tx.deleteFrom("dossier_state").where("id", "=", id).execute();
  await dropping(tx, "dossier", tx.deleteFrom("dossier").where("id", "=", id));
}

/** One account's dossiers, or those whose intake closed before a day: either submitted ones or never submitted ones. */
function dossiers(submitted: boolean): Pick<Retained, "chains" | "over"> {
  return {
    chains: async (tx, { account }) => {
      const own = tx
        .selectFrom("dossier")
        .innerJoin("dossier_state", "dossier_state.id", "dossier.id")
        .select("dossier.id")
        .where("account", "=", account)
        .where("submitted_at", submitted ? "is not" : "is", null);
      return (await own.orderBy("dossier.id").execute()).map(({ id }) => PREFIX + id);
    },
    over: async (tx, { period, today }, limit) => {
      const before = addMonths(today, -period.months);
      const { rows } = await sql<{ id: string; closed: Day }>`
        select s.id, i.closes_at::date::text as closed from dossier_state s join intake i on i.id = s.intake
        where (s.submitted_at is not null) = ${submitted} and i.closes_at < ${before}::date
          and not exists (select from kept_longer k where k.id = s.id)
        order by i.closes_at, s.id limit ${limit}`.execute(tx);
      return rows.map(({ id, closed }) => ({ chain: PREFIX + id, day: addMonths(closed, period.months) }));
    },
  };
}

/** By its number, in any notation. */
const called: Retained["called"] = {
  find: async (tx, typed) => {
    const number = readNumber(typed);
    if (number === undefined) return undefined;
    const query = tx.selectFrom("dossier").select("id").where("number", "=", number);
    const id = (await query.executeTakeFirst())?.id;
    return id && PREFIX + id;
  },
  say: async (tx, chain) => {
    const query = tx.selectFrom("dossier").select("number").where("id", "=", chain.slice(PREFIX.length));
    const number = (await query.executeTakeFirst())?.number;
    return number === undefined ? undefined : { fr: `dossier ${number}`, en: `application ${number}` };
  },
};

const drafts: Retained = {
  name: "drafts",
  label: { fr: "Vos dossiers commencés et jamais remis", en: "Your applications begun and never submitted" },
  counted: { fr: "Dossiers commencés et jamais remis", en: "Applications begun and never submitted" },
  tables: [
    ..."dossier dossier_section dossier_fact dossier_state".split(" "),
    ..."dossier_message dossier_reading dossier_confirmation dossier_note reader_death".split(" "),
  ],
  place: "school",
  prefix: PREFIX,
  called,
  kind: "draft",
  ...dossiers(false),
  erase,
};

const applications: Retained = {
  name: "applications",
  label: { fr: "Vos dossiers remis", en: "Your submitted applications" },
  counted: { fr: "Dossiers remis", en: "Submitted applications" },
  tables: ["submission"],
  place: "school",
  prefix: PREFIX,
  kind: "application",
  ...dossiers(true),
  erase,
  // Bound while the school has to answer it; a person who wants it erased withdraws it first.
  bound: async (tx, chain) => {
    const query = tx.selectFrom("dossier_state").select("state").where("id", "=", chain.slice(PREFIX.length));
    const state = (await query.executeTakeFirst())?.state;
    return state !== undefined && state !== "withdrawn";
  },
};

export const dossierRetained: readonly Retained[] = [drafts, applications];
