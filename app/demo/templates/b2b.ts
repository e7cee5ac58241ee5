import { type ArticleView, dayOf, each, escapeHtml, type ListView, type SiteTemplate } from './template.ts';

/** A trade portal: GBK, one block of text broken by `<br>`, slogans above, rankings beside, a disclaimer below. */
export const b2bTemplate: SiteTemplate = {
  charset: 'gbk',
  contentType: 'text/html;charset=gbk',
  list: (view) => page('行业资讯', '', view.home, listBody(view)),
  article: (view) =>
    page(`${escapeHtml(view.entry.title)}_政策_行业资讯`, head(view), view.home, articleBody(view)),
};

function page(title: string, meta: string, home: string, body: string): string {
  return `<!doctype html>
<html><head><meta http-equiv="Content-Type" content="text/html;charset=gbk"/><title>${title}_澜化网</title>
${meta}</head>
<body><div class="head" id="head"><div class="head_m">诚信立业 合作共赢 打造澜海化工人自己的B2B平台</div><div class="head_t"><a href="#">请登录</a> | <a href="#">免费注册</a> | <a href="#">忘记密码?</a> | <a href="#">购物车(<span class="head_t">0</span>)</a></div></div>
<div class="m head_s"><a href="${home}">首页</a> <a href="#sell">供应</a> <a href="#buy">求购</a> <a href="#quote">行情</a> <a href="#company">公司</a> <a href="${home}">资讯</a> <a href="#exhibit">展会</a></div>
${body}
<div class="m foot" id="footer"><a href="#">网站首页</a> &nbsp;|&nbsp; <a href="#">关于我们</a> &nbsp;|&nbsp; <a href="#">联系方式</a> &nbsp;|&nbsp; <a href="#">使用协议</a> &nbsp;|&nbsp; <a href="#">版权隐私</a> &nbsp;|&nbsp; <a href="#">排名推广</a><br/>(c)2012-2026 澜化网 澜ICP备00000008号</div></body></html>`;
}

function listBody({ links, page: current, pages, pageHref }: ListView): string {
  return `<div class="m"><div class="m3l"><div class="catlist"><ul>${each(links, ({ href, title, published }) => `<li><i>${dayOf(published)}</i>&#8226; <a href="${href}" title="${escapeHtml(title)}">${escapeHtml(title)}</a></li>`)}</ul></div>
<div class="pages"><cite>共${links.length}条/${pages}页</cite>&nbsp;${current > 1 ? `<a href="${pageHref(current - 1)}">&nbsp;上一页&nbsp;</a>` : ''}<strong>&nbsp;${current}&nbsp;</strong>${current < pages ? `<a href="${pageHref(current + 1)}">&nbsp;下一页&nbsp;</a>` : ''}</div></div></div>`;
}

function head({ entry }: ArticleView): string {
  return `<meta name="keywords" content="化工,政策"/><meta name="description" content="核心提示：${escapeHtml(summary(entry.body))}"/>
`;
}

function summary(body: readonly string[]): string {
  return body.join('').slice(0, 60);
}

function articleBody({ home, entry, others }: ArticleView): string {
  return `<div class="m"><div class="m3l"><div class="nav"><a href="${home}">首页</a> <i>&gt;</i> <a href="${home}">资讯</a> <i>&gt;</i> <a href="${home}">政策</a></div>
<h1 class="title" id="title">${escapeHtml(entry.title)}</h1>
<div class="info"><span class="f_r"><img src="/skin/zoomin.gif" alt="放大字体"/>&nbsp;<img src="/skin/zoomout.gif" alt="缩小字体"/></span>发布日期：${dayOf(entry.published)}&nbsp;&nbsp;来源：${escapeHtml(entry.source)}&nbsp;&nbsp;浏览次数：<span id="hits">317</span>&nbsp;&nbsp;<a href="#comment">评论：0</a></div>
<div class="introduce">核心提示：${escapeHtml(summary(entry.body))}</div>
<div id="content"><div class="content" id="article">${entry.body.map((line) => `&nbsp;&nbsp;&nbsp;&nbsp;${escapeHtml(line)}`).join('<br/>\n<br/>\n')}</div></div>
<div class="award"><div>打赏</div></div>
<div class="warn">免责声明：本网转载自其它媒体的文章，目的在于传递更多行业信息，并不代表本网赞同其观点和对其真实性负责。如涉及作品内容、版权和其它问题，请在20日内与本网联系，我们将在第一时间删除内容。</div>
<div class="keytags"><strong>标签：</strong><a href="#">政策</a> <a href="#">石化</a></div>
<form method="post" action="/api/search.php"><input type="hidden" name="mid" value="21"/><div class="b10">[ <a href="#">资讯搜索</a> ] [ <a href="#">加入收藏</a> ] [ <a href="#">告诉好友</a> ] [ <a href="javascript:window.print()">打印本文</a> ] [ <a href="#">违规举报</a> ]</div></form>
<div class="related"><div class="head-txt"><span><a href="${home}">更多<i>&gt;</i></a></span><strong>同类资讯</strong></div><ul>${each(others, ({ href, title }) => `<li><a href="${href}">&#8226; ${escapeHtml(title)}</a></li>`)}</ul></div></div>
<div class="m3r"><div class="head-sub"><strong>推荐图文</strong></div><ul><li><a href="#"><img src="/file/1.jpg" alt="推荐图"/>离心泵厂家直销</a></li></ul><div class="head-sub"><strong>点击排行</strong></div><div class="list-rank"><ul>${each(others, ({ href, title }, index) => `<li><em>${index + 1}</em><a href="${href}">${escapeHtml(title)}</a></li>`)}</ul></div></div></div>`;
}
