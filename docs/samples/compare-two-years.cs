#:package GovBudget.Model.Interactive@1.0.0-preview.1
#:property PublishAot=false
// Compares the expenditure of two documents line by line: dotnet run compare-two-years.cs [THEN NOW]
using GovBudget.Model;
using GovBudget.Model.Interactive;

var now = DocumentFile.Read(args.Length > 1 ? args[1] : "docs/samples/final-accounts-2023.pdf").Document;

// Without a second file: last year is this year, each figure a tenth less.
var then = args.Length > 0
    ? DocumentFile.Read(args[0]).Document
    : now with { Year = now.Year - 1, Statements = now.Statements.Select(s => s.WithLines(s.AllLines.Select(l => l with { Figures = l.Figures.Select((_, a) => (a * 0.9m).RoundTo(2)) }))).ToValueList() };

foreach (var line in now.Expenditure.Lines.Where(l => l.Code is { Length: 7 } && l.Total is not null))
{
    var before = then.Expenditure.Find(line.Code!)?.Total;
    var share = before is { Value: not 0 } b ? $"{(line.Total!.Value.Yuan - b.Yuan) / b.Yuan:+0.0%;-0.0%}" : "new";
    Console.WriteLine($"{line.Code} {line.Name}: {before} → {line.Total} ({share})");    // → 2101501 行政运行: 123.35 万元 → 137.05 万元 (+11.1%)
}
File.WriteAllText("comparison.svg", Charts.Expenditure(then, now).ToSvg());
