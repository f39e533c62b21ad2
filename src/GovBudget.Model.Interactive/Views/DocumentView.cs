using System.Globalization;

namespace GovBudget.Model.Interactive.Views;

/// <summary>Documents: whose they are, then every table and performance form, the first one open.</summary>
internal static class DocumentView
{
    public static View Of(BudgetDocument document) => new([Heading(document, []), .. Tables(document)]);

    /// <summary>A document that was read: with what could not be placed or read.</summary>
    public static View Of(Reading reading)
    {
        var document = reading.Document;
        string[] remarks = [$"{reading.Unplaced.Count} 处未能归位", .. reading.PicturedTables.Count > 0 ? new[] { $"{reading.PicturedTables.Count} 张表为图片" } : []];
        return new(
        [
            Heading(document, remarks),
            .. reading.PicturedTables.Select(t => new LineBlock($"{t.Place} {t}", Tone.Warning)),
            .. reading.Diagnostics.Where(d => d.IsLoss).Select(d => new LineBlock(d.ToString(), Tone.Warning)),
            .. reading.Unplaced.Select(u => new LineBlock(u.ToString(), Tone.Warning)),
            .. Tables(document),
        ]);
    }

    /// <summary>What a document is called: department, year, family.</summary>
    public static string Name(BudgetDocument document) =>
        $"{document.Organisation ?? "（单位不详）"} {document.Year?.ToString(CultureInfo.InvariantCulture) ?? "年度不详"}{(document.Year is null ? "" : " 年度")}{Kind(document)}";

    public static string Kind(BudgetDocument document) => document.Kind == DocumentKind.Budget ? "部门预算" : "部门决算";

    private static HeadingBlock Heading(BudgetDocument document, IEnumerable<string> remarks)
    {
        var counts = new[] { $"{document.Statements.Count} 张表", $"{Fact.Of(document).Count()} 个数字",
            document.Performance.Count > 0 ? $"{document.Performance.Count} 张绩效表" : null };
        return new HeadingBlock(Name(document), string.Join('，', counts.OfType<string>().Concat(remarks)));
    }

    private static IEnumerable<Block> Tables(BudgetDocument document)
    {
        var tables = document.Statements.Select((s,
            i) => StatementView.Table(s, document.Kind, document.Year, Fact.TableName(s, document)) with { Open = i == 0 });
        var forms = document.Performance.Select(f => PerformanceView.Form(f,
            document.Organisation)).Select(f => f with { Printed = f.Printed with { Open = document.Statements.Count == 0 } });
        return tables.Concat<Block>(forms);
    }
}
