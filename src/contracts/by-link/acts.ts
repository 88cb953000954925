/**
 * A convention is sent to who pays, who reads and signs it as a guest, or says why not. What is signed is what was shown, with a code of the
 * last half hour; the school signs after, as of any paper.
 */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../../act/act.ts";
import { SHOWN_NOTHING } from "../../act/shows.ts";
import { actorName } from "../../act/permissions.ts";
import { payerChain } from "../../billing/payers/acts.ts";
import { payerLetIn } from "../../billing/payers/guest-views.ts";
import { signedFrom, vouchedFor } from "../../billing/payers/vouched.ts";
import { shownAs, sign } from "../../issued-documents/sign.ts";
import { leaves } from "../../kit/machine.ts";
import { closed, Id, Language } from "../../kit/shapes.ts";
import { KeySchema } from "../../law/entry.ts";
import { postMail } from "../../mail/post.ts";
import { doerNamed, servesSchool } from "../../people/contact.ts";
import { guestChain } from "../../people/guests/letting-in.ts";
import { letInPayer, PAYING_TABLES } from "../../people/guests/paying.ts";
import { personName } from "../../people/rules/person-name.ts";
import { barredHere } from "../acts.ts";
import * as output from "../output.ts";
import { freezePaper } from "../papers/frozen.ts";
import { paperLines } from "../papers/paper-lines.ts";
import { refusals, unstatedIssue } from "../refusals.ts";
import { CONTRACT, contractChain } from "../rules/facts.ts";
import { type Agreed, lockAgreed, lockOthers, settle, SETTLING_TABLES } from "../settling.ts";
import { shownPaper } from "../shown.ts";
import { covers, forCohort, labelled, paperToSign, signedAs } from "../signing-acts.ts";
import { isMailboxOf, payerNames } from "../store.ts";
import { sentMail } from "./mails.ts";
import { tellPayerReceived } from "./telling.ts";

const Line = Type.String({ minLength: 1, maxLength: 200 });
const Words = Type.String({ minLength: 1, maxLength: 500 });

export const sendConvention = defineAct({
  name: "sendConvention",
  label: { fr: "Envoyer une convention à signer par un lien", en: "Send a convention to be signed by a link" },
  who: "prepare the contracts",
  form: Type.Object({ dossier: Id, source: KeySchema, name: Line, address: Line, language: Language }, closed),
  from: leaves(CONTRACT, "sent"),
  output: output.contractState,
  shows: { lines: true },
  writes: [...SETTLING_TABLES, ...PAYING_TABLES, "payer_mailbox", "mail"],
  async perform(context) {
    const { tx, input, at, today } = context;
    const { dossier, source, ...contact } = input;
    const agreed = await lockOthers(context, dossier);
    if (!agreed) return FORBIDDEN;
    const no = barredHere(context, agreed, "sent");
    if (no.length > 0) return invalid(no);
    const paper = paperToSign(context, agreed, source);
    if (!paper || paper.paper !== "convention") return invalid([refusals.notOurs]);
    const to = agreed.read.contract!.shares.find((one) => one.source === source)!.payer;
    if (to === null) return invalid([refusals.notRegisteredYet]);
    if (paper.missing.length > 0) return invalid([unstatedIssue(labelled(paper, agreed))]);
    const otherwise = context.changed(paperLines(agreed, source));
    if (otherwise) return otherwise;
    const about = contractChain(dossier);
    if (await isMailboxOf(tx, agreed.person, contact.address)) return invalid([refusals.ofThePerson]);
    const vouched = await vouchedFor(context, { payer: to, address: contact.address });
    if ("issues" in vouched) return invalid(vouched.issues);
    const given = await letInPayer(context, contact, payerChain(to));
    if ("issues" in given) return invalid(given.issues);
    await vouched.confirm();
    const { guest, language: lang, path, name } = given;
    const payer = (await payerNames(tx, [to])).get(to)!;
    const { startsOn, person } = agreed;
    const by = startsOn > today ? startsOn : null;
    const words = { name, payer, person: person.name, amount: paper.amount, by, until: given.until };
    const { open: label, ...mail } = sentMail(lang, words);
    const of = guestChain(guest);
    await postMail(tx, {
      reader: null,
      to: contact.address.trim(),
      lang,
      about: of,
      of,
      at,
      link: { path, label },
      ...mail,
    });
    const details = { ...covers(agreed, source), to, guest };
    const settled = await settle(context, agreed, [{ kind: "sent", on: today, details }]);
    return "issues" in settled ? invalid(settled.issues) : done({ state: settled.state }, about);
  },
});

