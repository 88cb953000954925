/** After a part of a draft, the next one that is missing; once nothing is, reading it again to submit it. The list stays one press away. */
import type { Page, Visit } from "../../page/page.ts";
import { route } from "../../page/route.ts";
import { type Task, unfinished } from "../rules/completeness.ts";
import type { OpenedDossier } from "../views.ts";
import { below, dossierIn, dossierOf, handingIn } from "./holding.ts";

/** Below the dossier: leads on and shows nothing itself. */
export const GOING_ON = "suite";

export const dossierGoesOn: Page = {
  name: "dossier-suite",
  path: route(`/:diploma/dossier/:dossier/${GOING_ON}`).path,
  who: "apply",
  view: async (visit) => {
    const opened = await dossierOf(visit);
    return opened ? { redirect: visit.link(nextPart(visit, opened)) } : { notFound: true };
  },
};

/** `among`: the parts that may come next, where others are left for later. */
export function nextPart(
  visit: Visit,
  { state, tasks }: OpenedDossier,
  among: (task: Task) => boolean = () => true,
): string {
  if (state.state === "complement") return below(visit, "complement");
  if (state.state !== "draft") return below(visit);
  const left = unfinished(tasks);
  const next = left.find(among);
  if (next) return isPiece(next) ? below(visit, PIECES) : taskPath(visit, next);
  return left.length > 0 ? below(visit) : handingIn.to(dossierIn(visit));
}

/** All pieces, on one page. */
export const PIECES = "pieces";

export const isPiece = ({ key }: Pick<Task, "key">): boolean => key.startsWith("piece:");

export function taskPath(visit: Visit, { key }: Pick<Task, "key">): string {
  const paths: Readonly<Record<string, string>> = { titles: "titres", experience: "experience", plan: "resultat" };
  if (isPiece({ key })) return below(visit, `piece/${key.slice("piece:".length)}`);
  return below(visit, paths[key] ?? `partie/${key}`);
}
