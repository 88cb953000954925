/**
 * Starts a dossier from a saved answer. A visitor who must first sign in or create an account finds it started afterwards: the choice and
 * the answer wait in cookies, so that no URL holds them, and a forged URL starts nothing.
 */
import { isId } from "../../kit/shapes.ts";
import { draftOf } from "../../inquiry/path-pages/asked.ts";
import { act } from "../../page/acting.ts";
import { cookieOptions } from "../../page/cookie.ts";
import type { Form, Page, PageResult, Visit } from "../../page/page.ts";
import { keptFacts } from "../../inquiry/pages/kept.ts";
import { startDossier } from "../acts.ts";
import { signingIn, startAt } from "./start.ts";

const WISH = "livret_begin";
/** Seconds: enough to receive a code and choose a password. */
const WAITS = 3600;

export const dossierFromAnswer: Page = {
  name: "dossier-commencer",
  path: "/:diploma/dossier/commencer",
  view: async (visit) => {
    const intake = visit.request.cookies[WISH];
    if (intake === undefined) return { redirect: start(visit) };
    if (!visit.person) return { redirect: visit.link(signingIn(visit)) };
    visit.reply.clearCookie(WISH, cookieOptions(visit.request));
    return begin(visit, intake);
  },
  submit: async (visit, sent) => {
    const intake = sent.get("intake");
    if (visit.person) return begin(visit, intake, sent);
    if (!isId(intake)) return { redirect: start(visit) };
    visit.reply.setCookie(WISH, intake, { ...cookieOptions(visit.request), maxAge: WAITS });
    return { redirect: visit.link(signingIn(visit)) };
  },
};

/** Reuses a dossier already begun for this intake. */
async function begin(visit: Visit, intake: string, sent?: Form): Promise<PageResult> {
  const facts = await keptFacts(visit);
  if (!facts || !isId(intake)) return { redirect: start(visit) };
  const declared = draftOf(facts.law.diploma, facts.asked) as unknown as { [key: string]: unknown };
  const outcome = await act(visit, startDossier, { intake, language: visit.lang, declared }, sent ? { sent } : {});
  if (outcome.kind === "done") return { redirect: `${start(visit)}/${outcome.value.dossier}` };
  if (outcome.kind === "stale") return { redirect: `${start(visit)}/${outcome.current as string}` };
  return { redirect: start(visit) };
}

const start = (visit: Visit) => visit.link(startAt.to({ diploma: visit.params.diploma! }));
