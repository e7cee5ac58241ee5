import { divisionsOf } from '../../../core/region.ts';

/** A body below a government, by the shape of its name. Papers and portals are none, nor are offices that speak for a whole government or party. */
const DEPARTMENT = /^\p{Script=Han}{1,20}(?:局|厅|署|院|委|委员会|[^市省县区州盟旗政党]办|办公室|[^全]部)$/u;
const NONE = /报社|新闻|广播|电视|编辑|网信|政府办|[省市县区州盟旗党]委(?:员会)?(?:办|$)|人民代表大会|人大/;
/** What stands around the name on a site of its own. */
const OF_SITE = /(?:政府|门户|官方|信息公开|政务)*(?:网站?|平台|专栏)$/;

/** A department that a name of a site, a column or a source is; null for everything else. */
export function departmentIn(name: string): string | null {
  const bare = name.trim().replace(OF_SITE, '');
  return DEPARTMENT.test(bare) && !NONE.test(bare) ? bare : null;
}

/** 市教育局, but not 市场监管局 or 市政管理局. */
const RANK = /^(?:[省县区州盟旗]|市(?![场政容]))/;
/** A division stands before the body, or the body is the country's. 城市管理局 has none. */
const IN_FULL = /^国家|^中国|^全国|^.{1,12}?(?:[省县区州盟旗]|(?<!城)市(?![场政容]))/;

/**
 * The first department among some names, in full: 市教育局 and 教育局 are those of the region.
 *
 * @param names best first
 * @param region of the source, null for none
 */
export function departmentOf(names: readonly (string | null)[], region: string | null): string | null {
  const name = names.map((one) => one && departmentIn(one)).find((one) => one != null);
  const own = region === null ? undefined : divisionsOf(region).at(-1);
  if (name == null || own === undefined) return name ?? null;
  const rank = RANK.exec(name)?.[0];
  if (rank !== undefined) return own.endsWith(rank) ? own + name.slice(rank.length) : null;
  return IN_FULL.test(name) ? name : own + name;
}
