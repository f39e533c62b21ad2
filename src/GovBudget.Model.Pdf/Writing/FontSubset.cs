using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>Makes a small font of the glyphs that a file uses. Glyphs are numbered anew in the order given, so that nothing is left of the rest.</summary>
internal static class FontSubset
{
    private const ushort WordArguments = 0x0001, Scaled = 0x0008, More = 0x0020, ScaledTwice = 0x0040, Matrix = 0x0080;

    /// <summary>The bytes of a TrueType font whose glyph i is the i-th of those given; components of composed glyphs follow after them.</summary>
    /// <param name="font">The whole font.</param>
    /// <param name="glyphs">The glyphs, beginning with 0.</param>
    public static byte[] Make(FontProgram font, IReadOnlyList<int> glyphs)
    {
        var order = new List<int>(glyphs);
        var places = new Dictionary<int, int>();
        for (int i = 0; i < order.Count; i++) places.TryAdd(order[i], i);
        var outlines = new List<byte[]>();
        for (int i = 0; i < order.Count; i++) outlines.Add(Renumber(font.Outline(order[i]).ToArray(), order, places));

        var glyf = new MemoryStream();
        var loca = new byte[4 * (order.Count + 1)];
        var hmtx = new byte[4 * order.Count];
        for (int i = 0; i < order.Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * i), (uint)glyf.Length);
            glyf.Write(outlines[i]);
            while (glyf.Length % 4 != 0) glyf.WriteByte(0);
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * i), (ushort)font.AdvanceUnits(order[i]));
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan((4 * i) + 2), (short)font.SideBearing(order[i]));
        }
        BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * order.Count), (uint)glyf.Length);

        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = glyf.ToArray(),
            ["loca"] = loca,
            ["hmtx"] = hmtx,
            ["head"] = font.Tables.Table("head").ToArray(),
            ["hhea"] = font.Tables.Table("hhea").ToArray(),
            ["maxp"] = font.Tables.Table("maxp").ToArray(),
        };
        foreach (string hinting in (string[])["cvt ", "fpgm", "prep"])
            if (font.Tables.Has(hinting)) tables[hinting] = font.Tables.Table(hinting).ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(tables["head"].AsSpan(8), 0);
        BinaryPrimitives.WriteUInt16BigEndian(tables["head"].AsSpan(50), 1);
        BinaryPrimitives.WriteUInt16BigEndian(tables["hhea"].AsSpan(34), (ushort)order.Count);
        BinaryPrimitives.WriteUInt16BigEndian(tables["maxp"].AsSpan(4), (ushort)order.Count);
        return Assemble(tables);
    }

    /// <summary>A composed glyph names its components by number.</summary>
    private static byte[] Renumber(byte[] outline, List<int> order, Dictionary<int, int> places)
    {
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return outline;
        for (int at = 10; at + 4 <= outline.Length;)
        {
            int flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at)), glyph = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            if (!places.TryGetValue(glyph, out int place))
            {
                places[glyph] = place = order.Count;
                order.Add(glyph);
            }
            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), (ushort)place);
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2) + ((flags & Scaled) != 0 ? 2 : (flags & ScaledTwice) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0);
            if ((flags & More) == 0) break;
        }
        return outline;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        int power = BitOperations.Log2((uint)tables.Count), offset = 12 + (16 * tables.Count), head = 0;
        var file = new byte[offset + tables.Values.Sum(table => (table.Length + 3) & ~3)];
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        Write16(4, tables.Count);
        Write16(6, 16 << power);
        Write16(8, power);
        Write16(10, (tables.Count * 16) - (16 << power));
        int row = 12;
        foreach (var (tag, table) in tables)
        {
            Encoding.ASCII.GetBytes(tag, file.AsSpan(row));
            table.CopyTo(file, offset);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(row + 4), Sum(file.AsSpan(offset, (table.Length + 3) & ~3)));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(row + 8), (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(row + 12), (uint)table.Length);
            if (tag == "head") head = offset;
            offset += (table.Length + 3) & ~3;
            row += 16;
        }
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), 0xB1B0AFBA - Sum(file));
        return file;

        void Write16(int at, int value) => BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(at), (ushort)value);
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (int i = 0; i + 4 <= bytes.Length; i += 4) sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]));
        return sum;
    }
}
