/** The mails to a person about their dossiers, for the chronology of the office's page about them. */
import { see } from "../../page/acting.ts";
import type { PersonParts } from "../../page/person.ts";
import { listMails } from "../views.ts";
import { mailStateWords } from "../words.ts";
import { officeMail } from "./office.ts";
import { officeMailWords } from "./words.ts";

export const mailsPart: PersonParts = async (visit, { dossiers }) => {
  const { lang } = visit;
  const words = officeMailWords[lang];
  const all = await Promise.all(dossiers.map(({ dossier }) => see(visit, listMails, { about: `dossier:${dossier}` })));
  const events = all
    .flatMap((seen) => seen?.mails ?? [])
    .map((mail) => ({
      at: new Date(mail.queuedAt),
      subject: "courriels",
      kind: words.one,
      what: `${mail.subject} (${mailStateWords(mail)[lang]})`,
      to: officeMail.to({ mail: mail.id }),
    }));
  return events.length === 0 ? [] : [{ key: "courriels", title: words.title, events }];
};
