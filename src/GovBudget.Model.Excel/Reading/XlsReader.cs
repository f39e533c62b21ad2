using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using GovBudget.Model.Excel.Formats;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Reading;

/// <summary>A legacy .xls as layout.</summary>
internal static class XlsReader
{
    public static DocumentLayout Read(Stream bytes, string file, WorkbookLimits limits, CancellationToken cancellation)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(bytes, new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding("gb18030"), LeaveOpen = true });
            if (reader.ResultsCount > limits.Sheets) throw Unreadable.BeyondLimit(file, $"工作簿有 {reader.ResultsCount} 个工作表");
            var assembly = new LayoutAssembly(file, limits, cancellation);
            var number = 0;
            do
            {
                var sheet = assembly.Begin(++number, reader.Name);
                if (reader.VisibleState is { } state && state != "visible")
                {
                    assembly.LeaveOut(sheet);
                    continue;
                }

                ReadSheet(reader, sheet, assembly, cancellation);
                assembly.Add(sheet);
            }
            while (reader.NextResult());
            return assembly.Finish();
        }
        catch (InvalidPasswordException e)
        {
            throw Unreadable.Encrypted(file, e);
        }
        catch (Exception e) when (e is not (UnreadableDocumentException or OperationCanceledException or OutOfMemoryException))
        {
            throw Unreadable.Damaged(file, ".xls 的记录读不出", e);
        }
    }

    private static void ReadSheet(IExcelDataReader reader, SheetContent sheet, LayoutAssembly assembly, CancellationToken cancellation)
    {
        foreach (var m in reader.MergeCells ?? [])
        {
            // ExcelDataReader reads the ends as signed; rows beyond 32,767 come out negative.
            assembly.AddMerged(sheet, new(m.FromRow & 0xFFFF, m.FromColumn & 0xFFFF, m.ToRow & 0xFFFF, Math.Min(m.ToColumn & 0xFFFF, CellAddress.MaxColumns - 1)));
        }

        for (var c = 0; c < reader.FieldCount; c++) sheet.HiddenColumns[c] = reader.GetColumnWidth(c) == 0;
        var formats = new Dictionary<(int, string?), NumberFormat>();
        for (var row = 0; reader.Read(); row++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (reader.RowHeight == 0) sheet.HiddenRows.Add(row);
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (reader.GetValue(column) is not { } value) continue;
                var key = (reader.GetNumberFormatIndex(column), reader.GetNumberFormatString(column));
                if (!formats.TryGetValue(key, out var format)) formats.Add(key, format = NumberFormat.Parse(BuiltInFormats.Code(key.Item1) ?? key.Item2));
                AddValue(sheet, assembly, row, column, value, format);
            }
        }
    }

    private static void AddValue(SheetContent sheet, LayoutAssembly assembly, int row, int column, object value, NumberFormat format)
    {
        switch (value)
        {
            case string text:
                assembly.AddText(sheet, row, column, text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), format);
                break;
            case bool truth:
                assembly.AddText(sheet, row, column, truth ? "TRUE" : "FALSE", NumberFormat.General);
                break;
            case double number when StoredNumber.From(number) is { } stored:
                assembly.AddNumber(sheet, row, column, stored, format, false, false);
                break;
            case int number:
                assembly.AddNumber(sheet, row, column, number, format, false, false);
                break;
            case DateTime moment:
                assembly.AddNumber(sheet, row, column, DateFormat.Serial(moment), format, false, false);
                break;
            case TimeSpan span:
                assembly.AddNumber(sheet, row, column, span.Ticks / (decimal)TimeSpan.TicksPerDay, format, false, false);
                break;
            default:
                LayoutAssembly.Lose(sheet, row, column, $"“{value}”不是可用的值");
                break;
        }
    }
}
