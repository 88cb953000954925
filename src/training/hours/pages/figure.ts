/** Hours by cohort, on the first page of staff. */
import { may } from "../../../act/permissions.ts";
import { href, html } from "../../../kit/html.ts";
import { inBoth } from "../../../kit/in-both.ts";
import { see } from "../../../page/acting.ts";
import { barsDrawn, figure, type Figures, shareBar } from "../../../page/figures.ts";
import { places } from "../../cohorts/pages/places.ts";
import { seeCohortHours } from "../cohorts.ts";
import { sayHours } from "../words.ts";

const words = inBoth({
  title: ["Heures par promotion", "Hours by cohort"],
  says: [
    "Heures faites, puis planifiées, sur celles du programme. Faites\u00a0: la présence est notée. Les séances d’une partie de la promotion ne comptent pas.",
    "Hours held, then planned, of those of the programme. Held: attendance is noted. Lessons for a part of the cohort do not count.",
  ],
  cohort: ["Promotion", "Cohort"],
  done: ["Tenues", "Held"],
  planned: ["Prévues", "Planned"],
  due: ["Maquette", "Maquette"],
  of: (done: string, due: string) => [`${done} sur ${due}`, `${done} of ${due}`],
});

export const hoursFigure: Figures = async (visit) => {
  const { actor, lang, link } = visit;
  if (!may(actor, seeCohortHours.who)) return [];
  const cohorts = (await see(visit, seeCohortHours, {}))?.cohorts ?? [];
  if (cohorts.length === 0) return [];
  const said = words[lang];
  const hours = (minutes: number) => sayHours(minutes, lang);
  const name = (one: (typeof cohorts)[number]) =>
    html`<a href="${href(link(places.cohort.to({ cohort: one.id })))}">${one.name}</a>`;
  return [
    figure(
      {
        id: "by-cohort",
        title: said.title,
        says: said.says,
        drawing: barsDrawn(
          cohorts.map((one) => ({
            label: name(one),
            says: said.of(hours(one.done), hours(one.due)),
            bar: shareBar({ due: one.due, done: one.done, planned: one.planned - one.done }),
          })),
        ),
        table: {
          head: [said.cohort, said.done, said.planned, said.due],
          rows: cohorts.map((one) => [one.name, hours(one.done), hours(one.planned), hours(one.due)]),
        },
      },
      lang,
    ),
  ];
};
