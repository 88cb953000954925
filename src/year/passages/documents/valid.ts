/** Holds a file of passages against our schema of it, by libxml2. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const SCHEMA = join(import.meta.dirname, "schema", "accrochage.xsd");

type Judge = (xml: string) => string | undefined;
let judge: Promise<Judge> | undefined;

/** The first fault that the schema finds; undefined where there is none. */
export async function passagesFault(xml: string): Promise<string | undefined> {
  // Loaded when it is first asked for: it takes a fifth of a second.
  judge ??= load();
  return (await judge)(xml);
}

async function load(): Promise<Judge> {
  const { XmlDocument, XsdValidator } = await import("libxml2-wasm");
  const schema = XmlDocument.fromBuffer(readFileSync(SCHEMA), { url: SCHEMA });
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
