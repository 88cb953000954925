/** The next person of the queue’s list that the reader came through, as the page of a dossier has the next dossier. */
import { type Html, html } from "../../../kit/html.ts";
import { see } from "../../../page/acting.ts";
import { cameFrom as ledBy } from "../../../page/back.ts";
import { linkButton } from "../../../page/form.ts";
import type { Visit } from "../../../page/page.ts";
import { personAt } from "../../../page/person-link.ts";
import { cameFrom, inList } from "../../pages/list.ts";
import { seeDossier } from "../../views.ts";
import { personWords } from "../words.ts";

type Seen = { readonly dossiers: readonly { readonly dossier: string }[] };

export async function nextOfList(visit: Visit, { dossiers }: Seen): Promise<Html | false> {
  const [path, asked = ""] = (ledBy(visit) ?? "").split("?");
  const here = dossiers.find(({ dossier }) => path === `/dossiers/${dossier}`);
  const query = Object.fromEntries(new URLSearchParams(asked));
  const list = here && cameFrom({ query, params: { dossier: here.dossier } });
  const opened = list && (await see(visit, seeDossier, { dossier: here.dossier, within: list }));
  const next = opened?.next;
  if (!list || !next?.at) return false;
  const de = inList(list, list.shownAt)({ id: next.id, at: next.at });
  const to = visit.link(personAt.to({ person: next.id }, { de }));
  return html`<div class="actions">${linkButton(to, personWords[visit.lang].person.next(next.number), "secondary")}</div>`;
}
