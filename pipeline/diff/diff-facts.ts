import type { Article, GovernmentFields } from '../../core/article.ts';
import type { FactChange } from '../../core/change.ts';
import { normalForm } from '../normal/normal-form.ts';
import { versionKey } from '../normal/version-key.ts';

/** What of an article its facts are read from. */
export type Facts = Pick<Article, 'fields' | 'found' | 'published'>;

/** Facts of such weight that a page which only changes one of them has changed: one version, one alert. */
const TOLD = ['validity', 'documentNumber'] as const;

/**
 * What a page says of its document beside the text, and says otherwise than before, in the order readers are told.
 *
 * What the page says for the first time or no longer says is no change: tables of fields come and go with templates and
 * with half-loaded pages. One thing is said by its mere appearance: that a document does not hold any more.
 */
export function diffFacts(before: Facts, after: Facts): FactChange[] {
  const { fields: old, found: was } = before;
  const { fields: now, found: is } = after;
  const changes: (FactChange | null)[] = [
    diffValidity(old.validity, now.validity),
    changed('documentNumber', old.documentNumber, now.documentNumber, numberKey),
    was.issuer === is.issuer ? changed('issuer', old.issuer, now.issuer, versionKey) : null,
    was.published === is.published ? changed('published', before.published, after.published, dayOf) : null,
  ];
  return changes.filter((change) => change !== null);
}

/** Whether a change is worth a version and an alert of its own, as docs/decisions/0022 explains. */
export function isTold({ field }: FactChange): boolean {
  return TOLD.some((told) => told === field);
}

/**
 * An article with those facts of the version before that its page leaves out, so that a stamp which a template lost
 * for a while is not told again when it comes back. `found` says that they are from before.
 *
 * @param only which of them; all if not given
 */
export function carryFacts<A extends Facts>(
  before: Facts,
  article: A,
  only: (field: (typeof TOLD)[number]) => boolean = () => true,
): A {
  const left = TOLD.filter((field) => before.fields[field] !== undefined && !saysOf(article, field));
  const carried = left.filter(only);
  if (carried.length === 0) return article;
  return {
    ...article,
    fields: { ...article.fields, ...pick(before.fields, carried) },
    found: { ...article.found, ...Object.fromEntries(carried.map((field) => [field, CARRIED])) },
  };
}

/** Whether a fact was taken over from an earlier version. */
export function isCarried({ found }: Facts, field: string): boolean {
  return found[field] === CARRIED;
}

/** One line for each fact that makes versions, equal exactly if the facts are. */
export function factKey({ fields }: Pick<Facts, 'fields'>): string {
  return `${standingOf(fields.validity) ?? ''}\n${numberKey(fields.documentNumber ?? '')}`;
}

const CARRIED = 'earlier';

function saysOf({ fields }: Facts, field: (typeof TOLD)[number]): boolean {
  return field === 'validity' ? standingOf(fields.validity) !== null : fields[field] !== undefined;
}

function pick(fields: GovernmentFields, names: readonly (keyof GovernmentFields)[]): GovernmentFields {
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}

function diffValidity(before: string | undefined, after: string | undefined): FactChange | null {
  const [was, is] = [standingOf(before), standingOf(after)];
  if (after === undefined || is === null || is === was) return null;
  if (before === undefined || was === null)
    return is === 'in force' ? null : { field: 'validity', before: null, after: shown(after) };
  return { field: 'validity', before: shown(before), after: shown(after) };
}

function changed(
  field: FactChange['field'],
  before: string | null | undefined,
  after: string | null | undefined,
  keyOf: (value: string) => string,
): FactChange | null {
  if (before == null || after == null || keyOf(before) === keyOf(after)) return null;
  return { field, before, after };
}

/** How pages say whether a document holds, the more particular first; traditional characters are simplified before. */
const STANDINGS: readonly (readonly [RegExp, string | null])[] = [
  // 尚未生效, 未明确
  [/未/, null],
  [/部分/, 'in part'],
  [/废止|废除|撤销/, 'repealed'],
  [/失效|无效|过期|停止执行|^否$/, 'lapsed'],
  [/修改|修订|修正/, 'amended'],
  [/有效|生效|^是$/, 'in force'],
];

/** What a printed validity comes to; null where nothing can be told from it. */
function standingOf(validity: string | undefined): string | null {
  if (validity === undefined) return null;
  const text = normalForm(validity).text;
  return STANDINGS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** 是否有效：否 as it is meant. */
function shown(validity: string): string {
  return validity === '是' ? '有效' : validity === '否' ? '失效' : validity;
}

/** 〔2026〕 and [2026] are brackets of one kind. */
function numberKey(number: string): string {
  return versionKey(number).replace(/[^\p{L}\p{N}]/gu, '');
}

function dayOf(date: string): string {
  return date.slice(0, 10);
}
