/** The process that `page.ts` measures: the application with an inquiry filled in, and a bare page with the same bytes. */
import Fastify from "fastify";
import { APPLY, fullAnswers } from "../src/test/journeys/answers.ts";
import { visitor } from "../src/test/journeys/visitor.ts";
import { testServer } from "../src/test/server.ts";

export type Served = { readonly livret: string; readonly bare: string; readonly cookie: string };

const SCHOOL = "/faire-ess";

const app = await testServer();
const candidate = visitor(app, SCHOOL);
await candidate.fillAll(fullAnswers);
const { status, text } = await candidate.open(`${APPLY}/resultat`);
if (status !== 200) throw new Error(`The result page answered ${status}`);

const bare = Fastify();
bare.get("/", (_, reply) => reply.type("text/html; charset=utf-8").send(text));

const at = { host: "127.0.0.1", port: 0 };
const cookie = [...candidate.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
process.send!({
  livret: `${await app.listen(at)}${SCHOOL}${APPLY}/resultat`,
  bare: await bare.listen(at),
  cookie,
} satisfies Served);
