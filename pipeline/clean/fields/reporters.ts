import { simplify } from '../fold.ts';
import { type Line, partsOf } from '../tree/line.ts';
import type { Found } from './found.ts';
import { isOrganisation, isPersonName, SLASHED, withoutDates } from './read-names.ts';

/** One to four names: 石某 林某某, 石某、林某某. */
const NAMES = String.raw`[\p{Script=Han}·]{2,4}(?:[\s、][\p{Script=Han}·]{2,4}){0,3}`;
const OPEN = String.raw`^[【[(（〔□■●◎▲◆]?\s?`;
const CLOSE = String.raw`[】\])）〕]?$`;

const REPORT = '(?:报[导道]|编译|外电)';

/** How a line names who reported, in simplified characters; the group holds the names. */
const BY_JOB: readonly RegExp[] = [
  // 澎湃新闻记者 贺某某, 文/本报评论员 王某
  String.raw`(?:文[/／]?)?[\p{L}·]{0,16}?(?:记者|通讯员|评论员|专栏作者|特约作者|撰稿人)\s{0,2}[:：/]?\s{0,2}([\p{Script=Han}·\s、]{2,30})`,
  // 联合报 记者林某某／即时报导
  String.raw`[\p{L}\s/／]{0,14}记者\s?(${NAMES})\s?[/／][\p{Script=Han}\s、/／]{0,14}${REPORT}`,
  // 赵某 唐某某 文/图, 吕某、洪某/文
  String.raw`(${NAMES})\s?(?:[/／]\s?文(?:\s?[/／、]?\s?图)?|\s文\s?[/／、]?\s?图|\s图\s?[/／、]?\s?文)`,
  // 编辑 楼某某 报导, 记者 王某 云川报道
  String.raw`(?:记者|编辑|撰文|编译)\s{0,2}(${NAMES})\s{1,2}(?:\p{Script=Han}{2,6})?${REPORT}`,
].map(wholeLine);

/** The same, where only what they are built as tells names from columns: 首页/综合报道. */
const BY_REPORT: readonly RegExp[] = [
  // 陈某某／综合报导, 陈某某／编译
  String.raw`(${NAMES})\s?[/／][\p{Script=Han}\s、/／]{0,14}${REPORT}`,
  // 政治中心／王某某报导
  String.raw`\p{Script=Han}{2,4}(?:中心|组)\s?[/／]\s?([\p{Script=Han}·]{2,4}?)(?:综合|整理)?${REPORT}`,
  // 上报快讯／范姜某某
  String.raw`\p{Script=Han}{2,6}(?:快讯|新闻|中心|组|报|网|社)\s?[/／]\s?([\p{Script=Han}·]{2,4})`,
].map(wholeLine);

function wholeLine(form: string): RegExp {
  return new RegExp(OPEN + form + CLOSE, 'u');
}

const JOB = /者|员|員|人|[/／]|报|報|文/;

/** 澎湃新闻记者 贺某某; 石某/中国青年报; 【文/专栏作者 王某】; 编辑 楼某某 报导. */
export function reporter(lines: readonly Line[]): Found | null {
  for (const line of lines) {
    if (line.weight > 40 || line.stops > 0 || !JOB.test(line.text)) continue;
    const dateless = withoutDates(line.text)
      .replaceAll('\u0001', ' ')
      .replace(/\s来源.*$/, '')
      .trim();
    for (const text of new Set([line.text, dateless, ...partsOf(line)])) {
      const value = reporterIn(text);
      if (value !== '') return { value, found: 'line', line };
    }
  }
  return null;
}

/** Whether a line says which persons reported and nothing else, and not whose picture it is: 本报记者走进市场 is a heading. */
export function isReporterLine(line: Line): boolean {
  const names = line.weight <= 30 && !/[摄攝图圖]/.test(line.text) ? reporter([line])?.value : undefined;
  return (
    names !== undefined &&
    personsOnly(names)
      .split(/[\s、]+/)
      .every(isPersonName)
  );
}

/** The names as printed: simplifying changes characters one for one. */
function reporterIn(text: string): string {
  const simple = simplify(text);
  const named = (forms: readonly RegExp[]): string[] => forms.flatMap((form) => form.exec(simple)?.[1] ?? []);
  const isPersons = (names: string): boolean => names.split(/[\s、]+/).every(isPersonName);
  const mayBeNames = (names: string): boolean =>
    names
      .trim()
      .split(/[\s、]+/)
      .every(mayBeName);
  const [names] = [...named([...BY_JOB, SLASHED]).filter(mayBeNames), ...named(BY_REPORT).filter(isPersons)];
  if (names === undefined) return '';
  const at = simple.indexOf(names);
  return text.slice(at, at + names.length).trim();
}

/** Whether a piece behind 记者 may be a name, or says what else somebody did: 记者走进市场 tells where they went. */
function mayBeName(piece: string): boolean {
  return piece.length <= 3 || piece.includes('·') || isPersonName(piece) || WORK.test(piece);
}

const WORK = /实习|見習|见习|通讯|摄影|报[道导]|编辑|特约|文图|图文/;

/** 方 敏: a name of two characters, set as wide as one of three. */
const SPREAD = /(?<!\p{Script=Han})(\p{Script=Han})\s{1,2}(\p{Script=Han})(?!\p{Script=Han})/gu;

/** Where the persons of a byline end: before who helped, what else they did, where they wrote it. */
const OTHERS =
  /\s?(?:实习生|實習生|实习记者|實習記者|通讯员|通訊員|编辑|編輯)\s?|\s(?=摄影|攝影|摄$|报道|文\/?图|图\/)|\s?[/／](?=[\p{Script=Han}\s]{0,10}(?:报[道导]|報[道導]|编译|編譯))|_(?=\p{Script=Han}{2,4}$)/u;

const NAMED = /(?:[记記]者|作者|编译|編譯)\s{0,2}([\p{Script=Han}·\s]{2,30})$/u;

/** 南都见习记者 林某某 实习生 李某: the person, without the job, what else they did, and who helped. */
export function personsOnly(value: string): string {
  const [persons = value] = value.split(OTHERS).filter(Boolean);
  const named = persons
    .split('、')
    .map((person) => NAMED.exec(person)?.[1] ?? person)
    .join('、');
  const bare = named
    .replace(/(?<=.)[(（].*$/, '')
    .replace(SPREAD, '$1$2')
    .trim();
  // 信息科 莫某: who they work for stands before the name.
  const [first = '', ...others] = bare.split(/\s+/);
  const isEmployer = isOrganisation(first) || (!isPersonName(first) && others.every(isPersonName));
  return others.length > 0 && isEmployer ? others.join(' ') : bare;
}
