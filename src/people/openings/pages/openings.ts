/** The openings of a person's file, for that person. */
import { sayInstant } from "../../../kit/instant.ts";
import { html } from "../../../kit/html.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, PageResult } from "../../../page/page.ts";
import { retentionWords } from "../../../retention/words.ts";
import { sayRole } from "../../sentences.ts";
import { myOpenings } from "../views.ts";

export const openingsPage: Page = {
  name: "ouvertures",
  path: "/compte/ouvertures",
  who: "mind one’s own account",
  view: async (visit): Promise<PageResult> => {
    const { lang, school } = visit;
    const words = retentionWords[lang].openings;
    const { openings } = (await see(visit, myOpenings, {})) ?? { openings: [] };
    const main =
      openings.length === 0
        ? html`<p>${words.none}</p>`
        : table({
            id: "openings",
            caption: words.caption,
            head: [words.when, words.who, words.what],
            rows: openings.map(({ openedAt, name, roles, what }) => [
              sayInstant(new Date(openedAt), school.timezone, lang),
              [name ?? words.someone, ...roles.map((role) => sayRole(role, lang))].join(", "),
              what[lang],
            ]),
          });
    return { html: layout(visit, { title: words.title, lead: words.lead, main, back: "/compte/donnees" }) };
  },
};
