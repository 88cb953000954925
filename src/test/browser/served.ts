/** A Livret for the table of pages: the real application on a free port, with a database of its own and people to sign in. */
import { withExampleLegal } from "../../house/example-legal.ts";
import { withExamplePayment } from "../../house/example-payment.ts";
import { openProvider } from "../../people/provider/provider.ts";
import { buildServer } from "../../web/server.ts";
import { DEPLOYMENT } from "../../db/school.ts";
import { startStripe } from "../stripe.ts";
import { LAWS, testWorldOf } from "../server.ts";
import { type OtherSchool, withSchools } from "../several-schools.ts";
import type { World } from "../../act/world.ts";
import { lawWorld } from "../../house/world.ts";
import type { Served, State } from "./pages.ts";
import { mailFaults } from "./language.ts";
import { peopleOf } from "./people.ts";

export async function serveSite(fronts = FRONTS): Promise<{ served: Served; close: () => Promise<void> }> {
  // What was opened before something fails is closed again, the last first: an open server keeps the whole run waiting.
  await using opened = new AsyncDisposableStack();
  let now = () => new Date(0);
  const stripe = await startStripe(() => now());
  opened.defer(stripe.close);
  // A sign-in service that never answers: its button is there, and so is the page that says so.
  const provider = openProvider({
    school: LAWS.establishments[0]!.data.establishment,
    issuer: "http://127.0.0.1:1",
    clientId: "livret",
    clientSecret: "",
    name: undefined,
  });
  // As a school that says how it is paid: one row looks at one that does not.
  const told = lawWorld(withExampleLegal(withExamplePayment(LAWS)), { diploma: undefined, establishment: undefined });
  const { world, close } = await testWorldOf({ ...told, payments: stripe.payments(), provider });
  opened.defer(close);
  opened.defer(() => noMailFault(world));
  now = world.now;
  const several: Partial<Record<State, string>> = {};
  for (const { state, ...front } of fronts) several[state] = await serve(opened, frontOf(world, front));
  const origin = await serve(opened, world);
  const school = LAWS.establishments[0]!.data.establishment;
  const all = opened.move();
  return {
    served: { origin, school, people: peopleOf(world, { origin, school }), several },
    close: () => all.disposeAsync(),
  };
}

/** When all was walked: what the pages sent is read as they are. */
async function noMailFault(world: World): Promise<void> {
  const faults = [];
  for (const place of [DEPLOYMENT, ...LAWS.establishments.map(({ data }) => data.establishment)])
    faults.push(...(await mailFaults(world.db, place)));
  if (faults.length > 0) throw new Error(`What mails say is amiss:\n${faults.join("\n")}`);
}

async function serve(opened: AsyncDisposableStack, world: World): Promise<string> {
  const app = await buildServer(world, { perMinute: 1_000_000 });
  opened.defer(() => app.close());
  return app.listen({ port: 0, host: "127.0.0.1" });
}

const LONG = "Institut méditerranéen de formation, de recherche et d’intervention sociale Marie-Antoinette-Joséphine";
type Front = { readonly state: State; readonly others: readonly OtherSchool[]; readonly now?: Date };
const FRONTS: readonly Front[] = [
  { state: "full", others: [{ establishment: "autre", name: "École du Ponant", address: ["Le phare"] }] },
  {
    state: "very long",
    others: Array.from({ length: 11 }, (_, at) => ({
      establishment: `longue-${at}`,
      name: `${LONG} ${at + 1}`,
      address: ["57590 Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson"],
    })),
  },
  // Before the first version of any diploma.
  {
    state: "empty",
    others: [{ establishment: "autre", name: "École du Ponant" }],
    now: new Date("2000-01-03T09:00:00Z"),
  },
];

/** A deployment of several schools, of which only the front page is looked at: they share the database. */
function frontOf(world: World, { others, now }: Omit<Front, "state">): World {
  return { ...world, ...lawWorld(withSchools(LAWS, others), world.defaults), ...(now && { now: () => now }) };
}
