/** What each role allows, read from the declarations themselves. */
import { html } from "../../../kit/html.ts";
import { table } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, Visit } from "../../../page/page.ts";
import { type Permission, ROLES, WHO_MAY } from "../../../act/permissions.ts";
import { places } from "../../pages/places.ts";
import { sayRole } from "../../sentences.ts";
import { staffWords } from "./words.ts";

export const rolesPage: Page = {
  name: "equipe-roles",
  path: places.roles.path,
  who: "see the roles",
  view: (visit) => {
    const words = staffWords(visit.lang).roles;
    const main = html`${list(visit, "acts", words.acts, visit.world.house.acts)}
${list(visit, "views", words.views, visit.world.house.views)}`;
    return { html: layout(visit, { title: words.heading, lead: words.lead, main, back: places.team.to() }) };
  },
};

type Declared = { readonly label: { readonly fr: string; readonly en: string }; readonly who: Permission };

/** Only what people may do: acts of the calendar, the operator or a secret's holder belong to no role. */
function list({ lang }: Visit, id: string, caption: string, declared: readonly Declared[]) {
  const words = staffWords(lang).roles;
  const holders = [
    ["anyone", words.anyone],
    ["account", words.account],
    ...ROLES.map((role) => [role, sayRole(role, lang)]),
  ] as const;
  const may = (who: Permission, holder: string) => (WHO_MAY[who] as readonly string[]).includes(holder);
  const rows = declared
    .filter(({ who }) => holders.some(([holder]) => may(who, holder)))
    .map(({ label, who }) => [label[lang], ...holders.map(([holder]) => (may(who, holder) ? words.yes : words.no))]);
  return table({ id, caption, head: [words.what, ...holders.map(([, said]) => said)], rows });
}
