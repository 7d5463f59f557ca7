#!/usr/bin/env python3
"""form [-s STYLE] BLOCKS CELLS: a report as an HTML page that looks like the official form.

BLOCKS and CELLS are the streams of gir-segment and gir-tables for a report in plain text. STYLE is
`ruled` (black lines around every cell) or `plain` (the same columns without a line). The page is a
fixture for the readers of PDF: WeasyPrint and LibreOffice print it.
"""
import html
import sys

FORMS = {
    "2021": ("国办公开办函〔2021〕30号", [
        ("第二十条第（一）项", ["本年制发件数", "本年废止件数", "现行有效件数"],
         [("规章", "regulations", ["issued", "repealed", "in_force"]),
          ("行政规范性文件", "normative", ["issued", "repealed", "in_force"])]),
        ("第二十条第（五）项", ["本年处理决定数量"], [("行政许可", "licensing", ["decisions"])]),
        ("第二十条第（六）项", ["本年处理决定数量"],
         [("行政处罚", "penalties", ["decisions"]), ("行政强制", "coercion", ["decisions"])]),
        ("第二十条第（八）项", ["本年收费金额（单位：万元）"], [("行政事业性收费", "fees", ["amount"])]),
    ]),
    "2019": ("国办公开办函〔2019〕60号", [
        ("第二十条第（一）项", ["本年新制作数量", "本年新公开数量", "对外公开总数量"],
         [("规章", "regulations", ["made", "published", "public_total"]),
          ("规范性文件", "normative", ["made", "published", "public_total"])]),
        ("第二十条第（五）项", ["上一年项目数量", "本年增/减", "处理决定数量"],
         [("行政许可", "licensing", ["prior_items", "change", "decisions"]),
          ("其他对外管理服务事项", "services", ["prior_items", "change", "decisions"])]),
        ("第二十条第（六）项", ["上一年项目数量", "本年增/减", "处理决定数量"],
         [("行政处罚", "penalties", ["prior_items", "change", "decisions"]),
          ("行政强制", "coercion", ["prior_items", "change", "decisions"])]),
        ("第二十条第（八）项", ["上一年项目数量", "本年增/减"],
         [("行政事业性收费", "fees", ["prior_items", "change"])]),
        ("第二十条第（九）项", ["采购项目数量", "采购总金额"],
         [("政府集中采购", "procurement", ["items", "amount"])]),
    ]),
}
WHO = ["natural", "business", "research", "charity", "legal", "other", "total"]
ENDS = ["upheld", "corrected", "other", "pending", "total"]


