/** The lists of the admitted, for the authority and the school, as a page and as a PDF. */
import { type Html, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { isId } from "../../kit/shapes.ts";
import { may } from "../../act/permissions.ts";
import { printFor, see } from "../../page/acting.ts";
import { entryList } from "../../page/entry-list.ts";
import { linkButton, summaryList, table } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { nameOfIntake } from "../../intake/words.ts";
import { underItsLaw } from "../../dossier/pages/holding.ts";
import { resultWords } from "../../inquiry/pages/result-words.ts";
import { type AdmittedList, listAdmitted, seeAdmitted } from "../commission-views.ts";
import { LIST_TEMPLATE, listDocument } from "../documents/list.ts";
import { dayAt, stateTag } from "./parts.ts";
import { places } from "./routes.ts";
import { admissionWords } from "./words.ts";

export const listsPage: Page = {
  name: "admissions-listes",
  path: places.lists.path,
  who: "read the lists of the admitted",
  view: async (visit) => {
    const { lang } = visit;
    const words = admissionWords(lang).lists;
    const { commissions } = (await see(visit, listAdmitted, {})) ?? { commissions: [] };
    const alike = Map.groupBy(commissions, ({ intake }) => intake[lang]);
    const entries = commissions.map(({ id, heldOn, closedAt, intake }) => ({
      to: places.list.to({ commission: id }),
      // A commission may sit again for the same intake.
      label:
        alike.get(intake[lang])!.length === 1
          ? words.one(nameOfIntake(intake, lang))
          : words.oneOf(nameOfIntake(intake, lang), sayDay(heldOn, lang)),
      why: `${words.decidedOn} ${dayAt(visit, closedAt!)}`,
    }));
    const main = entries.length === 0 ? html`<p>${words.none}</p>` : entryList(visit, entries);
    const back = visit.person ? "/compte" : "/invite";
    return { html: layout(visit, { title: words.title, lead: words.lead, main, back }) };
  },
};

async function listOf(visit: Visit): Promise<AdmittedList | undefined> {
  const { commission = "" } = visit.params;
  return isId(commission) ? see(visit, seeAdmitted, { commission }) : undefined;
}

export const listPage: Page = {
  name: "admissions-liste",
  path: places.list.path,
  who: "read the lists of the admitted",
  view: async (visit): Promise<PageResult> => {
    const list = await listOf(visit);
    if (!list) return { notFound: true };
    const { lang, link } = visit;
    const words = admissionWords(lang).lists;
    const { commission, intake } = list;
    const main = html`${summaryList(
      [
        { key: words.decidedOn, value: dayAt(visit, commission.closedAt!) },
        { key: words.members, value: commission.members.map(({ name }) => name).join(", ") },
      ],
      lang,
    )}
${part(visit, list, "admitted")}
${part(visit, list, "waiting")}
<div class="actions">${linkButton(link(`${places.list.to({ commission: commission.id })}.pdf`), "PDF", "secondary")}</div>`;
    const back = may(visit.actor, "see the admissions") ? places.admissions.to() : places.lists.to();
    return { html: layout(visit, { title: words.one(nameOfIntake(intake.label, lang)), main, back }) };
  },
};

function part({ lang }: Visit, { people }: AdmittedList, decision: "admitted" | "waiting"): Html {
  const all = admissionWords(lang);
  const words = all.lists;
  const rows = people.filter((one) => one.decision === decision).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return html`<h2>${words[decision]}</h2>
${
  rows.length === 0
    ? html`<p>${words.nobody}</p>`
    : table({
        id: `list-${decision}`,
        caption: words.caption[decision],
        stacks: true,
        head: [all.name, words.number, all.state],
        rows: rows.map(({ name, number, state }) => [name ?? all.unnamed, number, stateTag(state, lang)]),
      })
}`;
}

export const listPdf: Page = {
  name: "admissions-liste-pdf",
  path: `${places.list.path}.pdf`,
  who: "read the lists of the admitted",
  view: async (visit): Promise<PageResult> => {
    const list = await listOf(visit);
    if (!list) return { notFound: true };
    const { documents } = visit.world;
    if (!documents) {
      const words = resultWords(visit.lang).pdf;
      const main = html`<h1>${words.unavailable}</h1><p>${words.unavailableWhy}</p>`;
      return { html: layout(visit, { title: words.unavailable, main }), status: 503 };
    }
    const { law } = underItsLaw(visit, list.intake);
    const file = await printFor(visit, documents, LIST_TEMPLATE, listDocument({ law, list, today: visit.today }));
    return { file, type: "application/pdf", name: "liste-des-admis.pdf" };
  },
};
