/** Warns the owner of an unused account that it will be erased; signing in keeps it. The purge erases accounts that stay unused. */
import { Type } from "typebox";
import { defineAct, done, type Duty, FORBIDDEN } from "../../act/act.ts";
import { addDays, addMonths, type Day } from "../../kit/day.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { dayIn } from "../../kit/zone.ts";
import type { Period } from "../../law/establishment.ts";
import { postMail } from "../../mail/post.ts";
import { contactOf } from "../../mail/address.ts";
import { idleMail } from "../mails.ts";
import { idleAccounts } from "./store.ts";

const Form = Type.Object({ account: Id }, closed);

/** The deployment's period; `undefined` where its schools give no length or no notice. */
function idlePeriod(periods: readonly Period[]): { months: number; noticeDays: number } | undefined {
  const found = periods.find(({ kind }) => kind === "account");
  return found?.noticeDays === undefined ? undefined : { months: found.months, noticeDays: found.noticeDays };
}

/** Accounts idle since before this day are warned today: the notice is the rest of the period. */
function warnedBefore({ months, noticeDays }: { months: number; noticeDays: number }, today: Day): Day {
  return addDays(addMonths(today, -months), noticeDays);
}

export const warnIdleAccount = defineAct({
  name: "warnIdleAccount",
  label: { fr: "Prévenir qu’un compte inutilisé va être effacé", en: "Warn that an unused account will be erased" },
  who: "let time pass",
  scope: "deployment",
  form: Form,
  writes: ["mail"],
  async perform({ tx, input: { account }, periods, at, today }) {
    const period = idlePeriod(periods);
    if (!period) return FORBIDDEN;
    const asked = { before: warnedBefore(period, today), warned: false, only: account };
    const contact = await contactOf(tx, account);
    if (!contact || (await idleAccounts(tx, asked, 1)).length === 0) return FORBIDDEN;
    const { language: lang, address: to } = contact;
    const about = `account:${account}`;
    const words = idleMail(lang, addDays(today, period.noticeDays));
    await postMail(tx, { reader: about, to, lang, about, at, ...words });
    return done({}, about);
  },
});

export const warnIdleAccounts: Duty<typeof Form> = {
  act: warnIdleAccount,
  foretold: { unpreventable: "it only writes" },
  async due({ tx, periods, today, zone }, limit) {
    const period = idlePeriod(periods);
    if (!period) return [];
    const idle = await idleAccounts(tx, { before: warnedBefore(period, today), warned: false }, limit);
    return idle.map(({ account, since }) => {
      const key = `${account}:${since.getTime()}`;
      return {
        input: { account },
        key,
        day: addDays(addMonths(dayIn(since, zone), period.months), -period.noticeDays),
      };
    });
  },
};
