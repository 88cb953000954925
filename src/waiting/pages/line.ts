/** Putting off what waits, or giving it to somebody who may do it: the two things that a person stores of it. */
import { html } from "../../kit/html.ts";
import { inBoth } from "../../kit/in-both.ts";
import { sayDay } from "../../kit/lang.ts";
import { see } from "../../page/acting.ts";
import { DESK_HOME } from "../../page/desk-head.ts";
import { formPage } from "../../page/form-page.ts";
import { day, pick } from "../../page/kinds.ts";
import { route } from "../../page/route.ts";

export const waitingLineAt = route("/a-faire/:line");

const words = inBoth({
  heading: ["Reporter ou confier", "Put off or give"],
  lead: ["Vos collègues le voient. Cela ne change aucun délai.", "Your colleagues see it. It changes no time limit."],
  fields: {
    until: ["Reporter au", "Put off to"],
    to: ["Confier à", "Give to"],
  },
  last: (last: string) => [
    `Facultatif. Cela revient de soi-même ce jour-là, au plus tard le ${last}.`,
    `Optional. It comes back by itself on that day, ${last} at the latest.`,
  ],
  nobody: ["Personne en particulier", "Nobody in particular"],
  toWhy: [
    "Facultatif. Seules les personnes qui peuvent le faire sont ici.",
    "Optional. Only people who may do it are here.",
  ],
  go: ["Enregistrer", "Save"],
});

export const waitingLinePage = formPage({
  name: "a-faire-ligne",
  route: waitingLineAt,
  who: "mind one’s own account",
  words: (lang) => words[lang],
  seen: (visit, { line }) => see(visit, visit.world.house.waitingLine, { line }),
  form: {
    fields: ({ words: said, seen, lang }) => ({
      until: day({ optional: true, hint: said.last(sayDay(seen.last, lang)) }),
      to: pick({
        optional: true,
        hint: said.toWhy,
        empty: said.nobody,
        options: seen.colleagues.map(({ account, name }) => ({ value: account, label: name })),
      }),
    }),
    begin: ({ seen }) => ({
      ...(seen.putOffUntil !== null && { until: seen.putOffUntil }),
      ...(seen.given !== null && { to: seen.given }),
    }),
    act: ({ visit }) => visit.world.house.arrangeWaiting,
    input: ({ until, to }, { params }) => ({
      line: params.line,
      ...(until !== undefined && { until }),
      ...(to !== undefined && { to }),
    }),
    done: () => DESK_HOME,
    forbidden: () => ({ to: DESK_HOME }),
  },
  shown: ({ words: said, seen, lang }, { form }) => ({
    title: said.heading,
    lead: said.lead,
    main: html`<p><strong>${seen.verb[lang]}</strong>${seen.about && html` ${seen.about[lang]}`}</p>${form()}`,
    back: DESK_HOME,
  }),
});
