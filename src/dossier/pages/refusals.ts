/** An application submitted after the closing that the school does not examine. */
import { dayIn } from "../../kit/zone.ts";
import { sayDay } from "../../kit/lang.ts";
import { contestBlocks, type Refusals } from "../../documents/pages/refusals.ts";
import { isId } from "../../kit/shapes.ts";
import { see } from "../../page/acting.ts";
import { openDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { underItsLaw } from "./holding.ts";

export const lateRefusals: Refusals = async (visit, dossier) => {
  const opened = isId(dossier) ? await see(visit, openDossier, { dossier }) : undefined;
  const declined = opened?.facts.findLast(({ kind }) => kind === "late-declined");
  if (!opened || !declined || opened.state.state !== "declined") return [];
  const { lang, school } = visit;
  const { states } = dossierWords(lang);
  const on = dayIn(declined.at, school.timezone);
  const { reason } = declined.details;
  return [
    {
      ends: true,
      blocks: [
        {
          kind: "outcome",
          mark: "unmet",
          verdict: states.declined.next(""),
          texts: [states.declinedOn(sayDay(on, lang))],
        },
        ...(typeof reason === "string" && reason !== ""
          ? ([
              { kind: "text", text: states.declinedWhy, lead: true },
              { kind: "text", text: reason, lang: opened.dossier.language },
            ] as const)
          : []),
        ...contestBlocks(underItsLaw(visit, opened.intake), on, opened.intake.appeal[lang]),
      ],
    },
  ];
};
