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

  it('is none where it is a list of captions', () => {
    expect(kinds('新建学校6所\n扩建学校8所\n增加学位900个\n新建食堂2座\n改造宿舍5栋\n新增床位90张')).toBe(
      'TAAAAA',
    );
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
