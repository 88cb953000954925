/** The record itself: the chain and its proof, files, mails, work, and what is kept of people and for how long. */
import { keepLawFile } from "./acts.ts";
import { bearDemo, showDemoPeople } from "./birth/acts.ts";
import { makeCheckpoint } from "./checkpoint-acts.ts";
import { acceptClock } from "./clock/acts.ts";
import { expireUpload, noteClean, setFileAside } from "./files/acts.ts";
import { dropUploads } from "./files/duties.ts";
import { dropOrphan } from "./files/orphans.ts";
import { filePage } from "./files/pages/file.ts";
import { bytesRemover, bytesSearcher } from "./files/work.ts";
import { chooseReminders, recordBounce, resendMail } from "./mail/acts.ts";
import { officeMailEntries, officeMailPages } from "./mail/pages/office.ts";
import { mailSender } from "./mail/send.ts";
import { listMails, myMails, myReminders, openMail, seeUnreached } from "./mail/views.ts";
import { copyRemover } from "./retention/copy.ts";
import { sealOpenings } from "./openings/acts.ts";
import { recordHoldings } from "./retention/holdings.ts";
import { liftHold } from "./retention/holds.ts";
import { myDataEntries, myDataPages } from "./retention/pages/mine.ts";
import { retentionEntries, retentionPages } from "./retention/pages/office.ts";
import { seeAccountPurge, seeAccountPurges, seePurge, seePurges } from "./retention/purge.ts";
import { askForData, copyReady, erasureDone, expireCopies, expireCopy, openCopy } from "./retention/requests.ts";
import { keepTimestamp } from "./timestamp-acts.ts";

export const manifest = {
  name: "record",
  acts: [
    keepLawFile,
    bearDemo,
    showDemoPeople,
    sealOpenings,
    makeCheckpoint,
    acceptClock,
    keepTimestamp,
    expireUpload,
    dropOrphan,
    noteClean,
    setFileAside,
    recordBounce,
    resendMail,
    chooseReminders,
    liftHold,
    askForData,
    copyReady,
    erasureDone,
    expireCopy,
  ],
  views: [
    myMails,
    myReminders,
    listMails,
    seeUnreached,
    openMail,
    seePurges,
    seePurge,
    seeAccountPurges,
    seeAccountPurge,
    openCopy,
  ],
  pages: [filePage, ...myDataPages, ...officeMailPages, ...retentionPages],
  duties: [dropUploads, expireCopies],
  jobs: [mailSender, bytesRemover, bytesSearcher, copyRemover],
  entries: [myDataEntries, officeMailEntries, retentionEntries],
  holdings: recordHoldings,
  /** Tables that are about nobody who could be found by their account, and what sees to each. */
  heldOtherwise: {
    "the record itself, which holds no value":
      "audit_chain audit_record attempt checkpoint checkpoint_head checkpoint_timestamp timestamp_failure law_file migration job",
    "when the calendar last ran, which is about nobody": "clock_mark",
    "what was erased, without a word of whose it was": "erasure purge_report legal_hold",
    "whether the deployment is a demonstration, and its invented people": "birth",
  },
};
