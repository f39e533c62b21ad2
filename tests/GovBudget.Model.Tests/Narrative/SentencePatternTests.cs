using NodaTime;
using static GovBudget.Model.Tests.Say;
using Q = GovBudget.Model.BudgetQuantity;

namespace GovBudget.Model.Tests;

/// <summary>One test per sentence pattern: what is printed, and everything that it says.</summary>
public sealed class SentencePatternTests
{
    [Fact]
    public void Total_with_change_against_the_year_before() => Assert.Equal(
        [
            new AmountClaim(Of(Q.Income, year: 2023), Wan("236.71")),
            new ChangeClaim(Of(Q.Income), ComparisonBasis.OfYear(2022), ChangeDirection.Down, Wan("50.66"), ChangeDirection.Down, Percent("17.6")),
        ],
        Claims("2023 年度收入合计 236.71 万元，与 2022 年度相比，收入合计减少 50.66 万元，下降 17.6%。"));

    [Fact]
    public void Both_sides_at_once_under_many_names()
    {
        foreach (var name in new[] { "收、支总计", "收入支出总计", "收入、支出预算总计", "收支总预算" })
            Assert.Equal(Q.GrandTotal, Assert.IsType<AmountClaim>(Assert.Single(Claims($"2023年度{name}均为 236.71 万元。"))).Subject.Quantity);
    }

    [Fact]
    public void Parts_with_shares_of_the_total_before() => Assert.Equal(
        [
            new AmountClaim(Of(Q.Expenditure), Wan("9759.38")),
            new AmountClaim(Of(Q.BasicExpenditure, within: "本年支出合计"), Wan("5377.64")),
            new ShareClaim(Of(Q.BasicExpenditure, within: "本年支出合计"), Of(Q.Expenditure), Percent("55.10")),
            new AmountClaim(Of(Q.ProjectExpenditure, within: "本年支出合计"), Wan("4381.74")),
            new ShareClaim(Of(Q.ProjectExpenditure, within: "本年支出合计"), Of(Q.Expenditure), Percent("44.90")),
        ],
        Claims("本年支出合计 9759.38 万元，其中：基本支出 5377.64 万元，占 55.10%；项目支出 4381.74 万元，占 44.90%。"));

    [Fact]
    public void Parts_of_a_part_end_at_the_semicolon() => Assert.Equal(
        [("支出总计", null), ("基本支出", "支出总计"), ("人员经费", "基本支出"), ("公用经费", "基本支出"), ("项目支出", "支出总计")],
        Claims(
            "支出预算 991.65 万元，其中：基本支出 462.83 万元，其中人员经费 215.42 万元，公用经费 247.41 万元；项目经费 528.82 万元。").Cast<AmountClaim>().Select(c => (c.Subject.Name,
                c.Subject.Within)));

    [Fact]
    public void Share_of_a_whole_that_is_named() => Assert.Equal(
        [
            new AmountClaim(Of(Q.ProcurementSmallMedium), Wan("340.17")),
            new ShareClaim(Of(Q.ProcurementSmallMedium), Of(Q.Procurement), Percent("98.38")),
            new AmountClaim(Of(Q.ProcurementSmallMicro, within: "授予中小企业合同金额"), Wan("5.52")),
            new ShareClaim(Of(Q.ProcurementSmallMicro, within: "授予中小企业合同金额"), Of(Q.ProcurementSmallMedium), Percent("1.62")),
        ],
        Claims("授予中小企业合同金额340.17万元，占政府采购支出总额的98.38%，其中：授予小微企业合同金额5.52万元，占授予中小企业合同金额的1.62 %。"));

    [Fact]
    public void Item_by_item_with_the_subject_named_once()
    {
        string[] path = ["社会保障和就业支出", "行政事业单位养老支出", "行政单位离退休"];
        Assert.Equal(
            [
                new ListClaim(Item(default, path), ListRole.Purposes, [new ListItem("行政单位退休人员支出")], false),
                new AmountClaim(Item(FigureMeasure.InitialBudget, path), Wan("54.53")),
                new AmountClaim(Item(FigureMeasure.Actual, path), Wan("54.53")),
                new CompletionClaim(Item(FigureMeasure.Actual, path), FigureMeasure.InitialBudget, Percent("100.00")),
                new ComparisonClaim(Item(FigureMeasure.Actual, path), FigureOrder.Equal, ComparisonBasis.Of(FigureMeasure.Budget)),
            ],
            Claims("1、社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）。主要用于：行政单位退休人员支出。年初预算为 54.53 万元，支出决算为 54.53 万元，完成年初预算的 100.00%。决算数同预算数持平。"));
    }

