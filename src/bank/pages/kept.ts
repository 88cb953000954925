/** The imported files and the lines set aside: nothing that came in is hidden. */
import { dayIn } from "../../kit/zone.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { see } from "../../page/acting.ts";
import { table } from "../../page/form.ts";
import type { Page, Visit } from "../../page/page.ts";
import { bank, charge, day, money, office, toDebtor } from "../../billing/charges/pages/parts.ts";
import { listAsideLines, seeBankFile } from "../views.ts";
import { asideLines, bankFile, bankLine, slip } from "./routes.ts";
import { bankWords } from "./words.ts";

type Line = { readonly id: string; readonly label: string; readonly counterparty: string | null };

function lineLink(visit: Visit, { id, label, counterparty }: Line): Html {
  return html`<a class="ds-link" href="${href(visit.link(bankLine.to({ line: id })))}">${label || counterparty || "–"}</a>`;
}

const AFTER = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36,64})$/;

export const asidePage: Page = {
  name: "finances-ecartees",
  path: asideLines.path,
  who: "see the accounts",
  view: async (visit) => {
    const { lang, query } = visit;
    const words = bankWords(lang);
    const [, setOn, id] = AFTER.exec(query.apres ?? "") ?? [];
    const seen = await see(visit, listAsideLines, setOn && id ? { after: { setOn, id } } : {});
    if (!seen) return { notFound: true };
    const { lines, next } = seen;
    const list = table({
      id: "aside",
      caption: words.aside.caption,
      head: words.aside.head,
      rows: lines.map((line) => [
        lineLink(visit, line),
        day(line.bookedOn, lang),
        money(line.amount, lang),
        day(line.setOn, lang),
        `${line.elsewhere ? words.aside.elsewhere : ""}${line.asideReason ?? ""}`,
      ]),
      numeric: [2],
      stacks: true,
    });
    const more = next && visit.link(asideLines.to({}, { apres: `${next.setOn}_${next.id}` }));
    const main = html`${lines.length === 0 ? html`<p>${words.aside.none}</p>` : list}
${more && html`<p><a class="ds-link" href="${href(more)}">${words.lines.next}</a></p>`}`;
    return office(visit, { title: words.aside.title, main, back: bank.to() });
  },
};

export const filePage: Page = {
  name: "finances-fichier",
  path: bankFile.path,
  who: "see the accounts",
  view: async (visit) => {
    const { lang, query, params, school } = visit;
    const words = bankWords(lang);
    const after = /^\d{1,6}$/.test(query.apres ?? "") ? { after: +query.apres! } : {};
    const seen = await see(visit, seeBankFile, { file: `sha256:${params.file}`, ...after });
    if (!seen) return { notFound: true };
    const { file, lines, next } = seen;
    const became = (line: (typeof lines)[number]): Html => {
      const paid = line.pays.map(({ charge: of, debtor, named, number, slip: deposited }, at) => {
        const gap = at > 0 && html`<br>`;
        if (deposited !== null)
          return html`${gap}<a class="ds-link exact" href="${href(visit.link(slip.to({ slip: deposited })))}">${words.slip.title(number)}</a>`;
        const to = of === null ? toDebtor(debtor!) : charge.to({ charge: of });
        return html`${gap}<a class="ds-link exact" href="${href(visit.link(to))}">${named}</a> (${words.file.pays(number)})`;
      });
      const rest =
        line.asideReason !== null
          ? words.file.aside(line.asideReason)
          : line.remaining !== 0
            ? words.file.open(money(line.remaining, lang))
            : paid.length === 0 && words.file.gone;
      return html`${paid}${rest && html`${paid.length > 0 && html`<br>`}${rest}`}`;
    };
    const list = table({
      id: "lines",
      caption: words.file.caption,
      head: words.file.head,
      rows: lines.map((one) => [lineLink(visit, one), day(one.bookedOn, lang), money(one.amount, lang), became(one)]),
      numeric: [2],
      stacks: true,
    });
    const more = next !== null && visit.link(bankFile.to({ file: params.file! }, { apres: String(next) }));
    const main = html`${lines.length === 0 ? html`<p>${words.file.none}</p>` : list}
${more && html`<p><a class="ds-link" href="${href(more)}">${words.lines.next}</a></p>`}`;
    const lead = words.file.lead(day(dayIn(new Date(file.importedAt), school.timezone), lang));
    return office(visit, { title: words.file.title(file.name), lead, main, back: bank.to() });
  },
};
