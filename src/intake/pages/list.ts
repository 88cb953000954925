/** The intakes of the school, and preparing one. */
import { href, type Html, html } from "../../kit/html.ts";
import { sayMoment } from "../../kit/moment.ts";
import type { Field } from "../../page/field.ts";
import { formPage } from "../../page/form-page.ts";
import { carried, choice } from "../../page/kinds.ts";
import { see } from "../../page/acting.ts";
import { table } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { may } from "../../act/permissions.ts";
import { intakesApart } from "../apart.ts";
import { prepareIntake } from "../acts.ts";
import { listIntakes, type ListedIntake } from "../views.ts";
import { intakeWords, nameOfIntake, sayState } from "../words.ts";
import { clockLine } from "./notice.ts";
import { intakes, intakeShown, settingsOf } from "./routes.ts";

export const intakesPage = formPage({
  name: "campagnes",
  route: intakes,
  who: "see the intakes",
  words: (lang) => intakeWords(lang).list,
  seen: async (visit) => (await see(visit, listIntakes, {})) ?? { intakes: [], now: visit.world.now() },
  form: {
    // `from`: the intake from whose page the form was opened.
    fields: ({ visit }) => ({ diploma: diplomaField(visit), from: carried<string>() }),
    begin: ({ visit }) => ({ diploma: diplomasOf(visit)[0]!.value }),
    go: ({ words }) => words.prepare,
    act: prepareIntake,
    input: ({ diploma, from }, { visit }) => ({
      diploma: diploma || diplomasOf(visit)[0]!.value,
      ...(from !== "" && { from }),
    }),
    done: ({ id }) => settingsOf.to({ intake: id }),
    invalid: () => ({ to: intakes.to() }),
    forbidden: () => ({ to: intakes.to() }),
  },
  shown: ({ visit, words, seen: { intakes: all, now } }, { form }) => {
    const main = html`${
      all.length === 0
        ? html`<p><strong>${words.none}</strong> ${words.noneWhy}</p>`
        : html`${rows(visit, all, now)}<p class="small">${clockLine(visit, now)}</p>`
    }
${mayPrepare(visit) && html`<h2>${words.prepare}</h2>${form()}`}`;
    return { title: words.title, lead: words.lead, main, back: "/compte" };
  },
});

/** Asked if the school has several; the act rejects any other. */
function diplomaField(visit: Visit): Field<string> {
  const hidden = carried<string>();
  const options = diplomasOf(visit);
  if (options.length === 1) return hidden;
  return { ...choice({ label: intakeWords(visit.lang).list.which, options, blank: true }), read: hidden.read };
}

function rows(visit: Visit, intakes: readonly ListedIntake[], now: Date): Html {
  const { lang, school, link } = visit;
  const words = intakeWords(lang).list;
  const moment = (instant: Date | null) => (instant ? sayMoment(instant, school.timezone, lang) : words.unset);
  const apart = intakesApart(
    intakes.map(({ id, settings: { label, entryOn }, diploma, closesAt }) => ({
      id,
      label,
      entryOn,
      diploma,
      closesAt,
    })),
    school.timezone,
  );
  const names = new Map(apart.map(({ id, label }) => [id, label]));
  return table({
    id: "intakes",
    caption: words.caption,
    head: [words.name, words.state, words.opens, words.closes, words.places],
    rows: intakes.map((intake) => [
      html`<a class="ds-link" href="${href(link(intakeShown.to({ intake: intake.id })))}">${nameOfIntake(names.get(intake.id)!, lang)}</a>`,
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

function diplomasOf({ world, school, lang }: Visit): { value: string; label: string }[] {
  return [...new Set(school.diplomas.map(({ diploma }) => diploma))].map((value) => ({
    value,
    label: world.laws.diplomas.find(({ data }) => data.diploma === value)!.data.label[lang],
  }));
}

export function mayPrepare({ actor }: Visit): boolean {
  return may(actor, prepareIntake.who);
}