    [Fact]
    public void Direction_of_the_deviation_and_its_reason()
    {
        string[] path = ["卫生健康支出", "行政事业单位医疗", "行政单位医疗"];
        Assert.Equal(
            [
                new AmountClaim(Item(FigureMeasure.InitialBudget, path), Wan("62.29")),
                new AmountClaim(Item(FigureMeasure.Actual, path), Wan("60.99")),
                new ComparisonClaim(Item(FigureMeasure.Actual, path), FigureOrder.Equal, ComparisonBasis.Of(FigureMeasure.Budget)),
                new ReasonClaim(Item(FigureMeasure.Actual, path), "预算按周全保障测算，实际执行基本贴合预期"),
            ],
            Claims("9、卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。年初预算为 62.29 万元，支出决算为 60.99 万元。 决算数等于预算数的主要原因：预算按周全保障测算，实际执行基本贴合预期。"));
    }

    [Theory]
    [InlineData("支出决算数大于年初预算数的主要原因：人员增加。", FigureOrder.Greater, FigureMeasure.InitialBudget)]
    [InlineData("决算数小于全年预算数。", FigureOrder.Less, FigureMeasure.AnnualBudget)]
    [InlineData("决算数与预算数基本持平。", FigureOrder.AboutEqual, FigureMeasure.Budget)]
    [InlineData("决算数大于（小于）预算数。", FigureOrder.Undecided, FigureMeasure.Budget)]
    public void Orders(string sentence, FigureOrder order, FigureMeasure right) =>
        Assert.Contains(new ComparisonClaim(Of(Q.Reception, FigureMeasure.Actual), order, ComparisonBasis.Of(right)), Claims("公务接待费支出决算为 1 万元。" + sentence));

    [Fact]
    public void Smaller_than_the_budget_of_the_year_before() => Assert.Equal(
        [
            new AmountClaim(Of(Q.Reception, FigureMeasure.Budget), Wan("185.72")),
            new ComparisonClaim(Of(Q.Reception), FigureOrder.Less, ComparisonBasis.LastYear(FigureMeasure.Budget)),
            new ReasonClaim(Of(Q.Reception), "严格控制公务接待支出"),
        ],
        Claims("3．公务接待费预算支出 185.72 万元，本年数小于上年预算数的主要原因是严格控制公务接待支出。"));

    [Theory]
    [InlineData("比2023年预算持平", 2023, false, FigureMeasure.Budget)]
    [InlineData("与上年相同", null, true, FigureMeasure.Unstated)]
    [InlineData("与上年一致", null, true, FigureMeasure.Unstated)]
    [InlineData("与2024年预算执行数持平", 2024, false, FigureMeasure.Execution)]
    [InlineData("本年数与上年数持平，零增长", null, true, FigureMeasure.Unstated)]
    public void No_change(string words, int? year, bool previous, FigureMeasure measure) => Assert.Equal(
        new ChangeClaim(Of(Q.Abroad), new ComparisonBasis(year, previous, measure), ChangeDirection.Flat, null, null, null),
        Claims($"因公出国（境）费 0 万元，{words}。")[^1]);

