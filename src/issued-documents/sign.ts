/**
 * A signature: the hash of exactly what was shown, the signer, how they authenticated within the half hour before, the words they agreed
 * to, and the time; or, on paper, the scan and who attests it. It claims no more, and the paper says so.
 */
import { createHash } from "node:crypto";
import { newId } from "../kit/id.ts";
import type { Tx } from "../db/school.ts";
import { dropping, keep } from "../act/keep.ts";
import { actorName, type Actor } from "../act/permissions.ts";
import { canonical } from "../kit/canonical.ts";
import { doerNamed } from "../people/contact.ts";

type Signed = {
  /** The chain of what is signed. */
  readonly about: string;
  /** The paper or statement within it. */
  readonly what: string;
  /** `shownAs(…)` of what was displayed. */
  readonly shown: string;
  /** As printed beside the button. */
  readonly words: string;
  readonly name: string;
  readonly at: Date;
};

/** The fingerprint of what the signer sees: the view gives it, and the act receives it back. */
export function shownAs(value: unknown): string {
  return `sha256:${createHash("sha256").update(canonical(value)).digest("hex")}`;
}

/** Signs in the application: the calling act `binds`, and names `signature` among its `writes`. */
export async function sign(tx: Tx, signed: Signed & { readonly actor: Actor }): Promise<string> {
  const { about, what, shown, words, name, at, actor } = signed;
  const id = newId();
  const authenticated_at = "authenticatedAt" in actor ? actor.authenticatedAt : null;
  const row = { id, about, what, shown, words, name, signed_at: at, authenticated_at };
  await keep(tx, "signature", { ...row, signer: actorName(actor), scan: null, attested_by: null }, { of: about });
  return id;
}

/** Records a signature on paper: `scan` is the file attached to `about`, and the actor attests that it is the signed paper. */
export async function signedOnPaper(
  tx: Tx,
  signed: Signed & { readonly scan: string; readonly actor: Actor },
): Promise<string> {
  const { about, what, shown, words, name, at, scan, actor } = signed;
  const id = newId();
  const row = { id, about, what, shown, words, name, signed_at: at, authenticated_at: null };
  await keep(tx, "signature", { ...row, signer: null, scan, attested_by: actorName(actor) }, { of: about });
  return id;
}

export type OnPaper = {
  readonly file: string;
  /** The signer's name, as typed. */
  readonly name: string;
  readonly at: Date;
  /** The name of the person who attests that it is the signed paper. */
  readonly attestedBy: string | null;
};

/** The signed papers of one kind about a subject, latest first. */
export async function signedPapers(tx: Tx, { about, what }: Pick<Signed, "about" | "what">): Promise<OnPaper[]> {
  const signatures = await tx
    .selectFrom("signature")
    .select(["scan", "name", "signed_at", "attested_by"])
    .where("about", "=", about)
    .where("what", "=", what)
    .where("scan", "is not", null)
    .orderBy("signed_at", "desc")
    .orderBy("id", "desc")
    .execute();
  const papers: OnPaper[] = [];
  for (const { scan, name, signed_at: at, attested_by: by } of signatures)
    papers.push({ file: scan!, name, at, attestedBy: (await doerNamed(tx, by!))?.name ?? null });
  return papers;
}

/** Erased with what was signed, by the act that erases it. */
export async function forgetSignatures(tx: Tx, about: string): Promise<void> {
  await dropping(tx, "signature", tx.deleteFrom("signature").where("about", "=", about));
}
