/** Who directs the work that a candidate defends: whoever was named last before the defence, as training has it. */
import type { NamedDirector } from "../../training/works/directors.ts";
import type { Certifying, Entry, Person } from "./facts.ts";

type Heard = Pick<Certifying, "groups" | "sittings" | "persons">;
type Presented = Omit<Entry, "director"> & { readonly directorBefore?: string | null };

/**
 * Named on 2 June, another on 9 June, the defence until 11:00 on the 11th: it is the other. Named on the 12th: it is the other still,
 * who was there. Where nobody had been named by then, whoever is named first stands in. Where training never named anybody, whoever was named for certification alone, before it asked training.
 */
export function directedEntries(
  entries: readonly Presented[],
  named: readonly NamedDirector[],
  { groups, sittings, persons }: Heard,
): { readonly entries: readonly Entry[]; readonly directors: readonly Person[] } {
  const others = new Map<string, Person>();
  const found = entries.map(({ directorBefore = null, ...entry }): Entry => {
    const theirs = named.filter(({ enrolment }) => enrolment === entry.enrolment);
    const until = defendedUntil(entry, theirs[0]?.exam, { groups, sittings });
    const one = theirs.findLast(({ at }) => until === undefined || at <= until) ?? theirs[0];
    if (!one) return { ...entry, director: directorBefore };
    const person = persons.find(({ actors }) => actors.includes(one.director));
    if (!person) others.set(one.director, unregistered(one));
    return { ...entry, director: person?.id ?? one.director };
  });
  return { entries: found, directors: [...others.values()] };
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

/** Who is in no register has a name and a way to be reached, and no more: of no college, and linked to nobody. */
function unregistered({ director, name }: NamedDirector): Person {
  const none = { address: null, college: null, seat: null, side: null };
  return { id: director, name, actors: [director], ...none, employer: "", version: 0 };
}
