/** The register of employers and funds: found and added; then one of them, changed or no longer proposed. */
import { may, ROLES, WHO_MAY } from "../../../act/permissions.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { type Lang, sayList, sayNumber } from "../../../kit/lang.ts";
import { see } from "../../../page/acting.ts";
import type { At } from "../../../page/declared.ts";
import { button, summaryList, table, textField } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { plain } from "../../../page/print-form.ts";
import { longText, text, ticks, version } from "../../../page/kinds.ts";
import { whole } from "../../../page/number-kinds.ts";
import type { Visit } from "../../../page/page.ts";
import { route } from "../../../page/route.ts";
import { sayRole } from "../../../people/sentences.ts";
import { addPayer, changePayer, closePayer } from "../acts.ts";
import { officeFrame, payer, toDebtor } from "../../charges/pages/parts.ts";
import { listPayers, seePayer } from "../views.ts";
import { payerAccess } from "./access.ts";
import { payerWords } from "../words.ts";

const payers = route("/finances/payeurs");

type Seen = NonNullable<Awaited<ReturnType<typeof listPayers.read>>>;
type Payer = Seen["payers"][number];
type Words = ReturnType<typeof payerWords>;

const line = () => text({ optional: true });
const described = {
  name: text(),
  form: line(),
  siren: text({ optional: true, inputmode: "numeric", size: 12 }),
  address: longText({ rows: 3, most: 600, optional: true }),
  contact: line(),
  email: text({ optional: true, type: "email" }),
  phone: text({ optional: true, type: "tel" }),
  service: line(),
  auxiliary: line(),
  daysToPay: whole({ least: 0, most: 90, optional: true }),
};
/** Ticked for a fund: it pays dossier by dossier. */
const pays = ({ words }: { readonly words: Words }) =>
  ticks({ label: words.pays, optional: true, options: [{ value: "byDossier", label: words.paysByDossier }] });
const fieldsOf = (at: { readonly words: Words }) => ({ ...described, pays: pays(at) });
/** What the act wants of them. */
function payerIn<T extends { readonly pays?: readonly string[] | undefined }>({ pays: ticked = [], ...typed }: T) {
  return { ...typed, byDossier: ticked.length > 0 };
}

export const payersPage = formPage({
  name: "finances-payeurs",
  route: payers,
  who: "prepare the contracts",
  words: payerWords,
  seen: (visit) => see(visit, listPayers, { sought: soughtIn(visit) }),
  form: { fields: fieldsOf, act: addPayer, input: payerIn, on: { byDossier: "pays" }, done: "ajout" },
  shown: (at, forms) => {
    const { words, seen } = at;
    const main = html`${searchForm(at)}
${seen.payers.length > 0 && listOf(at)}
${seen.more && html`<p>${words.more}</p>`}
${!keeps(at.visit) && html`<p>${words.keptBy(keepers(at.lang))}</p>`}
${keeps(at.visit) && html`<h2 id="ajouter">${words.add}</h2>${forms.form()}`}`;
    return { title: words.heading, lead: words.lead, main, back: keeps(at.visit) ? "/finances" : "/contrats" };
  },
  frame: (visit, parts) => (keeps(visit) ? officeFrame(visit, parts, "payers") : plain(visit, parts)),
});

