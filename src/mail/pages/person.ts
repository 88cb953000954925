/** The mails to a person, for the chronology of the office's page about them. */
import { see } from "../../page/acting.ts";
import type { PersonParts } from "../../page/person.ts";
import { listMails } from "../views.ts";
import { mailStateWords } from "../words.ts";
import { officeMail } from "./office.ts";
import { officeMailWords } from "./words.ts";

/** What was written to somebody as one of the staff, or about their account, is not of their way. */
const APART = ["account:", "code:", "guest:", "staff:"];

export const mailsPart: PersonParts = async (visit, { account, dossiers }) => {
  const { lang } = visit;
  const words = officeMailWords[lang];
  const asked = [
    ...dossiers.map(({ dossier }) => ({ about: `dossier:${dossier}` })),
    ...(account ? [{ account }] : []),
  ];
  const seen = await Promise.all(asked.map((which) => see(visit, listMails, which)));
  const mails = new Map(seen.flatMap((some) => some?.mails ?? []).map((mail) => [mail.id, mail]));
  const events = [...mails.values()]
    .filter(({ about }) => !APART.some((kind) => about.startsWith(kind)))
    .map((mail) => ({
      at: new Date(mail.queuedAt),
      subject: "courriels",
      kind: words.one,
      what: `${mail.subject} (${mailStateWords(mail)[lang]})`,
      to: officeMail.to({ mail: mail.id }),
    }));
  return events.length === 0 ? [] : [{ key: "courriels", title: words.title, events }];
};
