using GovBudget.Model.Testing;

namespace GovBudget.Model.Tests;

/// <summary>Fiscal records count every yuan once.</summary>
public class FiscalRecordTests
{
    [Fact]
    public void Records_of_a_valid_document_add_up_to_its_totals()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            BudgetDocument document = seed % 2 == 0 ? Generate.FinalAccounts(seed, 2023) : Generate.Budget(seed, 2024);
            var records = FiscalRecord.Of(document).ToList();
            Close(records, FiscalDirection.Expenditure, document.Expenditure.Total);
            Assert.All(records, r => Assert.Equal(seed % 2 == 0 ? FiscalPhase.Executed : FiscalPhase.Approved, r.Phase));
            Assert.All(records, r => Assert.NotEqual(false, r.Balances));
        }
    }

    [Fact]
    public void Classes_that_the_table_breaks_down_are_left_out_and_a_table_that_does_not_add_up_says_so()
    {
        static ExpenditureLine Line(string? code, string label, decimal total, decimal basic, decimal project) =>
            new() { Code = code, Label = label, Total = Amount.OfWan(total), Basic = Amount.OfWan(basic), Project = Amount.OfWan(project) };
        ValueList<ExpenditureLine> lines = [Line(null, "合计", 3.50m, 1.50m, 2.00m), Line("201", "一般公共服务支出", 3.00m, 1.00m, 2.00m),
            Line("20106", "财政事务", 3.00m, 1.00m, 2.00m), Line("2010601", "行政运行", 3.00m, 1.00m, 2.00m), Line("221", "住房保障支出", 0.50m, 0.50m, 0.00m)];
        var records = FiscalRecord.Of(new FinalAccounts { Statements = [new ExpenditureStatement { Lines = lines }] }).ToList();
        Assert.Equal(["2010601 基本支出 1.00", "2010601 项目支出 2.00", "221 基本支出 0.50", "221 项目支出 0.00"],
            records.Select(r => $"{r.Code} {r.Nature} {r.Amount.Format()}"));
        Assert.All(records, r => Assert.True(r.Balances));
        lines = [Line(null, "合计", 4.50m, 1.50m, 2.00m), .. lines.Skip(1)];
        Assert.All(FiscalRecord.Of(new FinalAccounts { Statements = [new ExpenditureStatement { Lines = lines }] }), r => Assert.False(r.Balances));
    }

    [Fact]
    public void Revenue_in_columns_of_another_edition_is_given_whole()
    {
        static IncomeLine Line(string? code,
            string label) =>
                new()
                {
                    Code = code,
                    Label = label,
                    Figures = default(Figures).With("合计", Amount.OfWan(10.00m)).With("一般公共预算拨款收入", Amount.OfWan(9.00m)).With("其他收入", Amount.OfWan(1.00m))
                };
        var record = Assert.Single(FiscalRecord.Of(
            new DepartmentBudget { Statements = [new IncomeStatement { Lines = [Line("2010601", "行政运行"), Line(null, "合计")] }] }));
        Assert.Equal(("合计", Amount.OfWan(10.00m), true), (record.Nature, record.Amount, record.Balances));
    }

    private static void Close(List<FiscalRecord> records, FiscalDirection direction, Amount? total)
    {
        Assert.NotNull(total);
        var own = records.Where(r => r.Direction == direction).ToList();
        Assert.NotEmpty(own);
        Assert.True(Math.Abs(own.Sum(r => r.Amount.Yuan) - total.Value.Yuan) <= own.Sum(r => r.Amount.HalfStep) + total.Value.HalfStep);
    }
}
