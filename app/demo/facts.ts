import { cityAFacts } from './facts/city-a.ts';
import { cityADigitalFacts } from './facts/city-a-digital.ts';
import { cityBFacts } from './facts/city-b.ts';
import { target } from './facts/fact.ts';
import { provinceFacts } from './facts/province.ts';
import { provincePlanFacts } from './facts/province-plan.ts';

/**
 * What the demo is built to show, by plan. The plans state more targets than these.
 *
 * `edited` is the target whose number the publisher changes in year two on year one's page, under the old date;
 * `removed` the page it takes down.
 */
export const demoFacts = {
  plans: [provinceFacts, provincePlanFacts, cityAFacts, cityADigitalFacts, cityBFacts],
  edited: {
    path: cityAFacts.before,
    indicator: '农村公路',
    from: target('新改建农村公路320公里', '=', 320, '公里'),
    to: target('新改建农村公路280公里', '=', 280, '公里'),
  },
  removed: '/gov/province/zwgk/202508/t20250815_1033.html',
} as const;
