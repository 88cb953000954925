/** One line: each value to copy, what is missing and where it is mended, the paper that goes with it, and what was noted. */
import { may } from "../../../act/permissions.ts";
import type { Shown } from "../../../act/shows.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { type Lang, sayDay } from "../../../kit/lang.ts";
import { isId, NOBODY } from "../../../kit/shapes.ts";
import { capital } from "../../../kit/typography.ts";
import { PORTAL_FIELDS } from "../../../law/portals.ts";
import { places as contractPlaces } from "../../../contracts/pages/places.ts";
import { see } from "../../../page/acting.ts";
import { linkButton, summaryList, table } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import type { Visit } from "../../../page/page.ts";
import { aboutPerson } from "../../../page/person-link.ts";
import { issueCertificate } from "../../../training/certificates/acts.ts";
import { seeCertificates } from "../../../training/certificates/views.ts";
import { places } from "../../../training/cohorts/pages/places.ts";
import { seePortalLine } from "../views.ts";
import { portalRoutes } from "./routes.ts";
import { besideValue, sayLine, typedValue } from "./said.ts";
import { portalWords } from "./words.ts";

export type SeenLine = NonNullable<Awaited<ReturnType<typeof seePortalLine.read>>>;

export const seenLine = async (visit: Visit, line: string) =>
  isId(line) ? see(visit, seePortalLine, { line }) : undefined;

export const portalLinePage = formPage({
  name: "finances-a-declarer-ligne",
  route: portalRoutes.one,
  who: "see the accounts",
  words: (lang: Lang) => portalWords[lang].one,
  seen: async (visit, { line }) => {
    const seen = await seenLine(visit, line);
    return seen && { ...seen, certificate: await certificateSeen(visit, seen) };
  },
  // The certificate that goes with it.
  form: {
    go: ({ words }) => ({ label: words.issue, variant: "secondary" }),
    act: issueCertificate,
    showing: ({ seen }) => seen.certificate,
    input: (_, { seen: { enrolment, values, ...seen } }) => {
      const number = values.find(({ field }) => field === "number")?.value;
      return {
        enrolment: enrolment ?? NOBODY,
        ...daysOf(seen),
        ...(typeof number === "string" && { file: number }),
      };
    },
    invalid: ({ words }) => ({ said: words.nothing }),
    done: "emis",
  },
  shown: ({ visit, lang, words, seen }, { form }) => ({
    title: capital(sayLine(seen, lang)),
    lead: seen.portalLabel[lang],
    main: html`${about(visit, seen)}
${standing(visit, seen)}
${missing(visit, seen)}
${seen.asked && html`<h2>${words.heading}</h2>${valuesList(visit, seen)}`}
${paperPart(visit, seen, form)}
${ways(visit, seen)}
${seen.noted.length > 0 && history(visit, seen)}
<details class="ds-details"><summary>${words.why}</summary><div><p>${seen.source[lang]}</p>${seen.note !== null && html`<p>${seen.note[lang]}</p>`}</div></details>`,
    back: portalRoutes.list.to(),
    scripts: ["copy"],
  }),
});

function daysOf({ paper, happenedOn }: Pick<SeenLine, "paper" | "happenedOn">) {
  return { from: paper?.from ?? happenedOn, to: paper?.to ?? happenedOn };
}

/** What a certificate of its days would say, for who may issue it. */
async function certificateSeen(visit: Visit, { enrolment, paper, ...seen }: SeenLine): Promise<Shown> {
  if (enrolment === null || paper?.kind !== "certificate" || !may(visit.actor, issueCertificate.who)) return [];
  return (await see(visit, seeCertificates, { enrolment, ...daysOf({ paper, ...seen }) }))?.lines ?? [];
}

export function about(visit: Visit, { dossier, called, name }: SeenLine): Html | false {
  return dossier !== null && called !== null && aboutPerson(visit, { id: dossier, number: called }, name);
}

function standing({ lang, today }: Visit, seen: SeenLine): Html {
  const { one: words, list } = portalWords[lang];
  const { state, asked, dueOn, noted } = seen;
  const last = noted.findLast(({ kind }) => kind === "typed");
  const open = seen.url !== null && html`<p><a class="ds-link" href="${href(seen.url)}">${list.open}</a></p>`;
  if (!last)
    return html`<p>${dueOn === null ? words.noDelay : dueOn < today ? html`<strong>${words.lateSince(dueOn)}</strong>` : words.due(dueOn)}</p>${open}`;
  const said = seen.received ? words.received(last.on) : words.typed(last.on);
  return html`<p>${said}</p>
${state === "differs" && html`<p class="ds-alert" data-color="warning">${asked ? words.differs : words.gone}</p>`}${open}`;
}