    [Theory]
    [InlineData("较上年增加 0.12 万元，增长 12 %", ChangeDirection.Up, "0.12", ChangeDirection.Up, "12")]
    [InlineData("较上年减少了 0.12 万元，降低 3.1%", ChangeDirection.Down, "0.12", ChangeDirection.Down, "3.1")]
    [InlineData("较上年增加 0.12 万元，下降 12 %", ChangeDirection.Up, "0.12", ChangeDirection.Down, "12")]
    [InlineData("较上年增加 0.12 万元，增幅为 12%", ChangeDirection.Up, "0.12", ChangeDirection.Up, "12")]
    [InlineData("较上年增加(减少) 0.00 万元，增长(下降) 0%", ChangeDirection.Undecided, "0.00", ChangeDirection.Undecided, "0")]
    [InlineData("较上年增加 0.12 万元", ChangeDirection.Up, "0.12", null, null)]
    [InlineData("较上年下降 12%", ChangeDirection.Down, null, ChangeDirection.Down, "12")]
    public void Change(string words, ChangeDirection direction, string? by, ChangeDirection? rateDirection, string? rate) => Assert.Equal(
        new ChangeClaim(Of(Q.AgencyOperation), ComparisonBasis.LastYear(), direction, by is null ? null : Wan(by), rateDirection,
            rate is null ? null : Percent(rate)),
        Claims($"机关运行经费支出 16.05 万元，{words}。").OfType<ChangeClaim>().Single());

    [Fact]
    public void Rate_without_its_sign_keeps_no_unit() => Assert.Equal(
        new ChangeClaim(Of(Q.GeneralPublicExpenditure), ComparisonBasis.OfYear(2023), ChangeDirection.Up, Wan("1193.20"), ChangeDirection.Up,
            new Amount(13.95m, Unit.None)),
        Claims("与 2023 年度相比，一般公共预算财政拨款支出增加1193.20 万元，增长 13.95。主要原因：项目支出增加。")[0]);

    [Fact]
    public void Change_of_a_part_named_behind_the_verb() => Assert.Equal(
        [
            new AmountClaim(Of(Q.GeneralPublicIncome, FigureMeasure.Budget), Wan("28849.38")),
            new ChangeClaim(Of(Q.GeneralPublicIncome, FigureMeasure.Budget), ComparisonBasis.LastYear(), ChangeDirection.Up, Wan("1808.29"),
                ChangeDirection.Up, Percent("6.69")),
            new ReasonClaim(Of(Q.GeneralPublicIncome, FigureMeasure.Budget), "基本支出增加人员经费1408.29万元、项目经费支出安排增加租赁费400万元"),
            new ChangeClaim(Of(Q.Personnel, within: "基本支出"), ComparisonBasis.LastYear(), ChangeDirection.Up, Wan("1408.29"), null, null),
            new ChangeClaim(Named("租赁费", within: "项目经费支出安排"), ComparisonBasis.LastYear(), ChangeDirection.Up, Wan("400"), null, null),
        ],
        Claims("一般公共预算收入预算 28849.38 万元，与上年相比增加 1808.29 万元，增长 6.69%。主要原因是基本支出增加人员经费 1408.29 万元、项目经费支出安排增加租赁费 400 万元。"));

    [Theory]
    [InlineData("完成年初预算的44.44%", FigureMeasure.InitialBudget, "44.44")]
    [InlineData("完成全年预算数的0%", FigureMeasure.AnnualBudget, "0")]
    [InlineData("完成预算91.2%", FigureMeasure.Budget, "91.2")]
    public void Completion(string words, FigureMeasure of, string percent) => Assert.Equal(
        new CompletionClaim(Of(Q.Reception, FigureMeasure.Actual), of, Percent(percent)), Claims($"公务接待费支出决算为0.12万元，{words}。")[^1]);

    [Fact]
    public void Three_budgets_of_one_subject() => Assert.Equal(
        [
            new AmountClaim(Of(Q.GeneralPublicExpenditure, FigureMeasure.InitialBudget), Wan("0")),
            new AmountClaim(Of(Q.GeneralPublicExpenditure, FigureMeasure.AnnualBudget), Wan("321.02")),
            new AmountClaim(Of(Q.GeneralPublicExpenditure, FigureMeasure.Actual), Wan("307.82")),
            new CompletionClaim(Of(Q.GeneralPublicExpenditure, FigureMeasure.Actual), FigureMeasure.InitialBudget, Percent("95.89")),
        ],
        Claims("一般公共预算财政拨款支出年初预算为 0 万元，全年预算为321.02 万元，支出决算为 307.82 万元，完成年初预算的 95.89%。"));

