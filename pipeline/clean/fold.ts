/** Traditional forms of the characters the phrase grammar uses. The whole mapping is pipeline/normal's business. */
const SIMPLER = new Map(
  Array.from(
    '來来責责編编輯辑發发佈布時时間间點点擊击瀏浏覽览閱阅讀读數数評评論论關关聞闻鏈链鍵键詞词標标題题網网頁页為为猜猜歡欢薦荐熱热門门條条們们聲声權权轉转載载請请註注處处導导報报東东個个還还沒没說说聯联繫系電电話话傳传真真郵邮碼码備备號号機机關关稱称資资訊讯視视頻频圖图製制審审簽签執执對对簡简體体貼贴紅红錄录註注冊册於于動动態态專专業业務务員员產产開开閉闭後后這这從从與与華华實实驗验證证級级長长張张參参會会過过進进種种樣样應应該该當当並并將将總总終终復复徵征見见讓让誰谁麼么嗎吗裡里裏里國国聽听觀观線线終终選选擇择頂顶顯显廣广滾滚舉举糾纠錯错訂订購购買买賣卖價价專专欄栏頻频記记者者獨独家家據据僅仅屬属場场無无關关'.match(
      /../gu,
    ) ?? [],
    (pair): [string, string] => [pair.charAt(0), pair.charAt(1)],
  ),
);

const PINYIN = /[(（][a-zà-ǜ]{1,6}[)）]/giu;
const WIDE = /[^\0-\u00ff]/;

/**
 * A short line as the phrase grammar reads it: full-width signs narrowed, traditional characters simplified, pinyin
 * in brackets and all white space gone, lower case. `責任編輯：张(zhāng)三` becomes `责任编辑:张三`.
 */
export function fold(text: string): string {
  if (!WIDE.test(text)) return text.toLowerCase();
  const narrow = text.normalize('NFKC').replace(PINYIN, '').replace(/\s+/g, '').toLowerCase();
  let folded = '';
  for (const char of narrow) folded += SIMPLER.get(char) ?? char;
  return folded;
}

/** Only letters and digits, folded: what two printings of one title have in common. */
export function bare(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}
