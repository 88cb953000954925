/** One's tokens: which there are, making one, which is shown once, and taking one back. */
import { type Html, html, href } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import { act, fieldErrors, see } from "../../../web/acting.ts";
import {
  button,
  errorSummary,
  type FieldError,
  form,
  linkButton,
  radios,
  select,
  summaryCard,
  textField,
} from "../../../web/form.ts";
import { textOf } from "../../../web/form-values.ts";
import { layout } from "../../../web/layout.ts";
import type { Page, PageResult, SignedVisit } from "../../../web/page.ts";
import { endsWithin } from "../../pages/ends.ts";
import { REACHES } from "../../rules/permissions.ts";
import { makeToken, revokeToken } from "../acts.ts";
import { seeTokens } from "../views.ts";
import { choices, chosenIn, sayChosen } from "./choosing.ts";
import { tokenWords } from "./words.ts";

type Asked = {
  readonly label: string;
  readonly reach: string;
  readonly chosen: readonly string[];
  readonly until: string;
};
const NOTHING: Asked = { label: "", reach: "read", chosen: [], until: "" };

export const tokensPage: Page = {
  name: "compte-jetons",
  path: "/compte/jetons",
  who: "mind one’s own account",
  fresh: true,
  view: (visit) => listed(visit as SignedVisit, NOTHING, []),
  submit: async (visit, sent) => {
    const words = tokenWords(visit.lang);
    if (sent.get("do") === "revoke") {
      await act(visit, revokeToken, { id: sent.get("token").slice(0, 36) }, { sent });
      return { redirect: visit.link(visit.path) };
    }
    const chosen = chosenIn(sent, visit.actor);
    const label = textOf(sent, "label").slice(0, 60);
    const asked = { label, reach: sent.get("reach"), chosen, until: sent.get("until") };
    const reach = REACHES.find((one) => one === asked.reach);
    const errors = [
      ...(asked.label === "" ? [{ field: "label", message: words.labelMissing }] : []),
      ...(reach === undefined ? [{ field: "reach", message: words.reachMissing }] : []),
      ...(reach === "chosen" && chosen.length === 0 ? [{ field: "reach", message: words.nothingChosen }] : []),
      ...(reach !== "chosen" && chosen.length > 0 ? [{ field: "reach", message: words.chosenInVain }] : []),
      ...(asked.until === "" ? [{ field: "until", message: words.endMissing }] : []),
    ];
    if (errors.length > 0 || reach === undefined) return listed(visit as SignedVisit, asked, errors);
    const input = { ...asked, reach, school: visit.school.establishment };
    const outcome = await act(visit, makeToken, input, { sent });
    if (outcome.kind === "invalid") return listed(visit as SignedVisit, asked, fieldErrors(outcome.issues, visit.lang));
    return outcome.kind === "done"
      ? shownOnce(visit as SignedVisit, outcome.value.token)
      : { redirect: visit.link(visit.path) };
  },
};

function shownOnce(visit: SignedVisit, token: string): PageResult {
  const { lang } = visit;
  const words = tokenWords(lang);
  const main = html`<p class="code whole">${token}</p>
<p>${words.shownHow}</p>
<p class="code whole">Authorization: Bearer ${token}</p>
<div class="actions">${linkButton(visit.link(visit.path), words.shownGo)}</div>`;
  return { html: layout(visit, { title: words.shown, lead: words.shownLead, main }) };
}

async function listed(visit: SignedVisit, asked: Asked, errors: readonly FieldError[]): Promise<PageResult> {
  const { lang, school, person } = visit;
  const words = tokenWords(lang);
  const { tokens } = (await see(visit, seeTokens, {})) ?? { tokens: [] };
  const longest = school.access?.tokenDays;
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
<p class="lead">${words.lead(school.name)}</p>
<p>${words.careful}</p>
<p><a class="ds-link" href="/docs?lang=${lang}">${words.docs}</a></p>
<h2>${words.mine}</h2>
${tokens.length === 0 && html`<p>${words.none}</p>`}
${tokens.map((one) => card(visit, one))}
<h2>${words.make}</h2>
${
  person.roles.length > 0 &&
  person.actor.roles.length === 0 &&
  html`<div class="ds-alert" data-color="warning"><p>${words.noRoles}</p>
<p><a class="ds-link" href="${href(`${visit.link("/compte/second-facteur")}?vers=${encodeURIComponent(visit.link(visit.path))}`)}">${words.noRolesGo}</a></p></div>`
}
${longest === undefined ? html`<p>${words.closed}</p>` : form(visit, asking(visit, longest, asked, errors))}`;
  return {
    html: layout(visit, { title: words.heading, main, back: "/compte", error: errors.length > 0 }),
    status: errors.length > 0 ? 422 : 200,
  };
}

type Listed = NonNullable<Awaited<ReturnType<typeof seeTokens.read>>>["tokens"][number];

function card(visit: SignedVisit, { id, label, reach, chosen, madeAt, endsAt, usedAt, school: place }: Listed): Html {
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
        value: reach === "chosen" ? html`${words.only} ${sayChosen(chosen, lang)}` : words.reaches[reach],
      },
      { key: words.made, value: day(madeAt) },
      { key: words.used, value: usedAt ? day(usedAt) : words.never },
      { key: words.until, value: day(endsAt) },
    ],
    actions: form(
      visit,
      html`<input type="hidden" name="do" value="revoke"><input type="hidden" name="token" value="${id}">${button(html`${words.revoke}<span class="ds-sr-only"> ${words.revokeOf(label)}</span>`, { variant: "secondary" })}`,
    ),
    lang,
  });
}

function asking(
  { lang, today, actor }: SignedVisit,
  longest: number,
  asked: Asked,
  errors: readonly FieldError[],
): Html {
  const words = tokenWords(lang);
  const ends = endsWithin(longest, today).map(({ days, day }) => ({
    value: day,
    label: words.endIn(days, sayDay(day, lang)),
  }));
  return html`${textField({ name: "label", label: words.label, hint: words.labelHint, value: asked.label, errors, lang })}
${radios({
  name: "reach",
  legend: words.reachLegend,
  options: REACHES.map((value) => ({ value, label: words.reaches[value], hint: words.reachHints[value] })),
  follow: { chosen: choices(actor, asked.chosen, lang) },
  value: asked.reach,
  errors,
  lang,
})}
${select({ name: "until", label: words.end, options: ends, value: asked.until, empty: words.choose, errors, lang })}
<div class="actions">${button(words.go)}</div>`;
}
