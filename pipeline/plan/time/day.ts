/** The rule of what is expected of a day: news of the day, and nobody's plan. */
export const OF_A_DAY = 'forecast of a day';

const A_DAY =
  /^[^，记获]{0,10}(?:今[天日晚]|明[天日]|当[天日]|第[\d一二三四五六七]{1,2}[天日])(?:（[^（）]{1,10}）)?(?![^，]*(?:获悉|了解|介绍|消息|发布|举行|召开))/;

/** Whether a clause tells of one day: 今天（4月5日）, 客流量今天预计…; not 记者今天获悉. */
export function saysDay(clause: string): boolean {
  return A_DAY.test(clause);
}
