import type { Statement, StatementKind } from '../../../core/plan.ts';
import { areOpposed, basisOf } from './basis.ts';
import { type Facet, facetOf } from './facet.ts';

/** Ten times what the longest five-year plan states; a page with more is a table, and what follows is left out. */
const MAX_FACETS = 3000;
/** Repeats included. Making a facet costs some microseconds, and hostile pages repeat themselves without end. */
const MAX_READ = 10_000;
/** So many statements of one amount are looked through for one that says the same. */
const MAX_EQUAL = 20;

/**
 * One facet for each thing said. Statements that agree in everything but wording are one said again, and so are
 * equal amounts of which one's name only narrows the other's (160项重大项目, 160项市区重大项目). Equal percentages prove
 * nothing: every second indicator grows by 5%.
 *
 * @param year the plan's own, to which deadlines are related; null if unknown
 * @returns first mentions, in document order
 */
export function distinctFacets(
  statements: readonly Statement[],
  kind: StatementKind,
  year: number | null,
): Facet[] {
  const distinct = new Map<string, Facet>();
  const amounts = new Map<string, Facet[]>();
  const read = statements.filter((s) => s.kind === kind).slice(0, MAX_READ);
  for (const { statement, place } of placed(read)) {
    if (distinct.size === MAX_FACETS) break;
    const facet = facetOf(statement, year, place);
    const said = amounts.get(amountOf(statement)) ?? [];
    if (distinct.has(identityOf(facet)) || said.some((earlier) => narrows(facet, earlier))) continue;
    distinct.set(identityOf(facet), facet);
    if (facet.measure !== 'percent' && said.length < MAX_EQUAL)
      amounts.set(amountOf(statement), [...said, facet]);
  }
  return [...distinct.values()];
}

/** Each statement with its place among those that one clause says of one name. */
function placed(
  statements: readonly Statement[],
): { readonly statement: Statement; readonly place: number }[] {
  const seen = new Map<string, number>();
  return statements.map((statement) => {
    const clause = `${statement.start}|${statement.indicator}|${statement.deadline}`;
    const place = seen.get(clause) ?? 0;
    seen.set(clause, place + 1);
    return { statement, place };
  });
}

/**
 * What makes two statements one said twice: thing, entity, number and year. Bounds come and go (6%左右 in the overview,
 * 6% in its section), and how a standing target is worded (经济增长预期目标6%) decides nothing either.
 */
export function identityOf({ name, entity, measure, within, statement: s }: Facet): string {
  const standing = name.standing?.id;
  const wording = standing === undefined && measure === 'percent' ? [s.metric, s.direction] : [];
  return [standing ?? name.head, entity, within, s.value, s.value2, s.unit, s.deadline, ...wording].join('|');
}

function amountOf(s: Statement): string {
  return [s.value, s.value2, s.unit, s.metric, s.direction, s.deadline].join('|');
}

function narrows(a: Facet, b: Facet): boolean {
  if (a.entity !== b.entity || a.name.standing !== b.name.standing) return false;
  if (a.within !== null && b.within !== null && a.within !== b.within) return false;
  const [x, y] = [a.name.head, b.name.head];
  if (Math.min(x.length, y.length) < 3 || !(x.endsWith(y) || y.endsWith(x))) return false;
  // 新增企业200家 and 数字企业突破200家 are as many by chance.
  return !areOpposed(basisOf(a.statement), basisOf(b.statement));
}
