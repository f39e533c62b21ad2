using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GovBudget.Model;
using GovBudget.Model.Excel;
using GovBudget.Model.Layout;
using CellStyle = GovBudget.Model.Layout.CellStyle;

namespace GovBudget.Benchmarks;

/// <summary>A workbook of 12 sheets and 20,000 rows of 12 cells, read and written by us and by the bare Open XML SDK.</summary>
[InProcess]
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[WarmupCount(3)]
[IterationCount(10)]
[InvocationCount(1)]
public class WorkbookBenchmarks
{
    private const int Sheets = 12, Rows = 20_000, Columns = 12;
    private DocumentLayout _layout = new();
    private byte[] _workbook = [];

    /// <summary>Makes the layout and its workbook.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var random = new Random(1);
        var grids = new List<LayoutBlock>();
        for (var sheet = 1; sheet <= Sheets; sheet++)
        {
            var rows = Rows * sheet / Sheets - Rows * (sheet - 1) / Sheets;
            var cells = new List<GridCell>(rows * Columns);
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < Columns; column++) cells.Add(Cell(random, sheet, row, column));
            }

            grids.Add(new Grid(cells.ToValueList(), rows, Columns, new(sheet)));
        }

        _layout = new()
        {
            Pages = Enumerable.Range(1, Sheets).Select(n => new LayoutPage(n, $"表{n}")).ToValueList(),
            Blocks = grids.ToValueList(),
        };
        using var stream = new MemoryStream();
        WorkbookLayout.Write(_layout, stream);
        _workbook = stream.ToArray();
    }

    /// <summary>Ours, to a layout.</summary>
    [Benchmark, BenchmarkCategory("read")]
    public int Read() => WorkbookLayout.Read(_workbook, "表.xlsx").Blocks.OfType<Grid>().Sum(g => g.Cells.Count);

    /// <summary>The SDK's streaming reader, every cell's address, style and text kept.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("read")]
    public int ReadWithSdk()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(_workbook), false);
        var cells = new List<(string Address, string Style, string Text)>();
        foreach (var part in document.WorkbookPart!.WorksheetParts)
        {
            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.ElementType != typeof(Cell) || !reader.IsStartElement) continue;
                string address = "", style = "", text = "";
                foreach (var attribute in reader.Attributes)
                {
                    if (attribute.LocalName == "r") address = attribute.Value ?? "";
                    else if (attribute.LocalName == "s") style = attribute.Value ?? "";
                }

                while (reader.Read() && !(reader.ElementType == typeof(Cell) && reader.IsEndElement))
                {
                    if (reader.IsStartElement && (reader.ElementType == typeof(CellValue) || reader.ElementType == typeof(Text))) text = reader.GetText();
                }

                cells.Add((address, style, text));
            }
        }

        return cells.Count;
    }

    /// <summary>The SDK's streaming reader as its documentation shows it: every cell loaded as an object.</summary>
    [Benchmark, BenchmarkCategory("read")]
    public int ReadWithSdkObjects()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(_workbook), false);
        var cells = new List<(string? Address, uint Style, string Text)>();
        foreach (var part in document.WorkbookPart!.WorksheetParts)
        {
            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.ElementType != typeof(Cell)) continue;
                var cell = (Cell)reader.LoadCurrentElement()!;
                cells.Add((cell.CellReference?.Value, cell.StyleIndex?.Value ?? 0, cell.InnerText));
            }
        }

        return cells.Count;
    }

    /// <summary>Ours, from a layout.</summary>
    [Benchmark, BenchmarkCategory("write")]
    public long Write()
    {
        using var stream = new MemoryStream();
        WorkbookLayout.Write(_layout, stream);
        return stream.Length;
    }

    /// <summary>The SDK's streaming writer, the same cells.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("write")]
    public long WriteWithSdk()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheets = new Sheets();
            foreach (var grid in _layout.Blocks.OfType<Grid>())
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                WriteSheet(part, grid);
                sheets.Append(new Sheet { Name = $"表{grid.Place.Page}", SheetId = (uint)grid.Place.Page, Id = workbook.GetIdOfPart(part) });
            }

            workbook.Workbook = new Workbook(sheets);
        }

        return stream.Length;
    }

    private static void WriteSheet(WorksheetPart part, Grid grid)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        var row = -1;
        foreach (var cell in grid.Cells)
        {
            if (cell.Row != row)
            {
                if (row >= 0) writer.WriteEndElement();
                row = cell.Row;
                writer.WriteStartElement(new Row(), [new OpenXmlAttribute("r", "", (row + 1).ToString(CultureInfo.InvariantCulture))]);
            }

            var address = $"{(char)('A' + cell.Column)}{row + 1}";
            if (cell.Style == CellStyle.Number)
            {
                writer.WriteStartElement(new Cell(), [new OpenXmlAttribute("r", "", address), new OpenXmlAttribute("s", "", "0")]);
                writer.WriteElement(new CellValue(cell.Text.Replace(",", "", StringComparison.Ordinal)));
            }
            else
            {
                writer.WriteStartElement(new Cell(),
                    [new OpenXmlAttribute("r", "", address), new OpenXmlAttribute("s", "", "0"), new OpenXmlAttribute("t", "", "inlineStr")]);
                writer.WriteElement(new InlineString(new Text(cell.Text)));
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static GridCell Cell(Random random, int sheet, int row, int column)
    {
        var place = new Place(sheet);
        return column switch
        {
            0 => new(row, column, (2010000 + row).ToString(CultureInfo.InvariantCulture), place),
            1 => new(row, column, "一般公共服务支出" + (row % 400).ToString(CultureInfo.InvariantCulture), place),
            _ =>
                new(row, column, (random.Next() / 100m).ToString(column % 2 == 0 ? "F2" : "N2", CultureInfo.InvariantCulture),
                    place)
                { Style = CellStyle.Number },
        };
    }
}
