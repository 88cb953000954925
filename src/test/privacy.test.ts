/** What a person types is found in no log, metric, address or header, whichever door they typed it at. */
import { deepEqual, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { DECISIONS } from "../decisions/decide.ts";
import { pages } from "../house/pages.ts";
import { LAWS } from "./server.ts";
import { madeFolder } from "./made-folder.ts";
import { type Service, startService, stopServices } from "./service.ts";

/** Rare enough to be nobody's, and to be found wherever it leaks, as typed or as an address would write it. */
const RARE = "Zwzqxjy-Ąķļœ";
const TRACES = [RARE, encodeURIComponent(RARE), "Zwzqxjy"];
/** As long as a token is, in each place where a program could put it. */
const TOKEN = "livret_Zwzqxjy0Zwzqxjy0Zwzqxjy0Zwzqxjy0";

const { establishment, diplomas } = LAWS.establishments[0]!.data;
const pathOf = (path: string) =>
  `/${establishment}${path.replace(":diploma", diplomas[0]!.diploma).replace(/:\w+/g, "0")}`;

describe("what a person types", () => {
  let service: Service;
  const heard: string[] = [];
  let cookie = "";

  before(async () => {
    service = await startService(await madeFolder());
  });
  after(stopServices);

  const hear = (response: Response): Response => {
    heard.push(response.url, JSON.stringify([...response.headers]));
    const jar = new Map(
      cookie
        .split("; ")
        .filter(Boolean)
        .map((one) => one.split("=", 2) as [string, string]),
    );
    for (const set of response.headers.getSetCookie())
      jar.set(...(set.split(";")[0]!.split("=", 2) as [string, string]));
    cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    return response;
  };
  const get = async (path: string) =>
    hear(await fetch(service.origin + path, { headers: { cookie }, redirect: "manual" }));

  /** Every field of every form of a page, filled with the rare name; some choices kept, so that steps are reached. */
  const fill = async (path: string): Promise<void> => {
    const html = await (await get(path)).text();
    for (const [, attributes, inner] of html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
      const action = /action="([^"]*)"/.exec(attributes!)?.[1] ?? path;
      const body = new URLSearchParams();
      for (const [field] of inner!.matchAll(/<(?:input|select|textarea|button)[^>]*\bname="[^"]*"[^>]*>/g)) {
        const name = /\bname="([^"]*)"/.exec(field)![1]!;
        const value = /\bvalue="([^"]*)"/.exec(field)?.[1] ?? "";
        body.append(
          name,
          /type="(?:hidden|radio|checkbox|submit)"/.test(field) || field.startsWith("<button") ? value : RARE,
        );
      }
      if (!body.has("_csrf")) continue;
      hear(
        await fetch(service.origin + action.replaceAll("&amp;", "&"), {
          method: "POST",
          headers: { cookie },
          body,
          redirect: "manual",
        }),
      );
    }
  };

  it("goes through every form and every decision", async () => {
    const forms = pages.filter((page) => page.submit);
    ok(forms.length >= 5, "the pages with forms were not found");
    for (let round = 0; round < 2; round++) for (const page of forms) await fill(pathOf(page.path));
    for (const { name } of DECISIONS) {
      const body = JSON.stringify({
        id: RARE,
        on: "2026-11-25",
        titles: [{ title: RARE, awardedOn: RARE }],
        experience: [{ [RARE]: RARE }],
        grants: [{ protocol: RARE }],
      });
      hear(
        await fetch(`${service.origin}/api/decide/${name}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body,
        }),
      );
      hear(
        await fetch(`${service.origin}/api/decide/${name}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: `{"id":"${RARE}`,
        }),
      );
    }
    for (const path of ["views/seeQueue", `views/${TOKEN}`, `acts/keepAnswer?access_token=${TOKEN}`, "views/%"]) {
      const answer = await fetch(`${service.origin}/api/${establishment}/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${TOKEN}` },
        body: "{}",
      });
      heard.push(JSON.stringify([...answer.headers]), await answer.text());
    }
    hear(await fetch(`${service.origin}/${establishment}/${encodeURIComponent("inconnu")}`));
  });

  it("stands in no address and no header that the service answers with", () => {
    ok(heard.length > 20);
    deepEqual(
      heard.filter((text) => TRACES.some((trace) => text.includes(trace))),
      [],
    );
  });

  it("stands in no metric", async () => {
    const metrics = await (await fetch(`${service.origin}/metrics`)).text();
    ok(metrics.includes("livret_http_request_seconds"));
    deepEqual(
      TRACES.filter((trace) => metrics.includes(trace)),
      [],
    );
  });

  it("stands in no line of the log", async () => {
    const written = service.written();
    ok(written.includes('"route"'), "the service logged nothing");
    deepEqual(
      written.split("\n").filter((line) => TRACES.some((trace) => line.includes(trace))),
      [],
    );
    await service.kill("SIGTERM");
  });
});
