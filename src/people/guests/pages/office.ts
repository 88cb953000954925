/** The guests of a school: who is let in, for what, until when, when they came last; inviting, sending a new link, taking back. */
import { type Html, html } from "../../../kit/html.ts";
import type { Day } from "../../../kit/day.ts";
import { sayDay } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import { act, fieldErrors, see } from "../../../web/acting.ts";
import {
  button,
  errorSummary,
  type FieldError,
  form,
  radios,
  select,
  summaryCard,
  textField,
} from "../../../web/form.ts";
import { textOf } from "../../../web/form-values.ts";
import { layout } from "../../../web/layout.ts";
import type { Page, PageResult, Visit } from "../../../web/page.ts";
import { endsWithin } from "../../pages/ends.ts";
import { GUEST_ROLES, may } from "../../rules/permissions.ts";
import { sayRole } from "../../sentences.ts";
import { inviteGuest, renewGuest, revokeGuest } from "../acts.ts";
import { seeGuests } from "../views.ts";
import { guestWords } from "./words.ts";

type Inviting = Readonly<Record<"name" | "address" | "role" | "until" | "language", string>>;
const NOTHING: Inviting = { name: "", address: "", role: "", until: "", language: "fr" };

export const guestsPage: Page = {
  name: "equipe-invites",
  path: "/equipe/invites",
  who: "see the guests",
  fresh: true,
  view: (visit) => shown(visit, NOTHING, []),
  submit: async (visit, sent) => {
    const guest = sent.get("guest").slice(0, 36);
    const done = { redirect: visit.link(visit.path) };
    if (sent.get("do") === "revoke") {
      await act(visit, revokeGuest, { id: guest }, { sent });
      return done;
    }
    if (sent.get("do") === "renew") {
      const outcome = await act(
        visit,
        renewGuest,
        { guest, until: sent.get(`until-${guest}`) || sent.get("as-is") },
        { sent },
      );
      return outcome.kind === "invalid" ? shown(visit, NOTHING, fieldErrors(outcome.issues, visit.lang)) : done;
    }
    const inviting: Inviting = {
      name: textOf(sent, "name").slice(0, 200),
      address: textOf(sent, "address").slice(0, 200),
      role: sent.get("role"),
      until: sent.get("until"),
      language: sent.get("language") === "en" ? "en" : "fr",
    };
    const { missing } = guestWords(visit.lang).office;
    const role = GUEST_ROLES.find((one) => one === inviting.role);
    const errors = (["name", "address", "role", "until"] as const)
      .filter((field) => inviting[field] === "" || (field === "role" && role === undefined))
      .map((field) => ({ field, message: missing[field] }));
    if (errors.length > 0 || role === undefined) return shown(visit, inviting, errors);
    const language = inviting.language === "en" ? ("en" as const) : ("fr" as const);
    const outcome = await act(visit, inviteGuest, { ...inviting, role, language }, { sent });
    return outcome.kind === "invalid" ? shown(visit, inviting, fieldErrors(outcome.issues, visit.lang)) : done;
  },
};

async function shown(visit: Visit, inviting: Inviting, errors: readonly FieldError[]): Promise<PageResult> {
  const { lang, school, actor } = visit;
  const words = guestWords(lang).office;
  const { guests } = (await see(visit, seeGuests, {})) ?? { guests: [] };
  const invites = may(actor, "invite guests");
  const longest = school.access?.guestDays;
  const [now, past] = [
    guests.filter((one) => one.standing === "in force"),
    guests.filter((one) => one.standing !== "in force"),
  ];
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
<h2>${words.now}</h2>
${now.length === 0 && html`<p>${words.none}</p>`}
${now.map((one) => card(visit, one, invites ? longest : undefined))}
${
  invites &&
  html`<h2>${words.invite}</h2>
${longest === undefined ? html`<p>${words.closed}</p>` : html`<p>${words.inviteWhy}</p>${form(visit, fields(visit, longest, inviting, errors))}`}`
}
${past.length > 0 && html`<h2>${words.past}</h2>${past.map((one) => card(visit, one, undefined))}`}`;
  return {
    html: layout(visit, { title: words.heading, main, back: "/compte", error: errors.length > 0 }),
    status: errors.length > 0 ? 422 : 200,
  };
}

type Listed = NonNullable<Awaited<ReturnType<typeof seeGuests.read>>>["guests"][number];

/** `longest` where the reader may change it. */
function card(visit: Visit, guest: Listed, longest: number | undefined): Html {
  const { lang, school } = visit;
  const words = guestWords(lang).office;
  const { id, name, address, role, until, visitedAt, returned } = guest;
  const visited = visitedAt === null ? words.never : sayDay(dayIn(new Date(visitedAt), school.timezone), lang);
  const hidden = (what: string) =>
    html`<input type="hidden" name="do" value="${what}"><input type="hidden" name="guest" value="${id}">`;
  const of = (said: string) => html`<span class="ds-sr-only"> ${said}</span>`;
  const end = select({
    name: `until-${id}`,
    label: words.renewEnd,
    options: ends(visit, longest ?? 0).filter(({ value }) => value !== until),
    value: "",
    empty: words.same(sayDay(until, lang)),
    errors: [],
    lang,
  });
  const actions =
    longest !== undefined &&
    html`<details class="ds-details"><summary>${words.renew}${of(words.renewOf(name))}</summary><div>${form(visit, html`${hidden("renew")}<input type="hidden" name="as-is" value="${until}">${end}<div class="actions">${button(html`${words.renew}${of(words.renewOf(name))}`, { variant: "secondary" })}</div>`)}</div></details>
${form(visit, html`${hidden("revoke")}${button(html`${words.revoke}${of(words.revokeOf(name))}`, { variant: "secondary" })}`)}`;
  return summaryCard({
    title: name,
    level: 3,
    rows: [
      { key: words.address, value: address },
      { key: words.why, value: sayRole(role, lang) },
      { key: words.until, value: sayDay(until, lang) },
      ...(guest.standing === "in force" ? [] : [{ key: words.standing, value: words.standings[guest.standing] }]),
      ...(returned && visitedAt === null ? [{ key: words.mail, value: words.returned }] : []),
      { key: words.visited, value: visited },
    ],
    ...(actions && { actions }),
    lang,
  });
}

function ends({ lang, today }: Visit, longest: number): { value: Day; label: string }[] {
  const words = guestWords(lang).office;
  return endsWithin(longest, today).map(({ days, day }) => ({
    value: day,
    label: words.endIn(days, sayDay(day, lang)),
  }));
}

function fields(visit: Visit, longest: number, inviting: Inviting, errors: readonly FieldError[]): Html {
  const { lang } = visit;
  const words = guestWords(lang).office;
  const { languages } = words;
  return html`${textField({ name: "name", label: words.name, hint: words.nameHint, value: inviting.name, errors, lang })}
${textField({ name: "address", label: words.address, type: "email", value: inviting.address, errors, lang })}
${select({
  name: "role",
  label: words.role,
  options: GUEST_ROLES.map((role) => ({ value: role, label: sayRole(role, lang) })),
  value: inviting.role,
  empty: words.roleChoose,
  errors,
  lang,
})}
${select({ name: "until", label: words.end, options: ends(visit, longest), value: inviting.until, empty: words.roleChoose, errors, lang })}
${radios({
  name: "language",
  legend: words.language,
  options: (["fr", "en"] as const).map((value) => ({ value, label: languages[value] })),
  value: inviting.language,
  errors,
  lang,
})}
<div class="actions">${button(words.go)}</div>`;
}
