declare module "oidc-provider" {
  import type { RequestListener } from "node:http";
  type Context = { body: unknown; readonly path: string };
  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    use(middleware: (ctx: Context, next: () => Promise<void>) => Promise<void>): void;
    callback(): RequestListener;
  }
}
