/** Signing in with the school's service: a button leads there, and its answer back. */
import { href, html } from "../../../kit/html.ts";
import type { Issue } from "../../../kit/schema.ts";
import { act } from "../../../page/acting.ts";
import { cookieOptions } from "../../../page/cookie.ts";
import { layout } from "../../../page/layout.ts";
import { type Form, originOf, type Page, type PageResult, type Visit } from "../../../page/page.ts";
import { places } from "../../pages/places.ts";
import { browserIn, letIn, onTheWay } from "../../pages/proof.ts";
import type { Actor } from "../../../act/permissions.ts";
import { comeBack, enterByProvider, leaveForProvider, linkProvider } from "../acts.ts";
import { type NotVouched, providerOf } from "../provider.ts";
import { providerWords } from "../words.ts";

const COOKIE = "livret_provider";
/** The actor before the service has named a person; no act takes it for one. */
const UNKNOWN: Actor = { kind: "vouched", school: "", issuer: "", subject: "", address: "", name: "" };

/** The redirect address registered with the service: one per school. */
function wayBack(visit: Visit): string {
  return `${originOf(visit)}${visit.link(places.serviceBack.to(), "fr")}`;
}

export const providerPage: Page = {
  name: "connexion-ecole",
  path: places.service.path,
  view: (visit) => ({ redirect: onTheWay(visit, places.signIn.to()) }),
  submit: (visit, sent) => leave(visit, sent, { again: sent.get("again") === "1" }),
};

type Leaving = {
  /** To confirm a form, in a new tab. */
  readonly again?: boolean;
  /** The session whose owner ties their account to the service. */
  readonly link?: string;
};

/** Leaves for the service of this school. */
export async function leave(visit: Visit, sent: Form, { again = false, link }: Leaving): Promise<PageResult> {
  const provider = providerOf(visit.world, visit.school.establishment);
  if (!provider) return { notFound: true };
  const anew = (again && visit.person) || link !== undefined;
  const since = anew ? { since: Math.floor(visit.world.now().getTime() / 1000) } : {};
  const checks = { ...provider.newChecks(), ...since, ...(link !== undefined && { link }) };
  const way = await provider.wayThere(checks, wayBack(visit));
  if ("problem" in way) return problem(visit, way.problem, way.code);
  const outcome = await act(visit, leaveForProvider, checks, { sent, actor: UNKNOWN });
  if (outcome.kind !== "done") return problem(visit, "not-held");
  const kept = JSON.stringify({ way: outcome.value.way, lang: visit.lang, vers: visit.query.vers, again });
  visit.reply.setCookie(COOKIE, Buffer.from(kept).toString("base64url"), cookieOptions(visit.request));
  // Not a redirect: the `form-action` policy lets none lead to another site.
  visit.reply.header("refresh", `0; url=${way.url}`);
  const words = providerWords(visit.lang);
  const main = html`<p><a class="ds-button" href="${href(way.url)}">${words.goOn}</a></p>`;
  return { html: layout(visit, { title: words.leaving, lead: words.leavingWhy, main }) };
}

export const providerBackPage: Page = {
  name: "connexion-ecole-retour",
  path: places.serviceBack.path,
  view: async (back) => {
    const provider = providerOf(back.world, back.school.establishment);
    if (!provider) return { notFound: true };
    const kept = keptOf(back);
    const visit = {
      ...back,
      lang: kept.lang ?? back.lang,
      query: { ...back.query, ...(kept.vers && { vers: kept.vers }) },
    };
    visit.reply.clearCookie(COOKIE, cookieOptions(visit.request));
    if (kept.way === undefined) return problem(visit, "not-held");
    const asked = await act(visit, comeBack, { way: kept.way }, { actor: UNKNOWN });
    if (asked.kind !== "done") return problem(visit, "not-held");
    const url = new URL(wayBack(visit));
    url.search = new URL(visit.request.url, url).search;
    const came = await provider.cameBack(url, asked.value);
    if ("problem" in came) return problem(visit, came.problem, came.code);
    const { person } = visit;
    const actor = { kind: "vouched", school: provider.school, ...came.vouched } as const;
    const { link } = asked.value;
    if (link !== undefined) {
      if (person?.session !== link) return problem(visit, "not-held");
      const owner = { account: person.account, session: link };
      const tied = await act(visit, linkProvider, { owner }, { actor });
      if (tied.kind === "done") return { redirect: visit.link(places.ties.to({}, { fait: "relie" })) };
      return problem(visit, tied.kind === "invalid" ? "linked-elsewhere" : "not-held");
    }
    // If the session has ended meanwhile, this is a plain sign-in.
    const again = kept.again && person && { account: person.account, session: person.session };
    const input = { language: visit.lang, ...browserIn(visit), ...(again && { again }) };
    const entered = await act(visit, enterByProvider, input, { actor });
    if (entered.kind !== "done") return problem(visit, again ? "somebody-else" : whyNot(entered));
    const on = await letIn(visit, entered.value);
    return kept.again ? confirmed(visit) : on;
  },
};

function whyNot(outcome: { readonly kind: string; readonly issues?: readonly Issue[] }): NotVouched {
  return outcome.issues?.some(({ path }) => path === "link") ? "not-linked" : "no-address";
}

/** In its own tab: the form waits in the other. */
function confirmed(visit: Visit): PageResult {
  const words = providerWords(visit.lang);
  return { html: layout(visit, { title: words.confirmed, lead: words.confirmedWhy, main: html`` }) };
}

type Kept = Partial<{
  readonly way: string;
  readonly lang: "fr" | "en";
  readonly vers: string;
  readonly again: boolean;
}>;

function keptOf({ request }: Visit): Kept {
  try {
    const read = JSON.parse(Buffer.from(request.cookies[COOKIE] ?? "", "base64url").toString()) as Record<
      string,
      unknown
    >;
    return {
      ...(typeof read.way === "string" && /^[0-9a-f-]{36}$/.test(read.way) && { way: read.way }),
      ...((read.lang === "fr" || read.lang === "en") && { lang: read.lang }),
      ...(read.again === true && { again: true }),
      ...(typeof read.vers === "string" && { vers: read.vers }),
    };
  } catch {
    return {};
  }
}

/** Logs the error code only: neither the person nor what they sent. */
function problem(visit: Visit, why: NotVouched, code?: string): PageResult {
  if (code !== undefined) visit.request.log.warn({ fault: why, code }, "sign-in service");
  const words = providerWords(visit.lang);
  const main = html`<p>${words.problems[why]}</p>
<p><a class="ds-button" href="${href(visit.link(places.signIn.to()))}">${words.again}</a></p>`;
  return { html: layout(visit, { title: words.failed, main, error: true }), status: why === "unreachable" ? 503 : 403 };
}
