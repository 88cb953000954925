/** What becomes of each candidate: a kind of life for every place in the office’s queue, played by the acts of the people concerned. */
import { type Actor, surroundings } from "../../act/act.ts";
import { addFile, explainPages, saveSection, startDossier } from "../../dossier/acts.ts";
import { askComplement, giveComplement } from "../../dossier/complement-acts.ts";
import { askConfirmation, confirmEntered, enterDossier, openEntered } from "../../dossier/entering/acts.ts";
import { enteringWords } from "../../dossier/entering/words.ts";
import { followingWords } from "../../dossier/following-words.ts";
import { pagesOutside } from "../../dossier/rules/completeness.ts";
import { shownHash } from "../../dossier/standing.ts";
import { submitDossier, takeBackDossier, withdrawDossier } from "../../dossier/submit-acts.ts";
import { openDossier } from "../../dossier/views.ts";
import { dossierWords } from "../../dossier/words.ts";
import { sendMessage } from "../../dossier/messages/acts.ts";
import { acceptLate, assignDossier, declineLate, judgePart, judgeRest, noteDossier } from "../../office/acts.ts";
import { partsToSee } from "../../office/rules/verdict.ts";
import type { Tx } from "../../db/school.ts";
import { addDays } from "../../kit/day.ts";
import type { Label, Lang } from "../../kit/lang.ts";
import { NOBODY } from "../../kit/shapes.ts";
import { sendAgain } from "../../files/again.ts";
import type { Chance } from "./chance.ts";
import { giveBack, pay, type Way, wayOf } from "./money.ts";
import { papersFor } from "./papers.ts";
import { arrangements } from "./arrangements.ts";
import type { Person } from "./person.ts";
import { atMoment, before, CLOSED, type OpenSite, PROLONGED, OPENED, staffOf, within } from "./site.ts";

type Kind = {
  readonly life: string;
  /** Its relative frequency. */
  readonly weight: number;
  /** How the first of the kind pays, so that each way occurs; the others pay at random. */
  readonly pays?: Way;
  readonly said: Label;
};

/** A small demonstration has one of each, in this order. */
export const LIVES = [
  { life: "submitted", weight: 38, pays: "bank", said: { fr: "déposée", en: "submitted" } },
  { life: "begun", weight: 12, said: { fr: "à peine commencée", en: "hardly begun" } },
  { life: "half", weight: 14, said: { fr: "à moitié remplie", en: "half filled in" } },
  { life: "ready", weight: 6, said: { fr: "prête à déposer", en: "ready to submit" } },
  { life: "wrong", weight: 4, said: { fr: "avec une erreur à corriger", en: "with a mistake to mend" } },
  {
    life: "corrected",
    weight: 8,
    pays: "online",
    said: { fr: "reprise, corrigée et déposée à nouveau", en: "taken back, corrected and submitted again" },
  },
  {
    life: "taken-back",
    weight: 4,
    pays: "transfer",
    said: { fr: "reprise, pas encore déposée à nouveau", en: "taken back, not submitted again yet" },
  },
  { life: "withdrawn", weight: 6, pays: "refunded", said: { fr: "retirée", en: "withdrawn" } },
  {
    life: "complement",
    weight: 4,
    pays: "part",
    said: { fr: "à compléter : l’école attend une pièce", en: "to complete: the school waits for a document" },
  },
  {
    life: "answered",
    weight: 4,
    pays: "cheque",
    said: { fr: "complétée : la pièce demandée est donnée", en: "completed: the document asked for was given" },
  },
  {
    life: "wrote",
    weight: 3,
    pays: "twice",
    said: { fr: "qui a écrit à l’école", en: "with a message to the school" },
  },
  { life: "checked", weight: 3, pays: "transfer", said: { fr: "examinée, conforme", en: "examined, and conforming" } },
  { life: "judged", weight: 5, pays: "waived", said: { fr: "en cours d’examen", en: "being examined" } },
  {
    life: "arranged",
    weight: 3,
    pays: "cash",
    said: { fr: "avec des aménagements demandés", en: "with arrangements asked for" },
  },
  {
    life: "late",
    weight: 2,
    pays: "nothing",
    said: { fr: "déposée après la clôture, repoussée depuis", en: "submitted after the closing, put off since" },
  },
  {
    life: "late-accepted",
    weight: 1,
    pays: "unpaid cheque",
    said: { fr: "tardive, acceptée", en: "late, and accepted" },
  },
  {
    life: "late-declined",
    weight: 1,
    pays: "nothing",
    said: {
      fr: "tardive, écartée, puis prise avec la nouvelle clôture",
      en: "late, declined, then taken with the new closing",
    },
  },
  { life: "entering", weight: 2, said: { fr: "reçue sur papier", en: "received on paper" } },
  {
    life: "to-confirm",
    weight: 2,
    said: { fr: "dictée par téléphone, à confirmer", en: "by telephone, to be confirmed" },
  },
  { life: "confirmed", weight: 1, said: { fr: "sur papier, confirmée", en: "on paper, confirmed" } },
] as const satisfies readonly Kind[];
export type Life = (typeof LIVES)[number]["life"];

