using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Tests.Analysis;

/// <summary>Rows printed without borders below the last rule of a ruled table.</summary>
public sealed class BareRowsTests
{
    private static readonly double[] Xs = [50, 110, 160, 270, 370, 470];

    private static PageSketch Table() => new PageSketch().Table(Xs, 100, ["类", "款", "科目名称", "合计", "基本支出"], ["201", "03", "政府办公厅", "112.00", "1.00"],
        ["204", "02", "公安", "114.00", "3.00"]);

    [Fact]
    public void RowsOfAmountsBelongToTheTable()
    {
        var page = Table().Text(53, 173, "208").Text(163, 173, "社会保障").Right(367, 173, "5.00").Right(467, 173, "6.00")
            .Text(53, 193, "合计").Right(367, 193, "231.00");
        var layout = page.Layout();
        Assert.Equal(["208", "", "社会保障", "5.00", "6.00"], layout.Grid().Row(3));
        Assert.Equal(("合计", "231.00", ""), (layout.Grid().At(4, 0), layout.Grid().At(4, 3), layout.Grid().At(4, 4)));
        Assert.Empty(layout.Texts());
    }

    [Theory]
    [InlineData("注：本表金额 231.00 万元，其中 12.00 万元为上年结转。")]
    [InlineData("单位负责人：张某    填表人：李某    2024")]
    [InlineData("3")]
    public void OtherLinesDoNot(string text)
    {
        var layout = Table().Text(53, 173, text).Layout();
        Assert.Equal(3, layout.Grid().RowCount);
        Assert.NotEmpty(layout.Texts());
    }

    [Fact]
    public void NeitherDoFiguresBesideTheColumns()
    {
        var layout = Table().Text(53, 173, "合计").Right(390, 173, "231.00").Right(520, 173, "4.00").Layout();
        Assert.Equal(3, layout.Grids()[0].RowCount);
    }
}
