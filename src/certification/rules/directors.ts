/** The director of the work a candidate defends: the last one training named before the defence. */
import type { NamedDirector } from "../../training/works/directors.ts";
import type { Certifying, Entry, Person } from "./facts.ts";

type Heard = Pick<Certifying, "groups" | "sittings" | "persons">;
type Presented = Omit<Entry, "director"> & { readonly directorBefore?: string | null };

/**
 * A named on 2 June, B on 9 June, defence until 11:00 on the 11th: B. C named on the 12th: still B, who attended. If none was named by
 * then, the first named afterwards. If training never named one, the director recorded in certification before training held this.
 */
export function directedEntries(
  entries: readonly Presented[],
  named: readonly NamedDirector[],
  { groups, sittings, persons }: Heard,
): { readonly entries: readonly Entry[]; readonly directors: readonly Person[] } {
  const others = new Map<string, Person>();
  const directed = entries.map(({ directorBefore = null, ...entry }): Entry => {
    const theirs = named.filter(({ enrolment }) => enrolment === entry.enrolment);
    const until = defendedUntil(entry, theirs[0]?.exam, { groups, sittings });
    const naming = theirs.findLast(({ at }) => until === undefined || at <= until) ?? theirs[0];
    if (!naming) return { ...entry, director: directorBefore };
    const person = persons.find(({ actors }) => actors.includes(naming.director));
    if (!person) others.set(naming.director, unregistered(naming));
    return { ...entry, director: person?.id ?? naming.director };
  });
  return { entries: directed, directors: [...others.values()] };
}

function defendedUntil(
  entry: Presented,
  exam: string | undefined,
  { groups, sittings }: Omit<Heard, "persons">,
): Date | undefined {
  const before = new Set(sittings.filter((one) => one.entry === entry.id).map(({ group }) => group));
  const times = groups.filter((one) => one.exam === exam && before.has(one.id)).map(({ until }) => until);
  return times.toSorted((a, b) => a.getTime() - b.getTime()).at(-1);
}

/** A director outside the register: a name and a way to be reached, with no college and no links. */
function unregistered({ director, name }: NamedDirector): Person {
  const none = { address: null, college: null, seat: null, side: null };
  return { id: director, name, actors: [director], ...none, employer: "", version: 0 };
}
