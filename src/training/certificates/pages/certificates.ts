/** The certificates of one trainee: what was issued, and issuing another; and each as a PDF. */
import { href, html } from "../../../kit/html.ts";
import { sayDay, sayMinutes } from "../../../kit/lang.ts";
import { schoolPath } from "../../../kit/school-path.ts";
import { isId } from "../../../kit/shapes.ts";
import { dayIn } from "../../../kit/zone.ts";
import { printFor, see } from "../../../page/acting.ts";
import { summaryList } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { day, text } from "../../../page/kinds.ts";
import type { MinePapers, OwnPaper } from "../../../page/mine.ts";
import { originOf, type Page, type Visit } from "../../../page/page.ts";
import { places } from "../../cohorts/pages/places.ts";
import { myTrainings } from "../../mine/views.ts";
import { attestEntry, issueCertificate } from "../acts.ts";
import { CERTIFICATE_TEMPLATE, certificateDocument } from "../documents/certificate.ts";
import type { CertificateData, EntryData } from "../frozen.ts";
import { myCertificates, readCertificate, seeCertificates } from "../views.ts";
import { certificateWords } from "../words.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof seeCertificates.read>>>;
type Listed = Seen["certificates"][number];

export const certificatesPage = formPage({
  name: "certificats",
  route: places.certificates,
  who: "certify attendance",
  words: certificateWords,
  seen: async (visit, { enrolment }) => (isId(enrolment) ? see(visit, seeCertificates, { enrolment }) : undefined),
  form: {
    fields: {
      from: day(),
      to: day(),
      payer: text({ optional: "empty" }),
      file: text({ optional: "empty", size: 20 }),
    },
    begin: ({ seen }) => ({ from: seen.from, to: seen.to }),
    confirm: async ({ from, to }, { visit, words, seen: { enrolment }, lang }) => {
      const days =
        from <= to && to <= visit.today ? await see(visit, seeCertificates, { enrolment, from, to }) : undefined;
      if (!days || days.halfDays === 0) return undefined;
      return {
        title: words.confirm(sayDay(from, lang), sayDay(to, lang)),
        rows: days.lines.map(({ what, is }) => ({ key: what[lang], value: is[lang] })),
        showing: days.lines,
        go: words.go,
      };
    },
    act: issueCertificate,
    done: "emis",
  },
  also: (form) => ({
    entry: form({
      fields: { entryPayer: text({ optional: "empty" }), entryFile: text({ optional: "empty", size: 20 }) },
      go: ({ words }) => ({ label: words.entryGo, variant: "secondary" }),
      act: attestEntry,
      showing: ({ seen }) => seen.entry ?? [],
      input: ({ entryPayer: payer, entryFile: file }, { seen }) => ({ enrolment: seen.enrolment, payer, file }),
      on: { payer: "entryPayer" },
      done: "emis",
    }),
  }),
  shown: ({ visit, lang, words, seen }, { form, also }) => {
    const { name, certificates, minutes, halfDays, pending, enrolment } = seen;
    const lesson = (one: Seen["pending"][number]) =>
      html`<li><a class="ds-link" href="${href(visit.link(places.lesson.to({ lesson: one.lesson })))}">${sayDay(one.on, lang)}, ${words.halves[one.half]}</a></li>`;
    const main = html`<p>${words.followed(sayMinutes(minutes, lang), halfDays)}</p>
${pending.length > 0 && html`<div class="ds-alert" data-color="warning"><p>${words.pending(pending.length)}</p><ul>${pending.map(lesson)}</ul></div>`}
<h2>${words.issuedHeading}</h2>
${certificates.length === 0 ? html`<p>${words.none}</p>` : html`<ul>${certificates.map((one) => issuedLine(visit, one))}</ul>`}
<h2>${words.newHeading}</h2>
${form()}
<h2>${words.entryHeading}</h2>
${
  seen.entry &&
  summaryList(
    seen.entry.map(({ what, is }) => ({ key: what[lang], value: is[lang] })),
    lang,
  )
}${also.entry()}`;
    return { title: words.heading(name), lead: words.lead, main, back: places.person.to({ enrolment }) };
  },
});

function issuedLine(visit: Visit, one: Listed) {
  const { lang, school } = visit;
  const words = certificateWords(lang);
  const on = words.issuedOn(sayDay(dayIn(new Date(one.at), school.timezone), lang));
  return html`<li><a class="ds-link" href="${href(visit.link(places.certificatePdf.to({ code: one.code })))}">${sayListed(one, lang)}</a>, ${on}</li>`;
}

function sayListed({ kind, from, to, minutes }: Listed, lang: "fr" | "en"): string {
  const words = certificateWords(lang);
  if (from === null || to === null || minutes === null) return words.kinds[kind];
  return `${words.kinds[kind]}, ${words.days(sayDay(from, lang), sayDay(to, lang), sayMinutes(minutes, lang))}`;
}

export const certificatePdfPage: Page = {
  name: "certificat-pdf",
  path: places.certificatePdf.path,
  who: "read a certificate",
  view: async (visit) => {
    const printed = await printedCertificate(visit, (visit.params.code ?? "").slice(0, 60));
    return printed ? { ...printed, type: "application/pdf" } : { notFound: true };
  },
};

/** Undefined where there is none for this visitor, or no printer. */
export async function printedCertificate(
  visit: Visit,
  code: string,
): Promise<{ readonly file: Buffer; readonly name: string } | undefined> {
  const paper = code === "" ? undefined : await see(visit, readCertificate, { code });
  return paper && printedAs(visit, paper);
}

/** As it was issued, whoever may read it. */
export async function printedAs(
  visit: Visit,
  paper: { readonly code: string; readonly data: object },
): Promise<{ readonly file: Buffer; readonly name: string } | undefined> {
  const { world, school } = visit;
  if (!world.documents) return undefined;
  const verifiedAt = `${originOf(visit)}${schoolPath(school.establishment, "fr", `/verifier/${paper.code}`)}`;
  const data = paper.data as CertificateData | EntryData;
  const document = certificateDocument(data, { code: paper.code, verifiedAt });
  const file = await printFor(visit, world.documents, CERTIFICATE_TEMPLATE, document);
  const called = data.kind === "certificate" ? "certificat-de-realisation" : "attestation-d-entree";
  return { file, name: `${called}-${paper.code}.pdf` };
}

/** Among the papers of the trainee. */
export const certificatePapers: MinePapers = async (visit) => {
  const papers: OwnPaper[] = [];
  for (const { enrolment } of (await see(visit, myTrainings, {}))?.trainings ?? [])
    for (const one of (await see(visit, myCertificates, { enrolment }))?.certificates ?? [])
      papers.push({
        label: sayListed(one, visit.lang),
        on: dayIn(new Date(one.at), visit.school.timezone),
        to: places.certificatePdf.to({ code: one.code }),
      });
  return papers;
};
