/** People: accounts, proofs, sessions, roles, guests, tokens. */
import { actsIn, viewsIn } from "../act/gather.ts";
import * as acts from "./acts.ts";
import * as addressActs from "./address/acts.ts";
import * as codesActs from "./codes/acts.ts";
import * as demoActs from "./demo/acts.ts";
import * as demoViews from "./demo/views.ts";
import * as calendarActs from "./calendar/acts.ts";
import { guestSubscribePage, subscribePage } from "./calendar/pages/subscribe.ts";
import * as calendarViews from "./calendar/views.ts";
import { closeSessions, dropCodes, dropTokens, forgetFailures } from "./duties.ts";
import * as guestsActs from "./guests/acts.ts";
import * as guestsTogether from "./guests/together-acts.ts";
import { endGuestOffers, endInvitations } from "./guests/duties.ts";
import * as guestsCalendar from "./guests/calendar-acts.ts";
import * as guestsViews from "./guests/views.ts";
import { peopleRetained } from "./retention.ts";
import * as idleActs from "./idle/acts.ts";
import { warnIdleAccounts } from "./idle/acts.ts";
import * as offersActs from "./offers/acts.ts";
import * as providerViews from "./provider/views.ts";
import * as offersViews from "./offers/views.ts";
import { openingsPage } from "./openings/pages/openings.ts";
import * as openingsViews from "./openings/views.ts";
import { accountEntries, peopleEntries } from "./pages/entries.ts";
import { peoplePages } from "./pages/pages.ts";
import * as proofsActs from "./proofs/acts.ts";
import * as proofsPasskeyActs from "./proofs/passkey-acts.ts";
import * as proofsSentActs from "./proofs/sent-acts.ts";
import * as proofsViews from "./proofs/views.ts";
import * as providerActs from "./provider/acts.ts";
import { readsOwnFile } from "./reading.ts";
import * as sessionsActs from "./sessions/acts.ts";
import * as staffActs from "./staff/acts.ts";
import * as tokensActs from "./tokens/acts.ts";
import * as tokensViews from "./tokens/views.ts";
import * as triesActs from "./tries/acts.ts";
import * as views from "./views.ts";
import { accountsCalled, guestsCalled, peopleWaits } from "./waits.ts";
import { menuOf } from "../page/menu.ts";

export const manifest = {
  name: "people",
  acts: actsIn(
    demoActs,
    codesActs,
    acts,
    sessionsActs,
    proofsActs,
    proofsSentActs,
    proofsPasskeyActs,
    providerActs,
    addressActs,
    tokensActs,
    calendarActs,
    staffActs,
    offersActs,
    guestsActs,
    guestsTogether,
    guestsCalendar,
    idleActs,
    triesActs,
  ),
  views: viewsIn(
    views,
    demoViews,
    offersViews,
    providerViews,
    guestsViews,
    guestsCalendar,
    openingsViews,
    proofsViews,
    proofsSentActs,
    tokensViews,
    calendarViews,
  ),
  pages: [...peoplePages, openingsPage, subscribePage, guestSubscribePage],
  duties: [closeSessions, dropCodes, dropTokens, endInvitations, endGuestOffers, forgetFailures, warnIdleAccounts],
  entries: [accountEntries],
  workEntries: [peopleEntries],
  retained: peopleRetained,
  /** Tables without rows about an account, and the reason for each. */
  retainedOtherwise: {
    "a proof of an address, which goes within the hour": "address_code spent_ticket sign_in_failure",
  },
  fileReaders: { account: readsOwnFile },
  waits: peopleWaits,
  called: { staff: accountsCalled, guest: guestsCalled },
  menu: menuOf([
    { to: "/equipe", label: { fr: "Équipe", en: "Team" }, may: "see the roles", group: "house" },
    { to: "/equipe/invites", label: { fr: "Invités", en: "Guests" }, may: "see the guests", group: "house" },
  ]),
};
