/** A real OpenID provider on a free port, which can be made to misbehave. */
import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import OidcProvider from "oidc-provider";

export type Claims = Record<string, unknown>;
type Person = { readonly email: string; readonly email_verified: boolean; readonly name: string };

export type ProviderPeer = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whom it knows, by the name they sign in with there. */
  readonly people: Map<string, Person>;
  /** What it does to the token it is about to give; the token is signed anew, by its own key unless another is given. */
  forge: ((claims: Claims) => Claims) | undefined;
  forgeKey: KeyObject | undefined;
  readonly close: () => Promise<void>;
};

export async function startProvider(redirectUris: (issuer: string) => readonly string[]): Promise<ProviderPeer> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: "jwk" }), kid: "of-the-test", alg: "RS256", use: "sig" };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, Person>();
  const client = { client_id: "livret", client_secret: "a secret between the two of them" };
  const provider = new OidcProvider(issuer, {
    clients: [{ ...client, redirect_uris: [...redirectUris(issuer)] }],
    jwks: { keys: [jwk] },
    claims: { email: ["email", "email_verified"], profile: ["name"] },
    pkce: { required: () => true },
    findAccount: (_ctx: unknown, id: string) => {
      const person = people.get(id);
      return person && { accountId: id, claims: async () => ({ sub: id, ...person }) };
    },
    cookies: { keys: ["of the test"] },
  });
  const peer: ProviderPeer = {
    issuer,
    clientId: client.client_id,
    clientSecret: client.client_secret,
    people,
    forge: undefined,
    forgeKey: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  provider.use(async (ctx, next) => {
    await next();
    const body = ctx.body as { id_token?: string } | undefined;
    if (peer.forge && body?.id_token) body.id_token = resigned(body.id_token, peer.forge, peer.forgeKey ?? privateKey);
  });
  server.on("request", provider.callback());
  return peer;
}

function resigned(token: string, forge: (claims: Claims) => Claims, key: KeyObject): string {
  const [head, body] = token.split(".");
  const claims = forge(JSON.parse(Buffer.from(body!, "base64url").toString()) as Claims);
  const said = `${head}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`;
  return `${said}.${createSign("RSA-SHA256").update(said).sign(key).toString("base64url")}`;
}
