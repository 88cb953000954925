/** The livret on screen: one's own, and any trainee's for those who may read them. */
import { may } from "../../act/permissions.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { sayInstant } from "../../kit/instant.ts";
import { type Lang, sayDay, sayNumber } from "../../kit/lang.ts";
import { isId } from "../../kit/shapes.ts";
import { dayIn } from "../../kit/zone.ts";
import { capital } from "../../kit/typography.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { printFor, see } from "../../page/acting.ts";
import { formPage } from "../../page/form-page.ts";
import { text } from "../../page/kinds.ts";
import { summaryList, table } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import {
  type WorkEntries,
  type GuestAwaits,
  originOf,
  type Page,
  type PageResult,
  type Visit,
} from "../../page/page.ts";
import { places } from "../../training/cohorts/pages/places.ts";
import { hoursBlock } from "../../training/hours/pages/table.ts";
import { sayTraining } from "../../training/rules/enrolment.ts";
import type { Livret } from "../livret.ts";
import { issueLivret, withdrawLivret } from "../acts.ts";
import { LIVRET_TEMPLATE, livretDocument } from "../documents/livret.ts";
import { issuedLivret, myIssuedLivret, myLivret, seeLivret, seeLivrets } from "../views.ts";
import { livretWords, sayAppreciation, sayDeposit, sayExam, sayMark, sayResultDay, studyRows } from "../words.ts";

type Issued = NonNullable<Awaited<ReturnType<typeof issuedLivret.read>>>["issued"];

export const myLivretPage: Page = {
  name: "mon-livret",
  path: places.myLivret.path,
  who: "be in training",
  view: async (visit) => {
    const { enrolment = "" } = visit.params;
    const livret = isId(enrolment) ? await see(visit, myLivret, { enrolment, language: visit.lang }) : undefined;
    if (!livret) return { notFound: true };
    const { title, current } = livretWords(visit.lang);
    const issued = (await see(visit, myIssuedLivret, { enrolment }))?.issued ?? null;
    const main = html`${issuedBlock(visit, issued, places.myLivretPdf.to({ enrolment }))}${livretParts(visit, livret)}`;
    return { html: layout(visit, { title, lead: current, main, back: places.mine.to() }) };
  },
};

export const livretPage = formPage({
  name: "livret",
  route: places.livret,
  who: "read the livrets",
  words: livretWords,
  seen: async (visit, { enrolment }) => {
    const livret = isId(enrolment) ? await see(visit, seeLivret, { enrolment, language: visit.lang }) : undefined;
    const { issued = null, issuing = null } = (livret && (await see(visit, issuedLivret, { enrolment }))) ?? {};
    return livret && { livret, issued, issuing };
  },
  form: {
    go: ({ words }) => ({ label: words.issue, variant: "secondary" }),
    act: issueLivret,
    showing: ({ seen }) => seen.issuing ?? [],
    done: "emis",
  },
  also: (form) => ({
    withdraw: form({
      fields: { why: text() },
      go: ({ words }) => ({ label: words.withdraw, variant: "secondary", danger: true }),
      act: withdrawLivret,
      done: "retire",
    }),
  }),
  shown: ({ visit, words, seen: { livret, issued } }, { form, also, returned }) => {
    const { enrolment } = livret;
    const main = html`${issuedBlock(visit, issued, places.livretPdf.to({ enrolment }))}
${may(visit.actor, issueLivret.who) && html`${form()}${issued && html`<details class="ds-details"${returned && html` open`}><summary>${words.withdraw}</summary><div>${also.withdraw()}</div></details>`}`}
${livretParts(visit, livret)}`;
    const back = may(visit.actor, "see the training") ? places.person.to({ enrolment }) : places.livrets.to();
    return { title: words.of(livret.name), lead: words.current, main, back };
  },
});

function issuedBlock(visit: Visit, issued: Issued, pdf: string): Html | false {
  const { lang, school } = visit;
  const words = livretWords(lang);
  return (
    issued !== null &&
    html`<p>${words.issued(issued.code, sayInstant(new Date(issued.at), school.timezone, lang))} <a class="ds-link" href="${href(visit.link(pdf))}">${words.pdf}</a></p>`
  );
}

/** The same bytes as issued, from the stored data. */
async function printed(visit: Visit, issued: Issued | undefined): Promise<PageResult> {
  const { world, school } = visit;
  const { establishment } = school;
  const law = issued && world.law(establishment, issued.livret.diploma.key, { version: issued.livret.diploma.version });
  if (!issued || !law || !world.documents) return { notFound: true };
  const { code, on: today, livret } = issued;
  const verifiedAt = `${originOf(visit)}${schoolPath(establishment, "fr", `/verifier/${code}`)}`;
  const data = livretDocument({ livret, law, today, code, verifiedAt });
  const file = await printFor(visit, world.documents, LIVRET_TEMPLATE, data);
  return { file, type: "application/pdf", name: `livret-de-formation-${code}.pdf` };
}

