using System.Globalization;
using System.Text;
using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Analysis;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>The fonts of one file, best first: each character is set from the first that shows it. Measures text.</summary>
internal sealed class FontSet
{
    private const double ChineseSpace = 0.8, LatinSpace = 0.35;
    private readonly Dictionary<Rune, (PrintFont Font, double Advance)> _known = [];
    private readonly List<PrintFont> _used = [];
    private readonly IReadOnlyList<PrintFont> _fonts;

    private FontSet(IReadOnlyList<PrintFont> fonts, ValueList<LayoutDiagnostic> warnings) => (_fonts, Warnings) = (fonts, warnings);

    /// <summary>What to tell the caller about the choice; none where all is well.</summary>
    public ValueList<LayoutDiagnostic> Warnings { get; }

    /// <summary>The fonts that some character was set in, in order of first use.</summary>
    public IReadOnlyList<PrintFont> Used => _used;

    /// <summary>Chooses fonts for a text.</summary>
    /// <param name="options">What the caller asks for.</param>
    /// <param name="text">Every character that is to be printed.</param>
    /// <exception cref="PdfFontException">A font asked for cannot be used.</exception>
    /// <exception cref="MissingCharactersException">No font at hand shows some character.</exception>
    public static FontSet Choose(PdfWriteOptions options, IReadOnlySet<Rune> text)
    {
        var printable = text.Where(IsPrinted).ToList();
        var (programs, warning) = Programs(options, printable);
        var fonts = new List<PrintFont>();
        foreach (var program in programs) fonts.Add(new EmbeddedFont(program) { Name = $"F{fonts.Count + 1}" });
        if (fonts.Count == 0) fonts.Add(new StandardFont { Name = "F1" });
        var missing = printable.Where(character => !fonts.Exists(font => font.Shows(character))).Order().ToList();
        if (missing.Count > 0)
        {
            string list = string.Join('、', missing.Take(20).Select(Named)) + (missing.Count > 20 ? $" 等 {missing.Count} 个" : "");
            throw new MissingCharactersException(
                $"字体 {string.Join('、', fonts.Select(font => font.Family))} 中没有这些字：{list}；请指定收字更全的字体（--font；FontFile、FontFamilies）。")
            {
                Characters = [.. missing.Select(c => c.ToString())],
            };
        }
        var stoodFor = printable.Where(character => !fonts.Exists(font => font.Has(character))).Order().ToList();
        LayoutDiagnostic[] replaced = stoodFor.Count == 0 ? [] :
        [
            new($"字体 {string.Join('、', fonts.Select(font => font.Family))} 中没有这些字：{string.Join('、', stoodFor.Select(Named))}，以形近的{string.Join('、', stoodFor.Select(c => $"“{LookAlikes.Of(c)}”"))}"
                + (fonts[0].IsEmbedded ? "的字形显示；可提取的文字不变。" : "代替；标准字体不能只换字形，提取的文字也是代替后的。"), default, !fonts[0].IsEmbedded),
        ];
        return new FontSet(fonts, [.. warning is null ? [] : new[] { warning }, .. replaced]);
    }

    private static string Named(Rune character) => $"“{character}”（U+{character.Value.ToString("X4", CultureInfo.InvariantCulture)}）";

    /// <summary>Whether a character leaves a mark: white space and controls do not.</summary>
    public static bool IsPrinted(Rune character) => !Rune.IsWhiteSpace(character) && !Script.IsBlank(character.ToString());

    /// <summary>The width of a text on one line, in ems.</summary>
    public double Width(string text)
    {
        double width = 0;
        Walk(text, (character, _) => width += Find(character).Advance, gap => width += gap);
        return width;
    }

    /// <summary>Visits the printed characters of a text with their fonts, and the gaps between words, in ems.</summary>
    public void Walk(string text, Action<Rune, PrintFont> character, Action<double> gap)
    {
        Rune? before = null;
        bool space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsPrinted(rune))
            {
                space |= Rune.IsWhiteSpace(rune);
                continue;
            }
            if (space && before is { } left) gap(IsChinese(left) || IsChinese(rune) ? ChineseSpace : LatinSpace);
            (space, before) = (false, rune);
            character(rune, Find(rune).Font);
        }
    }

    /// <summary>Remembers that a font is used on a page.</summary>
    public void Use(PrintFont font)
    {
        if (!_used.Contains(font)) _used.Add(font);
    }

    private (PrintFont Font, double Advance) Find(Rune character)
    {
        if (_known.TryGetValue(character, out var found)) return found;
        var font = _fonts.FirstOrDefault(font => font.Has(character)) ?? _fonts.FirstOrDefault(font => font.Shows(character)) ?? _fonts[0];
        return _known[character] = (font, font.Advance(character));
    }

    private static bool IsChinese(Rune rune) => !rune.IsBmp || Script.IsChinese((char)rune.Value);

    private static bool IsShown(FontProgram font,
        Rune character) => font.Glyph(character.Value) != 0 || (LookAlikes.Of(character) is { } other && font.Glyph(other.Value) != 0);

    private static (IReadOnlyList<FontProgram> Programs, LayoutDiagnostic? Warning) Programs(PdfWriteOptions options, List<Rune> text)
    {
        if (options.FontFile is { } file) return ([FontFinder.OfFile(file, options.FontFamilies.Count > 0 ? options.FontFamilies[0] : null)], null);
        if (!options.EmbedFonts) return ([], null);
        if (options.FontFamilies.Count > 0)
        {
            var asked = options.FontFamilies.Select(family => FontFinder.OfFamily(family)).OfType<FontProgram>().ToList();
            if (asked.Count > 0) return (asked, null);
            throw new PdfFontException($"本机没有可嵌入的字体 {string.Join('、', options.FontFamilies)}；请安装，或指定字体文件（.ttf、.otf、.ttc）。");
        }

        // The best font that shows everything; where none does, as few as are needed, best first.
        var whole = FontFinder.OnMachine().FirstOrDefault(font => text.TrueForAll(c => font.Glyph(c.Value) != 0))
            ?? FontFinder.OnMachine().FirstOrDefault(font => text.TrueForAll(c => IsShown(font, c)));
        if (whole is not null) return ([whole], null);
        var several = FontFinder.OnMachine().Where(font => text.Exists(c => font.Glyph(c.Value) != 0)).ToList();
        var standard = new StandardFont { Name = "" };
        bool standardIsWhole = text.TrueForAll(standard.Shows);
        if (several.Count > 0 && (!standardIsWhole || text.TrueForAll(c => several.Exists(font => IsShown(font, c))))) return (several, null);
        return ([], new LayoutDiagnostic(several.Count == 0
            ? "本机没有可嵌入的中文字体，文件引用标准字体 STSong-Light 而未嵌入：文字可提取，显示取决于阅读器。请安装 fonts-noto-cjk、fonts-wqy-microhei 或 fonts-arphic-uming（Linux）或宋体（SimSun），或指定字体文件。"
            : $"本机字体（{string.Join('、', several.Select(font => font.Family))}）收字不全，文件引用标准字体 STSong-Light 而未嵌入。请安装 fonts-arphic-uming、fonts-wqy-zenhei（Linux）或宋体（SimSun），或指定字体文件。", default));
    }
}
