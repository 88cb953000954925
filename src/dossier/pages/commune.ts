/** Choosing the commune of birth among those of that name, with their département, or none of them. */
import { html } from "../../kit/html.ts";
import { type Commune, communeName, findCommunes, MOST_FOUND, nearCommunes } from "../../kit/commune.ts";
import { act } from "../../page/acting.ts";
import { under } from "../../page/field.ts";
import { formPage } from "../../page/form-page.ts";
import { choice, text } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { route } from "../../page/route.ts";
import { saveSection } from "../acts.ts";
import { birthplaceOf, type Contents, lineOf, placeText, sectionOf, statusOf } from "../rules/sections.ts";
import { isOpen } from "../rules/state.ts";
import type { OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { GOING_ON } from "./going-on.ts";
import { below, dossierOf, sectionAt } from "./holding.ts";

const SECTION = "identity";
const FIELD = "birthCommune";
const NONE = "none";

export const communeAt = route("/:diploma/dossier/:dossier/commune");

export const dossierCommune = formPage({
  name: "dossier-commune",
  route: communeAt,
  who: "apply",
  words: (lang) => dossierWords(lang).commune,
  seen: async (visit) => {
    const opened = await dossierOf(visit);
    const value = lineOf(opened?.sections[SECTION] ?? {}, FIELD);
    const name = birthplaceOf(value)?.name ?? value;
    const found = findCommunes(name);
    return opened && { opened, value, name, found, communes: found.length > 0 ? found : nearCommunes(name) };
  },
  elsewhere: ({ visit, seen }) => (isOpen(seen.opened.state, SECTION) ? undefined : below(visit)),
  form: {
    fields: ({ words, seen: { communes, found } }) => ({
      commune: choice({
        label: communes.length === 0 ? words.nothing : found.length === 0 ? words.near : words.which,
        hint: communes.length === MOST_FOUND ? words.more : undefined,
        options: [
          ...communes.map((commune) => ({
            value: valueOf(commune),
            label: communeName(commune),
            hint: commune.today && words.today(commune.today),
          })),
          { value: NONE, label: communes.length === 0 ? words.notListed : words.noneOfThese },
        ],
        missing: words.choose,
      }),
      other: under("commune", NONE, text()),
    }),
    begin: ({ seen: { value, name } }) => ({ commune: birthplaceOf(value) ? value : "", other: name }),
    go: ({ lang }) => dossierWords(lang).save.next,
    does: async ({ commune, other = "" }, { visit, params, seen: { opened } }) => {
      const value = commune === NONE ? placeText({ code: null, name: other }) : commune;
      const contents = await keep(visit, opened, value);
      const done = contents && statusOf(sectionOf(SECTION)!, contents) === "done";
      return done ? below(visit, GOING_ON) : sectionAt.to({ ...params, section: SECTION });
    },
  },
  also: (form) => ({
    search: form({
      fields: { search: text({ blank: true }) },
      begin: ({ seen }) => ({ search: seen.name }),
      go: ({ words }) => ({ label: words.find, variant: "secondary" }),
      does: async ({ search }, { visit, params, seen }) => {
        await keep(visit, seen.opened, search);
        return communeAt.to(params);
      },
    }),
  }),
  shown: ({ lang, words, params, seen: { opened, name } }, { form, also }) => ({
    title: `${words.heading} – ${dossierWords(lang).start.numbered(opened.dossier.number)}`,
    heading: words.heading,
    main: html`<p>${words.why}</p>
${also.search()}
${name !== "" && form()}`,
    back: sectionAt.to({ ...params, section: SECTION }),
  }),
});

/** Saves this one field over whatever was saved meanwhile: another tab's changes are kept, without asking. */
async function keep(visit: Visit, opened: OpenedDossier, value: string): Promise<Contents | undefined> {
  const dossier = opened.dossier.id;
  let saved: { version: number; contents: Contents } = opened.saved[SECTION] ?? { version: 0, contents: {} };
  for (let tries = 0; tries < 5; tries++) {
    const contents = { ...saved.contents, [FIELD]: value };
    const input = { dossier, section: SECTION, version: saved.version, contents };
    const outcome = await act(visit, saveSection, input);
    if (outcome.kind === "done") return contents;
    if (outcome.kind !== "stale") return undefined;
    saved = outcome.current as typeof saved;
  }
  return undefined;
}

function valueOf(commune: Commune): string {
  return placeText({ code: commune.code, name: communeName(commune) });
}
