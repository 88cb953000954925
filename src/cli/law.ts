/** `livret law [article]`: the entries of the référentiel and of the school, with article and confidence. */
import { sayArticle } from "../law/article-words.ts";
import { byArticle, entriesOf, type ListedEntry } from "../law/entries.ts";
import type { Lang } from "../kit/lang.ts";
import { type CliWorld, EXIT } from "./command.ts";

const WORDS = {
  fr: { none: (article: string) => `Aucune entrée ne cite l’article « ${article} ».`, article: "article" },
  en: { none: (article: string) => `No entry cites article "${article}".`, article: "article" },
} as const;

/** `article` matches an article (`2`, `2, 1°`, `annexe IV`) or the id of an entry (`doors.C3`). */
export function showLaw(world: CliWorld, article: string | undefined, lang: Lang): number {
  const files = [...world.laws().diplomas, ...world.laws().establishments];
  const wanted = (entry: ListedEntry) =>
    article === undefined || matches(entry.source.article, article) || entry.id === article;
  let shown = 0;
  for (const { data, file } of files) {
    const entries = entriesOf(data).filter(wanted);
    if (entries.length === 0) continue;
    world.stdout.write(`${file.name}  ${file.hash}\n`);
    for (const group of byArticle(entries)) {
      world.stdout.write(`\n  ${group.citation[lang]}, ${WORDS[lang].article} ${sayArticle(group.article, lang)}\n`);
      for (const entry of group.entries) world.stdout.write(describe(entry, lang));
    }
    world.stdout.write("\n");
    shown += entries.length;
  }
  if (shown > 0) return EXIT.done;
  world.stderr.write(`${WORDS[lang].none(article ?? "")}\n`);
  return EXIT.failed;
}

function matches(article: string, wanted: string): boolean {
  return article === wanted || article.startsWith(`${wanted},`) || article.startsWith(`${wanted} `);
}

function describe(entry: ListedEntry, lang: Lang): string {
  const { confidence, note } = entry.source;
  const label = entry.label ? `  ${entry.label[lang]}` : "";
  return `    ${entry.id}  [${confidence}]${label}\n${note ? `        ${note[lang]}\n` : ""}`;
}
