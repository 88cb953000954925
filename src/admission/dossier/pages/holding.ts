/** The dossier of a page's address, for the person whose it is. */
import { act, see } from "../../../web/acting.ts";
import type { Visit } from "../../../web/page.ts";
import { saveSection } from "../acts.ts";
import { DECLARED } from "../standing.ts";
import { openDossier, type OpenedDossier } from "../views.ts";
import { isOpen } from "../rules/state.ts";
import type { Holding } from "../../pages/step.ts";
import type { Contents } from "../rules/sections.ts";

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isDossierId(text: string): boolean {
  return ID.test(text);
}

export async function dossierOf(visit: Visit): Promise<OpenedDossier | undefined> {
  const { dossier = "" } = visit.params;
  return isDossierId(dossier) ? see(visit, openDossier, { dossier }) : undefined;
}

/** The draft of titles, experience and plan, while it is open to changes. */
export async function heldDossier(visit: Visit): Promise<Holding | undefined> {
  const opened = await dossierOf(visit);
  if (!opened || !isOpen(opened.state, DECLARED)) return undefined;
  const version = opened.saved[DECLARED]?.version ?? 0;
  const dossier = opened.dossier.id;
  return {
    draft: opened.draft,
    save: async (draft) => {
      const contents = draft as unknown as Contents;
      const outcome = await act(visit, saveSection, { dossier, section: DECLARED, version, contents });
      if (outcome.kind === "invalid") throw new Error("A draft that pages made could not be stored");
      return outcome.kind === "done";
    },
  };
}

/** The path of a page of this dossier, below the school; `""` is its list of tasks. */
export function below(visit: Visit, step = ""): string {
  return `/${visit.params.diploma}/dossier/${visit.params.dossier}${step && `/${step}`}`;
}
