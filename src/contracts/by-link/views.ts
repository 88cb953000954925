/** What a payer reads by its link: its conventions, and the certificates of those for whom it pays. Nothing of another payer. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { payerLetIn, payersLetIn } from "../../billing/payers/guest-views.ts";
import { shownAs } from "../../issued-documents/sign.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { KeySchema } from "../../law/entry.ts";
import { noteOpening } from "../../openings/openings.ts";
import { certificateByCode, certificatesOf, type IssuedCertificate } from "../../training/certificates/issued.ts";
import { findEnrolment } from "../../training/cohorts/enrolment.ts";
import { enrolmentChain, traineeActor } from "../../training/enrolled.ts";
import { withSignatures } from "../papers/around.ts";
import { frozenPaper, frozenQuote } from "../papers/frozen.ts";
import { grantsWithin, paperEndedOn } from "../rules/contract.ts";
import { agreedOn } from "../settling.ts";
import { shownPaper } from "../shown.ts";
import * as output from "./output.ts";
import { allPaidFor, type PaidFor } from "./paid-for.ts";

type State = (typeof output.PAYER_STATES)[number];
type Share = PaidFor["shares"][number];

export const myPayers = defineView({
  name: "myPayers",
  label: { fr: "Voir pour qui paie sa structure", en: "See for whom one’s body pays" },
  who: "pay for others",
  form: Type.Object({}, closed),
  output: output.myPayers,
  async read(context) {
    const payers = [];
    for (const { id: payer, name } of await payersLetIn(context)) {
      const people = await allPaidFor(context, payer);
      const states = people.flatMap((one) => one.shares.map((share) => stateOf(one, share)));
      payers.push({ payer, name, people: people.length, toSign: states.filter((one) => one === "to-sign").length });
    }
    return { payers };
  },
});

function stateOf(
  { money, contract, ended }: Pick<PaidFor, "money" | "contract" | "ended">,
  { source, signed, sent }: Share,
): State {
  const paper = money.payers.find(({ payer }) => payer === source)?.paper;
  if (contract.carried || paper !== "convention") return "none";
  if (ended !== null && (signed ?? sent)) return "ended";
  if (signed) return signed.countersigned ? "concluded" : "signed";
  return sent ? (sent.declined ? "declined" : "to-sign") : "to-come";
}

export const payerPeople = defineView({
  name: "payerPeople",
  label: {
    fr: "Voir les conventions et certificats de sa structure",
    en: "See the conventions and certificates of one’s body",
  },
  who: "pay for others",
  form: Type.Object({ payer: Id }, closed),
  output: output.payerPeople,
  async read(context) {
    const payer = await payerLetIn(context, context.input.payer);
    if (!payer) return undefined;
    const people = [];
    for (const one of await allPaidFor(context, payer.id)) {
      const { person, money, shares } = one;
      const { dossier, name, diploma, lawVersion, enrolment } = person;
      const certificates = enrolment === null ? [] : await certificatesOf(context.tx, enrolmentChain(enrolment));
      const entry = (source: string) => money.payers.find((its) => its.payer === source)!;
      people.push({
        dossier,
        name,
        diploma: context.law(diploma, { version: lawVersion })!.diploma.label,
        shares: shares.map((share) => ({
          source: share.source,
          label: entry(share.source).label,
          amount: share.amount,
          paper: entry(share.source).paper,
          state: stateOf(one, share),
        })),
        certificates: certificates.filter((its) => isFor(its, payer)).map(listed),
      });
    }
    return { payer: payer.id, name: payer.name, people };
  },
});

/** One that names another payer is for that one alone. */
function isFor({ data }: IssuedCertificate, { name }: { readonly name: string }): boolean {
  const said = (text: string) => text.trim().toLocaleLowerCase("fr");
  return said(data.payer) === "" || said(data.payer) === said(name);
}

function listed({ code, at, data }: IssuedCertificate) {
  const period = data.kind === "certificate" ? { from: data.from, to: data.to, minutes: data.minutes } : NONE;
  return { code, kind: data.kind, at: at.toISOString(), ...period };
}
const NONE = { from: null, to: null, minutes: null };

export const payerConvention = defineView({
  name: "payerConvention",
  label: { fr: "Lire la convention de sa structure", en: "Read the convention of one’s body" },
  who: "pay for others",
  form: Type.Object({ payer: Id, dossier: Id, source: KeySchema }, closed),
  output: output.payerConvention,
  async read(context) {
    const { tx, input } = context;
    const { dossier, source } = input;
    const payer = await payerLetIn(context, input.payer);
    const agreed = payer && (await agreedOn(context, dossier));
    const contract = agreed?.read.contract;
    const share = contract?.shares.find((one) => one.source === source);
    if (!payer || !agreed || !contract || share?.payer !== payer.id) return undefined;
    const ended = paperEndedOn(agreed.read, false);
    const state = stateOf({ money: agreed.money, contract, ended }, share);
    // Nothing of it is shown before the office sends it.
    if (state === "none" || state === "to-come") return undefined;
    const { signed, sent } = share;
    const frozen = signed ? await frozenPaper(tx, agreed, source) : undefined;
    const draft = agreed.papers.find((one) => one.source === source);
    const document = signed
      ? frozen && withSignatures(frozen.document, signed, { paper: "convention", on: ended })
      : state !== "ended" && draft?.document;
    const quote = await frozenQuote(tx, dossier, source);
    const { countersigned = null } = signed ?? {};
    const amount = share.amount + grantsWithin(source, { shares: contract.shares, payers: agreed.money.payers });
    return {
      payer: payer.id,
      name: payer.name,
      person: agreed.person.name,
      training: agreed.law.diploma.label,
      startsOn: agreed.startsOn,
      dossier,
      source,
      state,
      amount,
      signedBy: signed && { on: signed.on, by: signed.by },
      countersigned,
      endedOn: state === "ended" ? ended : null,
      declined: sent?.declined ?? null,
      document: document ? { ...document } : null,
      code: frozen?.code ?? null,
      shown: shownAs(shownPaper(agreed, source)),
      missing: signed || state === "ended" ? [] : (draft?.missing ?? []).map(({ label }) => label),
      quote: quote ? { code: quote.code, document: { ...quote.document } } : null,
    };
  },
});

export const payerCertificate = defineView({
  name: "payerCertificate",
  label: { fr: "Lire un certificat pour sa structure", en: "Read a certificate for one’s body" },
  who: "pay for others",
  form: Type.Object({ payer: Id, code: Type.String({ minLength: 1, maxLength: 60 }) }, closed),
  output: output.payerCertificate,
  async read(context) {
    const { tx, input, actor, at } = context;
    const payer = await payerLetIn(context, input.payer);
    const found = payer && (await certificateByCode(tx, input.code));
    if (!payer || !found || !isFor(found, payer)) return undefined;
    const enrolment = found.about.slice(enrolmentChain("").length);
    const people = await allPaidFor(context, payer.id);
    const trainee = people.some(({ person }) => person.enrolment === enrolment) && (await findEnrolment(tx, enrolment));
    if (!trainee) return undefined;
    const what = { fr: "un certificat de réalisation", en: "a certificate of attendance" };
    await noteOpening(tx, { about: found.about, whose: traineeActor(trainee), actor, what, at });
    return { code: found.code, data: { ...found.data } };
  },
});
