import { describe, expect, it } from 'vitest';
import { compareTargets } from '../../../../pipeline/compare/compare-targets.ts';
import { readPlan } from '../../../../pipeline/plan/read-plan.ts';

/** What became of each number of a plan's tasks in the next year's: `raised 5 -> 6`. */
function told(before: string, after: string): string[] {
  const plan = (tasks: string, year: number) =>
    readPlan({ text: `二、${year}年工作安排\n（一）扩大有效投资。\n${tasks}`, year });
  return compareTargets(plan(before, 2030), plan(after, 2031)).map(
    (c) => `${c.change} ${c.before?.value ?? '·'} -> ${c.after?.value ?? '·'}`,
  );
}

describe('projects of two years', () => {
  it('go with those that are as far, and so do the sums spent on them', () => {
    expect(
      told(
        '强力推进重点项目。安排重点项目90个、年度投资21亿元，确保年度投资6亿元的20个项目建成投产、年度投资11亿元的41个项目加快建设、年度投资4亿元的29个项目动工建设。',
        '强力推进重点项目。狠抓总投资300亿元的85个市重点项目，确保完成22亿元的年度目标任务。力促年度投资5亿元的18个项目建成投产、年度投资12亿元的39个续建项目加快建设、年度投资3亿元的28个新开工项目动工建设。',
      ),
    ).toEqual([
      'new · -> 30000000000',
      'lowered 90 -> 85',
      'raised 2100000000 -> 2200000000',
      'lowered 600000000 -> 500000000',
      'lowered 20 -> 18',
      'raised 1100000000 -> 1200000000',
      'lowered 41 -> 39',
      'lowered 400000000 -> 300000000',
      'lowered 29 -> 28',
    ]);
  });

  it('are known by what they are of where they are named otherwise each year', () => {
    expect(
      told(
        '加快52个重点交通项目建设，力争青平线扩建等26个项目建成，平江大桥、云川站等10个项目加快建设。',
        '推进38个重点交通项目建设。推动青平线二期等7个项目建成，确保平江大桥、环城路等9个续建项目按时序推进。',
      ),
    ).toEqual(['lowered 52 -> 38', 'lowered 26 -> 7', 'lowered 10 -> 9']);
  });

  it('that are signed are none that are begun or finished, and cost all that they ever will', () => {
    expect(
      told(
        '新开工亿元以上重点项目300个以上、竣工150个以上，完成投资190亿元以上。',
        '力争新签约亿元以上项目400个、总投资200亿元以上。',
      ).map((change) => change.split(' ')[0]),
    ).toEqual(['new', 'new', 'dropped', 'dropped', 'dropped']);
  });

  it('are spent on from year to year under whatever list they stand, but not under that of another rank', () => {
    const spent = (whose: string, value: number) => `安排${whose}60个，全年完成投资${value}亿元。`;
    expect(told(spent('正式项目', 20), spent('重大工程', 22))).toContain('rescoped 2000000000 -> 2200000000');
    expect(told(spent('省重点项目', 20), spent('市重大项目', 22))).toContain('dropped 2000000000 -> ·');
    expect(told('正式项目全年完成投资20亿元。', '重大工程全年完成投资90亿元。')).toHaveLength(2);
  });
});

describe('lists of projects', () => {
  it('go with lists as far, whoever is named in them, and all projects with all', () => {
    expect(
      told(
        '实施重点项目103个，加强要素保障，确保云川产业园、平江合金等29个项目尽快开工，全力加快环湖盐厂、东山重科等42个项目建设。',
        '实施重点项目146个。完善推进机制，推动北山纸厂等38个项目尽快开工，云川智造等64个项目加快建设。',
      ),
    ).toEqual(['raised 103 -> 146', 'raised 29 -> 38', 'raised 42 -> 64']);
  });

  it('of several fields are not taken for each other', () => {
    expect(
      told(
        '推进水利建设，加快甲水库、乙泵站等12个项目建设。推进学校建设，加快丙小学等15个项目建设。',
        '推进学校建设，加快丁中学等16个项目建设。',
      ),
    ).toEqual(['raised 15 -> 16', 'dropped 12 -> ·']);
  });
});

