/**
 * Replays a decision from the law files it was made with, and compares: the same answer years later proves that the rules gave it. Meaning
 * is compared, not words, which may be improved.
 */
import { decider, decisionNamed } from "../../decisions/decide.ts";
import { canonical } from "../../kit/canonical.ts";
import type { Lang } from "../../kit/lang.ts";
import { sayArticle } from "../../law/article-words.ts";
import { LawError, readLaws } from "../../law/load.ts";
import type { LawFile } from "../../law/yaml.ts";
import { type Basis, FORMER_RULES, RULES_VERSION } from "../../law/law.ts";

/** A decision's input and answer, as stored. */
export type Decided = {
  readonly decision: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer: Readonly<Record<string, unknown>>;
};

export type Replayed =
  /** `answer` is the new one, in the requested language. */
  | { readonly kind: "same"; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly kind: "differs"; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly kind: "impossible"; readonly why: "file-gone" | "unreadable" | "refused" | "other-rules" };

export type BasisFiles = { readonly national: LawFile | undefined; readonly local: LawFile | undefined };

export function basisOf({ answer }: Decided): Basis {
  return answer.basis as Basis;
}

export function replay(decided: Decided, { national, local }: BasisFiles, lang: Lang): Replayed {
  const basis = basisOf(decided);
  // Former versions of the rules remain callable by number.
  if (basis.rules !== RULES_VERSION && !FORMER_RULES.includes(basis.rules))
    return { kind: "impossible", why: "other-rules" };
  if (!national || !local) return { kind: "impossible", why: "file-gone" };
  const decision = decisionNamed(decided.decision);
  const laws = read(national, local, basis.rules);
  if (!decision || !laws) return { kind: "impossible", why: "unreadable" };
  const { diploma, version, establishment } = basis;
  const input = { ...decided.input, diploma, version, establishment };
  const replayed = decider(decision, laws, { diploma: undefined, establishment: undefined })(input);
  if ("fault" in replayed) return { kind: "impossible", why: "refused" };
  const answer = replayed.answer(lang);
  return { kind: canonical(meaning(answer)) === canonical(meaning(decided.answer)) ? "same" : "differs", answer };
}

/** Files in a format this version no longer reads: undefined. */
function read(national: LawFile, local: LawFile, rules: string) {
  try {
    return readLaws([national], [local], rules);
  } catch (error) {
    if (error instanceof LawError) return undefined;
    throw error;
  }
}

/** An answer without its words: each finding keeps its condition, outcome, article and confidence. */
function meaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaning);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => {
      if (key === "reason" || key === "label" || key === "text") return [];
      // The same article in one language, whichever it was stored in.
      if (key === "article" && typeof child === "string") return [[key, sayArticle(child, "en")]];
      return [[key, meaning(child)] as const];
    }),
  );
}