/** An applicant on paper or by telephone has no account to enter. */
export function isByHand(life: Life): life is "entering" | "to-confirm" | "confirmed" {
  return life === "entering" || life === "to-confirm" || life === "confirmed";
}

/** Submitted between the first closing and the prolongation. */
export function isLate(life: Life): boolean {
  return life === "late" || life === "late-accepted" || life === "late-declined";
}

/** By its number: the first of each kind, then at random. */
export function lifeAt(own: Chance, number: number): Life {
  if (number < LIVES.length) return LIVES[number]!.life;
  let drawn = own.next() * LIVES.reduce((sum, { weight }) => sum + weight, 0);
  for (const { life, weight } of LIVES) if ((drawn -= weight) < 0) return life;
  return LIVES[0].life;
}

/** When a candidate began: while the intake was open, and early enough for the rest to happen before today. */
export function beginningOf(site: OpenSite, life: Life, own: Chance): Date {
  const minutes = own.between(0, 14 * 60);
  if (isLate(life)) return before(site, own.between(CLOSED + 3, OPENED - 1), minutes);
  const days = own.between(3, OPENED - 1);
  const shut = days >= PROLONGED && days <= CLOSED + 3;
  return before(site, shut ? days + 6 : days, minutes);
}

export type Living = {
  readonly number: number;
  readonly account: string;
  readonly person: Person;
  readonly life: Life;
  readonly begun: Date;
  readonly own: Chance;
  readonly language: Lang;
};

export async function live(tx: Tx, site: OpenSite, living: Living): Promise<void> {
  const { life, number, account, person, own, language, begun } = living;
  if (isByHand(life)) return liveByHand(tx, site, { ...living, life });
  const clock = clockOf(site, begun, own);
  const actor = () => ({ kind: "account", account, session: NOBODY, roles: [], authenticatedAt: clock.at() }) as const;
  const deed = <V>(act: unknown, input: object): Promise<V> => {
    clock.pass();
    return within<V>(tx, site, act, actor(), input, clock.at());
  };
  const declared = life === "begun" ? { next: 1, titles: [], periods: [] } : person.draft;
  const { dossier } = await deed<{ dossier: string }>(startDossier, { intake: site.intake.id, language, declared });
  const save = (section: string, contents: object, version = 0) =>
    deed(saveSection, { dossier, section, version, contents });
  if (life === "begun") return;
  await save("identity", life === "wrong" ? { ...person.identity, bornOn: "31/2/1985" } : person.identity);
  await save("contact", person.contact);
  if (life === "half") return;
  const asked = arrangements(own, language, life === "arranged" || (life === "withdrawn" && number < LIVES.length));
  await save("accommodations", asked.effects);
  if (asked.said !== undefined) await save("accommodations-said", { said: asked.said });
  await handInFiles(tx, site, { ...living, dossier, deed, at: clock.at, by: account });
  if (life === "ready" || life === "wrong") return;
  const submit = async () => {
    const words = dossierWords(language).submit.declaration;
    const shown = await shownNow(tx, site, dossier, words, { actor: actor(), at: clock.at() });
    await deed(submitDossier, { dossier, shown, words });
  };
  if (isLate(life)) clock.goTo(new Date(site.intake.closesAt.getTime() + own.between(4, 90) * 60_000));
  await submit();
  const way = number < LIVES.length ? waysOf(life) : wayOf(own);
  const paidAt = clock.later(own.between(20, 96));
  const paying = { actor: actor(), name: person.name, number };
  // Who withdraws and is refunded had paid before, and is refunded after.
  const refunded = life === "withdrawn" && way === "refunded";
  if (refunded) {
    await pay(tx, site, { ...paying, way: "transfer", at: clock.at() });
    await follow(tx, site, { ...living, dossier, clock, deed, save, submit });
    await giveBack(tx, site, { ...paying, at: clock.later(GIVEN_BACK) });
    return;
  }
  await follow(tx, site, { ...living, dossier, clock, deed, save, submit });
  await pay(tx, site, { ...paying, actor: actor(), way, at: paidAt });
}

