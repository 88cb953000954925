/** Who I am here, on which devices I am signed in, and the way out. */
import { html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import { act, see } from "../../page/acting.ts";
import { button, form, linkButton, summaryCard, summaryList } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, SignedVisit, Visit } from "../../page/page.ts";
import { dropSession } from "../../page/session.ts";
import { endOtherSessions, endSession } from "../sessions/acts.ts";
import { seeAccount } from "../views.ts";
import { sayRole } from "../sentences.ts";
import { peopleWords } from "./words.ts";

export const accessPage: Page = {
  name: "compte-acces",
  path: "/compte/acces",
  who: "mind one’s own account",
  view: (visit) => shown(visit as SignedVisit),
  submit: async (visit, sent) => {
    if (sent.get("session") === "others") await act(visit, endOtherSessions, {}, { sent });
    else await act(visit, endSession, { session: sent.get("session") }, { sent });
    return { redirect: `${visit.link(visit.path)}?fait=ferme` };
  },
};

async function shown(visit: SignedVisit): Promise<PageResult> {
  const { lang, person, school } = visit;
  const words = peopleWords(lang).account;
  const day = (instant: Date) => sayDay(dayIn(instant, school.timezone), lang);
  const { sessions } = (await see(visit, seeAccount, {})) ?? { sessions: [] };
  const roles = person.roles.map((role) => sayRole(role, lang)).join(", ");
  const cards = sessions.map((one) => {
    const device = one.device || peopleWords(lang).unknownDevice;
    const here = one.id === person.session;
    const end = html`<input type="hidden" name="session" value="${one.id}">${button(html`${words.end}<span class="ds-sr-only"> ${words.endOf(device)}</span>`, { variant: "secondary" })}`;
    return summaryCard({
      title: here ? `${device} (${words.here})` : device,
      level: 3,
      rows: [
        { key: words.since, value: day(one.authenticatedAt) },
        { key: words.until, value: day(one.expiresAt) },
      ],
      lang,
      ...(!here && { actions: form(visit, end) }),
    });
  });
  const ended = visit.query.fait === "ferme" && words.ended;
  const main = html`${ended && html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${ended}</p>`}
${summaryList(
  [
    {
      key: words.name,
      value: person.name,
      change: { url: visit.link("/compte/nom"), what: words.nameWhat },
    },
    {
      key: words.address,
      value: person.address,
      change: { url: visit.link("/compte/adresse"), what: words.addressWhat },
    },
    ...(roles === "" ? [] : [{ key: words.roles, value: roles }]),
  ],
  lang,
)}
<div class="actions">${linkButton(visit.link("/connexion/code"), words.password, "secondary")}</div>
<h2>${words.sessions}</h2>
<p>${words.sessionsWhy}</p>
${cards}
${sessions.length > 1 && form(visit, html`<input type="hidden" name="session" value="others">${button(words.endOthers, { variant: "secondary" })}`)}
${form(visit, button(words.out), { action: visit.link("/deconnexion") })}`;
  return { html: layout(visit, { title: words.heading, lead: words.lead, main, back: "/compte" }) };
}

export const signOutPage: Page = {
  name: "deconnexion",
  path: "/deconnexion",
  view: (visit: Visit) => ({ redirect: visit.link("/connexion") }),
  submit: async (visit, sent) => {
    if (visit.person) await act(visit, endSession, {}, { sent });
    dropSession(visit);
    return { redirect: visit.link("/connexion") };
  },
};
