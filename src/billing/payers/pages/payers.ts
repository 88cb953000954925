/** The register of employers and funds: found, added, changed, and no longer proposed. */
import { href, type Html, html } from "../../../kit/html.ts";
import { sayList, sayNumber } from "../../../kit/lang.ts";
import { see } from "../../../page/acting.ts";
import type { At, Forms } from "../../../page/declared.ts";
import { button, summaryCard, textField } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { longText, text, version } from "../../../page/kinds.ts";
import { whole } from "../../../page/number-kinds.ts";
import type { Visit } from "../../../page/page.ts";
import { route } from "../../../page/route.ts";
import { addPayer, changePayer, closePayer } from "../acts.ts";
import { listPayers } from "../views.ts";
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

export const payersPage = formPage({
  name: "finances-payeurs",
  route: payers,
  who: "keep the accounts",
  words: payerWords,
  seen: (visit) => see(visit, listPayers, { sought: soughtIn(visit) }),
  form: { fields: described, act: addPayer, done: "ajout" },
  also: (form) => ({
    change: form({
      item: "payer",
      fields: { ...described, version: version() },
      begin: ({ seen, item }) => typedOf(seen.payers.find(({ id }) => id === item)),
      edits: true,
      go: ({ words }) => words.save,
      look: "secondary",
      act: changePayer,
      done: "change",
      forbidden: () => ({ to: payers.to() }),
    }),
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
  shown: (at, forms) => {
    const { words, seen } = at;
    const inUse = seen.payers.filter(({ closedAt }) => closedAt === null);
    const over = seen.payers.filter(({ closedAt }) => closedAt !== null);
    const main = html`${searchForm(at)}
${inUse.map((payer) => card(at, payer, forms))}
${seen.more && html`<p>${words.more}</p>`}
<h2 id="ajouter">${words.add}</h2>${forms.form()}
${over.length > 0 && html`<h2>${words.closedTitle}</h2><ul>${over.map(({ name }) => html`<li>${name}</li>`)}</ul>`}`;
    return { title: words.heading, lead: words.lead, main, back: "/finances" };
  },
});

function soughtIn({ query }: Pick<Visit, "query">): string {
  return (query.q ?? "").slice(0, 100);
}

/** What is unknown is left out of a form. */
function typedOf(payer: Payer | undefined) {
  if (!payer) return {};
  const { siren, daysToPay, ...lines } = payer;
  return { ...lines, siren: siren ?? undefined, daysToPay: daysToPay ?? undefined };
}

function searchForm({ visit, words, seen }: At<Seen, Words, unknown>): Html {
  const sought = soughtIn(visit);
  const none = seen.payers.length === 0;
  const field = textField({ name: "q", label: words.find, value: sought, size: 24, errors: [], lang: visit.lang });
  return html`<form method="get" action="${href(visit.link(payers.to()))}" class="filters" role="search">
${field}${button(words.findGo, { variant: "secondary" })}</form>
${none && html`<p>${sought === "" ? words.none : words.unknown(sought)}</p>`}`;
}

function card(
  { lang, words }: At<Seen, Words, unknown>,
  payer: Payer,
  { also, returned }: Forms<"change" | "close">,
): Html {
  const { id, name } = payer;
  const of = words.changeOf(name);
  const actions = html`<details class="ds-details"${returned && html` open`}><summary>${words.change}<span class="ds-sr-only"> ${of}</span></summary>
<div>${also.change(id, { of })}${also.close(id, { of })}</div></details>`;
  const { form, siren, address, contact, email, phone, service, auxiliary, daysToPay } = payer;
  const missing = [
    ...(siren === null ? [words.missingFor.siren] : []),
    ...(address === "" ? [words.missingFor.address] : []),
  ];
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
    { key: words.missing, value: sayList(missing, lang) },
  ];
  return summaryCard({ title: name, rows: rows.filter(({ value }) => value !== ""), actions, lang });
}
