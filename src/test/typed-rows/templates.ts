/**
 * The `sql` templates that declare what they give, as written in the sources: each with its text, composed of the fragments that it
 * names, and with the columns that its type declares. Nothing is run: a value becomes a parameter.
 */
import * as ast from "typescript/unstable/ast";
import { API, type Checker, type Project, SymbolFlags, type Type, TypeFlags } from "typescript/unstable/sync";

/** What TypeScript says of a column's value; `null` and `undefined` aside. */
export type Kind = "string" | "number" | "boolean" | "Date" | "bytes" | "json" | "strings" | "numbers";

export type Declared = {
  readonly name: string;
  readonly kind: Kind;
  readonly nullable: boolean;
  /** May be left out. */
  readonly optional: boolean;
};

export type Template = {
  /** `src/…/store.ts:12`. */
  readonly place: string;
  /** One for each branch of its conditions. */
  readonly texts: readonly string[];
  /** `undefined` of a row whose keys are not known. */
  readonly columns: readonly Declared[] | undefined;
};

export type Templates = { readonly read: readonly Template[]; readonly unread: readonly Unread[] };
export type Unread = { readonly place: string; readonly why: string };

/** The sources of a folder whose `tsconfig.json` includes them, but for the tests. */
export function readTemplates(folder: string, isRead: (path: string) => boolean): Templates {
  const api = new API({ cwd: folder });
  try {
    const [project] = api.updateSnapshot({ openProjects: [`${folder}/tsconfig.json`] }).getProjects();
    return readProject(project!, folder, isRead);
  } finally {
    api.close();
  }
}

function readProject(project: Project, folder: string, isRead: (path: string) => boolean): Templates {
  const read: Template[] = [];
  const unread: Unread[] = [];
  for (const name of project.rootFiles) {
    const path = name.slice(folder.length + 1);
    const file = isRead(path) ? project.program.getSourceFile(name) : undefined;
    if (!file?.text.includes("sql<")) continue;
    visit(file, (node) => {
      if (!isTyped(node) || !(isStatement(node) || nameOf(node))) return;
      const place = `${path}:${file.text.slice(0, node.getStart(file)).split("\n").length}`;
      try {
        const texts = [0, 1].map((branch) => new Composer(project, branch).statement(node));
        const type = project.checker.getTypeFromTypeNode(node.typeArguments[0]!)!;
        const columns = nameOf(node) ? [declared(project.checker, "", type, false)] : columnsOf(project.checker, type);
        read.push({ place, texts: [...new Set(texts)], columns });
      } catch (fault) {
        if (!(fault instanceof Unreadable)) throw fault;
        unread.push({ place, why: fault.message });
      }
    });
  }
  return { read, unread };
}

class Unreadable extends Error {}

type Typed = ast.TaggedTemplateExpression & { readonly typeArguments: readonly ast.TypeNode[] };

function isTyped(node: ast.Node): node is Typed {
  return ast.isTaggedTemplateExpression(node) && node.tag.getText() === "sql" && node.typeArguments !== undefined;
}

/** Of a column that one of Kysely's queries selects, its name. */
function nameOf({ parent }: ast.Node): ast.CallExpression | undefined {
  const isNamed = ast.isPropertyAccessExpression(parent) && parent.name.text === "as";
  return isNamed && ast.isCallExpression(parent.parent) ? parent.parent : undefined;
}

/** The others are conditions and values, whose types PostgreSQL asks for by itself. */
function isStatement(node: Typed): boolean {
  const { parent } = node;
  const isExecuted = ast.isPropertyAccessExpression(parent) && parent.name.text === "execute";
  return isExecuted || /^\s*(?:select|with|insert|update|delete)\b/i.test(headOf(node.template));
}

const headOf = (template: ast.TemplateLiteral) =>
  ast.isNoSubstitutionTemplateLiteral(template) ? template.text : template.head.text;

function visit(node: ast.Node, each: (node: ast.Node) => void): void {
  each(node);
  node.forEachChild((child) => visit(child, each));
}

/** A fragment's parameter, with where its argument was written. */
type Bound = { readonly node: ast.Expression; readonly bindings: Bindings };
type Bindings = ReadonlyMap<number, Bound>;
const NONE: Bindings = new Map();

