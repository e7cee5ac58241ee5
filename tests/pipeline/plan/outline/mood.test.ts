import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../pipeline/plan/read-plan.ts';

function kinds(text: string): string {
  return readPlan({ text, year: 2026, issuer: '云川市' })
    .statements.filter(({ kind }) => kind !== 'context')
    .map(({ kind }) => (kind === 'target' ? 'T' : 'A'))
    .join('');
}

const TASKS = [
  '提高供水保障水平。健全用水服务机制，新增供水人口3万人。加强水源地保护，推进取水口规范化管理。',
  '**改善用水条件。**改造老旧管网300公里，为2万户家庭更换水表。落实水价调节机制，减轻困难家庭负担。',
  '完善排水体系，推进泵站建设，新建泵站6座以上。',
  '全面实施水质提升工程，90%的水厂完成深度处理改造。',
].join('\n');

describe('a text that no title and no heading calls a plan', () => {
  it('is a piece of one where its sentences begin with what is to be done', () => {
    expect(kinds(TASKS)).toBe('TTTTT');
  });

  it('may begin with a series of goals', () => {
    expect(kinds(`今年的预期目标是：供水量增长9%左右；漏损率控制在8%以内；水价保持稳定。\n${TASKS}`)).toBe(
      'TTTTTTT',
    );
  });

  it('does not say for how long it is, so that a time it names holds until another is named', () => {
    const text = `到2030年，供水能力达到9亿吨。漏损率降至8%。\n${TASKS}`;
    const { statements } = readPlan({ text, year: 2026, issuer: '云川市' });
    expect(statements.slice(0, 3).map(({ deadline }) => deadline)).toEqual([2030, 2030, 2026]);
  });

  it('is none where its sentences say what has come of it', () => {
    const review = [
      '持续改善用水条件，供水人口新增3万人。水质达标率提升6个百分点。',
      '推进排水体系建设，新建泵站6座。城区积水点全部消除，改造任务已提前完成。',
      '实施水质提升工程。90%的水厂完成深度处理改造，水质居全省首位。群众满意度达到98%。',
    ].join('\n');
    expect(kinds(review)).not.toContain('T');
  });

  it('is none where news tells of it', () => {
    expect(kinds(`记者从市水务局了解到，全市供水工作有序推进。\n${TASKS}`)).not.toBe('TTTTT');
  });

  it('may speak of what people live on: 来源 alone is no word of news', () => {
    expect(kinds(`多渠道拓宽农户收入来源，推进节水增收。\n${TASKS}`)).toBe('TTTTT');
  });

  it('is none where it is a list of captions', () => {
    expect(kinds('新建学校6所\n扩建学校8所\n增加学位900个\n新建食堂2座\n改造宿舍5栋\n新增床位90张')).toBe(
      'TAAAAA',
    );
  });
});

const REVIEW = [
  '供水服务成效明显。设立2000万元节水资金，新增用水大户35家，建成南湖水厂，预计全市供水总量96亿立方米左右、增长3%左右。全年招引节水项目26个。北山水厂一期建成投用，顺利通过省级验收。',
  '深化节水改革，办理用水事项3183件，群众满意率100%；开展送水下乡活动，解决1.4万人用水难题。用水户突破50万户，是2018年的2倍多。',
  '坚定做强水务，工业节水投资增长19.7%，省级节水企业达到17家。谋划实施东城水库等项目，预计水务投资增长30%左右。南湖水厂成功入选全国示范，创历史新高。',
  '推动水价回暖，在全省率先出台惠企政策，首家节水基金落地。老城管网改造进展顺利，漏损率明显下降，获得省政府表彰。',
  '水质取得新成效，优良水体比例提高2.3个百分点，黑臭水体全部消除，群众反映强烈的问题得到解决。',
].join('\n');

describe('a text that no heading calls a review', () => {
  it('is one where its sentences tell what has come of things: there 预计 plans nothing', () => {
    expect(kinds(REVIEW)).not.toContain('T');
  });

  it('may turn to the plans within: what stands behind is planned', () => {
    const read = kinds(`${REVIEW}\n${TASKS}`);
    expect(read.slice(0, kinds(REVIEW).length)).not.toContain('T');
    expect(read.slice(kinds(REVIEW).length)).toBe('TTTTT');
  });
});

describe('a list of deeds', () => {
  it('is planned where most sentences begin with a verb and none says that it is done', () => {
    const deeds =
      '（1）开展供水技能培训2万人次，安置困难职工400人。（2）新建改扩建水厂9所；推进水质在线监测全覆盖。（3）打通断头管10条，新增加压站20座。（4）实施管网防护工程330公里。（5）建成12个乡镇应急供水站。（6）建设智能水表示范点200个，投放直饮水机100组。（7）对120户困难家庭开展用水设施改造。（8）改造提升泵站1座。';
    expect(kinds(deeds)).not.toContain('A');
  });
});

it('headings that sound like tasks head none where the sentences under them are about who did what', () => {
  const text = [
    '市里推出一批供水服务的典型做法，供各地学习。',
    '一、覆盖全面，突出重点。',
    '城东区水务局创新服务机制，申请材料减少70%。城西区水务局搭建平台，办理时间压缩6天。',
    '二、协同联动，合力攻坚。',
    '城南区实行一窗受理，用户满意度提升至96%。城北区的水厂实现远程值守，停水时间下降40%。',
    '三、推进改革，惠及用户。',
    '老城区的用水报装由多个部门联办，环节压减6个。新城区的水表全部换成智能水表，漏损率降至8%。',
  ].join('\n');
  expect(kinds(text)).toBe('AAAAA');
});
