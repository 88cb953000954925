/** What is agreed to when submitting a dossier or a complement: the declaration, and the fingerprint of the contents with it. */
import type { Lang } from "../kit/lang.ts";
import { enteringWords } from "./entering/words.ts";
import { followingWords } from "./following-words.ts";
import type { Dossier } from "./rules/dossier.ts";
import type { DossierState } from "./rules/state.ts";
import { shownHash, type Standing } from "./standing.ts";
import { dossierWords } from "./words.ts";

type Agreed = { readonly words: string; readonly shown: string };
type Signed = Pick<Standing, "sections" | "files"> & { readonly dossier: Dossier; readonly state: DossierState };

/** Null if nothing is to be submitted. */
export function signing(opened: Signed, lang: Lang): Agreed | null {
  const { state } = opened.state;
  if (state !== "draft" && state !== "complement") return null;
  const words = state === "draft" ? declarationOf(opened, lang) : followingWords(lang).complement.fields.agreed.hint;
  return { words, shown: shownHash(opened, words) };
}

/** The person’s declaration, or the attestation of the officer who entered it. */
export function declarationOf(opened: Pick<Signed, "dossier">, lang: Lang): string {
  const hand = byHand(opened);
  return hand === undefined ? dossierWords(lang).submit.declaration : enteringWords(lang).enter.declaration[hand];
}

/** How it came, if entered by the office and not in an account yet. */
export function byHand({ dossier }: Pick<Signed, "dossier">): "paper" | "phone" | undefined {
  const { account, entered } = dossier;
  return account === null && (entered === "paper" || entered === "phone") ? entered : undefined;
}
