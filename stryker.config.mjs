// Mutation testing of the law and of the rules, by `npm run mutation`, which names one subject after the other in
// LIVRET_MUTATION; `small` there tries two files in a minute.
// It keeps what it found in `reports/`, and tries again only what a change of the code or of its tests has touched.
// Left out: words (sentences, title and source words, the names that addresses of the program take, the answers' schemas, the letter and the page that carry them) and the bare declarations of the files' shapes.
import { readdirSync } from "node:fs";

const decisions = readdirSync(new URL("src/decisions", import.meta.url), { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => name);
const asked = process.env.LIVRET_MUTATION ?? "";
const law = asked === "" ? ["src/{law,decisions}/**/*.ts", "src/{*,*/*}/rules/**/*.ts"] : [`${asked}/**/*.ts`];
const small = ["src/law/experience.ts", "src/decisions/certification/marks.ts"];

export default {
  testRunner: "node-test",
  plugins: ["./src/test/mutated/runner.ts"],
  mutate: [
    ...(asked === "small" ? small : law),
    "!src/**/*.test.ts",
    "!src/law/{addresses,answer,article-words,source-words,title-words}.ts",
    "!src/{*,*/*}/rules/*-words.ts",
    "!src/{mail/rules/letter,retention/rules/copy-page}.ts",
    "!src/law/{decision,diploma,entry,establishment,law}.ts",
    // What declares a decision or says its answer.
    "!src/decisions/decide.ts",
    ...decisions.map((name) => `!src/decisions/${name}/${name}.ts`),
    "!src/decisions/*/{sentences,experience-words}.ts",
  ],
  // TypeScript 7 has no programming interface for Stryker to rewrite its file with; nothing here needs it rewritten.
  tsconfigFile: "none",
  coverageAnalysis: "perTest",
  // A machine that is busy with other things is slow, and who lives is tried again with every test: a mutant is not killed by
  // that. One that goes round and round is told by how often it does.
  timeoutMS: 120_000,
  dryRunTimeoutMinutes: 30,
  concurrency: Number(process.env.LIVRET_MUTATION_WORKERS ?? 2),
  incremental: asked !== "small",
  incrementalFile: "reports/mutation-found.json",
  tempDirName: ".stryker-tmp",
  ignorePatterns: ["data", "reports", "screens", "bench", "docs", ".ci", "src/web", "src/test/browser"],
  reporters: ["clear-text", "progress-append-only", "json", "html"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: "reports/mutation.json" },
  htmlReporter: { fileName: "reports/mutation.html" },
  thresholds: { high: 95, low: 90, break: 90 },
};
