/** Checks a maquette (the hours a school gives to each unit) against the ranges of the units and the totals of the domains. */
import { issue, type Issue } from "../kit/schema.ts";
import type { Diploma } from "./diploma.ts";

export type Maquette = { readonly [unit: string]: number };

/** The constraints that the maquette breaks, by name: each unit in its range, each domain at its exact total. */
export function maquetteIssues(law: Diploma, maquette: Maquette): Issue[] {
  const issues: Issue[] = [];
  for (const domain of law.domains) {
    let theory = 0;
    for (const { unit, hours, practice } of domain.units) {
      const planned = maquette[unit];
      if (planned === undefined) {
        issues.push(issue(`maquette.${unit}`, `L’unité ${unit} manque.`, `Unit ${unit} is missing.`));
        continue;
      }
      if (!practice) theory += planned;
      if (planned >= hours.min && planned <= hours.max) continue;
      const fixed = hours.min === hours.max;
      issues.push(
        issue(
          `maquette.${unit}`,
          `${unit} : ${planned} h, ${fixed ? `au lieu de ${hours.min} h exactement` : `hors de la fourchette de ${hours.min} à ${hours.max} h`}.`,
          `${unit}: ${planned} h, ${fixed ? `instead of exactly ${hours.min} h` : `outside the range of ${hours.min} to ${hours.max} h`}.`,
        ),
      );
    }
    if (theory !== domain.theory) {
      issues.push(
        issue(
          "maquette",
          `${domain.domain} : ${theory} h de théorie au lieu de ${domain.theory} h exactement.`,
          `${domain.domain}: ${theory} h of theory instead of exactly ${domain.theory} h.`,
        ),
      );
    }
  }
  return issues;
}
