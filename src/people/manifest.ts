/** People: accounts, proofs, sessions, roles, guests, tokens. */
import { settleAccount } from "./acts.ts";
import { changeAddress, changeName, endSessionsOf, giveAddress, removeProofs } from "./address/acts.ts";
import { askCode, expireCode, readOutCode, tryCode, tryLastCode } from "./codes/acts.ts";
import { makeDemoAccount } from "./demo/acts.ts";
import { seeDemoCode } from "./demo/views.ts";
import { closeSessions, dropCodes, dropTokens, forgetFailures } from "./duties.ts";
import {
  confirmGuest,
  endGuestOffer,
  endInvitation,
  enterAsGuest,
  inviteGuest,
  leaveAsGuest,
  renewGuest,
  revokeGuest,
  withdrawGuest,
} from "./guests/acts.ts";
import { endGuestOffers, endInvitations } from "./guests/duties.ts";
import { myInvitation, seeGuests, seeInvitation, seeWaitingGuests } from "./guests/views.ts";
import { peopleRetained } from "./retention.ts";
import { warnIdleAccount, warnIdleAccounts } from "./idle/acts.ts";
import { acceptRole, declineRole } from "./offers/acts.ts";
import { seeTies } from "./provider/views.ts";
import { myOffers, seeOffers } from "./offers/views.ts";
import { openingsPage } from "./openings/pages/openings.ts";
import { myOpenings } from "./openings/views.ts";
import { peopleEntries } from "./pages/entries.ts";
import { peoplePages } from "./pages/pages.ts";
import {
  addGenerator,
  beginGenerator,
  confirmIdentity,
  proveSecond,
  removeFactor,
  renewRecoveryCodes,
} from "./proofs/acts.ts";
import { addPasskey, askNewPasskey, askPasskey, showPasskey } from "./proofs/passkey-acts.ts";
import { noteSent, whenSent } from "./proofs/sent-acts.ts";
import { seeNewGenerator, seeProofs } from "./proofs/views.ts";
import { comeBack, enterByProvider, leaveForProvider, linkProvider, unlinkProvider } from "./provider/acts.ts";
import { readsOwnFile } from "./reading.ts";
import { endOtherSessions, endSession, expireSession, forgetFailure, signIn, startSession } from "./sessions/acts.ts";
import { confirmRole, giveRole, takeRole } from "./staff/acts.ts";
import { expireToken, makeToken, revokeToken } from "./tokens/acts.ts";
import { seeTokens } from "./tokens/views.ts";
import { myAccountMails, openProof, seeAccount, seeStaff, whoIs } from "./views.ts";

export const manifest = {
  name: "people",
  acts: [
    makeDemoAccount,
    askCode,
    readOutCode,
    tryCode,
    tryLastCode,
    settleAccount,
    signIn,
    startSession,
    endSession,
    endOtherSessions,
    confirmIdentity,
    noteSent,
    proveSecond,
    beginGenerator,
    addGenerator,
    removeFactor,
    renewRecoveryCodes,
    askNewPasskey,
    addPasskey,
    askPasskey,
    showPasskey,
    leaveForProvider,
    comeBack,
    enterByProvider,
    linkProvider,
    unlinkProvider,
    changeName,
    changeAddress,
    giveAddress,
    removeProofs,
    endSessionsOf,
    makeToken,
    revokeToken,
    expireToken,
    expireSession,
    expireCode,
    forgetFailure,
    giveRole,
    confirmRole,
    takeRole,
    acceptRole,
    declineRole,
    inviteGuest,
    confirmGuest,
    withdrawGuest,
    renewGuest,
    revokeGuest,
    enterAsGuest,
    leaveAsGuest,
    endInvitation,
    endGuestOffer,
    warnIdleAccount,
  ],
  views: [
    openProof,
    seeDemoCode,
    seeAccount,
    seeStaff,
    myOffers,
    seeTies,
    seeOffers,
    seeGuests,
    seeWaitingGuests,
    seeInvitation,
    myInvitation,
    whoIs,
    myOpenings,
    myAccountMails,
    seeProofs,
    whenSent,
    seeTokens,
    seeNewGenerator,
  ],
  pages: [...peoplePages, openingsPage],
  duties: [closeSessions, dropCodes, dropTokens, endInvitations, endGuestOffers, forgetFailures, warnIdleAccounts],
  entries: [peopleEntries],
  retained: peopleRetained,
  /** Tables without rows about an account, and the reason for each. */
  retainedOtherwise: {
    "a proof of an address, which goes within the hour": "address_code spent_ticket sign_in_failure",
  },
  fileReaders: { account: readsOwnFile },
};
