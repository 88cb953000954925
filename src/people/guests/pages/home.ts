/** What a guest finds once in: who let them in, until when, what awaits them, what is held about them, and the way out. */
import { Readable } from "node:stream";
import { html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { act, see } from "../../../web/acting.ts";
import { button, form, linkButton, summaryList } from "../../../web/form.ts";
import { layout } from "../../../web/layout.ts";
import type { Page, PageResult, Visit } from "../../../web/page.ts";
import { dropGuestSession } from "../../../web/session.ts";
import { leaveAsGuest } from "../acts.ts";
import { sayInvitedFor } from "../sentences.ts";
import { myGuestData, myInvitation } from "../views.ts";
import { guestWords } from "./words.ts";

/** It asks for nobody: a guest whose session ended has no other page to be told so on. */
export const guestHomePage: Page = {
  name: "invite",
  path: "/invite",
  view: async (visit) => (await shown(visit)) ?? notIn(visit),
  submit: async (visit, sent) => {
    if (visit.guest) await act(visit, leaveAsGuest, {}, { sent, actor: visit.guest.actor });
    dropGuestSession(visit);
    return { redirect: visit.link(visit.path) };
  },
};

async function shown(visit: Visit): Promise<PageResult | undefined> {
  const { lang, school, guest } = visit;
  const invitation = guest && (await see(visit, myInvitation, {}, { actor: guest.actor }));
  if (!invitation) return undefined;
  const words = guestWords(lang).home;
  const { name, address, role, until, by } = invitation;
  const day = sayDay(until, lang);
  const main = html`${summaryList(
    [
      { key: words.by, value: by ?? words.someone },
      { key: words.address, value: address },
      { key: words.until, value: day },
    ],
    lang,
  )}
<h2>${words.waits}</h2>
<p>${words.nothing}</p>
<h2>${words.data}</h2>
<p>${words.dataWhy}</p>
<div class="actions">${linkButton(visit.link("/invite/donnees"), words.dataGo, "secondary")}</div>
${form(visit, button(words.leave, { variant: "secondary" }))}`;
  const lead = words.lead(school.name, sayInvitedFor(role, lang), day);
  return { html: layout(visit, { title: words.heading(name), lead, main }) };
}

function notIn(visit: Visit): PageResult {
  const words = guestWords(visit.lang).home;
  return { html: layout(visit, { title: words.left, lead: words.leftWhy, main: html`` }), status: 403 };
}

export const guestDataPage: Page = {
  name: "invite-donnees",
  path: "/invite/donnees",
  who: "be a guest",
  view: async (visit) => {
    const held = await see(visit, myGuestData, {});
    if (!held) return { redirect: visit.link("/invite") };
    const bytes = Buffer.from(JSON.stringify(held, null, 2));
    const type = "application/json; charset=utf-8";
    return { download: { stream: Readable.from([bytes]), size: bytes.length, type, name: "invitation.json" } };
  },
};
