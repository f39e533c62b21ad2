using GovBudget.Model.Layout;
using NodaTime;

namespace GovBudget.Model.Tests.Documents;

/// <summary>What documents say about the department itself.</summary>
public class DocumentOverviewTests
{
    private static DepartmentBudget Budget(string organisation,
        params string[] paragraphs) => new() { Organisation = organisation, Year = 2024, Paragraphs = [.. paragraphs] };

    [Fact]
    public void Duties_are_the_paragraphs_of_their_section_alone()
    {
        var overview = DocumentOverview.Of(Budget("甲省乙市丙县财政局",
            "第一部分 部门概况", "一、主要职责", "（一）拟订财政政策；", "（二）管理国库。", "二、机构设置", "本局内设机构2个，其主要职责如下", "1、办公室主要职责：", "负责文电。", "第二部分 部门预算情况说明"));
        Assert.Equal(["（一）拟订财政政策；", "（二）管理国库。"], overview.Duties);
        Assert.Equal([2, 3], overview.DutiesAt);
        Assert.Empty(overview.UnitsCovered);
        Assert.Null(overview.Staffing);
        Assert.Null(overview.PublishedOn);
    }

    [Theory]
    [InlineData("纳入某局2024年部门预算编制范围的二级预算单位包括：|1.某局机关|2.某局信息中心（公益一类）；|3.某市老年大学，不单列预算。", "某局机关,某局信息中心（公益一类）,某市老年大学")]
    [InlineData("纳入本部门预算编制范围的单位包括某局本级、某局执法支队。", "某局本级,某局执法支队")]
    [InlineData("从单位构成看，某局部门决算由纳入独立核算的单位本级决算和0个下属单位决算组成。", "")]
    [InlineData("本部门无下属单位。", "")]
    public void Units_are_those_listed(string text, string units) =>
        Assert.Equal(units, string.Join(',', DocumentOverview.Of(Budget("某局", ["二、部门预算单位构成", .. text.Split('|'), "三、其他情况说明"])).UnitsCovered));

    [Theory]
    [InlineData("某局总编制人数6人，其中：行政编制4人，事业编制2人。在职实有人数5人。离退休人员3人，其中：离休1人，退休2人。", 6, 5, 1, 2)]
    [InlineData("某局核定编制35名，现有在职人员33人，退休人员12人。", 35, 33, null, 12)]
    [InlineData("在职实有人数 6 人,其中:行政6人,事业0.00人。离退休人员0.00人,其中:离休0人,退休0人。", null, 6, 0, 0)]
    [InlineData("行政编制4人，事业编制2人。", null, null, null, null)]
    public void People_are_those_stated(string text, int? posts, int? serving, int? veterans, int? retired)
    {
        var staffing = DocumentOverview.Of(Budget("某局", "三、部门人员构成", text)).Staffing;
        Assert.Equal((posts, serving, veterans, retired), (staffing?.Posts, staffing?.Serving, staffing?.RetiredVeterans, staffing?.Retired));
    }

    [Fact]
    public void The_day_of_publication_is_named_or_stands_on_the_cover()
    {
        Assert.Equal(new LocalDate(2024, 2, 8), DocumentOverview.Of(Budget("某局", "2024年2月8日", "一、主要职责", "管理。")).PublishedOn);
        Assert.Equal(new LocalDate(2024, 2, 9), DocumentOverview.Of(Budget("某局", "一、主要职责", "管理。", "公开时间：2024-02-09")).PublishedOn);
        Assert.Null(DocumentOverview.Of(Budget("某局", "一、主要职责", "2024年2月8日")).PublishedOn);
        Assert.Null(DocumentOverview.Of(Budget("某局", "2024年2月30日")).PublishedOn);
        Assert.Null(DocumentOverview.Of(Budget("某局", "1949年10月1日")).PublishedOn);
    }

    [Theory]
    [InlineData("江苏省高级人民法院", AdministrativeLevel.Province)]
    [InlineData("中国共产党江苏省委员会办公厅", AdministrativeLevel.Province)]
    [InlineData("广西壮族自治区财政厅", AdministrativeLevel.Province)]
    [InlineData("上海市财政局", AdministrativeLevel.Province)]
    [InlineData("上海市普陀区财政局", AdministrativeLevel.County)]
    [InlineData("中共上海市普陀区委社会工作部", AdministrativeLevel.County)]
    [InlineData("四川省成都市郫都区医疗保障局", AdministrativeLevel.County)]
    [InlineData("湖南省长沙县财政局", AdministrativeLevel.County)]
    [InlineData("上海市普陀区人民政府万里街道办事处", AdministrativeLevel.Township)]
    [InlineData("某县城关镇人民政府", AdministrativeLevel.Township)]
    [InlineData("云南省大理白族自治州财政局", AdministrativeLevel.Prefecture)]
    [InlineData("国家税务总局", AdministrativeLevel.Central)]
    [InlineData("最高人民法院", AdministrativeLevel.Central)]
    [InlineData("昆山市财政局", AdministrativeLevel.Unknown)]
    [InlineData("某局", AdministrativeLevel.Unknown)]
    [InlineData(null, AdministrativeLevel.Unknown)]
    public void The_name_states_the_level(string? organisation, AdministrativeLevel level) => Assert.Equal(level, DocumentOverview.LevelOf(organisation));

    [Fact]
    public void Units_and_people_may_stand_in_tables()
    {
        var layout = new DocumentLayout
        {
            Pages = [new LayoutPage(1), new LayoutPage(2)],
            Blocks =
            [
                new Paragraph("2024年部门预算", new Place(1)), new Paragraph("二、部门预算单位构成", new Place(2)), new Paragraph("纳入预算编制范围的单位包括：", new Place(2)),
                Forms.Tables.Grid("""
                    序号 | 单位名称 | 单位性质
                    1 | 某市某局（本级） | 行政
                    2 | 某市某局信息中心 | 事业
                    """) with { Place = new Place(2) },
                new Paragraph("三、部门人员构成", new Place(2)),
                Forms.Tables.Grid("""
                    编制数 | 实有人数 | 离休人数 | 退休人数
                    30 | 28 | 0 | 9
                    """) with { Place = new Place(2) },
            ],
        };
        var reading = DocumentReader.Read(layout);
        Assert.Equal(["某市某局（本级）", "某市某局信息中心"], reading.Document.UnitsCovered);
        Assert.Equal(new Staffing { Posts = 30, Serving = 28, RetiredVeterans = 0, Retired = 9 }, reading.Document.Staffing);
        Assert.NotNull(reading.Provenance.OfUnitCovered(1));
        Assert.NotNull(reading.Provenance.OfStaffing);
        Assert.Empty(reading.Unplaced);
    }
}
