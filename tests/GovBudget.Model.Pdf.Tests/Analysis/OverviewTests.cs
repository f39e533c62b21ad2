namespace GovBudget.Model.Pdf.Tests.Analysis;

/// <summary>What published documents say about their departments, as read by eye.</summary>
public sealed class OverviewTests
{
    private static Reading Read(string file) =>
        DocumentReader.Read(PdfLayout.Read(PdfFile.Open(Path.Combine(Shared.Require(), file)), null, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("rebuilt/000/chromium.pdf", AdministrativeLevel.County, 8, "1.负责本行政区域内医疗保障工作", "武汉市硚口区医疗保障局（本级）", null, null)]
    [InlineData("rebuilt/001/chromium.pdf", AdministrativeLevel.County, 7, "（1）负责本行政区域内医疗保障工作", "武汉市洪山区医疗保障局本级机关", 6, 6)]
    [InlineData("rebuilt/002/chromium.pdf", AdministrativeLevel.County, 8, "1.负责区级基本医疗保险制度", "", null, null)]
    [InlineData("rebuilt/003/chromium.pdf", AdministrativeLevel.County, 7, "武汉市江汉区医疗保障局是形式贯彻执行", "", null, 6)]
    [InlineData("rebuilt/004/chromium.pdf", AdministrativeLevel.County, 8, "武昌区医疗保障局贯彻落实党中央", "", null, 6)]
    [InlineData("corpus/budget-2017-jiangsu-high-court.pdf", AdministrativeLevel.Province, 19, "江苏省高级人民法院是国家审判机关", "徐州铁路运输法院", null, null)]
    [InlineData("corpus/budget-2024-shanghai-putuo-wanli.pdf", AdministrativeLevel.Township, 11, "上海市普陀区人民政府万里街道办事处是普陀区政府的派出机关",
        "上海市普陀区人民政府万里街道办事处（本部）,上海市普陀区万里街道社区事务受理服务中心,上海市普陀区万里街道社区党群服务中心,上海市普陀区万里街道城市运行管理中心,上海市普陀区万里街道经济发展服务中心,上海市普陀区万里街道综合行政执法队", null, null)]
    [InlineData("corpus/budget-2025-shanghai-putuo-commerce.pdf", AdministrativeLevel.County, 15, "上海市普陀区商务委员会是主管全区产业经济", "商务委本部,上海市普陀区中小企业服务中心", null, null)]
    public void Duties_units_and_people(string file, AdministrativeLevel level, int duties, string firstDuty, string units, int? posts, int? serving)
    {
        var reading = Read(file);
        var document = reading.Document;
        Assert.Equal(level, document.Level);
        Assert.Equal(duties, document.Duties.Count);
        Assert.StartsWith(firstDuty, document.Duties[0], StringComparison.Ordinal);
        Assert.Equal(units, string.Join(',', document.UnitsCovered));
        Assert.Equal((posts, serving), (document.Staffing?.Posts, document.Staffing?.Serving));
        Assert.All(Enumerable.Range(0, duties), d => Assert.NotNull(reading.Provenance.OfDuty(d)));
        Assert.All(Enumerable.Range(0, document.UnitsCovered.Count), u => Assert.NotNull(reading.Provenance.OfUnitCovered(u)));
    }

    [Theory]
    [InlineData("rebuilt/000/chromium.pdf", "2024-10-31")]
    [InlineData("rebuilt/003/chromium.pdf", "2020-09-29")]
    [InlineData("rebuilt/001/chromium.pdf", null)]
    public void Day_of_publication(string file, string? day)
    {
        var reading = Read(file);
        Assert.Equal(day, reading.Document.PublishedOn is { } stated ? NodaTime.Text.LocalDatePattern.Iso.Format(stated) : null);
        Assert.Equal(day is null ? null : 1, reading.Provenance.OfPublication?.Page);
    }

    [Theory]
    [InlineData("corpus/accounts-2024-shanghai-putuo-planning.pdf")]
    [InlineData("corpus/accounts-2024-shanghai-putuo-social-work.pdf")]
    [InlineData("corpus/accounts-2024-shanghai-putuo-finance-altered.pdf")]
    public void Units_in_a_table(string file)
    {
        var reading = Read(file);
        Assert.NotEmpty(reading.Document.UnitsCovered);
        Assert.All(reading.Document.UnitsCovered, unit => Assert.Contains("普陀区", unit, StringComparison.Ordinal));
    }
}