export const livretPdfPage: Page = {
  name: "livret-pdf",
  path: places.livretPdf.path,
  who: "read the livrets",
  view: async (visit) => {
    const { enrolment = "" } = visit.params;
    return printed(visit, isId(enrolment) ? (await see(visit, issuedLivret, { enrolment }))?.issued : undefined);
  },
};

export const myLivretPdfPage: Page = {
  name: "mon-livret-pdf",
  path: places.myLivretPdf.path,
  who: "be in training",
  view: async (visit) => {
    const { enrolment = "" } = visit.params;
    return printed(visit, isId(enrolment) ? (await see(visit, myIssuedLivret, { enrolment }))?.issued : undefined);
  },
};

function livretParts(visit: Visit, livret: Livret): Html {
  const { lang, school } = visit;
  const words = livretWords(lang);
  const { identity, diploma, cohort, titles, reliefs, programme, hours, domains, facts, partner } = livret;
  const named = [
    { key: words.birthName, value: identity.birthName },
    ...(identity.usedName === "" ? [] : [{ key: words.usedName, value: identity.usedName }]),
    ...(identity.givenNames === "" ? [] : [{ key: words.givenNames, value: identity.givenNames }]),
    ...(identity.bornOn === null ? [] : [{ key: words.bornOn, value: sayDay(identity.bornOn, lang) }]),
    { key: words.diploma, value: capital(diploma.label[lang]) },
    { key: words.version, value: diploma.version },
    { key: words.cohort, value: `${cohort.name} (${sayDay(cohort.startsOn, lang)} – ${sayDay(cohort.endsOn, lang)})` },
    ...(livret.contractOn === null ? [] : [{ key: words.contract, value: sayDay(livret.contractOn, lang) }]),
    { key: words.state, value: capital(sayTraining({ ...livret, startsOn: cohort.startsOn })[lang]) },
  ];
  return html`${gaps(visit, livret)}
<h2>${words.identity}</h2>
${summaryList(named, lang)}
${facts.length > 0 && html`<h2>${words.happened}</h2><ul>${facts.map((one) => html`<li>${sayDay(one.on, lang)} – ${words.facts[one.kind]}</li>`)}</ul>`}
<h2>${words.titles}</h2>
${
  titles.length === 0
    ? html`<p>${words.noTitle}</p>`
    : table({
        id: "titles",
        caption: words.titles,
        head: [words.named, words.awarded],
        rows: titles.map(({ label, awardedOn }) => [capital(label[lang]), sayDay(awardedOn, lang)]),
        stacks: true,
      })
}
<h2>${words.reliefs}</h2>
${programme && html`<p>${words.decidedBy(programme.version, programme.name, sayInstant(new Date(programme.at), school.timezone, lang))}</p>`}
${
  reliefs.length === 0
    ? html`<p>${words.noRelief}</p>`
    : table({
        id: "reliefs",
        caption: words.reliefs,
        head: [words.unit, words.relieved, words.by],
        rows: reliefs.map(({ unit, label, relief, by }) => [
          `${unit} – ${capital(label[lang])}`,
          `${sayNumber(relief, lang)}\u00a0h`,
          by.join(", "),
        ]),
        numeric: [1],
        stacks: true,
      })
}
${hoursBlock(hours ?? undefined, lang)}
${worksBlock(visit, livret)}
${studyBlock(visit, livret)}
<h2>${words.domains}</h2>
${table({
  id: "domains",
  caption: words.domains,
  head: [words.domain, words.exam, words.result],
  rows: domains.map(({ domain, label, examLabel, exam, result, validated, from }) => [
    html`${domain} – ${capital(label[lang])}${validated && html` <span class="ds-tag" data-color="success">${words.validated}</span>`}`,
    sayExam({ examLabel, exam, result, from }, lang),
    result
      ? `${capital(words.outcomes[result.outcome])}, ${sayResultDay(result, lang)}${result.marks.map((one) => `${lang === "fr" ? "\u00a0; " : "; "}${one.label[lang]} ${sayMark(one.hundredths, lang)}`).join("")}`
      : exam === "to-sit"
        ? words.noResult
        : "",
  ]),
  stacks: true,
})}
${appreciationsBlock(visit, livret)}
${partner && html`<h2>${words.partner}</h2><p>${words.partnerWhy}</p>${summaryList(partnerRows(partner, lang), lang)}`}`;
}

function partnerRows({ university, title, holds }: NonNullable<Livret["partner"]>, lang: Lang) {
  const words = livretWords(lang);
  return [
    { key: words.university, value: university },
    { key: words.track, value: title },
    { key: words.holds, value: holds },
  ];
}

/** As written, in French, the language of the livret. */
function appreciationsBlock({ lang, school }: Visit, { appreciations }: Livret): Html | false {
  const words = livretWords(lang);
  if (appreciations.length === 0) return false;
  return html`<h2>${words.appreciations}</h2>${appreciations.map(
    (one) => html`<h3>${capital(one.label[lang])}</h3>
${one.words !== null && html`<p class="typed" lang="fr">${one.words}</p>`}<p>${capital(sayAppreciation(one, lang, school.timezone))}.</p>`,
  )}`;
}

