/**
 * The columns that a statement gives, by PostgreSQL alone: it names and types them when it prepares the statement, and whether each
 * may be null follows from the query tree that it stores for a function of the same text.
 */
import type { PGlite } from "@electric-sql/pglite";

/** `here`: a condition of this statement excludes it. `unknown`: the tree does not tell. */
type Null = "never" | "here" | "may" | "unknown";
export type Column = { readonly name: string; readonly type: number; readonly null: Null };

/** Of each text, its columns, or what PostgreSQL says against it. */
export async function columnsOf(
  pglite: PGlite,
  texts: readonly string[],
): Promise<ReadonlyMap<string, readonly Column[] | Error>> {
  const catalogue = await readCatalogue(pglite);
  const found = new Map<string, readonly Column[] | Error>();
  const described: { text: string; types: string[]; fields: { name: string; dataTypeID: number }[] }[] = [];
  for (const text of texts) {
    try {
      const { queryParams, resultFields } = await pglite.describeQuery(text);
      const types = queryParams.map(({ dataTypeID }) => catalogue.types.get(dataTypeID)!);
      described.push({ text, types, fields: resultFields });
    } catch (fault) {
      found.set(text, fault as Error);
    }
  }
  const trees = await pglite.transaction(async (tx) => {
    for (const [place, { text, types }] of described.entries())
      await tx.exec(`create function described_${place}(${types.join(", ")}) returns setof record
        language sql begin atomic ${text}; end`);
    const { rows } = await tx.query<{ tree: string }>(
      `select prosqlbody::text as tree from pg_proc where proname ~ '^described_' order by substr(proname, 11)::integer`,
    );
    await tx.rollback();
    return rows;
  });
  for (const [place, { text, fields }] of described.entries()) {
    const nulls = givenBy({ query: onlyQuery(parseTree(trees[place]!.tree)), catalogue });
    found.set(
      text,
      fields.map(({ name, dataTypeID }, at) => ({ name, type: dataTypeID, null: nulls[at]! })),
    );
  }
  return found;
}

type Catalogue = {
  readonly types: ReadonlyMap<number, string>;
  /** `relation.column` of those that are never null. */
  readonly required: ReadonlySet<string>;
  readonly functions: ReadonlyMap<string, string>;
  readonly operators: ReadonlyMap<string, string>;
};

async function readCatalogue(pglite: PGlite): Promise<Catalogue> {
  const pairs = async <T>(text: string) =>
    (await pglite.query<{ key: T; value: string }>(text)).rows.map(({ key, value }) => [key, value] as const);
  const required = await pairs<string>(
    `select attrelid || '.' || attnum as key, '' as value from pg_attribute where attnotnull
    -- A column of a view is as the columns of that name in the tables that it reads.
    union all select v.attrelid || '.' || v.attnum, '' from information_schema.view_column_usage u
      join pg_attribute v on v.attrelid = u.view_name::regclass and v.attname = u.column_name
      join pg_attribute t on t.attrelid = u.table_name::regclass and t.attname = u.column_name
      where u.view_schema = 'public' group by v.attrelid, v.attnum having bool_and(t.attnotnull)`,
  );
  return {
    types: new Map(await pairs<number>("select oid::integer as key, format_type(oid, null) as value from pg_type")),
    required: new Set(required.map(([key]) => key)),
    functions: new Map(await pairs<string>("select oid::text as key, proname::text as value from pg_proc")),
    operators: new Map(await pairs<string>("select oid::text as key, oprname::text as value from pg_operator")),
  };
}

/** A node of PostgreSQL's tree (`nodeToString`), a list of them, or a word. */
type Tree = string | readonly Tree[] | Node;
type Node = { readonly is: string; readonly has: Readonly<Record<string, Tree>> };

function parseTree(text: string): Tree {
  const words = text.match(/"(?:\\.|[^"])*"|[{}()]|(?:\\.|[^\s{}()])+/g) ?? [];
  let place = 0;
  const value = (): Tree => {
    const word = words[place++]!;
    if (word === "(") {
      const list: Tree[] = [];
      while (words[place] !== ")") list.push(value());
      place++;
      return list;
    }
    if (word !== "{") return word;
    const is = words[place++]!;
    const has: Record<string, Tree> = {};
    let field = "";
    while (words[place] !== "}") {
      if (words[place]!.startsWith(":")) field = words[place++]!.slice(1);
      const next = value();
      // The bytes of a constant follow its length: nobody reads them.
      has[field] ??= next;
    }
    place++;
    return { is, has };
  };
  return value();
}

const isNode = (tree: Tree | undefined): tree is Node => typeof tree === "object" && "is" in tree;
const nodes = (tree: Tree | undefined): readonly Node[] => (Array.isArray(tree) ? tree.filter(isNode) : []);

