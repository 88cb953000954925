/** My tokens: listing, making one, shown once, and revoking. */
import { type Html, html, href } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import type { Print } from "../../../page/declared.ts";
import { formPage } from "../../../page/form-page.ts";
import { pick, text } from "../../../page/kinds.ts";
import { route } from "../../../page/route.ts";
import { see } from "../../../page/acting.ts";
import { linkButton, summaryCard } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { PageResult, SignedVisit, Visit } from "../../../page/page.ts";
import { endsWithin } from "../../pages/ends.ts";
import { places } from "../../pages/places.ts";
import { makeToken, revokeToken } from "../acts.ts";
import { seeTokens } from "../views.ts";
import { reachField, sayChosen } from "./choosing.ts";
import { tokenWords } from "./words.ts";

const tokens = route("/compte/jetons");

export const tokensPage = formPage({
  name: "compte-jetons",
  route: tokens,
  who: "mind one’s own account",
  words: tokenWords,
  seen: (visit) => see(visit, seeTokens, {}),
  form: {
    fields: ({ visit }) => ({
      label: text(),
      reach: reachField(visit),
      until: pick({ options: ends(visit), open: true }),
    }),
    begin: () => ({ reach: { reach: "read" as const, chosen: [] } }),
    act: makeToken,
    input: ({ label, reach, until }, { visit }) => ({
      ...reach,
      label,
      until,
      school: visit.school.establishment,
    }),
    on: { chosen: "reach" },
    done: ({ token }, { visit }) => shownOnce(visit, token),
    forbidden: () => ({ to: tokens.to() }),
  },
  also: (form) => ({
    revoke: form({
      item: "id",
      go: ({ words }) => ({ label: words.revoke, variant: "secondary" }),
      act: revokeToken,
      // Revoked already.
      forbidden: () => ({ to: tokens.to() }),
    }),
  }),
  shown: ({ visit, lang, words, seen }, { form, also }) => {
    const { school, person } = visit as SignedVisit;
    const second = visit.link(places.second.to({}, { vers: visit.link(tokens.to()) }));
    const waits = person.roles.length > 0 && person.actor.roles.length === 0;
    const main = html`<p>${words.careful}</p>
<p><a class="ds-link" href="/docs?lang=${lang}">${words.docs}</a></p>
<h2>${words.mine}</h2>
${seen.tokens.length === 0 && html`<p>${words.none}</p>`}
${seen.tokens.map((one) => card(visit, one, also.revoke))}
<h2>${words.make}</h2>
${
  waits &&
  html`<div class="ds-alert" data-color="warning"><p>${words.noRoles}</p>
<p><a class="ds-link" href="${href(second)}">${words.noRolesGo}</a></p></div>`
}
${school.access?.tokenDays === undefined ? html`<p>${words.closed}</p>` : form()}`;
    return { title: words.heading, lead: words.lead(school.name), main, back: "/compte" };
  },
});

function shownOnce(visit: Visit, token: string): PageResult {
  const { lang } = visit;
  const words = tokenWords(lang);
  const main = html`<p class="code whole">${token}</p>
<p>${words.shownHow}</p>
<p class="code whole">Authorization: Bearer ${token}</p>
<div class="actions">${linkButton(visit.link(tokens.to()), words.shownGo)}</div>`;
  return { html: layout(visit, { title: words.shown, lead: words.shownLead, main }) };
}

type Listed = NonNullable<Awaited<ReturnType<typeof seeTokens.read>>>["tokens"][number];

function card(
  visit: Visit,
  { id, label, reach, chosen, madeAt, endsAt, usedAt, school: place }: Listed,
  revoke: Print,
): Html {
  const { lang, school, world } = visit;
  const words = tokenWords(lang);
  const day = (instant: Date) => sayDay(dayIn(instant, school.timezone), lang);
  const other = world.laws.establishments.find(({ data }) => data.establishment === place)?.data.name ?? place;
  return summaryCard({
    title: label,
    level: 3,
    rows: [
      ...(place === school.establishment ? [] : [{ key: words.elsewhere, value: other }]),
      {
        key: words.reach,
        value: reach === "chosen" ? html`${words.only} ${sayChosen(visit, chosen)}` : words.reaches[reach],
      },
      { key: words.made, value: day(madeAt) },
      { key: words.used, value: usedAt ? day(usedAt) : words.never },
      { key: words.until, value: day(endsAt) },
    ],
    actions: revoke(id, { of: words.revokeOf(label) }),
    lang,
  });
}

/** The last days that the school allows. */
function ends({ lang, school, today }: Visit) {
  const words = tokenWords(lang);
  return endsWithin(school.access?.tokenDays ?? 0, today).map(({ days, day }) => ({
    value: day,
    label: words.endIn(days, sayDay(day, lang)),
  }));
}
