import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';

/** One fault of a config file, for a person to mend. */
export interface Fault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly path: string;
  readonly message: string;
}

/** More aliases than this in one file are an attack or an accident, not config. */
const MOST_ALIASES = 50;

/**
 * Read a YAML file by a schema, finding every fault, not just the first.
 *
 * @param file name for messages
 * @returns the value, or the faults with line numbers, in line order
 */
export function readYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
): { value: T } | { faults: Fault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      file,
      line: lines.linePos(error.pos[0]).line,
      path: '',
      message: `not valid YAML: ${error.message}. Check indentation, colons and quotes here.`,
    }));
    return { faults };
  }
  const raw = written(() => document.toJS({ maxAliasCount: MOST_ALIASES }));
  if (raw === undefined) {
    return {
      faults: [{ file, line: 1, path: '', message: `uses too many aliases (&, *). Write the values out.` }],
    };
  }
  const result = schema.safeParse(raw);
  if (result.success) return { value: result.data };
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = nodeAt(document.contents, path.slice(0, depth));
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const faults = result.error.issues.flatMap((issue) =>
    describe(issue, raw, schema).map((fault) => ({ file, line: lineOf(fault.at), ...fault })),
  );
  return { faults: faults.map(({ at, ...fault }) => fault).sort((a, b) => a.line - b.line) };
}

/** What the file says, or undefined if writing out its aliases would take the machine down. */
function written(toJS: () => unknown): unknown {
  try {
    return toJS() ?? {};
  } catch {
    return undefined;
  }
}

/** The node of a path; for its last step the key, which is where the eye should go. */
function nodeAt(root: Node | null, path: readonly PropertyKey[]): Node | null {
  let node: unknown = root;
  for (const [i, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (pair && i === path.length - 1 && isScalar(pair.key)) return pair.key;
      node = pair?.value;
    } else if (hasItems(node) && typeof step === 'number') node = node.items[step];
    else return null;
  }
  return isNode(node) ? node : null;
}

function hasItems(node: unknown): node is { items: unknown[] } {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);
}

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && 'range' in node;
}

interface Described {
  readonly at: readonly PropertyKey[];
  readonly path: string;
  readonly message: string;
}

function describe(issue: z.core.$ZodIssue, raw: unknown, schema: z.ZodType): Described[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      at: [...issue.path, key],
      path: [...issue.path, key].join('.'),
      message: `unknown field "${key}". Write one of ${fieldsAt(schema, issue.path).join(', ')}, or remove it.`,
    }));
  }
  const value = issue.path.reduce<unknown>(
    (at, step) => (isRecord(at) ? Reflect.get(at, step) : undefined),
    raw,
  );
  if (value === undefined && issue.code === 'invalid_type') {
    return [
      {
        at: issue.path.slice(0, -1),
        path,
        message: `is missing: write "${String(issue.path.at(-1))}: …" (${expected(issue)}).`,
      },
    ];
  }
  return [{ at: issue.path, path, message: `${show(value)} ${wrong(issue)}.` }];
}

/** The fields an object may have, by the schema's JSON form, which is the same for editors. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  for (const step of path) {
    const properties = isRecord(at) ? Reflect.get(at, 'properties') : undefined;
    at = isRecord(properties) ? Reflect.get(properties, step) : undefined;
  }
  const properties = isRecord(at) ? Reflect.get(at, 'properties') : undefined;
  return isRecord(properties) ? Object.keys(properties) : [];
}

function wrong(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `is not ${expected(issue)}`;
  if (issue.code === 'invalid_value') return `is not one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small') return `is too small or too short; at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `is too large or too long; at most ${issue.maximum}`;
  return issue.message;
}

function expected(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_type' ? `a ${issue.expected}` : issue.message;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
