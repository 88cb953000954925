/**
 * The appreciations of a livret, and who writes each: set by the school's file, since the minister's model of the livret was not read. None
 * about an exam that the trainee does not sit.
 */
import type { Permission } from "../../act/permissions.ts";
import type { Law } from "../../law/law.ts";

export type WantedAppreciation = NonNullable<Law["school"]["appreciations"]>[number];

/** The permission that the author needs. */
export const ASKED_WHO: Readonly<Record<WantedAppreciation["by"], Permission>> = {
  trainer: "teach",
  "memoire-director": "direct a work",
  "head-of-training": "run the training",
};

export function wantedIn({ school }: Law): readonly WantedAppreciation[] {
  return school.appreciations ?? [];
}
