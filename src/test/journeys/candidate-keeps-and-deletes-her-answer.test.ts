import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { testServer } from "../server.ts";
import { APPLY, fullAnswers } from "./answers.ts";
import { errorsIn, hiddenOf, plain } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";

let app: FastifyInstance;
before(async () => {
  app = await testServer();
});
after(() => app.close());

async function kept(): Promise<{ she: Visitor; code: string; number: string }> {
  const she = visitor(app, "/faire-ess");
  await she.fillAll(fullAnswers);
  const result = await she.open(`${APPLY}/resultat`);
  const sent = await she.sendFrom(result, `${APPLY}/conserver`, {});
  assert.equal(sent.location, `${APPLY}/conservee`);
  const { text } = await she.open(`${APPLY}/conservee`);
  const [code] = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(text)!;
  const [number] = /Q-\d{4}-\d{6}/.exec(text)!;
  return { she, code, number };
}

describe("a candidate who keeps her answer", () => {
  it("reopens it elsewhere with its code, however she types it", async () => {
    const { code, number } = await kept();
    const she = visitor(app, "/faire-ess");
    const opened = await she.fill("/reponse", { code: ` ${code.toLowerCase().replaceAll("-", " ")} ` });
    assert.equal(opened.location, "/reponse/ouverte");
    const text = plain((await she.open("/reponse/ouverte")).text);
    assert.ok(
      text.includes(`Réponse n° ${number}`) && text.includes("Oui, vous pouvez candidater"),
      text.slice(0, 500),
    );
  });

  it("finds her declaration again when she starts from it", async () => {
    const { code } = await kept();
    const she = visitor(app, "/faire-ess");
    await she.fill("/reponse", { code });
    const shown = await she.open("/reponse/ouverte");
    assert.equal((await she.sendFrom(shown, "/reponse/ouverte", {})).location, `${APPLY}/resultat`);
    const text = plain((await she.open(`${APPLY}/resultat`)).text);
    assert.match(text, /Belgique/);
    assert.match(text, /4 septembre 2017/);
    assert.match(text, /50 % d’un temps plein/);
    assert.equal((await she.open(`${APPLY}/resultat`)).status, 200);
  });

  it("keeps it once though she presses twice", async () => {
    const she = visitor(app, "/faire-ess");
    await she.fillAll(fullAnswers);
    const result = await she.open(`${APPLY}/resultat`);
    assert.ok(hiddenOf(result.text)._attempt);
    const numbers = [];
    for (let press = 0; press < 2; press++) {
      await she.sendFrom(result, `${APPLY}/conserver`, {});
      numbers.push(/Q-\d{4}-\d{6}/.exec((await she.open(`${APPLY}/conservee`)).text)![0]);
    }
    assert.equal(numbers[0], numbers[1]);
  });

  it("deletes it at once: its code then opens nothing", async () => {
    const { she, code } = await kept();
    assert.match((await she.open(`${APPLY}/conservee`)).text, /href="\/faire-ess\/reponse\/supprimer"/);
    assert.equal((await she.fill("/reponse/supprimer", { erase: "no" })).location, "/reponse/ouverte");
    assert.equal((await she.fill("/reponse/supprimer", { erase: "yes" })).location, "/reponse/supprimee");
    assert.match(plain((await she.open("/reponse/supprimee")).text), /La réponse est supprimée/);
    const again = await she.fill("/reponse", { code });
    assert.equal(again.status, 422);
    assert.match(errorsIn(again.text)[0]!, /Aucune réponse n’est conservée sous ce code/);
  });

  it("is told the same of a code that never was, and of none", async () => {
    const she = visitor(app, "/faire-ess");
    assert.match(errorsIn((await she.fill("/reponse", { code: "<b>AAAA</b>" })).text)[0]!, /Aucune réponse/);
    assert.match(errorsIn((await she.fill("/reponse", { code: "" })).text)[0]!, /Tapez le code/);
  });

  it("takes it away as a document", async () => {
    const { she, number } = await kept();
    for (const path of [`${APPLY}/resultat.pdf`, "/reponse/ouverte.pdf"]) {
      const answer = await app.inject({
        method: "GET",
        url: `/faire-ess${path}`,
        cookies: Object.fromEntries(she.cookies),
      });
      assert.equal(answer.headers["content-type"], "application/pdf");
      assert.ok(answer.rawPayload.subarray(0, 5).equals(Buffer.from("%PDF-")));
    }
    const answer = await app.inject({
      method: "GET",
      url: "/faire-ess/reponse/ouverte.pdf",
      cookies: Object.fromEntries(she.cookies),
    });
    assert.match(String(answer.headers["content-disposition"]), new RegExp(`${number}\\.pdf`));
  });

  it("never meets her code or her answers in an address", async () => {
    const { she, code } = await kept();
    for (const path of [`${APPLY}/conservee`, "/reponse/ouverte", `${APPLY}/resultat`]) {
      const links = [...(await she.open(path)).text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, url]) =>
        decodeURIComponent(url!),
      );
      assert.deepEqual(
        links.filter((url) => url.includes(code) || /\?|2021|BE$/.test(url)),
        [],
      );
    }
  });
});