/** Hours after the withdrawal. */
const GIVEN_BACK = 30;

function waysOf(life: Life): Way {
  const kind: Kind = LIVES.find((one) => one.life === life)!;
  return kind.pays ?? "nothing";
}

/** One candidate's clock: forward only, and never beyond today. */
function clockOf(site: OpenSite, begun: Date, own: Chance) {
  let at = begun;
  const last = site.now.getTime() - 5 * 3_600_000;
  const later = (hours: number) => new Date(Math.max(at.getTime(), Math.min(at.getTime() + hours * 3_600_000, last)));
  return {
    at: () => at,
    later,
    pass: () => (at = new Date(at.getTime() + own.between(1, 25) * 60_000)),
    wait: (hours: number) => (at = later(hours)),
    goTo: (moment: Date) => (at = moment),
  };
}

type Deed = <V>(act: unknown, input: object) => Promise<V>;
type Following = Living & {
  readonly dossier: string;
  readonly clock: ReturnType<typeof clockOf>;
  readonly deed: Deed;
  readonly save: (section: string, contents: object, version?: number) => Promise<unknown>;
  readonly submit: () => Promise<void>;
};

/** What follows the submission. */
async function follow(tx: Tx, site: OpenSite, following: Following): Promise<void> {
  const { life, dossier, person, own, clock, deed, save, submit } = following;
  const officer = staffOf(site, "admission-officer");
  const office = (act: unknown, input: object) => {
    clock.wait(own.between(20, 60));
    return within(tx, site, act, officer, input, clock.at());
  };
  switch (life) {
    case "corrected":
    case "taken-back":
      clock.wait(own.between(1, 48));
      await deed(takeBackDossier, { dossier });
      await save("contact", { ...person.contact, streetMore: "Bâtiment B" }, 1);
      if (life === "corrected") await submit();
      return;
    case "withdrawn":
      clock.wait(own.between(20, 60));
      await deed(withdrawDossier, {
        dossier,
        reason: "J’ai accepté un autre poste, et je ne pourrai pas suivre la formation.",
      });
      return;
    case "complement":
    case "answered":
      if ((await askForMore(office, site, following)) && life === "answered") await answer(tx, site, following);
      return;
    case "wrote":
      clock.wait(own.between(20, 60));
      await deed(sendMessage, { dossier, text: own.pick(QUESTIONS) });
      return;
    case "judged":
      await judge(office, site, following);
      return;
    case "checked": {
      const actor: Actor = { ...PERSON, account: following.account, authenticatedAt: clock.at() };
      const { intake, tasks, files } = (await standingNow(tx, site, dossier, { actor, at: clock.at() }))!;
      await office(assignDossier, { dossier, from: null, to: site.staff.get("admission-officer")! });
      await office(judgeRest, { dossier, items: partsToSee({ pieces: intake.pieces, tasks, files }) });
      return;
    }
    case "late-accepted":
      await office(acceptLate, {
        dossier,
        reason: "Une panne du réseau, la nuit de la clôture, est attestée par l’opérateur.",
      });
      return;
    case "late-declined":
      await office(declineLate, { dossier, reason: "Le dossier est arrivé après la clôture, sans motif." });
      return;
    default:
  }
}

