using System.Text;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>Makes a small compact font (CFF) of the glyphs that a file uses, CID-keyed whatever the source is. Glyphs are numbered anew in the order given;
/// subroutines are set in, so that none is left over.</summary>
internal static class CffSubset
{
    private const int Charset = 15, CharStrings = 17, Private = 18, LocalSubroutines = 19, BoundingBox = 5;
    private const int FontMatrix = 1207, RegistryOrdering = 1230, CidCount = 1234, FontArray = 1236, FontSelect = 1237;
    private const int FirstOwnString = 391, MostGlyphs = 0xFFFF;

    /// <summary>The bytes of a CFF font whose CID i is the i-th of the glyphs given.</summary>
    /// <param name="cff">The whole font: the table <c>CFF </c>.</param>
    /// <param name="glyphs">The glyphs, beginning with 0.</param>
    /// <param name="name">What the font is called in the file.</param>
    /// <exception cref="PdfFontException">The font is damaged, or drawn in a way that cannot be taken apart.</exception>
    public static byte[] Make(ReadOnlyMemory<byte> cff, IReadOnlyList<int> glyphs, string name)
    {
        if (glyphs.Count > MostGlyphs) throw new PdfFontException($"字体“{name}”：一份文件用字超过 {MostGlyphs} 个。");
        var reader = new CffReader(cff, name);
        int at = reader.HeaderLength;
        reader.Index(ref at); // its name
        var tops = reader.Index(ref at);
        reader.Index(ref at); // its strings: glyph names, which a CID-keyed font does without
        var globals = reader.Index(ref at).ConvertAll(reader.Slice);
        if (tops.Count == 0) throw reader.Damaged();
        var top = reader.Dictionary(tops[0]);
        int charStringsAt = reader.Offset(top, CharStrings);
        var outlines = reader.Index(ref charStringsAt);
        var parts = reader.Parts(top);
        var locals = parts.ConvertAll(part => part.Subroutines.ConvertAll(reader.Slice));

        // The private dictionaries in use, numbered anew.
        var used = new List<int>();
        var select = new byte[glyphs.Count];
        var charStrings = new List<byte[]>(glyphs.Count);
        for (int i = 0; i < glyphs.Count; i++)
        {
            if (glyphs[i] >= outlines.Count) throw reader.Damaged();
            int part = reader.PartOf(glyphs[i]);
            if (part >= parts.Count) throw reader.Damaged();
            int place = used.IndexOf(part);
            if (place < 0)
            {
                place = used.Count;
                used.Add(part);
            }
            select[i] = (byte)place;
            charStrings.Add(CharString.Flatten(reader.Slice(outlines[glyphs[i]]), globals, locals[part], reader));
        }
        return Assemble(reader, top, charStrings, select, [.. used.Select(part => parts[part])], name);
    }

    private static byte[] Assemble(CffReader reader, List<CffEntry> top, List<byte[]> charStrings, byte[] select, List<CffPart> parts, string name)
    {
        byte[] names = Index([Encoding.ASCII.GetBytes(
            name)]), strings = Index([.. (byte[][])["Adobe"u8.ToArray(), "Identity"u8.ToArray()]]), outlines = Index(charStrings);
        byte[] charset = charStrings.Count > 1 ? [2, 0, 1, (byte)((charStrings.Count - 2) >> 8), (byte)(charStrings.Count - 2)] : [0];
        var privates = parts.ConvertAll(part => Bytes(part.Private.Where(entry => entry.Operator != LocalSubroutines)));
        byte[] selects = [0, .. select];

        // Offsets are written in five bytes each, so that the lengths are known before the offsets are.
        byte[] Top(int charsetAt, int selectAt, int charStringsAt, int arrayAt) =>
        [
            .. Entry(RegistryOrdering, FirstOwnString, FirstOwnString + 1, 0),
            .. Bytes(top.Where(entry => entry.Operator is FontMatrix or BoundingBox)),
            .. Entry(CidCount, charStrings.Count), .. Entry(Charset, charsetAt), .. Entry(FontSelect, selectAt), .. Entry(CharStrings, charStringsAt),
            .. Entry(FontArray, arrayAt),
        ];
        byte[] Array(int privateAt)
        {
            var fonts = new List<byte[]>();
            for (int i = 0; i < parts.Count; i++)
            {
                fonts.Add([.. Bytes(parts[i].Font.Where(entry => entry.Operator == FontMatrix)), .. Entry(Private, privates[i].Length, privateAt)]);
                privateAt += privates[i].Length;
            }
            return Index(fonts);
        }

        byte[] header = [1, 0, 4, 4], none = [0, 0];
        int charsetAt = header.Length + names.Length + Index([Top(0, 0, 0, 0)]).Length + strings.Length + none.Length, selectAt = charsetAt + charset.Length;
        int outlinesAt = selectAt + selects.Length, arrayAt = outlinesAt + outlines.Length, privatesAt = arrayAt + Array(0).Length;
        return [.. header, .. names, .. Index([Top(charsetAt, selectAt, outlinesAt, arrayAt)]), .. strings, .. none, .. charset, .. selects, .. outlines,
            .. Array(privatesAt), .. privates.SelectMany(p => p)];
    }

    private static byte[] Index(List<byte[]> items)
    {
        int size = items.Sum(item => item.Length) + 1;
        int width = size <= 0xFF ? 1 : size <= 0xFFFF ? 2 : size <= 0xFFFFFF ? 3 : 4;
        var index = new List<byte>(3 + (width * (items.Count + 1)) + size) { (byte)(items.Count >> 8), (byte)items.Count, (byte)width };
        int at = 1;
        Offset(at);
        foreach (byte[] item in items) Offset(at += item.Length);
        foreach (byte[] item in items) index.AddRange(item);
        return [.. index];

        void Offset(int value)
        {
            for (int i = width - 1; i >= 0; i--) index.Add((byte)(value >> (8 * i)));
        }
    }

    private static byte[] Bytes(IEnumerable<CffEntry> entries) => [.. entries.SelectMany(entry => (byte[])[.. entry.Operands, .. Operator(entry.Operator)])];

    private static byte[] Entry(int key, params ReadOnlySpan<int> operands)
    {
        var bytes = new List<byte>();
        foreach (int value in operands) bytes.AddRange([29, (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
        return [.. bytes, .. Operator(key)];
    }

    private static byte[] Operator(int key) => key >= 1200 ? [12, (byte)(key - 1200)] : [(byte)key];
}