    [Fact]
    public void List_of_parts_with_amounts() => Assert.Equal(
        [
            new AmountClaim(Of(Q.Personnel), Wan("167.44")),
            new ListClaim(Of(Q.Personnel), ListRole.Parts, [new("基本工资", Wan("29.16")), new("津贴补贴", Wan("27.05")), new("维修（护）费", Wan("2.1"))], false),
        ],
        Claims("人员经费 167.44 万元, 主要包括: 基本工资 29.16 万元、津贴补贴 27.05 万元、维修(护)费 2.1 万元。"));

    [Fact]
    public void List_in_a_list() => Assert.Equal(
        [
            new AmountClaim(Of(Q.Personnel), Wan("622.66")),
            new ListClaim(Of(Q.Personnel), ListRole.Parts, [new("工资福利支出", Wan("612.89"))], false),
            new ListClaim(Named("工资福利支出"), ListRole.Parts, [new("基本工资", Wan("255.31")), new("绩效工资", Wan("171.53"))], false),
            new AmountClaim(Named("对个人和家庭的补助"), Wan("9.76")),
            new ListClaim(Named("对个人和家庭的补助"), ListRole.Parts, [new("退休费", Wan("9.58")), new("奖励金", Wan("0.18"))], false),
        ],
        Claims("人员经费622.66万元，主要包括工资福利支出612.89万元：基本工资255.31万元，绩效工资171.53万元；对个人和家庭的补助9.76万元：退休费9.58万元，奖励金0.18万元。"));

    [Fact]
    public void List_of_names_that_stays_open() => Assert.Equal(
        new ListClaim(Of(Q.PublicUse), ListRole.Purposes, [new("办公费"), new("因公出国（境）费"), new("其他商品和服务支出")], true),
        Claims("2.公用经费 247.41 万元，主要用于办公费、因公出国(境)费、其他商品和服务支出等。")[^1]);

    [Fact]
    public void Projects_with_what_they_are_for() => Assert.Equal(
        [
            new AmountClaim(Named("医疗救助"), Wan("500")),
            new ListClaim(Named("医疗救助"), ListRole.Purposes, [new("医疗救助")], false),
        ],
        Claims("2.医疗救助 500 万元，用于医疗救助，以减轻困难群众的医疗负担。"));

    [Fact]
    public void Subject_in_quotation_marks_of_a_budget()
    {
        string[] path = ["一般公共服务支出", "统计信息事务", "专项普查活动"];
        Assert.Equal(
            [
                new AmountClaim(Item(default, path), Wan("25.77")),
                new ListClaim(Item(default, path), ListRole.Purposes, [new("专项普查活动")], false),
                new AmountClaim(Item(FigureMeasure.Execution, path) with { Year = 2023 }, Wan("60.13")),
                new AmountClaim(Item(FigureMeasure.Budget, path) with { Year = 2024 }, Wan("25.77")),
                new ChangeClaim(Item(FigureMeasure.Budget, path) with { Year = 2024 }, ComparisonBasis.OfYear(2023, FigureMeasure.Execution),
                    ChangeDirection.Down, null, ChangeDirection.Down, Percent("57.14")),
                new ReasonClaim(Item(FigureMeasure.Budget, path) with { Year = 2024 }, "项目调整"),
            ],
            Claims("1. “一般公共服务支出（类）统计信息事务（款）专项普查活动（项）”25.77万元，主要用于专项普查活动。2023年当年预算执行数为60.13万元，2024年预算安排25.77万元，比2023年预算执行数减少57.14%。主要原因是：项目调整。"));
    }

    [Fact]
    public void Class_from_the_heading_above() => Assert.Equal(
        Item(default, "公共安全", "法院", "行政运行"),
        Assert.IsType<AmountClaim>(Claims("五、财政拨款支出预算表情况说明", "（一）公共安全（类）", "1．法院（款）行政运行（项）支出 11786.92 万元。")[0]).Subject);