/** Composes one statement; of every condition, its first or its second branch. */
class Composer {
  readonly #checker: Checker;
  readonly #project: Project;
  readonly #branch: number;
  #parameters = 0;

  constructor(project: Project, branch: number) {
    this.#checker = project.checker;
    this.#project = project;
    this.#branch = branch;
  }

  statement(node: ast.TaggedTemplateExpression): string {
    const text = this.#template(node.template, NONE);
    const named = nameOf(node);
    return named ? `select ${text} ${this.#source(named)}` : text;
  }

  /** What a column is selected from, by the names of the query around it. */
  #source(column: ast.Node): string {
    let select = column.parent;
    while (ast.isArrayLiteralExpression(select)) select = select.parent;
    if (!ast.isCallExpression(select)) throw new Unreadable("is selected elsewhere");
    let last: ast.Node = select;
    while (ast.isPropertyAccessExpression(last.parent) && ast.isCallExpression(last.parent.parent))
      last = last.parent.parent;
    const calls = this.#callsOf(last as ast.Expression);
    const from: string[] = [];
    const groups: string[] = [];
    for (const { name, argument } of calls.reverse()) {
      const isNamed = argument !== undefined && ast.isStringLiteral(argument);
      if (!isNamed) continue;
      const named = argument.text;
      if (name === "selectFrom") from.unshift(`from ${named}`);
      if (name === "innerJoin") from.push(`join ${named} on true`);
      if (name === "leftJoin") from.push(`left join ${named} on true`);
      if (name === "groupBy") groups.push(named);
    }
    return `${from.join(" ")} ${groups.length > 0 ? `group by ${groups.join(", ")}` : ""}`;
  }

  #callsOf(query: ast.Expression): { name: string; argument: ast.Expression | undefined }[] {
    if (ast.isIdentifier(query)) {
      const made = this.#declarationOf(query);
      return made && ast.isVariableDeclaration(made) && made.initializer ? this.#callsOf(made.initializer) : [];
    }
    if (!ast.isCallExpression(query)) return [];
    if (!ast.isPropertyAccessExpression(query.expression)) return this.#callsOf(this.#called(query, NONE).body);
    const { name, expression } = query.expression;
    return [{ name: name.text, argument: query.arguments[0] }, ...this.#callsOf(expression)];
  }

  #template(template: ast.TemplateLiteral, bindings: Bindings): string {
    if (ast.isNoSubstitutionTemplateLiteral(template)) return template.text;
    const spans = template.templateSpans.map((span) => this.#part(span.expression, bindings) + span.literal.text);
    return template.head.text + spans.join("");
  }

  #part(node: ast.Expression, bindings: Bindings): string {
    const type = this.#checker.getTypeAtLocation(node);
    return type && this.#isFragment(type) ? this.#fragment(node, bindings) : this.#parameter();
  }

  #isFragment(type: Type): boolean {
    return this.#checker.getPropertyOfType(type, "toOperationNode") !== undefined;
  }

  #parameter(): string {
    return `$${++this.#parameters}`;
  }

  #fragment(node: ast.Expression, bindings: Bindings): string {
    if (isWrapped(node)) return this.#fragment(node.expression, bindings);
    if (ast.isTaggedTemplateExpression(node) && node.tag.getText() === "sql")
      return this.#template(node.template, bindings);
    if (ast.isConditionalExpression(node))
      return this.#fragment(this.#branch === 0 ? node.whenTrue : node.whenFalse, bindings);
    if (ast.isCallExpression(node)) return this.#call(node, bindings);
    const { node: value, bindings: theirs } = this.#valueOf(node, bindings);
    return this.#fragment(value, theirs);
  }

  #call(node: ast.CallExpression, bindings: Bindings): string {
    const callee = node.expression.getText();
    const [first, second] = node.arguments;
    switch (callee) {
      case "sql.raw":
        return this.#text(first!, bindings);
      case "sql.ref":
      case "sql.table":
      case "sql.id":
        return this.#text(first!, bindings)
          .split(".")
          .map((name) => `"${name}"`)
          .join(".");
      case "sql.val":
        return this.#parameter();
      case "sql.lit":
        return this.#literal(first!, bindings);
      case "sql.join":
        return this.#joined(first!, second ? this.#fragment(second, bindings) : ", ", bindings);
    }
    if (ast.isPropertyAccessExpression(node.expression) && node.expression.name.text === "as")
      return `${this.#fragment(node.expression.expression, bindings)} as "${this.#text(first!, bindings)}"`;
    const { body, inside } = this.#called(node, bindings);
    return this.#fragment(body, inside);
  }

  /** A list is as if of one, unless it is written out. */
  #joined(list: ast.Expression, separator: string, bindings: Bindings): string {
    if (isWrapped(list)) return this.#joined(list.expression, separator, bindings);
    if (ast.isArrayLiteralExpression(list)) {
      const parts = list.elements.map((part) =>
        ast.isSpreadElement(part) ? this.#joined(part.expression, separator, bindings) : this.#part(part, bindings),
      );
      return parts.join(separator);
    }
    if (ast.isCallExpression(list) && /\.(?:flatMap|map)$/.test(list.expression.getText())) {
      const each = list.arguments[0]!;
      if (ast.isArrowFunction(each)) return this.#part(returned(each, this.#branch), bindings);
    }
    const type = this.#checker.getTypeAtLocation(list);
    const [element] = type ? this.#checker.getTypeArguments(type as never) : [];
    if (!element || !this.#isFragment(element)) return this.#parameter();
    const { node, bindings: theirs } = this.#valueOf(list, bindings);
    return this.#joined(node, separator, theirs);
  }

  #literal(node: ast.Expression, bindings: Bindings): string {
    try {
      return `'${this.#text(node, bindings)}'`;
    } catch (fault) {
      if (fault instanceof Unreadable) return this.#parameter();
      throw fault;
    }
  }

  #text(node: ast.Expression, bindings: Bindings): string {
    if (isWrapped(node)) return this.#text(node.expression, bindings);
    if (ast.isStringLiteral(node) || ast.isNoSubstitutionTemplateLiteral(node)) return node.text;
    if (ast.isTemplateExpression(node)) {
      const spans = node.templateSpans.map((span) => this.#text(span.expression, bindings) + span.literal.text);
      return node.head.text + spans.join("");
    }
    if (ast.isConditionalExpression(node))
      return this.#text(this.#branch === 0 ? node.whenTrue : node.whenFalse, bindings);
    if (ast.isCallExpression(node)) {
      const { body, inside } = this.#called(node, bindings);
      return this.#text(body, inside);
    }
    const { node: value, bindings: theirs } = this.#valueOf(node, bindings);
    return this.#text(value, theirs);
  }

  /** What a function of the sources gives, with its parameters bound. */
  #called(node: ast.CallExpression, bindings: Bindings): { body: ast.Expression; inside: Bindings } {
    const made = this.#declarationOf(node.expression);
    const called = made && ast.isVariableDeclaration(made) ? made.initializer : made;
    if (!called || !(ast.isArrowFunction(called) || ast.isFunctionDeclaration(called)))
      throw new Unreadable(`calls ${node.expression.getText()}`);
    const inside = new Map<number, Bound>();
    called.parameters.forEach(({ name, initializer }, place) => {
      const symbol = this.#checker.getSymbolAtLocation(name);
      const argument = node.arguments[place];
      if (symbol && argument) inside.set(symbol.id, { node: argument, bindings });
      else if (symbol && initializer) inside.set(symbol.id, { node: initializer, bindings: NONE });
    });
    return { body: returned(called, this.#branch), inside };
  }

  /** What a name stands for: an argument, or what a constant or a property was given. */
  #valueOf(node: ast.Expression, bindings: Bindings): Bound {
    if (ast.isIdentifier(node)) {
      const symbol = this.#checker.getSymbolAtLocation(node);
      const bound = symbol && bindings.get(symbol.id);
      if (bound) return bound;
      const made = this.#declarationOf(node);
      if (made && ast.isVariableDeclaration(made) && made.initializer) return { node: made.initializer, bindings };
      const argument = made && ast.isParameterDeclaration(made) ? this.#argumentOf(made) : undefined;
      if (argument) return { node: argument, bindings: NONE };
    }
    if (ast.isPropertyAccessExpression(node) || ast.isElementAccessExpression(node)) {
      const object = this.#valueOf(node.expression, bindings);
      let literal = object.node;
      while (isWrapped(literal)) literal = literal.expression;
      if (ast.isObjectLiteralExpression(literal)) {
        const values = literal.properties.filter(ast.isPropertyAssignment);
        const value = ast.isPropertyAccessExpression(node)
          ? values.find(({ name }) => name.getText() === node.name.text)
          : values.at(this.#branch === 0 ? 0 : -1);
        if (value) return { node: value.initializer, bindings: object.bindings };
      }
    }
    throw new Unreadable(`names ${node.getText()}`);
  }

  /** Of a function that its own file calls: what its first call gives, or its last. */
  #argumentOf(parameter: ast.ParameterDeclaration): ast.Expression | undefined {
    const called = parameter.parent;
    if (!ast.isFunctionDeclaration(called) || !called.name) return undefined;
    const name = called.name.text;
    const place = called.parameters.indexOf(parameter);
    const all: ast.Expression[] = [];
    visit(called.getSourceFile(), (node) => {
      if (!ast.isCallExpression(node) || !ast.isIdentifier(node.expression) || node.expression.text !== name) return;
      const argument = node.arguments[place] ?? parameter.initializer;
      if (argument) all.push(argument);
    });
    return all.at(this.#branch === 0 ? 0 : -1);
  }

  #declarationOf(node: ast.Expression): ast.Node | undefined {
    let symbol = this.#checker.getSymbolAtLocation(node);
    if (symbol && symbol.flags & SymbolFlags.Alias) symbol = this.#checker.getAliasedSymbol(symbol);
    return symbol?.valueDeclaration?.resolve(this.#project);
  }
}

