#:package GovBudget.Model.Interactive@1.0.0-preview.1
#:property PublishAot=false
// Checks every document of a folder, whatever its format: dotnet run check-a-folder.cs [FOLDER]
using GovBudget.Model;
using GovBudget.Model.Interactive;
using GovBudget.Model.Layout;

string[] types = [".pdf", ".xlsx", ".xls", ".json"];
var folder = args.Length > 0 ? args[0] : "docs/samples";
foreach (var file in Directory.EnumerateFiles(folder).Where(f => types.Contains(Path.GetExtension(f))).Order())
{
    try
    {
        var report = Checker.Default.Check(DocumentFile.Read(file));
        Console.WriteLine($"{Path.GetFileName(file)}: {report.Count(Severity.Error)} errors, {report.Count(Severity.Warning)} warnings");    // → final-accounts-2023.xlsx: 0 errors, 0 warnings
        foreach (var finding in report.Findings.Where(f => f.Severity == Severity.Error)) Console.WriteLine($"  {finding}");
    }
    catch (UnreadableDocumentException error)
    {
        Console.WriteLine($"{Path.GetFileName(file)}: {error.Message}");
    }
}
