using System.Text;

namespace GovBudget.Model.Excel.Tests;

/// <summary>A bare .xls record stream with one sheet, put together by hand.</summary>
internal sealed class BiffBook
{
    private readonly List<byte> _sheet = [];
    private int _lastRow;

    public bool ZerosShown { get; init; } = true;

    public bool Encrypted { get; init; }

    public BiffBook Row(int row, bool hidden = false)
    {
        _lastRow = Math.Max(_lastRow, row);
        Record(_sheet, 0x208, U16(row), U16(0), U16(10), U16(300), U16(0), U16(0), [(byte)(hidden ? 0x20 : 0), 1], U16(15));
        return this;
    }

    public BiffBook Number(int row, int column, double value)
    {
        Record(_sheet, 0x203, U16(row), U16(column), U16(0), BitConverter.GetBytes(value));
        return this;
    }

    public BiffBook Text(int row, int column, string text)
    {
        Record(_sheet, 0x204, U16(row), U16(column), U16(0), U16(text.Length), [1], Encoding.Unicode.GetBytes(text));
        return this;
    }

    public BiffBook Error(int row, int column, byte code)
    {
        Record(_sheet, 0x205, U16(row), U16(column), U16(0), [code, 1]);
        return this;
    }

    public BiffBook FormulaError(int row, int column, byte code)
    {
        Record(_sheet, 0x06, U16(row), U16(column), U16(0), [2, 0, code, 0, 0, 0, 0xFF, 0xFF], U16(0), U16(0), U16(0), U16(1), [0x1E]);
        return this;
    }

    public byte[] Bytes()
    {
        const string name = "表1";
        var globals = new MemoryStream();
        Begin(globals, 5);
        if (Encrypted) Record(globals, 0x2F, U16(1), U16(1), U16(1), new byte[48]);
        Record(globals, 0x42, U16(1200));
        Record(globals, 0x31, U16(200), U16(0), U16(0x7FFF), U16(400), U16(0), [0, 0, 0, 0], [5, 0], Encoding.ASCII.GetBytes("Arial"));
        Record(globals, 0xE0, U16(0), U16(0), new byte[16]);
        var start = (int)globals.Length + 4 + 8 + 2 * name.Length + 4;
        Record(globals, 0x85, BitConverter.GetBytes(start), [0, 0, (byte)name.Length, 1], Encoding.Unicode.GetBytes(name));
        Record(globals, 0x0A);
        Begin(globals, 0x10);
        Record(globals, 0x200, BitConverter.GetBytes(0), BitConverter.GetBytes(_lastRow + 1), U16(0), U16(10), U16(0));
        globals.Write([.. _sheet]);
        Record(globals, 0x23E, U16(0x06A6 | (ZerosShown ? 0x10 : 0)), new byte[16]);
        Record(globals, 0x0A);
        return globals.ToArray();
    }

    private static void Begin(Stream stream, int kind) => Record(stream, 0x809, U16(0x600), U16(kind), U16(0x0DBB), U16(0x07CC), new byte[8]);

    private static void Record(List<byte> bytes, int id, params byte[][] body)
    {
        bytes.AddRange(U16(id));
        bytes.AddRange(U16(body.Sum(b => b.Length)));
        foreach (var part in body) bytes.AddRange(part);
    }

    private static void Record(Stream stream, int id, params byte[][] body)
    {
        stream.Write(U16(id));
        stream.Write(U16(body.Sum(b => b.Length)));
        foreach (var part in body) stream.Write(part);
    }

    private static byte[] U16(int value) => BitConverter.GetBytes((ushort)value);
}
