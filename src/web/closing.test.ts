/** An application that is being closed, over real connections. */
import { equal, match, ok } from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { testServer } from "../test/server.ts";

/** No test waits for it. */
const NEVER = 1_000_000;

type Gate = PromiseWithResolvers<void>;

async function connected(app: FastifyInstance): Promise<Socket> {
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}

describe("closing the application", () => {
  it("gives what is under way its answer, and keeps no connection for a next request", async () => {
    const [asked, closing, answer] = [0, 1, 2].map(() => Promise.withResolvers<void>()) as [Gate, Gate, Gate];
    const app = await testServer({}, { closingMs: NEVER });
    app.get("/slow", async () => {
      asked.resolve();
      await answer.promise;
      return { said: "all" };
    });
    app.addHook("preClose", async () => closing.resolve());
    const socket = await connected(app);
    socket.write("GET /slow HTTP/1.1\r\nHost: here\r\nConnection: keep-alive\r\n\r\n");
    await asked.promise;
    const closed = app.close();
    const whole = socket.setEncoding("utf8").toArray();
    await closing.promise;
    answer.resolve();
    const text = (await whole).join("");
    match(text, /^HTTP\/1\.1 200 [\s\S]*"said":"all"/);
    match(text, /^connection: close\r$/im);
    await closed;
  });

  it("cuts a form that never comes to its end", async () => {
    const app = await testServer({}, { closingMs: 50, formMs: NEVER });
    const arrived = Promise.withResolvers<void>();
    app.server.once("request", () => arrived.resolve());
    const socket = await connected(app);
    socket.write("POST /faire-ess/connexion HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n");
    socket.write("Content-Type: application/x-www-form-urlencoded\r\n\r\nname=");
    await arrived.promise;
    const ended = once(socket, "close");
    await app.close();
    await ended;
    equal(app.server.listening, false);
    ok(socket.destroyed);
  });
});