    [Fact]
    public void Counts() => Assert.Equal(
        [
            new AmountClaim(Of(Q.DomesticReception), Wan("0.39")),
            new CountClaim(Named("列明公务接待"), Count("2", "批次")),
            new CountClaim(Named("列明公务接待"), Count("26", "人次")),
            new CountClaim(Named("接待外宾", within: "列明公务接待"), Count("0", "批次")),
            new CountClaim(Named("接待外宾", within: "列明公务接待"), Count("0", "人次")),
        ],
        Claims("国内公务接待支出 0.39 万元。列明公务接待 2 批次、26 人次，其中：接待外宾 0 批次、0 人次。"));

    [Fact]
    public void State_of_a_day() => Assert.Equal(
        [
            new DateClaim(new LocalDate(2023, 12, 31)),
            new CountClaim(Of(Q.VehicleCount, owner: "上海市普陀区财政局"), Count("7", "辆")),
            new CountClaim(Named("机要通信用车", within: "车辆"), Count("0", "辆")),
            new CountClaim(Named("其他用车", within: "车辆"), Count("7", "辆")),
            new CountClaim(Named("单价100万元（含）以上设备（不含车辆）"), Count("2", "台（套）")),
        ],
        Claims("截至 2023年 12 月 31 日，上海市普陀区财政局共有车辆7辆，其中：机要通信用车 0 辆、其他用车 7 辆；单价 100 万元（含）以上设备（不含车辆）2 台（套）。"));

    [Fact]
    public void Staff_and_what_is_inside_brackets() => Assert.Equal(
        [
            new CountClaim(Named("在职实有人数"), Count("6", "人")),
            new CountClaim(Named("行政", within: "在职实有人数"), Count("6", "人")),
            new CountClaim(Named("事业", within: "在职实有人数"), Count("0.00", "人")),
            new CountClaim(Named("参照公务员法管理", within: "事业"), Count("6", "人")),
        ],
        Claims("在职实有人数 6 人, 其中: 行政 6 人, 事业 0.00 人(其中: 参照公务员法管理 6 人)。"));

    [Theory]
    [InlineData("上海市普陀区规划与自然资源局 2024 年度无政府性基金预算财政拨款收入和支出。", Q.GovernmentFunds, 2024, "上海市普陀区规划与自然资源局")]
    [InlineData("武汉市洪山区医疗保障局 2024 年没有使用国有资本经营预算拨款安排的支出。", Q.StateCapital, 2024, "武汉市洪山区医疗保障局")]
    [InlineData("本部门无机关运行经费。", Q.AgencyOperation, null, "本部门")]
    [InlineData("本单位当年无财政拨款“三公”经费支出。", Q.ThreePublic, null, "本单位")]
    public void Absence(string sentence, Q quantity, int? year, string owner) =>
        Assert.Equal([new AbsenceClaim(Of(quantity, year: year, owner: owner))], Claims(sentence));

    [Fact]
    public void Project_under_review() => Assert.Equal(
        [
            new AmountClaim(Named("医疗监管", FigureMeasure.AnnualBudget), Wan("63.8")),
            new AmountClaim(Named("医疗监管", FigureMeasure.Execution), Wan("55.29")),
            new CompletionClaim(Named("医疗监管", FigureMeasure.Execution), FigureMeasure.Budget, Percent("86.66")),
        ],
        Claims("2.医疗监管项目绩效自评综述：项目全年预算数为 63.8 万元，执行数为 55.29 万元，完成预算的 86.66%。"));

    [Fact]
    public void What_stands_before_the_amount_says_of_what() => Assert.Equal(
        new AmountClaim(Named("采购金额", within: "在其他政府采购项目中，由中小企业供应商中标或成交的"), Wan("21.07")),
        Claims("在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额21.07 万元。")[0]);

    [Fact]
    public void Money_that_a_thing_counted_involves() => Assert.Equal(
        [
            new CountClaim(Named("编报绩效目标的项目", year: 2024), Count("39", "个")),
            new AmountClaim(Named("涉及预算金额", within: "编报绩效目标的项目"), Wan("4415.48")),
        ],
        Claims("编报绩效目标的2024年度项目39个，涉及预算金额4415.48万元。"));

