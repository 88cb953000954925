/**
 * Says more in the metadata (XMP) of a PDF/A that Typst wrote: what a standard such as Factur-X wants to find there. Typst has no way to say
 * it, and writes its metadata plainly, near the end, with a table of offsets: they are written anew, and nothing else moves.
 */

/** A schema of properties and what it says of this document. */
export type Claim = {
  readonly schema: string;
  readonly namespace: string;
  readonly prefix: string;
  readonly properties: readonly { readonly name: string; readonly description: string; readonly value: string }[];
};

/** The same PDF, of as many objects; it throws where the PDF is not as Typst writes it. */
export function claiming(pdf: Buffer, claim: Claim): Buffer {
  const text = pdf.toString("latin1");
  const start = text.lastIndexOf("/Type /Metadata");
  const open = text.indexOf("stream\n", start) + "stream\n".length;
  const close = text.indexOf("\nendstream", open);
  const begin = text.lastIndexOf("/Length ", start);
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  if (start < 0 || begin < 0 || close < 0 || !text.startsWith("xref\n", table))
    throw new Error("A PDF of another make");
  const before = pdf.subarray(open, close).toString("utf8");
  const said = Buffer.from(extended(before, claim), "utf8");
  const length = text.slice(begin, start).replace(/\d+/, String(said.length));
  const head = Buffer.concat([pdf.subarray(0, begin), Buffer.from(length, "latin1"), pdf.subarray(start, open), said]);
  const moved = head.length - close;
  const tail = text
    .slice(table)
    .replaceAll(/^(\d{10}) (\d{5}) n/gm, (entry, offset: string, generation: string) =>
      Number(offset) < close ? entry : `${String(Number(offset) + moved).padStart(10, "0")} ${generation} n`,
    )
    .replace(/(?<=startxref\s)\d+/, String(table + moved));
  return Buffer.concat([head, pdf.subarray(close, table), Buffer.from(tail, "latin1")]);
}

const OPEN = "<pdfaExtension:schemas><rdf:Bag>";
const CLOSE = "</rdf:Bag></pdfaExtension:schemas>";

/** The schemas and the claim each in a description of its own: strict readers take them only so. */
function extended(xmp: string, { schema, namespace, prefix, properties }: Claim): string {
  const begin = xmp.indexOf(OPEN);
  const end = xmp.indexOf(CLOSE, begin);
  if (begin < 0 || end < 0 || !xmp.includes("</rdf:RDF>")) throw new Error("Metadata of another make");
  const bag = xmp.slice(begin + OPEN.length, end);
  const rest = xmp.slice(0, begin) + xmp.slice(end + CLOSE.length);
  const declared = properties.map(({ name, description }) =>
    item("Property", { name, valueType: "Text", category: "external", description }),
  );
  const known = item("Schema", {
    schema,
    namespaceURI: namespace,
    prefix,
    property: `<rdf:Seq>${declared.join("")}</rdf:Seq>`,
  });
  const schemas = `${OPEN}${bag}${known}${CLOSE}`;
  const values = properties.map(({ name, value }) => `<${prefix}:${name}>${value}</${prefix}:${name}>`).join("");
  const spaces = ["extension/", "schema#", "property#"].map(
    (path, at) => ` xmlns:${["pdfaExtension", "pdfaSchema", "pdfaProperty"][at]}="http://www.aiim.org/pdfa/ns/${path}"`,
  );
  const more = `${about(spaces.join(""), schemas)}${about(` xmlns:${prefix}="${namespace}"`, values)}`;
  return rest.replace("</rdf:RDF>", () => `${more}</rdf:RDF>`);
}

function item(kind: "Schema" | "Property", of: Readonly<Record<string, string>>): string {
  const inside = Object.entries(of).map(([name, value]) => `<pdfa${kind}:${name}>${value}</pdfa${kind}:${name}>`);
  return `<rdf:li rdf:parseType="Resource">${inside.join("")}</rdf:li>`;
}

function about(spaces: string, inside: string): string {
  return `<rdf:Description rdf:about=""${spaces}>${inside}</rdf:Description>`;
}
