/** The lives beside the diplomas, as a demonstration shows them: each on the day that it names, which is about today. */
import type { World } from "../../act/world.ts";
import { readScripts, type Script } from "../../house/lives/script.ts";
import { openStage } from "../../house/lives/stage.ts";
import { type Lived, playTogether } from "../../house/lives/together.ts";
import { sayDifferences } from "../../house/lives/words.ts";
import { stepByStep } from "../../jobs/step-by-step.ts";
import { sayProblems } from "../../law/load.ts";
import { birthOf } from "../../record/birth/birth.ts";
import type { Label, Lang } from "../../kit/lang.ts";
import { typographic } from "../../kit/typography.ts";
import type { Site } from "./site.ts";

export type HowToPlay = {
  /** Files of lives: those that name a day are played, so that somebody is at each station today. */
  readonly lives?: readonly string[];
  /** Hears of what keeps a life from being shown. */
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

/** As whom one may enter to see a life: those whom it is about, and not those who work here, who are there by their roles. */
export function peopleOf({ script: { says }, cast }: Lived, school: string, place: number): Site["shown"] {
  return [...cast.people.values()].flatMap(({ name, account, written: { roles } }) => {
    if (account === undefined || roles) return [];
    const said = (lang: Lang) => `${name} – ${typographic(says[lang], lang)}`.slice(0, LONGEST_LABEL);
    return { school, account, label: { fr: said("fr"), en: said("en") }, place };
  });
}

const LONGEST_LABEL = 200;
