/** For whom a payer pays: hours and certificates of some days, money; the certificates that are missing by one button, all of it as files. */
import { may } from "../../../act/permissions.ts";
import { money } from "../../../billing/charges/pages/parts.ts";
import { payer, toDebtor } from "../../../billing/charges/pages/parts.ts";
import { isDay } from "../../../kit/day.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay, sayMinutes } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { see } from "../../../page/acting.ts";
import type { At } from "../../../page/declared.ts";
import { linkButton, table } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { carried, day } from "../../../page/kinds.ts";
import type { Visit } from "../../../page/page.ts";
import { places as training } from "../../../training/cohorts/pages/places.ts";
import { places } from "../../pages/places.ts";
import { certifiedLines, certifyTrainees, lacks } from "../acts.ts";
import { seePaidTrainees, type SeenTrainees } from "../views.ts";
import { paidWords } from "../words.ts";
import { trainees, traineesPdf, traineesXlsx, traineesZip } from "./routes.ts";

type Here = At<SeenTrainees, ReturnType<typeof paidWords>, { readonly payer: string }>;
type Trainee = SeenTrainees["trainees"][number];

/** The days that the address asks for. */
export function daysIn({ query }: Pick<Visit, "query">): { readonly from?: string; readonly to?: string } {
  const { du = "", au = "" } = query;
  return isDay(du) && isDay(au) && du <= au ? { from: du, to: au } : {};
}

export const traineesPage = formPage({
  name: "finances-payeur-stagiaires",
  route: trainees,
  who: "keep the accounts",
  words: paidWords,
  seen: async (visit, { payer: id }) =>
    isId(id) ? see(visit, seePaidTrainees, { payer: id, ...daysIn(visit) }) : undefined,
  form: {
    words: "choosing",
    fields: { from: day(), to: day() },
    begin: ({ seen }) => seen.between,
    go: ({ words }) => ({ label: words.choosing.go, variant: "secondary" }),
    does: async ({ from, to }, { visit, params }) => ({
      redirect: visit.link(trainees.to(params, { du: from, au: to })),
    }),
  },
  also: (form) => ({
    certify: form({
      fields: { from: carried<string>(), to: carried<string>() },
      begin: ({ seen }) => seen.between,
      go: ({ words, seen }) => words.certify(seen.trainees.filter(lacks).length),
      action: ({ visit, params, seen: { between } }) =>
        visit.link(trainees.to(params, { du: between.from, au: between.to })),
      act: certifyTrainees,
      showing: ({ seen }) => certifiedLines(seen.trainees.filter(lacks)),
      done: (_, { params, seen: { between } }) =>
        trainees.to(params, { du: between.from, au: between.to, fait: "emis" }),
    }),
  }),
  shown: (at, { form, also }) => {
    const { visit, lang, words, seen, params } = at;
    const { between, name } = seen;
    const missing = seen.trainees.filter(lacks).length > 0 && may(visit.actor, "certify attendance");
    const main = html`${visit.query.fait === "emis" && html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${words.done.emis}</p>`}
${seen.trainees.length === 0 ? html`<p>${words.none}</p>` : html`${list(at)}<p>${words.paper.hours}</p>${seen.more && html`<p>${words.more(seen.trainees.length)}</p>`}${missing && html`<p>${words.certifyLead}</p>${also.certify()}`}${files(at)}`}
<h2>${words.periods}</h2>${periods(at)}${form()}
<p><a class="ds-link" href="${href(visit.link(toDebtor(`payer:${seen.payer}`)))}">${words.account}</a></p>
<p><a class="ds-link" href="${href(visit.link(payer.to(params)))}">${words.register}</a></p>`;
    const lead = words.lead(sayDay(between.from, lang), sayDay(between.to, lang));
    return { title: words.title(name), lead, main, back: payer.to(params) };
  },
});

function periods({ visit, lang, words, params, seen }: Here): Html | false {
  const { between } = seen;
  const items = seen.periods.map(({ from, to }) => {
    const said = words.fromTo(sayDay(from, lang), sayDay(to, lang));
    const here = from === between.from && to === between.to && html` aria-current="true"`;
    return html`<li><a class="ds-link" href="${href(visit.link(trainees.to(params, { du: from, au: to })))}"${here}>${said}</a></li>`;
  });
  return items.length > 0 && html`<ul>${items}</ul>`;
}

function files({ visit, words, params, seen: { between } }: Here): Html {
  const days = { du: between.from, au: between.to };
  return html`<h2>${words.files}</h2><p>${words.zipSays}</p>
<div class="actions">${linkButton(visit.link(traineesZip.to(params, days)), words.zip)}
${linkButton(visit.link(traineesPdf.to(params, days)), words.pdf, "secondary")}
${linkButton(visit.link(traineesXlsx.to(params, days)), words.xlsx, "secondary")}</div>`;
}

function list({ visit, lang, words, seen }: Here): Html {
  const { head } = words;
  const sum = (of: (one: Trainee) => number) =>
    money(
      seen.trainees.reduce((all, one) => all + of(one), 0),
      lang,
    );
  const { certificate, ...rest } = head;
  return table({
    id: "trainees",
    caption: words.caption,
    head: [
      rest.who,
      rest.file,
      rest.hours,
      certificate,
      rest.agreed,
      rest.invoiced,
      rest.paid,
      rest.balance,
      rest.toInvoice,
    ],
    rows: seen.trainees.map((one) => [
      html`<a class="ds-link" href="${href(visit.link(places.contract.to({ dossier: one.dossier })))}">${one.name}</a>`,
      html`<span class="exact">${words.file(one.number, one.fileNumber)}</span>${one.source === null && html`<br>${words.paysNoMore}`}`,
      hours(one, words, lang),
      certificates({ visit, lang, words }, one),
      html`${money(one.agreed, lang)}${one.asked > 0 && html`<br>${words.asked(money(one.asked, lang))}`}`,
      money(one.invoiced, lang),
      money(one.paid, lang),
      money(one.balance, lang),
      money(one.toInvoice, lang),
    ]),
    foot: [
      words.total,
      "",
      "",
      "",
      sum(({ agreed }) => agreed),
      sum(({ invoiced }) => invoiced),
      sum(({ paid }) => paid),
      sum(({ balance }) => balance),
      sum(({ toInvoice }) => toInvoice),
    ],
    numeric: [4, 5, 6, 7, 8],
    stacks: true,
  });
}

function hours({ enrolment, done, planned, pending }: Trainee, words: Here["words"], lang: Here["lang"]): Html {
  if (enrolment === null) return html`${words.notEnrolled}`;
  const said = words.hours(sayMinutes(done, lang), sayMinutes(planned, lang));
  return html`${said}${pending > 0 && html`<br>${words.pending(sayMinutes(pending, lang))}`}`;
}

function certificates({ visit, lang, words }: Pick<Here, "visit" | "lang" | "words">, one: Trainee): Html {
  const links = one.certificates.map(
    ({ code, from, to }) =>
      html`<a class="ds-link" href="${href(visit.link(training.certificatePdf.to({ code })))}">${words.fromTo(sayDay(from, lang), sayDay(to, lang))}</a><br>`,
  );
  const none = one.certificates.length === 0 && one.enrolment !== null && words.nothing;
  return html`${links}${lacks(one) ? html`<strong>${words.missing}</strong>` : none}`;
}
