/** Passages as they stand: by the mandates of the school's file, what is known of each person, and what became of the last file. */
import { createHash } from "node:crypto";
import type { Performing } from "../../act/act.ts";
import { situationsOf } from "../../contracts/declared.ts";
import type { Day } from "../../kit/day.ts";
import type { Law } from "../../law/law.ts";
import type { Mandate, PassagesEntry } from "../../law/passages.ts";
import { type Lack, holderOf } from "./rules/holder.ts";
import { dueDay, passageState, type PassageState } from "./rules/passage.ts";
import { accessOf, mandateOf, type Passage } from "./rules/reported.ts";
import { type FileHead, passagesXml } from "./rules/xml.ts";
import { type Awarded, diplomasTaught, identitiesOf, type Item, type Reporting } from "./store.ts";

type Given = Pick<Performing<unknown>, "tx" | "today" | "law">;

/** What the school's file says; undefined where it says nothing, or nothing was ever taught. */
export async function rulesOf({ tx, today, law: lawOf }: Given) {
  const laws: Law[] = [];
  for (const diploma of await diplomasTaught(tx)) {
    const law = lawOf(diploma, { on: today });
    if (law) laws.push(law);
  }
  const entry = laws[0]?.establishment.year?.passages;
  return entry && { entry, laws };
}

export function reportingOf({ mandates = [] }: PassagesEntry): Reporting[] {
  return mandates.map(({ diploma, from, to }) => ({ diploma, from: from ?? null, to: to ?? null }));
}

export type Standing = Awarded & {
  readonly dueOn: Day;
  readonly state: PassageState;
  /** The keys of what is lacking; `registration` where the diploma's file does not say under which number it is registered. */
  readonly lacks: readonly (Lack | "registration")[];
  /** How the person came to it is not known: the file says so. */
  readonly accessUnknown: boolean;
  readonly mandate: Mandate | undefined;
  /** Undefined while something is lacking. */
  readonly passage: Passage | undefined;
};

export async function standingOf(
  { tx, law: lawOf }: Given,
  entry: PassagesEntry,
  awarded: readonly Awarded[],
): Promise<Standing[]> {
  const dossiers = awarded.map(({ dossier }) => dossier);
  const identities = await identitiesOf(tx, dossiers);
  const [first] = awarded;
  const money = first && lawOf(first.diploma, { version: first.lawVersion })?.establishment.money;
  const situations = money ? await situationsOf(tx, dossiers, money.payers) : new Map();
  return awarded.map((one) => {
    const found = holderOf(identities.get(one.dossier) ?? {});
    const registration = lawOf(one.diploma, { version: one.lawVersion })?.diploma.registration;
    const mandate = mandateOf(entry.mandates ?? [], one);
    const access = accessOf(entry.access, situations.get(one.dossier) ?? { status: null, sources: [] });
    const lacks = [...("lacks" in found ? found.lacks : []), ...(registration ? [] : ["registration" as const])];
    const passage: Passage | undefined =
      "holder" in found && registration && mandate
        ? {
            name: one.enrolment,
            code: registration.code,
            depositor: mandate.depositor,
            awardedOn: one.awardedOn,
            access: access?.access ?? null,
            route: access?.route ?? null,
            initiative: access?.initiative ?? null,
            holder: found.holder,
          }
        : undefined;
    const { file, deposited, received, answer } = one;
    const last = file === null ? null : { deposited, received, answer };
    return {
      ...one,
      dueOn: dueDay(one.awardedOn, entry.months),
      state: passageState(last, passage !== undefined),
      lacks,
      accessUnknown: access === undefined,
      mandate,
      passage,
    };
  });
}

/** The bytes of a file, and their fingerprint. */
export function fileOf(head: FileHead, items: readonly Item[]) {
  const passages = items.map(({ passage }) => passage);
  const xml = passagesXml(head, passages);
  return { xml, sha256: createHash("sha256").update(xml).digest("hex") };
}