def requests(form):
    """Rows: cells (text, rowspan, colspan) of the label, then the row's name."""
    groups = [
        ("（三）不予公开", ["1.属于国家秘密 denied.secret", "2.其他法律行政法规禁止公开 denied.law",
                       "3.危及“三安全一稳定” denied.security", "4.保护第三方合法权益 denied.third_party",
                       "5.属于三类内部事务信息 denied.internal", "6.属于四类过程性信息 denied.process",
                       "7.属于行政执法案卷 denied.enforcement", "8.属于行政查询事项 denied.enquiry"]),
        ("（四）无法提供", ["1.本机关不掌握相关政府信息 unable.not_held",
                       "2.没有现成信息需要另行制作 unable.not_existing", "3.补正后申请内容仍不明确 unable.unclear"]),
        ("（五）不予处理", ["1.信访举报投诉类申请 rejected.petition", "2.重复申请 rejected.repeat",
                       "3.要求提供公开出版物 rejected.publication",
                       "4.无正当理由大量反复申请 rejected.excessive",
                       "5.要求行政机关确认或重新出具已获取信息 rejected.confirm"]),
    ]
    if form == "2021":
        groups.append(("（六）其他处理", [
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 other.uncorrected",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 other.unpaid",
            "3.其他 other.misc"]))
    rows = [([("一、本年新收政府信息公开申请数量", 1, 3)], "new"),
            ([("二、上年结转政府信息公开申请数量", 1, 3)], "carried_in")]
    first = len(rows)
    rows.append(([("（一）予以公开", 1, 2)], "granted"))
    rows.append(([("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 1, 2)], "partial"))
    for name, members in groups:
        for i, member in enumerate(members):
            label, row = member.split(" ")
            rows.append(([(name, len(members), 1)] * (i == 0) + [(label, 1, 1)], row))
    if form == "2019":
        rows.append(([("（六）其他处理", 1, 2)], "other"))
    rows.append(([("（七）总计", 1, 2)], "handled"))
    rows[first][0].insert(0, ("三、本年度办理结果", len(rows) - first, 1))
    rows.append(([("四、结转下年度继续办理", 1, 3)], "carried_out"))
    return rows


def cell(text, rows=1, cols=1, kind="v"):
    return f'<td class="{kind}" rowspan="{rows}" colspan="{cols}">{html.escape(text)}</td>'


def row(cells):
    return "<tr>" + "".join(cells) + "</tr>\n"


def table(widths, rows):
    cols = "".join(f'<col style="width:{w}%">' for w in widths)
    return f'<table @BORDER@ style="width:100%"><colgroup>{cols}</colgroup>\n' + "".join(rows) + "</table>\n"


def active(form, value):
    rows = []
    for item, heads, members in FORMS[form][1]:
        spans = {1: [3], 2: [1, 2], 3: [1, 1, 1]}[len(heads)]
        rows.append(row([cell(item, 1, 4, "c")]))
        rows.append(row([cell("信息内容", kind="c")] + [cell(h, 1, s, "c") for h, s in zip(heads, spans)]))
        for label, name, cols in members:
            rows.append(row([cell(label, kind="c")] +
                            [cell(value("active", name, c), 1, s) for c, s in zip(cols, spans)]))
    return table([25, 25, 25, 25], rows)


def head_rows():
    return [row([cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3, "c"),
                 cell("申请人情况", 1, 7, "c")]),
            row([cell("自然人", 2, 1, "c"), cell("法人或其他组织", 1, 5, "c"), cell("总计", 2, 1, "c")]),
            row([cell(h, kind="c") for h in
                 ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")])]


def applied(form, value):
    rows = head_rows()
    for labels, name in requests(form):
        rows.append(row([cell(t, r, c, "l") for t, r, c in labels] +
                        [cell(value("requests", name, who)) for who in WHO]))
    return table([9, 9, 33] + [7] * 7, rows)


def review(value):
    heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    rows = [row([cell("行政复议", 1, 5, "c"), cell("行政诉讼", 1, 10, "c")]),
            row([cell(h, 2, 1, "c") for h in heads] +
                [cell("未经复议直接起诉", 1, 5, "c"), cell("复议后起诉", 1, 5, "c")]),
            row([cell(h, kind="c") for h in heads * 2]),
            row([cell(value("review", r, c)) for r in ("review", "suit_direct", "suit_after")
                 for c in ENDS])]
    return table([100 / 15] * 15, rows)


CSS = """@page { size: A4; margin: 2.5cm 2.6cm; @bottom-center { content: "— " counter(page) " —"; } }
body { font-family: "WenQuanYi Zen Hei"; font-size: 12pt; line-height: 1.7; }
p { text-indent: 2em; margin: 0; text-align: justify } h1 { font-size: 18pt; text-align: center; }
h2 { font-size: 12pt; margin: 0.6em 0 0.4em 0; text-indent: 2em }
table { border-collapse: collapse; font-size: 9pt; line-height: 1.3; table-layout: fixed; }
td { padding: 3pt 3pt; } td.c, td.v { text-align: center; }
"""


def records(path):
    with open(path, encoding="utf-8", newline="\n") as f:
        for line in f.read().split("\n")[1:]:
            if line:
                yield line.split("\t")


def main():
    style = "ruled"
    border = {"ruled": 'border="1" cellspacing="0"', "plain": 'border="0"'}
    args = sys.argv[1:]
    if args[0] == "-s":
        style = args[1]
        args = args[2:]
    values, form = {}, "2021"
    for f in records(args[1]):
        form = f[5] or form
        values[(f[6], f[7], f[8])] = f[11].strip(" \u3000\u00a0").replace("\\n", "\n")

    def value(*key):
        return values.get(key, "")

    print('<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>年报</title><style>' + CSS +
          ("td { border: 0.75pt solid black }" if style == "ruled" else "") + "</style></head><body>")
    drawn = set()

    def draw(section):
        if section in (2, 3, 4) and section not in drawn:
            drawn.add(section)
            text = {2: lambda: active(form, value), 3: lambda: applied(form, value),
                    4: lambda: review(value)}[section]()
            print(text.replace("@BORDER@", border[style]))

    section = 0
    for f in records(args[0]):
        if f[3] == "head":
            draw(section)
            section = int(f[2])
        tag = {"title": "h1", "head": "h2", "para": "p"}.get(f[3])
        if tag:
            print(f"<{tag}>{html.escape(f[5].replace(chr(92) + 'n', ''))}</{tag}>")
    draw(section)
    print("</body></html>")


main()
