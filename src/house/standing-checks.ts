/** A check for the doctor per fact that a later subject relies on: nothing was taken away under it. */
import type { Standing } from "../act/standing.ts";
import type { SchoolCheck } from "../act/check.ts";

/** `by`: the subject that declares it. */
export type Laid = { readonly by: string; readonly standing: Standing };

export function standingChecks(all: readonly Laid[]): readonly SchoolCheck[] {
  return all.flatMap(({ by, standing: { on, moves, never } }) => {
    if (!never) return [];
    const name = `${on.name}: ${moves.join(", ")} (${by})`;
    const look: SchoolCheck = async (tx, establishment) => {
      const found = await never(tx);
      const [first] = found;
      const label =
        first === undefined
          ? {
              fr: `${establishment}\u00a0: rien n’a été ôté sur quoi «\u00a0${by}\u00a0» s’appuie.`,
              en: `${establishment}: nothing was taken away that “${by}” rests on.`,
            }
          : {
              fr: `${establishment}\u00a0: ${found.length}\u00a0× ${on.name} ôté sous «\u00a0${by}\u00a0», dont ${first}. Signalez-le\u00a0: ce défaut est dans le programme.`,
              en: `${establishment}: ${found.length} × ${on.name} taken away under “${by}”, among them ${first}. Report it: the fault is in the program.`,
            };
      return { name, ok: first === undefined, label };
    };
    return [look];
  });
}
