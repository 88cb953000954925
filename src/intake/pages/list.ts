/** The intakes of the school, and the way to prepare one. */
import { href, type Html, html } from "../../kit/html.ts";
import { sayMoment } from "../../kit/moment.ts";
import { act, see } from "../../page/acting.ts";
import { button, form, radios, table } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { may } from "../../act/permissions.ts";
import { prepareIntake } from "../acts.ts";
import { listIntakes, type ListedIntake } from "../views.ts";
import { intakeWords, nameOfIntake, sayState } from "../words.ts";
import { clockLine } from "./notice.ts";

export const intakesPage: Page = {
  name: "campagnes",
  path: "/campagnes",
  who: "see the intakes",
  view: async (visit): Promise<PageResult> => {
    const { lang } = visit;
    const words = intakeWords(lang).list;
    const { intakes, now } = (await see(visit, listIntakes, {})) ?? { intakes: [], now: visit.world.now() };
    const main = html`${
      intakes.length === 0
        ? html`<p><strong>${words.none}</strong> ${words.noneWhy}</p>`
        : html`${rows(visit, intakes, now)}<p class="small">${clockLine(visit, now)}</p>`
    }
${mayPrepare(visit) && html`<h2>${words.prepare}</h2>${preparing(visit)}`}`;
    return { html: layout(visit, { title: words.title, lead: words.lead, main, back: "/compte" }) };
  },
  submit: async (visit, sent) => {
    const from = sent.get("from");
    const diploma = sent.get("diploma") || diplomasOf(visit)[0]!.value;
    const outcome = await act(visit, prepareIntake, { diploma, ...(from !== "" && { from }) }, { sent });
    if (outcome.kind !== "done") return { redirect: visit.link("/campagnes") };
    return { redirect: visit.link(`/campagnes/${outcome.value.id}/reglages`) };
  },
};

function rows(visit: Visit, intakes: readonly ListedIntake[], now: Date): Html {
  const { lang, school, link } = visit;
  const words = intakeWords(lang).list;
  const moment = (instant: Date | null) => (instant ? sayMoment(instant, school.timezone, lang) : words.unset);
  return table({
    id: "intakes",
    caption: words.caption,
    head: [words.name, words.state, words.opens, words.closes, words.places],
    rows: intakes.map((intake) => [
      html`<a class="ds-link" href="${href(link(`/campagnes/${intake.id}`))}">${nameOfIntake(intake.settings.label, lang)}</a>`,
      html`<span class="ds-tag" data-color="${COLOURS[intake.state]}">${sayState(intake, now, lang)}</span>`,
      moment(intake.opensAt),
      moment(intake.closesAt),
      intake.settings.places === null ? words.unset : String(intake.settings.places),
    ]),
    numeric: [4],
    stacks: true,
  });
}

const COLOURS = { preparing: "warning", open: "success", closed: "neutral" } as const;

function preparing(visit: Visit): Html {
  const { lang } = visit;
  const words = intakeWords(lang).list;
  const diplomas = diplomasOf(visit);
  const one = diplomas.length === 1;
  const which = radios({
    name: "diploma",
    legend: words.which,
    options: diplomas,
    value: diplomas[0]?.value,
    errors: [],
    lang,
  });
  return form(
    visit,
    html`${!one && which}${button(words.prepare)}`,
    one ? { hidden: { diploma: diplomas[0]!.value } } : {},
  );
}

function diplomasOf({ world, school, lang }: Visit): { value: string; label: string }[] {
  return [...new Set(school.diplomas.map(({ diploma }) => diploma))].map((value) => ({
    value,
    label: world.laws.diplomas.find(({ data }) => data.diploma === value)!.data.label[lang],
  }));
}

export function mayPrepare({ actor }: Visit): boolean {
  return may(actor, prepareIntake.who);
}
