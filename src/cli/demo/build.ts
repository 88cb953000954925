/**
 * Makes a demonstration: staff, an intake around today, and candidates in every state, by the very acts that people do, each
 * at its own moment of the weeks before. Made again from the same seed on the same day, it is the same but for its ids.
 */
import { createHash, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { type Act, type Actor, perform, performWithin, type Request, surroundings, view } from "../../act.ts";
import {
  addFile,
  saveSection,
  shownHash,
  startDossier,
  submitDossier,
  takeBackDossier,
  withdrawDossier,
} from "../../admission/dossier/acts.ts";
import { openDossier } from "../../admission/dossier/views.ts";
import { dossierWords } from "../../admission/dossier/words.ts";
import { openIntake, prepareIntake, saveIntake } from "../../admission/intakes/acts.ts";
import { seeIntake, type SeenIntake } from "../../admission/intakes/views.ts";
import { DEPLOYMENT, type Tx, withSchool } from "../../db/school.ts";
import { addDays, type Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import type { Law } from "../../law/law.ts";
import { giveRole } from "../../people/acts.ts";
import { makeDemoAccount } from "../../people/demo/acts.ts";
import type { Role } from "../../people/rules/permissions.ts";
import { sayRole } from "../../people/sentences.ts";
import { bearDemo, showDemoPeople } from "../../record/birth/acts.ts";
import { sendAgain } from "../../record/files/again.ts";
import { receiveUpload } from "../../record/files/receive.ts";
import type { World } from "../../world.ts";
import { chance, type Chance } from "./chance.ts";
import { FAMILY, GIVEN } from "./names.ts";
import { inventedPdf } from "./paper.ts";
import { inventPerson, type Person } from "./person.ts";

export type HowToBuild = {
  readonly schools: readonly string[];
  readonly dossiers: number;
  readonly seed: number;
  /** How many dossiers are made at once: one on the embedded database, which has one session. */
  readonly parallel: number;
  readonly onProgress?: (made: number, of: number) => void;
};

const OPERATOR: Actor = { kind: "operator" };
const DAY = 86_400_000;
/** The intake opened so many days ago, and closes in so many. */
const OPENED = 45;
const CLOSES = 50;

/** Raised where this database cannot be a demonstration, with the sentence that says why. */
export class DemoError extends Error {
  readonly said: Label;
  constructor(said: Label) {
    super(said.en);
    this.said = said;
  }
}

export async function buildDemo(world: World, how: HowToBuild): Promise<void> {
  const { schools, dossiers, seed, parallel, onProgress } = how;
  const born = await perform(world, bearDemo, { ...request(OPERATOR, DEPLOYMENT, {}), attempt: randomUUID() });
  if (born.kind !== "done")
    throw new DemoError(
      born.kind === "invalid"
        ? { fr: born.issues[0]!.message("fr"), en: born.issues[0]!.message("en") }
        : { fr: born.kind, en: born.kind },
    );
  let made = 0;
  for (const [at, school] of schools.entries()) {
    const share = Math.floor(dossiers / schools.length) + (at < dossiers % schools.length ? 1 : 0);
    const builder = new SchoolBuilder(world, school, seed + at * 1_000_003);
    await builder.begin(at === 0);
    await inParallel(share, parallel, async (number) => {
      await builder.makeDossier(number);
      onProgress?.(++made, dossiers);
    });
    await builder.show();
  }
}

/** `count` pieces of work, so many at a time, begun in order. */
async function inParallel(count: number, width: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(width, count)) }, worker));
}

/** What becomes of a candidate, and how often in a hundred: a demonstration of a few shows each. */
const LIVES = [
  ["submitted", 46],
  ["begun", 12],
  ["half", 14],
  ["ready", 6],
  ["wrong", 4],
  ["corrected", 8],
  ["taken-back", 4],
  ["withdrawn", 6],
] as const;
type Life = (typeof LIVES)[number][0];

const STAFF: readonly Role[] = [
  "admission-officer",
  "head-of-training",
  "finance",
  "disability-advisor",
  "interviewer",
  "director",
  "administrator",
  "auditor",
];

class SchoolBuilder {
  readonly #world: World;
  readonly #school: string;
  readonly #seed: number;
  readonly #now: Date;
  readonly #today: Day;
  readonly #law: Law;
  readonly #shown: { school: string; account: string; label: Label }[] = [];
  #intake = "";
  #pieces: SeenIntake["intake"]["settings"]["pieces"] = [];
  #files: readonly { readonly sha256: string; readonly pages: number }[] = [];

