/** The API's description as a page: made from the OpenAPI document alone, on the server, without a script. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Html, html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import { assetsOf } from "../page/assets.ts";
import { type Frame, framed, otherThan } from "../page/layout.ts";
import { originOf } from "../page/page.ts";
import type { World } from "../act/world.ts";
import { openApi, type OpenApi, type Operation } from "./openapi.ts";
import { openApiWords } from "./openapi-sentences.ts";
import { langOf } from "./problem.ts";
import { schemaView } from "./schema-view.ts";

export function docsRoutes(app: FastifyInstance, world: World): void {
  app.get("/docs", (request, reply) => {
    const lang = langOf(request);
    return reply
      .type("text/html; charset=utf-8")
      .header("content-language", lang)
      .header("vary", "accept-language")
      .send(docsPage(world, request, lang).text);
  });
}

function docsPage(world: World, request: FastifyRequest, lang: Lang): Html {
  const words = openApiWords[lang];
  const document = openApi(world, lang);
  const link = (path: string, to: Lang = lang) => `${path}?lang=${to}`;
  const frame: Frame = { lang, assets: assetsOf(world.laws), path: "/docs", link, demo: world.demo !== undefined };
  const origin = originOf({ world, request });
  const operations = Object.entries(document.paths).map(([path, methods]) => ({ path, operation: methods.post! }));
  const other = otherThan(lang);
  return framed(frame, {
    title: words.title,
    lead: document.info.description,
    main: html`<p><a href="/openapi.json?lang=${lang}">${words.json}</a> · <a href="${link("/docs", other)}" lang="${other}" hreflang="${other}">${words.other}</a></p>
<div class="with-contents">
<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">${words.contents}</h2>${document.tags.map(
      ({ name, description }) => {
        const those = operations.filter(({ operation }) => operation.tags.includes(name));
        return html`<h3>${description}</h3><ol>${those.map(({ operation }) => html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`)}</ol>`;
      },
    )}
<ol><li><a href="#statuses">${words.responses}</a></li></ol></nav>
<div class="sections">${operations.map(({ path, operation }) => operationView(document, path, operation, origin, lang))}
${statuses(
  operations.map(({ operation }) => operation),
  lang,
)}</div>
</div>`,
  });
}

/** Only the examples’ answers: with those of every act and view, the page would outgrow its readers and checkers; the JSON has them. */
function operationView(document: OpenApi, path: string, operation: Operation, origin: string, lang: Lang): Html {
  const words = openApiWords[lang];
  const { operationId: id, summary, description, requestBody, responses } = operation;
  const sent = requestBody?.content["application/json"];
  const received = responses[200]?.content?.["application/json"];
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${summary}</h2>
<p class="endpoint"><code>POST ${path}</code></p>
<p>${description}</p>
${sent?.example !== undefined && html`<h3>${words.tryIt}</h3><pre tabindex="0">${curl(`${origin}${path}?lang=${lang}`, sent.example)}</pre>`}
${sent && asked(words.request, schemaView(sent.schema, document, lang), sent.example === undefined && summary)}
${received?.example !== undefined && html`<h3>${words.answer}</h3>${schemaView(received.schema, document, lang)}`}
${received?.example !== undefined && html`<details class="ds-details"><summary>${words.exampleAnswer}</summary><div><pre tabindex="0">${JSON.stringify(received.example, null, 2)}</pre></div></details>`}
</section>`;
}

/** Open where an example stands above it; else folded, since a reader wants one of a hundred. */
function asked(label: string, shape: Html, foldedUnder: string | false): Html {
  return foldedUnder === false
    ? html`<h3>${label}</h3>${shape}`
    : html`<details class="ds-details"><summary>${label}<span class="ds-sr-only"> (${foldedUnder})</span></summary><div>${shape}</div></details>`;
}

/** Error statuses mean the same everywhere: listed once, not in a hundred operations. */
function statuses(operations: readonly Operation[], lang: Lang): Html {
  const words = openApiWords[lang];
  const all = new Map(operations.flatMap(({ responses }) => Object.entries(responses)));
  all.delete("200");
  const listed = [...all].toSorted(([a], [b]) => Number(a) - Number(b));
  return html`<section id="statuses" aria-labelledby="statuses-title"><h2 id="statuses-title">${words.responses}</h2>
<dl class="statuses">${listed.map(([status, { description }]) => html`<div><dt><code>${status}</code></dt><dd>${description}</dd></div>`)}</dl>
</section>`;
}

/** Can be pasted in a shell: JSON itself needs no single quote, and those in texts are escaped. */
function curl(url: string, body: unknown): string {
  const data = JSON.stringify(body, null, 2).replaceAll("'", "'\\''");
  return `curl -s '${url}' \\\n  -H 'content-type: application/json' \\\n  -d '${data}'`;
}