const QUESTIONS = [
  "Bonjour, mon employeur me demande un calendrier de la formation avant de signer. Où le trouver ?",
  "Bonjour, je change d’employeur en janvier : dois-je vous envoyer le nouveau contrat ?",
  "Bonjour, mon certificat de travail porte mon nom de naissance. Est-ce un problème ?",
];

type Office = (act: unknown, input: object) => Promise<unknown>;

/** False where no piece is required of everyone, and so none can be asked for again. */
async function askForMore(office: Office, site: OpenSite, { dossier, own }: Following): Promise<boolean> {
  const always = site.pieces.filter(({ needed }) => needed === "always");
  if (always.length === 0) return false;
  const item = `piece:${own.pick(always).key}`;
  const dueOn = addDays(site.today, own.between(5, 20));
  await office(askComplement, { dossier, items: [item], dueOn, notes: { [item]: "La dernière page manque." } });
  const text = "Bonjour, votre dossier est presque complet : il ne manque qu’une page.";
  await office(sendMessage, { dossier, text });
  return true;
}

/** Sends the requested piece again, complete. */
async function answer(tx: Tx, site: OpenSite, following: Following): Promise<void> {
  const { dossier, account, clock, deed, language } = following;
  clock.wait(30);
  const actor: Actor = { ...PERSON, account, authenticatedAt: clock.at() };
  const { state } = (await standingNow(tx, site, dossier, { actor, at: clock.at() }))!;
  for (const key of state.open as readonly string[]) {
    const piece = key.slice("piece:".length);
    const { sha256 } = site.files.find(({ pages }) => pages === 2)!;
    const papers = [{ sha256, name: "Document complet.pdf" }];
    const [upload] = await sendAgain(tx, papers, { account, at: clock.at() });
    await deed(addFile, { dossier, piece, upload });
    // A text is then longer than the pages that it may have.
    if (site.pieces.some(({ key, pages }) => key === piece && pages))
      await deed(explainPages, { dossier, piece, text: "La page qui manquait est jointe à part." });
  }
  const words = followingWords(language).complement.fields.agreed.hint;
  const shown = await shownNow(tx, site, dossier, words, { actor, at: clock.at() });
  await deed(giveComplement, { dossier, shown, words });
}

/** Assigned and partly examined: some parts conform, one does not yet, and a note tells a colleague why. */
async function judge(office: Office, site: OpenSite, { dossier }: Following): Promise<void> {
  const to = site.staff.get("admission-officer")!;
  const [first, second] = site.pieces.filter(({ needed }) => needed === "always");
  await office(assignDossier, { dossier, from: null, to });
  for (const item of ["identity", "contact"]) await office(judgePart, { dossier, item, conform: true, reason: "" });
  if (first) await office(judgePart, { dossier, item: `piece:${first.key}`, conform: true, reason: "" });
  if (second)
    await office(judgePart, {
      dossier,
      item: `piece:${second.key}`,
      conform: false,
      reason: "La date n’est pas lisible.",
    });
  await office(noteDossier, {
    dossier,
    text: "Reste à regarder : l’expérience. À revoir avec la responsable de formation.",
  });
}

/** An account without a role. */
const PERSON = { kind: "account", session: NOBODY, roles: [] } as const;

type ByHand = Living & { readonly life: "entering" | "to-confirm" | "confirmed" };

