/** What admission decided of a person, in one line each. */
import { type Html, html } from "../../kit/html.ts";
import { isId } from "../../kit/shapes.ts";
import type { Decisions } from "../../documents/pages/decisions.ts";
import { see } from "../../page/acting.ts";
import type { Visit } from "../../page/page.ts";
import { seeAdmissionDecisions, type ToldDecision } from "../told.ts";
import { dayAt } from "./parts.ts";
import { ownAdmissionWords } from "./own-words.ts";
import { admissionWords } from "./words.ts";

export const admissionDecisions: Decisions = async (visit, dossier) => {
  const seen = isId(dossier) ? await see(visit, seeAdmissionDecisions, { dossier }) : undefined;
  return (seen?.decisions ?? []).map((one) => ({
    at: new Date(one.at),
    what: sayTold(visit, one),
    ground: one.ground,
    by: { name: one.name, who: one.who },
  }));
};

/** «Candidature recevable», «Place acceptée». */
function sayTold({ lang }: Pick<Visit, "lang">, { kind, outcome, domain }: ToldDecision): string {
  const { told } = ownAdmissionWords(lang);
  const { candidacy } = admissionWords(lang);
  if (kind === "authority") return told.authority(domain ?? "", outcome === "granted");
  return told.outcomes[`${kind} ${outcome}`] ?? candidacy.kinds[kind] ?? kind;
}

/** The lines above the details of the last decisions; a single one is told by these. */
export function toldLines(visit: Visit, decisions: readonly ToldDecision[]): Html | false {
  const { lang } = visit;
  return (
    decisions.length > 1 &&
    html`<ol class="plain">${decisions.map((one) => html`<li>${dayAt(visit, one.at)}${lang === "fr" ? "\u00a0: " : ": "}${sayTold(visit, one)}${one.kind === "authority" && one.name !== null && ` (${one.name})`}</li>`)}</ol>`
  );
}
