/** Mails, as shown to their reader and to the office. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { oneOf } from "../law/entry.ts";
import { actorName } from "../act/permissions.ts";
import { noteOpening } from "../openings/openings.ts";
import { presentAddress } from "./address.ts";
import { choiceOf, countUnreached, countUnsentBy, handedOf, lastReturned, listMail, type ShownMail } from "./store.ts";
import { MAIL_STATES } from "./rules/states.ts";
import { Id, closed } from "../kit/shapes.ts";
import * as output from "./output.ts";

declare module "../act/world.ts" {
  interface House {
    /** The office's page about a chain; `undefined` for a kind that no subject shows. */
    readonly placeAbout: (about: string) => string | undefined;
  }
}

export type { ShownMail } from "./store.ts";

const PAGE = 50;
const Page = Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 }));

/** Instants as text: a view returns plain JSON. */
function shown({ queuedAt, dueAt, sentAt, ...mail }: ShownMail) {
  return {
    ...mail,
    queuedAt: queuedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    sentAt: sentAt?.toISOString() ?? null,
  };
}

/** As the office sees it. */
function shownToOffice(mail: ShownMail) {
  return { ...shown(mail), ...(mail.link?.secret && { link: null }) };
}

/** The last mail of a page, from which the next continues. */
const After = Type.Object({ at: Type.String({ format: "date-time" }), id: Id }, closed);

/** Mails per page of a reader's account. */
export const MAILS_AT_A_TIME = 50;

export const myMails = defineView({
  name: "myMails",
  label: { fr: "Lire son courrier", en: "Read one’s mail" },
  who: "read one’s own mail",
  form: Type.Object({ after: Type.Optional(After) }, closed),
  output: output.myMails,
  async read({ tx, actor, input }) {
    const after = input.after && { at: new Date(input.after.at), id: input.after.id };
    const reader = actorName(actor);
    const which = { reader, address: await presentAddress(tx, reader), after };
    // One more shows that there is a next page.
    const found = await listMail(tx, which, { offset: 0, limit: MAILS_AT_A_TIME + 1 });
    return { mails: found.slice(0, MAILS_AT_A_TIME).map(shown), more: found.length > MAILS_AT_A_TIME };
  },
});

/** A person who is written to in vain is told on their own page, since no mail can. */
export const myReturned = defineView({
  name: "myReturned",
  label: { fr: "Voir si ses courriels reviennent", en: "See whether one’s mails come back" },
  who: "read one’s own mail",
  form: Type.Object({}, closed),
  output: output.myReturned,
  async read({ tx, actor }) {
    const reader = actorName(actor);
    const address = await presentAddress(tx, reader);
    const at = address === undefined ? undefined : await lastReturned(tx, { reader, address });
    return at && { address: address!, at: at.toISOString() };
  },
});

export const myReminders = defineView({
  name: "myReminders",
  label: { fr: "Voir si l’on reçoit des rappels", en: "See whether one is sent reminders" },
  who: "read one’s own mail",
  form: Type.Object({}, closed),
  output: output.myReminders,
  async read({ tx, actor }) {
    return actor.kind === "account" ? choiceOf(tx, actor.account) : undefined;
  },
});

const UNSENT = MAIL_STATES.filter((state) => state !== "sent");

/** Its counts are of the whole school, none beside the mails about one thing or to one person, and stop one above what a page says. */
export const listMails = defineView({
  name: "listMails",
  label: { fr: "Voir les courriels de l’établissement", en: "See the school’s mails" },
  who: "see the mail",
  form: Type.Object(
    {
      state: Type.Optional(oneOf(...MAIL_STATES)),
      about: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
      /** Those to this account. */
      account: Type.Optional(Id),
      page: Page,
    },
    closed,
  ),
  output: output.listMails,
  async read({ tx, input: { page = 0, account, ...asked } }) {
    const which = { ...asked, ...(account !== undefined && { reader: `account:${account}` }) };
    const mails = await listMail(tx, which, { offset: page * PAGE, limit: PAGE });
    const unsent = asked.about === undefined && account === undefined ? await countUnsentBy(tx, UNSENT) : [];
    return { mails: mails.map(shownToOffice), unsent };
  },
});

/** Counts up to one more than a page says. */
export const seeUnreached = defineView({
  name: "seeUnreached",
  label: { fr: "Voir combien de courriels n’ont atteint personne", en: "See how many mails reached nobody" },
  who: "see the mail",
  form: Type.Object({}, closed),
  output: output.seeUnreached,
  async read({ tx }) {
    return { count: await countUnreached(tx) };
  },
});

/** One mail as printed, and its delivery. */
export const openMail = defineView({
  name: "openMail",
  label: { fr: "Lire un courriel de l’établissement", en: "Read a mail of the school" },
  who: "see the mail",
  form: Type.Object({ mail: Id }, closed),
  output: output.openMail,
  async read({ tx, input: { mail }, actor, at }) {
    const [found] = await listMail(tx, { id: mail }, { offset: 0, limit: 1 });
    if (!found) return undefined;
    const what = { fr: `le courriel « ${found.subject} »`, en: `the mail “${found.subject}”` };
    await noteOpening(tx, { about: found.about, whose: found.reader, actor, what, at });
    const handed = found.postal && (await handedOf(tx, mail));
    return { ...shownToOffice(found), handed: handed ?? null };
  },
});
