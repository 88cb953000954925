/** Error pages: what happened, what was saved, what to do. They need no school and no script. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { href, html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import { schoolPath } from "../kit/school-path.ts";
import type { World } from "../act/world.ts";
import { assetsOf } from "../page/assets.ts";
import { errorWords } from "./error-sentences.ts";
import { type Frame, framed } from "../page/layout.ts";

/** `busy`: the service is overloaded for a moment, not down. */
export function errorPage(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  { busy = false } = {},
): FastifyReply {
  const frame = frameOf(world, request.url);
  const { title, text, home, schools } = wordsOf(frame.lang, busy ? "busy" : status);
  const school = frame.school;
  const ways = school
    ? html`<p><a href="${href(frame.link("/"))}">${home(school.name)}</a></p>`
    : world.laws.establishments.length > 0 &&
      html`<p>${schools}</p><ul>${world.laws.establishments.map(({ data }) => html`<li><a href="${href(linkTo(data.establishment, frame.lang)("/"))}">${data.name}</a></li>`)}</ul>`;
  const page = framed(frame, {
    title,
    lead: text[0],
    main: html`${text.slice(1).map((sentence) => html`<p>${sentence}</p>`)}${ways}`,
  });
  return reply
    .status(status)
    .type("text/html; charset=utf-8")
    .header("content-language", frame.lang)
    .header("cache-control", "no-store")
    .send(page.text);
}

/** The school and the language in the path; by default French and no school. */
function frameOf(world: World, url: string): Frame {
  const [slug, second] = url.split("?")[0]!.split("/").slice(1);
  const lang: Lang = slug === "en" || second === "en" ? "en" : "fr";
  const school = world.laws.establishments.find(({ data }) => data.establishment === slug)?.data;
  const link = linkTo(school?.establishment ?? "", lang);
  return {
    lang,
    assets: assetsOf(world.laws),
    path: "/",
    link,
    demo: world.demo !== undefined,
    ...(school && { school }),
  };
}

function linkTo(school: string, lang: Lang) {
  return (path: string, to: Lang = lang) => schoolPath(school, to, path);
}

function wordsOf(lang: Lang, status: number | "busy") {
  const words = errorWords[lang];
  const known =
    status === "busy" ? words.busy : (words.pages[status] ?? (status >= 500 ? words.pages[500] : words.pages[400]));
  return { ...known!, home: words.home, schools: words.schools };
}
