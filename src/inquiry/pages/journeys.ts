/** The public journeys, without an account: may I apply, and my path with its price. */
import type { PageResult, Visit } from "../../page/page.ts";
import { EMPTY } from "../rules/draft.ts";
import { beginInquiry, openInquiry, saveInquiry } from "./inquiry.ts";
import type { Holding, Journey } from "./step.ts";
import { wordsOf } from "./words.ts";

export type PublicJourney = "candidater" | "parcours";

export const JOURNEYS = {
  candidater: publicJourney("candidater", { runs: (questions) => [questions], end: "resultat" }),
  parcours: publicJourney("parcours", { runs: () => [["titres"]], end: "resultat" }),
} as const satisfies Record<PublicJourney, Journey>;

function publicJourney(name: PublicJourney, order: Pick<Journey, "runs" | "end">): Journey {
  return {
    name,
    path: `/:diploma/${name}`,
    title: (lang) => wordsOf(lang).journeys[name],
    voice: "asking",
    holdingOf: (visit, begin) => inquiryHeld(visit, name, begin),
    keeps: false,
    start: "titres",
    ...order,
  };
}

/** The first answer begins an inquiry. */
async function inquiryHeld(visit: Visit, name: PublicJourney, begin: boolean): Promise<Holding | PageResult> {
  const inquiry = (await openInquiry(visit)) ?? (begin ? await beginInquiry(visit, EMPTY) : undefined);
  if (!inquiry) return { redirect: visit.link(`/${visit.params.diploma}/${name}`) };
  return { visit, draft: inquiry.draft, save: (draft) => saveInquiry(visit, inquiry, draft) };
}
