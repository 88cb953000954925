/** The dossier a candidate fills in and submits, alone or with the office. */
import { addFile, explainPages, removeFile, saveSection, startDossier } from "./acts.ts";
import { decideArrangements } from "./arrange-acts.ts";
import { openFilesOf } from "./bundle-view.ts";
import { dossiersCheck } from "./check.ts";
import { askComplement, giveComplement } from "./complement-acts.ts";
import {
  askConfirmation,
  confirmEntered,
  confirmOwn,
  disputeEntered,
  enterDossier,
  knowsLink,
  openEntered,
  readEntered,
  takeOverDossier,
} from "./entering/acts.ts";
import { advisorEntries, dossierEntries } from "./entering/pages/entries.ts";
import { followDossier } from "./follow-views.ts";
import { dossierRetained } from "./retention.ts";
import { readMessages, sendMessage } from "./messages/acts.ts";
import { bundlePage } from "./pages/bundle.ts";
import { dossierPages } from "./pages/pages.ts";
import { findReached } from "./reached.ts";
import { readsDossierFile } from "./reading.ts";
import { resumeDossier, submitDossier, takeBackDossier, withdrawDossier } from "./submit-acts.ts";
import { confidedDossiers, myDossiers, openDossier, openSection, readConfided } from "./views.ts";

export const manifest = {
  name: "dossier",
  reached: { dossier: findReached },
  acts: [
    startDossier,
    saveSection,
    addFile,
    removeFile,
    explainPages,
    submitDossier,
    takeBackDossier,
    withdrawDossier,
    resumeDossier,
    askComplement,
    giveComplement,
    sendMessage,
    enterDossier,
    askConfirmation,
    openEntered,
    confirmEntered,
    confirmOwn,
    disputeEntered,
    takeOverDossier,
    decideArrangements,
  ],
  views: [
    openFilesOf,
    myDossiers,
    openDossier,
    openSection,
    confidedDossiers,
    readConfided,
    followDossier,
    readMessages,
    readEntered,
    knowsLink,
  ],
  pages: [...dossierPages, bundlePage],
  entries: [advisorEntries, dossierEntries],
  retained: dossierRetained,
  fileReaders: { dossier: readsDossierFile },
  checks: [() => dossiersCheck],
};