    [Fact]
    public void Counted_things_behind_the_number() => Assert.Equal(
        new CountClaim(Named("预算单位开展了绩效目标编报工作", owner: "本部门"), Count("2", "个")), Assert.Single(Claims("按照要求，本部门2个预算单位开展了绩效目标编报工作。")));

    [Fact]
    public void Project_that_only_its_section_names() => Assert.Equal(
        [
            new AmountClaim(Named("项目", FigureMeasure.Budget, 2025), new Amount(1410.00m, Unit.Of("万"))),
            new AmountClaim(Named("支持引进品牌集聚", within: "项目"), new Amount(340.00m, Unit.Of("万"))),
            new AmountClaim(Named("支持打造示范地标", within: "项目"), Wan("120.00")),
        ],
        Claims("2025年度项目总预算1410.00万，其中支持引进品牌集聚340.00万，支持打造示范地标120.00万元。"));

    [Fact]
    public void Parts_of_what_the_first_clause_names() => Assert.Equal(
        [
            new AmountClaim(Of(Q.Abroad, FigureMeasure.Actual, within: "“三公”经费"), Wan("0.00")),
            new ShareClaim(Of(Q.Abroad, FigureMeasure.Actual, within: "“三公”经费"), Of(Q.ThreePublic, FigureMeasure.Actual), Percent("0.00")),
            new AmountClaim(Of(Q.Reception, FigureMeasure.Actual, within: "“三公”经费"), Wan("0.39")),
            new ShareClaim(Of(Q.Reception, FigureMeasure.Actual, within: "“三公”经费"), Of(Q.ThreePublic, FigureMeasure.Actual), Percent("100.00")),
        ],
        Claims("“三公”经费财政拨款支出决算中，因公出国（境）费支出决算 0.00 万元，占 0.00%；公务接待费支出决算 0.39 万元，占100.00%。"));

    [Fact]
    public void Parts_are_compared_with_what_the_whole_was() => Assert.Equal(
        new ChangeClaim(Of(Q.Reception, FigureMeasure.Actual, within: "“三公”经费"), ComparisonBasis.OfYear(2023), ChangeDirection.Flat, null, null, null),
        Claims("2024 年度“三公”经费财政拨款支出决算数与 2023 年度持平。其中：公务接待费支出决算持平。")[^1]);

    [Fact]
    public void Cars_of_all_units() => Assert.Equal(
        Q.VehiclesHeld, Assert.IsType<CountClaim>(Assert.Single(Claims("2024 年，某区某局所属各预算单位开支财政拨款的公务用车保有量为 3 辆。"))).Subject.Quantity);

    [Fact]
    public void Unit_cut_short() =>
        Assert.Equal(new AmountClaim(Of(Q.DomesticReception), new Amount(0.39m, Unit.Of("万"))), Claims("国内公务接待支出 0.39 万（含外宾接待支出 0.00 万元）。")[0]);

    [Fact]
    public void Values_in_the_order_of_names_said_before() => Assert.Equal(
        [
            new AmountClaim(Of(Q.Abroad, year: 2023, within: "“三公”经费"), Wan("2")),
            new AmountClaim(Of(Q.Reception, year: 2023, within: "“三公”经费"), Wan("4")),
            new ChangeClaim(Of(Q.Abroad, year: 2023, within: "“三公”经费"), ComparisonBasis.OfYear(2022, FigureMeasure.Execution), ChangeDirection.Down, Wan("1"),
                ChangeDirection.Down, Percent("33")),
            new ChangeClaim(Of(Q.Reception, year: 2023, within: "“三公”经费"), ComparisonBasis.OfYear(2022, FigureMeasure.Execution), ChangeDirection.Down, Wan("4"),
                ChangeDirection.Down, Percent("50")),
        ],
        Claims("2023年“三公”经费6万元中，因公出国（境）费2万元，公务接待费4万元。与2022年预算执行数相比，分别减少1万元、4万元，分别下降33%、50%。").Skip(1));

    [Fact]
    public void Values_that_names_are_too_few_for_are_left_unread()
    {
        var sentence = Assert.Single(NarrativeReader.ReadParagraph("公务接待费分别为1万元、2万元、3万元。"));
        Assert.Empty(sentence.Claims);
        Assert.Equal(3, sentence.Unread.Count);
        Assert.Empty(NarrativeReader.ReadParagraph("分别减少1万元、2万元。").Single().Claims);
    }

