using GovBudget.Model.Layout;
using GovBudget.Model.Tests.Forms;

namespace GovBudget.Model.Tests.Performance;

/// <summary>Performance forms in the layouts of ministries and provinces, each a small grid.</summary>
public class PerformanceReaderTests
{
    private const string National = """
        项目名称 | 数据中心运维 | < | < | < | < | <
        主管部门 | 某市某局 | < | < | 实施单位 | 某市信息中心 | <
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 得分
        ^ | 年度资金总额 | 120.00 | 100.00 | 95.00 | 10 | 9.5
        ^ | 其中：当年财政拨款 | 120.00 | 100.00 | 95.00 | — | —
        年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | <
        ^ | 保障系统运行。 | < | < | 系统运行平稳。 | < | <
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分
        ^ | 产出指标 | 数量指标 | 巡检次数 | ≥12次 | 12次 | 50
        ^ | ^ | 质量指标 | 系统可用率 | ≥99% | 99.5% | 30
        ^ | 满意度指标 | 满意度指标 | 用户满意度 | ≥90% | 95% | 10
        总分 | < | < | < | < | < | 99.5
        """;

    [Fact]
    public void The_national_self_evaluation()
    {
        var reading = DocumentReader.Read(Tables.Layout("项目支出绩效自评表", National, "（2023年度）"));
        var form = Assert.IsType<ProjectSelfEvaluation>(Assert.Single(reading.Document.Performance));

        Assert.Empty(reading.Unplaced);
        Assert.Empty(reading.Document.Statements);
        Assert.Equal(("数据中心运维", "某市某局", "某市信息中心", 2023), (form.Subject, form.Department, form.Organisation, form.Year));
        Assert.Equal(["年度资金总额", "其中：当年财政拨款"], form.Execution.Select(r => r.Name));
        Assert.Equal(
            (Amount.OfWan(120.00m), Amount.OfWan(100.00m), Amount.OfWan(95.00m), new Amount(10m, Unit.None), new Amount(9.5m, Unit.None)),
            (form.Execution[0].InitialBudget!.Value, form.Execution[0].Budget!.Value, form.Execution[0].Executed!.Value, form.Execution[0].Weight!.Value,
                form.Execution[0].Score!.Value));
        Assert.Null(form.Execution[1].Score);
        Assert.Equal(("保障系统运行。", "系统运行平稳。"), (form.AnnualGoal, form.Achievement));
        Assert.Equal(["产出指标/数量指标/巡检次数", "产出指标/质量指标/系统可用率", "满意度指标/满意度指标/用户满意度"], form.Indicators.Select(i => i.Path));
        Assert.Equal(["≥12次", "≥99%", "≥90%"], form.Indicators.Select(i => i.Target!.Text));
        Assert.Equal(["12次", "99.5%", "95%"], form.Indicators.Select(i => i.Achieved!.Text));
        Assert.Equal(new Amount(99.5m, Unit.None), form.Total);
    }

    [Fact]
    public void Several_projects_in_one_table_with_nature_value_and_unit_apart()
    {
        var reading = DocumentReader.Read(Tables.Layout("部门预算项目绩效目标表", """
            单位名称 | 项目名称 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重
            某市某局 | 执法装备 | 配齐装备 | 产出指标 | 数量指标 | 购置数量 | ≥ | 20 | 台 | 30
            ^ | ^ | ^ | 效益指标 | 社会效益指标 | 执法能力 | 定性 | 明显提升 | | 20
            ^ | 普法宣传 | 办好活动 | 产出指标 | 数量指标 | 活动场次 | = | 5 | 场 | 40
            ^ | ^ | ^ | ^ | 时效指标 | 完成时间 | 定性 | 12月底前 | | 10
            """));

        Assert.Empty(reading.Unplaced);
        Assert.Equal(["执法装备", "普法宣传"], reading.Document.Performance.Select(f => f.Subject));
        Assert.All(reading.Document.Performance, f => Assert.IsType<ProjectGoals>(f));
        Assert.Equal(["配齐装备", "办好活动"], reading.Document.Performance.Select(f => Assert.Single(f.Goals).Text));
        Assert.Equal(
            [
                "项目绩效目标表,执法装备,产出指标,数量指标,购置数量,≥20台,,30,,1", "项目绩效目标表,执法装备,效益指标,社会效益指标,执法能力,明显提升,,20,,1",
                "项目绩效目标表,普法宣传,产出指标,数量指标,活动场次,=5场,,40,,1", "项目绩效目标表,普法宣传,产出指标,时效指标,完成时间,12月底前,,10,,1",
            ],
            IndicatorListing.Of(reading.Document, reading.Provenance).Select(r => r.ToCsv()));
    }

