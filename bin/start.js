/*
 * `npm start`: what was compiled last time is not compiled again, a quarter of a start. In JavaScript, so that nothing comes
 * first, and of words that an old Node has: whoever forgot `npm ci` is on the machine's own.
 */
import module from "node:module";
import { fileURLToPath } from "node:url";

const TYPE = {
  fr: "Tapez npm ci, puis npm start. npm ci apporte Node 24 sous Linux ; ailleurs, installez Node 24 ou plus récent.",
  en: "Type npm ci, then npm start. npm ci brings Node 24 on Linux; elsewhere, install Node 24 or later.",
};

function end(fr, en) {
  const said = process.env.LIVRET_LANG === "en" ? `${en} ${TYPE.en}` : `${fr} ${TYPE.fr}`;
  process.stderr.write(`${said}\n`);
  process.exit(1);
}

const { node } = process.versions;
if (Number(node.split(".")[0]) < 24)
  end(`Livret demande Node 24, et celui-ci est ${node}.`, `Livret needs Node 24, and this one is ${node}.`);
// Where this folder may not be written, nothing is kept, and nothing else changes.
module.enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/livret/compiled", import.meta.url)));
try {
  await import("../src/main.ts");
} catch (error) {
  const [, missing] = /^Cannot find package '([^']+)'/.exec(error.message) ?? [];
  if (missing === undefined) throw error;
  end(`Livret n’est pas installé ici : il manque ${missing}.`, `Livret is not installed here: ${missing} is missing.`);
}
