/** An agreement with its signatures and those still missing; the fingerprint covers all that is displayed. */
import type { Performing } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { shownAs } from "../../issued-documents/sign.ts";
import { enrolmentChain } from "../enrolled.ts";
import { SCHOOL, SITE, unsigned } from "../rules/study.ts";
import {
  type Agreement,
  type Contents,
  everIn,
  groupChain,
  lastAgreement,
  type Named,
  signaturesOf,
  type Study,
  studyChain,
} from "./kept.ts";

/** The chain of an agreement. */
export const chainOf = ({ study, group }: Pick<Agreement, "study" | "group">) =>
  group === null ? studyChain(study) : groupChain(group);

/** The school's name among the parties. */
export function schoolOf(
  { law: lawOf, today, establishment }: Pick<Performing<unknown>, "law" | "today" | "establishment">,
  { diploma }: Pick<Study, "diploma">,
): string {
  return lawOf(diploma, { on: today })?.establishment.name ?? establishment;
}

type Of = { readonly study: Study; readonly group: string | null };

/** Covers the names of the members, although the contents hold only their enrolments. */
export function fingerprint({ study, group }: Of, contents: Contents, members: readonly Named[]): string {
  const { organisation, place } = study;
  const names = contents.members.map((id) => members.find((one) => one.enrolment === id)?.name ?? "–");
  return shownAs({ organisation, place, group, contents, names });
}

/** `members`: of the group on the day asked about; empty for a partnership. `school`: its name. */
export async function standingAgreement(
  tx: Tx,
  { study, group }: Of,
  { members, school }: { readonly members: readonly Named[]; readonly school: string },
) {
  const agreement = await lastAgreement(tx, { study: study.id, group });
  return agreement && shownAgreement(tx, { agreement, study, members, school });
}

type Showing = {
  readonly agreement: Agreement;
  readonly study: Study;
  readonly members: readonly Named[];
  readonly school: string;
};

export async function shownAgreement(tx: Tx, { agreement, study, members, school }: Showing) {
  const { id, group, version, contents, shown, at } = agreement;
  const everybody = group === null ? [] : await everIn(tx, group);
  const named = new Map(everybody.map(({ enrolment, name }) => [enrolment, name]));
  const chains = [chainOf(agreement), ...contents.members.map(enrolmentChain)];
  const signed = await signaturesOf(tx, agreement, chains);
  const last = await lastAgreement(tx, { study: study.id, group });
  const ids = members.map(({ enrolment }) => enrolment);
  const missing = unsigned(ids, new Set(signed.map(({ party }) => party)));
  const called = (party: string) =>
    party === SCHOOL
      ? school
      : party === SITE
        ? `${contents.signatory.name} (${study.organisation})`
        : (named.get(party) ?? "–");
  return {
    id,
    version,
    at: at.toISOString(),
    shown,
    current: last?.id === id,
    contents: {
      ...contents,
      members: contents.members.map((one) => ({ enrolment: one, name: named.get(one) ?? "–" })),
    },
    signed: signed.map((one) => ({ ...one, at: one.at.toISOString() })),
    missing: missing.map((party) => ({ party, name: called(party) })),
  };
}

export type ShownAgreement = Awaited<ReturnType<typeof shownAgreement>>;