function missing(visit: Visit, seen: SeenLine): Html {
  const { lang, link, actor } = visit;
  const words = portalWords[lang].one;
  const { unsignedHalfDays: halfDays, unknown, values, dossier } = seen;
  const sees = may(actor, "see the training");
  const day = ({ on, lesson, there }: SeenLine["unsignedHalfDays"][number]) => {
    const said = sayDay(on, lang);
    return html`<li>${sees ? html`<a class="ds-link" href="${href(link(places.lesson.to({ lesson })))}">${said}</a>` : said}, ${there ? words.there : words.unheld}</li>`;
  };
  const noNumber = seen.asked && values.some(({ field, value }) => field === "number" && value === null);
  const contract = dossier !== null && contractPlaces.contract.to({ dossier });
  return html`${halfDays.length > 0 && html`<div class="ds-alert" data-color="warning"><p>${unknown ? words.cannot : words.beside}</p><ul>${halfDays.slice(0, 20).map(day)}</ul></div>`}
${unknown && halfDays.length === 0 && html`<p class="ds-alert" data-color="warning">${words.hoursUnknown}</p>`}
${noNumber && html`<p>${words.numberMissing}${contract !== false && html` <a class="ds-link" href="${href(link(contract))}">${words.contract}</a>`}</p>`}`;
}

export function valuesList(visit: Visit, { values }: Pick<SeenLine, "values">): Html {
  const { lang } = visit;
  const { one: words, ...all } = portalWords[lang];
  return summaryList(
    values.map(({ field, label, value, typed }) => {
      const key = typed === null ? label[lang] : `${label[lang]}, ${words.was(typedValue(field, typed))}`;
      if (value === null) return { key, value: html`<em>${all.unknown}</em>` };
      const said = typedValue(field, value);
      const kind = PORTAL_FIELDS[field] === "text" ? html`data-copy-text="${said}"` : html`class="exact"`;
      const shown = html`<span ${kind} data-copy="${all.copy}" data-copied="${all.copied}" data-copy-what="${label[lang]}">${said}</span>${besideValue(field, value, lang)}`;
      return { key, value: shown };
    }),
    lang,
  );
}

function paperPart(
  visit: Visit,
  { paper, enrolment, asked, happenedOn, certificate }: SeenLine & { readonly certificate: Shown },
  form: () => Html,
): Html | false {
  const { lang, link, actor } = visit;
  const words = portalWords[lang].one;
  if (!paper || !asked) return false;
  const { kind, from, code } = paper;
  const to = paper.to ?? happenedOn;
  const named = `${words.papers[kind]} ${from === null ? words.until(to) : words.between(from, to)}`;
  if (code !== null)
    return html`<h2>${words.paper}</h2><p><a class="ds-link" href="${href(link(places.certificatePdf.to({ code })))}">${named}</a></p>`;
  const issues = enrolment !== null && may(actor, "certify attendance") && places.certificates.to({ enrolment });
  return html`<h2>${words.paper}</h2><p>${named}${issues !== false && (kind === "entry" || from === null) && html` <a class="ds-link" href="${href(link(issues))}">${words.issueOn}</a>`}</p>
${
  issues !== false &&
  kind === "certificate" &&
  from !== null &&
  html`${summaryList(
    certificate.map(({ what, is }) => ({ key: what[lang], value: is[lang] })),
    lang,
  )}${form()}`
}`;
}

function ways({ lang, link }: Visit, seen: SeenLine): Html | false {
  const words = portalWords[lang].one;
  const at = { line: seen.id };
  const typed = seen.noted.length > 0;
  const ready = seen.mayNote && (!seen.asked || !seen.unknown);
  const awaits = seen.mayNote && typed && !seen.received;
  return (
    (ready || awaits) &&
    html`<div class="actions">${awaits && linkButton(link(portalRoutes.receipt.to(at)), words.receipt, seen.state === "differs" ? "secondary" : undefined)}
${ready && linkButton(link(portalRoutes.typed.to(at)), typed ? words.again : words.note, ["typed", "received"].includes(seen.state) ? "secondary" : undefined)}</div>`
  );
}

function history({ lang, link }: Visit, { noted }: SeenLine): Html {
  const words = portalWords[lang].one;
  return table({
    id: "noted",
    caption: words.history,
    stacks: true,
    head: [words.on, words.what, words.number, words.ground, words.by],
    rows: noted.map(({ on, kind, receipt, file, ground, by }) => [
      sayDay(on, lang),
      words.kinds[kind],
      html`${receipt ?? (file === null ? words.none : "")}${file !== null && html` <a class="ds-link" href="${href(link(`/fichier/${file}`))}">${words.file}</a>`}`,
      ground ?? words.none,
      by,
    ]),
  });
}
