/** The guests of a school: roles, last day, last visit; inviting, renewing a link, revoking. */
import { type Html, html } from "../../../kit/html.ts";
import type { Day } from "../../../kit/day.ts";
import { type Lang, LANGS, sayDay } from "../../../kit/lang.ts";
import { allows } from "../../../kit/machine.ts";
import { longestOf } from "../../../kit/shapes.ts";
import { dayIn } from "../../../kit/zone.ts";
import type { Forms } from "../../../page/declared.ts";
import { formPage } from "../../../page/form-page.ts";
import { carried, choice, longText, pick, text, ticks } from "../../../page/kinds.ts";
import { firstAbout, saysAbout } from "../../../page/about-one.ts";
import { see } from "../../../page/acting.ts";
import { summaryCard } from "../../../page/form.ts";
import type { Visit } from "../../../page/page.ts";
import { endsWithin } from "../../pages/ends.ts";
import { places } from "../../pages/places.ts";
import { INVITED_ROLES, type InvitedRole, INVITES, may } from "../../../act/permissions.ts";
import { sayRole } from "../../sentences.ts";
import { confirmGuest, inviteGuest, renewGuest, revokeGuest, withdrawGuest } from "../acts.ts";
import { isGivenByTwo } from "../../offers/rules/by-two.ts";
import { INVITATION } from "../rules/standing.ts";
import { seeGuests } from "../views.ts";
import { confirmGuests, prolongGuests } from "../together-acts.ts";
import { guestWords } from "./words.ts";