const Own = { payer: Id, dossier: Id, source: KeySchema };
type Own = { readonly payer: string; readonly dossier: string; readonly source: string };

/** Locked, with the share of this payer, which was sent its convention. */
async function ownLocked(context: Performing<Own>): Promise<Agreed | undefined> {
  const { payer, dossier, source } = context.input;
  if (!(await payerLetIn(context, payer))) return undefined;
  const agreed = await lockAgreed(context, dossier);
  const share = agreed?.read.contract?.shares.find((one) => one.source === source);
  return share?.payer === payer && share.sent ? agreed : undefined;
}

export const signConvention = defineAct({
  name: "signConvention",
  label: { fr: "Signer la convention de sa structure", en: "Sign the convention of one’s body" },
  who: "pay for others",
  form: Type.Object(
    {
      ...Own,
      /** What was shown. */
      shown: Type.String({ minLength: 1, maxLength: 100 }),
      name: Line,
      /** In which capacity, such as « directrice ». */
      quality: Line,
      words: Words,
    },
    closed,
  ),
  from: leaves(CONTRACT, "signed"),
  output: output.contractState,
  shows: { as: "shown" },
  writes: [...SETTLING_TABLES, "signature", "issued_paper", "mail", "guest_link"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const { dossier, source, shown, words } = input;
    const agreed = await ownLocked(context);
    if (!agreed) return FORBIDDEN;
    const no = barredHere(context, agreed, "signed");
    if (no.length > 0) return invalid(no);
    const [name, quality] = [personName(input.name), personName(input.quality)];
    if (name === "") return invalid([{ ...refusals.noSigner, path: "name" }]);
    if (quality === "") return invalid([refusals.noQuality]);
    const paper = paperToSign(context, agreed, source);
    if (!paper) return invalid([refusals.notOurs]);
    if (paper.missing.length > 0) return invalid([unstatedIssue(labelled(paper, agreed))]);
    const from = await signedFrom(context, input.payer);
    if (!from) return invalid([refusals.oneAlone]);
    if (await isMailboxOf(tx, agreed.person, from.address)) return invalid([{ ...refusals.ofThePerson, path: "name" }]);
    if (await servesSchool(tx, from.address)) return invalid([refusals.ofTheSchool]);
    const now = shownAs(shownPaper(agreed, source));
    if (now !== shown) return stale({ shown: now });
    await freezePaper(context, agreed, source);
    const about = contractChain(dossier);
    const by = `${name}, ${quality}`;
    const signature = await sign(tx, { about, what: signedAs(source, "payer"), shown, words, name: by, at, actor });
    const stated = agreed.stated.convention;
    const how = { how: "page", concluded: "distance", startRequested: false } as const;
    const details = { ...covers(agreed, source), ...how, ...forCohort(agreed), stated, by, signature, from };
    const settled = await settle(context, agreed, [{ kind: "signed", on: today, details }]);
    if ("issues" in settled) return invalid(settled.issues);
    await tellPayerReceived(context, {
      payer: input.payer,
      dossier,
      person: agreed.person.name,
      by,
      from: from.address,
    });
    return done({ state: settled.state }, about);
  },
});

export const declineConvention = defineAct({
  name: "declineConvention",
  label: { fr: "Dire pourquoi sa structure ne signe pas", en: "Say why one’s body does not sign" },
  who: "pay for others",
  form: Type.Object({ ...Own, words: Type.String({ maxLength: 1_000 }) }, closed),
  from: leaves(CONTRACT, "declined"),
  output: output.contractState,
  shows: { nothing: SHOWN_NOTHING.closes },
  writes: SETTLING_TABLES,
  async perform(context) {
    const { input, today } = context;
    const { dossier, source } = input;
    const agreed = await ownLocked(context);
    if (!agreed) return FORBIDDEN;
    const no = barredHere(context, agreed, "declined");
    if (no.length > 0) return invalid(no);
    const words = input.words.trim();
    if (words === "") return invalid([refusals.noReason]);
    if (!(await signedFrom(context, input.payer))) return invalid([{ ...refusals.oneAlone, path: "words" }]);
    const by = await signerName(context);
    const details = { ...covers(agreed, source), words, by };
    const settled = await settle(context, agreed, [{ kind: "declined", on: today, details }]);
    return "issues" in settled ? invalid(settled.issues) : done({ state: settled.state }, contractChain(dossier));
  },
});

async function signerName({ tx, actor }: Pick<Performing<unknown>, "tx" | "actor">): Promise<string> {
  return (await doerNamed(tx, actorName(actor)))?.name ?? "";
}
