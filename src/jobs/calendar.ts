/** Everything that time does by itself: one list, in which each duty says what is due and which act does it. */
import type { Duty } from "../act.ts";
import { dropUploads } from "../record/files/duties.ts";
import { dropExpiredAnswers, dropIdleInquiries } from "../admission/duties.ts";
import { dropBankDrafts, recallCharges } from "../billing/duties.ts";
import { closeIntakes } from "../admission/intakes/duties.ts";
import {
  putOffFees,
  remindOfDeadlines,
  takeProlongedInTime,
  tellOfProlongedIntakes,
} from "../admission/reminders/duties.ts";
import { tellOfAdvisors } from "../admission/confided/duties.ts";
import { RETENTION_DUTIES } from "../holdings.ts";
import { endInvitations } from "../people/guests/duties.ts";
import { warnIdleAccounts } from "../people/idle/acts.ts";
import { closeSessions, dropCodes, dropTokens, forgetFailures } from "../people/duties.ts";

/* Each duty has its own input; whoever goes through the list treats them alike. */
export const DUTIES = [
  closeSessions,
  dropCodes,
  dropTokens,
  endInvitations,
  forgetFailures,
  warnIdleAccounts,
  closeIntakes,
  tellOfProlongedIntakes,
  takeProlongedInTime,
  putOffFees,
  remindOfDeadlines,
  tellOfAdvisors,
  dropUploads,
  dropIdleInquiries,
  dropExpiredAnswers,
  dropBankDrafts,
  recallCharges,
  ...RETENTION_DUTIES,
] as unknown as readonly Duty[];
