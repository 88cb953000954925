/** The facts of a jury, its panels and candidates; and which members are appointed, sit, and are recused. */
import type { Label } from "../../kit/lang.ts";
import type { Diploma, DomainEntry, ExaminersEntry } from "../../law/diploma.ts";

export type Member = {
  readonly id: string;
  readonly college: string;
  readonly represents?: string;
  readonly side?: string;
  readonly appointedOn?: string;
  readonly present: boolean;
};
export type Examiner = {
  readonly id: string;
  readonly by: string;
  readonly designatedOn?: string;
  readonly marked: boolean;
};
export type Panel = {
  readonly id: string;
  readonly exam: string;
  readonly heldOn: string;
  readonly examiners: readonly Examiner[];
};
type Link = { readonly member: string; readonly kind: string };
export type Votes = {
  readonly exam: string;
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
};
export type Candidate = {
  readonly id: string;
  readonly exams: readonly string[];
  readonly adjourned?: boolean;
  readonly heardBy?: readonly string[];
  readonly director?: string;
  readonly directorTookPart?: boolean;
  readonly links?: readonly Link[];
  readonly votes?: readonly Votes[];
};
export type Override = { readonly rules: readonly string[]; readonly by: string; readonly ground: string };
export type JuryInput = {
  readonly id: string;
  readonly on: string;
  readonly order?: { readonly number: string; readonly signedOn: string };
  readonly members: readonly Member[];
  readonly override?: Override;
  readonly panels?: readonly Panel[];
  readonly adopted?: boolean;
  readonly candidates: readonly Candidate[];
};

export type LinkEntry = NonNullable<Diploma["jury"]["links"]>[number];
export type Recused = { readonly member: string; readonly link: LinkEntry };

/** Appointed by that day, under an order signed before the appointment. */
export function appointedBy(day: string, member: Member, { order }: JuryInput): boolean {
  const { appointedOn } = member;
  return order !== undefined && appointedOn !== undefined && order.signedOn <= appointedOn && appointedOn <= day;
}

/** The links of a candidate that recuse, each with its entry; the others are for the jury to weigh. */
export function recusals(law: Diploma, { links = [] }: Candidate): Recused[] {
  return links.flatMap(({ member, kind }) => {
    const link = linkNamed(law, kind);
    return link.recuses ? [{ member, link }] : [];
  });
}

export function linkNamed(law: Diploma, kind: string): LinkEntry {
  return law.jury.links!.find(({ link }) => link === kind)!;
}

/** The entry by which the director of the candidate’s work votes on an exam. */
export function directorOf({ exam }: DomainEntry): ExaminersEntry | undefined {
  return exam.examiners.find((one) => one.as === "director");
}

/** The directed work, by its legal name. */
export function workOf(domain: DomainEntry): Label {
  return directorOf(domain)?.work ?? WORK;
}
const WORK: Label = { fr: "travail présenté", en: "work presented" };

/** The sides that examiners of an exam may be named by: all but the director, who is not named here. */
export function sidesOf({ exam }: DomainEntry): ExaminersEntry[] {
  return exam.examiners.filter((one) => one.as !== "director");
}

/** Whether a candidate's director was present: for a member of the jury by the jury's list, for others by declaration. */
export function directorWasThere(candidate: Candidate, members: ReadonlyMap<string, Member>): boolean {
  const member = candidate.director === undefined ? undefined : members.get(candidate.director);
  return member === undefined ? candidate.directorTookPart === true : member.present;
}
