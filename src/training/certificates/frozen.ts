/** What a certificate says, frozen as it is issued: printed again from this alone, years later, byte for byte. */
import type { Performing } from "../../act/act.ts";
import type { Day } from "../../kit/day.ts";
import { type Label, type Lang, sayDay, sayMinutes } from "../../kit/lang.ts";
import type { Law } from "../../law/law.ts";
import { type Enrolment, findCohort } from "../cohorts/store.ts";
import { type AttendedDays, attendedDays } from "./attended.ts";

export type Issuer = {
  readonly name: string;
  readonly form: string;
  readonly siret: string;
  readonly activity: string;
  readonly address: readonly string[];
  readonly signatory: { readonly name: string; readonly quality: string } | null;
  readonly timezone: string;
};
type Given = {
  /** Who pays, and its own number for this person's file; empty where it is for nobody in particular. */
  readonly payer: string;
  readonly file: string;
};
type Common = Given & {
  readonly on: Day;
  readonly issuer: Issuer;
  readonly name: string;
  readonly number: string;
  readonly diploma: string;
  readonly registration: string;
  readonly cohort: string;
  readonly nature: string;
  readonly says: Label;
};
export type CertificateData = Common & {
  readonly kind: "certificate";
  readonly from: Day;
  readonly to: Day;
  readonly proofs: string;
} & AttendedDays;
export type EntryData = Common & { readonly kind: "entry"; readonly enteredOn: Day };

type Context = Pick<Performing<unknown>, "tx" | "decide" | "law" | "today">;
type Period = { readonly from: Day; readonly to: Day };

/** Undefined where nothing was followed that is countersigned, or nothing can be computed. */
export async function certificateOf(
  context: Context,
  enrolment: Enrolment,
  { from, to, ...given }: Period & Given,
): Promise<CertificateData | undefined> {
  const common = await commonOf(context, enrolment, given);
  const attended = await attendedDays(context, enrolment, { from, to });
  if (!common || !attended || attended.halfDays.length === 0) return undefined;
  const said = (lang: Lang) => sayMinutes(attended.minutes, lang);
  const { proofs } = common.law.establishment.money?.papers ?? {};
  return {
    ...common.data,
    kind: "certificate",
    from,
    to,
    ...attended,
    proofs: proofs?.label.fr ?? "",
    says: {
      fr: `${said("fr")} suivies du ${sayDay(from, "fr")} au ${sayDay(to, "fr")}`,
      en: `${said("en")} followed from ${sayDay(from, "en")} to ${sayDay(to, "en")}`,
    },
  };
}

/** Undefined before the first half-day that is countersigned: an entry is never attested in advance. */
export async function entryOf(context: Context, enrolment: Enrolment, given: Given): Promise<EntryData | undefined> {
  const common = await commonOf(context, enrolment, given);
  const attended = await attendedDays(context, enrolment, { from: "1900-01-01", to: context.today });
  const first = attended?.halfDays[0];
  if (!common || !first) return undefined;
  return {
    ...common.data,
    kind: "entry",
    enteredOn: first.on,
    says: {
      fr: `Entrée en formation le ${sayDay(first.on, "fr")}`,
      en: `Entered training on ${sayDay(first.on, "en")}`,
    },
  };
}

async function commonOf({ tx, law: lawOf, today }: Context, enrolment: Enrolment, given: Given) {
  const cohort = await findCohort(tx, enrolment.cohort);
  const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
  if (!cohort || !law) return undefined;
  const { diploma, establishment } = law;
  const data = {
    ...given,
    on: today,
    issuer: issuerOf(establishment),
    name: enrolment.name,
    number: enrolment.number,
    diploma: diploma.label.fr,
    registration: diploma.registration.code,
    cohort: cohort.name,
    nature: establishment.money?.papers?.nature?.label.fr ?? "",
  };
  return { law, data };
}

function issuerOf({ name, legalName, legal, address, signatory, timezone }: Law["establishment"]): Issuer {
  const { activity } = legal ?? {};
  return {
    name: legalName ?? name,
    form: legal?.form?.fr ?? "",
    siret: legal?.siret ?? "",
    activity: activity ? `${activity.number}, ${activity.registeredWith.fr}` : "",
    address: [...address],
    signatory: signatory ? { name: signatory.name, quality: signatory.quality.fr } : null,
    timezone,
  };
}
