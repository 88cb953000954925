/** People over all intakes and years: found by what is known of them, and opened as one person. */
import { Type } from "typebox";
import { type Actor, defineView } from "../../act/act.ts";
import { may } from "../../act/permissions.ts";
import type { Tx } from "../../db/school.ts";
import type { Label } from "../../kit/lang.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { stationsOf, type Way } from "../../act/way.ts";
import { intakeNames } from "../../intake/intake.ts";
import { noteOpening, openedLately } from "../../openings/openings.ts";
import { lettersGoTo } from "../../dossier/reached.ts";
import { dossiersForAdvisor } from "../../dossier/to-arrange.ts";
import { dossierChain } from "../../dossier/rules/dossier.ts";
import { type Search, readSearch, type Why, whyFound } from "../../dossier/rules/search.ts";
import { sayStanding } from "../words.ts";
import type { Stands } from "./stands.ts";
import { dossiersOfPersons, findPersons, personCalled, type PersonDossier, personsOf } from "./store.ts";
import * as output from "./output.ts";

declare module "../../act/world.ts" {
  interface House {
    readonly findPeople: ReturnType<typeof findPeopleView>;
    readonly seePerson: ReturnType<typeof seePersonView>;
  }
}

/** A row of a list of people: what tells homonyms apart, and where they have got to. */
export type ListedPerson = {
  readonly person: string;
  readonly name: string | null;
  /** The year of birth, once handed in. */
  readonly born: string | null;
  readonly number: string;
  readonly intake: Label;
  readonly stands: Label;
  readonly why: readonly Why[];
};

const MOST = 30;
const LATELY = 5;

export const findPeopleView = (stands: readonly Stands[]) =>
  defineView({
    name: "findPeople",
    label: { fr: "Chercher une personne, dans toutes les années", en: "Find a person, in all years" },
    who: "find people",
    form: Type.Object({ search: Type.Optional(Type.String({ maxLength: 100 })) }, closed),
    output: output.findPeople,
    async read({ tx, input, actor, zone }) {
      const search = readSearch(input.search ?? "");
      const foundBy = async () => {
        const found = search === undefined ? [] : await findPersons(tx, search, MOST + 1);
        const people = await listed(tx, { persons: found.slice(0, MOST), actor, stands, search, zone });
        return { people, more: found.length > MOST };
      };
      const openedBy = async () => {
        const persons = await personsOf(tx, await openedLately(tx, actor, "dossier"));
        return listed(tx, { persons: persons.slice(0, LATELY), actor, stands, zone });
      };
      const [found, lately] = await Promise.all([foundBy(), openedBy()]);
      return { searched: search !== undefined, ...found, lately };
    },
  });

type Listing = {
  readonly persons: readonly string[];
  readonly actor: Actor;
  readonly stands: readonly Stands[];
  readonly zone: string;
  readonly search?: Search | undefined;
};

async function listed(tx: Tx, { persons, actor, stands, zone, search }: Listing): Promise<ListedPerson[]> {
  if (persons.length === 0) return [];
  const [all, names] = await Promise.all([dossiersOfPersons(tx, persons), intakeNames(tx, zone)]);
  const dossiers = Map.groupBy(all, ({ person }) => person);
  const where = await standsOf(tx, stands, [...dossiers.values()].flat());
  return persons.flatMap((person) => {
    const own = dossiers.get(person);
    // Staff are candidates for their own dossier.
    if (!own || isSelf(actor, own)) return [];
    const { name, birthName, usedName, givenNames, elder, phone, bornOn } = knownOf(own);
    const numbers = own.map(({ number }) => number);
    const why = search ? whyFound(search, { name, birthName, usedName, givenNames, elder, phone, numbers }) : [];
    const [{ dossier, number, intake, label }] = own as [PersonDossier];
    const born = bornOn?.slice(0, 4) || null;
    return { person, name, born, number, intake: names.get(intake) ?? label, stands: where.get(dossier)!, why };
  });
}

