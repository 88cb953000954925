/** The personal data of interviews, kept as long as the dossiers, and of interview days. */
import { sql } from "kysely";
import { addMonths, type Day } from "../kit/day.ts";
import { forgetGrounds, unbook } from "../agenda/book.ts";
import { eraseFilesAbout } from "../files/attach.ts";
import { unpostMail } from "../mail/post.ts";
import type { Retained } from "../retention/retained.ts";
import { bookedFor, dayChain, interviewsChain } from "./arranging.ts";
import { closedBefore, deleteInterviews, dossiersOf } from "./store.ts";
import { daysClosedBefore, deleteDay } from "./days/store.ts";

const PREFIX = interviewsChain("");

export const interviewRetained: Retained = {
  name: "interviews",
  label: { fr: "Vos entretiens d’admission", en: "Your admission interviews" },
  counted: { fr: "Entretiens d’admission", en: "Admission interviews" },
  tables: [
    ..."interview interview_examiner interview_fact interview_need interview_link".split(" "),
    ..."interview_grid interview_proposal".split(" "),
  ],
  place: "school",
  prefix: PREFIX,
  kind: "application",
  chains: async (tx, { account }) => (await dossiersOf(tx, account)).map(interviewsChain),
  erase: async (tx, chain) => {
    const dossier = chain.slice(PREFIX.length);
    // The dossier may have been erased before.
    for (const id of await deleteInterviews(tx, dossier)) await unbook(tx, bookedFor(id));
    await unpostMail(tx, chain);
  },
  // Bound like the dossier, while the school has to answer it.
  bound: async (tx, chain) => {
    const result = await sql<{ state: string }>`
      select state from dossier_state where id = ${chain.slice(PREFIX.length)}::uuid`.execute(tx);
    return result.rows[0] !== undefined && result.rows[0].state !== "withdrawn";
  },
  heldWith: async (_, chain) => [`dossier:${chain.slice(PREFIX.length)}`],
  over: async (tx, { period, today }, limit) => {
    const over = await closedBefore(tx, addMonths(today, -period.months), limit);
    return over.map(({ dossier, closed }) => ({
      chain: interviewsChain(dossier),
      day: addMonths(closed, period.months),
    }));
  },
};

const DAYS = dayChain("");

export const interviewDayRetained: Retained = {
  name: "interview-days",
  label: { fr: "Les journées d’entretiens", en: "Days of interviews" },
  tables: ["interview_day"],
  place: "school",
  prefix: DAYS,
  kind: "application",
  chains: async () => [],
  erase: async (tx, chain, at) => {
    await eraseFilesAbout(tx, chain, at);
    await unbook(tx, chain);
    await forgetGrounds(tx, chain);
    await deleteDay(tx, chain.slice(DAYS.length));
    await unpostMail(tx, chain);
  },
  over: async (tx, { period, today }, limit) => {
    const over: { id: string; closed: Day }[] = await daysClosedBefore(tx, addMonths(today, -period.months), limit);
    return over.map(({ id, closed }) => ({ chain: dayChain(id), day: addMonths(closed, period.months) }));
  },
};
