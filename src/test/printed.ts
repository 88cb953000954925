/** What a printed document says, and how it is built: for the tests of each. */
import assert from "node:assert/strict";
import { extractText, getDocumentProxy } from "unpdf";
import type { Lang } from "../kit/lang.ts";
import { type Catalogue, type Finding, sayFindings } from "../law/finding.ts";

/** The letters alone: where lines and pages end, and which spaces a face uses, is not what is said. */
export function letters(text: string): string {
  return text.replace(/[\s\u200b]+/g, "");
}

export async function lettersOf(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  // Each page begins with its running head and ends with its footer, which part a sentence that runs over.
  return letters(
    text.map((page) => page.replace(/^Faire ESS.*\n/, "").replace(/\n?(Réponse n°|Answer no\.)[^]*$/, "")).join(""),
  );
}

export function assertSays(text: string, found: readonly Finding[], catalogue: Catalogue, lang: Lang): void {
  for (const { reason, source } of sayFindings(found, catalogue, lang)) {
    assert.ok(text.includes(letters(reason)), reason);
    assert.ok(text.includes(letters(source.article)), source.article);
  }
}

type Node = { role?: string; children?: Node[] };

/** The roles of its structure, in the order of reading. */
export async function rolesOf(pdf: Buffer): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const roles: string[] = [];
  const collect = (node: Node) => {
    if (node.role !== undefined) roles.push(node.role);
    for (const child of node.children ?? []) collect(child);
  };
  for (let page = 1; page <= document.numPages; page++)
    collect((await (await document.getPage(page)).getStructTree()) as unknown as Node);
  return roles;
}
