/** Mails about interviews: to the candidate, the interviewers, and the staff who arrange them. */
import type { Performing } from "../act/act.ts";
import { officeReads } from "../dossier/hands.ts";
import { tell } from "../dossier/standing.ts";
import { dealingWith } from "../dossier/telling-office.ts";
import { findIntake } from "../intake/intake.ts";
import { sayWeekday } from "../kit/moment.ts";
import { schoolPath } from "../kit/school-path.ts";
import { colleaguesWho, doerNamed } from "../people/contact.ts";
import { contactOf } from "../mail/address.ts";
import { postMail } from "../mail/post.ts";
import { cancelledMail, hourMail, interviewersMail, moveAskedMail, officeMail, type Why } from "./mails.ts";
import { dayChain, interviewsChain } from "./arranging.ts";
import { hourOf } from "./hour.ts";
import type { Interview } from "./store.ts";
import type { InterviewDay } from "./days/store.ts";

type Context = Pick<Performing<unknown>, "tx" | "at" | "establishment" | "zone" | "law">;

/** The interview's page, below its dossier's. */
const PAGE = "entretien";

export async function tellHour(context: Context, interview: Interview, why: Why, reason = ""): Promise<void> {
  const hour = await hourOf(context, interview);
  await toCandidate(context, interview, (lang) => hourMail(lang, hour, why, reason));
}

export async function tellMoveAsked(context: Context, interview: Interview): Promise<void> {
  const hour = await hourOf(context, interview);
  await toCandidate(context, interview, (lang) => moveAskedMail(lang, hour));
}

export async function tellCancelled(
  context: Context,
  interview: Interview,
  ended: { readonly kind: "postponed" | "cancelled"; readonly reason: string },
): Promise<void> {
  const hour = await hourOf(context, interview);
  await toCandidate(context, interview, (lang) => cancelledMail(lang, hour, ended));
}

async function toCandidate(
  context: Context,
  { dossier, intake }: Interview,
  words: Parameters<typeof tell>[3],
): Promise<void> {
  // Read as nobody: the act has checked the actor's access.
  const dossierRow = await officeReads(context.tx, { kind: "anyone" }, dossier);
  await tell(context, dossierRow!, (await findIntake(context.tx, intake))!, words, { page: PAGE });
}

const MOST_TOLD = 5;

/** Mails the officer in charge if they arrange interviews, else a few colleagues who do: a mail to everybody is read by nobody. */
export async function tellArrangers(
  { tx, at, establishment }: Context,
  { id, dossier, number, account: candidate }: Interview,
  what: "move" | "link",
): Promise<void> {
  const able = (await colleaguesWho(tx, "arrange interviews")).filter(({ account }) => account !== candidate);
  const dealing = await dealingWith(tx, dossier);
  const dealer = able.find(({ account }) => `account:${account}` === dealing);
  for (const { account } of dealer ? [dealer] : able.slice(0, MOST_TOLD)) {
    const contact = await contactOf(tx, account);
    if (!contact) continue;
    const { language: lang, address: to } = contact;
    const { open, ...words } = officeMail(lang, { number, what });
    const link = { path: schoolPath(establishment, lang, `/entretiens/un/${id}`), label: open };
    await postMail(tx, { reader: `account:${account}`, to, lang, about: interviewsChain(dossier), at, link, ...words });
  }
}

/** Mails each interviewer the number of their interviews on a day. */
export async function tellInterviewers(
  { tx, at, establishment }: Context,
  { id, onDay }: Pick<InterviewDay, "id" | "onDay">,
  { counts, guests }: { readonly counts: ReadonlyMap<string, number>; readonly guests: ReadonlySet<string> },
): Promise<void> {
  for (const [who, count] of counts) {
    const doer = await doerNamed(tx, who);
    if (!doer) continue;
    const { language: lang, address: to } = doer;
    const { open, ...words } = interviewersMail(lang, { day: sayWeekday(onDay, lang), count });
    const link = { path: schoolPath(establishment, lang, pageOf(who)), label: open };
    const reader = who.startsWith("account:") ? who : null;
    // A guest's mails are erased with the guest.
    const about = who.startsWith("guest:") ? who : dayChain(id);
    await postMail(tx, {
      reader,
      to,
      lang,
      about,
      at,
      link,
      ...words,
      ...(guests.has(who) && about === who && { of: who }),
    });
  }
}

/** A guest enters by their invitation's link, and finds the interviews on their first page. */
function pageOf(who: string): string {
  return who.startsWith("guest:") ? "/invite" : "/mes-entretiens";
}
