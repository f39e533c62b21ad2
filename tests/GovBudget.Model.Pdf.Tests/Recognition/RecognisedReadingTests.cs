using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Tests.Recognition;

/// <summary>What becomes of recognised cells: labels held against official names, figures against the table's own sums; and of pictures that are not
/// read.</summary>
public sealed class RecognisedReadingTests
{
    private static readonly string[][] s_rows =
    [
        ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
        ["", "合计", "236.71", "185.55", "51.16"],
        ["208", "社会保障和就业支出", "15.99", "15.99", ""],
        ["210", "卫生健康支出", "202.98", "151.82", "51.16"],
        ["221", "住房保障支出", "17.74", "17.74", ""],
    ];

    private const double Sure = 0.95;

    private static Reading Read(string[][] rows, Func<int, int, double> confidence)
    {
        var cells = new List<GridCell>();
        for (int r = 0; r < rows.Length; r++)
            for (int c = 0; c < rows[r].Length; c++)
                cells.Add(new GridCell(r, c, rows[r][c], new Place(1, new Box(100 * c, 20 * r, 100 * c + 99, 20 * r + 19))) { Confidence = confidence(r, c) });
        return RecognisedReader.Read(new DocumentLayout
        {
            Pages = [new LayoutPage(1, null, 600, 800)],
            Blocks = [new Paragraph("2023年度支出决算表", new Place(1)), new Paragraph("金额单位：万元", new Place(1)),
                new Grid(cells.ToValueList(), rows.Length, rows[0].Length, new Place(1))],
        });
    }

    private static string[][] With(int row, int column,
        string text) => [.. s_rows.Select((cells, r) => r == row ? [.. cells.Select((cell, c) => c == column ? text : cell)] : cells)];

    private static RecognisedFigure Figure(Reading reading, string amount,
        int nth = 0) => reading.Recognised.Where(figure => figure.Amount?.ToString().StartsWith(amount, StringComparison.Ordinal) == true).ElementAt(nth);

    [Fact]
    public void AFigureOfASumThatBalancesIsConfirmedHoweverUnsureItWasRead()
    {
        var reading = Read(s_rows, (r, c) => r > 0 && c > 1 ? 0.4 : Sure);
        Assert.Equal(10, reading.Recognised.Count);
        Assert.All(reading.Recognised, figure => Assert.Equal(RecognitionStatus.Confirmed, figure.Status));
        Assert.DoesNotContain(reading.Diagnostics, note => note.IsLoss);
    }

    [Theory]
    [InlineData("202.93")]
    [InlineData("20298")]
    [InlineData("2.98")]
    public void AWrongFigureIsDoubtfulHoweverSureItWasRead(string wrong)
    {
        var reading = Read(With(3, 2, wrong), (_, _) => 0.99);
        var figure = Figure(reading, wrong);
        Assert.Equal((RecognitionStatus.Doubtful, "与表中其他数字不相符"), (figure.Status, figure.Reason));
        var note = Assert.Single(reading.Diagnostics, note => note.IsLoss && note.Message.Contains(wrong, StringComparison.Ordinal));
        Assert.Equal(figure.Place, note.Place);
    }

    [Fact]
    public void FiguresOfATableThatIsNotKnownAreDoubtful()
    {
        var cells = s_rows.SelectMany((row,
            r) => row.Select((text, c) => new GridCell(r, c, text, new Place(1, new Box(100 * c, 20 * r, 100 * c + 99, 20 * r + 19))) { Confidence = Sure }));
        var reading = RecognisedReader.Read(new DocumentLayout
        {
            Pages = [new LayoutPage(1, null, 600, 800)],
            Blocks = [new Paragraph("金额单位：万元", new Place(1)), new Grid(cells.ToValueList(), s_rows.Length, s_rows[0].Length, new Place(1))],
        });
        Assert.NotEmpty(reading.Recognised);
        Assert.All(reading.Recognised, figure => Assert.Equal(RecognitionStatus.Doubtful, figure.Status));
    }

    [Fact]
    public void EqualFiguresProveNothingOfEachOther()
    {
        string[][] rows = [s_rows[0], ["", "合计", "15.99", "15.99", ""], ["208", "社会保障和就业支出", "15.99", "15.99", ""]];
        Assert.All(Read(rows, (_, _) => Sure).Recognised, figure => Assert.Equal(RecognitionStatus.Read, figure.Status));
        Assert.All(Read(rows, (r, c) => r > 0 && c > 1 ? 0.5 : Sure).Recognised,
            figure => Assert.Equal((RecognitionStatus.Doubtful, "数字识别不确定"), (figure.Status, figure.Reason)));
    }

    [Fact]
    public void AnUnsureRowMakesItsFiguresDoubtful()
    {
        var reading = Read(With(4, 1, "住芳保章支岀"), (r, c) => (r, c) == (4, 1) ? 0.5 : Sure);
        Assert.All(reading.Recognised.Where(figure => figure.Amount?.Value == 17.74m),
            figure => Assert.Equal((RecognitionStatus.Doubtful, "所在行的名称或编码识别不确定"), (figure.Status, figure.Reason)));
        Assert.Equal(2, reading.Recognised.Count(figure => figure.Status == RecognitionStatus.Doubtful));
    }

    [Fact]
    public void AnUnsureCodeThatAgreesWithItsNameIsRight() =>
        Assert.All(Read(s_rows, (r, c) => c == 0 ? 0.5 : Sure).Recognised, figure => Assert.Equal(RecognitionStatus.Confirmed, figure.Status));

