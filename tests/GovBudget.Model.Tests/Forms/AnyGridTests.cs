using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Tests.Forms;

/// <summary>Whatever stands in a grid, reading answers.</summary>
public class AnyGridTests
{
    private static readonly string[] Words =
    [
        "", "", "", "项目", "科目编码", "科目名称", "类", "款", "项", "栏次", "行次", "合计", "小计", "收入", "支出", "预算数", "决算数", "金额", "基本支出", "项目支出", "1", "2", "3", "208", "20805",
        "2080505", "301",
        "12.50", "1,234.00", "—", "（3.00）", "1,23", "一、教育支出", "（一）行政运行", "本年收入合计", "总计", "支出决算表", "“三公”经费支出表", "单位：万元", "部门：某局", "2023年度", "注：本表为空表。", "公开03表",
        "因公出国（境）费", "公务接待费",
    ];

    private static readonly string[] FormWords =
    [
        "", "", "项目名称", "单位名称", "项目代码", "一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分", "年度目标1（20分）", "长期绩效目标表", "年度绩效指标", "目标名称", "前年", "上年", "预算数（A）",
        "执行数（B）", "执行率（B/A）",
        "资金来源项目", "金额", "合计", "其中：申请当年预算拨款", "项目支出明细", "项目类别", "项目总预算", "总分", "自评等级", "产出指标", "数量指标", "满意度指标", "≥90%", "5次", "应保尽保", "17", "12.50",
        "99999999999999999999999999", "98%", "—",
        "1.部门项目☑ 2.专项□", "年度总体目标", "实际完成情况", "偏差原因分析", "备注", "某局", "甲项目", "项目名称：乙", "指标性质", "计量单位", "（万元）", "预算执行情况（万元）（20分）",
    ];

    [Fact]
    public void Any_performance_form_is_read_listed_scored_checked_and_kept_in_json()
    {
        var grids =
            from rows in Gen.Choose(1, 9)
            from columns in Gen.Choose(1, 7)
            from texts in Gen.ArrayOf(Gen.Elements(FormWords), rows * columns)
            from spans in Gen.ArrayOf(Gen.Frequency((5, Gen.Constant(1)), (1, Gen.Choose(1, 3))), rows * columns * 2)
            from title in Gen.Elements("项目支出绩效自评表", "部门整体绩效自评表", "整体支出绩效目标表", "项目支出绩效目标表", "")
            select Make(rows, columns, texts, spans, title);
        Always.Holds(grids, layout =>
        {
            var reading = DocumentReader.Read(layout);
            Assert.Equal(reading.Document.Performance.Sum(f => f.Indicators.Count()),
                IndicatorListing.Of(reading.Document, reading.Provenance).Count(r => r.Page == 1));
            Assert.All(reading.Document.Performance.OfType<SelfEvaluation>(), f => Assert.NotNull(ScoringRule.For(f).Evaluate(f)));
            Assert.NotNull(Checker.Default.Check(reading));
            Assert.Equal(reading.Document.Performance, DocumentJson.Read(DocumentJson.Write(reading.Document)).Performance);
        });
    }

    [Fact]
    public void Any_grid_is_read_the_same_way_twice_and_every_figure_knows_its_page()
    {
        var grids =
            from rows in Gen.Choose(1, 9)
            from columns in Gen.Choose(1, 7)
            from texts in Gen.ArrayOf(Gen.Elements(Words), rows * columns)
            from spans in Gen.ArrayOf(Gen.Frequency((5, Gen.Constant(1)), (1, Gen.Choose(1, 3))), rows * columns * 2)
            from title in Gen.Elements("支出决算表", "收支预算总表", "财政拨款收支总表", "一般公共预算基本支出表", "“三公”经费预算表", "项目支出表", "某某统计表", "政府采购预算表", "")
            select Make(rows, columns, texts, spans, title);
        var config = Config.QuickThrowOnFailure.WithMaxTest(1000);
        Check.One(config, Prop.ForAll(Arb.From(grids), layout =>
        {
            var reading = DocumentReader.Read(layout);
            var figures = reading.Document.Statements.SelectMany(s => s.AllLines).SelectMany(l => l.Figures).Count(f => f.Value is not null);
            var facts = Fact.Of(reading.Document, reading.Provenance).ToList();
            return (facts.Count == figures && facts.TrueForAll(f => f.Page == 1) && reading.Document == DocumentReader.Read(layout).Document)
                .Label($"{layout.Blocks.OfType<Paragraph>().Single().Text}\n{Print(layout.Blocks.OfType<Grid>().Single())}");
        }));
    }

