import { isMap, isScalar, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { describeIssue } from './describe-issue.ts';

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
  const broken = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    path: '',
    message: inWords(error),
  }));
  // A field that stands twice leaves the rest readable, and its faults are wanted too.
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { faults: broken };
  const raw = written(() => document.toJS({ maxAliasCount: MOST_ALIASES }));
  if (raw === undefined) {
    return {
      faults: [{ file, line: 1, path: '', message: `uses too many aliases (&, *). Write the values out.` }],
    };
  }
  const result = schema.safeParse(raw);
  if (result.success) return broken.length > 0 ? { faults: broken } : { value: result.data };
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = nodeAt(document.contents, path.slice(0, depth));
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const faults = result.error.issues
    .flatMap((issue) => describeIssue(issue, raw, schema))
    .map(({ at, path, message }) => ({ file, line: lineOf(at), path, message }));
  return { faults: [...broken, ...faults.sort((a, b) => a.line - b.line)] };
}

/** The faults of YAML whose own message would not help an operator. */
const YAML_FAULTS: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  DUPLICATE_KEY: 'the field stands here a second time: remove one of the two.',
  MULTIPLE_DOCS: 'a second document begins: remove the line "---", or make it a file of its own.',
  TAB_AS_INDENT: 'a tab: indent with spaces.',
};

function inWords({ code, message }: YAMLError): string {
  return YAML_FAULTS[code] ?? `not valid YAML: ${message}. Check indentation, colons and quotes here.`;
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
