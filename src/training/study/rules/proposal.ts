/** The states of an organisation's proposal, and the moves that need it accepted: once it withdrew, nothing is begun there. */
import type { Machine } from "../../../kit/machine.ts";
import type { ProposalFact, ProposalState } from "../../rules/study.ts";

export const PROPOSAL: Machine<ProposalState, ProposalFact | "agreed-on" | "group-formed"> = {
  name: "study",
  thing: { fr: "Cette proposition", en: "This proposal" },
  again: { fr: "elle", en: "it" },
  states: {
    proposed: { fr: "à examiner", en: "to be examined" },
    accepted: { fr: "acceptée", en: "accepted" },
    declined: { fr: "déclinée", en: "declined" },
    withdrawn: { fr: "retirée par l’organisation", en: "withdrawn by the organisation" },
  },
  instead: { proposed: { fr: "Acceptez-la d’abord.", en: "Accept it first." } },
  moves: {
    accepted: { from: ["proposed"], to: ["accepted"] },
    declined: { from: ["proposed"], to: ["declined"] },
    withdrawn: { from: ["accepted"], to: ["withdrawn"] },
    "agreed-on": { from: ["accepted"] },
    "group-formed": { from: ["accepted"] },
  },
};
