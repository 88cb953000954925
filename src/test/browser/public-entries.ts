/** Which entries of the law stand for all on the pages that show one: an ordinary one, and the one with most to say. */
import { fileURLToPath } from "node:url";
import { loadCases } from "../../law/cases.ts";
import { entriesOf } from "../../law/entries.ts";
import { loadLaws } from "../../law/load.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

export function recordEntry(): { diploma: string; entry: string; longest: string } {
  const { data } = loadLaws(ROOT).diplomas[0]!;
  const cited = loadCases(ROOT).flatMap((one) => one.illustrates ?? []);
  const count = (id: string) => cited.filter((other) => other === id).length;
  const ids = entriesOf(data).map(({ id }) => id);
  return {
    diploma: data.diploma,
    entry: data.doors[0]!.id,
    longest: ids.reduce((most, id) => (count(id) > count(most) ? id : most)),
  };
}
