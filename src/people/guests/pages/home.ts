/** A guest's home page: who invited them, until when, what awaits them, their data, and the way out. */
import { Readable } from "node:stream";
import { type Html, html } from "../../../kit/html.ts";
import { sayInstant } from "../../../kit/instant.ts";
import { sayDay } from "../../../kit/lang.ts";
import { act, fromEach, see } from "../../../page/acting.ts";
import { button, form, linkButton, summaryCard, summaryList } from "../../../page/form.ts";
import { entryList } from "../../../page/entry-list.ts";
import { layout } from "../../../page/layout.ts";
import type { GuestAwaits, Page, PageResult, Visit } from "../../../page/page.ts";
import { stepRows } from "../../../page/steps.ts";
import { dropGuestSession } from "../../../page/session.ts";
import { leaveAsGuest } from "../acts.ts";
import { places } from "../../pages/places.ts";
import { peopleWords } from "../../pages/words.ts";
import { sayInvitedFor, sayInvitedUntil } from "../sentences.ts";
import { myInvitation } from "../views.ts";
import { calendarWords } from "../../calendar/pages/words.ts";
import { guestWords } from "./words.ts";

/** Requires no actor: a guest whose session ended is told so here. */
export const guestHomePage: Page = {
  name: "invite",
  path: places.guest.path,
  view: async (visit) => (await shown(visit)) ?? notIn(visit),
  submit: async (visit, sent) => {
    const session = sent.get("session").slice(0, 36);
    const other = session !== "" && session !== visit.guest?.actor.session;
    if (visit.guest) await act(visit, leaveAsGuest, other ? { session } : {}, { sent, actor: visit.guest.actor });
    if (!other) dropGuestSession(visit);
    return { redirect: visit.link(visit.path) };
  },
};

async function shown(visit: Visit): Promise<PageResult | undefined> {
  const { lang, school, guest } = visit;
  const invitation = guest && (await see(visit, myInvitation, {}, { actor: guest.actor }));
  if (!invitation) return undefined;
  const words = guestWords(lang).home;
  const { name, address, roles, until, by, sessions } = invitation;
  const day = sayDay(until, lang);
  const main = html`<h2>${words.waits}</h2>
${await waiting({ ...visit, guest })}
<h2>${words.invitation}</h2>
<p>${words.lead(school.name, sayInvitedFor(roles, lang), sayInvitedUntil(roles, until, lang))}</p>
${summaryList(
  [
    { key: words.by, value: by ?? words.someone },
    { key: words.address, value: address },
    { key: words.until, value: day },
  ],
  lang,
)}
<div class="actions">${linkButton(visit.link(places.guestCalendar.to()), calendarWords(lang).heading, "secondary")}</div>
<h2>${words.sessions}</h2>
<p>${words.sessionsWhy}</p>
${sessions.map((one) => card(visit, one))}
<h2>${words.data}</h2>
<p>${words.dataWhy}</p>
<div class="actions">${linkButton(visit.link(places.guestData.to()), words.dataGo, "secondary")}</div>`;
  // What waits is read on the first screen of a telephone: the invitation itself comes below.
  return { html: layout(visit, { title: words.heading(name), main }) };
}

/** What waits for the guest by its day, then the entries that each subject has for them. */
async function waiting(visit: Parameters<GuestAwaits>[0]): Promise<Html> {
  const { world, guest } = visit;
  const entries = await fromEach(world.house.awaits, visit);
  // As the guest, even if an account is signed in too.
  const lines = (await see({ ...visit, actor: guest.actor }, world.house.guestWaiting, {}))?.lines ?? [];
  if (entries.length === 0 && lines.length === 0) return html`<p>${guestWords(visit.lang).home.nothing}</p>`;
  return html`${lines.length > 0 && stepRows(visit, lines)}${entryList(visit, entries)}`;
}

type Session = NonNullable<Awaited<ReturnType<typeof myInvitation.read>>>["sessions"][number];

/** The present session is ended by signing out; another is named by device and time. */
function card(visit: Visit, { id, device, openedAt, here }: Session): Html {
  const { lang, school } = visit;
  const words = guestWords(lang).home;
  const named = device || peopleWords(lang).unknownDevice;
  const moment = sayInstant(new Date(openedAt), school.timezone, lang);
  const label = here
    ? html`${words.leave}`
    : html`${words.end}<span class="ds-sr-only"> ${words.endOf(named, moment)}</span>`;
  return summaryCard({
    title: here ? words.here(named) : named,
    level: 3,
    rows: [{ key: words.since, value: moment }],
    actions: form(visit, button(label, { variant: "secondary" }), { hidden: { session: id } }),
    lang,
  });
}

function notIn(visit: Visit): PageResult {
  const words = guestWords(visit.lang).home;
  return { html: layout(visit, { title: words.left, lead: words.leftWhy, main: html`` }), status: 403 };
}

export const guestDataPage: Page = {
  name: "invite-donnees",
  path: places.guestData.path,
  who: "be a guest",
  view: async (visit) => {
    const held = await see(visit, visit.world.house.myGuestData, {});
    if (!held) return { redirect: visit.link(places.guest.to()) };
    const bytes = Buffer.from(JSON.stringify(held, null, 2));
    const type = "application/json; charset=utf-8";
    return { download: { stream: Readable.from([bytes]), size: bytes.length, type, name: "invitation.json" } };
  },
};