export const guestsPage = formPage({
  name: "equipe-invites",
  route: places.guests,
  who: "see the guests",
  words: (lang) => guestWords(lang).office,
  seen: (visit) => see(visit, seeGuests, {}),
  form: {
    fields: ({ visit, lang, words }) => ({
      name: text(),
      address: text({ type: "email" }),
      roles: ticks({
        options: INVITED_ROLES.filter((role) => may(visit.actor, INVITES[role])).map((role) => ({
          value: role,
          label: sayRole(role, lang),
        })),
      }),
      until: pick({ options: ends(visit), open: true }),
      language: choice({ options: LANGS.map((value) => ({ value, label: words.languages[value] })), otherwise: "fr" }),
    }),
    act: inviteGuest,
    input: ({ roles, ...typed }) => ({ ...typed, roles: roles as InvitedRole[] }),
    done: ({ waits }) => places.guests.to(undefined, waits === null ? {} : { fait: "propose" }),
    forbidden: () => ({ to: places.guests.to() }),
  },
  also: (form) => ({
    prolong: form({
      fields: ({ visit, lang, words, seen }) => ({
        guests: ticks({
          label: words.together.who,
          options: prolongable(visit, seen.guests).map((one) => named(one, lang)),
        }),
        last: pick({ label: words.together.until, options: ends(visit), open: true }),
      }),
      // Those who are expected after their invitation ends come ticked.
      begin: ({ visit, seen }) => ({
        guests: prolongable(visit, seen.guests).flatMap(({ id, expected }) => (expected === null ? [] : id)),
      }),
      go: ({ words }) => ({ label: words.together.prolong, variant: "secondary" }),
      act: prolongGuests,
      input: ({ guests, last }) => ({ guests, until: last }),
      on: { until: "last" },
      done: ({ waiting }) => (waiting === 0 ? "prolonges" : "proposes"),
      forbidden: () => ({ to: places.guests.to() }),
    }),
    confirmAll: form({
      fields: ({ words, seen, lang }) => ({
        ids: ticks({ label: words.together.whom, options: confirmable(seen.waiting).map((one) => named(one, lang)) }),
      }),
      begin: ({ seen }) => ({ ids: confirmable(seen.waiting).map(({ id }) => id) }),
      go: ({ words }) => words.together.confirm,
      act: confirmGuests,
      done: "confirmes",
      forbidden: () => ({ to: places.guests.to() }),
    }),
    renew: form({
      item: "guest",
      fields: ({ visit, lang, words, seen, item }) => {
        const { until = visit.today, roles = [] } = seen.guests.find(({ id }) => id === item) ?? {};
        // Roles given by two are prolonged by a new invitation.
        const others = roles.some(isGivenByTwo) ? [] : ends(visit).filter(({ value }) => value > until);
        const empty = words.same(sayDay(until, lang));
        return {
          until: pick({ label: words.renewEnd, options: others, empty, open: true, optional: true }),
          same: carried<Day>(),
        };
      },
      begin: ({ seen, item }) => ({ same: seen.guests.find(({ id }) => id === item)?.until ?? "" }),
      go: ({ words }) => ({ label: words.renew, variant: "secondary" }),
      act: renewGuest,
      input: ({ until, same }, { item }) => ({ guest: item, until: until ?? same }),
      forbidden: () => ({ to: places.guests.to() }),
    }),
    confirm: form({
      item: "id",
      go: ({ words }) => words.confirm,
      act: confirmGuest,
      done: "confirme",
      forbidden: () => ({ to: places.guests.to() }),
    }),
    withdraw: form({
      item: "id",
      go: ({ words }) => ({ label: words.withdraw, variant: "secondary" }),
      act: withdrawGuest,
      forbidden: () => ({ to: places.guests.to() }),
    }),
    revoke: form({
      item: "guest",
      fields: ({ words, seen, item }) =>
        keptOf(seen.guests, item).length > 0 ? { ground: longText({ ...words.ground, rows: 3, most }) } : {},
      go: ({ words }) => ({ label: words.revoke, variant: "secondary" }),
      act: revokeGuest,
      input: ({ ground }, { item }) => ({ id: item, ...(ground !== undefined && { ground }) }),
      forbidden: () => ({ to: places.guests.to() }),
    }),
  }),
  shown: ({ visit, words, seen }, forms) => {
    const { school, actor } = visit;
    const invites = INVITED_ROLES.some((role) => may(actor, INVITES[role]));
    const ends = may(actor, "invite guests");
    const open = school.access?.guestDays !== undefined;
    const about = firstAbout(visit, seen.waiting, (one) => one.guest);
    // To be prolonged: asked about by a page on which somebody is still expected.
    const prolonged = firstAbout(visit, seen.guests, (one) => one.id);
    const now = prolonged.all.filter(({ standing }) => standing === "in force");
    const past = prolonged.all.filter(({ standing }) => standing !== "in force");
    const main = html`${saysAbout(visit, about.one?.name ?? prolonged.one?.name, "first")}${seen.waiting.length > 0 && html`<h2>${words.toConfirm}</h2>${may(actor, "confirm who is let in") && confirmable(seen.waiting).length > 1 && forms.also.confirmAll()}${about.all.map((one) => waitingCard(visit, one, forms.also))}`}
<h2>${words.now}</h2>
${now.length === 0 && html`<p>${words.none}</p>`}
${invites && open && prolongable(visit, seen.guests).length > 1 && html`<details class="ds-details"${prolonged.one !== undefined && html` open`}><summary>${words.together.heading}</summary><div>${forms.also.prolong()}</div></details>`}
${now.map((one) => card(visit, one, ends && open && forms))}
${invites && html`<h2>${words.invite}</h2>${open ? html`<p>${words.inviteWhy}</p>${forms.form()}` : html`<p>${words.closed}</p>`}`}
${past.length > 0 && html`<h2>${words.past}</h2>${past.map((one) => card(visit, one, ends && open && forms))}`}`;
    return { title: words.heading, lead: words.lead, main, back: "/compte" };
  },
});

/** Whose invitations this reader may prolong, alone or with a second person. */
const prolongable = ({ actor }: Visit, guests: readonly Listed[]) =>
  guests.filter(({ roles, standing }) => standing === "in force" && roles.every((role) => may(actor, INVITES[role])));

const confirmable = (waiting: readonly Waiting[]) => waiting.filter(({ own }) => !own);

const named = ({ id, name, until }: Pick<Listed, "id" | "name" | "until">, lang: Lang) => ({
  value: id,
  label: guestWords(lang).office.together.one(name, sayDay(until, lang)),
});

const most = longestOf(revokeGuest.form.properties.ground);

const keptOf = (guests: readonly Listed[], item: string) => guests.find(({ id }) => id === item)?.kept ?? [];

