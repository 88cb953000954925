/** What the page shows of what is signed with one code: each lesson of the half-day that has begun, its hours and its unit. The act compares it. */
import type { Shown } from "../../act/shows.ts";
import { labelled } from "../../kit/lang.ts";
import type { Lesson } from "../lessons/store.ts";
import { sayWhen } from "../lessons/words.ts";

export function signedLines(lessons: readonly Pick<Lesson, "on" | "from" | "to" | "unit">[]): Shown {
  const inOrder = lessons.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return inOrder.map((lesson, at) => ({
    what: { fr: `Séance ${at + 1}`, en: `Lesson ${at + 1}` },
    is: labelled((lang) => `${sayWhen(lesson, lang)}, ${lesson.unit}`),
  }));
}
