/**
 * `npm run bench pdf`: the answer as a PDF, from facts to bytes through the render process, beside Typst alone with the
 * same template and the same data, in process and without the checks of a stranger's text.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { ANSWER_TEMPLATE, answerDocument } from "../src/inquiry/documents/answer.ts";
import { eligibilityRule } from "../src/decisions/eligibility/rule.ts";
import { lawOf, loadLaws } from "../src/law/load.ts";
import { startRenderer } from "../src/documents/render.ts";
import { print, race } from "./measure.ts";
import { people } from "./people.ts";

const STYLES = ["400Regular", "400Regular_Italic", "600SemiBold", "700Bold"];
const DOCUMENTS = join(import.meta.dirname, "../src/documents");
const BARE = "Typst alone, same template and data";

export async function benchPdf(count: number): Promise<void> {
  const laws = loadLaws(".");
  const { diploma, version } = laws.diplomas[0]!.data;
  const law = lawOf(laws, diploma, version, laws.establishments[0]!.data.establishment)!;
  const rule = eligibilityRule(law);
  const inputs = people(laws, count);
  const factsOf = (at: number) => {
    const input = inputs[at]!;
    return { law, lang: "fr", number: `Q-${at}`, date: input.on, input, answer: rule(input) } as const;
  };
  const data = inputs.map((_, at) => answerDocument(factsOf(at)));
  const texts = data.map((one) => Buffer.from(JSON.stringify(one)));
  const renderer = startRenderer();
  const typst = bareTypst(ANSWER_TEMPLATE);
  try {
    // The contenders are only comparable while they print the same document.
    if (!(await renderer.render(ANSWER_TEMPLATE, data[0]!)).equals(typst(texts[0]!)))
      throw new Error("The PDFs differ");
    const results = await race([
      {
        name: "Livret, from the facts",
        units: count,
        run: async () => {
          for (let at = 0; at < count; at++) await renderer.render(ANSWER_TEMPLATE, answerDocument(factsOf(at)));
        },
      },
      { name: BARE, units: count, run: () => texts.map(typst).length },
    ]);
    print("The answer as a PDF/UA-1", "documents", results, { [BARE]: "≥ 0.8" });
  } finally {
    await renderer.close();
  }
}

/** The moment that the day of these documents stands for. */
const NOON = Date.parse("2026-09-01T12:00:00Z") / 1000;

/** What Typst forgets after each document is what keeps its memory from growing. */
function bareTypst(template: string): (data: Buffer) => Buffer {
  const workspace = dirname(template);
  // Read when the compiler is made: with the fonts of the machine at hand, the bytes would be others.
  process.env.FONTCONFIG_FILE = join(DOCUMENTS, "no-system-fonts.conf");
  const fonts = dirname(
    createRequire(import.meta.url).resolve("@expo-google-fonts/atkinson-hyperlegible-next/package.json"),
  );
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontPaths: STYLES.map((style) => join(fonts, style)) }],
  });
  compiler.mapShadow(join(workspace, "house.typ"), readFileSync(join(DOCUMENTS, "house.typ")));
  return (data) => {
    compiler.mapShadow(join(workspace, "data.json"), data);
    const compiled = compiler.compile({ mainFilePath: template });
    const pdf = compiler.pdf(compiled.result!, { pdfStandard: "ua-1", creationTimestamp: NOON });
    compiler.evictCache(0);
    return pdf;
  };
}