export const payerPage = formPage({
  name: "finances-payeur",
  route: payer,
  who: "prepare the contracts",
  words: payerWords,
  seen: (visit, { payer: id }) => see(visit, seePayer, { id }),
  form: {
    fields: (at) => ({ ...fieldsOf(at), version: version() }),
    begin: ({ seen: { siren, daysToPay, byDossier, ...lines } }) => ({
      ...lines,
      pays: byDossier ? ["byDossier"] : [],
      ...(siren !== null && { siren }),
      ...(daysToPay !== null && { daysToPay }),
    }),
    edits: true,
    go: ({ words }) => words.save,
    act: changePayer,
    input: (typed, { params }) => ({ ...payerIn(typed), payer: params.payer }),
    on: { byDossier: "pays" },
    done: "change",
    forbidden: () => ({ to: payers.to() }),
  },
  also: (form) => ({
    close: form({
      item: "id",
      go: ({ words }) => words.close,
      look: "tertiary",
      act: closePayer,
      done: "fin",
      // Closed already.
      forbidden: () => ({ to: payers.to() }),
    }),
  }),
  shown: ({ visit, lang, words, seen }, { form, also }) => ({
    title: seen.name,
    main: html`${summaryList(rowsOf(seen, words, lang), lang)}
${
  keeps(visit) &&
  html`<p><a class="ds-link" href="${href(visit.link(toDebtor(`payer:${seen.id}`)))}">${words.account}</a></p>
<p><a class="ds-link" href="${href(visit.link(`/finances/payeurs/${seen.id}/stagiaires`))}">${words.trainees}</a></p>`
}
<p><a class="ds-link" href="${href(visit.link(payerAccess.to({ payer: seen.id })))}">${words.access}</a></p>
${seen.closedAt !== null && html`<p>${words.isClosed}</p>`}${seen.closedAt === null && keeps(visit) && html`<h2>${words.change}</h2>${form()}${also.close(seen.id)}`}`,
    back: payers.to(),
  }),
});

/** Those who prepare contracts read the register; it is kept with the accounts. */
const keeps = ({ actor }: Pick<Visit, "actor">) => may(actor, "keep the accounts");

function keepers(lang: Lang): string {
  const holders: readonly string[] = WHO_MAY[addPayer.who];
  return sayList(
    ROLES.filter((role) => holders.includes(role)).map((role) => sayRole(role, lang)),
    lang,
  );
}

function soughtIn({ query }: Pick<Visit, "query">): string {
  return (query.q ?? "").slice(0, 100);
}

function searchForm({ visit, words, seen }: At<Seen, Words, unknown>): Html {
  const sought = soughtIn(visit);
  const none = seen.payers.length === 0;
  const field = textField({ name: "q", label: words.find, value: sought, size: 24, errors: [], lang: visit.lang });
  return html`<form method="get" action="${href(visit.link(payers.to()))}" class="stack filters" role="search">
${field}<div class="actions">${button(words.findGo, { variant: "secondary" })}</div></form>
${none && html`<p>${sought === "" ? words.none : words.unknown(sought)}</p>`}`;
}

function listOf({ visit, words, seen }: At<Seen, Words, unknown>): Html {
  const { fields } = words;
  return table({
    id: "payers",
    caption: words.caption,
    head: [fields.name, fields.siren.label, fields.auxiliary, fields.contact, words.missing],
    rows: seen.payers.map((one) => [
      html`<a class="ds-link" href="${href(visit.link(payer.to({ payer: one.id })))}">${one.name}</a>`,
      html`<span class="exact">${one.siren ?? ""}</span>`,
      one.auxiliary,
      one.contact,
      one.closedAt === null ? sayList(missingOf(one, words), visit.lang) : words.isClosed,
    ]),
    stacks: true,
  });
}

function missingOf({ siren, address }: Payer, { missingFor }: Words): string[] {
  return [...(siren === null ? [missingFor.siren] : []), ...(address === "" ? [missingFor.address] : [])];
}

/** What is known; what papers want and is not. */
function rowsOf(one: Payer, words: Words, lang: Lang) {
  const { form, siren, address, contact, email, phone, service, auxiliary, daysToPay } = one;
  const { fields } = words;
  const rows = [
    { key: fields.form, value: form },
    { key: fields.siren.label, value: siren ?? "" },
    { key: fields.address, value: address.replaceAll("\n", ", ") },
    { key: fields.contact, value: [contact, email, phone].filter(Boolean).join(", ") },
    { key: fields.service.label, value: service },
    { key: fields.auxiliary, value: auxiliary },
    {
      key: fields.daysToPay.label,
      value: daysToPay === null ? words.asItsKind : words.days(sayNumber(daysToPay, lang)),
    },
    { key: words.pays, value: one.byDossier ? words.paysByDossier : "" },
    { key: words.missing, value: sayList(missingOf(one, words), lang) },
  ];
  return rows.filter(({ value }) => value !== "");
}
