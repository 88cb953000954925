/** Holds XML against a schema that the product carries, by libxml2. */
import { readFileSync } from "node:fs";

type Judge = (xml: string) => string | undefined;

/** The first fault that the schema finds, which may stand in several files; undefined where there is none. */
export function judgedBy(schema: string): (xml: string) => Promise<string | undefined> {
  let judge: Promise<Judge> | undefined;
  return async (xml) => {
    // Loaded when it is first asked for: it takes a fifth of a second.
    judge ??= load(schema);
    return (await judge)(xml);
  };
}

async function load(path: string): Promise<Judge> {
  const { XmlDocument, XsdValidator } = await import("libxml2-wasm");
  const { xmlRegisterFsInputProviders } = await import("libxml2-wasm/lib/nodejs.mjs");
  xmlRegisterFsInputProviders();
  const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(path), { url: path }));
  return (xml) => {
    let document: InstanceType<typeof XmlDocument> | undefined;
    try {
      document = XmlDocument.fromString(xml);
      validator.validate(document);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    } finally {
      document?.dispose();
    }
  };
}
