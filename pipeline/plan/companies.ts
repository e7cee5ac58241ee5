import type { NamedEntity } from './entity.ts';
import type { EntityDefault } from './entity-default.ts';
import { startsVerb } from './indicator/noun-lead.ts';

const NAME = '((?:(?![将和与及在为由对向了是已的等])[一-鿿]){2,14}(?:集团公司|集团|公司|电网|银行))';

/** A company as the subject of a sentence (云川水务集团今年将新建水厂), or one whose head speaks (…董事长李明表示). */
const COMPANY: RegExp = new RegExp(
  `^${NAME}(?:(?:今年|明年|20\\d\\d年|全年)?(?:还|也)?(?:计划|将|拟|预计|力争|完成|实现|发送|投资|累计)|(?:党[组委]书记|董事长|总经理|总裁)[^，]{0,16}(?:表示|强调|介绍|指出|透露|说|称)$)`,
);

/** An item under a company's name: 一、云川水务集团：. */
const HEADED: RegExp = new RegExp(`^(?:[一二三四五六七八九十]{1,3}|\\d{1,2})\\s*[、.]${NAME}$`);

/** What a company is called without what it is: 云川水务. */
export function coreOf(name: string): string {
  return name.replace(/(?:集团|有限|责任|股份|公司|总)+$/, '');
}

/** The company that a clause is about, where that is not the issuer. */
export function companyAt(words: string, own: EntityDefault): NamedEntity | null {
  const name = COMPANY.exec(words)?.[1];
  const core = coreOf(name ?? '');
  if (name === undefined || core.length < 2 || /企业$/.test(core) || startsVerb(name)) return null;
  const issuer = coreOf(own.name);
  // Of several who issue together each is one of its own.
  const isOwn = issuer !== '' && !issuer.includes('、') && (issuer.includes(core) || core.includes(issuer));
  return isOwn ? null : { entity: name, lasting: true };
}

/** The company that heads an item, or null. */
export function headedCompany(clause: string): string | null {
  const name = HEADED.exec(clause)?.[1];
  return name === undefined || startsVerb(name) ? null : name;
}
