/** Holds an offer against the schema that the product carries, by libxml2: a second opinion on what `faultsIn` finds. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const SCHEMA = join(import.meta.dirname, "schema", "offer.xsd");

type Judge = (xml: string) => string | undefined;
let judge: Promise<Judge> | undefined;

/** The first fault that the schema finds; undefined where there is none. */
export async function offerFault(xml: string): Promise<string | undefined> {
  // Loaded when it is first asked for: it takes a fifth of a second.
  judge ??= judgeOf(SCHEMA);
  return (await judge)(xml);
}

/** By a schema that stands in one file. */
export async function judgeOf(path: string): Promise<Judge> {
  const { XmlDocument, XsdValidator } = await import("libxml2-wasm");
  const schema = XmlDocument.fromBuffer(readFileSync(path));
  const validator = XsdValidator.fromDoc(schema);
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
