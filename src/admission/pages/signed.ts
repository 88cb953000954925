/** Scans of papers signed by hand (a commission's minutes, a relief protocol), and how pages show them. */
import { href, type Html, html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { allows } from "../../kit/machine.ts";
import { see } from "../../page/acting.ts";
import { formPage } from "../../page/form-page.ts";
import { text } from "../../page/kinds.ts";
import type { SentFile, Visit } from "../../page/page.ts";
import { aboutPerson } from "../../page/person-link.ts";
import { fileFault, oneFile, uploadOf } from "../../files/pages/one-file.ts";
import { type Paper, seeCommission } from "../commission-views.ts";
import { attachCommissionMinutes, attachProtocol } from "../paper-acts.ts";
import { COMMISSION, commissionState } from "../rules/commission.ts";
import { seeCandidacy } from "../views.ts";
import { dayAt, typed } from "./parts.ts";
import { places } from "./routes.ts";
import { admissionWords } from "./words.ts";

type Words = ReturnType<typeof admissionWords>;

export function signedPapers(visit: Visit, papers: readonly Paper[]): Html | false {
  const words = admissionWords(visit.lang).signed;
  return (
    papers.length > 0 &&
    html`<h3>${words.title}</h3>
<ul>${papers.map(({ file, name, at, attestedBy }) => html`<li>${words.by} ${typed(name)}. ${words.attested(attestedBy, dayAt(visit, at))} <a class="ds-link" href="${href(visit.link(`/fichier/${file}`))}">${words.open}</a></li>`)}</ul>`
  );
}

const fields = ({ words: { signed } }: { words: Words }) => ({
  scan: oneFile(signed.scan, signed.scanMissing, undefined, ".pdf,image/*"),
  names: text({ label: signed.names, hint: signed.namesHint, missing: signed.namesMissing }),
});

function faults(
  { scan }: { readonly scan: readonly SentFile[] },
  { lang }: { readonly lang: Lang },
): { scan?: string } {
  const fault = fileFault(scan, lang);
  return fault === undefined ? {} : { scan: fault };
}

export const signedMinutesPage = formPage({
  name: "admissions-pv-signe",
  route: places.signedMinutes,
  who: "prepare the commission",
  takesFiles: true,
  asksFirst: "prepare the commission",
  words: admissionWords,
  seen: (visit, { commission }) => see(visit, seeCommission, { commission }),
  elsewhere: ({ seen, params }) =>
    allows(COMMISSION, "minutes-attached", commissionState(seen.commission)) ? undefined : places.commission.to(params),
  form: {
    fields,
    check: faults,
    go: ({ words }) => words.signed.go,
    act: attachCommissionMinutes,
    input: ({ scan, names }, { params }) => ({ commission: params.commission, scan: uploadOf(scan), names }),
    done: (_, { params }) => places.commission.to(params, { fait: "signe" }),
    forbidden: ({ params }) => ({ to: places.commission.to(params) }),
  },
  shown: ({ words, params }, { form }) => ({
    title: words.signed.minutes,
    lead: words.signed.minutesLead,
    main: form(),
    back: places.commission.to(params),
  }),
});

export const signedProtocolPage = formPage({
  name: "admissions-protocole-signe",
  route: places.signedProtocol,
  who: "prepare the commission",
  takesFiles: true,
  asksFirst: "prepare the commission",
  words: admissionWords,
  seen: (visit, { dossier }) => see(visit, seeCandidacy, { dossier }),
  form: {
    fields,
    check: faults,
    go: ({ words }) => words.signed.go,
    act: attachProtocol,
    input: ({ scan, names }, { params }) => ({ dossier: params.dossier, scan: uploadOf(scan), names }),
    done: (_, { params }) => places.candidacy.to(params, { fait: "signe" }),
    on: { dossier: "scan" },
    forbidden: ({ params }) => ({ to: places.candidacy.to(params) }),
  },
  shown: ({ visit, words, params, seen }, { form }) => ({
    title: words.signed.protocol,
    lead: words.signed.protocolLead,
    main: html`${aboutPerson(visit, seen.dossier, seen.name)}${form()}`,
    back: places.candidacy.to(params),
  }),
});
