using System.Text;
using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Fonts;

/// <summary>Reads CMaps embedded in a file: encodings and ToUnicode. What is broken in them is passed over.</summary>
internal static class CMapParser
{
    private const int MostTexts = 200_000;
    private const int LongestExpanded = 256;

    /// <summary>Reads a CMap.</summary>
    /// <param name="data">The CMap's text.</param>
    /// <param name="find">Finds a predefined CMap by name, for <c>usecmap</c>.</param>
    /// <param name="names">Where names are kept.</param>
    /// <param name="given">The base and writing mode that the stream's dictionary states.</param>
    public static CMap Parse(ReadOnlySpan<byte> data, Func<string, CMap?> find, NameTable names, (CMap? Base, bool? Vertical) given = default)
    {
        var parser = new PdfParser(data, 0, null, names);
        var operands = new List<PdfObject>();
        var spaces = new List<CodeSpace>();
        var cids = new List<CidRange>();
        var texts = new Dictionary<uint, string>();
        var ranges = new List<TextRange>();
        string name = "";
        bool vertical = false;
        CMap? basis = null;
        for (var token = parser.Lexer.Next(); token != PdfToken.End; token = parser.Lexer.Next())
        {
            if (token != PdfToken.Keyword)
            {
                if (operands.Count > 100_000) operands.Clear();
                operands.Add(parser.Parse(token));
                continue;
            }

            switch (Encoding.Latin1.GetString(parser.Lexer.Bytes))
            {
                case "usecmap" when operands is [.., PdfName used]:
                    basis = find(used.Value);
                    break;
                case "def" when operands is [.., PdfName { Value: "WMode" }, PdfNumber mode]:
                    vertical = mode.Value == 1;
                    break;
                case "def" when operands is [.., PdfName { Value: "CMapName" }, PdfName own]:
                    name = own.Value;
                    break;
                case "endcodespacerange":
                    foreach (var (low, high, _) in Rows(operands, 2))
                    {
                        if (low.Length is >= 1 and <= 4) spaces.Add(new(low.Length, Code(low), Code(high)));
                    }

                    break;
                case "endcidrange":
                    foreach (var (low, high, value) in Rows(operands, 3))
                    {
                        if (value is PdfNumber cid && Code(high) >= Code(low)) cids.Add(new(low.Length, Code(low), Code(high), Cid(cid)));
                    }

                    break;
                case "endcidchar":
                    for (int i = 0; i + 1 < operands.Count; i += 2)
                    {
                        if (operands[i] is PdfString code && operands[i + 1] is PdfNumber cid)
                            cids.Add(new(code.Bytes.Length, Code(code.Bytes), Code(code.Bytes), Cid(cid)));
                    }

                    break;
                case "endbfchar":
                    for (int i = 0; i + 1 < operands.Count && texts.Count < MostTexts; i += 2)
                    {
                        if (operands[i] is PdfString code && operands[i + 1] is PdfString text) texts[Code(code.Bytes)] = Text(text.Bytes);
                    }

                    break;
                case "endbfrange":
                    AddTextRanges(operands, texts, ranges);
                    break;
            }

            operands.Clear();
        }

        var sorted = cids.ToArray();
        Array.Sort(sorted, static (a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.Low.CompareTo(b.Low));
        return new CMap
        {
            Name = name,
            IsVertical = given.Vertical ?? vertical,
            Spaces = spaces,
            Ranges = sorted,
            Texts = texts,
            TextRanges = ranges,
            Base = basis ?? given.Base,
        };
    }

    private static void AddTextRanges(List<PdfObject> operands, Dictionary<uint, string> texts, List<TextRange> ranges)
    {
        foreach (var (lowBytes, highBytes, value) in Rows(operands, 3))
        {
            uint low = Code(lowBytes), high = Code(highBytes);
            if (high < low || texts.Count > MostTexts || ranges.Count > MostTexts / 10) continue;
            if (value is PdfArray items)
            {
                for (int i = 0; i < items.Count && i <= high - low && i < MostTexts; i++)
                {
                    if (items[i] is PdfString text) texts[low + (uint)i] = Text(text.Bytes);
                }
            }
            else if (value is PdfString first)
            {
                string text = Text(first.Bytes);
                if (high - low >= LongestExpanded) ranges.Add(new(low, high, text));
                else
                {
                    for (uint i = 0; i <= high - low; i++) texts[low + i] = CMap.CountUp(text, i);
                }
            }
        }
    }

    /// <summary>The rows of two codes and, of three columns, a value.</summary>
    private static IEnumerable<(byte[] Low, byte[] High, PdfObject? Value)> Rows(List<PdfObject> operands, int columns)
    {
        for (int i = 0; i + columns <= operands.Count; i += columns)
        {
            if (operands[i] is PdfString low && operands[i + 1] is PdfString high) yield return (low.Bytes, high.Bytes, columns == 3 ? operands[i + 2] : null);
        }
    }

    private static int Cid(PdfNumber number) => number.Value is >= 0 and <= 0xFFFFFF ? (int)number.Value : 0;

    private static uint Code(ReadOnlySpan<byte> bytes)
    {
        uint code = 0;
        foreach (byte b in bytes) code = (code << 8) | b;
        return code;
    }

    private static string Text(byte[] bytes) =>
        bytes.Length == 1 ? ((char)bytes[0]).ToString() : Encoding.BigEndianUnicode.GetString(bytes, 0, bytes.Length & ~1);
}
