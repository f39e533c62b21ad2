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
        DocumentReader.Read(PageSketch.Layout([.. units.SelectMany((unit, i) => Titles.Select((title, t) => Page((3 * i) + t + 1, title, unit)))]));

    [Fact]
    public void OneHasEachTableOnce()
    {
        var reading = Read("青河市财政局");
        Assert.Equal(3, reading.Document.Statements.Count);
        Assert.Empty(reading.Diagnostics);
    }

    [Fact]
    public void TwoAreSaidToBeTwo()
    {
        var loss = Assert.Single(Read("青河市财政局", "青河市财政局信息中心").Diagnostics);
        Assert.True(loss.IsLoss);
        Assert.Equal(4, loss.Place.Page);
        Assert.Contains("青河市财政局、青河市财政局信息中心", loss.Message, StringComparison.Ordinal);
    }
}
