/**
 * The little ASN.1 (DER) that RFC 3161 needs: writes a request, reads a reply and its token. The signature is checked by `openssl`
 * (`timestamp-trust.ts`).
 */

const SHA256 = Buffer.from("608648016503040201", "hex");
const TST_INFO = Buffer.from("2a864886f70d0109100104", "hex");
const SIGNED_DATA = Buffer.from("2a864886f70d010702", "hex");

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTETS = 0x04;
const OID = 0x06;
const TEXT = 0x0c;
const TIME = 0x18;
const SEQUENCE = 0x30;
const CONTEXT_0 = 0xa0;

/** Requests a timestamp of a SHA-256 hash, with the certificates, so that the token can be verified on its own. */
export function writeRequest(hash: Uint8Array, nonce: Uint8Array): Buffer {
  const algorithm = tlv(SEQUENCE, tlv(OID, SHA256), tlv(0x05));
  const imprint = tlv(SEQUENCE, algorithm, tlv(OCTETS, Buffer.from(hash)));
  return tlv(SEQUENCE, integer(Buffer.from([1])), imprint, integer(Buffer.from(nonce)), tlv(0x01, Buffer.from([0xff])));
}

export type Reply =
  | { readonly granted: true; readonly token: Buffer }
  /** `failure` is the number of the failure bit, as in the RFC; `text` the authority's own words. */
  | { readonly granted: false; readonly status: number; readonly failure: number | undefined; readonly text: string };

/** `undefined` where the bytes are no reply. */
export function readReply(bytes: Uint8Array): Reply | undefined {
  return attempt(() => {
    const [info, token] = inside(whole(Buffer.from(bytes)), SEQUENCE);
    const [status, ...rest] = inside(expect(info), SEQUENCE);
    const code = smallInteger(expect(status));
    // Granted, or granted with modifications.
    if (code <= 1) return { granted: true, token: expect(token).bytes };
    const texts = rest.filter(({ tag }) => tag === SEQUENCE).flatMap((node) => inside(node, SEQUENCE));
    const bits = rest.find(({ tag }) => tag === BIT_STRING);
    const text = texts.map((node) => content(node, TEXT).toString("utf8")).join(" ");
    return { granted: false, status: code, failure: bits && firstBit(bits.content), text };
  });
}

/** The signed content of a token. */
export type Token = { readonly imprint: Buffer; readonly nonce: Buffer | undefined; readonly at: Date };

/** `undefined` where it is no timestamp of a SHA-256 hash. */
export function readToken(token: Uint8Array): Token | undefined {
  return attempt(() => {
    const [kind, signed] = inside(whole(Buffer.from(token)), SEQUENCE);
    if (!content(expect(kind), OID).equals(SIGNED_DATA)) throw new DerError();
    const [data] = inside(expect(signed), CONTEXT_0);
    // Version, digest algorithms, signed content.
    const [, , encapsulated] = inside(expect(data), SEQUENCE);
    const [type, wrapped] = inside(expect(encapsulated), SEQUENCE);
    if (!content(expect(type), OID).equals(TST_INFO)) throw new DerError();
    const [octets] = inside(expect(wrapped), CONTEXT_0);
    return readInfo(content(expect(octets), OCTETS));
  });
}

function readInfo(bytes: Buffer): Token {
  // Version, policy, imprint, serial number, time; then the optional fields.
  const [, , imprint, , time, ...rest] = inside(whole(bytes), SEQUENCE);
  const [algorithm, hash] = inside(expect(imprint), SEQUENCE);
  const [oid] = inside(expect(algorithm), SEQUENCE);
  if (!content(expect(oid), OID).equals(SHA256)) throw new DerError();
  const nonce = rest.find(({ tag }) => tag === INTEGER);
  return {
    imprint: content(expect(hash), OCTETS),
    nonce: nonce && unsigned(nonce.content),
    at: readTime(content(expect(time), TIME).toString("latin1")),
  };
}

const WRITTEN_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/;

function readTime(text: string): Date {
  const [, year, month, day, hour, minute, second, fraction = ""] = WRITTEN_TIME.exec(text) ?? [];
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`);
  if (Number.isNaN(at.getTime())) throw new DerError();
  return at;
}

type Node = { readonly tag: number; readonly content: Buffer; readonly bytes: Buffer };
class DerError extends Error {}

/** Malformed input gives `undefined`. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

function expect(node: Node | undefined): Node {
  if (!node) throw new DerError();
  return node;
}

function inside(node: Node, tag: number): Node[] {
  const nodes: Node[] = [];
  for (let rest = content(node, tag); rest.length > 0; ) {
    const next = first(rest);
    nodes.push(next);
    rest = rest.subarray(next.bytes.length);
  }
  return nodes;
}

function content(node: Node, tag: number): Buffer {
  if (node.tag !== tag) throw new DerError();
  return node.content;
}

function whole(bytes: Buffer): Node {
  const node = first(bytes);
  if (node.bytes.length !== bytes.length) throw new DerError();
  return node;
}

/** The first element in `bytes`. DER: definite lengths, of three bytes at most here. */
function first(bytes: Buffer): Node {
  if (bytes.length < 2) throw new DerError();
  const short = bytes[1]!;
  const extra = short < 0x80 ? 0 : short & 0x7f;
  const start = 2 + extra;
  if ((short >= 0x80 && (extra === 0 || extra > 3)) || bytes.length < start) throw new DerError();
  const length = extra === 0 ? short : bytes.readUIntBE(2, extra);
  if (bytes.length < start + length) throw new DerError();
  return { tag: bytes[0]!, content: bytes.subarray(start, start + length), bytes: bytes.subarray(0, start + length) };
}

function smallInteger(node: Node): number {
  const bytes = content(node, INTEGER);
  if (bytes.length !== 1) throw new DerError();
  return bytes[0]!;
}

/** The first set bit, after the byte that counts the unused ones. */
function firstBit(bytes: Buffer): number | undefined {
  for (let bit = 0; bit < (bytes.length - 1) * 8; bit++) {
    if (bytes[1 + (bit >> 3)]! & (0x80 >> (bit & 7))) return bit;
  }
  return undefined;
}

function integer(bytes: Buffer): Buffer {
  const short = unsigned(bytes);
  // A leading set bit would make it negative.
  return tlv(INTEGER, short[0]! & 0x80 ? Buffer.concat([Buffer.from([0]), short]) : short);
}

/** Without leading zeros, DER's only form. */
export function unsigned(bytes: Buffer): Buffer {
  const start = bytes.findIndex((byte) => byte !== 0);
  return start === -1 ? Buffer.from([0]) : bytes.subarray(start);
}

function tlv(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = body.length < 0x80 ? [body.length] : [0x81, body.length];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}
