/** Every view, in the order of the year. */
import type { View } from "./act.ts";
import { myDossiers, openDossier, readConfidence } from "./admission/dossier/views.ts";
import { openAnswer, openInquiry } from "./admission/views.ts";
import { listMails, myMails, openMail } from "./record/mail/views.ts";
import { listIntakes, seeIntake, seeOpenIntakes, seePublicIntake } from "./admission/intakes/views.ts";
import { myOpenings } from "./people/openings/views.ts";
import { myAccountMails, openProof, seeAccount, seeStaff } from "./people/views.ts";

/* Each view has its own form and value; whoever goes through the list treats them alike. */
export const VIEWS = [
  openProof,
  seeAccount,
  seeStaff,
  myOpenings,
  listIntakes,
  seeIntake,
  seePublicIntake,
  seeOpenIntakes,
  myAccountMails,
  openInquiry,
  openAnswer,
  myDossiers,
  openDossier,
  readConfidence,
  myMails,
  listMails,
  openMail,
] as unknown as readonly View[];
