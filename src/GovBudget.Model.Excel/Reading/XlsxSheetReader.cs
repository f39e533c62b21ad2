using System.Globalization;
using System.Xml;
using GovBudget.Model.Excel.Formats;

namespace GovBudget.Model.Excel.Reading;

/// <summary>One worksheet part, read in a single pass.</summary>
internal sealed class XlsxSheetReader(
    XmlReader xml, SheetContent sheet, List<XlsxStyle> styles, List<string> strings, bool date1904, LayoutAssembly assembly, CancellationToken cancellation)
{
    private bool _zerosHidden;
    private CellArea? _across; // a text and the blank cells that it is centred across

    public void Read()
    {
        var row = -1;
        var column = -1;
        var rows = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "c":
                    ReadCell(row, ref column);
                    break;
                case "row":
                    if (++rows % 1024 == 0) cancellation.ThrowIfCancellationRequested();
                    ReadRow(ref row);
                    column = -1;
                    break;
                case "col":
                    ReadColumn();
                    break;
                case "sheetView":
                    _zerosHidden |= xml.GetAttribute("showZeros") is "0" or "false";
                    break;
                case "mergeCell":
                    ReadMerged();
                    break;
            }
        }
        EndAcross();
    }

    private void ReadRow(ref int row)
    {
        row++;
        var hidden = false;
        while (xml.MoveToNextAttribute())
        {
            switch (xml.LocalName)
            {
                case "r" when int.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number is >= 1 and <= CellAddress.MaxRows:
                    row = number - 1;
                    break;
                case "hidden":
                    hidden |= xml.Value is "1" or "true";
                    break;
                case "ht":
                    hidden |= xml.Value is "0" or "0.0";
                    break;
            }
        }

        xml.MoveToElement();
        if (hidden) sheet.HiddenRows.Add(row);
    }

    private void ReadColumn()
    {
        if (xml.GetAttribute("hidden") is not ("1" or "true") && xml.GetAttribute("width") is not ("0" or "0.0")) return;
        if (!int.TryParse(xml.GetAttribute("min"), CultureInfo.InvariantCulture, out var from)
            || !int.TryParse(xml.GetAttribute("max"), CultureInfo.InvariantCulture, out var to)) return;
        for (var c = Math.Max(1, from); c <= Math.Min(to, CellAddress.MaxColumns); c++) sheet.HiddenColumns[c - 1] = true;
    }

    private void ReadMerged()
    {
        var reference = xml.GetAttribute("ref") ?? "";
        if (CellAddress.TryParseArea(reference, out var area)) assembly.AddMerged(sheet, area);
        else sheet.Diagnostics.Add($"合并区域的地址“{reference}”读不出，未合并", sheet.Diagnostics.Whole, isLoss: true);
    }

    private void ReadCell(int row, ref int column)
    {
        column++;
        string? type = null;
        var style = 0;
        while (xml.MoveToNextAttribute())
        {
            var name = xml.LocalName;
            if (name == "r")
            {
                if (CellAddress.TryParse(xml.Value, out var r, out var c)) (row, column) = (r, c);
                else sheet.Diagnostics.Add($"单元格地址“{xml.Value}”读不出，按前一单元格的右邻处理", sheet.At(Math.Max(row, 0), column), isLoss: true);
            }
            else if (name == "t") type = xml.Value;
            else if (name == "s") _ = int.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out style);
        }

        xml.MoveToElement();
        if (xml.IsEmptyElement)
        {
            GoAcross(row, column, style);
            return;
        }
        if (row < 0 || column >= CellAddress.MaxColumns)
        {
            CellText.Skip(xml);
            return;
        }

        string? value = null, inline = null;
        var formula = false;
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "v": value = CellText.ReadPlain(xml); break;
                case "is": inline = CellText.ReadRich(xml); break;
                case "f":
                    formula = true;
                    CellText.Skip(xml);
                    break;
                default: CellText.Skip(xml); break;
            }
        }

        Add(row, column, type, style, inline ?? value, formula);
    }

    private bool IsAcross(int style) => (uint)style < (uint)styles.Count && styles[style].IsAcross;

    private void GoAcross(int row, int column, int style)
    {
        if (_across is { } area && area.Row == row && area.LastColumn + 1 == column && IsAcross(style)) _across = area with { LastColumn = column };
        else EndAcross();
    }

    private void EndAcross()
    {
        if (_across is { } area && area.LastColumn > area.Column) assembly.AddMerged(sheet, area);
        _across = null;
    }

    private void Add(int row, int column, string? type, int style, string? value, bool formula)
    {
        var format = (uint)style < (uint)styles.Count ? styles[style].Format : NumberFormat.General;
        if (string.IsNullOrEmpty(value))
        {
            if (!formula) GoAcross(row, column, style);
            if (formula && type is not "str") LayoutAssembly.Lose(sheet, row, column, "公式没有保存计算结果；请用 Excel 打开并保存后重试");
            return;
        }

        EndAcross();
        if (IsAcross(style)) _across = new CellArea(row, column, row, column);
        switch (type)
        {
            case "s":
                if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count)
                {
                    assembly.AddText(sheet, row, column, strings[index], format);
                }
                else LayoutAssembly.Lose(sheet, row, column, $"共享字符串第 {value} 项不存在（共 {strings.Count} 项），内容读不出");

                break;
            case "inlineStr":
                assembly.AddText(sheet, row, column, value, format);
                break;
            case "str":
                assembly.AddText(sheet, row, column, CellText.Clean(value), format);
                break;
            case "b":
                assembly.AddText(sheet, row, column, value is "1" or "true" ? "TRUE" : "FALSE", NumberFormat.General);
                break;
            case "e":
                assembly.AddError(sheet, row, column, value);
                break;
            case "d" when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment):
                assembly.AddNumber(sheet, row, column, DateFormat.Serial(moment), format.IsDate ? format : NumberFormat.Parse(BuiltInFormats.Code(14)), false,
                    _zerosHidden);
                break;
            default:
                if (StoredNumber.Parse(value.Trim()) is { } number) assembly.AddNumber(sheet, row, column, number, format, date1904, _zerosHidden);
                else
                {
                    LayoutAssembly.Lose(sheet, row, column, $"“{value}”不是可用的数");
                    assembly.AddText(sheet, row, column, value, NumberFormat.General);
                }

                break;
        }
    }
}
