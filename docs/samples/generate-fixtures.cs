#:package GovBudget.Model.Interactive@1.0.0-preview.1
#:package GovBudget.Model.Testing@1.0.0-preview.1
#:property PublishAot=false
// Makes up documents in which everything balances, and one in which a figure is wrong: dotnet run generate-fixtures.cs
using GovBudget.Model;
using GovBudget.Model.Interactive;
using GovBudget.Model.Testing;

var clean = Enumerable.Range(1, 10).Select(seed => Generate.FinalAccounts(seed, 2023)).ToList();
Console.WriteLine($"{clean.Count(d => Checker.Default.Check(d).HasErrors)} of {clean.Count} with errors");    // → 0 of 10 with errors

var good = clean[0];
var raised = good.Expenditure with { Lines = good.Expenditure.Lines.Select(l => l.IsTotal ? l with { Total = l.Total + Amount.OfWan(100.00m) } : l).ToValueList() };
var wrong = good with { Statements = good.Statements.Select(s => s is ExpenditureStatement ? raised : s).ToValueList() };
Console.WriteLine($"errors found: {Checker.Default.Check(wrong).HasErrors}");    // → errors found: True

DocumentFile.Write(good, "good.xlsx");
DocumentFile.Write(wrong, "wrong.json");
Console.WriteLine(DocumentDifference.Between(good, DocumentFile.Read("good.xlsx").Document) ?? "nothing lost");    // → nothing lost
