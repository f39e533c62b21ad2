namespace GovBudget.Model.Pdf.Tests.Analysis;

/// <summary>Files that hold more than one document.</summary>
public sealed class SeveralDocumentsTests
{
    private static readonly double[] Xs = [50, 150, 300, 400, 500];
    private static readonly string[] Titles = ["收入预算表", "支出预算表", "一般公共预算支出表"];

    private static PageSketch Page(int number, string title, string unit) => new PageSketch(number).Center(300, 60, title, 14)
        .Text(50, 90, $"单位名称：{unit}")
        .Right(500, 90, "单位：万元")
        .Table(Xs, 100, ["科目编码", "科目名称", "合计", title == Titles[0] ? "财政拨款收入" : "基本支出"], ["201", "一般公共服务支出", "12.00", "12.00"]);

    private static Reading Read(params string[] units) =>
        DocumentReader.Read(PageSketch.Layout([.. Pages(units)]));

    private static IEnumerable<PageSketch> Pages(params string[] units) =>
        units.SelectMany((unit, i) => Titles.Select((title, t) => Page((3 * i) + t + 1, title, unit)));

    [Fact]
    public void OneHasEachTableOnce()
    {
        var reading = Read("青河市财政局");
        Assert.Equal(3, reading.Document.Statements.Count);
        Assert.Empty(reading.Diagnostics);
    }

    [Fact]
    public void TablesAloneComeApart()
    {
        var reading = Read("青河市财政局", "青河市财政局信息中心");
        Assert.Empty(reading.Diagnostics);
        Assert.Equal(["青河市财政局", "青河市财政局信息中心"], reading.Parts().Select(p => p.Document.Organisation));
    }

    [Fact]
    public void TwoThatCannotBePartedAreSaidToBeTwo()
    {
        const string Text = "本部门收入预算总额为24.00万元，其中财政拨款收入24.00万元，支出预算总额为24.00万元，其中基本支出24.00万元，与收入持平，均为一般公共预算财政拨款，没有政府性基金预算和国有资本经营预算。";
        var text = new PageSketch(7).Text(50, 90, Text[..40]).Text(50, 105, Text[40..]);
        var reading = DocumentReader.Read(PageSketch.Layout([.. Pages("青河市财政局", "青河市财政局信息中心"), text]));
        Assert.Single(reading.Parts());
        var loss = Assert.Single(reading.Diagnostics);
        Assert.True(loss.IsLoss);
        Assert.Equal(4, loss.Place.Page);
        Assert.Contains("青河市财政局、青河市财政局信息中心", loss.Message, StringComparison.Ordinal);
    }
}
