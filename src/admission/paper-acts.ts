/** Papers signed by hand, stored as scans: a commission's minutes, a relief protocol. The account that attaches one attests it. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../act/act.ts";
import { SHOWN_NOTHING } from "../act/shows.ts";
import { lockChains } from "../act/chain.ts";
import { barred, leaves } from "../kit/machine.ts";
import { issue } from "../kit/schema.ts";
import { closed, Id } from "../kit/shapes.ts";
import { officeReads } from "../dossier/hands.ts";
import { shownAs, signedOnPaper } from "../issued-documents/sign.ts";
import { attachFile } from "../files/attach.ts";
import { lastOf } from "./facts.ts";
import { candidacyChain, commissionChain } from "./rules/candidacy.ts";
import { COMMISSION, commissionState } from "./rules/commission.ts";
import { factsOf, findCommission } from "./store.ts";
import * as output from "./output.ts";

const Signed = { scan: Id, names: Type.String({ minLength: 1, maxLength: 1000 }) };

/** The kind of paper: both its file's slot and its signature's `what`. */
export const MINUTES = "minutes";
export const PROTOCOL = "protocol";

export const attachCommissionMinutes = defineAct({
  name: "attachCommissionMinutes",
  label: {
    fr: "Joindre le procès-verbal signé d’une commission d’admission",
    en: "Attach the signed minutes of an admission commission",
  },
  who: "prepare the commission",
  form: Type.Object({ commission: Id, ...Signed }, closed),
  from: leaves(COMMISSION, "minutes-attached"),
  output: output.nothing,
  shows: { nothing: SHOWN_NOTHING.onPaper },
  writes: ["stored_file", "signature"],
  async perform(context) {
    const { tx, input } = context;
    const about = commissionChain(input.commission);
    if (!(await lockChains(tx, [about])).has(about)) return FORBIDDEN;
    const commission = await findCommission(tx, input.commission);
    if (!commission) return FORBIDDEN;
    const no = barred(COMMISSION, "minutes-attached", commissionState(commission));
    if (commission.hash === null || no.length > 0) return invalid(no);
    return attach(context, { about, what: MINUTES, shown: commission.hash, words: MINUTES_WORDS });
  },
});

export const attachProtocol = defineAct({
  name: "attachProtocol",
  label: { fr: "Joindre le protocole d’allègement signé", en: "Attach the signed relief protocol" },
  who: "prepare the commission",
  form: Type.Object({ dossier: Id, ...Signed }, closed),
  output: output.nothing,
  shows: { nothing: SHOWN_NOTHING.onPaper },
  writes: ["stored_file", "signature"],
  async perform(context) {
    const { tx, input, actor } = context;
    const about = candidacyChain(input.dossier);
    await lockChains(tx, [about]);
    if (!(await officeReads(tx, actor, input.dossier))) return FORBIDDEN;
    const relief = lastOf(await factsOf(tx, input.dossier), "relief");
    if (!relief || !relief.details.facts.grants?.length) return invalid([NO_PROTOCOL]);
    return attach(context, { about, what: PROTOCOL, shown: shownAs(relief.details), words: PROTOCOL_WORDS });
  },
});

type Paper = { readonly about: string; readonly what: string; readonly shown: string; readonly words: string };

async function attach(context: Performing<{ readonly scan: string; readonly names: string }>, paper: Paper) {
  const { tx, input, actor, at } = context;
  const name = input.names.trim();
  if (actor.kind !== "account") return FORBIDDEN;
  if (name === "") return invalid([NO_NAMES]);
  const { about, what: slot } = paper;
  const attached = await attachFile(tx, { upload: input.scan, account: actor.account, about, slot, at });
  if ("problem" in attached) return invalid([FILE_GONE]);
  await signedOnPaper(tx, { ...paper, name, at, scan: attached.file, actor });
  return done({}, about);
}

const MINUTES_WORDS = "Procès-verbal signé sur papier par les membres de la commission.";
const PROTOCOL_WORDS = "Protocole d’allègement signé sur papier par l’établissement et par la personne.";

const NO_PROTOCOL = issue(
  "dossier",
  "Aucune heure n’a été accordée : il n’y a pas de protocole à signer.",
  "No hours were granted: there is no protocol to sign.",
);
const NO_NAMES = issue("names", "Dites qui a signé.", "Say who signed.");
const FILE_GONE = issue(
  "scan",
  "Ce fichier n’est plus là. Choisissez-le de nouveau.",
  "This file is no longer there. Choose it again.",
);
