/** The lives beside the diplomas, for a demonstration: each moved so that its named day is about today. */
import type { World } from "../../act/world.ts";
import { readScripts, type Script } from "../../house/lives/script.ts";
import { openStage } from "../../house/lives/stage.ts";
import { type Lived, playTogether } from "../../house/lives/together.ts";
import { sayDifferences } from "../../house/lives/words.ts";
import { stepByStep } from "../../worker/step-by-step.ts";
import { sayProblems } from "../../law/load.ts";
import { birthOf } from "../../deployment/birth/birth.ts";
import type { Label, Lang } from "../../kit/lang.ts";
import type { Day } from "../../kit/day.ts";
import { typographic } from "../../kit/typography.ts";
import { sayRole } from "../../people/sentences.ts";
import type { Site } from "./site.ts";

export type HowToPlay = {
  /** Files of lives: those that name a day are played, so that every station has a person today. */
  readonly lives?: readonly string[];
  /** Told why a life cannot be shown. */
  readonly onFault?: (said: Label) => void;
};

export function readLives(world: World, { lives = [], onFault }: HowToPlay): readonly Script[] {
  const { scripts, problems } = readScripts(lives, world);
  if (problems.length > 0) onFault?.({ fr: sayProblems(problems, "fr"), en: sayProblems(problems, "en") });
  return scripts;
}

export async function playLives(
  world: World,
  school: string,
  scripts: readonly Script[],
  { onFault }: HowToPlay,
): Promise<readonly Lived[]> {
  const own = scripts.filter(({ establishment }) => establishment === school);
  if (own.length === 0) return [];
  const born = (await birthOf(world.db))!;
  const stage = openStage({ ...world, demo: born }, school, stepByStep({ hourly: true }));
  const lived = await playTogether(stage, own, world.now());
  for (const { stopped } of lived)
    if (stopped) onFault?.({ fr: sayDifferences(stopped, "fr"), en: sayDifferences(stopped, "en") });
  return lived;
}

type As = { readonly school: string; readonly place: number; readonly today: Day };

/** The people as whom a visitor may see a life: those of whom it says what there is to see, and the guests still invited, by their roles. */
export function peopleOf({ script: { shown: how }, cast }: Lived, { school, place, today }: As): Site["shown"] {
  return [...cast.people].flatMap(([key, { name, account, invitations, written }]) => {
    const role = (written.guest ?? written.roles)?.[0];
    const sees = how?.people[key];
    const said = (lang: Lang) =>
      [name, ...(role ? [sayRole(role, lang)] : []), ...(sees ? [typographic(sees[lang], lang)] : [])]
        .join(" – ")
        .slice(0, LONGEST_LABEL);
    const shown = { school, label: { fr: said("fr"), en: said("en") }, group: how?.group ?? "office", place } as const;
    const [invited] = [...invitations.values()].filter(({ until }) => until >= today);
    if (written.guest) return invited ? { ...shown, account: invited.guest, link: invited.link } : [];
    return account === undefined || !sees ? [] : { ...shown, account };
  });
}

const LONGEST_LABEL = 200;
