using System.Globalization;
using System.Xml;
using GovBudget.Model.Excel.Reading;
using GovBudget.Model.Layout;
using Across = DocumentFormat.OpenXml.Spreadsheet.HorizontalAlignmentValues;

namespace GovBudget.Model.Excel.Writing;

/// <summary>Writes one worksheet part.</summary>
internal sealed class SheetXml(XmlWriter xml, SheetPlan plan, StyleTable styles, NumberCells numbers, bool formulas, CancellationToken cancellation)
{
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Columns beyond which a sheet is printed across.</summary>
    private const int PortraitColumns = 8;
    private const int MaxText = 32_767;
    private const double LineHeight = 14, RowHeight = 18, MaxHeight = 409;

    private readonly List<string> _merged = [];

    public void Write()
    {
        var columns = plan.Widths.Length;
        xml.WriteStartDocument(true);
        xml.WriteStartElement("worksheet", Namespace);
        xml.WriteStartElement("sheetPr", Namespace);
        Element("pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        Element("dimension", ("ref", "A1:" + CellAddress.Format(Math.Max(0, plan.RowCount - 1), columns - 1)));
        xml.WriteStartElement("sheetViews", Namespace);
        Element("sheetView", ("workbookViewId", "0"));
        xml.WriteEndElement();
        Element("sheetFormatPr", ("defaultRowHeight", Number(RowHeight)));
        xml.WriteStartElement("cols", Namespace);
        for (var c = 0; c < columns; c++)
        {
            Element("col", ("min", Number(c + 1)), ("max", Number(c + 1)), ("width", Number(plan.Widths[c])), ("customWidth", "1"));
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Namespace);
        foreach (var (block, row) in plan.Blocks)
        {
            if (block is Paragraph paragraph) WriteParagraph(paragraph, row, columns);
            else if (block is Grid grid) WriteGrid(grid, row);
        }

        xml.WriteEndElement();
        if (_merged.Count > 0)
        {
            xml.WriteStartElement("mergeCells", Namespace);
            xml.WriteAttributeString("count", Number(_merged.Count));
            foreach (var area in _merged) Element("mergeCell", ("ref", area));
            xml.WriteEndElement();
        }

        Element("printOptions", ("horizontalCentered", "1"));
        Element("pageMargins", ("left", "0.5"), ("right", "0.5"), ("top", "0.6"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        Element(
            "pageSetup", ("paperSize", "9"), ("orientation", columns > PortraitColumns ? "landscape" : "portrait"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private void WriteParagraph(Paragraph paragraph, int row, int columns)
    {
        var size = paragraph.FontSize > 0 ? paragraph.FontSize : 10;
        var lines = SheetPlan.Lines(paragraph.Text, plan.Widths.Sum() * 10 / size);
        StartRow(row, Math.Max(RowHeight, lines * size * 1.4));
        foreach (var (text, from, to, across) in LineParts.Of(paragraph.Text, columns))
        {
            if (text.Length > 0)
                WriteText(row, from, text, styles.Index(new(paragraph.FontSize, paragraph.Bold, false, paragraph.Centered ? Across.Center : across, null)));
            if (to > from) Merge(new(row, from, row, to));
        }

        xml.WriteEndElement();
    }

    private void WriteGrid(Grid grid, int top)
    {
        var blank = styles.Index(Look(CellStyle.Text, null));
        var coveredUntil = new int[grid.ColumnCount];
        var coveredStyle = new int[grid.ColumnCount];
        var ordered = grid.Cells.AsSpan();
        for (var i = 1; i < ordered.Length; i++)
        {
            if ((ordered[i - 1].Row, ordered[i - 1].Column).CompareTo((ordered[i].Row, ordered[i].Column)) >= 0)
            {
                ordered = grid.Cells.OrderBy(c => c.Row).ThenBy(c => c.Column).ToArray();
                break;
            }
        }

        for (int row = 0, next = 0; row < grid.RowCount; row++)
        {
            if (row % 256 == 0) cancellation.ThrowIfCancellationRequested();
            var end = next;
            while (end < ordered.Length && ordered[end].Row == row) end++;
            StartRow(top + row, Height(ordered[next..end]));
            for (var column = 0; column < grid.ColumnCount; column++)
            {
                if (next < end && ordered[next].Column == column)
                {
                    var cell = ordered[next++];
                    var style = WriteCell(cell, top + row);
                    Cover(grid, cell, style, coveredUntil, coveredStyle);
                    if (cell.RowSpan > 1 || cell.ColumnSpan > 1) Merge(new(top + row, column, top + row + cell.RowSpan - 1, column + cell.ColumnSpan - 1));
                }
                else WriteBlank(top + row, column, coveredUntil[column] > row ? coveredStyle[column] : blank);
            }

            if (next != end) throw new ArgumentException($"{ordered[next].Place}：单元格与别的单元格重叠，或在表格之外");
            xml.WriteEndElement();
        }
    }

    private static void Cover(Grid grid, GridCell cell, int style, int[] until, int[] styles)
    {
        if (cell.RowSpan < 1 || cell.ColumnSpan < 1 || cell.Row + cell.RowSpan > grid.RowCount || cell.Column + cell.ColumnSpan > grid.ColumnCount)
        {
            throw new ArgumentException($"{cell.Place}：单元格跨出表格之外");
        }

        for (var c = cell.Column; c < cell.Column + cell.ColumnSpan; c++)
        {
            if (until[c] > cell.Row) throw new ArgumentException($"{cell.Place}：单元格与别的单元格重叠");
            until[c] = cell.Row + cell.RowSpan;
            styles[c] = style;
        }
    }

    private double Height(ReadOnlySpan<GridCell> cells)
    {
        var height = RowHeight;
        foreach (var cell in cells)
        {
            if (cell.RowSpan > 1 || cell.Text.Length < 3) continue;
            var width = plan.Widths.AsSpan(cell.Column, Math.Min(cell.ColumnSpan, plan.Widths.Length - cell.Column));
            var sum = 0d;
            foreach (var w in width) sum += w;
            var lines = SheetPlan.Lines(cell.Text, sum);
            if (lines > 1) height = Math.Max(height, lines * LineHeight + 4);
        }

        return height;
    }

    private int WriteCell(GridCell cell, int row)
    {
        if (numbers.Of(cell) is { } number && styles.Accepts(number.Format))
        {
            var style = styles.Index(Look(cell.Style == CellStyle.Text ? CellStyle.Number : cell.Style, number.Format));
            StartCell(row, cell.Column, style);
            if (formulas && SumFormula.Of(cell, row - cell.Row) is { } formula) xml.WriteElementString("f", Namespace, formula);
            xml.WriteElementString("v", Namespace, number.Value.ToString("0.############################", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            return style;
        }

        var text = styles.Index(Look(cell.Style, null));
        if (cell.Text.Length == 0) WriteBlank(row, cell.Column, text);
        else WriteText(row, cell.Column, cell.Text, text);
        return text;
    }

    private static CellLook Look(CellStyle style, string? format) => style switch
    {
        CellStyle.Header => new(0, true, true, Across.Center, format),
        CellStyle.Number => new(0, false, true, Across.Right, format),
        CellStyle.Middle => new(0, false, true, Across.Center, format),
        _ => new(0, false, true, Across.Left, format),
    };

    private void WriteText(int row, int column, string text, int style)
    {
        if (text.Length > MaxText) throw new ArgumentException($"{CellAddress.Format(row, column)}：文字超过单元格能容纳的 {MaxText} 字");
        StartCell(row, column, style);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Namespace);
        xml.WriteStartElement("t", Namespace);
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n', StringComparison.Ordinal))
            xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(CellText.Escape(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteBlank(int row, int column, int style)
    {
        StartCell(row, column, style);
        xml.WriteEndElement();
    }

    private void StartRow(int row, double height)
    {
        xml.WriteStartElement("row", Namespace);
        xml.WriteAttributeString("r", Number(row + 1));
        xml.WriteAttributeString("ht", Number(Math.Min(MaxHeight, Math.Round(height, 2))));
        xml.WriteAttributeString("customHeight", "1");
    }

    private void StartCell(int row, int column, int style)
    {
        xml.WriteStartElement("c", Namespace);
        xml.WriteAttributeString("r", CellAddress.Format(row, column));
        xml.WriteAttributeString("s", Number(style));
    }

    private void Merge(CellArea area) => _merged.Add(CellAddress.Format(area.Row, area.Column) + ":" + CellAddress.Format(area.LastRow, area.LastColumn));

    private void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
