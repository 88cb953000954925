/**
 * Withdrawing from a contract: on the page, in two steps, or by a letter that the office notes. What comes after the last day is kept too,
 * and undoes nothing. An acknowledgement goes out at once with what was said, the day and the hour.
 */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../act/act.ts";
import { attachFile } from "../files/attach.ts";
import type { Day } from "../kit/day.ts";
import { sayInstant } from "../kit/instant.ts";
import { leaves } from "../kit/machine.ts";
import { closed, Id } from "../kit/shapes.ts";
import { DaySchema } from "../law/entry.ts";
import { barredHere, fileIssue, ownAgreed, personal } from "./acts.ts";
import { renouncedMail } from "./mails.ts";
import * as output from "./output.ts";
import { refusals } from "./refusals.ts";
import { CONTRACT, contractChain } from "./rules/facts.ts";
import { type Agreed, decidedOn, lockOthers, settle, SETTLING_TABLES } from "./settling.ts";
import { tellPerson } from "./telling.ts";

export const renounce = defineAct({
  name: "renounce",
  label: { fr: "Renoncer à son contrat de formation", en: "Withdraw from one’s training contract" },
  who: "agree on one’s training",
  form: Type.Object({ dossier: Id }, closed),
  from: leaves(CONTRACT, "renounced"),
  output: output.renounced,
  writes: [...SETTLING_TABLES, "mail"],
  async perform(context) {
    const { input, today } = context;
    const agreed = await ownAgreed(context, input.dossier);
    if (!agreed) return FORBIDDEN;
    return renounced(context, agreed, { on: today, how: "page", file: null });
  },
});

/** `on`: the day on which it was sent, by any proof of it. */
export const noteRenounced = defineAct({
  name: "noteRenounced",
  label: { fr: "Noter une rétractation reçue par lettre", en: "Note a withdrawal received by letter" },
  who: "prepare the contracts",
  form: Type.Object({ dossier: Id, on: DaySchema, upload: Type.Optional(Id) }, closed),
  from: leaves(CONTRACT, "renounced"),
  output: output.renounced,
  writes: [...SETTLING_TABLES, "stored_file", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const { dossier, on, upload } = input;
    const agreed = await lockOthers(context, dossier);
    if (!agreed) return FORBIDDEN;
    if (on > today) return invalid([refusals.ahead]);
    let file: string | null = null;
    if (upload !== undefined) {
      if (actor.kind !== "account") return FORBIDDEN;
      const about = contractChain(dossier);
      const attached = await attachFile(tx, { upload, account: actor.account, about, slot: "withdrawal", at });
      if ("problem" in attached) return invalid([fileIssue(attached.problem)]);
      file = attached.file;
    }
    return renounced(context, agreed, { on, how: "letter", file });
  },
});

type Sent = { readonly on: Day; readonly how: "page" | "letter"; readonly file: string | null };

async function renounced(context: Performing<unknown>, agreed: Agreed, { on, how, file }: Sent) {
  const { at, zone } = context;
  const { person, money, read } = agreed;
  const no = barredHere(context, agreed, "renounced");
  if (no.length > 0) return invalid(no);
  const share = read.contract?.shares.find(({ source }) => source === personal(money));
  const signed = share?.signed;
  if (!signed) return invalid([refusals.nothingSigned]);
  if (on < signed.on) return invalid([refusals.beforeSigning]);
  const lastDay = lastDayOf(context, agreed);
  const late = lastDay !== null && on > lastDay;
  const settled = await settle(context, agreed, [{ kind: "renounced", on, details: { how, late, file } }]);
  if ("issues" in settled) return invalid(settled.issues);
  const when = { fr: sayInstant(at, zone, "fr"), en: sayInstant(at, zone, "en") };
  const told = { name: person.name, number: person.number, signedOn: signed.on, amount: share.amount, when, how };
  await tellPerson(context, agreed, (lang) => renouncedMail(lang, { ...told, tooLate: late ? lastDay : null }));
  return done({ late, lastDay, state: settled.state }, contractChain(person.dossier));
}

/** Null while the school has not signed: the time to withdraw has not begun to run out. */
function lastDayOf(context: Performing<unknown>, agreed: Agreed): Day | null {
  const answered = decidedOn(context, agreed);
  return answered && "fr" in answered ? (answered.fr.withdrawal?.lastDay ?? null) : null;
}
