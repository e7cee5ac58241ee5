/** What is compared of a text beside its likeness, in normal form. */
export interface CopyText {
  readonly title: string;
  readonly text: string;
}

/** Share of the clauses that a copy may say with other numbers; one it may: somebody's slip of the pen is an edit. */
const ALTERED = 0.15;
/** A place that is named so often on one side only was put in the place of another. */
const OFTEN = 3;

/**
 * Whether two texts that are alike are one text, and not two of one form: notices that differ in their numbers, plans of two
 * places that differ in the name. Edits of such a one would else be told of neither.
 *
 * What only one side has is no sign: copies are cut, and get leads and credits. What counts is where both say the same
 * with other numbers, or of another place.
 *
 * @param together whether one publisher has both: its two notices of one form differ in a number, a copy it keeps of its own
 *   page does not
 */
export function isSameText(a: CopyText, b: CopyText, together: boolean): boolean {
  return (
    haveSameNumbers(a, b, together) && !areOfTwoPlaces(a.title, b.title) && !hasSwappedPlace(a.text, b.text)
  );
}

function haveSameNumbers(a: CopyText, b: CopyText, together: boolean): boolean {
  const [ours, theirs] = [clausesOf(a), clausesOf(b)];
  let shared = 0;
  let altered = 0;
  for (const [form, own] of ours) {
    const other = theirs.get(form);
    if (other === undefined) continue;
    shared++;
    if (!own.isSubsetOf(other) && !other.isSubsetOf(own)) altered++;
  }
  return altered <= (together ? 0 : Math.max(1, ALTERED * shared));
}

/** Shorter clauses say of different things that they are 5%. */
const SHORTEST = 5;

/** Clauses with numbers, and rows of tables: what each says, by what it says when all numbers are alike. */
function clausesOf({ title, text }: CopyText): Map<string, Set<string>> {
  const said = new Map<string, Set<string>>();
  for (const clause of [title, ...text.split(/[，。；：！？\n]/)]) {
    const form = clause.replace(/\d[\d.,]*/g, '#');
    if (form === clause || form.length < SHORTEST) continue;
    const known = said.get(form);
    if (known === undefined) said.set(form, new Set([clause]));
    else known.add(clause);
  }
  return said;
}

const PLACE = /^[\d年关于印发《“\s]*(\p{Script=Han}{2,8}?[省市县区州盟旗镇乡])/u;

/** Whether each title begins with a place's name, and not with the same: 山东省青岛市 and 青岛市 are. */
function areOfTwoPlaces(a: string, b: string): boolean {
  const [ours, theirs] = [PLACE.exec(a)?.[1], PLACE.exec(b)?.[1]];
  if (ours === undefined || theirs === undefined) return false;
  return !a.includes(theirs) && !b.includes(ours);
}

/** Whether one text names a place as often as the other names one that it does not know. */
function hasSwappedPlace(a: string, b: string): boolean {
  const [ours, theirs] = [namesIn(a), namesIn(b)];
  const lost = onlyIn(ours, b);
  return lost.length > 0 && onlyIn(theirs, a).some((count) => lost.some((other) => areAlike(count, other)));
}

function areAlike(count: number, other: number): boolean {
  return count <= 2 * other && other <= 2 * count;
}

function onlyIn(names: ReadonlyMap<string, number>, other: string): number[] {
  return [...names].flatMap(([name, count]) => (count >= OFTEN && !other.includes(name) ? count : []));
}

/** The two characters before the rank of a place, and how often they stand there. Who takes over 我市 writes 全市. */
function namesIn(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [name] of text.matchAll(/[\u4e00-\u9fff]{2}(?=[省市县区州盟旗镇乡])/g))
    if (!SPEAKER.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const SPEAKER = /[我本该各全其]/;
