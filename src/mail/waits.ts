/** What waits of mails: a letter to post or to hand over, to a person who has no electronic address. */
import { sql } from "kysely";
import { type Called, type Waits, waits } from "../act/waiting.ts";
import { addYears, type Day } from "../kit/day.ts";
import { aboutOne } from "../page/about-one.ts";
import { letters } from "./pages/letters.ts";

type Letter = { readonly id: string; readonly of: string | null; readonly writtenOn: Day };

const FIRST = "00000000-0000-0000-0000-000000000000";

export const mailWaits: readonly Waits[] = [
  waits({
    readBy: "see the letters",
    on: "letter",
    version: 2,
    after: ["mail", "mail_handed"],
    keys: {
      postLetter: {
        answeredBy: ["noteLetterSent"],
        words: () => ({
          verb: {
            fr: "Imprimer une lettre à un payeur, et la poster",
            en: "Print a letter to a payer, and post it",
          },
          why: {
            fr: "Le registre n’a pas d’adresse électronique de ce payeur : facture, avoir ou relance partent par la poste.",
            en: "The register has no e-mail address of this payer: an invoice, credit or reminder goes by post.",
          },
          go: { fr: "Voir les lettres à remettre", en: "See the letters to hand over" },
        }),
        to: (letter) => letters.to(undefined, aboutOne(letter)),
        takenBy: ["keep the accounts"],
      },
      handLetter: {
        answeredBy: ["noteLetterSent"],
        words: () => ({
          verb: {
            fr: "Imprimer une lettre, et la poster ou la remettre",
            en: "Print a letter, and post it or hand it over",
          },
          why: {
            fr: "Sans courriel\u00a0: elle n’apprend que par la lettre.",
            en: "Without e-mail: only the letter tells them.",
          },
          go: { fr: "Voir les lettres à remettre", en: "See the letters to hand over" },
        }),
        to: (letter) => letters.to(undefined, aboutOne(letter)),
        takenBy: ["hand over letters"],
      },
    },
    // Those that wait, and those that are said to.
    each: async (tx, { after = FIRST, limit, locks }) => {
      const { rows } = await sql<{ id: string }>`
        select x.id from (
          select id from mail_sending where state = 'to-hand' and id > ${after}::uuid
          union select right(chain, 36)::uuid from waiting where chain > ${`letter:${after}`} and chain < 'letter;'
        ) x order by x.id limit ${limit}`.execute(tx);
      const ids = rows.map(({ id }) => id);
      const held = tx.selectFrom("mail_sending").select("id").where("id", "in", ids).orderBy("id").forUpdate();
      if (locks && ids.length > 0) await held.execute();
      return ids;
    },
    async rows({ tx, zone }, ids) {
      const { rows } = await sql<Letter>`
        select m.id, coalesce(m.postal ->> 'of', case when m.about like 'dossier:%' then m.about end) as "of",
          to_char(m.queued_at at time zone ${zone}, 'YYYY-MM-DD') as "writtenOn"
        from mail_sending s join mail m on m.id = s.id
        where s.id = any(${ids}::uuid[]) and s.state = 'to-hand'`.execute(tx);
      return rows.map(({ id, of, writtenOn: from }) => ({
        id,
        ...(of?.startsWith("payer:")
          ? { key: "postLetter" as const, who: "may:keep the accounts" as const, person: null }
          : { key: "handLetter" as const, who: "may:hand over letters" as const, person: of }),
        from,
        due: null,
        until: addYears(from, 1),
      }));
    },
  }),
];

/** By whom they are for and what they say: several of one person are told apart. */
export const lettersCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{ id: string; name: string; subject: string }>`
    select id, postal ->> 'name' as name, subject from mail where id = any(${[...ids]}::uuid[]) and postal ->> 'name' is not null`.execute(
    tx,
  );
  return new Map(rows.map(({ id, name, subject }) => [id, `${name}, ${subject}`]));
};