function onlyQuery(tree: Tree): Node {
  const [body] = tree as readonly Tree[];
  return nodes(body)[0]!;
}

/** A query, with what its conditions say of those of its rows that are given. */
type Scope = {
  readonly query: Node;
  readonly catalogue: Catalogue;
  readonly outer?: Scope;
  /** `relation.column` that a condition makes not null. */
  readonly told: ReadonlySet<string>;
  /** Relations that no outer join may have left without a row. */
  readonly there: ReadonlySet<string>;
};

function givenBy({ query, catalogue, outer }: Pick<Scope, "query" | "catalogue" | "outer">): Null[] {
  const scope: Scope = { query, catalogue, ...(outer && { outer }), ...conditionsOf(query) };
  const leaves = leavesOf(query.has.setOperations);
  if (leaves.length > 0)
    return leaves
      .map((leaf) => givenBy({ query: relation(scope, leaf).has.subquery as Node, catalogue, outer: scope }))
      .reduce((all, those) => all.map((one, place) => every([one, those[place]!])));
  const list = query.has.commandType === "1" ? query.has.targetList : query.has.returningList;
  return nodes(list)
    .filter(({ has }) => has.resjunk === "false")
    .map(({ has }) => nullOf(has.expr as Node, scope));
}

function leavesOf(tree: Tree | undefined): string[] {
  if (!isNode(tree)) return [];
  if (tree.is === "RANGETBLREF") return [tree.has.rtindex as string];
  return [...leavesOf(tree.has.larg), ...leavesOf(tree.has.rarg)];
}

const relation = ({ query }: Scope, number: string) => nodes(query.has.rtable)[Number(number) - 1]!;

/** From the surest not to be null to the surest that it may be. */
const SURE: readonly Null[] = ["never", "here", "unknown", "may"];
const surest = (all: readonly Null[], pick: (...ranks: number[]) => number): Null =>
  SURE[pick(...all.map((one) => SURE.indexOf(one)))]!;
/** Null where one is. */
const every = (all: readonly Null[]): Null => (all.length === 0 ? "never" : surest(all, Math.max));
/** Null where all are. */
const some = (all: readonly Null[]): Null => surest(all, Math.min);

/** What is true of every row: the conditions of the query and of its inner joins, as far as they are joined by «and». */
function conditionsOf(query: Node): Pick<Scope, "told" | "there"> {
  const told = new Set<string>();
  const there = new Set<string>();
  const note = (node: Node | undefined, certain: boolean): void => {
    for (const has of strictIn(node)) {
      told.add(`${has.varno as string}.${has.varattno as string}`);
      if (certain) there.add(has.varno as string);
    }
  };
  const walk = (tree: Tree | undefined, certain: boolean): void => {
    if (!isNode(tree)) return;
    const { is, has } = tree;
    if (is === "FROMEXPR") {
      note(has.quals as Node, certain);
      for (const from of nodes(has.fromlist)) walk(from, certain);
    }
    if (is !== "JOINEXPR") return;
    // Inner, left, full, right.
    const type = has.jointype as string;
    if (type === "0") note(has.quals as Node, certain);
    walk(has.larg, certain && (type === "0" || type === "1"));
    walk(has.rarg, certain && (type === "0" || type === "3"));
  };
  walk(query.has.jointree, true);
  return { told, there };
}

/** The variables of this query without which a condition is not true. */
function strictIn(tree: Tree | undefined): Node["has"][] {
  if (!isNode(tree)) return [];
  const { is, has } = tree;
  if (is === "VAR") return has.varlevelsup === "0" ? [has] : [];
  if (is === "BOOLEXPR") return has.boolop === "or" ? [] : nodes(has.args).flatMap(strictIn);
  if (is === "NULLTEST") return has.nulltesttype === "1" ? strictIn(has.arg) : [];
  if (is === "OPEXPR" || is === "SCALARARRAYOPEXPR") return nodes(has.args).flatMap(strictIn);
  if (is === "RELABELTYPE" || is === "COERCEVIAIO") return strictIn(has.arg);
  if (is === "FUNCEXPR" && has.funcformat !== "0") return nodes(has.args).flatMap(strictIn);
  return [];
}

/** Of arguments that are not null, neither is what these give. */
const TOTAL =
  /^(?:to_char|lower|upper|length|md5|sha256|encode|to_jsonb|row_to_json|jsonb_build_object|jsonb_build_array|date|concat|greatest|least)$/;
