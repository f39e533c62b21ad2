using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Forms;

namespace GovBudget.Model.Tests.Forms;

/// <summary>Which columns a table prints, in which order and under which of the words that the editions use, changes nothing of what is read.</summary>
public class ColumnOrderTests
{
    private static readonly (string Code, string Name)[] s_functional = [("208", "社会保障和就业支出"), ("20805", "行政事业单位养老支出"), ("2080505", "机关事业单位基本养老保险缴费支出"),
        ("", "合计")];
    private static readonly (string Code, string Name)[] s_economic = [("301", "工资福利支出"), ("30101", "基本工资"), ("302", "商品和服务支出"), ("", "合计")];

    private static readonly Form[] s_forms = [.. OfficialForms.All.Where(form => form.Rows is RowKind.Functional or RowKind.Economic
        && form.Columns.Length > 2)];

    [Fact]
    public void Any_order_of_columns_under_any_of_their_headers_reads_to_the_same_facts()
    {
        Assert.True(s_forms.Length >= 6);
        var tables = from form in Gen.Elements(
            s_forms)
                     from kind in Gen.Elements(DocumentKind.FinalAccounts,
                DocumentKind.Budget)
                     from seed in Gen.Choose(0, int.MaxValue)
                     select (form, kind, seed);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(Arb.From(tables), table =>
        {
            var (text, expected) = Print(table.form, new Random(table.seed));
            var cover = table.kind == DocumentKind.Budget ? "2023年部门预算" : "2023年度部门决算";
            var reading = DocumentReader.Read(Tables.Layout(table.form.Name(table.kind), text, "单位：万元", cover));
            var facts = Fact.Of(reading.Document, reading.Provenance)
                .Select(f => $"{f.Code},{f.Item},{f.Column},{f.Amount.Format()}")
                .Order(StringComparer.Ordinal)
                .ToList();
            return (facts.SequenceEqual(expected.Order(StringComparer.Ordinal)) && reading.Unplaced.Count == 0)
                .Label(
                    $"{table.form.Name(table.kind)}\n{text}\nread\n{string.Join('\n', facts.Except(expected))}\ninstead of\n{string.Join('\n', expected.Except(facts))}");
        }));
    }

    /// <summary>A table of some of a form's columns, shuffled, each under one of its headers, those of several levels over as many rows; and its
    /// facts.</summary>
    private static (string Table, List<string> Facts) Print(Form form, Random random)
    {
        var columns = form.Columns.Where(c => c.Column != Column.Amount)
            .Where((c, i) => i < 3 || random.Next(3) > 0)
            .OrderBy(_ => random.Next())
            .Select(c => (c.Column.Path, Header: HeaderOf(form, c, random).Split('/')))
            .ToList();
        var parted = random.Next(2) == 0;
        List<string[]> heads = [.. (parted ? new[] { "科目编码/类", "科目编码/款", "科目编码/项" } : ["科目编码"]).Append("科目名称").Select(h => h.Split('/')),
            .. columns.Select(c => c.Header)];
        var rows = new List<string>();
        for (var level = 0; level < heads.Max(h => h.Length); level++)
        {
            rows.Add(string.Join('|', heads.Select((head, i) => level >= head.Length ? "^"
                : i > 0 && level < head.Length - 1 && heads[i - 1].Length > level + 1 && heads[i - 1].Take(level + 1).SequenceEqual(head.Take(level + 1))
                ? "<"
                : head[level])));
        }
        var facts = new List<string>();
        foreach (var (code, name) in form.Rows == RowKind.Economic ? s_economic : s_functional)
        {
            var cells = new List<string>();
            if (parted) cells.AddRange(code.Length == 0 ? ["", "", ""] : [code[..3], code.Length > 3 ? code[3..5] : "", code.Length > 5 ? code[5..] : ""]);
            else cells.Add(code);
            cells.Add(name);
            foreach (var (path, _) in columns)
            {
                var value = random.Next(5) == 0 ? "" : (random.Next(1, 1_000_000) / 100m).ToString("0.00", CultureInfo.InvariantCulture);
                cells.Add(value);
                if (value.Length > 0) facts.Add($"{code},{name},{path},{value}");
            }
            rows.Add(string.Join('|', cells));
        }
        return (string.Join('\n', rows), facts);
    }

    /// <summary>One of the headers that name a column and no other, and that are more than 金额.</summary>
    private static string HeaderOf(Form form, FormColumn column, Random random)
    {
        var headers = column.Headers.Prepend(column.Column.Path)
            .Where(h => form.ColumnUnder(Label.Fold(h)) == column.Column && !OfficialForms.AmountHeaders.Contains(h))
            .ToList();
        return headers[random.Next(headers.Count)];
    }
}
