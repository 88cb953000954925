/**
 * What collective studies hold about people: an organisation's contact; the members that a group's agreement names, and its reports.
 * Membership is stored with the training; a group ends with the training of its cohort, a proposal after its last group.
 */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { addMonths, type Day } from "../../kit/day.ts";
import { forgetSignatures } from "../../issued-documents/sign.ts";
import { eraseFilesAbout } from "../../files/attach.ts";
import { unpostMail } from "../../mail/post.ts";
import type { Retained } from "../../retention/retained.ts";
import { eraseGroup, eraseStudy, groupChain, studyChain } from "./kept.ts";

const GROUP = groupChain("");
const STUDY = studyChain("");

async function eraseAround(tx: Tx, chain: string, at: Date): Promise<void> {
  await eraseFilesAbout(tx, chain, at);
  await unpostMail(tx, chain);
  await forgetSignatures(tx, chain);
}

const groups: Retained = {
  name: "study-groups",
  label: { fr: "Vos études collectives", en: "Your collective studies" },
  counted: { fr: "Groupes d’études collectives", en: "Groups of collective studies" },
  tables: ["study_group", "study_report", "study_agreement"],
  place: "school",
  prefix: GROUP,
  kind: "training",
  chains: async (tx, { account }) => {
    const { rows } = await sql<{ id: string }>`
      select distinct m.study_group as id from study_member m join enrolment e on e.id = m.enrolment
      where e.account = ${account}::uuid order by id`.execute(tx);
    return rows.map(({ id }) => GROUP + id);
  },
  over: async (tx, { period, today }, limit) => {
    const before = addMonths(today, -period.months);
    const { rows } = await sql<{ id: string; ended: Day }>`
      select g.id, to_char(c.ends_on, 'YYYY-MM-DD') as ended from study_group g join cohort c on c.id = g.cohort
      where c.ends_on < ${before}::date order by c.ends_on, g.id limit ${limit}`.execute(tx);
    return rows.map(({ id, ended }) => ({ chain: GROUP + id, day: addMonths(ended, period.months) }));
  },
  erase: async (tx, chain, at) => {
    const id = chain.slice(GROUP.length);
    await eraseAround(tx, chain, at);
    await eraseGroup(tx, id);
  },
  // Shared by several members: no single one can have it erased.
  bound: async () => true,
};

const proposals: Retained = {
  name: "study-proposals",
  label: { fr: "Les études collectives que vous avez proposées", en: "The collective studies that you proposed" },
  counted: { fr: "Propositions d’études collectives", en: "Proposals of collective studies" },
  tables: ["study", "study_fact"],
  place: "school",
  prefix: STUDY,
  kind: "training",
  // The contact of an organisation has no account: their data is erased by the retention period alone.
  chains: async () => [],
  over: async (tx, { period, today }, limit) => {
    const before = addMonths(today, -period.months);
    const { rows } = await sql<{ id: string; entered: Day }>`
      select s.id, to_char(s.entered_at, 'YYYY-MM-DD') as entered from study s
      where s.entered_at < ${before}::date and not exists (select from study_group g where g.study = s.id)
      order by s.entered_at, s.id limit ${limit}`.execute(tx);
    return rows.map(({ id, entered }) => ({ chain: STUDY + id, day: addMonths(entered, period.months) }));
  },
  erase: async (tx, chain, at) => {
    const id = chain.slice(STUDY.length);
    await eraseAround(tx, chain, at);
    await eraseStudy(tx, id);
  },
};

export const studyRetained: readonly Retained[] = [groups, proposals];
