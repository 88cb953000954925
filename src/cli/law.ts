/**
 * `livret law [article|entry]`: the entries of the référentiel and of the school, in the words of «La règle», with article and confidence.
 */
import { inBoth } from "../kit/in-both.ts";
import { sayArticle } from "../law/article-words.ts";
import type { Diploma } from "../law/diploma.ts";
import { byArticle, entriesOf, type ListedEntry } from "../law/entries.ts";
import type { Lang } from "../kit/lang.ts";
import { isNumbered } from "../law/article-words.ts";
import { entryFigures, sayEntry } from "../catalogue/entry-words.ts";
import { type CliWorld, EXIT } from "./command.ts";

const WORDS = inBoth({
  none: (asked: string) => [
    `Aucune entrée ne cite l’article « ${asked} » ni ne s’appelle ainsi. Toutes : livret law`,
    `No entry cites article "${asked}" or is called so. All of them: livret law`,
  ],
  article: ["article", "article"],
});

/** `asked`: an article, with or without the word before it, or the name of an entry, whole or in part. */
export function showLaw(world: CliWorld, asked: string | undefined, lang: Lang): number {
  const { diplomas, establishments } = world.laws();
  const files = [...diplomas, ...establishments];
  const article = asked?.replace(/^art(?:icles?\b|\.) */i, "").toLowerCase();
  const wanted = (entry: ListedEntry) =>
    asked === undefined || cites(entry.source.article, article!) || isNamed(entry.id, asked);
  let shown = 0;
  for (const { data, file } of files) {
    const entries = entriesOf(data).filter(wanted);
    if (entries.length === 0) continue;
    world.stdout.write(`${file.name}  ${file.hash}\n`);
    // A school's entries have labels of their own and use no name of the diploma: any diploma will do.
    const diploma = "doors" in data ? data : diplomas[0]!.data;
    for (const { citation, article, entries: those } of byArticle(entries)) {
      const numbered = isNumbered(article) ? `${WORDS[lang].article} ` : "";
      world.stdout.write(`\n  ${citation[lang]}, ${numbered}${sayArticle(article, lang)}\n`);
      for (const entry of those) world.stdout.write(describe(entry, diploma, lang));
    }
    world.stdout.write("\n");
    shown += entries.length;
  }
  if (shown > 0) return EXIT.done;
  world.stderr.write(`${WORDS[lang].none(asked ?? "")}\n`);
  return EXIT.failed;
}

function cites(source: string, wanted: string): boolean {
  const article = source.toLowerCase();
  return article === wanted || article.startsWith(`${wanted},`) || article.startsWith(`${wanted} `);
}

/** By one part of the name or several in sequence; an index of a list is no name. */
function isNamed(id: string, asked: string): boolean {
  return !/^\d+$/.test(asked) && `.${id}.`.toLowerCase().includes(`.${asked.toLowerCase()}.`);
}

function describe(entry: ListedEntry, diploma: Diploma, lang: Lang): string {
  const { confidence, note } = entry.source;
  const said = [sayEntry(entry, diploma, lang), ...entryFigures(entry, lang)].join(" ");
  return `    ${entry.id}  [${confidence}]  ${said}\n${note ? `        ${note[lang]}\n` : ""}`;
}