function isWrapped(
  node: ast.Node,
): node is ast.ParenthesizedExpression | ast.AsExpression | ast.SatisfiesExpression | ast.NonNullExpression {
  return (
    ast.isParenthesizedExpression(node) ||
    ast.isAsExpression(node) ||
    ast.isSatisfiesExpression(node) ||
    ast.isNonNullExpression(node)
  );
}

function returned(called: ast.ArrowFunction | ast.FunctionDeclaration, branch: number): ast.Expression {
  const { body } = called;
  if (body && !ast.isBlock(body)) return body;
  const all: ast.Expression[] = [];
  if (body) visit(body, (node) => void (ast.isReturnStatement(node) && node.expression && all.push(node.expression)));
  const found = all.at(branch === 0 ? 0 : -1);
  if (!found) throw new Unreadable(`calls ${called.getText().slice(0, 40)}`);
  return found;
}

function columnsOf(checker: Checker, type: Type): Declared[] | undefined {
  if (type.flags & TypeFlags.TypeParameter) throw new Unreadable("of any type");
  if (checker.getIndexInfosOfType(type).length > 0) return undefined;
  if (kindOf(checker, parts(type)) !== "json") return [declared(checker, "", type, false)];
  return checker
    .getPropertiesOfType(type)
    .map((property) =>
      declared(
        checker,
        property.name,
        checker.getTypeOfSymbol(property)!,
        (property.flags & SymbolFlags.Optional) !== 0,
      ),
    );
}