    [Theory]
    [InlineData("20103", "2010301", RecognitionStatus.Confirmed)]
    [InlineData("20108", "2010301", RecognitionStatus.Doubtful)]
    [InlineData("20103", "2010801", RecognitionStatus.Doubtful)]
    public void ANameOfManyCodesSaysNothingOfACodeThatIsNotBelowItsParent(string parent, string code, RecognitionStatus expected)
    {
        string[][] rows = [s_rows[0], ["", "合计", "50.00", "30.00", "20.00"], ["201", "一般公共服务支出", "50.00", "30.00", "20.00"],
            [parent, "政府办公厅（室）及相关机构事务", "50.00", "30.00", "20.00"], [code, "行政运行", "50.00", "30.00", "20.00"]];
        var reading = Read(rows, (r, c) => (r, c) == (4, 0) ? 0.5 : Sure);
        Assert.Equal(3, reading.Recognised.Count(figure => figure.Line == 3));
        Assert.All(reading.Recognised.Where(figure => figure.Line == 3), figure => Assert.Equal(expected, figure.Status));
    }

    [Fact]
    public void AnUnsureCodeMakesItsFiguresDoubtful()
    {
        var reading = Read(With(3, 0, "217"), (r, c) => (r, c) == (3, 0) ? 0.5 : Sure);
        Assert.Equal([151.82m, 202.98m, 51.16m],
            reading.Recognised.Where(figure => figure.Status == RecognitionStatus.Doubtful)
                .Select(figure => figure.Amount!.Value.Value)
                .Order(Comparer<decimal>.Create((a, b) => string.CompareOrdinal($"{a}", $"{b}"))));
    }

    [Fact]
    public void AnUnsureHeaderMakesItsColumnDoubtful()
    {
        var reading = Read(With(0, 4, "项日攴岀"), (r, c) => (r, c) == (0, 4) ? 0.5 : Sure);
        Assert.Equal(2, reading.Recognised.Count(figure => figure is { Status: RecognitionStatus.Doubtful, Reason: "所在列的表头识别不确定" }));
    }

    [Fact]
    public void ALabelThatMissesAnOfficialNameByASlipIsMendedAndSaidSo()
    {
        var reading = Read(With(3, 1, "卫生健廉支出"), (r, c) => (r, c) == (3, 1) ? 0.6 : Sure);
        Assert.Equal("卫生健康支出", reading.Document.Statements.Single().AllLines[2].Label);
        Assert.Contains(reading.Diagnostics, note => note is { IsLoss: false, Message: "图片中的“卫生健廉支出”按官方名称读作“卫生健康支出”" });
        Assert.DoesNotContain(reading.Recognised, figure => figure.Status == RecognitionStatus.Doubtful);
    }

    [Fact]
    public void ALabelPrintedAsTextIsNeverMended()
    {
        var reading = Read(With(3, 1, "卫生健廉支出"), (r, c) => (r, c) == (3, 1) ? 1 : Sure);
        Assert.Equal("卫生健廉支出", reading.Document.Statements.Single().AllLines[2].Label);
        Assert.Empty(Read(s_rows, (_, _) => 1).Recognised);
    }

    [Fact]
    public void AWordTooShortOrTooFarFromAnyIsLeftAsItIs()
    {
        string[] labels = ["甲乙", "某某局专门事务经费", "人员径贷"];
        foreach (string label in labels)
        {
            var reading = Read(With(4, 1, label), (r, c) => (r, c) == (4, 1) ? 0.5 : Sure);
            Assert.Equal(label, reading.Document.Statements.Single().AllLines[3].Label);
        }
    }

    private static Reading Pictured(params LayoutBlock[] blocks) =>
        DocumentReader.Read(new DocumentLayout { Pages = [new LayoutPage(1, null, 600, 800)], Blocks = [.. blocks] });

    private static Picture At(double top) => new(new Place(1, new Box(50, top, 550, top + 300)));

    private static Paragraph Line(string text, double y) => new(text, new Place(1, new Box(50, y, 300, y + 12)));

    [Theory]
    [InlineData("2023年度收入支出决算总表", StatementKind.Summary)]
    [InlineData("一般公共预算财政拨款基本支出决算表（公开06表）", StatementKind.Basic)]
    [InlineData("财政拨款“三公”经费支出决算表", StatementKind.ThreePublic)]
    [InlineData("表8 政府性基金预算支出表", StatementKind.GovernmentFund)]
    [InlineData("某地自行公开的情况表", null)]
    public void TheTitleAboveAPictureSaysWhichTableItIs(string title, StatementKind? kind)
    {
        var table = Assert.Single(Pictured(Line(title, 50), Line("部门：某局", 70), At(100)).PicturedTables);
        Assert.Equal((title, kind), (table.Title, table.Kind));
    }

    [Fact]
    public void AChartIsNoTable()
    {
        Assert.Empty(Pictured(Line("收入情况如下。", 50), At(100), Line("图1：收入决算结构", 410)).PicturedTables);
        Assert.Single(Pictured(Line("收入情况如下。", 50), At(100), Line("二、支出情况", 410)).PicturedTables);
    }

    [Fact]
    public void OnlyTheTableThatATitleAnnouncesMayBePictured()
    {
        var named = Pictured(Line("收入决算表", 50), At(100));
        Assert.True(named.MayBePictured(StatementKind.Income));
        Assert.False(named.MayBePictured(StatementKind.Basic));
        Assert.True(Pictured(At(100)).MayBePictured(StatementKind.Basic));
    }
}
