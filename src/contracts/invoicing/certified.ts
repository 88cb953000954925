/** The certificates that an invoice of a fund goes with: of the days that it bills, and of no fewer hours than it asks. */
import type { Performing } from "../../act/act.ts";
import { sayDay, sayMinutes } from "../../kit/lang.ts";
import { part } from "../../kit/parts.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import { attendedDays } from "../../training/certificates/attended.ts";
import { certificatesOf, type IssuedCertificate } from "../../training/certificates/issued.ts";
import { findEnrolment } from "../../training/cohorts/enrolment.ts";
import { FIRST_DAY } from "../../kit/day.ts";
import { enrolmentChain } from "../../training/enrolled.ts";
import type { Person } from "../store.ts";
import { attestedUntil, minutesOf, unattested } from "./rules/attested.ts";
import type { Proposal } from "./rules/proposals.ts";

type Context = Pick<Performing<unknown>, "tx" | "decide" | "law" | "today">;
type Days = Proposal["period"];

/** Their names, as the invoice says them; or which to issue first. */
export async function certificatesFor(
  context: Context,
  person: Person,
  { period, covers, certified }: Proposal,
): Promise<string[] | { readonly issues: readonly Issue[] }> {
  const enrolment = person.enrolment === null ? undefined : await findEnrolment(context.tx, person.enrolment);
  if (!enrolment || !certified) return { issues: [noCertificate(person.name, period)] };
  const { agreed, planned, asked, from: since = FIRST_DAY } = certified;
  const followed = (await attendedDays(context, enrolment, { from: since, to: period.to }))?.halfDays ?? [];
  const issued = (await certificatesOf(context.tx, enrolmentChain(enrolment.id))).flatMap(ofDays);
  const fits = covers && issued.find(({ from, to }) => from <= covers.from && to === covers.to);
  // Of days on which nothing was followed no certificate can be issued: what is asked then is for hours before them.
  const wanted = covers && followed.some(({ on }) => covers.from <= on);
  if (wanted && !fits) return { issues: [noCertificate(person.name, covers)] };
  const attested = attestedUntil(issued, period.to).filter(({ on }) => since <= on);
  const minutes = minutesOf(attested);
  if (part(agreed, minutes, planned) < asked) {
    const lacking = unattested(followed, attested) ?? period;
    return { issues: [attestsLess(person.name, { minutes, followed: minutesOf(followed), lacking })] };
  }
  const goesWith = fits ?? issued.find(({ from }) => from <= period.to);
  return goesWith ? [`Certificat de réalisation, ${person.name}, code ${goesWith.code}`] : [];
}

function ofDays({ code, data }: IssuedCertificate) {
  return data.kind === "certificate" ? [{ code, from: data.from, to: data.to, halfDays: data.halfDays }] : [];
}

function noCertificate(name: string, { from, to }: Days): Issue {
  return issue(
    "keys",
    `${name} : émettez d’abord le certificat de réalisation du ${sayDay(from, "fr")} au ${sayDay(to, "fr")}, qui va avec la facture d’un financeur.`,
    `${name}: first issue the certificate of attendance from ${sayDay(from, "en")} to ${sayDay(to, "en")}, which goes with the invoice of a fund.`,
  );
}

type Less = { readonly minutes: number; readonly followed: number; readonly lacking: Days };

function attestsLess(name: string, { minutes, followed, lacking: { from, to } }: Less): Issue {
  return issue(
    "keys",
    `${name} : les certificats de réalisation attestent ${sayMinutes(minutes, "fr")}, moins que ce qui est facturé (${sayMinutes(followed, "fr")}). Émettez d’abord celui du ${sayDay(from, "fr")} au ${sayDay(to, "fr")}.`,
    `${name}: the certificates of attendance attest ${sayMinutes(minutes, "en")}, less than what is invoiced (${sayMinutes(followed, "en")}). First issue the one from ${sayDay(from, "en")} to ${sayDay(to, "en")}.`,
  );
}
