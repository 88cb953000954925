/** A Livret for the table of pages: the real application on a free port, with a database of its own and people to sign in. */
import { openProvider } from "../../people/provider/provider.ts";
import { buildServer } from "../../web/server.ts";
import { startStripe } from "../stripe.ts";
import { LAWS, testWorldOf } from "../server.ts";
import type { Served } from "./pages.ts";
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
  app.addHook("onClose", close);
  app.addHook("onClose", stripe.close);
  const origin = await app.listen({ port: 0, host: "127.0.0.1" });
  const school = LAWS.establishments[0]!.data.establishment;
  return { served: { origin, school, people: peopleOf(world, { origin, school }) }, close: () => app.close() };
}