  constructor(world: World, school: string, seed: number) {
    this.#world = world;
    this.#school = school;
    this.#seed = seed;
    this.#now = world.now();
    this.#today = dayIn(this.#now, world.zone(school));
    const { diplomas } = world.laws.establishments.find(({ data }) => data.establishment === school)!.data;
    const law = world.law(school, diplomas[0]!.diploma, { on: this.#today });
    if (!law) throw new Error(`No law is in force in ${school}`);
    this.#law = law;
  }

  async begin(shown: boolean): Promise<void> {
    const own = chance(this.#seed);
    for (const role of STAFF) await this.#makeStaff(role, own, shown);
    await this.#openIntake();
    await this.#keepFiles();
  }

  async #makeStaff(role: Role, own: Chance, shown: boolean): Promise<void> {
    const at = this.#before(OPENED + 30);
    const name = `${own.pick(GIVEN[own.happens(0.6) ? "F" : "M"])} ${own.pick(FAMILY)}`;
    const address = `${role}.${this.#school}@demonstration.invalid`;
    const invented = { address, name, language: "fr" };
    const { account } = await this.#do<{ account: string }>(makeDemoAccount, OPERATOR, invented, at);
    await this.#do(giveRole, OPERATOR, { address, role }, at);
    if (!shown) return;
    const label = { fr: `${name} – ${sayRole(role, "fr")}`, en: `${name} – ${sayRole(role, "en")}` };
    this.#shown.push({ school: this.#school, account, label });
  }

  async #openIntake(): Promise<void> {
    const head = staff(["head-of-training"]);
    const at = this.#before(OPENED + 1);
    const opens = addDays(this.#today, -OPENED);
    const entryOn = addDays(this.#today, 290);
    const year = entryOn.slice(0, 4);
    const { id } = await this.#do<{ id: string }>(prepareIntake, head, { diploma: this.#law.diploma.diploma }, at);
    const seen = await view(this.#at(at), seeIntake, request(head, this.#school, { id }));
    if (seen.kind !== "found") throw new Error("The intake of the demonstration cannot be seen");
    const settings = {
      ...seen.value.intake.settings,
      label: { fr: `Rentrée ${year}`, en: `${year} intake` },
      opens: { day: opens, time: "09:00" },
      closes: { day: addDays(this.#today, CLOSES), time: "23:59" },
      entryOn,
      answerBy: addDays(this.#today, CLOSES + 60),
      places: 24,
      admissionValidity: { months: 0 },
      waitingList: { kind: "ranked" as const, most: 10 },
      appeal: {
        fr: "Démonstration : texte à écrire par l’établissement.",
        en: "Demonstration: a text for the school to write.",
      },
    };
    const { version } = await this.#do<{ version: number }>(saveIntake, head, { id, version: 1, settings }, at);
    await this.#do(openIntake, head, { id, version }, at);
    this.#intake = id;
    this.#pieces = settings.pieces;
  }

  /** A few papers of so many pages each, kept once a school whoever hands them in. */
  async #keepFiles(): Promise<void> {
    const kept: { sha256: string; pages: number }[] = [];
    for (const pages of [1, 2, 3, 7, 8, 9, 10, 12]) {
      const bytes = inventedPdf(pages, this.#law.establishment.name);
      const received = await receiveUpload(this.#world, {
        establishment: this.#school,
        account: NOBODY,
        stream: Readable.from([bytes]),
        name: "demonstration.pdf",
      });
      if ("problem" in received) throw new Error(`A paper of the demonstration was not taken: ${received.problem}`);
      kept.push({ sha256: createHash("sha256").update(bytes).digest("hex"), pages });
    }
    this.#files = kept;
  }

  /** One candidate's whole life so far, in one transaction: half a dossier would help nobody. */
  async makeDossier(number: number): Promise<void> {
    // Of its own number alone, so that it does not depend on who was made at the same time.
    const own = chance(this.#seed + 7919 * (number + 1));
    const life = number < LIVES.length ? LIVES[number]![0] : lifeOf(own);
    const person = inventPerson(own, number + 1, this.#law, this.#today);
    const begun = this.#before(own.between(3, OPENED - 1), own.between(0, 14 * 60));
    const language = own.happens(0.95) ? "fr" : "en";
    const { name } = person;
    const address = `${this.#school}.${person.address}`;
    const invented = { address, name, language };
    const { account } = await this.#do<{ account: string }>(makeDemoAccount, OPERATOR, invented, begun);
    await withSchool(this.#world.db, this.#school, (tx) =>
      this.#live(tx, { account, person, life, begun, own, language }),
    );
    if (number >= LIVES.length || this.#shown.length === 0) return;
    const said = LIFE_WORDS[life];
    const label = { fr: `${name} – candidature ${said.fr}`, en: `${name} – application ${said.en}` };
    this.#shown.push({ school: this.#school, account, label });
  }

  async #live(tx: Tx, { account, person, life, begun, own, language }: Living): Promise<void> {
    let at = begun;
    const actor = () => ({ kind: "account", account, session: NOBODY, roles: [], authenticatedAt: at }) as const;
    const doing = async <V>(act: unknown, input: object): Promise<V> => {
      at = new Date(at.getTime() + own.between(1, 25) * 60_000);
      return this.#within<V>(tx, act, actor(), input, at);
    };
    const declared = life === "begun" ? { next: 1, titles: [], periods: [] } : person.draft;
    const { dossier } = await doing<{ dossier: string }>(startDossier, { intake: this.#intake, language, declared });
    const save = (section: string, contents: object, version = 0) =>
      doing(saveSection, { dossier, section, version, contents });
    if (life === "begun") return;
    await save("identity", life === "wrong" ? { ...person.identity, bornOn: "31/2/1985" } : person.identity);
    await save("contact", person.contact);
    if (life === "half") return;
    await save("accommodations", own.happens(0.9) ? { needed: "no" } : { needed: "yes", effects: ["extra-time"] });
    for (const piece of this.#pieces.filter(({ needed }) => needed !== "optional"))
      for (const { sha256, name } of this.#papersFor(piece, own)) {
        const upload = await sendAgain(tx, { sha256, account, name, at });
        await doing(addFile, { dossier, piece: piece.key, upload });
      }
    if (life === "ready" || life === "wrong") return;
    const submit = async () => {
      const world = surroundings(this.#at(at), this.#school, at);
      const standing = await openDossier.read({ tx, ...world, input: { dossier }, actor: actor() });
      const words = dossierWords(language).submit.declaration;
      await doing(submitDossier, { dossier, shown: shownHash(standing!, words), words });
    };
    await submit();
    if (life === "corrected" || life === "taken-back") {
      at = new Date(Math.min(at.getTime() + own.between(1, 48) * 3_600_000, this.#now.getTime() - 2 * 3_600_000));
      await doing(takeBackDossier, { dossier });
      await save("contact", { ...person.contact, streetMore: "Bâtiment B" }, 1);
      if (life === "corrected") await submit();
    }
    if (life === "withdrawn") await doing(withdrawDossier, { dossier });
  }

  #papersFor({ key, many, pages }: (typeof this.#pieces)[number], own: Chance): { sha256: string; name: string }[] {
    const inside = pages ? this.#files.filter((file) => file.pages >= pages.min && file.pages <= pages.max) : [];
    const fits = inside.length > 0 && own.happens(0.9) ? inside : this.#files;
    const count = many ? own.between(1, 3) : 1;
    return Array.from({ length: count }, (_, at) => ({
      sha256: own.pick(fits).sha256,
      name: `${key}${count > 1 ? `-${at + 1}` : ""}.pdf`,
    }));
  }

  /** Says as whom a visitor may enter: the staff, and the first candidate of each kind. */
  async show(): Promise<void> {
    if (this.#shown.length > 0) await this.#do(showDemoPeople, OPERATOR, { shown: this.#shown }, this.#now);
  }

  #before(days: number, minutes = 600): Date {
    return new Date(this.#now.getTime() - days * DAY - minutes * 60_000);
  }

  #at(at: Date): World {
    return { ...this.#world, now: () => at };
  }

  async #do<V>(act: unknown, actor: Actor, input: object, at: Date): Promise<V> {
    const given = { ...request(actor, this.#school, input), attempt: randomUUID() };
    return outcomeOf<V>(act as Act, await perform(this.#at(at), act as Act, given));
  }

  async #within<V>(tx: Tx, act: unknown, actor: Actor, input: object, at: Date): Promise<V> {
    const given = { ...request(actor, this.#school, input), attempt: randomUUID() };
    return outcomeOf<V>(act as Act, await performWithin(tx, this.#at(at), act as Act, given));
  }
}

type Living = {
  readonly account: string;
  readonly person: Person;
  readonly life: Life;
  readonly begun: Date;
  readonly own: Chance;
  readonly language: "fr" | "en";
};

const NOBODY = "00000000-0000-4000-8000-000000000000";

function staff(roles: readonly Role[]): Actor {
  return { kind: "account", account: NOBODY, session: NOBODY, roles, authenticatedAt: new Date(0) };
}

function request<I>(actor: Actor, establishment: string, input: I): Request<I> {
  return { actor, establishment, input };
}

function outcomeOf<V>(act: Act, outcome: Awaited<ReturnType<typeof perform>>): V {
  if (outcome.kind === "done") return outcome.value as V;
  const why = outcome.kind === "invalid" ? outcome.issues.map(({ path, message }) => `${path}: ${message("en")}`) : [];
  throw new Error(`${act.name} in the demonstration: ${outcome.kind} ${why.join("; ")}`);
}

function lifeOf(own: Chance): Life {
  let drawn = own.next() * LIVES.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [life, weight] of LIVES) if ((drawn -= weight) < 0) return life;
  return LIVES[0][0];
}

const LIFE_WORDS: Readonly<Record<Life, Label>> = {
  submitted: { fr: "déposée", en: "submitted" },
  begun: { fr: "à peine commencée", en: "hardly begun" },
  half: { fr: "à moitié remplie", en: "half filled in" },
  ready: { fr: "prête à déposer", en: "ready to submit" },
  wrong: { fr: "avec une erreur à corriger", en: "with a mistake to mend" },
  corrected: { fr: "reprise, corrigée et déposée à nouveau", en: "taken back, corrected and submitted again" },
  "taken-back": { fr: "reprise, pas encore déposée à nouveau", en: "taken back, not submitted again yet" },
  withdrawn: { fr: "retirée", en: "withdrawn" },
};
