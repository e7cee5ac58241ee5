import { z } from 'zod';

/** One fault of a value, in words for the person who wrote it. */
export interface DescribedIssue {
  /** Whose line is shown: the field, or what it is missing from. */
  readonly at: readonly PropertyKey[];
  readonly path: string;
  readonly message: string;
}

/**
 * Say what is wrong with a value and what to write instead.
 *
 * @param raw what the file says
 * @param schema what it should say, for the names of the fields there are
 * @returns one fault an unknown field, else one
 */
export function describeIssue(issue: z.core.$ZodIssue, raw: unknown, schema: z.ZodType): DescribedIssue[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      at: [...issue.path, key],
      path: [...issue.path, key].join('.'),
      message: `unknown field "${key}". Write one of ${fieldsAt(schema, issue.path).join(', ')}, or remove it.`,
    }));
  }
  const value = valueAt(raw, issue.path);
  if (value !== undefined)
    return [{ at: issue.path, path, message: `${show(value)} ${wrong(issue, value)}.` }];
  const name = String(issue.path.at(-1));
  const hint = issue.code === 'custom' ? issue.message : `write "${name}: …" (${wanted(issue)})`;
  return [{ at: issue.path.slice(0, -1), path, message: `is missing: ${hint}.` }];
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, step) => (isRecord(at) ? Reflect.get(at, step) : undefined), raw);
}

/** The fields an object may have, by the schema's JSON form, which is the same for editors. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  for (const step of path) {
    at = typeof step === 'number' ? fieldOf(at, 'items') : fieldOf(fieldOf(at, 'properties'), step);
  }
  const properties = fieldOf(at, 'properties');
  return isRecord(properties) ? Object.keys(properties) : [];
}

function fieldOf(value: unknown, name: PropertyKey): unknown {
  return isRecord(value) ? Reflect.get(value, name) : undefined;
}

/** What is said of a value of the wrong type, and of a field that is missing. */
const TYPES: Readonly<Record<string, readonly [wrong: string, wanted: string]>> = {
  object: ['is not a group of fields: write them below it, indented, or remove it', 'a group of fields'],
  string: ['is not text: write it in quotes', 'text'],
  boolean: ['is neither true nor false', 'true or false'],
  int: ['is not a whole number', 'a whole number'],
  number: ['is not a number: write digits alone', 'a number'],
};

function wrong(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'array'
        ? `is not a list: write [${show(value)}]`
        : (TYPES[issue.expected]?.[0] ?? `is not a ${issue.expected}`);
    case 'invalid_value':
      return `is not one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      if (issue.origin === 'string') return 'is empty: write something';
      return issue.origin === 'array'
        ? 'is empty: write at least one'
        : `is too small: write at least ${issue.minimum}`;
    case 'too_big':
      return `is too large: write at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code !== 'invalid_type') return issue.message;
  return issue.expected === 'array' ? 'a list' : (TYPES[issue.expected]?.[1] ?? issue.expected);
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
