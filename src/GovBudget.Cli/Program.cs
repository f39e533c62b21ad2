using GovBudget.Model;
using GovBudget.Model.Excel;

foreach (var file in args.Skip(1))
{
    var reading = DocumentReader.Read(WorkbookLayout.Read(file));
    Console.WriteLine(Fact.CsvHeader);
    foreach (var fact in Fact.Of(reading.Document, reading.Provenance)) Console.WriteLine(fact.ToCsv());
    foreach (var left in reading.Unplaced) Console.Error.WriteLine(left);
}
