/** How long a course may last by the référentiel, which counts in semesters. */
import type { Diploma } from "./diploma.ts";

type Most = { readonly entry: Diploma["training"][number]; readonly semesters: number };

/** Undefined if the référentiel sets no limit. */
export function mostSemesters({ training }: Pick<Diploma, "training">): Most | undefined {
  const entry = training.find(({ key }) => key === "max-semesters");
  return entry && typeof entry.value === "number" ? { entry, semesters: entry.value } : undefined;
}
