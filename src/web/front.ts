/** The front page: redirects to the only school, or lists them with their diplomas. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { href, type Html, html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import { schoolPath } from "../kit/school-path.ts";
import type { Establishment } from "../law/establishment.ts";
import { taughtOn, type World } from "../act/world.ts";
import { assetsOf } from "../page/assets.ts";
import { errorPage } from "./errors.ts";
import { framed } from "../page/layout.ts";
import { frontWords } from "../page/sentences.ts";

export function frontRoutes(app: FastifyInstance, world: World): void {
  app.get("/", (request, reply) => front(world, "fr", request, reply));
  app.get("/en", (request, reply) => front(world, "en", request, reply));
}

function front(world: World, lang: Lang, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const schools = world.laws.establishments.map(({ data }) => data);
  const [first] = schools;
  if (!first) return errorPage(world, request, reply, 404);
  if (schools.length === 1) return reply.redirect(homeOf(first, lang));
  const words = frontWords[lang];
  const named = schools.toSorted((one, other) => one.name.localeCompare(other.name, "fr", { numeric: true }));
  const page = framed(
    {
      lang,
      assets: assetsOf(world.laws),
      path: "/",
      link: (_path, to = lang) => (to === "en" ? "/en" : "/"),
      front: true,
      demo: world.demo !== undefined,
    },
    {
      title: words.title,
      lead: words.lead,
      description: words.lead,
      main: html`<ul class="cards">${named.map((school) => schoolCard(world, school, lang))}</ul>`,
    },
  );
  return reply
    .type("text/html; charset=utf-8")
    .header("content-language", lang)
    .header("cache-control", "no-store")
    .send(page.text);
}

/** A school without a diploma in force has no page to link to. */
function schoolCard(world: World, school: Establishment, lang: Lang): Html {
  const words = frontWords[lang];
  const town = townOf(school);
  const taught = taughtOn(world, school, dayIn(world.now(), school.timezone));
  const home = homeOf(school, lang);
  const name = taught.length === 0 ? school.name : html`<a href="${href(home)}">${school.name}</a>`;
  const diplomas = taught.map(
    ({ diploma }) =>
      html`<li><a href="${href(`${home}/${diploma.diploma}`)}">${words.diploma(diploma.label[lang], diploma.abbreviation)}</a></li>`,
  );
  return html`<li class="card"><h2>${name}</h2>
${town !== undefined && html`<p class="place">${town}</p>`}
${taught.length === 0 ? html`<p>${words.none}</p>` : html`<p>${words.prepares(taught.length)}</p><ul>${diplomas}</ul>`}</li>`;
}

/** The town after the postcode in the address; `undefined` where no line has a postcode. */
export function townOf({ address }: Pick<Establishment, "address">): string | undefined {
  return address
    .map((line) => /^\d{5} (?<town>.+?)(?: cedex(?: \d+)?)?$/i.exec(line)?.groups?.town)
    .find((town) => town !== undefined);
}

function homeOf({ establishment }: Establishment, lang: Lang): string {
  return schoolPath(establishment, lang, "/");
}
