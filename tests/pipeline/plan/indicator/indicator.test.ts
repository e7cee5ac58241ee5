import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../pipeline/plan/read-plan.ts';

/** The names of what a text of 2026 states, context apart. */
function names(text: string): string[] {
  return readPlan({ text, year: 2026 })
    .statements.filter(({ kind }) => kind !== 'context')
    .map(({ indicator }) => indicator);
}

describe('an indicator', () => {
  it.each([
    ['云川铁路完成货物发送量3000万吨。', ['云川铁路货物发送量']],
    ['该市累计完成水利投资86亿元。', ['水利投资']],
    ['公司计划总投资40亿元，比上年增长6%。', ['公司总投资', '公司总投资增速']],
    ['届时全市高铁里程将达300公里。', ['高铁里程']],
    ['“十四五”五年新增就业32万人。', ['新增就业']],
    ['三年累计实施技改项目800个。', ['技改项目']],
    ['市财政每年安排专项资金3亿元。', ['专项资金']],
  ])('is the thing, without who works at it how: %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    ['城乡居民人均可支配收入分别增长5%、6%。', ['城镇居民人均可支配收入增速', '农村居民人均可支配收入增速']],
    ['城乡低保标准分别提高6%和8%。', ['城镇低保标准增速', '农村低保标准增速']],
    ['城乡居民人均可支配收入增长6%。', ['城乡居民人均可支配收入增速']],
  ])('is dealt out where one word names two: %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    [
      '农村自来水普及率达到92%。到今年年底，这一比例将提高到95%以上。',
      ['农村自来水普及率', '农村自来水普及率'],
    ],
    ['一般公共预算收入500亿元，为预算的101%。', ['一般公共预算收入', '一般公共预算收入完成率']],
    ['城镇新增就业9万人，完成年度目标任务的106%。', ['城镇新增就业', '城镇新增就业完成率']],
    ['新增就业36万人，超额完成35万人的规划目标。', ['新增就业', '新增就业']],
    ['地区生产总值增长6%左右，力争达到6.5%。', ['地区生产总值增速', '地区生产总值增速']],
    ['城镇化率提高0.6个百分点，力争达到66%。', ['城镇化率提高', '城镇化率']],
    ['会议部署2026年工作，提出完成投资190亿元。', ['完成投资']],
    ['从今年起发行特别国债，专项用于水网建设，今年先发行300亿元。', ['特别国债']],
  ])('goes on where it is not said again: %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    ['村集体年收入20万元以上的村占比达到60%。', ['村集体年收入20万元以上的村占比']],
    ['为5000名残疾人提供上门护理服务。', ['残疾人上门护理服务']],
    ['贷款增速不低于各项贷款平均增速2个百分点。', ['贷款增速']],
    [
      '力争小微贷款余额达到700亿元，增速不低于各项贷款平均增速2个百分点。',
      ['小微贷款余额', '小微贷款余额增速'],
    ],
  ])('is told by all that its number is said of: %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});
