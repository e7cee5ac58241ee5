import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../pipeline/plan/read-plan.ts';

const read = (text: string) =>
  readPlan({ text, year: 2026, issuer: '澄溪区人民政府' }).statements.map(
    ({ kind, indicator, comparator, value, unit, deadline, quote }) =>
      `${kind} ${indicator} ${comparator} ${value} ${unit} ${deadline}: ${quote}`,
  );

describe('a table of tasks', () => {
  it.each(['\t', ' | '])(
    'states the goals of its goal column, of what the row is about, cells parted by %j',
    (bar) => {
      const table = [
        ['序号', '项目', '年度目标', '责任单位'],
        ['1', '社区菜市场', '新建8家，改造12家', '区商务局'],
        ['2', '公交站台座椅', '300处以上', '区交通局'],
        ['3', '家政服务', '开办门店6家，培训5000人次', '区人社局'],
        ['4', '夜间照明', '更换路灯1.2万盏', '区城管局'],
      ]
        .map((cells) => cells.join(bar))
        .join('\n');
      expect(read(`澄溪区2026年民生项目\n${table}`)).toEqual([
        'target 社区菜市场新建 = 8 家 2026: 新建8家',
        'target 社区菜市场改造 = 12 家 2026: 改造12家',
        'target 公交站台座椅 >= 300 处 2026: 300处以上',
        'target 开办门店 = 6 家 2026: 开办门店6家',
        'target 培训 = 5000 人次 2026: 培训5000人次',
        'target 更换路灯 = 12000 盏 2026: 更换路灯1.2万盏',
      ]);
    },
  );

  it('dates its goals by the heading of their column', () => {
    expect(read('任务\t2027年目标\n水库加固\t完成20座')).toEqual(['target 水库加固 = 20 座 2027: 完成20座']);
  });

  it('leaves tables without a column of goals alone', () => {
    expect(read('项目\t负责人\n新建学校\t王某带队的3人小组')).toEqual(
      read('项目\t负责人。\n新建学校\t王某带队的3人小组'),
    );
  });
});
