using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using GovBudget.Model.Excel.Formats;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Reading;

/// <summary>A legacy .xls as layout.</summary>
internal static class XlsReader
{
    private const long MaxPlaces = 65_536 * 256;

    public static DocumentLayout Read(ReadOnlyMemory<byte> bytes, Stream stream, string file, WorkbookLimits limits, CancellationToken cancellation)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(stream,
                new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding("gb18030"), LeaveOpen = true });
            if (reader.ResultsCount > limits.Sheets) throw Unreadable.BeyondLimit(file, $"工作簿有 {reader.ResultsCount} 个工作表");
            var assembly = new LayoutAssembly(file, limits, cancellation);
            var number = 0;
            var facts = Facts(bytes);
            do
            {
                var known = facts is not null && facts.Count == reader.ResultsCount ? facts[number] : null;
                number++;
                var sheet = assembly.Begin(known?.Position ?? number, reader.Name);
                if (reader.VisibleState is { } state && state != "visible")
                {
                    assembly.LeaveOut(sheet);
                    continue;
                }

                if ((long)reader.FieldCount * reader.RowCount > MaxPlaces) throw Unreadable.BeyondLimit(file, $"工作表“{reader.Name}”超出 .xls 的行列数");
                if (known is null) sheet.Diagnostics.Add("记录加密或版本过旧，无法辨认其中的公式错误和不显示的零", sheet.Diagnostics.Whole);
                ReadSheet(reader, sheet, known ?? new(), assembly, cancellation);
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

    private static List<XlsSheetFacts>? Facts(ReadOnlyMemory<byte> bytes)
    {
        var stream = WorkbookKind.IsCompound(bytes.Span) ? new CompoundFile(bytes).Stream("Workbook", "Book") : bytes.ToArray();
        return stream is null ? null : XlsRecords.Read(stream);
    }

    private static void ReadSheet(IExcelDataReader reader, SheetContent sheet, XlsSheetFacts facts, LayoutAssembly assembly, CancellationToken cancellation)
    {
        foreach (var m in reader.MergeCells ?? [])
        {
            // ExcelDataReader reads the ends as signed; rows beyond 32,767 come out negative.
            assembly.AddMerged(sheet,
                new(m.FromRow & 0xFFFF, m.FromColumn & 0xFFFF, m.ToRow & 0xFFFF, Math.Min(m.ToColumn & 0xFFFF, CellAddress.MaxColumns - 1)));
        }

        for (var c = 0; c < reader.FieldCount; c++) sheet.HiddenColumns[c] = reader.GetColumnWidth(c) == 0;
        var formats = new Dictionary<(int, string?), NumberFormat>();
        for (var row = 0; reader.Read(); row++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (reader.RowHeight == 0 || facts.HiddenRows.Contains(row)) sheet.HiddenRows.Add(row);
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (facts.Errors.Count > 0 && facts.Errors.TryGetValue((row, column), out var error))
                {
                    assembly.AddError(sheet, row, column, error);
                    continue;
                }

                if (reader.GetValue(column) is not { } value) continue;
                var key = (reader.GetNumberFormatIndex(column), reader.GetNumberFormatString(column));
                if (!formats.TryGetValue(key, out var format)) formats.Add(key, format = NumberFormat.Parse(BuiltInFormats.Code(key.Item1) ?? key.Item2));
                AddValue(sheet, assembly, row, column, value, format, facts.ZerosHidden);
            }
        }
    }

    private static void AddValue(SheetContent sheet, LayoutAssembly assembly, int row, int column, object value, NumberFormat format, bool zerosHidden)
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
                assembly.AddNumber(sheet, row, column, stored, format, false, zerosHidden);
                break;
            case int number:
                assembly.AddNumber(sheet, row, column, number, format, false, zerosHidden);
                break;
            case DateTime moment:
                assembly.AddNumber(sheet, row, column, DateFormat.Serial(moment), format, false, zerosHidden);
                break;
            case TimeSpan span:
                assembly.AddNumber(sheet, row, column, span.Ticks / (decimal)TimeSpan.TicksPerDay, format, false, zerosHidden);
                break;
            default:
                LayoutAssembly.Lose(sheet, row, column, $"“{value}”不是可用的值");
                break;
        }
    }
}
