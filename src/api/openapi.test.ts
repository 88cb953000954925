import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { FastifyInstance } from "fastify";
import { DECISIONS } from "../decisions/decide.ts";
import { inputOf, loadCases } from "../law/cases.ts";
import { testServer } from "../test/server.ts";
import { HOUSE } from "../house/house.ts";
import type { OpenApi, Operation } from "./openapi.ts";

const cases = loadCases(fileURLToPath(new URL("../..", import.meta.url)));

describe("the OpenAPI document", () => {
  let app: FastifyInstance;
  let document: OpenApi;
  before(async () => {
    app = await testServer({ cases: () => cases });
    document = (await app.inject({ url: "/openapi.json?lang=en" })).json<OpenApi>();
  });
  after(() => app.close());

  const operations = () =>
    Object.entries(document.paths).map(([path, methods]) => ({ path, operation: methods.post! }));
  /** A schema of the document, with every reference resolved within the document. */
  const validatorOf = (schema: object) => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const inside = JSON.parse(
      JSON.stringify({ ...schema, $defs: document.components.schemas }).replaceAll("#/components/schemas/", "#/$defs/"),
    ) as object;
    return ajv.compile(inside);
  };
  const jsonOf = (operation: Operation) => operation.requestBody!.content["application/json"]!;
  const answerOf = (operation: Operation) => operation.responses[200]!.content!["application/json"]!;

  it("is of version 3.1 and names each operation once", () => {
    assert.equal(document.openapi, "3.1.0");
    const ids = operations().map(({ operation }) => operation.operationId);
    assert.equal(new Set(ids).size, ids.length);
  });
  it("holds every decision, and every act and view that has a door, and nothing else", () => {
    const expected = [
      ...DECISIONS.map(({ name }) => `/api/decide/${name}`),
      "/api/plan/interviews",
      ...HOUSE.programs.acts.map(({ name }) => `/api/{school}/acts/${name}`),
      ...HOUSE.programs.views.map(({ name }) => `/api/{school}/views/${name}`),
      "/api/{school}/files",
    ];
    assert.deepEqual(Object.keys(document.paths), expected);
  });
  it("says of every act and view what it gives back", () => {
    const silent = [...HOUSE.programs.acts, ...HOUSE.programs.views]
      .filter(({ output }) => output === undefined)
      .map(({ name }) => name);
    assert.deepEqual(silent, []);
    const empty = operations().filter(({ operation }) =>
      Object.entries(operation.responses).some(
        ([status, { content }]) =>
          status.startsWith("2") && Object.keys(content!["application/json"]!.schema).length === 0,
      ),
    );
    assert.deepEqual(
      empty.map(({ path }) => path),
      [],
    );
  });
  it("points at nothing that is not there", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)];
    assert.ok(references.length > 0);
    for (const [, kind, name] of references)
      assert.ok((document.components as unknown as Record<string, object>)[kind!]![name! as never], name);
  });
  it("names every object of four properties or more that three operations give", () => {
    const uses = new Map<string, Set<string>>();
    const walk = (schema: unknown, id: string): void => {
      if (typeof schema !== "object" || schema === null) return;
      const { properties } = schema as { properties?: object };
      const names = Object.keys(properties ?? {}).join(" ");
      if (Object.keys(properties ?? {}).length >= 4) uses.set(names, (uses.get(names) ?? new Set()).add(id));
      for (const part of Object.values(schema)) walk(part, id);
    };
    for (const { operation } of operations())
      if (operation.responses[200]?.content) walk(answerOf(operation).schema, operation.operationId);
    assert.deepEqual(
      [...uses].filter(([, { size }]) => size >= 3),
      [],
    );
  });
  it("leaves a part untyped for a reason alone", () => {
    const reasons = new Map([
      ["details", "what an act recorded beside a fact, by the kind of the fact"],
      ["values", "what the sentence of a finding is made with, by its condition"],
      ["typed", "what was typed and could not be taken, as it was typed"],
      ["sealed", "the sealed text as it was sealed: its hash covers it, whatever its version"],
    ]);
    const untyped: string[] = [];
    const walk = (schema: unknown, key: string): void => {
      if (typeof schema !== "object" || schema === null) return;
      const { properties, patternProperties, ...rest } = schema as { [keyword: string]: unknown };
      if (Object.keys(schema).every((keyword) => keyword === "description")) untyped.push(key);
      for (const part of Object.values(patternProperties ?? {})) walk(part, key);
      for (const [name, part] of Object.entries(properties ?? {})) walk(part, name);
      for (const keyword of ["items", "additionalProperties", "then", "else"]) walk(rest[keyword], key);
      for (const part of [rest.anyOf ?? rest.oneOf ?? []].flat()) walk(part, key);
    };
    for (const { operation } of operations()) {
      for (const { schema } of Object.values(operation.requestBody?.content ?? {})) walk(schema, operation.operationId);
      if (operation.responses[200]?.content) walk(answerOf(operation).schema, operation.operationId);
    }
    for (const [name, schema] of Object.entries(document.components.schemas)) walk(schema, name);
    assert.deepEqual([...new Set(untyped)].toSorted(), [...reasons.keys()].toSorted());
  });
  it("describes a dossier enough to fill it in: sections, options, names of the référentiel", () => {
    const contents = validatorOf(document.components.schemas.SectionContents!);
    const section = (key: string) => validatorOf(document.components.schemas[`Section.${key}`]!);
    assert.ok(contents({ birthName: "Durand", givenNames: "Ada", sex: "F", bornOn: "1990-02-03", birthCountry: "FR" }));
    assert.equal(section("identity")({ sex: "X" }), false);
    assert.equal(section("identity")({ birthCountry: "France" }), false);
    assert.ok(section("accommodations")({ needed: "yes", effects: ["extra-time"] }));
    const titles = [{ item: 1, title: "none of it", awardedOn: "2015-06-30" }];
    assert.equal(
      section("declared")({ next: 2, titles, periods: [] }),
      false,
      "a title that the référentiel does not name",
    );
    assert.ok(section("declared")({ next: 2, titles: [{ ...titles[0], title: "DEASS" }], periods: [] }));
    const { identity } = {
      identity: document.components.schemas["Section.identity"] as { properties: { sex: object } },
    };
    assert.deepEqual(identity.properties.sex, {
      enum: ["F", "M"],
      description: "Sex in the civil register ; asked for to hand the application in",
    });
  });
  it("uses no keyword of our own", () =>
    assert.doesNotMatch(JSON.stringify(document), /"(?:decimals|says)":|"format":"(?:day|country)"/));
  it("gives each decision an example that its schema accepts and that gets the answer shown", async () => {
    for (const { path, operation } of operations().filter(({ path }) => path.startsWith("/api/decide/"))) {
      const { schema, example } = jsonOf(operation);
      assert.ok(validatorOf(schema)(example), path);
      const answer = await app.inject({ method: "POST", url: `${path}?lang=en`, payload: example as object });
      assert.equal(answer.statusCode, 200, path);
      assert.deepEqual(answer.json(), answerOf(operation).example, path);
    }
  });
  it("gives the plan an example that its schema accepts and that gets the answer shown", async () => {
    const { operation } = operations().find(({ path }) => path === "/api/plan/interviews")!;
    const { schema, example } = jsonOf(operation);
    assert.ok(validatorOf(schema)(example));
    const url = "/api/plan/interviews?lang=en";
    const answer = await app.inject({ method: "POST", url, payload: example as object });
    assert.deepEqual(answer.json(), answerOf(operation).example);
    assert.ok(validatorOf(answerOf(operation).schema)(answer.json()));
  });
  it("describes the answers that decisions give, for every worked case", async () => {
    const validators = new Map(
      operations()
        .filter(({ path }) => path.startsWith("/api/decide/"))
        .map(({ path, operation }) => [
          path,
          { input: validatorOf(jsonOf(operation).schema), answer: validatorOf(answerOf(operation).schema) },
        ]),
    );
    for (const one of cases) {
      const path = `/api/decide/${one.decision}`;
      const { input, answer } = validators.get(path)!;
      const payload = inputOf(one);
      const sent = await app.inject({ method: "POST", url: path, payload });
      if (one.expect === undefined) {
        assert.equal(sent.statusCode, 422, one.case);
        assert.ok(validatorOf(document.components.schemas.Problem!)(sent.json()), one.case);
        continue;
      }
      assert.ok(input(payload), `${one.case}: ${JSON.stringify(input.errors)}`);
      assert.ok(answer(sent.json()), `${one.case}: ${JSON.stringify(answer.errors)}`);
    }
  });
  it("names every part of the answers that decisions give", () => {
    const open = (schema: object): object[] => [
      ...("type" in schema && schema.type === "object" && !("additionalProperties" in schema) ? [schema] : []),
      ...Object.values(schema).flatMap((one: unknown) => (typeof one === "object" && one !== null ? open(one) : [])),
    ];
    for (const name of ["EligibilityAnswer", "PathwayAnswer", "QuoteAnswer", "CertificationAnswer"])
      assert.deepEqual(open(document.components.schemas[name]!), [], name);
  });
  it("says of each operation what to show: nothing, the secret of a thing, a personal token", () => {
    const shown = new Map(
      operations().map(({ operation }) => [
        operation.operationId,
        (operation.security ?? []).flatMap((one) => Object.keys(one)).join(),
      ]),
    );
    assert.deepEqual(
      ["eligibility", "keepAnswer", "openAnswer", "seeQueue", "confirmEntered", "submitDossier"].map((id) =>
        shown.get(id),
      ),
      ["", "", "secret", "token", "secret,token", "token"],
    );
    assert.deepEqual(Object.keys(document.components.securitySchemes), ["secret", "token"]);
    for (const { operation } of operations())
      if (operation.security) assert.ok("401" in operation.responses, operation.operationId);
    assert.match(
      operations().find(({ operation }) => operation.operationId === "seeQueue")!.operation.description,
      /With a personal token: admissions, head of training, director, administrator, read-only auditor/,
    );
    assert.equal(shown.has("signIn"), false);
  });
  it("speaks both languages", async () => {
    const french = (await app.inject({ url: "/openapi.json", headers: { "accept-language": "fr" } })).json<OpenApi>();
    assert.deepEqual(Object.keys(french.paths), Object.keys(document.paths));
    assert.notEqual(french.info.description, document.info.description);
  });
  it("is shown as a page that holds every operation and its example, without a script", async () => {
    for (const lang of ["fr", "en"]) {
      const { body, statusCode } = await app.inject({ url: `/docs?lang=${lang}` });
      assert.equal(statusCode, 200);
      assert.match(body, new RegExp(`<html lang="${lang}">`));
      assert.doesNotMatch(body, /<script/);
      for (const { path, operation } of operations()) {
        assert.ok(body.includes(`<section id="${operation.operationId}"`), operation.operationId);
        assert.ok(body.includes(`POST ${path}<`), path);
      }
      assert.equal(body.match(/curl -s /g)?.length, DECISIONS.length + 1, "one for each decision and for the plan");
    }
  });
});
