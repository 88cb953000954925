/**
 * Starts a dossier from an answer, kept or just given. A visitor who must first sign in or create an account finds it started afterwards: the choice and
 * the answer wait in cookies, so that no URL holds them, and a forged URL starts nothing.
 */
import { isId } from "../../kit/shapes.ts";
import { draftOf } from "../../inquiry/path-pages/asked.ts";
import { act } from "../../page/acting.ts";
import { cookieOptions } from "../../page/cookie.ts";
import type { Form, Page, PageResult, Visit } from "../../page/page.ts";
import { openInquiry } from "../../inquiry/pages/inquiry.ts";
import { keptFacts } from "../../inquiry/pages/kept.ts";
import type { Draft } from "../../inquiry/rules/draft.ts";
import { startDossier } from "../acts.ts";
import { signingIn, startAt } from "./start.ts";

const WISH = "livret_begin";
/** Seconds: enough to receive a code and choose a password. */
const WAITS = 3600;

/** Which answers the dossier begins with: those kept under a code, or those of the inquiry under way. */
type Wish = { readonly intake: string; readonly inquiry: boolean };
const INQUIRY = "inquiry";

export const dossierFromAnswer: Page = {
  name: "dossier-commencer",
  path: "/:diploma/dossier/commencer",
  view: async (visit) => {
    const wished = visit.request.cookies[WISH];
    if (wished === undefined) return { redirect: start(visit) };
    if (!visit.person) return { redirect: visit.link(signingIn(visit)) };
    visit.reply.clearCookie(WISH, cookieOptions(visit.request));
    const [intake = "", source] = wished.split(" ");
    return begin(visit, { intake, inquiry: source === INQUIRY });
  },
  submit: async (visit, sent) => {
    const wish = { intake: sent.get("intake"), inquiry: sent.get("with") === INQUIRY };
    if (visit.person) return begin(visit, wish, sent);
    if (!isId(wish.intake)) return { redirect: start(visit) };
    const wished = wish.inquiry ? `${wish.intake} ${INQUIRY}` : wish.intake;
    visit.reply.setCookie(WISH, wished, { ...cookieOptions(visit.request), maxAge: WAITS });
    return { redirect: visit.link(signingIn(visit)) };
  },
};

/** Reuses a dossier already begun for this intake. */
async function begin(visit: Visit, { intake, inquiry }: Wish, sent?: Form): Promise<PageResult> {
  const declared = inquiry ? (await openInquiry(visit))?.draft : await keptDraft(visit);
  if (!declared || !isId(intake)) return { redirect: start(visit) };
  const input = { intake, language: visit.lang, declared: declared as unknown as { [key: string]: unknown } };
  const outcome = await act(visit, startDossier, input, sent ? { sent } : {});
  if (outcome.kind === "done") return { redirect: `${start(visit)}/${outcome.value.dossier}` };
  if (outcome.kind === "stale") return { redirect: `${start(visit)}/${outcome.current as string}` };
  return { redirect: start(visit) };
}

async function keptDraft(visit: Visit): Promise<Draft | undefined> {
  const facts = await keptFacts(visit);
  return facts && draftOf(facts.law.diploma, facts.asked);
}

const start = (visit: Visit) => visit.link(startAt.to({ diploma: visit.params.diploma! }));
