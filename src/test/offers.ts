/** A school that says all that a catalogue of training asks, invented where its file is silent, with what it announces. */
import type { Law } from "../law/law.ts";
import { type Laws, lawOf } from "../law/load.ts";
import type { ComingCohort, ComingIntake } from "../year/lheo/rules/coming.ts";
import { type ElementName, formatOf } from "../year/lheo/rules/format.ts";
import type { Offered } from "../year/lheo/rules/offer.ts";
import type { Element } from "../year/lheo/rules/tree.ts";
import { laws } from "./law-world.ts";
import { stated } from "./stated-school.ts";

export function offeringLaw(): Law {
  const law = stated(lawOf(laws, "deis", "2006", "faire-ess")!);
  const { path } = law.school.lheo!;
  const publics = [
    { ...path!, id: "publics", code: "80056", edition: "V8", label: { fr: "tout public", en: "anybody" } },
  ];
  const teaching = { ...path!, id: "teaching", code: "0", label: { fr: "en salle", en: "in a room" } };
  return { ...law, school: { ...law.school, lheo: { ...law.school.lheo, publics, teaching } } };
}

/** With numbers in the place of the zeros of an example. */
export function withNumbers(all: Laws): Laws {
  const { siren, siret, activity } = offeringLaw().establishment.legal!;
  const { publics } = offeringLaw().school.lheo!;
  const establishments = all.establishments.map((school) => {
    const diplomas = school.data.diplomas.map((one) => ({ ...one, lheo: { ...one.lheo, publics: publics! } }));
    return {
      ...school,
      data: {
        ...school.data,
        legal: { ...school.data.legal, siren: siren!, siret: siret!, activity: activity! },
        diplomas,
      },
    };
  });
  return { ...all, establishments };
}

export const COHORT: ComingCohort = {
  id: "00000000-0000-7000-8000-000000000001",
  diploma: "deis",
  name: "DEIS 2027",
  startsOn: "2027-09-06",
  endsOn: "2029-06-29",
  campus: null,
};

export const INTAKE: ComingIntake = {
  id: "00000000-0000-7000-8000-000000000002",
  diploma: "deis",
  label: { fr: "Rentrée 2027", en: "Intake 2027" },
  entryOn: "2027-09-06",
  opensOn: "2026-12-01",
  closesOn: "2027-03-31",
  opensAt: new Date("2026-12-01T08:00:00Z"),
  closesAt: new Date("2027-03-31T21:59:00Z"),
};

export const AT = new Date("2027-01-15T09:00:00Z");

export function wholeOffer(change: Partial<Offered> = {}): Offered {
  return { laws: [offeringLaw()], cohorts: [COHORT], intakes: [INTAKE], at: AT, ...change };
}

/** A place in an offer: the element, its parent, and its path with the number of each. */
export type Place = { readonly element: Element; readonly inside: Element; readonly path: string };

/** Every element of an offer below the root. */
export function placesIn(root: Element, path: string = root.name): Place[] {
  return (root.inside ?? []).flatMap((element) => {
    const [, , most] = childrenOf(root.name).find(([name]) => name === element.name)!;
    const nth = root.inside!.filter(({ name }) => name === element.name).indexOf(element) + 1;
    const at = `${path}/${element.name}${most === 1 ? "" : `[${String(nth)}]`}`;
    return [{ element, inside: root, path: at }, ...placesIn(element, at)];
  });
}

export function childrenOf(name: ElementName): readonly (readonly [string, number, number])[] {
  const format = formatOf(name);
  return Array.isArray(format) ? format : [];
}

/** The same offer with one element replaced, or gone. */
export function replaced(root: Element, old: Element, by: Element | undefined): Element {
  if (!root.inside) return root;
  const inside = root.inside.flatMap((one) => (one === old ? (by ? [by] : []) : [replaced(one, old, by)]));
  return { ...root, inside };
}