/** An application on paper or by telephone: an officer enters and submits it, then asks the candidate to confirm it. */
async function liveByHand(tx: Tx, site: OpenSite, living: ByHand): Promise<void> {
  const { life, number, person, language, begun, own } = living;
  const clock = clockOf(site, begun, own);
  const by = site.staff.get("admission-officer")!;
  const officer = () => ({ ...staffOf(site, "admission-officer"), authenticatedAt: clock.at() }) as Actor;
  const deed = <V>(act: unknown, input: object): Promise<V> => {
    clock.pass();
    return within<V>(tx, site, act, officer(), input, clock.at());
  };
  const entered = life === "to-confirm" ? "phone" : "paper";
  // A candidate without an address is handed a link and a code.
  const handedOver = life === "confirmed" || (life === "to-confirm" && number < LIVES.length);
  const address = handedOver ? {} : { address: person.address };
  const entry = { intake: site.intake.id, entered, language, ...address };
  const { dossier } = await deed<{ dossier: string }>(enterDossier, entry);
  const save = (section: string, contents: object) => deed(saveSection, { dossier, section, version: 0, contents });
  await save("identity", person.identity);
  await save("contact", person.contact);
  if (life === "entering") return;
  await save("declared", person.draft);
  await save("accommodations", { needed: "no" });
  await handInFiles(tx, site, { ...living, dossier, deed, at: clock.at, by });
  if (entered === "paper") await addPaper(tx, site, { dossier, by, deed, at: clock.at });
  const words = enteringWords(language).enter.declaration[entered];
  const shown = await shownNow(tx, site, dossier, words, { actor: officer(), at: clock.at() });
  await deed(submitDossier, { dossier, shown, words });
  if (life !== "confirmed") return;
  clock.wait(20);
  const { handed } = await deed<{ handed: { path: string; code: string } }>(askConfirmation, { dossier });
  clock.wait(20);
  const secret = handed.path.slice(handed.path.lastIndexOf("/") + 1);
  const holder: Actor = { kind: "holder", secret };
  const opening = { secret, proof: handed.code };
  const { key } = await within<{ key: string }>(tx, site, openEntered, holder, opening, clock.at());
  const agreed = { secret, key, words: enteringWords(language).confirm.declaration };
  await within(tx, site, confirmEntered, holder, agreed, clock.at());
}

/** The form signed by hand: a piece of paper applications only. */
async function addPaper(
  tx: Tx,
  site: OpenSite,
  { dossier, by, deed, at }: Pick<Handing, "dossier" | "by" | "deed" | "at">,
) {
  const { sha256 } = site.files.find(({ pages }) => pages === 3)!;
  const [upload] = await sendAgain(tx, [{ sha256, name: "Formulaire signé.pdf" }], { account: by, at: at() });
  await deed(addFile, { dossier, piece: "paper-form", upload });
}

type Handing = Pick<Living, "person" | "own" | "language"> & {
  readonly dossier: string;
  readonly deed: Deed;
  readonly at: () => Date;
  /** The account that sends them. */
  readonly by: string;
};

async function handInFiles(tx: Tx, site: OpenSite, { person, own, language, dossier, deed, at, by }: Handing) {
  const pieces = site.pieces.map((piece) => ({ piece, papers: papersFor(site, piece, person, language, own) }));
  const all = pieces.flatMap(({ papers }) => papers);
  const uploads = (await sendAgain(tx, all, { account: by, at: at() })).values();
  for (const { piece, papers } of pieces) {
    for (const _ of papers) await deed(addFile, { dossier, piece: piece.key, upload: uploads.next().value });
    const held = papers.map(({ pages }) => ({ slot: piece.key, pages }));
    if (pagesOutside(piece, held) !== undefined)
      await deed(explainPages, { dossier, piece: piece.key, text: EXPLAINED[language] });
  }
}

const EXPLAINED: Readonly<Record<Lang, string>> = {
  fr: "La mise en page choisie est différente ; le texte a bien la longueur demandée.",
  en: "The layout is another one; the text has the length asked for.",
};

type Looking = { readonly actor: Actor; readonly at: Date };

function standingNow(tx: Tx, site: OpenSite, dossier: string, { actor, at }: Looking) {
  const around = surroundings(atMoment(site, at), site.school, at);
  return openDossier.read({ tx, ...around, input: { dossier }, actor });
}

async function shownNow(tx: Tx, site: OpenSite, dossier: string, words: string, looking: Looking): Promise<string> {
  return shownHash((await standingNow(tx, site, dossier, looking))!, words);
}
