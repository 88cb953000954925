/** Days that the person gave by their month or year, fixed one by one as the pieces tell them. */
import { html } from "../../kit/html.ts";
import { type Lang, sayPartialDay } from "../../kit/lang.ts";
import { allows } from "../../kit/machine.ts";
import { isId } from "../../kit/shapes.ts";
import { capital } from "../../kit/typography.ts";
import { see } from "../../page/acting.ts";
import { formPage } from "../../page/form-page.ts";
import { choice, day } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { route } from "../../page/route.ts";
import { type FixedDay, openDays, typedDay, withFixed } from "../../dossier/rules/fixed-days.ts";
import { DOSSIER } from "../../dossier/rules/state.ts";
import { underItsLaw } from "../../dossier/pages/holding.ts";
import { sayDates, titleName } from "../../inquiry/pages/say.ts";
import { fixDay } from "../acts.ts";
import { type OfficeDossier, seeDossier } from "../views.ts";
import { officeWords } from "../words.ts";
import { keepingList, listKept } from "./list.ts";
import { notHere } from "./own.ts";

export const daysAt = route("/dossiers/:dossier/jours");

export const daysPage = formPage({
  name: "dossiers-jours",
  route: daysAt,
  who: "handle the dossiers",
  words: (lang) => officeWords(lang).days,
  seen: async (visit, { dossier }) => (isId(dossier) ? see(visit, seeDossier, { dossier }) : undefined),
  missing: notHere,
  keeps: listKept,
  elsewhere: ({ visit, params, seen }) =>
    stillOpen(visit, seen).length > 0 && allows(DOSSIER, "day-fixed", seen.state.state)
      ? undefined
      : keepingList(visit, `/dossiers/${params.dossier}`),
  form: {
    fields: ({ visit, words, seen }) => ({
      which: choice({
        label: words.which,
        options: stillOpen(visit, seen).map((one) => ({
          value: idOf(one),
          label: sayOpen(visit, seen, one),
        })),
      }),
      day: day({ label: words.day }),
    }),
    act: fixDay,
    input: ({ which, day: fixed }, { params: { dossier } }) => {
      const [item, of] = which.split(":");
      return { dossier, item: Number(item), of: of as FixedDay["of"], day: fixed };
    },
    done: (_, { visit, params }) => keepingList(visit, daysAt.to({ dossier: params.dossier })),
  },
  shown: ({ visit, words, seen, params }, { form }) => ({
    title: words.title(seen.dossier.number),
    lead: words.lead,
    main: html`${form()}`,
    back: keepingList(visit, `/dossiers/${params.dossier}`),
  }),
});

function stillOpen(visit: Visit, { draft, facts, intake }: OfficeDossier) {
  return openDays(underItsLaw(visit, intake).law.diploma, withFixed(draft, facts));
}

const idOf = ({ item, of }: Omit<FixedDay, "day">) => `${item}:${of}`;

function sayOpen(visit: Visit, { draft, intake }: OfficeDossier, one: Omit<FixedDay, "day">): string {
  const { lang } = visit;
  const words = officeWords(lang).days;
  const { diploma } = underItsLaw(visit, intake).law;
  const title = draft.titles.find(({ item }) => item === one.item);
  const period = draft.periods.find(({ item }) => item === one.item);
  const name = title ? titleName(diploma, title, lang) : sayDates(period!, lang);
  return words.open(capital(name), words.of[one.of], sayTyped(draft, one, lang));
}

function sayTyped(draft: OfficeDossier["draft"], one: Omit<FixedDay, "day">, lang: Lang): string {
  const typed = typedDay(draft, one);
  return typed ? sayPartialDay(typed, lang) : officeWords(lang).days.notSaid;
}
