/**
 * A timestamping authority for tests: `openssl ts -reply` behind a small HTTP server on this machine, with a certificate
 * of its own making; and one that misbehaves on demand, as real ones do.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How it answers the next requests. `cut` hangs up; `silent` never answers. */
type Manner = "good" | "garbage" | "error" | "silent" | "cut" | "refusing" | "replaying" | "other hash" | "endless";

export type Authority = {
  readonly url: string;
  /** The certificate to trust, as a PEM file. */
  readonly ca: string;
  /** A certificate that signed nothing of it. */
  readonly otherCa: string;
  readonly behave: (manner: Manner) => void;
  readonly asked: () => number;
  readonly stop: () => Promise<void>;
};

export const HAS_OPENSSL = spawnSync("openssl", ["version"]).status === 0;

export async function startAuthority(): Promise<Authority> {
  const folder = mkdtempSync(join(tmpdir(), "livret-authority-"));
  makeCertificates(folder);
  let manner: Manner = "good";
  let asked = 0;
  let last: Buffer | undefined;
  const answer = (query: Buffer): Buffer => {
    if (manner === "garbage") return Buffer.from("<html>maintenance</html>");
    if (manner === "endless") return Buffer.alloc(1024 * 1024, 0x30);
    if (manner === "refusing") return reply(folder, Buffer.from("3003020101", "hex"));
    if (manner === "replaying" && last) return last;
    last = reply(folder, manner === "other hash" ? otherHash(query) : query);
    return last;
  };
  const server = createServer((request, response) => {
    void bodyOf(request).then((query) => {
      asked++;
      if (manner === "cut") request.socket.destroy();
      else if (manner === "error") response.writeHead(500).end("down");
      else if (manner !== "silent")
        response.writeHead(200, { "content-type": "application/timestamp-reply" }).end(answer(query));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    ca: join(folder, "ca.pem"),
    otherCa: join(folder, "other.pem"),
    behave: (next) => (manner = next),
    asked: () => asked,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The 32 bytes of the hash in the query are its only octet string of that length. */
function otherHash(query: Buffer): Buffer {
  const at = query.indexOf(Buffer.from([0x04, 0x20])) + 2;
  return Buffer.concat([query.subarray(0, at), Buffer.alloc(32, 7), query.subarray(at + 32)]);
}

function reply(folder: string, query: Buffer): Buffer {
  const [asked, answer] = [join(folder, "query.tsq"), join(folder, "reply.tsr")];
  writeFileSync(asked, query);
  openssl(folder, ["ts", "-reply", "-config", "tsa.cnf", "-queryfile", asked, "-out", answer]);
  return readFileSync(answer);
}

const CONFIG = `
[tsa]
default_tsa = authority
[authority]
serial = serial
signer_cert = tsa.pem
certs = ca.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.13762.3
digests = sha256
accuracy = secs:1
ess_cert_id_chain = yes
[stamps]
extendedKeyUsage = critical,timeStamping
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[req]
distinguished_name = name
[name]
`;

function makeCertificates(folder: string): void {
  writeFileSync(join(folder, "tsa.cnf"), CONFIG);
  writeFileSync(join(folder, "serial"), "01\n");
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-config", "tsa.cnf"];
  for (const name of ["ca", "other"]) {
    const self = ["-x509", "-days", "30", "-extensions", "root", "-subj", `/CN=Test ${name}`];
    openssl(folder, ["req", ...key, ...self, "-keyout", `${name}.key`, "-out", `${name}.pem`]);
  }
  openssl(folder, ["req", ...key, "-subj", "/CN=Test timestamps", "-keyout", "tsa.key", "-out", "tsa.csr"]);
  const by = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "30"];
  openssl(folder, [
    "x509",
    "-req",
    "-in",
    "tsa.csr",
    ...by,
    "-extfile",
    "tsa.cnf",
    "-extensions",
    "stamps",
    "-out",
    "tsa.pem",
  ]);
}

function openssl(cwd: string, args: readonly string[]): void {
  execFileSync("openssl", args, { cwd, stdio: "pipe" });
}