    [Fact]
    public void Every_figure_of_any_grid_is_placed_or_listed()
    {
        var grids =
            from rows in Gen.Choose(1, 9)
            from columns in Gen.Choose(2, 7)
            from texts in Gen.ArrayOf(Gen.Elements(Words), rows * columns)
            from spans in Gen.ArrayOf(Gen.Frequency((5, Gen.Constant(1)), (1, Gen.Choose(1, 3))), rows * columns * 2)
            from title in Gen.Elements("支出决算表", "收支预算总表", "财政拨款收支总表", "一般公共预算基本支出表", "“三公”经费预算表", "项目支出表", "某某统计表", "政府采购预算表")
            select Make(rows, columns, [.. texts.Select((t, i) => t == "12.50" ? (1000.01m + (7 * i)).ToString(CultureInfo.InvariantCulture) : t)],
                spans, title);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Arb.From(grids), layout =>
        {
            var reading = DocumentReader.Read(layout);
            var statements = reading.Document.Statements;
            var lines = statements.SelectMany(s => s.AllLines).ToList();
            var said = string.Join('\n',
            [
                .. lines.SelectMany(l => l.Figures).Select(f => f.Value?.Format()), .. reading.Unplaced.Select(u => u.Text),
                .. statements.SelectMany(s => s.Columns.Concat(s.Notes).Append(s.Title)),
                .. lines.SelectMany(l => l.Path.Append(l.Label).Append(l.RowNumber ?? "").Concat(l.Texts.SelectMany(t => new[] { t.Key, t.Value }))),
                .. reading.Document.Paragraphs,
            ]);
            var lost = layout.Blocks.OfType<Grid>().Single().Cells.FirstOrDefault(c => c.Text.Length == 7
                && c.Text[4] == '.'
                && !said.Contains(c.Text, StringComparison.Ordinal));
            return (lost is null).Label($"{lost?.Text} of {layout.Blocks.OfType<Paragraph>().Single().Text}\n{Print(layout.Blocks.OfType<Grid>().Single())}");
        }));
    }

    private static string Print(Grid grid) => string.Join('\n', grid.Cells.GroupBy(c => c.Row).Select(row =>
        string.Join(" | ", row.Select(c => $"{c.Text}{(c.RowSpan * c.ColumnSpan > 1 ? $" [{c.Column}+{c.ColumnSpan}×{c.RowSpan}]" : "")}"))));

    private static DocumentLayout Make(int rows, int columns, string[] texts, int[] spans, string title)
    {
        var taken = new bool[rows, columns];
        var cells = new List<GridCell>();
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (taken[r, c]) continue;
                int height = Math.Min(spans[((r * columns) + c) * 2], rows - r), width = Math.Min(spans[(((r * columns) + c) * 2) + 1], columns - c);
                for (var y = r; y < r + height; y++)
                {
                    for (var x = c; x < c + width; x++)
                    {
                        if (taken[y, x]) width = Math.Min(width, x - c);
                    }
                }
                width = Math.Max(width, 1);
                for (var y = r; y < r + height; y++)
                {
                    for (var x = c; x < c + width; x++) taken[y, x] = true;
                }
                cells.Add(new GridCell(r, c, texts[(r * columns) + c], new Place(1)) { RowSpan = height, ColumnSpan = width });
            }
        }
        return new DocumentLayout
        {
            Pages = [new LayoutPage(1)],
            Blocks = [new Paragraph(title, new Place(1)), new Grid(cells.ToValueList(), rows, columns, new Place(1))]
        };
    }
}
