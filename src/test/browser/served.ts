/** A Livret for the table of pages: the real application on a free port, with a database of its own and people to sign in. */
import { openProvider } from "../../people/provider/provider.ts";
import { buildServer } from "../../web/server.ts";
import { startStripe } from "../stripe.ts";
import { LAWS, testWorldOf } from "../server.ts";
import { type OtherSchool, withSchools } from "../several-schools.ts";
import { lawWorld, type World } from "../../world.ts";
import type { Served, State } from "./pages.ts";
import { peopleOf } from "./people.ts";

export async function serveSite(): Promise<{ served: Served; close: () => Promise<void> }> {
  let now = () => new Date(0);
  const stripe = await startStripe(() => now());
  // A sign-in service that never answers: its button is there, and so is the page that says so.
  const provider = openProvider({
    issuer: "http://127.0.0.1:1",
    clientId: "livret",
    clientSecret: "",
    name: undefined,
  });
  const { world, close } = await testWorldOf({ payments: stripe.payments(), provider });
  now = world.now;
  const app = await buildServer(world, { perMinute: 1_000_000 });
  const fronts = await serveFronts(world);
  app.addHook("onClose", fronts.close);
  app.addHook("onClose", close);
  app.addHook("onClose", stripe.close);
  const origin = await app.listen({ port: 0, host: "127.0.0.1" });
  const school = LAWS.establishments[0]!.data.establishment;
  return {
    served: { origin, school, people: peopleOf(world, { origin, school }), several: fronts.origins },
    close: () => app.close(),
  };
}

const LONG = "Institut méditerranéen de formation, de recherche et d’intervention sociale Marie-Antoinette-Joséphine";
const FRONTS: readonly { state: State; others: readonly OtherSchool[]; now?: Date }[] = [
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

/** Deployments of several schools, of which only the front page is looked at: they share the database. */
async function serveFronts(world: World) {
  const apps = await Promise.all(
    FRONTS.map(async ({ state, others, now }) => {
      const law = lawWorld(withSchools(LAWS, others), world.defaults);
      const app = await buildServer({ ...world, ...law, ...(now && { now: () => now }) }, { perMinute: 1_000_000 });
      return { state, app, origin: await app.listen({ port: 0, host: "127.0.0.1" }) };
    }),
  );
  return {
    origins: Object.fromEntries(apps.map(({ state, origin }) => [state, origin])),
    close: async () => void (await Promise.all(apps.map(({ app }) => app.close()))),
  };
}
