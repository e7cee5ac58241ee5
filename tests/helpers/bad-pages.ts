/** Pages for {@link startBadServer}: one good article and the pages that stand in its place when a site will not give it. */

export const goodPage = `<!doctype html><html><head><meta charset="utf-8"><title>望潮港开通新航线_望潮市人民政府</title></head><body>
<div class="nav"><a href="/">首页</a></div><h1>望潮港开通新航线</h1><div class="info">发布时间：2025-03-06 14:20　来源：望潮市人民政府</div>
<div class="content"><p>3月5日，满载八百余标箱货物的货轮从望潮港二期码头驶离，标志着望潮港至东南亚又一条直航航线正式开通。</p>
<p>新航线每周一班，航程较中转缩短四天，主要服务家电、轮胎和水产品出口，沿线企业的物流成本随之下降。</p>
<p>港口方面表示，将继续完善集疏运体系，为腹地企业提供更加稳定的海运服务。</p></div></body></html>`;

function shortPage(title: string, body: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
}

/** What many sites answer, with status 200, for a page they have taken down. */
export const softMissingPage = shortPage(
  '提示信息',
  '<div class="tip"><h2>抱歉，您访问的页面不存在或已被删除</h2><p><span>5</span>秒后自动返回 <a href="/">网站首页</a></p></div>',
);

export const loginPage = shortPage(
  '用户登录',
  '<form action="/login" method="post"><h3>统一身份认证</h3><label>用户名 <input name="user"></label><label>密码 <input type="password" name="pass"></label><label>验证码 <input name="code"></label><button>登录</button></form><a href="/forgot">忘记密码</a>',
);

export const maintenancePage = shortPage(
  '系统维护中',
  '<h1>网站系统升级维护公告</h1><p>为提升服务质量，本网站正在进行系统升级，维护期间暂停访问，给您带来的不便敬请谅解。</p>',
);

/** A firewall's challenge: nothing to read, a cookie to be worked out by script, and a reload. */
export const challengePage =
  '<html><head><script>document.cookie="__jsl_clearance_s="+[1,7,3].map(function(n){return(n*31).toString(36)}).join("|")+";path=/";location.href=location.pathname+location.search</script></head><body></body></html>';

/** A list page of links, with 下一页 where there is a next page. */
export function listPage(links: readonly string[], next: string): string {
  const items = links.map(
    (href, index) => `<li><a href="${href}">第${index + 1}条要闻：港口建设稳步推进</a></li>`,
  );
  return shortPage('要闻列表', `<ul class="list">${items.join('')}</ul><a href="${next}">下一页</a>`);
}