/** The whole of a person, by their account or any dossier of theirs. */
export const seePersonView = (stands: readonly Stands[], ways: readonly Way[]) =>
  defineView({
    name: "seePerson",
    label: { fr: "Ouvrir la page d’une personne", en: "Open a person’s page" },
    who: "open a person’s page",
    form: Type.Object({ person: Id }, closed),
    output: output.seePerson,
    async read({ tx, input, actor, at, today, zone }) {
      // Mostly by the account: asked at once, as who is called so.
      const [person, called] = await Promise.all([
        personCalled(tx, input.person),
        dossiersOfPersons(tx, [input.person]),
      ]);
      const isOther = person !== undefined && person !== input.person;
      const every = isOther ? await dossiersOfPersons(tx, [person]) : called;
      const finds = may(actor, "find people");
      const own = finds ? every : await askingFor(tx, every);
      const [latest] = own;
      if (person === undefined || latest === undefined || isSelf(actor, own)) return undefined;
      const whose = latest.account === null ? null : `account:${latest.account}`;
      await noteOpening(tx, { about: dossierChain(latest.dossier), whose, actor, what: WHAT, at });
      // What is typed in a draft is its author's.
      const handed = own.find(({ submittedAt, standing }) => submittedAt !== null && standing !== "draft");
      const ids = own.map(({ dossier }) => dossier);
      const [names, where, way, postal] = await Promise.all([
        intakeNames(tx, zone),
        standsOf(tx, finds ? stands : [], own),
        finds ? stationsOf(ways, { tx, zone, today, now: at }, ids) : new Map<string, never>(),
        handed ? lettersGoTo(tx, { id: handed.dossier, number: handed.number }) : [],
      ]);
      return {
        person,
        account: latest.account,
        ...knownOf(own),
        address: latest.address,
        postal: [...postal],
        dossiers: own.map(({ dossier, number, intake, diploma, label, startedAt, submittedAt }) => ({
          dossier,
          number,
          intake,
          diploma,
          label: names.get(intake) ?? label,
          stands: where.get(dossier)!,
          stations: [...(way.get(dossier) ?? [])],
          startedAt: startedAt.toISOString(),
          submittedAt: submittedAt?.toISOString() ?? null,
        })),
      };
    },
  });

/** Those of which the référent handicap has something to decide. */
async function askingFor(tx: Tx, all: readonly PersonDossier[]): Promise<readonly PersonDossier[]> {
  const theirs = await dossiersForAdvisor(
    tx,
    all.map(({ dossier }) => dossier),
  );
  return all.filter(({ dossier }) => theirs.has(dossier));
}

const WHAT = { fr: "la page de la personne", en: "the person’s page" };

function isSelf(actor: Actor, [first]: readonly PersonDossier[]): boolean {
  return actor.kind === "account" && first?.account === actor.account;
}

/** What was handed in last; the account's name where nothing was. */
function knownOf(own: readonly PersonDossier[]) {
  const handed = own.find(({ birthName }) => birthName !== null) ?? own[0]!;
  const { name, birthName, usedName, givenNames, bornOn } = handed;
  return {
    name,
    birthName,
    usedName,
    givenNames,
    bornOn,
    elder: own.find((one) => one.elder !== null)?.elder ?? null,
    phone: own.find(({ phone }) => phone !== null)?.phone ?? null,
  };
}

async function standsOf(
  tx: Tx,
  stands: readonly Stands[],
  dossiers: readonly PersonDossier[],
): Promise<ReadonlyMap<string, Label>> {
  const where = new Map(dossiers.map(({ dossier, standing }) => [dossier, inWords(standing)]));
  const ids = [...where.keys()];
  const all = await Promise.all(ids.length === 0 ? [] : stands.map((one) => one(tx, ids)));
  for (const said of all) for (const [id, words] of said) where.set(id, words);
  return where;
}

function inWords(standing: PersonDossier["standing"]): Label {
  return { fr: sayStanding(standing, "fr"), en: sayStanding(standing, "en") };
}
