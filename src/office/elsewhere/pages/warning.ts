/** The warning with both things named, the same on the page of a person and where something is planned. */
import type { Day } from "../../../kit/day.ts";
import { type Html, html } from "../../../kit/html.ts";
import { inBoth } from "../../../kit/in-both.ts";
import { type Label, type Lang, sayDay } from "../../../kit/lang.ts";
import { sayMinute, sayWeekday } from "../../../kit/moment.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import type { Visit } from "../../../page/page.ts";

const words = inBoth({
  heading: ["Ailleurs ce jour-là", "Elsewhere that day"],
  both: (one: string, other: string) => [`${one}, et aussi ${other}`, `${one}, and also ${other}`],
  hours: (from: string, until: string) => [`de ${from} à ${until}`, `from ${from} to ${until}`],
  since: (day: string) => [`depuis le ${day}`, `since ${day}`],
  more: ["Il y en a davantage.", "There are more."],
});

type Asked = {
  readonly dossiers: readonly string[];
  readonly from: Day;
  readonly until: Day;
  readonly planning?: { readonly kind: "interview" | "exam"; readonly diploma: string };
};

/** Nothing for visitors who plan nothing. `named`: where the page is about several people. */
export async function elsewhereWarning(visit: Visit, asked: Asked, named = true): Promise<Html | false> {
  const seen = await see(visit, visit.world.house.seeElsewhere, { ...asked, dossiers: [...asked.dossiers] });
  if (!seen || seen.lines.length === 0) return false;
  const { lang } = visit;
  const colon = lang === "fr" ? "\u00a0: " : ": ";
  return html`<section class="ds-alert" data-color="warning"><h2>${words[lang].heading}</h2><ul>${seen.lines.map(
    ({ name, on, one, other }) => {
      const both = one === null ? thing(other, lang) : words[lang].both(thing(one, lang), thing(other, lang));
      const who = named && name !== null ? `${name}, ` : "";
      const day = sayWeekday(on, lang);
      return html`<li>${who === "" ? capital(day) : `${who}${day}`}${colon}${both}.</li>`;
    },
  )}</ul>${seen.more && html`<p>${words[lang].more}</p>`}</section>`;
}

type Thing = { readonly what: Label; readonly on: Day; readonly from: string | null; readonly until: string | null };

function thing({ what, on, from, until }: Thing, lang: Lang): string {
  const { hours, since } = words[lang];
  const when =
    from === null || until === null
      ? since(sayDay(on, lang))
      : hours(sayMinute({ time: from }, lang), sayMinute({ time: until }, lang));
  return `${what[lang]} ${when}`;
}