    [Fact]
    public void Forms_one_below_the_other_in_one_grid_are_several()
    {
        var layout = Tables.Layout("项目绩效目标表", """
            项目名称 | 甲项目 | <
            二级指标 | 三级指标 | 指标值
            数量指标 | 甲一 | 1次
            项目名称 | 乙项目 | <
            二级指标 | 三级指标 | 指标值
            数量指标 | 乙一 | 2次
            """);
        Assert.Equal([("甲项目", "甲一"), ("乙项目", "乙一")],
            DocumentReader.Read(layout).Document.Performance.Select(f => (f.Subject, Assert.Single(f.Indicators).Name)));
    }

    [Fact]
    public void A_form_goes_on_in_the_next_grid_without_header()
    {
        var layout = Tables.Layout("部门整体支出绩效目标表", """
            单位名称 | 某市某局 | < | <
            年度目标 | 做好工作 | < | <
            一级指标 | 二级指标 | 三级指标 | 指标值
            产出指标 | 数量指标 | 检查次数 | ≥5次
            """);
        var next = Tables.Grid("""
            | 质量指标 | 检查覆盖率 | 100%
            满意度指标 | 满意度指标 | 群众满意度 | ≥90%
            """);
        layout = layout with
        {
            Blocks = [.. layout.Blocks,
            next with { Place = new Place(2), Cells = next.Cells.Select(c => c with { Place = new Place(2) }).ToValueList() }]
        };
        var reading = DocumentReader.Read(layout);
        var form = Assert.IsType<DepartmentGoals>(Assert.Single(reading.Document.Performance));

        Assert.Empty(reading.Document.Statements);
        Assert.Equal("某市某局", form.Subject);
        Assert.Equal(["产出指标/数量指标/检查次数", "产出指标/质量指标/检查覆盖率", "满意度指标/满意度指标/群众满意度"], form.Indicators.Select(i => i.Path));
        Assert.Equal([1, 2, 2], Enumerable.Range(0, 3).Select(i => reading.Provenance.OfIndicator(0, i)!.Value.Page));
    }

    [Fact]
    public void The_first_level_is_filled_down_only_as_far_as_the_second_belongs_to_it()
    {
        var form = Only(Tables.Layout("部门整体绩效目标表", """
            单位名称 | 某局 | < | <
            一级指标 | 二级指标 | 三级指标 | 指标值
            产出指标 | 数量指标 | 甲 | 1次
            | 质量指标 | 乙 | 1次
            | 社会效益指标 | 丙 | 1次
            """));
        Assert.Equal(["产出指标", "产出指标", ""], form.Indicators.Select(i => i.Level1));
    }

    [Fact]
    public void What_no_column_takes_is_reported_with_its_place()
    {
        var reading = DocumentReader.Read(Tables.Layout("项目支出绩效自评表", """
            项目名称 | 甲 | < | < | <
            一级指标 | 二级指标 | 三级指标 | 指标值 | 某栏
            产出指标 | 数量指标 | 甲一 | 1次 | 37
            """));
        Assert.Equal("37", Assert.Single(reading.Unplaced).Text);
        Assert.Equal(new Place(1), reading.Unplaced[0].Place);
    }

    [Theory]
    [InlineData("1.部门预算项目☑ 2.财政专项资金□", "部门预算项目", "部门预算项目、财政专项资金")]
    [InlineData("□新增项目 √延续项目", "延续项目", "新增项目、延续项目")]
    [InlineData("□√经常性 □一次性", "经常性", "经常性、一次性")]
    public void Boxes_are_ticked_or_not(string text, string ticked, string all)
    {
        var form = Assert.IsType<ProjectSelfEvaluation>(Only(Tables.Layout("项目支出绩效自评表", $"""
            项目名称 | 甲 | < | <
            项目类别 | {text} | < | <
            二级指标 | 三级指标 | 指标值 | 得分
            数量指标 | 甲一 | 1次 | 5
            """)));
        var group = Assert.Single(form.Categories);
        Assert.Equal("项目类别", group.Name);
        Assert.Equal([ticked], group.Ticked);
        Assert.Equal(all, string.Join('、', group.Boxes.Select(b => b.Label)));
    }

    [Fact]
    public void A_form_is_the_same_after_json()
    {
        var document = DocumentReader.Read(Tables.Layout("项目支出绩效自评表", National, "（2023年度）")).Document;
        Assert.Single(document.Performance);
        Assert.Equal(document, DocumentJson.Read(DocumentJson.Write(document)));
    }

    private static PerformanceForm Only(DocumentLayout layout) => Assert.Single(DocumentReader.Read(layout).Document.Performance);
}
