/** The dossier of a page's URL, for its owner. */
import { isId } from "../../kit/shapes.ts";
import { act, see } from "../../page/acting.ts";
import type { PageResult, Visit } from "../../page/page.ts";
import { type Params, route } from "../../page/route.ts";
import { saveSection } from "../acts.ts";
import { type Followed, followDossier } from "../follow-views.ts";
import { DECLARED, NOT_OPEN } from "../standing.ts";
import { type Intake, openDossier, type OpenedDossier } from "../views.ts";
import { isOpen } from "../rules/state.ts";
import type { Holding } from "../../inquiry/pages/step.ts";
import type { Contents } from "../rules/sections.ts";

export function isDossierId(text: string): boolean {
  return isId(text);
}

export async function dossierOf(visit: Visit): Promise<OpenedDossier | undefined> {
  const { dossier = "" } = visit.params;
  const opened = isDossierId(dossier) ? await see(visit, openDossier, { dossier }) : undefined;
  return opened && isHere(visit, opened.intake) ? opened : undefined;
}

/** The same, with what followed on it. */
export async function followedOf(visit: Visit): Promise<Followed | undefined> {
  const followed = await see(visit, followDossier, { dossier: dossierIn(visit).dossier });
  return followed && isHere(visit, followed.opened.intake) ? followed : undefined;
}

/** The URL names the diploma of its intake. */
function isHere({ params }: Visit, { diploma }: Pick<Intake, "diploma">): boolean {
  return params.diploma === diploma;
}

type UnderLaw = Pick<Intake, "diploma" | "lawVersion">;

/** The visit under the law of the dossier’s intake, whatever is in force today. */
export function underItsLaw(visit: Visit, { diploma, lawVersion: version }: UnderLaw): Visit {
  const law = visit.world.law(visit.school.establishment, diploma, { version });
  if (!law) throw new Error(`No law ${diploma} ${version}, which an intake was opened under`);
  return { ...visit, law };
}

/** The draft of titles, experience and plan, while it may be changed; otherwise the page to answer with. */
export async function heldDossier(visit: Visit): Promise<Holding | PageResult> {
  const opened = await dossierOf(visit);
  if (!opened) return { notFound: true };
  // Once submitted, what was declared is read on the page of the decision.
  if (!isOpen(opened.state, DECLARED))
    return { redirect: visit.link(below(visit, opened.submissions.length > 0 ? "decision" : "")) };
  const version = opened.saved[DECLARED]?.version ?? 0;
  const dossier = opened.dossier.id;
  return {
    visit: underItsLaw(visit, opened.intake),
    draft: opened.draft,
    save: async (draft) => {
      const contents = draft as unknown as Contents;
      const outcome = await act(visit, saveSection, { dossier, section: DECLARED, version, contents });
      // If another tab submitted it meanwhile, report it like any concurrent change rather than as a fault.
      if (outcome.kind === "invalid" && !outcome.issues.includes(NOT_OPEN))
        throw new Error("A draft that pages made could not be stored");
      return outcome.kind === "done";
    },
  };
}

/** Its list of tasks, above all its pages. */
export const dossierAt = route("/:diploma/dossier/:dossier");

/** One section: identity, contact details. */
export const sectionAt = route("/:diploma/dossier/:dossier/partie/:section");

/** Reading it again, and submitting it. */
export const handingIn = route("/:diploma/dossier/:dossier/deposer");

/** The URL parameters of a dossier's pages, for links between them. */
export function dossierIn({ params }: Visit): Params<typeof dossierAt.path> {
  return params as Params<typeof dossierAt.path>;
}

/** The path of one of the dossier's pages within the school; `""` is its list of tasks. */
export function below(visit: Visit, step = ""): string {
  return `${dossierAt.to(dossierIn(visit))}${step && `/${step}`}`;
}
