using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Recognition;

namespace GovBudget.Model.Pdf.Tests.Recognition;

/// <summary>A published document whose tables are pictures.</summary>
public class PicturedDocumentTests
{
    private const double AimedRecall = 0.95;

    private static string File => Path.Combine(Shared.Require(), "rebuilt", "004", "chromium.pdf");

    [Fact]
    public void WithoutRecognitionItsTablesAreReportedAndNothingFailsOnThem()
    {
        var reading = PdfFormat.Read(File, PdfReadOptions.Default, TestContext.Current.CancellationToken);
        Assert.Empty(reading.Document.Statements);
        Assert.Equal([5, 6, 7, 8, 9, 10, 11, 12, 13], reading.PicturedTables.Select(table => table.Place.Page));
        Assert.Equal(9, reading.Diagnostics.Count(d => d.IsLoss && d.Message.Contains("图片", StringComparison.Ordinal)));
        Assert.True(reading.MayBePictured(StatementKind.Summary));
        Assert.Contains(reading.Document.Paragraphs,
            text => text.Contains("收、支总计 544.55 万元", StringComparison.Ordinal) || text.Contains("收、支总计544.55万元", StringComparison.Ordinal));
        Assert.DoesNotContain(Checker.Default.Check(reading).Findings,
            finding => !finding.Rule.Id.StartsWith("performance.", StringComparison.Ordinal)
                && !finding.Rule.Id.StartsWith("narrative.", StringComparison.Ordinal)
            && finding.Rule.Category is RuleCategory.Completeness or RuleCategory.Arithmetic or RuleCategory.CrossTable);
    }

    [Fact]
    public void WithRecognitionItsFiguresAreReadAndEveryWrongOneIsFlagged()
    {
        string file = File;
        var tesseract = Tesseract.Find();
        if (tesseract is null) Assert.Skip("tesseract with chi_sim is not installed.");
        var reading = PdfFormat.Read(file, new PdfReadOptions { Ocr = tesseract }, TestContext.Current.CancellationToken);
        var left = Truth().GroupBy(row => row).ToDictionary(group => group.Key, group => group.Count());
        int total = left.Values.Sum(), right = 0;
        var silent = new List<Fact>();
        foreach (var fact in Fact.Of(reading))
        {
            var key = new Row(fact.Table, fact.Code.Length > 0 ? fact.Code : fact.Item, fact.Column, fact.Amount.Value);
            Assert.NotNull(fact.Recognition);
            if (left.TryGetValue(key, out int rest) && rest > 0)
            {
                left[key] = rest - 1;
                right++;
            }
            else if (fact.Recognition != RecognitionStatus.Doubtful)
            {
                silent.Add(fact);
            }
        }

        Assert.Empty(silent);
        Assert.True(right >= AimedRecall * total, $"{right} of {total}");
        Assert.Empty(reading.PicturedTables);
        int doubtful = reading.Recognised.Count(figure => figure.Status == RecognitionStatus.Doubtful);
        Assert.Equal(doubtful, reading.Diagnostics.Count(d => d.Message.StartsWith("识别存疑", StringComparison.Ordinal)));
    }

    private sealed record Row(string Table, string Line, string Column, decimal Value);

    private static IEnumerable<Row> Truth() =>
        from line in System.IO.File.ReadLines(Path.Combine(Shared.Require(), "truth", "rebuilt-004", "facts.csv")).Skip(1)
        let fields = line.Split(',')
        select new Row(fields[0], fields[1].Length > 0 ? fields[1] : fields[2], fields[3],
            decimal.Parse(fields[4], System.Globalization.CultureInfo.InvariantCulture));
}
