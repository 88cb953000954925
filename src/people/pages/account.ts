/** My account: name, address, roles, signed-in devices, signing out. */
import { html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import { act, see } from "../../page/acting.ts";
import { button, form as formTo, linkButton, summaryCard, summaryList } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import type { Page, SignedVisit } from "../../page/page.ts";
import { dropSession } from "../../page/session.ts";
import { endOtherSessions, endSession } from "../sessions/acts.ts";
import { seeAccount } from "../views.ts";
import { sayRole } from "../sentences.ts";
import { places } from "./places.ts";
import { peopleWords } from "./words.ts";

const ended = places.access.to({}, { fait: "ferme" });

export const accessPage = formPage({
  name: "compte-acces",
  route: places.access,
  who: "mind one’s own account",
  words: peopleWords,
  seen: (visit) => see(visit, seeAccount, {}),
  form: {
    item: "session",
    go: ({ words }) => ({ label: words.account.end, variant: "secondary" }),
    act: endSession,
    done: () => ended,
    // It has ended already.
    forbidden: () => ({ to: ended }),
  },
  also: (form) => ({
    others: form({
      go: ({ words }) => ({ label: words.account.endOthers, variant: "secondary" }),
      act: endOtherSessions,
      done: () => ended,
    }),
  }),
  shown: ({ visit, lang, words: { account: words, unknownDevice }, seen: { sessions } }, { form, also }) => {
    const { person, school } = visit as SignedVisit;
    const day = (instant: Date) => sayDay(dayIn(instant, school.timezone), lang);
    const roles = person.roles.map((role) => sayRole(role, lang)).join(", ");
    const cards = sessions.map((one) => {
      const device = one.device || unknownDevice;
      const here = one.id === person.session;
      return summaryCard({
        title: here ? `${device} (${words.here})` : device,
        level: 3,
        rows: [
          { key: words.since, value: day(one.authenticatedAt) },
          { key: words.until, value: day(one.expiresAt) },
        ],
        lang,
        ...(!here && { actions: form(one.id, { of: words.endOf(device) }) }),
      });
    });
    const rename = { url: visit.link(places.name.to()), what: words.nameWhat };
    const move = { url: visit.link(places.address.to()), what: words.addressWhat };
    const rows = [
      { key: words.name, value: person.name, change: rename },
      { key: words.address, value: person.address, change: move },
      ...(roles === "" ? [] : [{ key: words.roles, value: roles }]),
    ];
    const main = html`${summaryList(rows, lang)}
<div class="actions">${linkButton(visit.link(places.askCode.to()), words.password, "secondary")}</div>
<h2>${words.sessions}</h2>
<p>${words.sessionsWhy}</p>
${cards}
${sessions.length > 1 && also.others()}
${formTo(visit, button(words.out), { action: visit.link(places.signOut.to()) })}`;
    return { title: words.heading, lead: words.lead, main, back: "/compte" };
  },
});

export const signOutPage: Page = {
  name: "deconnexion",
  path: places.signOut.path,
  view: (visit) => ({ redirect: visit.link(places.signIn.to()) }),
  submit: async (visit, sent) => {
    if (visit.person) await act(visit, endSession, {}, { sent });
    dropSession(visit);
    return { redirect: visit.link(places.signIn.to()) };
  },
};
