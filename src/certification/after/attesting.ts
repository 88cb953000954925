/**
 * The school's attestation, once the State has notified: the acquired domains or the whole diploma, on a paper whose code says whether it
 * is still valid. Writes `issued_paper`: the act must declare it in `writes`.
 */
import type { Performing } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { type Label, sayDay } from "../../kit/lang.ts";
import type { Law } from "../../law/law.ts";
import { issuePaper, paperInForce, withdrawPaper } from "../../issued-documents/issue.ts";
import { enrolledPersons } from "../../training/enrolled.ts";
import { type Identity, identityOf } from "../../livret/identity.ts";
import type { Origin } from "../../training/rules/origin.ts";
import type { ResultSaid } from "../rules/sealed.ts";
import { certifiedChain } from "../load.ts";

const ATTESTATION = "attestation";

/** Everything printed besides the code. */
export type Attested = {
  readonly on: Day;
  readonly identity: Identity;
  readonly diploma: { readonly key: string; readonly version: string; readonly label: Label };
  /** Who issues it, as the school's file says on that day; absent from attestations issued before it was kept. */
  readonly issuer?: {
    readonly name: string;
    readonly form: string;
    readonly address: readonly string[];
    readonly signatory: { readonly name: string; readonly quality: Label } | null;
  };
  readonly session: string;
  readonly decidedOn: Day;
  readonly notifiedOn: Day;
  readonly outcome: string;
  readonly completeBy: Day | null;
  readonly acquired: readonly {
    readonly domain: string;
    readonly label: Label;
    readonly status: string;
    readonly origin: Origin | null;
  }[];
};

type NotifiedDecision = Pick<Attested, "session" | "decidedOn" | "notifiedOn" | "outcome" | "completeBy"> & {
  readonly enrolment: string;
  readonly result: ResultSaid;
};

/** Replaces the previous attestation; withdraws it where nothing is acquired any more. */
export async function attest(
  { tx, actor, at, today }: Performing<unknown>,
  { diploma, basis, establishment }: Law,
  { enrolment, result, ...decision }: NotifiedDecision,
): Promise<void> {
  const about = certifiedChain(enrolment);
  if (result.acquired.length === 0) {
    await withdrawPaper(tx, { about, what: ATTESTATION, why: decision.session, at });
    return;
  }
  const [person] = await enrolledPersons(tx, { enrolment });
  // An enrolment cannot be erased before its result is published. The error rolls back a result that would have no attestation.
  if (!person) throw new Error(`${enrolment} has a result and is no enrolment`);
  const attested: Attested = {
    ...decision,
    on: today,
    identity: await identityOf(tx, person),
    diploma: { key: basis.diploma, version: basis.version, label: diploma.label },
    issuer: issuerOf(establishment),
    acquired: result.domains.flatMap(({ domain, status, origin }) => {
      const entry = diploma.domains.find((one) => one.domain === domain);
      return entry && result.acquired.includes(domain)
        ? [{ domain, label: entry.label, status, origin: origin ?? null }]
        : [];
    }),
  };
  const paper = { about, what: ATTESTATION, name: person.name, by: actorName(actor), at };
  await issuePaper(tx, { ...paper, data: (code) => ({ code, ...attested, says: saidOf(attested) }) });
}

/** What it attests, for a reader who verifies its code. */
function saidOf({ diploma: { label }, outcome, acquired, decidedOn }: Attested): Label {
  const parts = acquired.map(({ domain }) => domain).join(", ");
  return outcome === "diploma"
    ? {
        fr: `${label.fr} : diplôme obtenu, décision du jury du ${sayDay(decidedOn, "fr")}`,
        en: `${label.en}: diploma awarded, decision of the jury of ${sayDay(decidedOn, "en")}`,
      }
    : {
        fr: `${label.fr}, en partie seulement : ${parts}. Le diplôme n’est pas obtenu.`,
        en: `${label.en}, in part only: ${parts}. The diploma is not awarded.`,
      };
}

function issuerOf({
  name,
  legalName,
  notice,
  address,
  signatory,
}: Law["establishment"]): NonNullable<Attested["issuer"]> {
  const signs = signatory ? { name: signatory.name, quality: signatory.quality } : null;
  return { name: legalName ?? name, form: notice?.form ?? "", address: [...address], signatory: signs };
}

/** Reissues it with a later deadline: the authority kept the validations until then. */
export async function attestUntil(
  { tx, actor, at, today }: Performing<unknown>,
  enrolment: string,
  completeBy: Day,
): Promise<void> {
  const issued = await attestationOf(tx, enrolment);
  const [person] = await enrolledPersons(tx, { enrolment });
  if (!issued || !person) return;
  const paper = { about: certifiedChain(enrolment), what: ATTESTATION, name: person.name, by: actorName(actor), at };
  await issuePaper(tx, { ...paper, data: (code) => ({ ...issued.attested, code, on: today, completeBy }) });
}

/** Withdraws the attestation, which is no longer true. */
export async function attestNoMore(tx: Tx, enrolment: string, { why, at }: { why: string; at: Date }): Promise<void> {
  await withdrawPaper(tx, { about: certifiedChain(enrolment), what: ATTESTATION, why, at });
}

export async function attestationOf(tx: Tx, enrolment: string) {
  const paper = await paperInForce(tx, certifiedChain(enrolment), ATTESTATION);
  if (!paper) return null;
  const attested = paper.data as Attested & { readonly code: string };
  return { code: paper.code, at: paper.at.toISOString(), attested };
}
