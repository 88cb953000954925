/** A ZIP file of these texts, by name. */
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

export async function zipped(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}
