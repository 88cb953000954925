/** The world a door opens on: what `main.ts` builds once and hands to everything. */
import type { ActWorld } from "./act.ts";
import { decider, decisionNamed, type Defaults } from "../decisions/decide.ts";
import { DEPLOYMENT } from "../db/school.ts";
import type { Payments } from "../billing/online/provider.ts";
import type { Day } from "../kit/day.ts";
import type { Establishment, Period } from "../law/establishment.ts";
import type { Law } from "../law/law.ts";
import type { LawCase } from "../law/cases.ts";
import { type Laws, lawOf } from "../law/load.ts";
import type { Birth } from "../record/birth/birth.ts";
import type { Provider } from "../people/provider/provider.ts";
import type { Renderer } from "../record/documents/render.ts";
import type { FileService } from "../record/files/service.ts";
import type { MailService } from "../record/mail/transport.ts";
import type { TimestampAuthority } from "../record/timestamp-acts.ts";

export type World = Omit<ActWorld, "payments"> & {
  readonly laws: Laws;
  readonly defaults: Defaults;
  readonly version: string;
  /** Worked cases, shown beside the articles they illustrate; a door that shows none may do without. */
  readonly cases?: () => readonly LawCase[];
  /** Typesets documents, in a process of its own; a door that prints none does without. */
  readonly documents?: Pick<Renderer, "render">;
  /** Sends mails; a world without it keeps them in the accounts, and says so. */
  readonly mail?: MailService;
  /** Who signs the hour of a checkpoint; without one, checkpoints are sealed by their own chain alone. */
  readonly timestamps?: TimestampAuthority;
  /** Who takes payments online for a school; where nobody does, people pay otherwise. */
  readonly payments?: Payments;
  /** Keeps the files that people send; a door that takes none does without. */
  readonly files?: FileService;
  /** Where this deployment was born as a demonstration: whom a visitor may enter as. */
  readonly demo?: Birth;
  /** Where people reach the service, without a slash at the end; absent where nobody said. */
  readonly publicUrl?: string;
  /** The school's own sign-in service. */
  readonly provider?: Provider;
  /** What must hold before this process takes requests. */
  readonly ready: () => Promise<readonly { readonly name: string; readonly ok: boolean }[]>;
};

/** Every place that acts are recorded in: the deployment's own, and each school's. */
export function placesOf({ establishments }: Laws): string[] {
  return [DEPLOYMENT, ...establishments.map(({ data }) => data.establishment)];
}

/** The law in force on a day of each diploma that a school prepares for, in the order of its file. */
export function taughtOn({ law }: Pick<World, "law">, school: Establishment, on: Day): Law[] {
  const names = [...new Set(school.diplomas.map(({ diploma }) => diploma))];
  return names.flatMap((diploma) => law(school.establishment, diploma, { on }) ?? []);
}

/** An account is one for all schools: the longest of their periods applies, and none where a school sets none. */
function deploymentPeriods({ establishments }: Laws): readonly Period[] {
  const asked = establishments.map(({ data }) => data.retention?.find(({ kind }) => kind === "account"));
  const [longest] = asked.filter((one) => one !== undefined).toSorted((a, b) => b.months - a.months);
  return longest && !asked.includes(undefined) ? [longest] : [];
}

/** The parts of a world that follow from the law alone. */
export function lawWorld(
  laws: Laws,
  defaults: Defaults,
): Pick<World, "laws" | "defaults" | "decide" | "zone" | "law" | "periods" | "access" | "sameWithin" | "payee"> {
  const deciders = new Map<string, ReturnType<typeof decider>>();
  const schools = new Map(laws.establishments.map(({ data }) => [data.establishment, data]));
  return {
    laws,
    defaults,
    // What belongs to the deployment and to no school keeps the hours of the first.
    zone: (establishment) => (schools.get(establishment) ?? laws.establishments[0]!.data).timezone,
    law: (establishment, diploma, which) => {
      const taught = (schools.get(establishment)?.diplomas ?? [])
        .flatMap((one) => (one.diploma === diploma ? (lawOf(laws, diploma, one.version, establishment) ?? []) : []))
        .toSorted((a, b) => (a.diploma.from < b.diploma.from ? -1 : 1));
      return "version" in which
        ? taught.find((law) => law.diploma.version === which.version)
        : taught.findLast((law) => law.diploma.from <= which.on);
    },
    periods: (establishment) =>
      establishment === DEPLOYMENT ? deploymentPeriods(laws) : (schools.get(establishment)?.retention ?? []),
    access: (establishment) => schools.get(establishment)?.access ?? {},
    sameWithin: (establishment) => schools.get(establishment)?.payment.transfer.sameWithinDays ?? 0,
    payee: (establishment) => schools.get(establishment),
    decide: (name, input) => {
      const decision = decisionNamed(name);
      if (!decision) return undefined;
      const door = deciders.get(name) ?? decider(decision, laws, defaults);
      deciders.set(name, door);
      return door(input);
    },
  };
}
