/** Is the HTML valid? html-validate on the bytes the server sent, not on what the browser mended. */
import { type ConfigData, HtmlValidate, type ResolvedConfig, StaticConfigLoader } from "html-validate";

/** Everything of `recommended`, `document` and `a11y`, but: */
const HTML_RULES: ConfigData = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // Templates leave blank ends of lines where a piece prints nothing; no reader ever meets them.
    "no-trailing-whitespace": "off",
    // Seventy characters is what a search engine shows; « Erreur : question – étape – service » says more, rightly.
    "long-title": "off",
    // The error summary stands above the h1 under a heading of its own, so that it is the first thing met; each page
    // still has one h1 (`checks.ts` counts it).
    "heading-level": ["error", { minInitialRank: "h2" }],
    // Subresource integrity guards what another host serves; ours are our own, under the policy `'self'`.
    "require-sri": ["error", { target: "crossorigin" }],
    // The polyglot spellings are both valid HTML; the Nu checker agrees.
    "void-style": "off",
    "doctype-style": "off",
    // The boxes of one question share a name, as radio buttons do: what is ticked arrives as a list.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
  },
};

/** The rules are the same for every page: to gather and check them each time would take longer than to read the page. */
class ReadOnce extends StaticConfigLoader {
  #read: ResolvedConfig | Promise<ResolvedConfig> | undefined;

  override getConfigFor(handle: string): ResolvedConfig | Promise<ResolvedConfig> {
    return (this.#read ??= super.getConfigFor(handle));
  }
}

const checker = new HtmlValidate(new ReadOnce(HTML_RULES));

/** One sentence a fault: rule, place, what is wrong. */
export function htmlFaults(html: string): string[] {
  const { results } = checker.validateStringSync(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, column, message }) => `${ruleId} at line ${line}, column ${column}: ${message}`),
  );
}
