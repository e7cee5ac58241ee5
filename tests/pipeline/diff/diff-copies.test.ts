import { Converter } from 'opencc-js';
import { expect, it } from 'vitest';
import { diffCopies } from '../../../pipeline/diff/diff-copies.ts';

it('shows of a mirror in another script, with pinyin and other quotes, the one number that it changed', () => {
  const lines = (jobs: number) => [
    '会议强调，要着眼全局，落实“三个一”计划，做好干部工作。',
    `新增就业${jobs}万人以上。`,
    '各部门要及时答复群众。',
  ];
  const mirror = Converter({ from: 'cn', to: 'tw' })(lines(16).join('\n')).replace('三個一', '三(sān)個一');
  const changed = diffCopies(lines(15).join('\n'), mirror).filter(({ kind }) => kind !== 'same');
  expect(changed).toHaveLength(1);
  expect(changed[0]?.parts.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual([
    '15万人以上',
    '16万人以上',
  ]);
});
