namespace GovBudget.Model.Pdf.Fonts;

/// <summary>Advance widths, in thousandths of the size, of the fonts that every viewer has and files need not describe.</summary>
internal static class StandardWidths
{
    // U+0020–007E each.
    private static readonly short[] s_helvetica =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584,
        584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278,
        278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260,
        334, 584,
    ];

    private static readonly short[] s_helveticaBold =
    [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584,
        584, 584, 611,
        975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278,
        333, 584, 556,
        333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280,
        389, 584,
    ];

    private static readonly short[] s_times =
    [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564,
        564, 564, 444,
        921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278,
        333, 469, 500,
        333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200,
        480, 541,
    ];

    private static readonly short[] s_timesBold =
    [
        250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570,
        570, 570, 500,
        930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278,
        333, 581, 500,
        333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220,
        394, 520,
    ];

    private static readonly short[] s_timesItalic =
    [
        250, 333, 420, 500, 500, 833, 778, 214, 333, 333, 500, 675, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 675,
        675, 675, 500,
        920, 611, 611, 667, 722, 611, 611, 722, 722, 333, 444, 667, 556, 833, 667, 722, 611, 722, 611, 500, 556, 722, 611, 833, 611, 556, 556, 389, 278,
        389, 422, 500,
        333, 500, 500, 444, 500, 444, 278, 500, 500, 278, 278, 444, 278, 722, 500, 500, 500, 500, 389, 389, 278, 500, 444, 667, 444, 444, 389, 400, 275,
        400, 541,
    ];

    private static readonly short[] s_timesBoldItalic =
    [
        250, 389, 555, 500, 500, 833, 778, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570,
        570, 570, 500,
        832, 667, 667, 667, 722, 667, 667, 722, 778, 389, 500, 667, 611, 889, 722, 722, 611, 722, 667, 556, 611, 722, 667, 889, 667, 611, 611, 333, 278,
        333, 570, 500,
        333, 500, 500, 444, 500, 444, 333, 500, 556, 278, 278, 500, 278, 778, 556, 500, 500, 500, 389, 389, 278, 556, 444, 667, 500, 444, 389, 348, 220,
        348, 570,
    ];

    /// <summary>The width of a character in a font of that name: exact for the standard fonts' ASCII, near for accented letters and for fonts that resemble
    /// them.</summary>
    /// <param name="font">The font's name.</param>
    /// <param name="character">The character; U+0000 where unknown.</param>
    public static double Of(string font, char character)
    {
        if (character >= 0x2E80) return 1000;
        bool bold = font.Contains("Bold", StringComparison.OrdinalIgnoreCase);
        bool slanted = font.Contains("Italic", StringComparison.OrdinalIgnoreCase) || font.Contains("Oblique", StringComparison.OrdinalIgnoreCase);
        if (font.Contains("Courier", StringComparison.OrdinalIgnoreCase) || font.Contains("Mono", StringComparison.OrdinalIgnoreCase)) return 600;
        if (font.Contains("Symbol", StringComparison.OrdinalIgnoreCase)) return 549;
        if (font.Contains("Dingbats", StringComparison.OrdinalIgnoreCase)) return 788;
        bool serif = font.Contains("Times", StringComparison.OrdinalIgnoreCase)
            || font.Contains("Roman", StringComparison.OrdinalIgnoreCase)
            || font.Contains("Serif", StringComparison.OrdinalIgnoreCase);
        var widths = (serif, bold, slanted) switch
        {
            (false, false, _) => s_helvetica,
            (false, true, _) => s_helveticaBold,
            (true, false, false) => s_times,
            (true, true, false) => s_timesBold,
            (true, false, true) => s_timesItalic,
            (true, true, true) => s_timesBoldItalic,
        };
        char basis = Basis(character);
        return basis is >= ' ' and <= '~' ? widths[basis - ' '] : character switch { '—' or '…' or '™' => 1000, '\0' => 0, _ => widths['0' - ' '] };
    }

    /// <summary>The ASCII character that one resembles in width: the letter under an accent, the straight form of a quotation mark.</summary>
    private static char Basis(char character) => character switch
    {
        <= '~' => character,
        '\u00A0' => ' ',
        '‘' or '’' or '‚' => ',',
        '“' or '”' or '„' => 'r',
        '–' or '•' => '0',
        _ when GlyphNames.Of(character) is { Length: > 2 } name && char.IsAsciiLetter(name[0]) && char.IsLetter(character) => name[0],
        _ => character,
    };
}
