/** What this room holds about people itself: mails, uploads, openings, requests. */
import { sql } from "kysely";
import { choiceAbout, dropChoiceAbout } from "../mail/choice.ts";
import { unpostMail } from "../mail/post.ts";
import type { Retained } from "./retained.ts";
import { rowsWhere } from "./contents.ts";
import { deleteRequest, oldRequests, requestsOf } from "./store.ts";
import { addMonths } from "../kit/day.ts";

/** Most mails are erased with the chain that they are about; a copy has all those in the person's account. */
const letters: Retained = {
  name: "letters",
  label: {
    fr: "Ce que nous vous avons écrit, et qui a ouvert vos dossiers",
    en: "What we wrote to you, and who opened your files",
  },
  tables: ["mail", "mail_sending", "mail_bounce", "mail_handed", "file_opening", "upload", "stored_file", "file_copy"],
  place: "school",
  prefix: "mail:",
  chains: async () => [],
  also: async (tx, { account }) => {
    const reader = `account:${account}`;
    return {
      mail: await rowsWhere(tx, "mail", sql`t.reader = ${reader}`, sql`t.queued_at, t.id`),
      mail_sending: await rowsWhere(
        tx,
        "mail_sending",
        sql`t.id in (select m.id from mail m where m.reader = ${reader})`,
      ),
      file_opening: await rowsWhere(tx, "file_opening", sql`t.whose = ${reader}`, sql`t.opened_at, t.id`),
      upload: await rowsWhere(tx, "upload", sql`t.account = ${account}::uuid`),
    };
  },
};

const requests: Retained = {
  name: "requests",
  label: { fr: "Vos demandes de copie et d’effacement", en: "Your requests for a copy or erasure" },
  counted: { fr: "Demandes de copie et d’effacement", en: "Requests for a copy or erasure" },
  tables: ["data_request", "data_request_work"],
  place: "school",
  prefix: "data-request:",
  kind: "request",
  chains: async (tx, { account }) => (await requestsOf(tx, account)).map(({ id }) => `data-request:${id}`),
  erase: async (tx, chain) => {
    const id = chain.slice("data-request:".length);
    await unpostMail(tx, chain);
    await deleteRequest(tx, id);
  },
  bound: async () => true,
  over: async (tx, { period, today }, limit) => {
    const old = await oldRequests(tx, addMonths(today, -period.months), limit);
    return old.map(({ id, on }) => ({ chain: `data-request:${id}`, day: addMonths(on, period.months) }));
  },
};

const choices: Retained = {
  name: "mail-choices",
  label: { fr: "Ce que vous avez choisi de recevoir", en: "What you chose to be sent" },
  counted: { fr: "Choix de recevoir des rappels", en: "Choices to be sent reminders" },
  tables: ["mail_choice"],
  place: "school",
  prefix: "mail-choice:",
  chains: async (tx, { account }) => ((await choiceAbout(tx, account)).version > 0 ? [`mail-choice:${account}`] : []),
  erase: (tx, chain) => dropChoiceAbout(tx, chain.slice("mail-choice:".length)),
};

export const recordRetained: readonly Retained[] = [letters, choices, requests];
