#:package GovBudget.Model.Pdf@1.0.0-preview.1
#:package GovBudget.Model.Excel@1.0.0-preview.1
#:property PublishAot=false
// Reads published final accounts from a PDF: dotnet run read-a-pdf.cs [FILE]
using GovBudget.Model;
using GovBudget.Model.Excel;
using GovBudget.Model.Pdf;

var reading = PdfFormat.Read(args.Length > 0 ? args[0] : "docs/samples/final-accounts-2023.pdf");
var accounts = (FinalAccounts)reading.Document;                    // with where everything stood, and what could not be placed
Console.WriteLine(accounts.Summary.YearExpenditure);             // → 236.71 万元
Console.WriteLine(accounts.Expenditure["2101501"].Basic?.Yuan);    // → 1370500
Console.WriteLine(accounts.ThreePublic.Actual.Reception is null);  // → True
foreach (var finding in Checker.Default.Check(reading).Findings.Where(f => f.Verdict != Verdict.Rounded)) Console.WriteLine(finding);
ExcelFormat.Write(accounts, "accounts.xlsx");
Console.WriteLine($"{reading.Unplaced.Count} texts without a place");    // → 0 texts without a place
