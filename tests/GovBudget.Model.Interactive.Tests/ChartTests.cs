using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using GovBudget.Model.Testing;

namespace GovBudget.Model.Interactive.Tests;

public class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Structure_has_the_lines_of_both_sides_without_sums()
    {
        var chart = Charts.Structure(Gallery.Accounts);
        Assert.Equal(["一般公共预算财政拨款收入", "社会保障和就业支出", "卫生健康支出", "住房保障支出"], chart.Rows.Select(r => r.Label));
        Assert.Equal(["236.71", "15.99", "202.99", "17.73"], chart.Rows.Select(r => r.Values[0]!.Value.Format()));
        Assert.Equal("收入", chart.Rows[0].Group);
    }

    [Fact]
    public void Bars_are_as_long_as_their_figures()
    {
        foreach (var document in Gallery.Documents)
        {
            var chart = Charts.Structure(document);
            var bars = Bars(chart.ToSvg());
            Assert.Equal(chart.Rows.Count, bars.Count);
            if (chart.Rows.Count == 0) continue;
            var scale = bars.Max() / (double)chart.Rows.Max(r => r.Values[0]!.Value.Value);
            Assert.All(chart.Rows.Zip(bars), p => Assert.Equal((double)p.First.Values[0]!.Value.Value * scale, p.Second, 0.02));
        }
    }

    [Fact]
    public void Two_years_stand_side_by_side_in_one_unit()
    {
        var (last, now) = (Generate.FinalAccounts(3, 2022), Generate.FinalAccounts(4, 2023));
        var yuan = last with
        {
            Statements = last.Statements.Select(s => s.WithLines(s.AllLines.Select(l => l with
            {
                Figures = l.Figures.Select((_,
            a) => a.Unit.IsMoney ? a.In(Unit.Yuan) : a)
            }))).ToValueList()
        };
        var chart = Charts.Expenditure(now, yuan);
        Assert.Equal(["2023决算", "2022决算"], chart.Series);
        var row = chart.Rows.Single(r => r.Label == "本年支出合计");
        Assert.All(row.Values.Zip([now, last]), p => Assert.True(p.First!.Value.SameSize(p.Second.Summary.YearExpenditure!.Value)));
        Assert.All(chart.Rows, r => Assert.All(r.Values, v => Assert.True(v is null || v.Value.Unit == chart.Unit)));
        Assert.Throws<ArgumentException>(() => Charts.Expenditure());
    }

    [Fact]
    public void Three_public_sets_budget_against_actual_and_years_against_years()
    {
        var one = Charts.ThreePublic(Gallery.Accounts);
        Assert.Equal(["预算数", "决算数"], one.Series);
        Assert.Equal(Gallery.Accounts.ThreePublic.Budget.Total, one.Rows[0].Values[0]);
        Assert.Equal(["2023决算", "2024预算"], Charts.ThreePublic(Gallery.Accounts, Gallery.Budget with { Year = 2024 }).Series);
    }

    [Fact]
    public void Scores_fall_step_by_step_and_end_in_the_printed_total()
    {
        var sheet = ScoringRule.For(Gallery.Form).Evaluate(Gallery.Form);
        var chart = Charts.Scores(sheet);
        Assert.Equal([ChartMark.Right, ChartMark.Right, ChartMark.Wrong], chart.Rows.Take(3).Select(r => r.Mark));
        using var vega = JsonDocument.Parse(chart.ToVegaLite());
        var bars = vega.RootElement.GetProperty("data").GetProperty("values").EnumerateArray().Where(v => v.GetProperty("series").GetString() == "得分").ToList();
        Assert.All(bars.Zip(bars.Skip(1)).SkipLast(1), p => Assert.Equal(p.First.GetProperty("end").GetDecimal(), p.Second.GetProperty("start").GetDecimal()));
        Assert.Equal((0m, 95.5m), (bars[^1].GetProperty("start").GetDecimal(), bars[^1].GetProperty("end").GetDecimal()));
    }

    [Fact]
    public void Drawings_specifications_and_tables_hold_the_same_figures()
    {
        var sheet = ScoringRule.For(Gallery.Form).Evaluate(Gallery.Form);
        foreach (var chart in new[] { Charts.Structure(Gallery.Budget), Charts.Expenditure(Gallery.Budget, Gallery.Accounts),
            Charts.ThreePublic(Gallery.Accounts), Charts.Scores(sheet) })
        {
            var figures = chart.Rows.SelectMany(r => r.Values).OfType<Amount>().Select(a => a.Value).Order();
            using var vega = JsonDocument.Parse(chart.ToVegaLite());
            Assert.Equal(figures,
                vega.RootElement.GetProperty("data").GetProperty("values").EnumerateArray().Select(v => v.GetProperty("value").GetDecimal()).Order());
            var svg = XElement.Parse(chart.ToSvg());
            Assert.All(chart.Rows.SelectMany(r => r.Values).OfType<Amount>(),
                a => Assert.Contains(a.Format(thousands: true), svg.Value, StringComparison.Ordinal));
            Assert.All(chart.Rows.SelectMany(r => r.Values).OfType<Amount>(),
                a => Assert.Contains(a.Format(thousands: true), chart.ToMarkdown(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_document_without_tables_gives_an_empty_drawing() =>
        Assert.Empty(Bars(Charts.Structure(new DepartmentBudget()).ToSvg()));

    private static List<double> Bars(string svg) =>
        [.. XElement.Parse(svg)
            .Elements(Svg + "rect")
            .Where(r => r.Attribute("data-series") is not null)
            .Select(r => double.Parse(r.Attribute("width")!.Value, CultureInfo.InvariantCulture))];
}
