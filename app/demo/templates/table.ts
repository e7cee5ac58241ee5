import {
  type ArticleView,
  chineseDay,
  dayOf,
  each,
  escapeHtml,
  isHeading,
  type ListView,
  type SiteTemplate,
} from './template.ts';

/**
 * A city's site as built in 2006 and never rebuilt: tables within tables, unclosed paragraphs, upper-case tags,
 * GB18030 bytes that the page calls gb2312 and the server calls nothing.
 */
export const tableTemplate: SiteTemplate = {
  charset: 'gb18030',
  contentType: 'text/html',
  list: (view) => page('公告公示', view.home, listBody(view)),
  article: (view) => page(escapeHtml(view.entry.title), view.home, articleBody(view)),
};

function page(title: string, home: string, body: string): string {
  return `<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>青禾市人民政府网——${title}</title>
<script language="javascript">function go(u){location.href=u}</script>
</head>
<body topmargin="0" leftmargin="0" bgcolor="#FFFFFF">
<TABLE width="980" border="0" align="center" cellpadding="0" cellspacing="0"><TR><TD colspan="9" height="120" background="/static/banner.jpg">&nbsp;</TD></TR>
<TR bgcolor="#C8102E"><TD><A href="${home}"><FONT color="white">网站首页</FONT></A></TD><TD><A href="${home}"><FONT color="white">走进青禾</FONT></A></TD><TD><A href="${home}"><FONT color="white">新闻动态</FONT></A></TD><TD><A href="${home}"><FONT color="white">政府文件</FONT></A></TD><TD><A href="${home}"><FONT color="white">网上办事</FONT></A></TD><TD><A href="${home}"><FONT color="white">市长信箱</FONT></A></TD></TR></TABLE>
<TABLE width="980" border="0" align="center"><TR><TD height="30">您现在的位置： <A href="${home}">首页</A> &gt;&gt; <A href="${home}">政务公开</A> &gt;&gt; 正文</TD></TR></TABLE>
${body}
<TABLE width="980" border="0" align="center"><TR><TD align="center" height="80">青禾市人民政府主办　青禾市人民政府办公室承办<BR>澜ICP备00000003号　技术支持：青禾市信息中心<BR>建议使用1024×768分辨率浏览本站 您是第 3284716 位访问者</TD></TR></TABLE>
</body>
</html>`;
}

function listBody({ links, page: current, pages, pageHref }: ListView): string {
  return `<TABLE width="980" border="0" align="center"><TR><TD width="220" valign="top">
<TABLE width="100%"><TR><TD bgcolor="#EEEEEE"><B>栏目导航</B></TD></TR><TR><TD><A href="#">市政府文件</A></TD></TR><TR><TD><A href="#">市政府办公室文件</A></TD></TR><TR><TD><A href="#">公告公示</A></TD></TR></TABLE></TD>
<TD valign="top"><TABLE width="100%" cellpadding="4">
${each(links, ({ href, title, published }) => `<TR><TD width="12"><IMG src="/static/dot.gif"></TD><TD><A href="${href}" target=_blank>${escapeHtml(title)}</A></TD><TD width="90" align="right"><FONT color="#999999">[${dayOf(published)}]</FONT></TD></TR>`)}
</TABLE>
<TABLE width="100%"><TR><TD align="right">第${current}页/共${pages}页 ${each(
    Array.from({ length: pages }, (_, index) => index + 1),
    (number) => `<A href="${pageHref(number)}">[${number}]</A>`,
  )}</TD></TR></TABLE></TD></TR></TABLE>`;
}

function articleBody({ entry, others }: ArticleView): string {
  const { fields, attachments = [] } = entry;
  const head = fields
    ? `<TABLE width="92%" border="1" align="center" bordercolor="#CCCCCC"><TR><TD>索 引 号</TD><TD>${fields.indexNumber ?? ''}</TD><TD>文　　号</TD><TD>${fields.documentNumber ?? ''}</TD></TR><TR><TD>发布机构</TD><TD>${fields.issuer ?? ''}</TD><TD>成文日期</TD><TD>${fields.written ? chineseDay(fields.written) : ''}</TD></TR><TR><TD>有 效 性</TD><TD colspan="3">${fields.validity ?? ''}</TD></TR></TABLE>`
    : '';
  return `<TABLE width="980" border="0" align="center" bgcolor="#FBFBFB"><TR><TD align="center" height="60"><FONT size="5"><B>${escapeHtml(entry.title)}</B></FONT></TD></TR>
<TR><TD align="center"><FONT color="#666666">发布日期：${dayOf(entry.published)}　信息来源：${escapeHtml(entry.source)}　点击数：<SCRIPT src="/static/hits.js"></SCRIPT>　【<A href="javascript:print()">打印</A>】【<A href="javascript:window.close()">关闭</A>】</FONT><HR size="1"></TD></TR>
<TR><TD>${head}</TD></TR>
<TR><TD style="font-size:14pt;line-height:200%">
${each(entry.body, paragraph)}
${each(attachments, (name) => `<P>附件：<A href="/gov/city-b/upload/${dayOf(entry.published).replaceAll('-', '')}.doc">${escapeHtml(name)}</A>`)}
</TD></TR>
<TR><TD align="right">责任编辑：信息科　<A href="#">【推荐给好友】</A></TD></TR>
<TR><TD><HR size="1"><B>相关信息</B><BR>${each(others, ({ href, title, published }) => `·<A href="${href}">${escapeHtml(title)}</A>　${dayOf(published)}<BR>`)}</TD></TR></TABLE>`;
}

function paragraph(line: string): string {
  const text = escapeHtml(line);
  return isHeading(line) ? `<P>&nbsp;&nbsp;&nbsp;&nbsp;<B>${text}</B>` : `<P>&nbsp;&nbsp;&nbsp;&nbsp;${text}`;
}