/** What was validated and deposited. */
function studyBlock({ lang, school }: Visit, { study }: Livret): Html | false {
  if (!study) return false;
  const day = (at: string) => sayDay(dayIn(new Date(at), school.timezone), lang);
  const rows = studyRows(study, lang, day).map(({ label, value }) => ({ key: label, value }));
  return html`<h2>${livretWords(lang).study}</h2>${summaryList(rows, lang)}`;
}

function worksBlock({ lang }: Visit, { works }: Livret): Html | false {
  const words = livretWords(lang);
  const begun = works.filter(({ subject, director, deposited }) => subject !== null || director !== null || deposited);
  if (begun.length === 0) return false;
  return html`<h2>${words.works}</h2>
${table({
  id: "works",
  caption: words.works,
  head: [words.exam, words.subject, words.director, words.deposit],
  rows: begun.map((work) => [
    work.exam,
    html`<span class="typed">${work.subject ?? "–"}</span>`,
    work.director ?? "–",
    capital(sayDeposit(work, lang)),
  ]),
  stacks: true,
})}`;
}

/** What is missing, with a link to complete it for those who may. */
function gaps(visit: Visit, livret: Livret): Html {
  const words = livretWords(visit.lang);
  const { missing } = livret;
  if (missing.length === 0) return html`<p>${words.complete}</p>`;
  const mend = (gap: Livret["missing"][number]) => {
    const to = mendedAt(visit, livret, gap);
    return to !== undefined && html` <a class="ds-link" href="${href(visit.link(to))}">${words.mend[gap.what]}</a>`;
  };
  return html`<section class="ds-alert" data-color="info"><h2>${words.missing}</h2><ul>${missing.map(
    (one) => html`<li>${words.gaps[one.what]}${one.about !== "" && ` ${one.about}`}${mend(one)}</li>`,
  )}</ul></section>`;
}

/** Undefined for readers who cannot act. */
function mendedAt(
  { actor }: Visit,
  { enrolment, cohort }: Livret,
  { what, lesson }: Livret["missing"][number],
): string | undefined {
  if (what === "result") return may(actor, "see the certification") ? SESSIONS : undefined;
  if (!may(actor, "see the training")) return undefined;
  switch (what) {
    case "hours":
      return places.lessons.to({ cohort: cohort.id });
    case "countersignature":
      return lesson === null || !may(actor, "run the training") ? undefined : places.lesson.to({ lesson });
    case "appreciation":
      return places.cohortAppreciations.to({ cohort: cohort.id });
    default:
      return places.programme.to({ enrolment });
  }
}

/** The certification module's sessions; that module comes after this one. */
const SESSIONS = "/certifications";

export const livretsPage: Page = {
  name: "livrets",
  path: places.livrets.path,
  who: "read the livrets",
  view: async (visit) => {
    const { lang, query } = visit;
    const [name, enrolment] = [query.nom ?? "", query.apres ?? ""];
    const after = isId(enrolment) ? { after: { name: name.slice(0, 300), enrolment } } : {};
    const seen = await see(visit, seeLivrets, after);
    if (!seen) return { notFound: true };
    const words = livretWords(lang);
    const rows = seen.people.map((person) => [
      html`<a class="ds-link" href="${href(visit.link(places.livret.to({ enrolment: person.enrolment })))}">${person.name}</a>`,
      person.cohort,
      capital(sayTraining({ ...person, facts: [], begun: person.startsOn <= visit.today, came: true })[lang]),
    ]);
    const next = seen.next && places.livrets.to(undefined, { nom: seen.next.name, apres: seen.next.enrolment });
    const main = html`${
      rows.length === 0
        ? html`<p>${visit.actor.kind === "guest" ? words.noneOpen : words.nobody}</p>`
        : table({
            id: "livrets",
            caption: words.list,
            head: [words.person, words.cohort, words.state],
            rows,
            stacks: true,
          })
    }
${next && html`<p><a class="ds-link" href="${href(visit.link(next))}">${words.next}</a></p>`}`;
    const back = visit.person ? "/compte" : "/invite";
    return { html: layout(visit, { title: words.list, lead: words.listLead, main, back }) };
  },
};

export const livretEntries: WorkEntries = ({ actor, lang }) => {
  if (!may(actor, "read the livrets")) return [];
  const { list, entryWhy } = livretWords(lang);
  return [{ to: places.livrets.to(), label: list, why: entryWhy }];
};

export const livretAwaits: GuestAwaits = ({ guest, lang }) => {
  if (!may(guest.actor, "read the livrets")) return [];
  const { list, entryWhy } = livretWords(lang);
  return [{ to: places.livrets.to(), label: list, why: entryWhy }];
};
