using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using GovBudget.Model.Layout;
using GovBudget.Model.Testing;

namespace GovBudget.Model.Excel.Tests;

/// <summary>Totals as formulas: where the printed figures add up, with the printed figure as result.</summary>
public partial class FormulaTests
{
    private static readonly ExcelWriteOptions WithFormulas = new() { Formulas = true };

    public static TheoryData<string> Names => Samples.Names;

    [Fact]
    public void A_sum_over_columns_and_rows_is_one_reference_a_run()
    {
        var grid = new Grid(
            [
                Number(0, 0, "10") with { SumOf = [new(1, 0), new(2, 0), new(4, 0)] }, Number(0, 1, "3") with { SumOf = [new(0, 2), new(0, 3)] },
                Number(0, 2, "1"), Number(0, 3, "2"),
                Number(1, 0, "4"), Number(2, 0, "5"), Number(4, 0, "1"),
            ],
            5, 4, new Place(1));
        var xml = Sheet(Bytes(new DocumentLayout { Blocks = [new Paragraph("某表", new Place(1)), grid] }, WithFormulas), 1);
        Assert.Contains("<f>SUM(A3:A4,A6)</f><v>10</v>", xml, StringComparison.Ordinal);
        Assert.Contains("<f>SUM(C2:D2)</f><v>3</v>", xml, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Formulas_change_nothing_that_is_read(string name)
    {
        var document = DocumentReader.Read(Samples.Read(name + ".xlsx")).Document;
        var (plain, live) = (Bytes(document, ExcelWriteOptions.Default), Bytes(document, WithFormulas));
        Assert.Equal(document,
            ExcelFormat.Read(new MemoryStream(live), "表.xlsx", new ExcelReadOptions { IgnoreEmbedded = true }, TestContext.Current.CancellationToken).Document);
        Assert.Equal(Texts(plain), Texts(live));
    }

    [Theory]
    [InlineData("rebuilt-000", 39)]
    [InlineData("rebuilt-001", 100)]
    [InlineData("rebuilt-002", 20)]
    [InlineData("rebuilt-003", 60)]
    public void Published_totals_are_formulas(string name, int least)
    {
        var document = DocumentReader.Read(Samples.Read(name + ".xlsx")).Document;
        int formulas = Sums(document).Count();
        Assert.True(formulas >= least, $"{formulas} formulas");
    }

    [Fact]
    public void The_total_line_of_a_coded_table_and_every_class_are_sums()
    {
        var accounts = Generate.FinalAccounts(seed: 11, year: 2023);
        var grid = Assert.Single(DocumentWriter.Write(accounts.Expenditure, DocumentKind.FinalAccounts, 2023, new Place(1), sums: true).OfType<Grid>());
        var total = grid.Cells.Where(c => c.Text == accounts.Expenditure.Total!.Value.Format()).ToList();
        Assert.Contains(total, c => c.SumOf.Count > 0);
        Assert.DoesNotContain(DocumentWriter.Write(accounts.Expenditure, DocumentKind.FinalAccounts, 2023, new Place(1)).OfType<Grid>().Single().Cells,
            c => c.SumOf.Count > 0);
    }

    [Fact]
    public void A_total_that_misses_its_parts_stays_a_number()
    {
        var statement = Generate.FinalAccounts(seed: 11, year: 2023).Expenditure;
        var total = statement.AllLines.ToList().FindIndex(l => l.IsTotal);
        Assert.True(total >= 0);
        var lines = statement.Lines.ToList();
        var figure = lines[total].Figures.First(f => f.Value is not null);
        var grid = Table(
            statement with
            {
                Lines = [.. lines.Select((l,
                i) => i == total ? l with { Figures = l.Figures.With(figure.Key, figure.Value!.Value + new Amount(0.01m, figure.Value.Value.Unit)) } : l)]
            });
        var before = Table(statement).Cells.Count(c => c.SumOf.Count > 0);
        Assert.InRange(grid.Cells.Count(c => c.SumOf.Count > 0), 1, before - 1);
    }

    /// <summary>A sum never leads back to itself, and its parts add up to what is printed.</summary>
    [Fact]
    public void Sums_of_generated_documents_add_up_and_end()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            BudgetDocument document = seed % 2 == 0 ? Generate.FinalAccounts(seed, 2020 + (seed % 5)) : Generate.Budget(seed, 2020 + (seed % 5));
            foreach (var grid in DocumentWriter.Write(document, sums: true).Blocks.OfType<Grid>())
            {
                var cells = grid.Cells.ToDictionary(c => new GridSpot(c.Row, c.Column));
                foreach (var (_, cell) in cells.Where(c => c.Value.SumOf.Count > 0))
                {
                    Assert.Equal(Amount.Parse(cell.Text, Unit.None).Value,
                        cell.SumOf.Sum(spot => cells.TryGetValue(spot, out var part) && Amount.TryParse(part.Text, Unit.None, out var figure)
                            ? figure.Value
                            : 0));
                    Assert.True(Ends(cell, cells, 0), $"{cell.Text} leads back to itself");
                }
            }
        }

        static bool Ends(GridCell cell, Dictionary<GridSpot, GridCell> cells, int depth) =>
            depth < 30 && cell.SumOf.All(spot => !cells.TryGetValue(spot, out var part) || Ends(part, cells, depth + 1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_file_is_valid_by_the_schema(string name)
    {
        var document = DocumentReader.Read(Samples.Read(name + ".xlsx")).Document;
        using var package = SpreadsheetDocument.Open(new MemoryStream(Bytes(document, WithFormulas)), false);
        Assert.Empty(new OpenXmlValidator(
            FileFormatVersions.Office2013).Validate(package,
                TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    /// <summary>The results are taken out of the file, so that the spreadsheet program has to work them out.</summary>
    [Fact]
    public void LibreOffice_works_out_the_same_figures()
    {
        var folder = Directory.CreateTempSubdirectory("formulas");
        try
        {
            var files = new Dictionary<string, byte[]>();
            foreach (string name in Names.Select(row => row.Data))
                files[name + ".xlsx"] = Bytes(DocumentReader.Read(Samples.Read(name + ".xlsx")).Document, WithFormulas);
            files["accounts.xlsx"] = Bytes(Generate.FinalAccounts(seed: 5, year: 2022), WithFormulas);
            files["budget.xlsx"] = Bytes(Generate.Budget(seed: 5, year: 2024), WithFormulas);
            foreach (var (file, bytes) in files) File.WriteAllBytes(Path.Combine(folder.FullName, file), WithoutResults(bytes));
            var output = folder.CreateSubdirectory("out");
            Calculate(folder, output, files.Keys.Select(file => Path.Combine(folder.FullName, file)));
            foreach (var (file, bytes) in files)
            {
                var calculated = WorkbookLayout.Read(Path.Combine(output.FullName, file), null, TestContext.Current.CancellationToken);
                Assert.Equal(Texts(bytes), Texts(calculated));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Calculate(DirectoryInfo folder, DirectoryInfo output, IEnumerable<string> files)
    {
        string[] arguments = ["--headless", $"-env:UserInstallation=file://{folder.FullName.Replace('\\', '/')}/profile", "--convert-to",
            "xlsx:Calc MS Excel 2007 XML", "--outdir", output.FullName, .. files];
        try
        {
            using var process = Process.Start(new ProcessStartInfo("soffice", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("soffice is not installed.");
        }
        if (output.GetFiles().Length == 0) Assert.Skip("soffice is here, but not its spreadsheet part.");
    }

    private static Grid Table(Statement statement) =>
        Assert.Single(DocumentWriter.Write(statement, DocumentKind.FinalAccounts, 2023, new Place(1), sums: true).OfType<Grid>());

    private static IEnumerable<GridCell> Sums(BudgetDocument document) =>
        DocumentWriter.Write(document, sums: true).Blocks.OfType<Grid>().SelectMany(g => g.Cells).Where(c => c.SumOf.Count > 0);

    private static byte[] Bytes(BudgetDocument document, ExcelWriteOptions options)
    {
        using var stream = new MemoryStream();
        ExcelFormat.Write(document, stream, options, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    private static byte[] Bytes(DocumentLayout layout, ExcelWriteOptions options)
    {
        using var stream = new MemoryStream();
        WorkbookLayout.Write(layout, stream, options, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    private static List<string> Texts(byte[] file) => Texts(WorkbookLayout.Read(file, "表.xlsx", null, TestContext.Current.CancellationToken));

    private static List<string> Texts(DocumentLayout layout) =>
        [.. layout.Blocks.OfType<Grid>().SelectMany(g => g.Cells).Where(c => c.Text.Length > 0).Select(c => $"{c.Place} {c.Text}")];

    private static string Sheet(byte[] file, int number)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml"))!.Open());
        return reader.ReadToEnd();
    }

    private static byte[] WithoutResults(byte[] file)
    {
        var copy = new MemoryStream();
        copy.Write(file);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ToList())
            {
                string xml;
                using (var reader = new StreamReader(entry.Open())) xml = reader.ReadToEnd();
                using var stream = entry.Open();
                stream.SetLength(0);
                using var writer = new StreamWriter(stream);
                writer.Write(Result().Replace(xml, "</f>"));
            }
        }
        return copy.ToArray();
    }

    private static GridCell Number(int row, int column, string text) => new(row, column, text, new Place(1)) { Style = CellStyle.Number };

    [GeneratedRegex("</f><v>[^<]*</v>")]
    private static partial Regex Result();
}