type Listed = NonNullable<Awaited<ReturnType<typeof seeGuests.read>>>["guests"][number];

type Waiting = NonNullable<Awaited<ReturnType<typeof seeGuests.read>>>["waiting"][number];

/** With the buttons that this reader may use. */
function waitingCard(visit: Visit, one: Waiting, also: Forms<"confirm" | "withdraw">["also"]): Html {
  const { lang, actor } = visit;
  const words = guestWords(lang).office;
  const { id, name, address, roles, until, by, own } = one;
  const confirms = may(actor, "confirm who is let in");
  const proposes = roles.every((role) => may(actor, INVITES[role]));
  const confirmed = confirms && !own && also.confirm(id, { of: words.confirmOf(name) });
  const withdrawn = (confirms || proposes) && also.withdraw(id, { of: words.withdrawOf(name) });
  return summaryCard({
    title: name,
    level: 3,
    rows: [
      { key: words.fields.address, value: address },
      { key: words.why, value: roles.map((role) => sayRole(role, lang)).join(", ") },
      { key: words.until, value: sayDay(until, lang) },
      { key: words.by, value: by },
      { key: words.standing, value: confirmed ? words.waitsForYou : words.waitsForOther },
    ],
    ...((confirmed || withdrawn) && { actions: html`${confirmed}${withdrawn}` }),
    lang,
  });
}

/** With its forms, where the reader may change it. */
function card(visit: Visit, guest: Listed, forms: Pick<Forms<"renew" | "revoke">, "also" | "returned"> | false): Html {
  const { lang, school } = visit;
  const words = guestWords(lang).office;
  const { id, name, address, roles, until, visitedAt, returned, kept } = guest;
  const visited = visitedAt === null ? words.never : sayDay(dayIn(new Date(visitedAt), school.timezone), lang);
  const ended = may(visit.actor, "confirm who is let in") || roles.some((role) => may(visit.actor, INVITES[role]));
  const can = (kind: "renewed" | "taken back") =>
    forms && ended && allows(INVITATION, kind, guest.standing) && forms.also;
  const [renewed, revoked] = [can("renewed"), can("taken back")];
  const actions =
    (renewed || revoked) &&
    html`${
      renewed &&
      html`<details class="ds-details"><summary>${words.renew}<span class="ds-sr-only"> ${words.renewOf(name)}</span></summary><div>${renewed.renew(id, { of: words.renewOf(name) })}</div></details>
`
    }${
      revoked &&
      (kept.length === 0
        ? revoked.revoke(id, { of: words.revokeOf(name) })
        : html`<details class="ds-details"${forms && forms.returned && html` open`}><summary>${words.revoke}<span class="ds-sr-only"> ${words.revokeOf(name)}</span></summary><div>${revoked.revoke(id, { of: words.revokeOf(name) })}</div></details>`)
    }`;
  return summaryCard({
    title: name,
    level: 3,
    rows: [
      { key: words.fields.address, value: address },
      { key: words.why, value: roles.map((role) => sayRole(role, lang)).join(", ") },
      { key: words.until, value: sayDay(until, lang) },
      ...(guest.expected === null
        ? []
        : [
            { key: words.expected, value: html`<strong>${words.expectedUntil(sayDay(guest.expected, lang))}</strong>` },
          ]),
      ...(guest.standing === "in force"
        ? []
        : [{ key: words.standing, value: INVITATION.states[guest.standing][lang] }]),
      ...(returned && visitedAt === null ? [{ key: words.mail, value: words.returned }] : []),
      { key: words.visited, value: visited },
      ...(kept.length > 0
        ? [{ key: words.called, value: html`${kept.map(({ says }) => html`<p>${says[lang]}</p>`)}` }]
        : []),
    ],
    ...(actions && { actions }),
    lang,
  });
}

/** The last days that the school allows. */
function ends({ lang, school, today }: Visit): { value: Day; label: string }[] {
  const words = guestWords(lang).office;
  return endsWithin(school.access?.guestDays ?? 0, today).map(({ days, day }) => ({
    value: day,
    label: words.endIn(days, sayDay(day, lang)),
  }));
}