    [Theory]
    [InlineData("2023年度收、支总计各减少1.50，2.25万元", "1.50", "2.25")]
    [InlineData("2023年度收入、支出总计分别减少1.50万元、2.25万元", "1.50", "2.25")]
    public void Both_sides_each_with_its_own_value(string text, string income, string expenditure) => Assert.Equal(
        [(Q.IncomeTotal, Wan(income)), (Q.ExpenditureTotal, Wan(expenditure))],
        Claims(text + "。").Cast<ChangeClaim>().Select(c => (c.Subject.Quantity, c.By!.Value)));

    [Fact]
    public void A_line_that_names_an_item_is_the_heading_of_what_is_said_below() => Assert.Equal(
        [(Q.Abroad, Wan("22")), (Q.VehiclePurchase, Wan("61"))],
        Claims("1.因公出国（境）支出", "2023年全年支出22万元，比上年增加1万元。", "（1）公务用车购置", "全年支出61万元。")
            .OfType<AmountClaim>().Select(c => (c.Subject.Quantity, c.Amount)));

    [Theory]
    [InlineData("全镇“三公”经费支出合计40万元", Q.ThreePublic, "全镇")]
    [InlineData("中央本级“三公”经费财政拨款预算40万元", Q.ThreePublic, "中央本级")]
    [InlineData("市级公务用车运行维护费40万元", Q.VehicleRunning, "市级")]
    public void Money_of_a_whole_area(string text, Q quantity, string area) =>
        Assert.Equal((quantity, area), Claims(text + "。").Cast<AmountClaim>().Select(c => (c.Subject.Quantity, c.Subject.Owner)).Single());

    [Fact]
    public void Every_pattern_reads_its_example()
    {
        var proof = new Dictionary<string, Func<Claim, bool>>
        {
            ["compared with"] = c => c is ChangeClaim { Against.Year: 2022 },
            ["parts follow"] = c => c is AmountClaim { Subject.Within: "本年支出合计" },
            ["values in the order of names"] = c => c is AmountClaim { Subject.Quantity: Q.ProjectExpenditure, Amount.Value: 50 },
            ["what it was and became"] = c => c is AmountClaim { Subject: { Quantity: Q.PublicUse, IsPreviousYear: true }, Amount.Value: 20 },
            ["rate of change named"] = c => c is ChangeClaim { Subject.Quantity: Q.AgencyOperation, Rate.Value: 20 },
            ["degree of execution"] = c => c is CompletionClaim { Subject.Quantity: Q.ProjectExpenditure, Percent.Value: 95 },
            ["change by amount or rate"] = c => c is ChangeClaim { By.Value: 50.66m, Rate.Value: 17.6m },
            ["change of a part named behind"] = c => c is ChangeClaim { Subject.Quantity: Q.Personnel },
            ["no change"] = c => c is ChangeClaim { Direction: ChangeDirection.Flat },
            ["larger or smaller"] = c => c is ComparisonClaim { Order: FigureOrder.Less },
            ["share"] = c => c is ShareClaim { Percent.Value: 78.4m },
            ["completion"] = c => c is CompletionClaim { Percent.Value: 132.6m },
            ["list of parts"] = c => c is ListClaim { Role: ListRole.Parts, Items.Count: 2 },
            ["list of purposes"] = c => c is ListClaim { Role: ListRole.Purposes },
            ["reason"] = c => c is ReasonClaim { Text: "人员调出" },
            ["there is none"] = c => c is AbsenceClaim,
            ["as of"] = c => c is DateClaim,
            ["count"] = c => c is CountClaim { Count.Value: 0 },
            ["amount"] = c => c is AmountClaim { Amount.Value: 185.55m },
        };
        Assert.Equal(proof.Keys.Order(), NarrativeReader.Patterns.Select(p => p.Name).Order());
        foreach (var (name, example) in NarrativeReader.Patterns)
            Assert.True(Claims("支出合计1.00万元，" + example + "。").Any(proof[name]), $"{name}: {example}");
    }
}
