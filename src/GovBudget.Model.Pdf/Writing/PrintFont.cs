using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GovBudget.Model.Pdf.Fonts;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>A font of a file being written: measures and encodes characters, and remembers which were used.</summary>
internal abstract class PrintFont
{
    /// <summary>Its name among a page's resources.</summary>
    public required string Name { get; init; }

    /// <summary>The family, for messages.</summary>
    public abstract string Family { get; }

    /// <summary>Whether its glyphs are in the file.</summary>
    public abstract bool IsEmbedded { get; }

    /// <summary>Whether it shows a character.</summary>
    public abstract bool Has(Rune character);

    /// <summary>Whether it shows a character or one that looks like it.</summary>
    public bool Shows(Rune character) => Has(character) || (LookAlikes.Of(character) is { } other && Has(other));

    /// <summary>The advance width of a character, in ems.</summary>
    public abstract double Advance(Rune character);

    /// <summary>The code of a character in page content, as hexadecimal digits.</summary>
    public abstract string Encode(Rune character);

    /// <summary>Writes the font as that object.</summary>
    public abstract void Write(PdfObjectWriter file, int id);

    protected static string N(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>A TrueType or OpenType font of which the glyphs in use are embedded.</summary>
internal sealed class EmbeddedFont(FontProgram program) : PrintFont
{
    private readonly List<int> _glyphs = [0];
    private readonly List<Rune> _characters = [default];
    private readonly Dictionary<Rune, int> _codes = [];

    public override string Family => program.Family;

    public override bool IsEmbedded => true;

    public override bool Has(Rune character) => program.Glyph(character.Value) != 0;

    public override double Advance(Rune character) => program.Advance(GlyphOf(character)) / 1000;

    private int GlyphOf(Rune character) =>
        program.Glyph(character.Value) is > 0 and var own ? own : LookAlikes.Of(character) is { } other ? program.Glyph(other.Value) : 0;

    public override string Encode(Rune character)
    {
        if (!_codes.TryGetValue(character, out int code))
        {
            _codes[character] = code = _glyphs.Count;
            _glyphs.Add(GlyphOf(character));
            _characters.Add(character);
        }
        return code.ToString("X4", CultureInfo.InvariantCulture);
    }

    public override void Write(PdfObjectWriter file, int id)
    {
        string family = PostScriptName(program.Family);
        byte[] subset = program.IsCompact ? CffSubset.Make(program.Tables.Memory("CFF "), _glyphs, family) : FontSubset.Make(program, _glyphs);
        string name = $"{Tag(subset)}+{family}";
        int data = file.AddStream(program.IsCompact ? "/Subtype/CIDFontType0C" : $"/Length1 {subset.Length}", subset);
        var box = string.Join(' ', program.Box.Select(N));
        int descriptor = file.Add(
            $"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{box}]/ItalicAngle 0/Ascent {N(program.Ascent)}/Descent {N(program.Descent)}/CapHeight {N(program.CapHeight)}/StemV 80/{(program.IsCompact ? "FontFile3" : "FontFile2")} {data} 0 R>>");
        var widths = new StringBuilder();
        for (int code = 0; code < _glyphs.Count; code++)
        {
            double width = program.Advance(_glyphs[code]);
            if (Math.Abs(width - 1000) > 0.005) widths.Append(CultureInfo.InvariantCulture, $"{code}[{N(width)}]");
        }
        int font = file.Add(
            $"<</Type/Font/Subtype/{(program.IsCompact ? "CIDFontType0" : "CIDFontType2")}/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor} 0 R/DW 1000/W[{widths}]{(program.IsCompact ? "" : "/CIDToGIDMap/Identity")}>>");
        int unicode = file.AddStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        file.Set(id,
            $"<</Type/Font/Subtype/Type0/BaseFont/{name}{(program.IsCompact ? "-Identity-H" : "")}/Encoding/Identity-H/DescendantFonts[{font} 0 R]/ToUnicode {unicode} 0 R>>");
    }

    private string ToUnicode()
    {
        var map = new StringBuilder(
            "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
            + "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (int[] codes in Enumerable.Range(1, _characters.Count - 1).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{codes.Length} beginbfchar\n");
            foreach (int code in codes)
                map.Append(CultureInfo.InvariantCulture,
                    $"<{code:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(_characters[code].ToString()))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n").ToString();
    }

    /// <summary>Six letters that tell one subset from another, from its content.</summary>
    private static string Tag(byte[] subset) => string.Concat(SHA256.HashData(subset).Take(6).Select(b => (char)('A' + (b % 26))));

    private static string PostScriptName(string family)
    {
        string name = string.Concat(family.Where(char.IsAsciiLetterOrDigit));
        return name.Length > 0 ? name : "Font";
    }
}

/// <summary>The standard Chinese font, named but not embedded: the viewer brings it or one like it.</summary>
internal sealed class StandardFont : PrintFont
{
    private const string BaseFont = "STSong-Light", Encoding16 = "UniGB-UTF16-H";
    private static readonly CMap s_map = PredefinedCMaps.Find(Encoding16) ?? throw new InvalidOperationException(Encoding16);

    public override string Family => BaseFont;

    public override bool IsEmbedded => false;

    public override bool Has(Rune character) => Cid(character) != 0;

    // Latin letters are stated half as wide as an em, which keeps figures in line whatever font the viewer takes.
    public override double Advance(Rune character) => IsHalf(Cid(Shown(character))) ? 0.5 : 1;

    public override string Encode(Rune character) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Shown(character).ToString()));

    private static Rune Shown(Rune character) => Cid(character) == 0 && LookAlikes.Of(character) is { } other ? other : character;

    public override void Write(PdfObjectWriter file, int id)
    {
        int descriptor = file.Add(
            $"<</Type/FontDescriptor/FontName/{BaseFont}/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>");
        int font = file.Add(
            $"<</Type/Font/Subtype/CIDFontType0/BaseFont/{BaseFont}/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor {descriptor} 0 R/DW 1000/W[1 95 500 814 939 500 7712[500] 7716[500]]>>");
        file.Set(id, $"<</Type/Font/Subtype/Type0/BaseFont/{BaseFont}-{Encoding16}/Encoding/{Encoding16}/DescendantFonts[{font} 0 R]>>");
    }

    private static bool IsHalf(int cid) => cid is (>= 1 and <= 95) or (>= 814 and <= 939) or 7712 or 7716;

    private static int Cid(Rune character)
    {
        byte[] bytes = Encoding.BigEndianUnicode.GetBytes(character.ToString());
        uint code = 0;
        foreach (byte b in bytes) code = (code << 8) | b;
        return s_map.Cid(bytes.Length, code);
    }
}
