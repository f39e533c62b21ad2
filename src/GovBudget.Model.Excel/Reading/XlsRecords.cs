using System.Buffers.Binary;

namespace GovBudget.Model.Excel.Reading;

/// <summary>What ExcelDataReader does not tell of a sheet of an .xls (MS-XLS): error values, rows hidden, zeros not shown.</summary>
internal sealed class XlsSheetFacts
{
    /// <summary>The sheet's position among all sheets of the workbook, charts too, from 1.</summary>
    public int Position { get; init; }

    public Dictionary<(int Row, int Column), string> Errors { get; } = [];

    public HashSet<int> HiddenRows { get; } = [];

    public bool ZerosHidden { get; set; }
}

/// <summary>A walk over the records of an .xls.</summary>
internal static class XlsRecords
{
    private const int BoundSheet = 0x85, FilePass = 0x2F, BeginOfFile = 0x809, EndOfFile = 0x0A, Formula = 0x06, BoolErr = 0x205, Row = 0x208, Window2 = 0x23E;

    /// <summary>The facts of every worksheet, in order; null where the records are encrypted or of a version before Excel 5.</summary>
    public static List<XlsSheetFacts>? Read(ReadOnlySpan<byte> stream)
    {
        var sheets = new List<XlsSheetFacts>();
        if (stream.Length < 8 || BinaryPrimitives.ReadUInt16LittleEndian(stream) != BeginOfFile) return null;
        foreach (var (position, start) in Globals(stream) ?? [])
        {
            var facts = new XlsSheetFacts { Position = position };
            ReadSheet(stream, start, facts);
            sheets.Add(facts);
        }

        return sheets.Count == 0 ? null : sheets;
    }

    private static List<(int Position, int Start)>? Globals(ReadOnlySpan<byte> stream)
    {
        var starts = new List<(int, int)>();
        var position = 0;
        for (var at = 0; Next(stream, at, out var id, out var body); at += 4 + body.Length)
        {
            if (id == FilePass) return null;
            if (id == EndOfFile) break;
            if (id != BoundSheet || body.Length < 6) continue;
            position++;
            if (body[5] == 0) starts.Add((position, BinaryPrimitives.ReadInt32LittleEndian(body)));
        }

        return starts;
    }

    private static void ReadSheet(ReadOnlySpan<byte> stream, int start, XlsSheetFacts facts)
    {
        var depth = 0;
        for (var at = start; at >= 0 && Next(stream, at, out var id, out var body); at += 4 + body.Length)
        {
            switch (id)
            {
                case BeginOfFile:
                    depth++;
                    break;
                case EndOfFile when --depth <= 0:
                    return;
                case var _ when depth != 1:
                    break;
                case BoolErr when body.Length >= 8 && body[7] == 1:
                    facts.Errors[Cell(body)] = Error(body[6]);
                    break;
                case Formula when body.Length >= 14 && body[12] == 0xFF && body[13] == 0xFF && body[6] == 2:
                    facts.Errors[Cell(body)] = Error(body[8]);
                    break;
                case Row when body.Length >= 14 && (body[12] & 0x20) != 0:
                    facts.HiddenRows.Add(BinaryPrimitives.ReadUInt16LittleEndian(body));
                    break;
                case Window2 when body.Length >= 2:
                    facts.ZerosHidden = (body[0] & 0x10) == 0;
                    break;
            }
        }
    }

    private static (int, int) Cell(ReadOnlySpan<byte> body) =>
        (BinaryPrimitives.ReadUInt16LittleEndian(body), BinaryPrimitives.ReadUInt16LittleEndian(body[2..]));

    private static bool Next(ReadOnlySpan<byte> stream, int at, out int id, out ReadOnlySpan<byte> body)
    {
        id = 0;
        body = default;
        if (at + 4 > stream.Length) return false;
        id = BinaryPrimitives.ReadUInt16LittleEndian(stream[at..]);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(stream[(at + 2)..]);
        if (at + 4 + length > stream.Length) return false;
        body = stream.Slice(at + 4, length);
        return true;
    }

    private static string Error(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR!",
    };
}
