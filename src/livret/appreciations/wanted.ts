/**
 * Which appreciations a livret has, and of whom each is asked: the school's file says so, since the minister's model of the livret
 * was not read. Of an exam that somebody does not sit, none is wanted.
 */
import type { Permission } from "../../act/permissions.ts";
import type { Law } from "../../law/law.ts";

export type WantedAppreciation = NonNullable<Law["school"]["appreciations"]>[number];

/** What whoever is asked must be able to do here. */
export const ASKED_WHO: Readonly<Record<WantedAppreciation["by"], Permission>> = {
  trainer: "teach",
  "memoire-director": "direct a work",
  "head-of-training": "run the training",
};

export function wantedIn({ school }: Law): readonly WantedAppreciation[] {
  return school.appreciations ?? [];
}