/** What is in JSON, nobody but its writer knows. */
const IN_JSON = /^(?:->|->>|#>|#>>)$/;
/** Of nothing as well. */
const COUNTS = /^(?:count|row_number|rank|dense_rank)$/;

function nullOf(node: Node, scope: Scope): Null {
  const { is, has } = node;
  const args = () => nodes(has.args).map((one) => nullOf(one, scope));
  switch (is) {
    case "VAR":
      return nullOfVariable(has, scope);
    case "CONST":
      return has.constisnull === "true" ? "may" : "never";
    case "RELABELTYPE":
    case "COERCEVIAIO":
    case "ARRAYCOERCEEXPR":
    case "COLLATEEXPR":
      return nullOf(has.arg as Node, scope);
    case "NULLTEST":
    case "BOOLEANTEST":
    case "DISTINCTEXPR":
    case "SQLVALUEFUNCTION":
    case "ARRAYEXPR":
    case "ROWEXPR":
      return "never";
    case "COALESCEEXPR":
    case "MINMAXEXPR":
      return some(args());
    case "BOOLEXPR":
      return every(args().map((one) => (one === "may" ? "unknown" : one)));
    case "OPEXPR":
    case "SCALARARRAYOPEXPR":
      return IN_JSON.test(scope.catalogue.operators.get(has.opno as string) ?? "") ? "unknown" : every(args());
    case "FUNCEXPR": {
      const known = has.funcformat !== "0" || TOTAL.test(scope.catalogue.functions.get(has.funcid as string) ?? "");
      return known ? every(args()) : "unknown";
    }
    case "CASEEXPR": {
      const results = [...nodes(has.args).map((when) => when.has.result), has.defresult];
      return every(results.map((one) => (isNode(one) ? nullOf(one, scope) : "may")));
    }
    case "WINDOWFUNC":
      return COUNTS.test(scope.catalogue.functions.get(has.winfnoid as string) ?? "") ? "never" : "unknown";
    case "AGGREF":
      return nullOfAggregate(has, scope);
    case "SUBLINK":
      return nullOfSubquery(has, scope);
    default:
      return "unknown";
  }
}

function nullOfAggregate(has: Node["has"], scope: Scope): Null {
  if (COUNTS.test(scope.catalogue.functions.get(has.aggfnoid as string) ?? "")) return "never";
  // Of no row, or of none that its filter lets through.
  const isGrouped = nodes(scope.query.has.groupClause).length > 0;
  if (!isGrouped || isNode(has.aggfilter)) return "may";
  return every(nodes(has.args).map((one) => nullOf(one.has.expr as Node, scope)));
}

const EXISTS = "0";
const ONE_VALUE = "4";
const ARRAY = "6";

function nullOfSubquery({ subLinkType, subselect }: Node["has"], scope: Scope): Null {
  if (subLinkType === EXISTS || subLinkType === ARRAY) return "never";
  if (subLinkType !== ONE_VALUE) return "unknown";
  const query = subselect as Node;
  const [value] = givenBy({ query, catalogue: scope.catalogue, outer: scope });
  const isAlwaysOne = query.has.hasAggs === "true" && nodes(query.has.groupClause).length === 0;
  // Whether there is a row, only the writer knows: no key says so.
  return isAlwaysOne ? value! : every([value!, "unknown"]);
}

const RELATION = "0";
const SUBQUERY = "1";
const JOIN = "2";
const COMMON = "6";
const GROUP = "9";

function nullOfVariable(has: Node["has"], inner: Scope): Null {
  let scope: Scope | undefined = inner;
  for (let up = Number(has.varlevelsup); up > 0; up--) scope = scope?.outer;
  if (!scope) return "unknown";
  const { varno, varattno, varnullingrels } = has as Record<string, string | string[]>;
  const isJoinedOuter = (varnullingrels as string[]).length > 1 && !scope.there.has(varno as string);
  if (isJoinedOuter) return "may";
  if (scope.told.has(`${varno as string}.${varattno as string}`)) return "here";
  const column = Number(varattno);
  if (column <= 0) return "never";
  const table = relation(scope, varno as string);
  switch (table.has.rtekind) {
    case RELATION:
      return scope.catalogue.required.has(`${table.has.relid as string}.${column}`) ? "never" : "may";
    case SUBQUERY:
      return givenBy({ query: table.has.subquery as Node, catalogue: scope.catalogue, outer: scope })[column - 1]!;
    case JOIN:
      return nullOf(nodes(table.has.joinaliasvars)[column - 1]!, scope);
    case GROUP:
      return nullOf(nodes(table.has.groupexprs)[column - 1]!, scope);
    case COMMON: {
      let holder: Scope | undefined = scope;
      for (let up = Number(table.has.ctelevelsup); up > 0; up--) holder = holder?.outer;
      const named = nodes(holder?.query.has.cteList).find((one) => one.has.ctename === table.has.ctename);
      if (!holder || !named || named.has.cterecursive === "true") return "unknown";
      const query = named.has.ctequery as Node;
      return givenBy({ query, catalogue: holder.catalogue, outer: holder })[column - 1]!;
    }
    default:
      return "unknown";
  }
}
