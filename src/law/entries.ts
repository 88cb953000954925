/** All entries of a loaded file in order: for a jurist to browse, and for tests to count. */
import type { Label } from "../kit/lang.ts";
import type { Entry } from "./entry.ts";

export type ListedEntry = Entry & { readonly label?: Label };

export function entriesOf(data: object): ListedEntry[] {
  const entries: ListedEntry[] = [];
  collect(data, entries);
  return entries;
}

function collect(value: unknown, into: ListedEntry[]): void {
  if (typeof value !== "object" || value === null) return;
  if ("source" in value && "id" in value && "citation" in value) into.push(value as ListedEntry);
  for (const [key, child] of Object.entries(value)) if (key !== "source" && key !== "citation") collect(child, into);
}

/** Entries by text and article, in the order in which they first appear. */
export function byArticle(
  entries: readonly ListedEntry[],
): { citation: Label; article: string; entries: ListedEntry[] }[] {
  const groups = new Map<string, { citation: Label; article: string; entries: ListedEntry[] }>();
  for (const entry of entries) {
    const key = `${entry.source.text}\n${entry.source.article}`;
    const group = groups.get(key) ?? { citation: entry.citation, article: entry.source.article, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()];
}
