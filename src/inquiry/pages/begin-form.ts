/** The buttons that begin a dossier with given answers: one for each open intake. */
import { type Html, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import { button, form } from "../../page/form.ts";
import { see } from "../../page/acting.ts";
import type { Visit } from "../../page/page.ts";
import { seeOpenIntakes } from "../../intake/views.ts";
import { resultWords } from "./result-words.ts";

/** With the kept answers. */
export async function beginForms(visit: Visit, diploma: string): Promise<Html | false> {
  const intakes = await openIn(visit, diploma);
  if (intakes.length === 0) return false;
  const words = resultWords(visit.lang).kept;
  return html`${intakes.map(({ id, label }) =>
    form(visit, button(intakes.length === 1 ? words.begin : words.beginIn(label[visit.lang])), {
      action: beginning(visit, diploma),
      hidden: { intake: id },
    }),
  )}<p>${visit.person ? words.beginWhy : words.beginSigningIn}</p>`;
}

/** With the answers given just now. */
export async function applyForms(visit: Visit, variant: "secondary" | undefined): Promise<Html | false> {
  const { lang, school } = visit;
  const { diploma } = visit.law.diploma;
  const intakes = await openIn(visit, diploma);
  const words = resultWords(lang);
  const name = ({ label, closesAt }: (typeof intakes)[number]) =>
    intakes.length === 1 ? words.applyBy(sayDay(dayIn(closesAt, school.timezone), lang)) : words.applyTo(label[lang]);
  return (
    intakes.length > 0 &&
    html`${intakes.map((intake) =>
      form(visit, button(name(intake), variant && { variant }), {
        action: beginning(visit, diploma),
        hidden: { intake: intake.id, with: "inquiry" },
      }),
    )}`
  );
}

async function openIn(visit: Visit, diploma: string) {
  return (await see(visit, seeOpenIntakes, { diploma }))?.open ?? [];
}

function beginning({ link }: Visit, diploma: string): string {
  return link(`/${diploma}/dossier/commencer`);
}
