using System.Globalization;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Tests;

public class PublishedTablesTests
{
    public static TheoryData<string> Names => Samples.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_formats_give_the_same_grids(string name)
    {
        var modern = Samples.Read(name + ".xlsx");
        var legacy = Samples.Read(name + ".xls");

        Assert.Equal(modern.Grids().Length, legacy.Grids().Length);
        foreach (var (x, y) in modern.Grids().Zip(legacy.Grids()))
        {
            Assert.Equal((x.RowCount, x.ColumnCount, x.Cells.Count), (y.RowCount, y.ColumnCount, y.Cells.Count));
            foreach (var (a, b) in x.Cells.Zip(y.Cells))
            {
                Assert.Equal((a.Row, a.Column, a.RowSpan, a.ColumnSpan, a.Text, a.Stored, a.Place.Cell),
                    (b.Row, b.Column, b.RowSpan, b.ColumnSpan, b.Text, b.Stored, b.Place.Cell));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_published_figure_is_there_with_its_printed_decimals(string name)
    {
        foreach (var extension in (string[])[".xlsx", ".xls"])
        {
            var layout = Samples.Read(name + extension);
            var printed = layout.Grids().SelectMany(g => g.Cells)
                .GroupBy(c => c.Text.Replace(",", "", StringComparison.Ordinal))
                .ToDictionary(g => g.Key, g => g.Count());
            var expected = File.ReadLines(Samples.File(name + ".facts.csv")).Skip(1).Select(Value).GroupBy(v => v);
            Assert.All(expected,
                v => Assert.True(printed.GetValueOrDefault(v.Key) >= v.Count(), $"{v.Key}: {v.Count()} wanted, {printed.GetValueOrDefault(v.Key)} there"));
            Assert.DoesNotContain(layout.Diagnostics, d => d.IsLoss);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Grids_are_sound(string name)
    {
        var layout = Samples.Read(name + ".xlsx");
        Assert.All(layout.Grids(), Soundness.Check);
        Assert.Equal(layout.Pages.Select(p => p.Name), layout.Grids().Select(g => g.Place.Sheet));
    }

    [Fact]
    public void A_cell_knows_text_number_and_place()
    {
        var layout = Samples.Read("rebuilt-000.xlsx");
        var cell = layout.Find("GK01 收入支出决算总表(公开01表)", "C7")!;
        Assert.Equal(("236.71", 236.71m, 1), (cell.Text, cell.Stored, cell.Place.Page));
        Assert.Equal("工作表“GK01 收入支出决算总表(公开01表)”C7", cell.Place.ToString());
    }

    private static string Value(string line)
    {
        var fields = new List<string>();
        var field = "";
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                fields.Add(field);
                field = "";
            }
            else field += c;
        }

        fields.Add(field);
        Assert.True(decimal.TryParse(fields[4], CultureInfo.InvariantCulture, out _), line);
        return fields[4];
    }
}
