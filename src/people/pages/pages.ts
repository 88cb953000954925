/** The pages of signing in and of the account. */
import type { Page } from "../../page/page.ts";
import { accessPage, signOutPage } from "./account.ts";
import { askCodePage, choosePasswordPage, codePage } from "./code.ts";
import { mailsPage } from "./mails.ts";
import { remindersPage } from "./reminders.ts";
import { confirmPage } from "../proofs/pages/confirm.ts";
import { enterDemoPage } from "../demo/pages/enter.ts";
import { generatorPage, proofsPage } from "../proofs/pages/proofs.ts";
import { secondFactorPage } from "../proofs/pages/second.ts";
import { rolesPage } from "../staff/pages/roles.ts";
import { guestDataPage, guestHomePage } from "../guests/pages/home.ts";
import { invitationPage } from "../guests/pages/invitation.ts";
import { guestsPage } from "../guests/pages/office.ts";
import { myOffersPage } from "../offers/pages/mine.ts";
import { tokensPage } from "../tokens/pages/tokens.ts";
import { takeRolePage, teamPage } from "../staff/pages/team.ts";
import { providerBackPage, providerPage } from "../provider/pages/provider.ts";
import { tiesPage } from "../provider/pages/ties.ts";
import { helpAccountPage } from "../address/pages/help.ts";
import { addressCodePage, addressPage, namePage } from "../address/pages/own.ts";
import { signInPage } from "./sign-in.ts";

export const peoplePages: readonly Page[] = [
  signInPage,
  providerPage,
  providerBackPage,
  enterDemoPage,
  askCodePage,
  codePage,
  choosePasswordPage,
  accessPage,
  mailsPage,
  remindersPage,
  confirmPage,
  secondFactorPage,
  proofsPage,
  generatorPage,
  tiesPage,
  tokensPage,
  myOffersPage,
  namePage,
  addressPage,
  addressCodePage,
  teamPage,
  takeRolePage,
  helpAccountPage,
  rolesPage,
  guestsPage,
  invitationPage,
  guestHomePage,
  guestDataPage,
  signOutPage,
];