function declared(checker: Checker, name: string, type: Type, optional: boolean): Declared {
  const all = parts(type);
  const values = all.filter(({ flags }) => !(flags & (TypeFlags.Null | TypeFlags.Undefined)));
  const isOpen = (type.flags & (TypeFlags.Unknown | TypeFlags.Any)) !== 0;
  const nullable = isOpen || all.some(({ flags }) => flags & TypeFlags.Null);
  return { name, kind: kindOf(checker, values), nullable, optional };
}

const parts = (type: Type): readonly Type[] => (type.isUnionType() ? type.getTypes() : [type]);

function kindOf(checker: Checker, types: readonly Type[]): Kind {
  const all = (flags: TypeFlags) => types.length > 0 && types.every((type) => (type.flags & flags) !== 0);
  if (all(TypeFlags.StringLike)) return "string";
  if (all(TypeFlags.NumberLike)) return "number";
  if (all(TypeFlags.BooleanLike)) return "boolean";
  const [type, ...others] = types;
  if (!type || others.length > 0) return "json";
  const name = type.getSymbol()?.name;
  if (name === "Date") return "Date";
  if (name === "Uint8Array" || name === "Buffer") return "bytes";
  if (!checker.isArrayType(type)) return "json";
  const [element] = checker.getTypeArguments(type as never);
  const of = element && kindOf(checker, parts(element));
  return of === "string" ? "strings" : of === "number" ? "numbers" : "json";
}