describe('things of one kind', () => {
  it.each([
    [
      'of another grade are others',
      '建成3个5A级景区。',
      '争创3个3A级景区。',
      ['new · -> 3', 'dropped 3 -> ·'],
    ],
    [
      'go with those of their grade, which the last of a list names',
      '建成6个110千伏和1个330千伏变电站。',
      '建成2个110千伏变电站。',
      ['lowered 6 -> 2', 'dropped 1 -> ·'],
    ],
    [
      'that join and all there are may be as many by chance',
      '数字企业突破200家，新增企业200家。',
      '数字企业突破300家，新增企业250家。',
      ['raised 200 -> 300', 'raised 200 -> 250'],
    ],
    [
      'are told by what their short name stands for',
      '新认证“三品一标”农产品50个。',
      '新认证绿色食品、有机农产品、农产品地理标志30个。',
      ['rescoped 50 -> 30'],
    ],
    ['have other names', '改造农厕4.5万户。', '改造户厕4万户。', ['lowered 45000 -> 40000']],
  ])('%s', (_, before, after, changes) => {
    expect(told(before, after)).toEqual(changes);
  });
});

describe('one measure that is told otherwise', () => {
  it.each([
    [
      'for town and country together',
      '城乡居民人均可支配收入分别增长6%和7%。',
      '城乡常住居民人均可支配收入均增长8%。',
      ['raised 6 -> 8', 'raised 7 -> 8'],
    ],
    [
      'by how far it is to be ahead',
      '城镇新增就业3万人，失业率5.5%，农村居民收入增长高于全省0.5个百分点。',
      '城镇新增就业3万人，失业率5.5%，农村居民收入增长8%。',
      ['same 30000 -> 30000', 'same 5.5 -> 5.5', 'rescoped 0.5 -> 8'],
    ],
    [
      'as a share of all investment',
      '实现产业投资占比达20%。',
      '完成产业投资40亿元以上、占全部投资比重达50%。',
      ['new · -> 4000000000', 'raised 20 -> 50'],
    ],
    ['in another order', '新建30处农村安全饮水工程。', '新建农村饮水安全工程20处。', ['lowered 30 -> 20']],
  ])('%s', (_, before, after, changes) => {
    expect(told(before, after)).toEqual(changes);
  });
});

describe('what was one and is told in parts', () => {
  it.each([
    ['新改扩建技校、苗圃38所。', '新改扩建技校23所、苗圃14所。', ['rescoped 38 -> 23', 'new · -> 14']],
    [
      '新增松林和退化湿地修复面积50万亩。',
      '完成湿地修复12万亩，松林31万亩。',
      ['new · -> 120000', 'rescoped 500000 -> 310000'],
    ],
    ['新改扩建技校23所、苗圃14所。', '新改扩建技校、苗圃38所。', ['rescoped 23 -> 38', 'dropped 14 -> ·']],
    ['新改扩建技校、苗圃38所。', '新改扩建苗圃14所。', ['rescoped 38 -> 14']],
    ['公办、民办技校40所。', '公办技校25所，民办技校12所。', ['rescoped 40 -> 25', 'new · -> 12']],
    ['建设水库、泵站30座。', '新建泵站12座。', ['rescoped 30 -> 12']],
    [
      '全体居民人均可支配收入增长8.5%左右。',
      '城镇居民人均可支配收入增长8%左右，农村居民人均可支配收入增长8.5%左右。',
      ['rescoped 8.5 -> 8', 'new · -> 8.5'],
    ],
  ])('goes with the first of them: %s', (before, after, changes) => {
    expect(told(before, after)).toEqual(changes);
  });
});

describe('unlike numbers of like names', () => {
  it.each([
    ['开展义诊30场。', '建成义诊服务点30个。'],
    ['建成早教指导站15个。', '开展早教指导服务活动12次。'],
    ['新组建公办技校教育集团25个。', '新改扩建技校50所以上。'],
    ['新增床位650张。', '医疗机构千人均床位数达到6.2张。'],
  ])('are no pair: %s', (before, after) => {
    expect(told(before, after).map((change) => change.split(' ')[0])).toEqual(['new', 'dropped']);
  });

  it.each([
    [
      '实施总投资24亿元的15个医院项目。',
      '抓好总投资48亿元的21个医疗项目。',
      ['raised 2400000000 -> 4800000000', 'raised 15 -> 21'],
    ],
    ['实施补贴性培训2.5万人次。', '开展补贴性职业技能培训2.5万人次。', ['same 25000 -> 25000']],
    ['万人有效发明专利拥有量达到8件。', '每万人口发明专利拥有量达到9件。', ['rescoped 8 -> 9']],
    ['医疗床位数达到6张。', '千人医疗床位数达到7张。', ['raised 6 -> 7']],
    ['组织百名专家下乡100人次。', '组织专家下乡120人次。', ['raised 100 -> 120']],
    ['解决1200户家庭安居问题。', '解决1000户低收入户安居问题。', ['lowered 1200 -> 1000']],
    ['将新农保基础养老金提高到120元。', '将城乡居民基础养老金提高到140元。', ['rescoped 120 -> 140']],
  ])('and of one thing by other names are one: %s', (before, after, changes) => {
    expect(told(before, after)).toEqual(changes);
  });
});
