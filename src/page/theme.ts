/**
 * A school's colours, from the four in its file: every shade the components use is mixed from them, so that none can be forgotten, and each
 * pair that is read together is checked. A theme of too little contrast is refused.
 */
import type { Establishment } from "../law/establishment.ts";
import { type Colour, contrast, mix } from "./colour.ts";

export type Theme = Establishment["theme"];

/** For pages that belong to no school. */
export const PLAIN_THEME: Theme = { accent: "#3f3f46", onAccent: "#ffffff", surface: "#fafaf9", ink: "#1c1c1f" };

/** States keep their hue in every school: a person learns them once. */
const STATES = { info: "#2f5d7c", success: "#2c6639", warning: "#7d5000", danger: "#a3271f" } as const;

type Scale = Readonly<Record<string, Colour>>;

/** WCAG: text needs 4.5:1, a line or a shape that carries meaning 3:1. */
const TEXT = 4.5;
const GRAPHIC = 3;

export type ThemeProblem = { readonly what: string; readonly ratio: number; readonly least: number };

/** Every shade, by the name that stylesheets use. */
function shades(theme: Theme): Readonly<Record<string, Scale>> {
  const scales: Record<string, Scale> = {
    accent: scale(theme, theme.accent, theme.onAccent),
    neutral: scale(theme, theme.ink, theme.surface),
  };
  for (const [name, colour] of Object.entries(STATES)) scales[name] = scale(theme, colour, "#ffffff");
  return scales;
}

function scale(theme: Theme, base: Colour, onBase: Colour): Scale {
  const raised = mix(theme.surface, "#ffffff", 0.7);
  return {
    "background-default": theme.surface,
    "background-tinted": mix(theme.surface, base, 0.05),
    "surface-default": raised,
    "surface-tinted": mix(theme.surface, base, 0.09),
    "surface-hover": mix(theme.surface, base, 0.15),
    "surface-active": mix(theme.surface, base, 0.22),
    "border-subtle": mix(theme.surface, base, 0.28),
    "border-default": mix(theme.surface, base, 0.78),
    "border-strong": base,
    "text-subtle": base === theme.ink ? mix(base, theme.surface, 0.18) : base,
    "text-default": mix(base, theme.ink, 0.55),
    "base-default": base,
    "base-hover": mix(base, theme.ink, 0.35),
    "base-active": mix(base, theme.ink, 0.6),
    "base-contrast-subtle": mix(onBase, base, 0.08),
    "base-contrast-default": onBase,
  };
}

const GROUNDS = ["background-default", "background-tinted", "surface-default", "surface-tinted", "surface-hover"];
const BASES = ["base-default", "base-hover", "base-active"];

/** Every pair of too little contrast, the worst first; empty for a valid theme. */
export function themeProblems(theme: Theme): ThemeProblem[] {
  const problems: ThemeProblem[] = [];
  const check = (what: string, first: Colour, second: Colour, least: number) => {
    const ratio = contrast(first, second);
    if (ratio < least) problems.push({ what, ratio: Math.floor(ratio * 100) / 100, least });
  };
  for (const [name, shade] of Object.entries(shades(theme))) {
    for (const ground of GROUNDS) {
      for (const text of ["text-subtle", "text-default"])
        check(`${name} ${text} on ${ground}`, shade[text]!, shade[ground]!, TEXT);
      check(`ink on ${name} ${ground}`, theme.ink, shade[ground]!, TEXT);
    }
    for (const ground of ["background-default", "surface-default", "surface-tinted"]) {
      check(`${name} border-default on ${ground}`, shade["border-default"]!, shade[ground]!, GRAPHIC);
      check(`${name} base-default on ${ground}`, shade["base-default"]!, shade[ground]!, GRAPHIC);
    }
    for (const base of BASES) {
      check(`${name} base-contrast-default on ${base}`, shade["base-contrast-default"]!, shade[base]!, TEXT);
      check(`${name} base-contrast-subtle on ${base}`, shade["base-contrast-subtle"]!, shade[base]!, TEXT);
    }
  }
  return problems.sort((a, b) => a.ratio - b.ratio);
}

/** The stylesheet of a theme. Throws on too little contrast, naming each pair. */
export function themeSheet(theme: Theme): string {
  const problems = themeProblems(theme);
  if (problems.length > 0) {
    const list = problems.map(({ what, ratio, least }) => `${what}: ${ratio}:1 instead of at least ${least}:1`);
    throw new Error(`This theme cannot be read:\n${list.join("\n")}`);
  }
  const scales = shades(theme);
  const values = Object.entries(scales).flatMap(([name, shade]) =>
    Object.entries(shade).map(([key, colour]) => `--ds-color-${name}-${key}:${colour}`),
  );
  const keys = Object.keys(scales.accent!);
  const alias = (name: string) => keys.map((key) => `--ds-color-${key}:var(--ds-color-${name}-${key})`).join(";");
  const own = [`--ds-color-focus-inner:${theme.surface}`, `--ds-color-focus-outer:${theme.ink}`];
  return [
    `:root{${[...values, ...own].join(";")}}`,
    `:root,[data-color=accent]{${alias("accent")}}`,
    ...["neutral", ...Object.keys(STATES)].map((name) => `[data-color=${name}]{${alias(name)}}`),
  ].join("\n");
}
