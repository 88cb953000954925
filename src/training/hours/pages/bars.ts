/** Hours followed and planned as a bar a domain, each with its figures; the table by unit is folded below. */
import { type Html, html } from "../../../kit/html.ts";
import { inBoth } from "../../../kit/in-both.ts";
import type { Lang } from "../../../kit/lang.ts";
import { shareBar } from "../../../page/figures.ts";
import type { labelledHours } from "../views.ts";
import { sayHours } from "../words.ts";
import { hoursShown } from "./table.ts";

type Hours = NonNullable<Awaited<ReturnType<typeof labelledHours>>>;

const words = inBoth({
  heading: ["Mes heures", "My hours"],
  followed: (done: string, due: string) => [`${done} suivies sur ${due}`, `${done} followed of ${due}`],
  of: (done: string, due: string) => [`${done} sur ${due}`, `${done} of ${due}`],
  key: {
    done: ["suivies", "followed"],
    planned: ["prévues", "planned"],
    left: ["pas encore prévues", "not planned yet"],
  },
  all: ["Les heures, unité par unité", "The hours, unit by unit"],
});

export function hoursBars(hours: Hours, lang: Lang, id: string): Html {
  const said = words[lang];
  const { totals } = hours;
  const domains = [...Map.groupBy(hours.units, ({ domain }) => domain)].map(([domain, units]) => {
    const sum = (of: "due" | "done" | "planned") => units.reduce((all, unit) => all + unit[of], 0);
    return { domain, label: units[0]!.domainLabel, due: sum("due"), done: sum("done"), planned: sum("planned") };
  });
  // A domain of which one is dispensed whole has no hours to draw.
  const drawn = domains.filter(({ due, done, planned }) => due + done + planned > 0);
  return html`<section aria-labelledby="${id}-title"><h2 id="${id}-title">${said.heading}</h2>
<p><strong>${said.followed(sayHours(totals.done, lang), sayHours(totals.due, lang))}</strong>.</p>
<ul class="bars">${drawn.map(
    ({ domain, label, due, done, planned }) =>
      html`<li><div class="head"><span>${domain}, ${label[lang]}</span><strong class="unbroken">${said.of(sayHours(done, lang), sayHours(due, lang))}</strong></div>${shareBar({ due, done, planned })}</li>`,
  )}</ul>
<ul class="key"><li>${shareBar({ due: 1, done: 1, planned: 0 })}${said.key.done}</li><li>${shareBar({ due: 1, done: 0, planned: 1 })}${said.key.planned}</li><li>${shareBar({ due: 1, done: 0, planned: 0 })}${said.key.left}</li></ul>
<details class="ds-details"><summary>${said.all}</summary><div>${hoursShown(hours, lang, id)}</div></details>
</section>`;
}
