/** How the names of bodies end; a person (市长), 企业 and 市场 are none. */
const BODY =
  /(?:[局委办部厅院会署处社团]|政府|中心|集团|公司|银行|单位|部门|街道|支队|总队|办公[厅室]|开发区|高新区|[区县市](?:级)?)$/;
/** Where a list of bodies is cut; 和 and 与 only behind a body, since 人力资源和社会保障局 is one. */
const CUT =
  /[、，；,;：:。（）\s]|(?<=[局委办部厅院会署处室心府])[和及与]|会同|牵头|负责(?:落实|实施)?|配合|按(?:照)?职责(?:分工)?|等(?=[（；，、]|$)|^由/;
/** What says that bodies are named: before the list, or behind it. */
const ROLE =
  /(?:责任|牵头|配合|承办|协办|主办|参与|完成)(?:单位|部门|处室|主体)|牵头|负责|按(?:照)?职责|配合/;
const ROLE_FIRST =
  /(?:责任|牵头|配合|承办|协办|主办|参与)(?:单位|部门|处室|主体)[:：]((?:[^（()）【】；;。\n]|（[^（）\n]{1,12}）){2,160})/g;
const LED = /(?:^|[，。；])由?([^（）；，。\n]{2,80}?)(?:牵头|负责)/g;
const BRACKET = /[（【［[(]([^（）【】［］[\]()\n]{2,160})[）】］\])]/g;
const TIME = /[前底内末]$|[月季年]/;

/** Units are named at the end of a sentence; looking for them further back would only cost time. */
const WITHIN = 400;

/** A line that names who is to do what was said before it: 责任单位：市住建局. */
export const NAMES_UNITS: RegExp =
  /^[（【［[(]?(?:责任|牵头|配合|承办|协办|主办|参与)(?:单位|部门|处室|主体)[:：]/;

/**
 * Who answers for a task, as named: 责任单位：…, （市发改委牵头，市财政局配合）, （市住建局、市城管局，6月底前完成）,
 * 由市住建局负责.
 */
export function unitsOf(sentence: string): string[] {
  const end = sentence.slice(-WITHIN);
  const told = [...end.matchAll(BRACKET)].map(([, inside = '']) => inside).filter(isOfBodies);
  const open = end.replace(BRACKET, '');
  const named = [...end.matchAll(ROLE_FIRST), ...open.matchAll(LED)].map(([, names = '']) => names);
  return [...new Set([...named, ...told].flatMap(bodiesIn))];
}

function bodiesIn(names: string): string[] {
  return names
    .split(CUT)
    .filter((name) => /^\p{Script=Han}{2,20}$/u.test(name) && BODY.test(name) && !ROLE.test(name));
}

/** A bracket that says who does it, or holds nothing but bodies and times; （一期） is neither. */
function isOfBodies(inside: string): boolean {
  if (ROLE.test(inside)) return true;
  const parts = inside.split(CUT).filter((part) => part !== '' && !TIME.test(part) && part !== '完成');
  return parts.length > 0 && parts.every((part) => part.length > 2 && BODY.test(part));
}
