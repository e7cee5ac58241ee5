/**
 * The divisions a region's name is made of, the widest first: 山东省青岛市 is 山东省, 青岛市.
 *
 * A name may hold the word of another rank: only an 自治州 ends in 州 (杭州市), 沙市区 is no 市, 市中区 begins with none.
 */
export function divisionsOf(region: string): string[] {
  return region.split(/(?<=[^省市区县盟旗][省市区县盟旗]|自治州)(?!$|区$|市$)/);
}
