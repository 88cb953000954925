/** Over real connections: an application that is only injected is given a `Host` of its own. */
import { equal, match } from "node:assert/strict";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { testServer } from "../test/server.ts";
import { errorWords } from "./error-sentences.ts";

const STRANGE = [
  "",
  " ",
  "a b",
  "somebody@ecole.exemple",
  "ecole.exemple/x",
  "ecole.exemple?x",
  "a,b",
  "[",
  "[::1",
  ":80",
];
const MORE_STRANGE = ["ecole.exemple:port", "ecole.exemple:123456", "<b>", "http://ecole.exemple", "école.exemple"];
const FINE = ["ecole.exemple", "ecole.exemple:8443", "127.0.0.1:3000", "[::1]:3000", "EN-TETE_1.exemple."];

for (const [given, publicUrl] of [
  ["where nobody said where people reach the service", undefined],
  ["where its operator said so", "https://ecole.exemple"],
] as const)
  describe(`the Host of a request, ${given}`, () => {
    let app: FastifyInstance;
    let port: number;
    before(async () => {
      app = await testServer(publicUrl === undefined ? {} : { publicUrl });
      await app.listen({ port: 0, host: "127.0.0.1" });
      ({ port } = app.server.address() as AddressInfo);
    });
    after(() => app.close());

    /** Of a page that makes links which leave it. */
    const ask = async (headers: string, { path = "/faire-ess", version = "1.1" } = {}) => {
      const socket = connect(port, "127.0.0.1");
      socket.write(`GET ${path} HTTP/${version}\r\n${headers}Connection: close\r\n\r\n`, "utf8");
      const answer = await text(socket);
      return { status: Number(answer.split(" ")[1]), answer };
    };

    it("is one name or address, with a port or none", async () => {
      for (const host of FINE) equal((await ask(`Host: ${host}\r\n`)).status, 200, host);
    });
    it("is refused where it is empty or strange, in words", async () => {
      for (const host of [...STRANGE, ...MORE_STRANGE])
        for (const path of [
          "/faire-ess",
          "/faire-ess/connexion",
          "/api/faire-ess/views/seeOpenIntakes",
          "/metrics",
          "/x",
        ])
          equal((await ask(`Host: ${host}\r\n`, { path })).status, 400, `${host} ${path}`);
      match((await ask("Host: a b\r\n")).answer, new RegExp(`<h1>${errorWords.fr.pages[400]!.title}</h1>`));
      match((await ask("Host: a b\r\n", { path: "/healthz" })).answer, /"code":"bad-request"/);
    });
    it("is refused where it is given twice, alike or not, or not at all", async () => {
      for (const other of ["ecole.exemple", "ailleurs.exemple"])
        equal((await ask(`Host: ecole.exemple\r\nHost: ${other}\r\n`)).status, 400, other);
      equal((await ask("")).status, 400);
      equal((await ask("", { version: "1.0" })).status, 400);
    });
    it("is not asked of a proxy's probe, which knows none", async () => {
      equal((await ask("", { path: "/healthz", version: "1.0" })).status, 200);
    });
  });
