/** Who is written to about an interview: the candidate, those who hold it, and whoever of the school arranges it. */
import type { Performing } from "../act/act.ts";
import { roomNames } from "../agenda/rooms.ts";
import { officeReads } from "../dossier/hands.ts";
import { tell } from "../dossier/standing.ts";
import { dealingWith } from "../dossier/telling-office.ts";
import { findIntake } from "../intake/intake.ts";
import { sayWeekday } from "../kit/moment.ts";
import { schoolPath } from "../kit/school-path.ts";
import { colleaguesWho, doerNamed } from "../people/contact.ts";
import { contactOf } from "../mail/address.ts";
import { postMail } from "../mail/post.ts";
import { cancelledMail, type Hour, hourMail, interviewersMail, officeMail, type Why } from "./mails.ts";
import { dayChain, interviewsChain } from "./arranging.ts";
import { isLongEnough, preparationOf } from "./rules/day.ts";
import type { Interview } from "./store.ts";
import { findDay, type InterviewDay } from "./days/store.ts";
import { extraOf } from "./candidates/counted.ts";

type Given = Pick<Performing<unknown>, "tx" | "at" | "establishment" | "zone" | "law">;

/** The page of one’s interview, among those of one’s dossier. */
const PAGE = "entretien";

async function hourOf(given: Given, interview: Interview): Promise<Hour> {
  const { tx, zone, law } = given;
  const { diploma, lawVersion } = (await findIntake(tx, interview.intake))!;
  const names = await roomNames(tx);
  const extra = await extraOf(given, interview);
  const { settings } = (await findDay(tx, interview.day))!;
  return {
    ...interview,
    zone,
    analysisIn: interview.analysisRoom === null ? null : (names.get(interview.analysisRoom) ?? "–"),
    preparation: preparationOf(law(diploma, { version: lawVersion })!.diploma),
    room: names.get(interview.room) ?? "–",
    longer: extra > 0 && isLongEnough(settings, extra, interview),
  };
}

export async function tellHour(given: Given, interview: Interview, why: Why, reason = ""): Promise<void> {
  const hour = await hourOf(given, interview);
  await toCandidate(given, interview, (lang) => hourMail(lang, hour, why, reason));
}

export async function tellCancelled(
  given: Given,
  interview: Interview,
  ended: { readonly kind: "postponed" | "cancelled"; readonly reason: string },
): Promise<void> {
  const hour = await hourOf(given, interview);
  await toCandidate(given, interview, (lang) => cancelledMail(lang, hour, ended));
}

async function toCandidate(
  given: Given,
  { dossier, intake }: Interview,
  words: Parameters<typeof tell>[3],
): Promise<void> {
  // As nobody: whoever may read it was asked before.
  const found = await officeReads(given.tx, { kind: "anyone" }, dossier);
  await tell(given, found!, (await findIntake(given.tx, intake))!, words, { page: PAGE });
}

const MOST_TOLD = 5;

/** Whoever deals with the dossier, where they arrange interviews too; else those who do: a mail to everybody is read by nobody. */
export async function tellArrangers(
  { tx, at, establishment }: Given,
  { id, dossier, number, account: candidate }: Interview,
  what: "move" | "link",
): Promise<void> {
  const able = (await colleaguesWho(tx, "arrange interviews")).filter(({ account }) => account !== candidate);
  const dealing = await dealingWith(tx, dossier);
  const one = able.find(({ account }) => `account:${account}` === dealing);
  for (const { account } of one ? [one] : able.slice(0, MOST_TOLD)) {
    const contact = await contactOf(tx, account);
    if (!contact) continue;
    const { language: lang, address: to } = contact;
    const { open, ...words } = officeMail(lang, { number, what });
    const link = { path: schoolPath(establishment, lang, `/entretiens/un/${id}`), label: open };
    await postMail(tx, { reader: `account:${account}`, to, lang, about: interviewsChain(dossier), at, link, ...words });
  }
}

/** Those who hold interviews on a day, each of theirs. */
export async function tellInterviewers(
  { tx, at, establishment }: Given,
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
    // What was written to a guest is erased with them.
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

/** A guest comes in by the link of their invitation, and finds on their first page what awaits them. */
function pageOf(who: string): string {
  return who.startsWith("guest:") ? "/invite" : "/mes-entretiens";
}
