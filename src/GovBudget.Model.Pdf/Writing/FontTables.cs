using System.Buffers.Binary;
using System.Text;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>The tables of a TrueType or OpenType font, or of one font of a collection.</summary>
internal sealed class FontTables
{
    private const uint Collection = 0x74746366;
    private readonly byte[] _data;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = new(StringComparer.Ordinal);

    /// <param name="data">The file's bytes.</param>
    /// <param name="index">Which font of a collection, from 0.</param>
    public FontTables(byte[] data, int index)
    {
        _data = data;
        int start = U32(0) == Collection ? (int)Math.Min(U32(12 + (4 * index)), int.MaxValue / 2) : 0;
        int count = U16(start + 4);
        for (int i = 0; i < count; i++)
        {
            int row = start + 12 + (16 * i);
            if (row + 16 > data.Length) break;
            long offset = U32(row + 8), length = U32(row + 12);
            if (offset + length <= data.Length) _tables.TryAdd(Encoding.Latin1.GetString(data, row, 4), ((int)offset, (int)length));
        }
    }

    /// <summary>How many fonts a file holds.</summary>
    public static int Count(byte[] data) =>
        data.Length >= 12 && BinaryPrimitives.ReadUInt32BigEndian(data) == Collection
            ? (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(8)), 64)
            : 1;

    public bool Has(string tag) => _tables.ContainsKey(tag);

    /// <summary>A table's bytes; empty where there is none.</summary>
    public ReadOnlySpan<byte> Table(string tag) => _tables.TryGetValue(tag, out var table) ? _data.AsSpan(table.Offset, table.Length) : default;

    /// <summary>A table's bytes, to be kept; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Memory(string tag) => _tables.TryGetValue(tag, out var table) ? _data.AsMemory(table.Offset, table.Length) : default;

    public int Offset(string tag) => _tables.TryGetValue(tag, out var table) ? table.Offset : -1;

    public int Length(string tag) => _tables.TryGetValue(tag, out var table) ? table.Length : 0;

    public int U16(long at) => at >= 0 && at + 2 <= _data.Length ? BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan((int)at)) : 0;

    public int I16(long at) => (short)U16(at);

    public uint U32(long at) => at >= 0 && at + 4 <= _data.Length ? BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan((int)at)) : 0;

    public ReadOnlySpan<byte> Slice(int offset,
        int length) => offset >= 0 && length >= 0 && offset <= _data.Length - length ? _data.AsSpan(offset, length) : default;

    /// <summary>The family names (name identifiers 1 and 16), in every language that Windows or Unicode records state.</summary>
    public IReadOnlyList<string> Families()
    {
        var names = new List<string>();
        int name = Offset("name");
        if (name < 0) return names;
        int count = U16(name + 2), strings = name + U16(name + 4);
        for (int i = 0; i < count; i++)
        {
            int row = name + 6 + (12 * i);
            if (U16(row) is not (0 or 3) || U16(row + 6) is not (1 or 16)) continue;
            string text = Encoding.BigEndianUnicode.GetString(Slice(strings + U16(row + 10), U16(row + 8)));
            if (text.Length > 0 && !names.Contains(text)) names.Add(text);
        }
        return names;
    }
}
