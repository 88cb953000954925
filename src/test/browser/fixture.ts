/** A tiny server of hand-written pages, on which the browser tools prove that they find planted faults. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Answer = { readonly status?: number; readonly type?: string; readonly csp?: string; readonly body: string };
export type Fixture = { readonly origin: string; readonly close: () => Promise<void> };

const STRICT = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'";

/** What some browsers ask of every server, and complain of where there is none. */
const OF_BROWSERS: Readonly<Record<string, Answer>> = { "/favicon.ico": { status: 204, body: "" } };

/** Serves `answers` by "METHOD /path", or "/path" for a GET. */
export async function serve(answers: Readonly<Record<string, string | Answer>>): Promise<Fixture> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const found = answers[`${request.method} ${path}`] ?? answers[path] ?? OF_BROWSERS[path];
    const answer: Answer =
      typeof found === "string" ? { body: found } : (found ?? { status: 404, body: page({ title: "Absent" }) });
    response.writeHead(answer.status ?? 200, {
      "content-type": answer.type ?? "text/html; charset=utf-8",
      "content-security-policy": answer.csp ?? STRICT,
    });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A page without a fault, into which a test plants one. */
export function page(parts: { title?: string; lang?: string; head?: string; h1?: string; main?: string } = {}): string {
  const title = parts.title ?? "Accueil";
  return `<!doctype html>
<html lang="${parts.lang ?? "fr"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${parts.head ?? ""}
</head>
<body>
<main id="contenu">
${parts.h1 ?? `<h1>${title}</h1>`}
${parts.main ?? "<p>Bonjour.</p>"}
</main>
</body>
</html>
`;
}
