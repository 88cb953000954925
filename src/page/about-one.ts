/**
 * A page that lists several, reached by the link of a line that waits: `?pour=` names whom or what the line is about. It stands first, or is
 * the only one shown or chosen, and the page says so.
 */
import { type Html, html } from "../kit/html.ts";
import { inBoth } from "../kit/in-both.ts";
import { isId } from "../kit/shapes.ts";
import type { Visit } from "./page.ts";

export const aboutOne = (id: string) => ({ pour: id });

export function askedAbout({ query: { pour } }: Pick<Visit, "query">): string | undefined {
  return isId(pour) ? pour : undefined;
}

const aboutWords = inBoth({
  here: (name: string, how: string) => [
    `Vous êtes ici pour ${name}\u00a0: ${how}.`,
    `You are here for ${name}: ${how}.`,
  ],
  first: ["en premier ci-dessous", "first below"],
  only: ["rien d’autre n’est montré", "nothing else is shown"],
  chosen: ["c’est déjà choisi ci-dessous", "already chosen below"],
  choose: ["choisissez ci-dessous", "choose below"],
  gone: ["Ce pour quoi vous venez n’attend plus.", "What you come for waits no more."],
});

/** `name` is undefined where it waits no more. */
export function saysAbout(
  visit: Pick<Visit, "lang" | "query">,
  name: string | undefined,
  how: "first" | "only" | "chosen" | "choose",
): Html | false {
  const words = aboutWords[visit.lang];
  if (askedAbout(visit) === undefined) return false;
  return html`<p class="ds-alert" data-color="info">${name === undefined ? words.gone : words.here(name, words[how])}</p>`;
}

/** The one that is asked about before the others, which keep their order. */
export function firstAbout<T>(visit: Pick<Visit, "query">, all: readonly T[], idOf: (one: T) => string) {
  const asked = askedAbout(visit);
  const one = all.find((each) => idOf(each) === asked);
  return { one, all: one === undefined ? all : [one, ...all.filter((each) => each !== one)] };
}
